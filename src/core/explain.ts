// Explains a gap or a license in words: what a hover shows and a screen reader reads.

import { latestEnd, ruleOfGap } from './coverage';
import { gapFollowing, gapsIn, whatFollows } from './explain/follows';
import { seatsOfAll } from './explain/seats';
import type { Coverage, DayRule, Gap, Instant, Term } from './model';
import { profileNamed } from './profiles';
import { shown } from './text';
import * as words from './words';
import * as explanationWords from './words/explanations';
import * as hoverWords from './words/hover';

/** A text in parts, to be laid out by whoever shows it. All of it is already safe to show as plain text. */
export interface Explanation {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** What stops working. */
  readonly symptoms: readonly string[];
  /** What to do, in order. */
  readonly remedies: readonly string[];
  readonly source?: { readonly title: string; readonly url: string };
}

export interface Fact {
  readonly label: string;
  readonly text: string;
}

export function explainGap(coverage: Coverage, gap: Gap): Explanation {
  const rule = gap.pending?.rule ?? ruleOfGap(coverage, gap);
  const outage = profileNamed(rule.profile)?.outage;
  const facts = [
    { label: explanationWords.labels.from, text: words.stretch(rule, gap) },
    { label: explanationWords.labels.utc, text: words.stretchUtc(gap) },
    ruleFact(rule, gap.before ?? gap.after),
    ...(gap.possibleFrom === undefined
      ? []
      : [{ label: explanationWords.labels.maybe, text: explanationWords.dayLonger }]),
    { label: explanationWords.labels.resumes, text: explanationWords.resumes(rule, gap) },
  ];
  const { symptoms, remedies } = gap.pending
    ? { symptoms: [], remedies: explanationWords.pendingRemedies }
    : (outage ?? explanationWords.commonOutage);
  return { title: explanationWords.gapTitle(coverage, gap), facts, symptoms, remedies, ...sourceOf(rule) };
}

/** `at`: now, for what is left of the term. */
export function explainTerm(coverage: Coverage, term: Term, at: Instant): Explanation {
  const { rule, possibleUntil, seats } = term;
  const following = whatFollows(coverage, term);
  const next = gapsIn(coverage).find(gap => gap.until > at);
  const isFollowing = next !== undefined && next.from === gapFollowing(coverage, latestEnd(term))?.from;
  return {
    title: explanationWords.termTitle(coverage, term),
    facts: [
      { label: explanationWords.labels.covers, text: words.stretch(rule, term) },
      { label: explanationWords.labels.utc, text: words.stretchUtc(term) },
      ...(possibleUntil === undefined
        ? []
        : [{ label: explanationWords.labels.maybe, text: hoverWords.perhapsLonger(rule, possibleUntil) }]),
      { label: explanationWords.labels.length, text: hoverWords.lengthAndLeft(term, at) },
      ...(seats === undefined ? [] : [{ label: explanationWords.labels.seats, text: words.seats(seats) }]),
      ...seatsOfAll(coverage, term, at),
      ...poolFacts(coverage, term),
      ruleFact(rule, term),
      ...(term.state === 'pending' ? [{ label: explanationWords.labels.key, text: explanationWords.keyMissing }] : []),
      ...(following === undefined ? [] : [{ label: hoverWords.labels.follows, text: following }]),
      ...(isFollowing
        ? []
        : [
            {
              label: explanationWords.labels.next,
              text: next ? explanationWords.nextGap(next, rule) : explanationWords.noGapAhead,
            },
          ]),
    ],
    symptoms: [],
    remedies: [],
    ...sourceOf(rule),
  };
}

export function ruleFact(rule: DayRule, term: Term | undefined): Fact {
  return {
    label: explanationWords.labels.rule,
    text: explanationWords.ruleFact(rule, term?.entry.document.home !== undefined),
  };
}

/** The page that states the rule, or that tells of what happens without a license; addresses of ours, never a file's. */
export function sourceOf({ profile, source }: DayRule): Pick<Explanation, 'source'> {
  const outage = profileNamed(profile)?.outage;
  if (outage) return { source: outage.source };
  return source === undefined ? {} : { source: { title: hoverWords.ruleSource, url: source } };
}

/** What a vendor's file says besides, and whether a newer version goes on where this license ends. */
function poolFacts({ terms }: Coverage, term: Term): readonly Fact[] {
  if (!term.pool) return [];
  const { vendor, version } = term.pool;
  const newer = terms.find(({ pool, until }) => pool && pool.version !== version && until > term.until);
  return [
    ...(vendor === undefined ? [] : [{ label: explanationWords.labels.vendor, text: shown(vendor) }]),
    ...(version === undefined
      ? []
      : [{ label: explanationWords.labels.version, text: explanationWords.versionFact(version) }]),
    ...(newer ? [{ label: explanationWords.labels.newer, text: explanationWords.newerVersion(newer, term) }] : []),
  ];
}
