// Shared by the tests of licenses that end at an instant: what they say, where, and that nothing secret of them is shown.
import assert from 'node:assert/strict';
import { json } from '../../../src/cli/printers/json';
import { text as plain } from '../../../src/cli/printers/text';
import { analyze } from '../../../src/core/analyze';
import { gapsOf } from '../../../src/core/coverage';
import { explainGap, explainTerm } from '../../../src/core/explain';
import { fixesFor } from '../../../src/core/fixes';
import { readLicenseFile } from '../../../src/core/formats';
import { noFields } from '../../../src/core/formats/fields';
import type { FieldName, LicenseFile, Report } from '../../../src/core/model';
import { defaultSettings } from '../../../src/core/settings';
import { iso, timelineIn } from '../read';

/** `Elasticsearch, 2025-01-01T00:00:00.000Z to never, 5`: each term, exactly. */
export function exactTerms(file: LicenseFile | undefined): string[] {
  assert.ok(file);
  return file.terms.map(({ product, from, until, seats }) => {
    const [first, last] = [from === -Infinity ? 'always' : iso(from), until === Infinity ? 'never' : iso(until)];
    return `${product}, ${first} to ${last}, ${seats ?? '?'}`;
  });
}

const fieldNames = Object.keys(noFields) as readonly FieldName[];

/** `expires 1914278399999 says 2030-08-29T23:59:59.999Z`: each field of each term, as it is written and as it is told. */
export function placesOf({ terms, text }: LicenseFile): string[] {
  return terms.flatMap(({ entry: { fields } }) =>
    fieldNames.flatMap(name => {
      const value = fields[name]?.value;
      if (value?.kind !== 'scalar') return [];
      const written = text.slice(value.start, value.end);
      return [`${name} ${written}${written === value.text ? '' : ` says ${value.text}`}`];
    }),
  );
}

/** Where a finding about a whole license is placed. */
export function headsOf({ terms, text }: LicenseFile): string[] {
  return terms.map(({ entry: { node } }) => text.slice(node.pairs[0]!.key.start, node.pairs[0]!.key.end));
}

/** Reads what may be anything, and looks at all of it that a view would. */
export function survive(path: string, text: string): Report {
  const file = readLicenseFile({ path, text }, defaultSettings, true);
  const report = analyze(file ? [file] : [], defaultSettings, Date.UTC(2025, 0, 1));
  assert.ok(shownOf(report).length > 0);
  for (const { span } of report.findings)
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, `${span.start} ${span.end}`);
  for (const term of file?.terms ?? []) assert.ok(term.from < term.until);
  return report;
}

/** Every beginning of a text, and the text with each of its characters turned into several others. */
export function surviveAll(path: string, text: string): void {
  for (let end = 0; end <= text.length; end++) survive(path, text.slice(0, end));
  for (let at = 0; at < text.length; at++) {
    for (const bit of [1, 4, 32, 128]) {
      const other = String.fromCharCode(text.charCodeAt(at) ^ bit);
      survive(path, text.slice(0, at) + other + text.slice(at + 1));
    }
  }
}

/** All that any view shows of a report, but the texts of the files themselves. */
export function shownOf(report: Report): string {
  const withoutTexts = (key: string, value: unknown): unknown => {
    if (key === 'file') return (value as { readonly path: string }).path;
    return key === 'document' || key === 'fixes' ? undefined : value;
  };
  const explained = report.products.flatMap(coverage => [
    ...gapsOf(coverage).map(gap => explainGap(coverage, gap)),
    ...coverage.terms.map(term => explainTerm(coverage, term, report.at)),
  ]);
  const made = report.findings.flatMap(finding => fixesFor(finding, report).map(fix => [fix.title, fix.make()?.edits]));
  const fields = report.files.flatMap(({ terms }) =>
    terms.map(({ entry: { fields, node }, pool }) => [fieldNames.map(name => fields[name]), node.pairs, pool]),
  );
  const timelines = report.files.map(file => {
    const { model, placeOf } = timelineIn(report, file);
    return [model, model.labels.map((_, id) => placeOf(id))];
  });
  const all = [report.findings, report.files.map(({ problems }) => problems), explained, made, fields, timelines];
  return [JSON.stringify(all, withoutTexts), json.print(report), plain.print(report)].join('\n');
}

/** That no part of a secret is shown, not even twelve characters of it. */
export function assertSilent(report: Report, secrets: readonly string[]): void {
  const shown = shownOf(report);
  for (const secret of secrets) {
    for (let at = 0; at + 12 <= secret.length; at++) {
      const part = secret.slice(at, at + 12);
      assert.ok(!shown.includes(part), `${part} is shown`);
    }
  }
}
