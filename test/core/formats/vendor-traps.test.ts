// Files that are made to take for ever: each is read, analyzed and drawn in a few seconds. Only the timeouts measure.
import assert from 'node:assert/strict';
import type { Report } from '../../../src/core/model';
import { timelineIn } from '../read';
import { claimed, reportOf } from './lines';

function many(count: number, make: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => make(i)).join('');
}

/** A day of its own for each of some thousands. */
function day(i: number): string {
  const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
  return `${(i % 28) + 1}-${months[Math.floor(i / 28) % 12]}-${1990 + (Math.floor(i / 336) % 100)}`;
}

const first = 'FEATURE first acmed 1.0 permanent 1 SIGN=0\n';
const megabyte = 1_000_000;

describe('traps in FlexNet files', function () {
  this.timeout(30_000);

  const traps: Readonly<Record<string, () => string>> = {
    'one line of 10 MB': () => 'x'.repeat(10 * megabyte),
    'one line of 2 MB of keywords': () => 'FEATURE '.repeat((2 * megabyte) / 8),
    'one line of 2 MB of words in a record': () => `FEATURE a acmed 1.0 permanent 1 ${'x '.repeat(megabyte)}`,
    'one word of 2 MB in a record': () => `FEATURE a acmed 1.0 permanent 1 ${'x'.repeat(2 * megabyte)}`,
    'one feature with a name of 2 MB': () => `FEATURE ${'x'.repeat(2 * megabyte)} acmed 1.0 30-nov-2026 1`,
    'one quote of 10 MB': () => `FEATURE a acmed 1.0 permanent 1 SIGN="${'0000 '.repeat(2 * megabyte)}"`,
    'one line of 10 MB of signature below a record': () =>
      `FEATURE a acmed 1.0 permanent 1\n${'0000 '.repeat(2 * megabyte)}`,
    'one line of 10 MB of signature that ends as none': () =>
      `FEATURE a acmed 1.0 permanent 1\n${'0000 '.repeat(2 * megabyte)}x`,
    '2 MB of backslashes': () => `FEATURE a acmed 1.0 permanent 1 ${'\\'.repeat(2 * megabyte)}`,
    '2 MB of backslashes and blanks': () => `FEATURE a acmed 1.0 permanent 1 ${'\\ '.repeat(megabyte)}`,
    '2 MB of blanks in a record': () => `FEATURE a acmed 1.0 permanent 1${' '.repeat(2 * megabyte)}SIGN=0`,
    '2 MB of blanks before a backslash': () =>
      many(100, () => `FEATURE a acmed 1.0 permanent 1${' '.repeat(100_000)}\\\n`),
    '2 MB of blanks in quotes': () =>
      `FEATURE a acmed 1.0 permanent 1 SIGN="${many(100, () => `${' '.repeat(100_000)}\n`)}"`,
    '2 MB of empty lines': () => '\n'.repeat(2 * megabyte),
    '2 MB of empty lines in a record': () => `FEATURE a acmed 1.0 permanent 1 \\${'\n'.repeat(2 * megabyte)}`,
    '2 MB of empty lines in a quote': () => `FEATURE a acmed 1.0 permanent 1 SIGN="${'\n'.repeat(2 * megabyte)}"`,
    '2 MB of carriage returns': () => '\r'.repeat(2 * megabyte),
    '2 MB of quotes': () => `FEATURE a acmed 1.0 permanent 1 ${'"'.repeat(2 * megabyte)}`,
    '2 MB of curly quotes': () => `FEATURE a acmed 1.0 permanent 1 ${'“'.repeat(2 * megabyte)}`,
    '2 MB of equals signs': () => `FEATURE a acmed 1.0 permanent 1 ${'='.repeat(2 * megabyte)}`,
    '2 MB of comments': () => '#\n'.repeat(megabyte),
    '2 MB of characters that are no UTF-8': () => many(20_000, i => `FEATURE a\ufffd${i} acmed 1.0 permanent 1\n`),
    '200,000 lines that go on with a backslash': () =>
      `FEATURE a acmed 1.0 permanent 1 \\\n${'X=1 \\\n'.repeat(200_000)}`,
    '200,000 lines that go on without one': () => `FEATURE a acmed 1.0 permanent 1\n${'X=1\n'.repeat(200_000)}`,
    '200,000 lines of comments in a record': () => `FEATURE a acmed 1.0 permanent 1 \\\n${'# c \\\n'.repeat(200_000)}`,
    '200,000 lines of a signature in quotes': () =>
      `FEATURE a acmed 1.0 permanent 1 SIGN="\n${'0000\n'.repeat(200_000)}"`,
    '100,000 unclosed quotes': () => many(100_000, i => `INCREMENT a${i} acmed 1.0 permanent 1 SIGN="0000\n`),
    '100,000 records that lack fields': () => many(100_000, i => `INCREMENT a${i} acmed\n`),
    '100,000 records with dates that are none': () =>
      many(100_000, i => `INCREMENT a acmed 1.0 31-feb-${2000 + (i % 999)} 1\n`),
    '50,000 records of as many features': () => many(50_000, i => `INCREMENT a${i} acmed 1.0 30-nov-2026 1 SIGN=0\n`),
    '200,000 records of one feature': () => many(199_000, i => `INCREMENT a acmed 1.0 ${day(i)} 1 SIGN=0\n`),
    '50,000 records of one feature, each of its host': () =>
      many(50_000, i => `INCREMENT a acmed 1.0 ${day(i)} 1 HOSTID=${i} SIGN=0\n`),
    '200,000 records of one feature, each of its version': () =>
      many(199_000, i => `INCREMENT a acmed ${i}.0 ${day(i)} 1 SIGN=0\n`),
    '50,000 records of one feature, each of its vendor': () =>
      many(50_000, i => `INCREMENT a acmed${i} 1.0 ${day(i)} 1 SIGN=0\n`),
    '1,000 versions of one feature with gaps': () =>
      many(1_000, i => `INCREMENT a acmed ${i}.0 ${day(i)} 1 START=${day(i)} SIGN=0\n`),
    '200,000 void FEATUREs': () => many(199_000, i => `FEATURE a acmed ${i} permanent 1 SIGN=0\n`),
    '300,000 records, of which the last are not read': () =>
      many(300_000, i => `INCREMENT a${i % 100} acmed 1.0 permanent 1\n`),
    '50,000 SUPERSEDE lines of one feature': () =>
      many(50_000, i => `INCREMENT a acmed 1.0 permanent 1 SUPERSEDE ISSUED=${day(i)} SIGN=0\n`),
    '50,000 SUPERSEDE lines, newest first': () =>
      many(50_000, i => `INCREMENT a acmed 1.0 permanent 1 SUPERSEDE ISSUED=${day(50_000 - i)} SIGN=0\n`),
    '50,000 SUPERSEDE lines of one day over 100,000 older ones': () =>
      many(100_000, () => 'INCREMENT a acmed 1.0 permanent 1 ISSUED=1-jan-2020 SIGN=0\n') +
      many(50_000, () => 'INCREMENT a acmed 1.0 permanent 1 SUPERSEDE ISSUED=1-jan-2021 SIGN=0\n'),
    'SUPERSEDE lines that name 1,000 features each': () =>
      many(
        1_000,
        i =>
          `INCREMENT a${i} acmed 1.0 permanent 1 SUPERSEDE="${many(1_000, j => `a${j} `)}" ISSUED=${day(i)} SIGN=0\n`,
      ),
    'SUPERSEDE lines that name one feature 1,000 times': () =>
      many(
        1_000,
        () => `INCREMENT a acmed 1.0 permanent 1 SUPERSEDE="${'a '.repeat(1_000)}" ISSUED=1-jan-2020 SIGN=0\n`,
      ),
    '50,000 UPGRADE lines of one line': () =>
      `INCREMENT a acmed 1.0 permanent 9999999 SIGN=0\n${many(50_000, () => 'UPGRADE a acmed 1.0 2.0 permanent 1 SIGN=0\n')}`,
    '50,000 UPGRADE lines of as many lines': () =>
      many(50_000, () => 'INCREMENT a acmed 1.0 permanent 1 SIGN=0\n') +
      many(50_000, () => 'UPGRADE a acmed 1.0 2.0 permanent 1 SIGN=0\n'),
    '50,000 UPGRADE lines that find nothing': () =>
      many(50_000, () => 'INCREMENT a acmed 1.0 permanent 1 SIGN=0\n') +
      many(50_000, () => 'UPGRADE a acmed 8.0 9.0 permanent 1 SIGN=0\n'),
    '50,000 PACKAGE lines of one package with as many licenses': () =>
      many(50_000, () => 'PACKAGE a acmed 1.0 COMPONENTS=b SIGN=0\n') +
      many(50_000, () => 'INCREMENT a acmed 1.0 permanent 1 SIGN=0\n'),
    '2,000 PACKAGE lines with components that have lines of their own': () =>
      many(2_000, () => 'PACKAGE a acmed 1.0 COMPONENTS="b c" SIGN=0\n') +
      'INCREMENT b acmed 1.0 permanent 1 SIGN=0\nINCREMENT c acmed 1.0 permanent 1 SIGN=0\n' +
      many(2_000, () => 'INCREMENT a acmed 1.0 permanent 1 SIGN=0\n'),
    'a PACKAGE of one component with 190,000 licenses': () =>
      `PACKAGE a acmed 1.0 COMPONENTS=b SIGN=0\nINCREMENT b acmed 1.0 permanent 1 SIGN=0\n${many(190_000, () => 'INCREMENT a acmed 1.0 permanent 1 SIGN=0\n')}`,
    'a PACKAGE of 200,000 components': () =>
      `PACKAGE a acmed 1.0 COMPONENTS="${'b '.repeat(200_000)}" SIGN=0\nINCREMENT b acmed 1.0 permanent 1 SIGN=0\nINCREMENT a acmed 1.0 permanent 1 SIGN=0\n`,
    '100,000 PACKAGE lines whose licenses can’t be read': () =>
      many(90_000, i => `PACKAGE a${i} acmed 1.0 COMPONENTS=b\n`) +
      many(90_000, i => `INCREMENT b${i} acmed 1.0 never 1\n`),
    '100,000 SERVER lines': () => many(100_000, i => `SERVER a${i} ANY 27000\n`),
    '100,000 SERVER lines of as many hosts': () => many(100_000, i => `SERVER a${i} ${i} 27000\n`),
  };
  for (const [title, make] of Object.entries(traps))
    it(title, () => exercise(reportOf(`SERVER h ANY\nVENDOR acmed\n${first}${make()}`)));
});

describe('traps in RLM files', function () {
  this.timeout(30_000);

  const traps: Readonly<Record<string, () => string>> = {
    'one line of 10 MB': () => 'x'.repeat(10 * megabyte),
    '2 MB of words': () => `LICENSE acmed a 1.0 permanent 1 ${'x '.repeat(megabyte)}`,
    '2 MB of white space': () => `LICENSE${' '.repeat(2 * megabyte)}x`,
    '2 MB of LICENSE': () => 'LICENSE\n'.repeat((2 * megabyte) / 8),
    '2 MB of FEATURE': () => 'FEATURE \n'.repeat(megabyte),
    '100,000 unclosed quotes': () => many(100_000, i => `LICENSE acmed a${i} 1.0 permanent 1 sig="0000\n`),
    '50,000 UPGRADE lines of as many lines': () =>
      many(50_000, () => 'LICENSE acmed a 1.0 permanent 1 sig=0\n') +
      many(50_000, () => 'UPGRADE acmed a 1.0 2.0 permanent 1 sig=0\n'),
  };
  for (const [title, make] of Object.entries(traps))
    it(title, () => exercise(reportOf(`HOST h ANY\nISV acmed\nLICENSE acmed first 1 permanent 1 sig=0\n${make()}`)));
});

describe('traps for telling what a file is', function () {
  this.timeout(10_000);

  const texts: Readonly<Record<string, () => string>> = {
    blanks: () => ' '.repeat(megabyte),
    'blanks at the beginnings of lines': () => `${' '.repeat(1_000)}\n`.repeat(1_000),
    'FEATURE and its backslashes': () => `FEATURE ${'\\\n'.repeat(100_000)}`,
    'FEATURE and its backslashes and blanks': () => `FEATURE ${'\\ '.repeat(100_000)}\nx`,
    'FEATURE without an end': () => 'FEATURE a b c '.repeat(10_000),
    'lines of FEATURE': () => 'FEATURE x\n'.repeat(10_000),
    'lines of LICENSE and white space': () => `LICENSE\t${'\t'.repeat(5_000)}x\n`.repeat(20),
    'lines of UPGRADE': () => 'UPGRADE\n'.repeat(20_000),
    dashes: () => `FEATURE a b c 1-${'-'.repeat(100_000)}`,
    digits: () => `FEATURE a b c ${'1'.repeat(100_000)}`,
    'SERVER and white space': () => `SERVER ${' '.repeat(50_000)}\n`.repeat(2),
    braces: () => '{'.repeat(100_000),
    'angle brackets': () => '<'.repeat(100_000),
    dots: () => '.'.repeat(100_000),
  };
  for (const [title, make] of Object.entries(texts))
    it(title, () => {
      // A text may well be of none.
      for (const path of ['license.lic', 'license.json', 'sap.txt']) claimed(make(), path);
    });
});

/** As the editor does, all of it. */
function exercise(report: Report): void {
  for (const file of report.files) {
    assert.ok(file.terms.length > 0);
    timelineIn(report, file);
  }
}
