// Shared by the rules' tests: small files in shorthand, and tables that say what is told of each.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import type { Finding, Report } from '../../../src/core/model';
import { defaultSettings, type Settings } from '../../../src/core/settings';
import { at, readText, textAt, told } from '../read';

export interface Case {
  readonly title: string;
  readonly text: string;
  /** `gap "2026-11-30"`: every finding of any rule, with the text that it stands at. */
  readonly told: readonly string[];
  readonly messages?: readonly string[];
  readonly severities?: readonly string[];
  /** `"2026-11-30" A expires 2026-11-30`: the other places of all findings. */
  readonly related?: readonly string[];
  readonly settings?: Partial<Settings>;
  /** `2026-11-22T00:00Z` where it says nothing. */
  readonly now?: string;
}

export const covered = 'expiryDay: covered';
export const uncovered = 'expiryDay: uncovered';

/** A YAML file of the product P. An entry is `id starts..expires`, either date may lack, then any more fields. */
export function file(top: readonly string[], ...entries: readonly string[]): string {
  const list = entries.length === 0 ? ['licenses: []'] : ['licenses:', ...entries.map(entry)];
  return [...(top.some(line => line.startsWith('product:')) ? [] : ['product: P']), ...top, ...list, ''].join('\n');
}

function entry(shorthand: string): string {
  const [, id, starts, expires, more] = /^(\S+) (.*?)\.\.(\S*)\s*(.*)$/.exec(shorthand)!;
  const fields = [`id: ${id}`, starts && `starts: ${starts}`, expires && `expires: ${expires}`, more];
  return `  - { ${fields.filter(Boolean).join(', ')} }`;
}

export function checkAll(cases: readonly Case[]): void {
  for (const { title, text, settings, now, ...expected } of cases) {
    it(title, () => {
      const report = reportAt(text, now, settings);
      const { findings } = report;
      assert.deepEqual(told(report), expected.told);
      if (expected.messages) {
        assert.deepEqual(
          findings.map(({ message }) => message),
          expected.messages,
        );
      }
      if (expected.severities) {
        assert.deepEqual(
          findings.map(({ severity }) => severity),
          expected.severities,
        );
      }
      if (expected.related) assert.deepEqual(relatedOf(findings), expected.related);
    });
  }
}

export function reportAt(text: string, now: string | number = at, settings: Partial<Settings> = {}): Report {
  const all = { ...defaultSettings, ...settings };
  return analyze([readText('licenses.yaml', text, all)], all, new Date(now).getTime());
}

function relatedOf(findings: readonly Finding[]): string[] {
  return findings.flatMap(finding =>
    (finding.related ?? []).map(({ file, span, message }) => `"${textAt({ ...finding, file, span })}" ${message}`),
  );
}
