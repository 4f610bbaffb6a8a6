// The report as a whole: severities by default, the order of what is told, and what a file without a license says.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { defaultSeverity } from '../../../src/core/rules';
import { defaultSettings } from '../../../src/core/settings';
import { at, readText, textAt } from '../read';
import { type Case, checkAll, covered, file } from './table';

/** The contract's table. */
const severities = {
  error: ['gap', 'invalid-date', 'ambiguous-date', 'reversed-term', 'syntax'],
  warning: [
    ...['possible-gap', 'pending-key', 'shortfall', 'expiry', 'no-terms', 'missing-field', 'unknown-field'],
    ...['unknown-zone', 'unknown-version', 'duplicate-id', 'duplicate-key', 'unused-acceptance', 'overdue-acceptance'],
    ...['ignored-line', 'limit', 'unused-ignore'],
  ],
  information: ['seat-drop'],
  hint: ['stale-temporary'],
  off: ['overlap'],
};

const withoutTerms: readonly Case[] = [
  { title: 'at its list', text: file([covered]), told: ['no-terms "licenses"'], severities: ['warning'] },
  { title: 'else at its first line', text: `${covered}\nprofile: covered\n`, told: [`no-terms "${covered}"`] },
  {
    title: 'else at its first line, without its line break',
    text: `${covered}\r\nprofile: covered\r\n`,
    told: [`no-terms "${covered}"`],
  },
  { title: 'else at its only line', text: covered, told: [`no-terms "${covered}"`] },
  {
    title: 'at the list of its first document that has one',
    text: `${covered}\n---\nterms: []\n---\nlicenses: []\n`,
    told: ['no-terms "terms"'],
  },
];

const ordered: readonly Case[] = [
  {
    title: 'by place, whatever the rule',
    text: file(
      [covered, 'required: { seats: 9 }', 'acceptedGaps: [{ product: Q, from: 2026-01-01 }]'],
      'A 2026-01-01..2026-11-30 seats: 5',
      'X soon..never',
      'B 2026-12-05..2026-12-10 seats: 2, key: TBD',
    ),
    told: [
      'unused-acceptance "product"',
      'gap "2026-11-30"',
      'shortfall "5"',
      'invalid-date "soon"',
      'expiry "2026-12-10"',
      'pending-key "TBD"',
    ],
  },
  {
    title: 'at one place the shorter first',
    text: `${covered}\nlicenses:\n- id: A\n  kind: temporary\n  expires: 2027-12-31\n- id: B\n  starts: 2026-01-01\n  expires: 2027-06-30\n- id: C\n  kind: perpetual\n`,
    told: ['missing-field "id"', 'stale-temporary "id: A\n  kind: temporary\n  expires: 2027-12-31"'],
  },
];

describe('the report', () => {
  it('has the severities of the contract', () => {
    for (const [rule, severity] of Object.entries(defaultSeverity))
      assert.ok(severities[severity].includes(rule), rule);
  });

  describe('tells of a file without a license', () => checkAll(withoutTerms));
  describe('is in order', () => checkAll(ordered));

  it('is in the order of the files as they are given', () => {
    const gap = file([covered], 'A 2026-01-01..2026-11-30', 'B 2027-01-01..never');
    const wrong = (product: string) => file([`product: ${product}`], 'X soon..never', 'Y 2026-01-01..never');
    const given = {
      'z.yaml': wrong('Z'),
      'a.yaml': gap,
      'm.yaml': wrong('M'),
      'b.yaml': gap.replace('product: P', 'product: B'),
    };
    const files = Object.entries(given).map(([path, text]) => readText(path, text));
    const { findings, at: said } = analyze(files, defaultSettings, at);
    assert.deepEqual(
      findings.map(finding => `${finding.file.path} ${finding.rule} ${textAt(finding)}`),
      ['z.yaml invalid-date soon', 'a.yaml gap 2026-11-30', 'm.yaml invalid-date soon', 'b.yaml gap 2026-11-30'],
    );
    assert.equal(said, at);
  });

  it('tells of each file without a license, and of no other', () => {
    const files = [readText('a.yaml', file([covered])), readText('b.yaml', file([covered], 'A 2026-01-01..never'))];
    const { findings } = analyze(files, defaultSettings, at);
    assert.deepEqual(
      findings.map(({ file, rule }) => `${file.path} ${rule}`),
      ['a.yaml no-terms'],
    );
  });
});
