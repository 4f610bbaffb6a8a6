// Words of the format that are misspelled are told, with the word that was likely meant.
import assert from 'node:assert/strict';
import { fixesFor } from '../../src/core/fixes';
import { applyEdits } from '../../src/core/text';
import { reportOn, textAt } from './read';

describe('a misspelled word', () => {
  for (const [name, text, told, mended] of [
    ['licenses.yaml', 'licenses:\n  - kind: temprary\n    starts: 2026-01-01\n', 'temprary', ['temporary']],
    ['licenses.yaml', 'licenses:\n  - kind: Subscripton\n    starts: 2026-01-01\n', 'Subscripton', ['subscription']],
    ['licenses.json', '{ "licenses": [{ "kind": "perpetaul", "starts": "2026-01-01" }] }', 'perpetaul', ['perpetual']],
    ['licenses.toml', 'profile = "flexent"\n[[licenses]]\nstarts = 2026-01-01\n', 'flexent', ['flexnet']],
    ['licenses.yaml', 'expiryDay: maybe\nlicenses:\n  - starts: 2026-01-01\n', 'maybe', ['covered', 'uncovered']],
    ['licenses.yaml', 'expiryDay: uncoverd\nlicenses:\n  - starts: 2026-01-01\n', 'uncoverd', ['uncovered']],
    ['licenses.yaml', 'profile: oracle\nlicenses:\n  - starts: 2026-01-01\n', 'oracle', []],
  ] as const)
    it(`is told: ${told} in ${name}`, () => {
      const report = reportOn(name, text);
      const findings = report.findings.filter(({ rule }) => rule === 'unknown-field');
      assert.deepEqual(findings.map(textAt), [told]);
      const fixes = fixesFor(findings[0]!, report).flatMap(({ make }) => make() ?? []);
      assert.deepEqual(
        fixes.map(({ edits }) => applyEdits(text, edits)),
        mended.map(word => text.replace(told, word)),
      );
    });

  for (const kind of ['temporary', 'TEMPORARY', 'trial', 'maintenance', 'perpetual-plus', 'term'])
    it(`is none: ${kind}`, () => {
      const { findings } = reportOn('licenses.yaml', `licenses:\n  - kind: ${kind}\n    starts: 2026-01-01\n`);
      assert.ok(!findings.some(({ rule }) => rule === 'unknown-field'));
    });
});
