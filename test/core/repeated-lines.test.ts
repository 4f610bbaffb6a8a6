// Lines of FlexNet files that stand there twice: only what adds nothing is removed, and only while the very same stays.
import assert from 'node:assert/strict';
import { mend } from '../../src/core/fixes/mend';
import type { Report } from '../../src/core/model';
import { applyEdits } from '../../src/core/text';
import { reportOn, told } from './read';

const feature = 'FEATURE widget acmed 2024.0 31-dec-2026 10 SIGN="0A1B 2C3D"';
const increment = 'INCREMENT widget acmed 2024.0 31-dec-2026 5 SIGN=0000';

const path = 'license.lic';
const report = (lines: readonly string[], lineBreak = '\n'): Report => reportOn(path, lines.join(lineBreak));

/** The text without the lines that can go. */
function cleaned(given: Report): string | undefined {
  const edits = given.findings
    .filter(({ rule }) => rule === 'ignored-line')
    .flatMap(finding => mend(finding, given).flatMap(fix => fix.make()?.edits ?? []));
  return edits.length === 0 ? undefined : applyEdits(given.files[0]!.text, edits);
}

const seats = ({ files }: Report): number => files[0]!.terms.reduce((sum, term) => sum + (term.seats ?? 0), 0);

describe('a FEATURE line that stands there twice', () => {
  for (const lineBreak of ['\n', '\r\n']) {
    it(`goes, however it is wrapped${lineBreak === '\n' ? '' : ', with CRLF'}`, () => {
      const wrapped = ['FEATURE widget acmed 2024.0\t31-dec-2026 10 \\', '   SIGN="0A1B \\', '\t2C3D"'];
      const given = report([feature, increment, ...wrapped, '# below', ''], lineBreak);
      assert.deepEqual(
        told(given).filter(each => !each.startsWith('expiry')),
        ['ignored-line "FEATURE"'],
      );
      const after = cleaned(given)!;
      assert.equal(after, [feature, increment, '# below', ''].join(lineBreak));
      const again = reportOn(path, after);
      assert.equal(seats(again), seats(given));
      assert.equal(again.findings.length, given.findings.length - 1);
      assert.equal(cleaned(again), undefined);
    });
  }

  const others: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['another signature', [feature, feature.replace('2C3D', '2C3E')]],
    ['another count', [feature, feature.replace(' 10 ', ' 11 ')]],
    ['other letters', [feature, feature.toLowerCase().replace('feature', 'FEATURE')]],
    ['a comment of its own', [feature, `${feature} # why`]],
    ['a quote that is left open', [feature, feature.slice(0, -1)]],
    ['a backslash before the next license', [feature, `${feature} \\`, increment]],
    ['an unfinished line above', [feature, `${increment} \\`, feature, increment]],
  ];
  for (const [title, lines] of others) {
    it(`stays with ${title}`, () => {
      const given = report([...lines, '']);
      assert.ok(told(given).includes('ignored-line "FEATURE"'), told(given).join());
      assert.equal(cleaned(given), undefined);
    });
  }

  it('a hundred thousand of one that is a megabyte long are told in time', () => {
    const long = `FEATURE widget acmed 1.0 31-dec-2026 1 NOTICE="${'x'.repeat(1_000_000)}" SIGN=00`;
    const text = `${long}\n${'FEATURE widget acmed 1.0 31-dec-2026 1 SIGN=00\n'.repeat(100_000)}`;
    const before = performance.now();
    reportOn(path, text);
    assert.ok(performance.now() - before < 10_000);
  });
});

describe('a line that adds licenses each time it stands there', () => {
  it('is counted each time, as the FLEXnet guide says of INCREMENT', () => {
    const given = report([increment, increment, '']);
    assert.equal(seats(given), 10);
    assert.equal(cleaned(given), undefined);
    assert.ok(!told(given).some(each => each.startsWith('ignored-line')));
  });

  it('is counted each time in RLM files, of which nothing else is known', () => {
    const license = 'LICENSE acme widget 1.0 31-dec-2026 5 sig="0A1B"';
    const given = report(['HOST h ANY 5053', 'ISV acme', license, license, '']);
    assert.equal(seats(given), 10);
    assert.equal(cleaned(given), undefined);
  });
});
