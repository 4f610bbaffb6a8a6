// Vendors' files, whole, cut off, damaged and made up: nothing throws, every place is right, no fix changes a license, no secret is shown.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printers } from '../../../src/cli/printers';
import { analyze } from '../../../src/core/analyze';
import { gapsOf } from '../../../src/core/coverage';
import { explainGap, explainTerm } from '../../../src/core/explain';
import { type Fix, fixesFor } from '../../../src/core/fixes';
import { readLicenseFile } from '../../../src/core/formats';
import { fieldNames } from '../../../src/core/formats/fields';
import { dialect as flexnet } from '../../../src/core/formats/flexnet';
import { LineReader } from '../../../src/core/formats/line-reader';
import { dialect as rlm } from '../../../src/core/formats/rlm';
import type { Report, Term } from '../../../src/core/model';
import { defaultSettings, type Settings } from '../../../src/core/settings';
import { applyEdits } from '../../../src/core/text';
import * as vendorWords from '../../../src/core/words/vendor-files';
import { timelineIn } from '../read';
import { needSamples, sampleNames, sampleText } from './lines';

const at = Date.UTC(2026, 9, 1);

/** What the files say if some vendors claim them; `undefined`: none does. */
function survive(text: string, settings: Partial<Settings> = {}): Report | undefined {
  const all = { ...defaultSettings, ...settings };
  const file = readLicenseFile({ path: 'license.lic', text }, all);
  if (!file) return undefined;
  const report = analyze([file], all, at);
  assertPlaces(report);
  return report;
}

/** Every place lies in the text, and every field says what stands at its place. */
function assertPlaces({ files, findings }: Report): void {
  const isIn = (
    { text }: { readonly text: string },
    { start, end }: { readonly start: number; readonly end: number },
  ) => Number.isInteger(start) && start >= 0 && start <= end && end <= text.length;
  for (const { file, span, rule, related = [] } of findings) {
    assert.ok(isIn(file, span), rule);
    for (const other of related) assert.ok(isIn(other.file, other.span), `related to ${rule}`);
  }
  for (const file of files) for (const term of file.terms) assertFields(term, isIn);
}

function assertFields(term: Term, isIn: (file: Term['file'], span: { start: number; end: number }) => boolean): void {
  const { file, entry, from, until, possibleUntil = until } = term;
  assert.ok(from < possibleUntil && until <= possibleUntil, 'a license of no time');
  assert.ok(isIn(file, entry.node));
  for (const name of fieldNames) {
    const value = entry.fields[name]?.value;
    if (value?.kind !== 'scalar') continue;
    assert.ok(isIn(file, value), name);
    // Formats of instants say them in words that people read.
    if (isOfLines(entry.document.format)) assert.equal(value.text, file.text.slice(value.start, value.end), name);
  }
  for (const { key } of entry.node.pairs) assert.ok(isIn(file, key) && key.start >= entry.node.start, 'head');
}

function isOfLines(format: string): boolean {
  return format === 'flexnet' || format === 'rlm';
}

/** What the lines that a vendor has signed say, word by word; curly quotes as the straight ones that they stand for. */
function signed(text: string, format: string): readonly string[] {
  const reader = new LineReader(text.replace(/\r(?!\n)/g, '\n'), format === 'rlm' ? rlm : flexnet);
  const records: string[] = [];
  while (reader.next()) {
    if (!/^(?:FEATURE|INCREMENT|UPGRADE|PACKAGE|LICENSE)$/.test(reader.keyword)) continue;
    const words = Array.from({ length: reader.count }, (_, i) => reader.text.slice(reader.starts[i], reader.ends[i]));
    records.push([reader.keyword, ...words.map(plain)].join(' | '));
  }
  return records;
}

function plain(word: string): string {
  return word.replace(/[ \t]*\\?[ \t]*\r?\n[ \t]*/g, ' ').replace(/[\u201c\u201d]/g, '"');
}

function fixesIn(report: Report): readonly Fix[] {
  return report.findings.flatMap(finding => fixesFor(finding, report));
}

/** Each fix by itself leaves the licenses as they are; all of them, one after another, come to an end. */
function assertSafeFixes(text: string, settings: Partial<Settings> = {}): void {
  const report = survive(text, settings);
  if (!report) return;
  const [{ format }] = report.files as [Report['files'][number]];
  const before = signed(text, format);
  const fixes = fixesIn(report);
  for (const { title, make } of fixes) {
    const made = make();
    if (!made) continue;
    const after = applyEdits(text, made.edits);
    assert.notEqual(after, text, title);
    // Of lines that are the same to the letter all but one may go.
    const kept = title === vendorWords.removeLine ? once : (lines: readonly string[]) => lines;
    if (isOfLines(format)) assert.deepEqual(kept(signed(after, format)), kept(before), title);
    else
      for (const edit of made.edits) assert.equal(edit.start, edit.end, `${title} replaces text of a ${format} file`);
  }
  let current = text;
  for (let count = 0; ; count++) {
    assert.ok(count <= 3 * fixes.length + 5, `fixes that never end: ${current}`);
    const now = survive(current, settings);
    const edits = now && fixesIn(now).flatMap(({ make }) => make()?.edits ?? [])[0] && firstEdits(now);
    if (!edits) break;
    current = applyEdits(current, edits);
  }
  if (isOfLines(format)) assert.deepEqual(once(signed(current, format)), once(before));
}

function once(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)];
}

function firstEdits(report: Report): NonNullable<ReturnType<Fix['make']>>['edits'] | undefined {
  for (const { make } of fixesIn(report)) {
    const made = make();
    if (made) return made.edits;
  }
  return undefined;
}

describe('vendors’ samples', () => {
  before(needSamples);

  const samples = sampleNames().filter(name =>
    readLicenseFile({ path: 'license.lic', text: sampleText(name) }, defaultSettings),
  );

  it('are those of all formats', () => assert.ok(samples.length >= 13, samples.join(', ')));

  for (const name of samples) {
    it(`${name}: every beginning`, () => {
      const text = sampleText(name);
      for (let end = 0; end <= text.length; end++) survive(text.slice(0, end));
    }).timeout(60_000);

    it(`${name}: every character another, lacking or doubled`, () => {
      const text = sampleText(name);
      for (let i = 0; i < text.length; i++) {
        const flipped = String.fromCharCode(text.charCodeAt(i) ^ (1 << (i % 7)));
        const other = ['\n', '\\', '"', '#', ' ', '=', '“', '\ufffd', ''][i % 9]!;
        survive(text.slice(0, i) + flipped + text.slice(i + 1));
        survive(text.slice(0, i) + other + text.slice(i + 1));
      }
    }).timeout(60_000);

    it(`${name}: fixes of what damage does to it`, () => {
      const text = sampleText(name);
      assertSafeFixes(text);
      for (let i = 0; i < text.length; i += 1 + Math.floor(text.length / 200)) {
        for (const other of ['\n', '\r\n', '“', '"', '', '\\\n', ' # c\n'])
          assertSafeFixes(text.slice(0, i) + other + text.slice(i + 1));
        assertSafeFixes(text.slice(0, i) + text.slice(i).replace(/\\\n/, '\n'));
      }
    }).timeout(60_000);
  }
});

const quiet = fc.constantFrom(
  ...['widget', 'gadget', 'acmed', '1.0', '2.0', '1.10', '1.2', '5', '0', 'uncounted', 'permanent', '1-jan-0'],
  ...['30-sep-2026', '30-nov-2026', '31-feb-2027', '15-oct-2026', 'x', '001122334455', 'ANY', 'FLOAT_OK', 'SUPERSEDE'],
);
const date = fc.constantFrom('01-oct-2026', '02-nov-2026', '01-dec-2026', '01-jan-2025', 'soon');
const attribute = fc.oneof(
  date.map(day => `START=${day}`),
  date.map(day => `ISSUED=${day}`),
  fc.constantFrom(
    ...[
      'HOSTID=ANY',
      'HOSTID=00AA',
      'SIGN=0',
      'SIGN="0000 1111"',
      'SIGN="0000',
      'SIGN=“0000 1111”',
      'NOTICE="a “b c” d"',
    ],
    ...[
      'SUPERSEDE="widget gadget"',
      'COMPONENTS="widget gadget:1.0:2"',
      'VENDOR_STRING="',
      '"',
      '“',
      '”',
      '\\',
      'SERVER',
    ],
  ),
);
const blank = fc.oneof(
  { weight: 20, arbitrary: fc.constant(' ') },
  fc.constantFrom(
    '\t',
    '  ',
    ' \\\n',
    '\\\n\t',
    ' \\ \n',
    '\n',
    '\r\n',
    ' \\\r\n',
    '\r',
    ' # c\n',
    ' \\ # c\n',
    '\n\n',
    ' \\\n\n',
    '"\n',
    '”\n',
  ),
);
const keyword = fc.constantFrom(
  ...[
    'FEATURE',
    'INCREMENT',
    'INCREMENT',
    'UPGRADE',
    'PACKAGE',
    'LICENSE',
    'SERVER',
    'VENDOR',
    'ISV',
    'HOST',
    'USE_SERVER',
  ],
  ...['feature', 'Increment', '#', 'Dear', 'License'],
);
/** A record that is nearly good, with its words pulled apart by anything. */
const record = fc
  .tuple(
    keyword,
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.tuple(
          fc.constantFrom('widget', 'gadget'),
          fc.constant('acmed'),
          fc.constantFrom('1.0', '2.0'),
          fc.constantFrom('30-sep-2026', '15-oct-2026', '30-nov-2026', 'permanent'),
          fc.constantFrom('5', '2', 'uncounted'),
        ),
      },
      fc.array(quiet, { maxLength: 7 }),
    ),
    fc.array(attribute, { maxLength: 4 }),
    fc.array(blank, { minLength: 12, maxLength: 12 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', ' \\\n', ' # c\n', '\r', ''),
  )
  .map(([first, fields, attributes, blanks, end]) =>
    [first, ...fields, ...attributes]
      .map((word, i, all) => word + (i === all.length - 1 ? end : blanks[i % 12]))
      .join(''),
  );
const server = fc.constantFrom(
  'SERVER lic01 001122334455 27000\n',
  'VENDOR acmed\n',
  'HOST lic01 001122334455\n',
  'ISV acmed\n',
  'USE_SERVER\n',
);
const heads = [
  'SERVER lic01 001122334455 27000\nVENDOR acmed\n',
  'HOST lic01 001122334455\nISV acmed\n',
  'FEATURE first acmed 1.0 permanent 1\n',
];
const file = fc
  .tuple(fc.constantFrom(...heads), fc.array(fc.oneof({ weight: 5, arbitrary: record }, server), { maxLength: 8 }))
  .map(([head, records]) => head + records.join(''));
const choices = fc.record({
  profiles: fc.constantFrom(
    {},
    { flexnet: { expiryDay: 'unstated', timezone: undefined } as const },
    { acmed: { expiryDay: 'uncovered', timezone: 'America/Santiago' } as const },
  ),
});

describe('made up files of lines', function () {
  this.timeout(120_000);

  it('are read, and every place is right', () => {
    fc.assert(
      fc.property(file, choices, (text, settings) => {
        survive(text, settings);
      }),
      { numRuns: 3_000 },
    );
  });

  it('of any characters are read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.string({ unit: 'binary', maxLength: 300 }), (head, text) => {
        survive(head + text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keep what their vendor has signed, whatever fix is applied; all fixes come to an end', () => {
    fc.assert(
      fc.property(file, choices, (text, settings) => assertSafeFixes(text, settings)),
      { numRuns: 3_000 },
    );
  });

  it('get no comment in a quote that is left open, whatever ends their lines', () => {
    const license = 'INCREMENT widget acmed 1.0 30-nov-2026 5 SIGN="0000';
    const next = 'INCREMENT widget acmed 1.0 permanent 5 START=01-jan-2027 SIGN=0';
    // A carriage return ends a line as well.
    assertSafeFixes(
      'FEATURE widget acmed 1.0 30-sep-2026 5 "\rFEATURE widget acmed 1.0 30-sep-2026 5 ”\nIncrement widget acmed 1.0 permanent 5 START=01-dec-2026\n',
    );
    for (const lineBreak of ['\n', '\r\n']) {
      const text = [license, next, ''].join(lineBreak);
      assert.ok(
        fixesIn(survive(text)!).every(({ make }) => make() === undefined),
        JSON.stringify(lineBreak),
      );
      const [fix] = fixesIn(survive(text.replace('0000', '0000"'))!);
      assert.equal(fix!.make()!.edits.length, 1);
    }
  });

  it('keep a word that is a backslash beside one that is too many', () => {
    const license = 'FEATURE widget acmed 1.0 30-sep-2026 5';
    for (const end of ['\\', '\\ \\', 'x\\ \\', '\\\n\\', '\\ # a\\b', 'x \\ \\ # c'])
      for (const lineBreak of ['\n', '\r\n', '\r'])
        assertSafeFixes(`VENDOR acmed\n${license} ${end}\n${license}\n`.replaceAll('\n', lineBreak));
  });

  it('are of one format, whatever ends their lines', () => {
    const text = 'HOST lic01 001122334455\nISV acmed\nFEATURE widget acmed\n\n1.0 30-sep-2026 5 SIGN="0"\n';
    const formats = ['\n', '\r\n', '\r'].map(each =>
      survive(text.replaceAll('\n', each))
        ?.files.map(({ format }) => format)
        .join(),
    );
    assert.equal(new Set(formats).size, 1, formats.join(', '));
  });

  it('are read alike with each kind of line ends', () => {
    fc.assert(
      fc.property(file, text => {
        const plainText = text.replace(/\r\n?/g, '\n');
        const said = (each: string) =>
          survive(each)?.files.map(({ terms }) =>
            terms.map(({ product, from, until, seats }) => [product, from, until, seats]),
          );
        assert.deepEqual(said(plainText.replaceAll('\n', '\r\n')), said(plainText));
        assert.deepEqual(said(plainText.replaceAll('\n', '\r')), said(plainText));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('secrets', () => {
  let number = 0;
  const secrets: string[] = [];
  /** A word as no other, of hexadecimal digits as keys are. */
  const secret = (prefix = ''): string => {
    const made = `${prefix}CA${String(++number).padStart(2, '0')}BAD0F00DBEEF`;
    secrets.push(made);
    return made;
  };
  const flexnetText = [
    `SERVER ${secret('host-')} ${secret()} 27000`,
    'VENDOR acmed port=27001',
    `SERVER ${secret('host-')} ${secret()} 27000`,
    `SERVER ${secret('host-')} ANY 27000`,
    // Twice, with another name.
    `SERVER ${secret('host-')} ANY 27000`,
    'VENDOR acmed port=27001',
    `INCREMENT hole acmed 1.0 30-nov-2026 5 ${secret()} HOSTID=${secret()} SIGN=${secret()}`,
    `INCREMENT hole acmed 1.0 permanent 5 ${secret()} START=01-jan-2027 HOSTID=${secret()} SIGN="${secret()} ${secret()}"`,
    `INCREMENT hole acmed 1.0 30-nov-2026 5 HOSTID="${secret()} ${secret()}" SIGN2=${secret()} AUTH={a=(b=${secret()})}`,
    `INCREMENT hole acmed 1.0 permanent 5 START=01-mar-2027 HOSTID=ID=${secret()} SIGN=“${secret()}”`,
    `FEATURE void acmed 1.0 30-sep-2026 5 HOSTID=${secret()} SIGN=${secret()}`,
    `FEATURE void acmed 1.0 permanent 5 HOSTID=${secret()} SIGN=${secret()}`,
    `INCREMENT old acmed 1.0 permanent 5 ISSUED=01-jan-2025 HOSTID=${secret()} SIGN=${secret()}`,
    `INCREMENT old acmed 2.0 permanent 5 ISSUED=01-jan-2026 START=01-jan-2027 SUPERSEDE SIGN=${secret()} SUPERSEDE_SIGN=${secret()}`,
    `UPGRADE alone acmed 1.0 2.0 15-oct-2026 5 ${secret()} SIGN=${secret()}`,
    `PACKAGE alone2 acmed 1.0 COMPONENTS=hole ${secret()} SIGN=${secret()}`,
    // Fields are lacking, so that the key stands in their places.
    `INCREMENT short acmed 1.0 permanent ${secret()} SIGN=${secret()}`,
    `INCREMENT short acmed 1.0 ${secret()} 5 SIGN=${secret()}`,
    `INCREMENT short acmed ${secret()} SIGN=${secret()}`,
    `INCREMENT short acmed 1.0 31-feb-2027 5 ${secret()} SIGN=${secret()}`,
    `INCREMENT short acmed 1.0 30-nov-2026 5 ${secret()} START=01-dec-2026 HOSTID=${secret()} SIGN=${secret()}`,
    `INCREMENT split acmed 1.0 30-sep-2026 5 ${secret()}\nSIGN=${secret()}`,
    `INCREMENT open acmed 1.0 30-sep-2026 5 SIGN="${secret()}`,
  ].join('\n');
  const rlmText = [
    `HOST ${secret('host-')} ${secret()} 5053`,
    'ISV acmed',
    `HOST ${secret('host-')} ${secret()} 5053`,
    `LICENSE acmed hole 1.0 30-nov-2026 5 hostid=${secret()} _ck=${secret()} sig="${secret()}"`,
    `LICENSE acmed hole 1.0 permanent 5 start=1-jan-2027 hostid=${secret()} _ck=${secret()} sig="${secret()}\n ${secret()}"`,
    `LICENSE acmed ended 1.0 30-sep-2026 5 ${secret()}`,
    `LICENSE acmed short 1.0 permanent ${secret()}`,
    `LICENSE acmed short 1.0 30-nov-26 5 ${secret()}`,
    `LICENSE acmed open 1.0 30-sep-2026 5 password=${secret()} sig="${secret()}`,
  ].join('\n');

  /** All that is shown, printed, drawn, offered or written of a report. */
  function shownOf(report: Report): string {
    const { findings, products, files } = report;
    const fixes = fixesIn(report).map(({ title, make }) => [title, make()?.edits]);
    return JSON.stringify([
      findings.map(({ message, related = [] }) => [message, ...related.map(each => each.message)]),
      products.flatMap(coverage => [
        ...gapsOf(coverage).map(gap => explainGap(coverage, gap)),
        ...coverage.terms.map(term => explainTerm(coverage, term, at)),
      ]),
      files.map(file => timelineIn(report, file).model),
      printers.map(({ print }) => print(report)),
      fixes,
    ]);
  }

  for (const [format, text] of [
    ['flexnet', flexnetText],
    ['rlm', rlmText],
  ] as const) {
    for (const [how, made] of [
      ['as it is', text],
      ['with CRLF', text.replaceAll('\n', '\r\n')],
      ['with carriage returns alone', text.replaceAll('\n', '\r')],
      ['in small letters', text.toLowerCase()],
    ] as const) {
      it(`of a ${format} file ${how} are shown nowhere`, () => {
        assert.ok(secrets.length >= 40);
        for (const profiles of [{}, { [format]: { expiryDay: 'unstated', timezone: undefined } as const }]) {
          const report = survive(made, { profiles })!;
          assert.equal(report.files[0]!.format, format);
          assert.ok(report.findings.length >= 3);
          const shown = shownOf(report).toLowerCase();
          for (const each of secrets) assert.ok(!shown.includes(each.toLowerCase()), each);
        }
      });
    }

    it(`of a ${format} file of which any one word is lost are shown nowhere`, () => {
      const words = [...text.matchAll(/(?<=[ \n])[^ \n]+ /g)];
      for (const { index, 0: word } of words) {
        const report = survive(text.slice(0, index) + text.slice(index + word.length));
        if (!report) continue;
        const shown = shownOf(report).toLowerCase();
        for (const each of secrets) assert.ok(!shown.includes(each.toLowerCase()), `${each} without ${word}`);
      }
    }).timeout(60_000);
  }
});
