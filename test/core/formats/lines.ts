// Shared by the tests of vendors' files: what a file says, in words, and the samples beside the project.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../../src/core/analyze';
import { readLicenseFile } from '../../../src/core/formats';
import type { Finding, LicenseFile, Report, Term } from '../../../src/core/model';
import { defaultSettings, type Settings } from '../../../src/core/settings';
import { iso, readText } from '../read';

/** So early that no license which ends in November 2026 is about to expire. */
const at = '2026-10-01';

const samples = join(__dirname, '../../../../shared/samples');

/** Skips the tests that need the samples where they are not beside the project, and says so. */
export function needSamples(this: Mocha.Context): void {
  if (existsSync(samples)) return;
  console.log('      the samples are not beside the project: skipped');
  this.skip();
}

export function sampleText(name: string): string {
  return readFileSync(join(samples, name), 'utf8');
}

/** Each sample as `folder/name`; none where they are not beside the project. */
export function sampleNames(): readonly string[] {
  if (!existsSync(samples)) return [];
  return readdirSync(samples, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(samples, name)).map(file => `${name}/${file}`));
}

/** A file that nobody has named: `undefined` where no format claims it. */
export function claimed(text: string, path = 'license.lic'): LicenseFile | undefined {
  return readLicenseFile({ path, text }, defaultSettings);
}

export function reportOf(text: string, settings: Partial<Settings> = {}, now: string | number = at): Report {
  return reportOfAll({ 'license.lic': text }, settings, now);
}

/** Files by their paths. */
export function reportOfAll(
  texts: Readonly<Record<string, string>>,
  settings: Partial<Settings> = {},
  now: string | number = at,
): Report {
  const files = Object.entries(texts).map(([path, text]) => readText(path, text, settings));
  return analyze(files, { ...defaultSettings, ...settings }, new Date(now).getTime());
}

/**
 * `widget of acmed 2024.0, floating, 2023-05-01 to 2024-04-30, 25`: each term with its first and its last day. A host is told by its
 * kind; `always` and `never`: no start and no end.
 */
export function termsOf({ terms }: Pick<LicenseFile, 'terms'>): string[] {
  return terms.map(inWords);
}

export function inWords({ product, pool, from, until, seats }: Term): string {
  const first = from === -Infinity ? 'always' : dayOf(from);
  const last = until === Infinity ? 'never' : dayOf(until - 1);
  const count = seats === undefined ? '?' : seats === Infinity ? 'unlimited' : seats;
  return `${product} of ${pool?.vendor} ${pool?.version}, ${hostKind(pool?.host)}, ${first} to ${last}, ${count}`;
}

function hostKind(host: string | undefined): string {
  if (host === undefined) return 'floating';
  return /^(?:any|demo)$/i.test(host) ? host : 'bound';
}

function dayOf(instant: number): string {
  return iso(instant).slice(0, 10);
}

/** The messages of all findings of a rule. */
export function messagesOf({ findings }: Report, rule: Finding['rule']): string[] {
  return findings.filter(finding => finding.rule === rule).map(({ message }) => message);
}
