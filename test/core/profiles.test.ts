// Which rule for the expiry day holds, by product, version, file and setting.
import assert from 'node:assert/strict';
import type { Settings } from '../../src/core/settings';
import { gaps, readText, reportOn, told } from './read';

/** A one-day hole under the given top-level fields. */
function file(...fields: string[]): string {
  const entry = (id: string, starts: string, expires: string) =>
    `  - { id: ${id}, seats: 5, starts: ${starts}, expires: ${expires} }`;
  return [
    ...fields,
    'licenses:',
    entry('A', '2025-12-01', '2026-11-30'),
    entry('B', '2026-12-01', '2028-11-30'),
    '',
  ].join('\n');
}

const rules: readonly (readonly [string, readonly string[], 'gap' | 'possible' | 'covered', Partial<Settings>?])[] = [
  ['server 5.3.1', ['product: CrashPlan', 'server: { version: 5.3.1 }'], 'gap'],
  ['server 5.3.1 by vendor', ['product: Backup', 'vendor: Code42', 'server: { version: 5.3.1 }'], 'gap'],
  ['server 5.3', ['product: CrashPlan', 'server: { version: 5.3 }'], 'gap'],
  ['server 4', ['product: CrashPlan', 'server: { version: 4 }'], 'gap'],
  ['server 5.3.1.9, the fourth part ignored', ['product: CrashPlan', 'server: { version: 5.3.1.9 }'], 'gap'],
  ['server v5.3.1', ['product: CrashPlan', 'server: { version: v5.3.1 }'], 'gap'],
  ['server 5.3.2, in between', ['product: CrashPlan', 'server: { version: 5.3.2 }'], 'gap'],
  ['server 5.4.0-beta', ['product: CrashPlan', 'server: { version: 5.4.0-beta }'], 'gap'],
  ['server 5.4.0', ['product: CrashPlan', 'server: { version: 5.4.0 }'], 'covered'],
  ['server 5.10 without quotes', ['product: CrashPlan', 'server: { version: 5.10 }'], 'covered'],
  ['server 6', ['product: CrashPlan', 'server: { version: 6 }'], 'covered'],
  ['server as a bare value', ['product: CrashPlan', 'server: 5.4.0'], 'covered'],
  ['no version', ['product: CrashPlan'], 'possible'],
  ['no version, whatever the setting says', ['product: CrashPlan'], 'possible', { expiryDay: 'covered' }],
  ['the profile asked for', ['product: Backup', 'profile: Code42', 'server: { version: 5.3.1 }'], 'gap'],
  ['another product with a version', ['product: Backup', 'server: { version: 5.3.1 }'], 'possible'],
  [
    'a product whose name only contains the letters',
    ['product: xCrashPlanner', 'server: { version: 5.3.1 }'],
    'possible',
  ],
  ['nothing at all', [], 'possible'],
  ['nothing, and the setting covered', [], 'covered', { expiryDay: 'covered' }],
  ['nothing, and the setting uncovered', [], 'gap', { expiryDay: 'uncovered' }],
  ['expiryDay: covered', ['expiryDay: covered'], 'covered'],
  ['expiryDay: uncovered over the setting', ['expiryDay: uncovered'], 'gap', { expiryDay: 'covered' }],
  ['expiryDay over the profile', ['product: CrashPlan', 'server: { version: 5.3.1 }', 'expiryDay: covered'], 'covered'],
  ['profile: covered', ['profile: covered'], 'covered'],
  ['profile: uncovered', ['profile: uncovered'], 'gap'],
];

describe('the rule for the expiry day', () => {
  for (const [title, fields, outcome, settings] of rules) {
    it(`${title}: ${outcome}`, () => {
      const [first] = gaps(reportOn('licenses.yaml', file(...fields), settings));
      assert.equal(
        first,
        {
          gap: 'open 2026-11-30T00:00:00.000Z 24 h',
          possible: 'possible 2026-11-30T00:00:00.000Z 24 h',
          covered: undefined,
        }[outcome],
      );
    });
  }

  it('an entry has a rule of its own', () => {
    const text = file('expiryDay: covered').replace('{ id: A', '{ id: A, expiryDay: uncovered');
    assert.deepEqual(gaps(reportOn('licenses.yaml', text)), ['open 2026-11-30T00:00:00.000Z 24 h']);
  });

  it('says that a version is none, once, and stays unstated', () => {
    const report = reportOn('licenses.yaml', file('product: CrashPlan', 'server: { version: five }'));
    assert.deepEqual(told(report), ['unknown-version "five"', 'possible-gap "2026-11-30"']);
  });

  it('says that a zone is none, and takes the setting’s', () => {
    const report = reportOn('licenses.yaml', file('expiryDay: uncovered', 'timezone: Mars/Olympus'), {
      timezone: 'Asia/Kolkata',
    });
    assert.deepEqual(told(report), ['unknown-zone "Mars/Olympus"', 'gap "2026-11-30"']);
    assert.deepEqual(gaps(report), ['open 2026-11-29T18:30:00.000Z 24 h']);
  });

  it('says that a profile or an expiryDay is unknown', () => {
    assert.deepEqual(told(reportOn('licenses.yaml', file('profile: acme'))), [
      'unknown-field "acme"',
      'possible-gap "2026-11-30"',
    ]);
    assert.deepEqual(told(reportOn('licenses.yaml', file('expiryDay: maybe'))), [
      'unknown-field "maybe"',
      'possible-gap "2026-11-30"',
    ]);
  });

  it('reads the file’s zone before the setting’s', () => {
    const [term] = readText('licenses.yaml', file('timezone: America/Chicago'), { timezone: 'UTC' }).terms;
    assert.equal(term!.rule.zone, 'America/Chicago');
  });
});
