// Shared by the core's tests: reads texts as files and answers in short, readable forms.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/core/analyze';
import { gapsOf } from '../../src/core/coverage';
import { readLicenseFile } from '../../src/core/formats';
import type { Finding, LicenseFile, Report } from '../../src/core/model';
import { defaultSettings, type Settings } from '../../src/core/settings';
import { type Timeline, timelineOf } from '../../src/core/timeline';

/** Before the story's gaps, so that none is past. */
export const at = Date.UTC(2026, 10, 22);

export function readText(path: string, text: string, settings: Partial<Settings> = {}): LicenseFile {
  const file = readLicenseFile({ path, text }, { ...defaultSettings, ...settings }, true);
  assert.ok(file, `${path} is not read`);
  return file;
}

export function reportOn(path: string, text: string, settings: Partial<Settings> = {}): Report {
  return analyze([readText(path, text, settings)], { ...defaultSettings, ...settings }, at);
}

/** The picture of one file of a report. */
export function timelineIn(report: Report, file: LicenseFile): Timeline {
  return timelineOf([report], file, { expiryWarningDays: 30, mostItems: 1_000_000 });
}

export function sample(name: string): string {
  return readFileSync(join(__dirname, '..', 'samples', name), 'utf8');
}

/** `gap "2026-11-30"`: each finding's rule and the text that it stands at. */
export function told({ findings }: Report): string[] {
  return findings.map(finding => `${finding.rule} "${textAt(finding)}"`);
}

export function textAt({ file, span }: Finding): string {
  return file.text.slice(span.start, span.end);
}

/** `open 2026-11-30T06:00:00.000Z 24 h`: each gap of all products. */
export function gaps({ products }: Report): string[] {
  return products.flatMap(coverage =>
    gapsOf(coverage).map(({ state, from, until }) => `${state} ${iso(from)} ${(until - from) / 3_600_000} h`),
  );
}

export function iso(instant: number): string {
  return Number.isFinite(instant) ? new Date(instant).toISOString() : String(instant);
}
