// Explains a gap or a license in words: what a hover shows and a screen reader reads.

import { latestEnd, ruleOfGap } from './coverage';
import { gapFollowing, gapsIn, whatFollows } from './explain/follows';
import { seatsOfAll } from './explain/seats';
import type { Coverage, DayRule, Gap, Instant, Term } from './model';
import { profileNamed } from './profiles';
import { shown } from './text';
import * as words from './words';
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
    { label: words.labels.from, text: words.stretch(rule, gap) },
    { label: words.labels.utc, text: words.stretchUtc(gap) },
    ruleFact(rule, gap.before ?? gap.after),
    ...(gap.possibleFrom === undefined ? [] : [{ label: words.labels.maybe, text: words.dayLonger }]),
    { label: words.labels.resumes, text: words.resumes(rule, gap) },
  ];
  const { symptoms, remedies } = gap.pending
    ? { symptoms: [], remedies: words.pendingRemedies }
    : (outage ?? words.commonOutage);
  return { title: words.gapTitle(coverage, gap), facts, symptoms, remedies, ...sourceOf(rule) };
}

/** `at`: now, for what is left of the term. */
export function explainTerm(coverage: Coverage, term: Term, at: Instant): Explanation {
  const { rule, possibleUntil, seats } = term;
  const following = whatFollows(coverage, term);
  const next = gapsIn(coverage).find(gap => gap.until > at);
  const isFollowing = next !== undefined && next.from === gapFollowing(coverage, latestEnd(term))?.from;
  return {
    title: words.termTitle(coverage, term),
    facts: [
      { label: words.labels.covers, text: words.stretch(rule, term) },
      { label: words.labels.utc, text: words.stretchUtc(term) },
      ...(possibleUntil === undefined
        ? []
        : [{ label: words.labels.maybe, text: hoverWords.perhapsLonger(rule, possibleUntil) }]),
      { label: words.labels.length, text: hoverWords.lengthAndLeft(term, at) },
      ...(seats === undefined ? [] : [{ label: words.labels.seats, text: words.seats(seats) }]),
      ...seatsOfAll(coverage, term, at),
      ...poolFacts(coverage, term),
      ruleFact(rule, term),
      ...(term.state === 'pending' ? [{ label: words.labels.key, text: words.keyMissing }] : []),
      ...(following === undefined ? [] : [{ label: hoverWords.labels.follows, text: following }]),
      ...(isFollowing ? [] : [{ label: words.labels.next, text: next ? words.nextGap(next, rule) : words.noGapAhead }]),
    ],
    symptoms: [],
    remedies: [],
    ...sourceOf(rule),
  };
}

export function ruleFact(rule: DayRule, term: Term | undefined): Fact {
  return { label: words.labels.rule, text: words.ruleFact(rule, term?.entry.document.home !== undefined) };
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
    ...(vendor === undefined ? [] : [{ label: words.labels.vendor, text: shown(vendor) }]),
    ...(version === undefined ? [] : [{ label: words.labels.version, text: words.versionFact(version) }]),
    ...(newer ? [{ label: words.labels.newer, text: words.newerVersion(newer, term) }] : []),
  ];
}
