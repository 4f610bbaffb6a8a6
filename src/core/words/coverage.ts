// What findings about coverage say: gaps, seats, ends, overlaps.
import * as l10n from '@vscode/l10n';
import { msPerDay, msPerHour } from '../calendar';
import { type Ending, ruleOfGap } from '../coverage';
import type { AcceptedGap, Coverage, Covered, DayRule, Gap, Instant, Interval, Term } from '../model';
import { shown } from '../text';
import {
  coverageName,
  duration,
  expiryDayRule,
  moment,
  seats,
  sentence,
  sentences,
  stretch,
  termName,
  timeLeft,
} from '../words';

export function gap(coverage: Coverage, gap: Gap): string {
  const rule = ruleOfGap(coverage, gap);
  const length = duration(gap.until - gap.from);
  return sentences(
    l10n.t('{0} is not covered for {1}: {2}.', coverageName(coverage), length, stretch(rule, gap)),
    neighbors(gap),
    // Where no license is near, no last day is either.
    ...(gap.before || gap.after ? [sentence(expiryDayRule(rule))] : []),
    ...(gap.possibleFrom === undefined ? [] : [longer(gap.from - gap.possibleFrom)]),
    ...(coverage.broken > 0 ? [brokenMightFill(coverage.broken)] : []),
  );
}

/** The expiry day is a whole one, if nothing else takes a part of it. */
function longer(ms: number): string {
  if (Math.abs(ms - msPerDay) <= msPerHour) return l10n.t('The gap is a day longer if the expiry day is not covered.');
  return l10n.t('The gap is {0} longer if the expiry day is not covered.', duration(ms));
}

export function possibleGap(coverage: Coverage, gap: Gap): string {
  const { rule } = gap.before!;
  const length = duration(gap.until - gap.from);
  return sentences(
    l10n.t('{0} may not be covered for {1}: {2}.', coverageName(coverage), length, stretch(rule, gap)),
    neighbors(gap),
    sentence(expiryDayRule(rule)),
    ...(coverage.broken > 0 ? [brokenMightFill(coverage.broken)] : []),
  );
}

export function pendingKey(coverage: Coverage, gap: Gap): string {
  const term = gap.pending!;
  const length = duration(gap.until - gap.from);
  return sentences(
    l10n.t('{0} waits for a key for {1}: {2}.', coverageName(coverage), length, stretch(term.rule, gap)),
    l10n.t('Only {0} covers this time, and its key is a placeholder.', termName(term)),
  );
}

export function neighbors({ before, after }: Gap): string {
  if (before && after) {
    // Two licenses without ids have one name.
    const next = termName(before) === termName(after) ? l10n.t('the next one') : termName(after);
    return l10n.t({
      message: '{0}, {1}.',
      args: [endsHere(before), begins(next, after)],
      comment: ['Two clauses: "LIC-1 expires 2026-11-30", "LIC-2 starts 2026-12-01".'],
    });
  }
  if (before)
    return l10n.t({
      message: '{0} and nothing follows in the required time.',
      args: [endsHere(before)],
      comment: ['{0} is a clause: "LIC-1 expires 2026-11-30".'],
    });
  if (after)
    return l10n.t({
      message: 'The required time begins before {0}.',
      args: [begins(termName(after), after)],
      comment: ['{0} is a clause: "LIC-2 starts 2026-12-01".'],
    });
  return l10n.t('It is required, and no license of it can be read.');
}

export function shortfall(coverage: Coverage, { from, until, ...covered }: Covered, rule: DayRule): string {
  const [has, needs] = [seats(covered.seats!), seats(covered.required!)];
  const [length, when] = [duration(until - from), stretch(rule, { from, until })];
  return l10n.t('{0} has {1} of {2} required seats for {3}: {4}.', coverageName(coverage), has, needs, length, when);
}

export function requiredHere(count: number): string {
  return l10n.t('{0} seats are required here', seats(count));
}

export function seatDrop(coverage: Coverage, term: Term, before: number, after: number): string {
  return l10n.t({
    message: '{0} goes down from {1} to {2} seats when {3}.',
    args: [coverageName(coverage), seats(before), seats(after), ends(termName(term), term)],
    comment: ['{3} is a clause: "LIC-1 expires 2026-11-30".'],
  });
}

export function staleTemporary(coverage: Coverage, term: Term): string {
  const [name, product] = [termName(term, true), coverageName(coverage)];
  return l10n.t('{0} fills no gap of {1}: other licenses cover all of its time, so it can go.', name, product);
}

export function overlap(coverage: Coverage, first: Term, second: Term, both: Interval): string {
  const length = duration(both.until - both.from);
  return sentences(
    l10n.t(
      '{0} and {1} both cover {2} for {3}: {4}.',
      ...[termName(first, true), termName(second), coverageName(coverage), length, stretch(second.rule, both)],
    ),
    l10n.t("Their seats don't add up, since one of them has no number of seats or is unlimited."),
  );
}

export function unusedAcceptance({ product, document, ...stretched }: AcceptedGap): string {
  const when = stretch(document.rule, stretched);
  if (product === undefined) return l10n.t('No gap of this file lies in this accepted stretch: {0}.', when);
  return l10n.t('No gap of {0} lies in this accepted stretch: {1}.', shown(product), when);
}

export function overdueAcceptance({ product, document: { rule }, reviewBy }: AcceptedGap): string {
  const by = moment(rule, reviewBy!.until);
  if (product === undefined)
    return l10n.t('This accepted gap should have been reviewed before {0} ({1}).', by, rule.zone);
  return l10n.t('This accepted gap of {0} should have been reviewed before {1} ({2}).', shown(product), by, rule.zone);
}

/** `LIC-1 expires 2026-11-30`. */
function ends(name: string, term: Term): string {
  if (term.supersededBy) return l10n.t('{0} is superseded from {1} on', name, moment(term.rule, term.until));
  const written = writtenIn(term, 'expires');
  return written === undefined ? l10n.t('{0} expires never', name) : l10n.t('{0} expires {1}', name, written);
}

/** `LIC-2 starts 2026-12-01`. */
function begins(name: string, term: Term): string {
  const written = writtenIn(term, 'starts');
  return written === undefined
    ? l10n.t('{0} starts without a start date', name)
    : l10n.t('{0} starts {1}', name, written);
}

/** A date as the file writes it; people look for just that text. */
function writtenIn(term: Term, field: 'starts' | 'expires'): string | undefined {
  const value = term.entry.fields[field]?.value;
  return value?.kind === 'scalar' && value.type !== 'null' ? shown(value.text.trim()) : undefined;
}

function brokenMightFill(count: number): string {
  return count === 1
    ? l10n.t('One entry that could not be read might fill it.')
    : l10n.t('{0} entries that could not be read might fill it.', count);
}

export function expiry(coverage: Coverage, { last, sure, latest }: Ending, now: Instant): string {
  const { rule } = last;
  const facts = [coverageName(coverage), moment(rule, sure), rule.zone];
  const orLater = latest === sure ? undefined : moment(rule, latest);
  return sentences(
    latest <= now ? isOver(facts, orLater) : endsSoon(facts, orLater, sure - now),
    l10n.t({
      message: '{0} and no license follows.',
      args: [endsHere(last)],
      comment: ['{0} is a clause: "LIC-1 expires 2026-11-30".'],
    }),
  );
}

/** `facts`: the product, when its coverage ends and in which zone; `orLater`: when, if the expiry day counts. */
function isOver(facts: readonly string[], orLater: string | undefined): string {
  if (orLater === undefined) return l10n.t('{0} is no longer covered, since {1} ({2}).', ...facts);
  return l10n.t('{0} is no longer covered, since {1} ({2}), or {3} if the expiry day counts.', ...facts, orLater);
}

/** `left`: in ms; less than nothing where only the expiry day is left, if that. */
function endsSoon(facts: readonly string[], orLater: string | undefined, left: number): string {
  if (left <= 0)
    return orLater === undefined
      ? l10n.t('{0} coverage ends today: {1} ({2}).', ...facts)
      : l10n.t('{0} coverage ends today: {1} ({2}), or {3} if the expiry day counts.', ...facts, orLater);
  return orLater === undefined
    ? l10n.t('{0} coverage ends in {3}: {1} ({2}).', ...facts, timeLeft(left))
    : l10n.t(
        '{0} coverage ends in {3}: {1} ({2}), or {4} if the expiry day counts.',
        ...[...facts, timeLeft(left), orLater],
      );
}

export function unseenGap(term: Term, earlier: Term): string {
  const [name, before] = [termName(term, true), termName(earlier)];
  return l10n.t("{0} has no start date, so a gap after {1} can't be seen here.", name, before);
}

export const unusedIgnore = l10n.t('This comment silences nothing.');
export function unknownIgnore(code: string): string {
  return l10n.t('"{0}" is no rule. A reason goes behind "--".', shown(code));
}

export const noTerms = l10n.t('No license term can be read in this file.');

export function endsHere(term: Term): string {
  return ends(termName(term, true), term);
}
export function startsHere(name: string): string {
  return l10n.t('{0} starts here', name);
}
export function beginsHere(term: Term): string {
  return begins(termName(term, true), term);
}
export const firstHere = l10n.t('First used here');
