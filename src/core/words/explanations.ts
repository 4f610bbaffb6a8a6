// What explanations of gaps and licenses say.
import * as l10n from '@vscode/l10n';
import { dayOf } from '../calendar';
import { ruleOfGap } from '../coverage';
import type { Coverage, DayRule, Gap, Term } from '../model';
import { shown } from '../text';
import {
  coverageName,
  duration,
  expiryDayRule,
  fillStretch,
  moment,
  sentence,
  sentences,
  stretch,
  termName,
} from '../words';
import { commonRemedies, commonSymptoms } from './day-rules';
import * as locale from './locale';

export const labels = {
  from: l10n.t({ message: 'When', comment: ['A label before a stretch of time.'] }),
  covers: l10n.t({ message: 'Covers', comment: ['A label before the time that a license covers.'] }),
  utc: l10n.t('In UTC'),
  rule: l10n.t({ message: 'Rule', comment: ['A label before the rule for the expiry day.'] }),
  maybe: l10n.t('Perhaps longer'),
  resumes: l10n.t('Coverage resumes'),
  length: l10n.t({ message: 'Length', comment: ['Of a stretch of time.'] }),
  seats: l10n.t('Seats'),
  key: l10n.t({ message: 'Key', comment: ['A license key.'] }),
  next: l10n.t('Next gap'),
  vendor: l10n.t('Vendor'),
  version: l10n.t('Version'),
  newer: l10n.t('Newer version'),
  symptoms: l10n.t('What stops working'),
  remedies: l10n.t('What to do'),
} as const;

export function gapTitle(coverage: Coverage, gap: Gap): string {
  const product = coverageName(coverage);
  const length = duration(gap.until - gap.from);
  if (gap.state === 'pending') return l10n.t('{0}: {1} wait for a license key', product, length);
  if (gap.state === 'possible') return l10n.t('{0}: perhaps {1} without a license', product, length);
  return l10n.t('{0}: {1} without a license', product, length);
}

export function termTitle(coverage: Coverage, term: Term): string {
  const kind = term.kind === undefined ? '' : `, ${shown(term.kind)}`;
  return `${termName(term, true)}: ${coverageName(coverage)}${kind}`;
}

export function resumes(rule: DayRule, { until, after }: Gap): string {
  if (until === Infinity || !after) return l10n.t('No later license is in this file.');
  return l10n.t({
    message: '{0} ({1}), with {2}',
    args: [moment(rule, until), rule.zone, termName(after)],
    comment: ['A moment, its time zone, and the license that begins then.'],
  });
}

export const dayLonger = l10n.t('The gap begins a day earlier if the expiry day is not covered.');
export const pendingRemedies = [l10n.t('Type the key that the vendor has sent in place of the placeholder.')] as const;
export const commonOutage = { symptoms: commonSymptoms, remedies: commonRemedies } as const;
export const keyMissing = l10n.t('Still to be typed; until then this license covers nothing.');
export const noGapAhead = l10n.t('None ahead.');

/** The rule as a sentence, and where it can be changed, if it can. */
export function ruleFact(rule: DayRule, isFromSettings: boolean): string {
  const said = sentence(expiryDayRule(rule));
  return isFromSettings ? sentences(said, l10n.t('The setting licenseCoverage.profiles changes it.')) : said;
}

/** `2026.0530` is how vendors write until when a license has maintenance; it runs on after that. */
export function versionFact(version: string): string {
  const [, year, month, date] = /^(\d{4})\.(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(version) ?? [];
  if (date === undefined) return shown(version);
  const day = dayOf(Number(year), Number(month), Number(date));
  return l10n.t(
    '{0}, which says that maintenance lasts until {1}; it is no expiry date',
    ...[shown(version), locale.date(day)],
  );
}

/** A need for an old version is met by a license of a newer one. */
export function newerVersion(newer: Term, own: Term): string {
  const [version, old] = [newer.pool?.version ?? '', own.pool?.version ?? ''];
  return l10n.t(
    'A license of version {0} meets needs for {1} too: {2}',
    ...[shown(version), shown(old), stretch(newer.rule, newer)],
  );
}

export function nextGap(gap: Gap, rule: DayRule): string {
  const said = [stretch(rule, gap), duration(gap.until - gap.from)];
  if (gap.state !== 'open') said.push(gapStates[gap.state]);
  return said.join(', ');
}

/** What a gap is that is not simply open. */
const gapStates = {
  possible: l10n.t({ message: 'possible', comment: ['Of a gap.'] }),
  pending: l10n.t({ message: 'pending', comment: ['Of a gap: it waits for a key.'] }),
  accepted: l10n.t({ message: 'accepted', comment: ['Of a gap.'] }),
} as const;

/** What a list of gaps says of each. */
export function gapChoice(coverage: Coverage, gap: Gap): { readonly label: string; readonly description: string } {
  const rule = ruleOfGap(coverage, gap);
  return {
    label: coverageName(coverage),
    description: fillStretch(rule, { from: gap.possibleFrom ?? gap.from, until: gap.until }),
  };
}
