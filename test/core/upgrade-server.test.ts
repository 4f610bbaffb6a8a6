// Saying that the Code42 server has been upgraded: the version is written where it holds, and the day is covered.
import assert from 'node:assert/strict';
import { fixesFor } from '../../src/core/fixes';
import { applyEdits } from '../../src/core/text';
import { reportOn, told } from './read';

const list =
  'licenses:\n  - { starts: 2025-12-01, expires: 2026-11-30 } # one\n  - { starts: 2026-12-01, expires: 2029-11-30 }\n';

function upgraded(name: string, text: string): string {
  const report = reportOn(name, text);
  const fixes = report.findings.flatMap(finding => fixesFor(finding, report));
  const fix = fixes.find(({ title }) => title === 'Set server version 5.4.0 for CrashPlan, after upgrading');
  return applyEdits(text, fix!.make()!.edits);
}

describe('setting server version 5.4.0', () => {
  const cases: readonly (readonly [title: string, name: string, before: string, after: string])[] = [
    [
      'over a bare one',
      'licenses.yaml',
      `product: CrashPlan\nserver: { version: 5.3.1 }\n${list}`,
      'server: { version: 5.4.0 }\n',
    ],
    [
      'over a quoted one',
      'licenses.yaml',
      `product: CrashPlan\nserver:\n  version: '5.2' # old\n${list}`,
      "  version: '5.4.0' # old\n",
    ],
    ['over a short one', 'licenses.yaml', `product: CrashPlan\nserver: 5.3.1\n${list}`, 'server: 5.4.0\n'],
    [
      'beside what the server says else',
      'licenses.yaml',
      `product: CrashPlan\nserver:\n  host: h\n${list}`,
      'server:\n  host: h\n  version: 5.4.0\n',
    ],
    ['where none is', 'licenses.yaml', `product: CrashPlan\n${list}`, 'server: { version: 5.4.0 }\nlicenses:'],
    [
      'over a number',
      'licenses.json',
      '{"product":"CrashPlan","server":{"version":5.3},"licenses":[{"starts":"2025-12-01","expires":"2026-11-30"},{"starts":"2026-12-01"}]}',
      '"version":"5.4.0"',
    ],
    [
      'in TOML',
      'licenses.toml',
      'product = "CrashPlan"\n[server]\nversion = "5.3.1"\n[[licenses]]\nstarts = 2025-12-01\nexpires = 2026-11-30\n[[licenses]]\nstarts = 2026-12-01\n',
      'version = "5.4.0"\n',
    ],
    [
      'in the entry whose own it is',
      'licenses.yaml',
      `product: CrashPlan\n${list.replace('{ starts: 2025', '{ server: 5.3.0, starts: 2025')}`,
      '{ server: 5.4.0, starts: 2025-12-01',
    ],
    [
      'in the entry whose own it is, though the file names one for others',
      'licenses.yaml',
      `product: CrashPlan\nserver: 5.3.1\n${list.replace('{ starts: 2025', '{ server: 5.3.0, starts: 2025')}`,
      'server: 5.3.1\nlicenses:\n  - { server: 5.4.0, starts: 2025-12-01',
    ],
  ];
  for (const [title, name, before, expected] of cases) {
    it(`writes it ${title}`, () => {
      const after = upgraded(name, before);
      assert.ok(after.includes(expected), after);
      assert.deepEqual(
        told(reportOn(name, after)).filter(finding => /gap/.test(finding)),
        [],
      );
    });
  }

  it('is offered for Code42 alone, and not where it would help nothing', () => {
    const offered = (text: string): boolean => {
      const report = reportOn('licenses.yaml', text);
      return report.findings.some(finding =>
        fixesFor(finding, report).some(({ title }) => title.startsWith('Set server')),
      );
    };
    assert.equal(offered(`product: CrashPlan\nserver: 5.3.1\n${list}`), true);
    assert.equal(offered(`product: Other\nexpiryDay: uncovered\n${list}`), false);
    assert.equal(offered(`product: CrashPlan\nserver: 5.4.0\n${list.replace('2026-12-01', '2026-12-09')}`), false);
    assert.equal(offered(`product: CrashPlan\nexpiryDay: uncovered\n${list}`), false);
  });
});
