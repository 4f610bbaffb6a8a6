// What `required` and `acceptedGaps` are read as, and what is told of those that say nothing.
import assert from 'node:assert/strict';
import type { AcceptedGap, Requirement } from '../../../src/core/model';
import { gaps, iso, readText } from '../read';
import { type Case, checkAll, covered, file, reportAt } from './table';

const always = 'A 2020-01-01..never seats: 5';

/** `environment/product from..until seats`, `-` for what is not said. */
const needs: readonly (readonly [string, string])[] = [
  ['required: { seats: 5 }', '-/P -..- 5'],
  ['required: { users: "5" }', '-/P -..- 5'],
  ['required: { seats: unlimited }', '-/P -..- Infinity'],
  ['required: {}', '-/P -..- -'],
  ['required: { from: 2026-12-01 }', '-/P 2026-12-01T00:00:00.000Z..- -'],
  ['required: { until: 2026-12-01 }', '-/P -..2026-12-01T00:00:00.000Z -'],
  ['required: { start: 2026-12-01, end: 2026-12-02 }', '-/P 2026-12-01T00:00:00.000Z..2026-12-02T00:00:00.000Z -'],
  ['required: { from: 2026-12-01T12:00:00Z, until: never }', '-/P 2026-12-01T12:00:00.000Z..- -'],
  ['required: { from: null, until: }', '-/P -..- -'],
  ['timezone: America/Chicago\nrequired: { from: 2026-12-01 }', '-/P 2026-12-01T06:00:00.000Z..- -'],
  ['environment: test\nrequired: { seats: 5 }', 'test/P -..- 5'],
  ['environment: test\nrequired: { seats: 5, environment: live }', 'live/P -..- 5'],
  ['required: { seats: 5, product: Q }', '-/Q -..- 5'],
];

const wrongNeeds: readonly Case[] = [
  {
    title: 'seats that are no number: none are required',
    text: file([covered, 'required: { seats: many }'], 'A 2020-01-01..never seats: 1'),
    told: ['unknown-field "many"'],
  },
  {
    title: 'seats below zero: none are required',
    text: file([covered, 'required: { seats: -1 }'], 'A 2020-01-01..never seats: 1'),
    told: ['unknown-field "-1"'],
  },
  {
    title: 'bounds in the wrong order: nothing is required',
    text: file(
      [covered, 'required: { from: 2027-12-01, until: 2026-12-01, seats: 9 }'],
      'A 2026-01-01..2027-12-31 seats: 1',
    ),
    told: ['reversed-term "2026-12-01"'],
    messages: ['The required time ends before it begins, so it says nothing.'],
  },
  {
    title: 'two bounds on one day',
    text: file([covered, 'required: { from: 2026-12-01, until: 2026-12-01 }'], always),
    told: ['reversed-term "2026-12-01"'],
    messages: ['The required time is empty: "until" is the first day that no longer belongs to it.'],
  },
  {
    title: 'a date that is none: nothing is required',
    text: file([covered, 'required: { from: soon, until: 2036-01-01, seats: 9 }'], 'A 2026-01-01..2027-12-31 seats: 1'),
    told: ['invalid-date "soon"'],
  },
  {
    title: 'a misspelled bound: nothing is required',
    text: file(
      [covered, 'required: { from: 2020-01-01, untill: 2036-01-01, seats: 9 }'],
      'A 2026-01-01..2027-12-31 seats: 1',
    ),
    told: ['unknown-field "untill"'],
    messages: ['"untill" is not a known field. Did you mean "until"?'],
  },
  {
    title: 'misspelled seats: the bounds hold',
    text: file([covered, 'required: { from: 2026-01-01, saets: 9 }'], 'A 2026-02-01..2027-12-31 seats: 1'),
    told: ['unknown-field "saets"', 'gap "2026-02-01"'],
  },
  {
    title: 'no mapping',
    text: file([covered, 'required: 500'], 'A 2026-02-01..2027-12-31 seats: 1'),
    told: ['unknown-field "500"'],
  },
];

const unlicensed: readonly Case[] = [
  {
    title: 'one gap from bound to bound',
    text: file([covered, 'required: { from: 2026-12-01, until: 2027-12-01, seats: 5 }']),
    told: ['gap "required"', 'no-terms "licenses"'],
  },
  {
    title: 'nothing with one bound only: from',
    text: file([covered, 'required: { from: 2026-12-01 }']),
    told: ['no-terms "licenses"'],
  },
  {
    title: 'nothing with one bound only: until',
    text: file([covered, 'required: { until: 2026-12-01 }']),
    told: ['no-terms "licenses"'],
  },
  { title: 'nothing without a bound', text: file([covered, 'required: { seats: 5 }']), told: ['no-terms "licenses"'] },
  {
    title: 'an entry that can not be read might fill it',
    text: file([covered, 'required: { from: 2026-12-01, until: 2027-12-01 }'], 'A soon..never'),
    told: ['gap "required"', 'no-terms "licenses"', 'invalid-date "soon"'],
    messages: [
      'P is not covered for 365 days: 2026-12-01 00:00 to 2027-12-01 00:00 (UTC). It is required, and no license of it can be read. ' +
        'One entry that could not be read might fill it.',
      'No license term can be read in this file.',
      `"soon" can't be read as a date. Write it as YYYY-MM-DD.`,
    ],
  },
  {
    title: 'partly accepted',
    text: file([
      covered,
      'required: { from: 2026-12-01, until: 2027-12-01 }',
      'acceptedGaps: [{ product: P, from: 2027-01-01, until: 2027-02-01 }]',
    ]),
    told: ['gap "required"', 'gap "required"', 'no-terms "licenses"'],
    messages: [
      'P is not covered for 31 days: 2026-12-01 00:00 to 2027-01-01 00:00 (UTC). It is required, and no license of it can be read.',
      'P is not covered for 303 days: 2027-02-01 00:00 to 2027-12-01 00:00 (UTC). It is required, and no license of it can be read.',
      'No license term can be read in this file.',
    ],
  },
  {
    title: 'none where the file names another product than its entries: that one is the gap',
    text: file([covered, 'required: { product: Q, from: 2026-12-01, until: 2027-12-01 }'], always),
    told: ['gap "required"'],
    messages: [
      'Q is not covered for 365 days: 2026-12-01 00:00 to 2027-12-01 00:00 (UTC). It is required, and no license of it can be read.',
    ],
  },
];

describe('required', () => {
  for (const [text, expected] of needs) {
    it(text.replace('\n', ', '), () => {
      const { required } = readText('licenses.yaml', file([covered, text], always)).documents[0]!;
      assert.equal(shown(required!), expected);
    });
  }

  for (const text of ['required:', 'required: null', 'expiryDay: covered']) {
    it(`"${text}" asks for nothing`, () => {
      const report = reportAt(file([text], always));
      assert.equal(report.files[0]!.documents[0]!.required, undefined);
      assert.deepEqual(report.findings, []);
    });
  }

  it('knows its places', () => {
    const text = file([covered, 'required: { seats: "12" }'], always);
    const { span, seatsSpan } = readText('licenses.yaml', text).documents[0]!.required!;
    assert.equal(text.slice(span.start, span.end), 'required');
    assert.equal(text.slice(seatsSpan!.start, seatsSpan!.end), '12');
  });

  describe('that says something wrong', () => checkAll(wrongNeeds));
  describe('of a product without any license', () => checkAll(unlicensed));
});

describe('required by several documents', () => {
  const other = (fields: string) => `---\nproduct: p\nrequired: { ${fields} }\n`;

  it('makes the life of a product as long as the longest asks', () => {
    const text = file([covered, 'required: { from: 2026-01-01, until: 2028-02-01 }'], 'A 2026-02-01..2027-12-31');
    assert.deepEqual(gaps(reportAt(text + other('from: 2026-01-15, until: 2028-03-01'))), [
      'open 2026-01-01T00:00:00.000Z 744 h',
      'open 2028-01-01T00:00:00.000Z 1440 h',
    ]);
    assert.deepEqual(gaps(reportAt(text + other('from: 2025-12-31, until: 2028-01-15'))), [
      'open 2025-12-31T00:00:00.000Z 768 h',
      'open 2028-01-01T00:00:00.000Z 744 h',
    ]);
  });

  it('leaves the time between the last license and what is required later out', () => {
    const text = file([covered, 'required: { from: 2028-02-01, until: 2028-02-11 }'], 'A 2026-02-01..2027-12-31');
    assert.deepEqual(gaps(reportAt(text)), ['open 2028-02-01T00:00:00.000Z 240 h']);
    assert.deepEqual(gaps(reportAt(text + other('from: 2025-01-01, until: 2025-01-11'))), [
      'open 2025-01-01T00:00:00.000Z 240 h',
      'open 2028-02-01T00:00:00.000Z 240 h',
    ]);
    const unstated = text.replace(covered, 'timezone: UTC');
    const [gap] = reportAt(unstated).findings.map(({ message }) => message);
    assert.doesNotMatch(gap!, /a day longer/);
  });

  it('without any license is a gap for each that is apart', () => {
    const text = file([covered, 'required: { from: 2026-12-01, until: 2026-12-11 }']);
    assert.deepEqual(gaps(reportAt(text + other('from: 2027-01-01, until: 2027-01-11'))), [
      'open 2026-12-01T00:00:00.000Z 240 h',
      'open 2027-01-01T00:00:00.000Z 240 h',
    ]);
  });
});

/** `environment/product from..until reason`. */
const acceptances: readonly (readonly [string, readonly string[]])[] = [
  ['[]', []],
  [
    '[{ from: 2026-12-01, until: 2026-12-02, reason: move }]',
    ['-/- 2026-12-01T00:00:00.000Z..2026-12-02T00:00:00.000Z move'],
  ],
  ['[{ product: P, environment: test }]', ['test/P -Infinity..Infinity -']],
  ['[{ from: 2026-12-01, until: never }]', ['-/- 2026-12-01T00:00:00.000Z..Infinity -']],
  ['[{ until: 2026-12-01 }]', ['-/- -Infinity..2026-12-01T00:00:00.000Z -']],
  ['[{ from: soon, until: 2026-12-01 }, { until: 2026-12-01 }]', ['-/- -Infinity..2026-12-01T00:00:00.000Z -']],
  ['[{ from: 2026-12-01, until: later }]', []],
  ['[{ from: 2026-12-02, until: 2026-12-01 }]', []],
  ['[{ from: 2026-12-01, until: 2026-12-01 }]', []],
  ['[{ form: 2026-12-01, until: 2026-12-02 }]', []],
  ['[{ from: 2026-12-01, reson: x }]', ['-/- 2026-12-01T00:00:00.000Z..Infinity -']],
  ['[2026-12-01]', []],
  ['{ from: 2026-12-01 }', []],
];

const hole = ['A 2026-01-01..2026-11-30', 'B 2026-12-05..never'];

const wrongAcceptances: readonly Case[] = [
  {
    title: 'dates in the wrong order accept nothing',
    text: file([covered, 'acceptedGaps: [{ from: 2026-12-05, until: 2026-12-01 }]'], ...hole),
    told: ['reversed-term "2026-12-01"', 'gap "2026-11-30"'],
    messages: [
      'This accepted gap ends before it begins, so it says nothing.',
      'P is not covered for 4 days: 2026-12-01 00:00 to 2026-12-05 00:00 (UTC). A expires 2026-11-30, B starts 2026-12-05. ' +
        'The expiry day is covered: the file says "expiryDay: covered".',
    ],
  },
  {
    title: 'a misspelled bound accepts nothing',
    text: file([covered, 'acceptedGaps: [{ from: 2026-12-01, utnil: 2026-12-05 }]'], ...hole),
    told: ['unknown-field "utnil"', 'gap "2026-11-30"'],
  },
  {
    title: 'a date that is none accepts nothing',
    text: file([covered, 'acceptedGaps: [{ from: 2026-12-01, until: 2026-12-32 }]'], ...hole),
    told: ['invalid-date "2026-12-32"', 'gap "2026-11-30"'],
  },
  {
    title: 'no list accepts nothing',
    text: file([covered, 'acceptedGaps: { from: 2026-12-01 }'], ...hole),
    told: ['unknown-field "{ from: 2026-12-01 }"', 'gap "2026-11-30"'],
  },
  {
    title: 'no mapping accepts nothing, the others do',
    text: file([covered, 'acceptedGaps: [2026-12-01, { from: 2026-12-01 }]'], ...hole),
    told: ['unknown-field "2026-12-01"'],
  },
  { title: 'nothing at all', text: file([covered, 'acceptedGaps:'], ...hole), told: ['gap "2026-11-30"'] },
];

describe('acceptedGaps', () => {
  for (const [text, expected] of acceptances) {
    it(`${text} are ${expected.length}`, () => {
      const { acceptedGaps } = readText('licenses.yaml', file([covered, `acceptedGaps: ${text}`], always))
        .documents[0]!;
      assert.deepEqual(acceptedGaps.map(shown), expected);
    });
  }

  it('take the environment of the file', () => {
    const text = file(['environment: test', covered, 'acceptedGaps: [{ until: 2026-12-01 }]'], always);
    assert.equal(readText('licenses.yaml', text).documents[0]!.acceptedGaps[0]!.environment, 'test');
  });

  describe('that say something wrong', () => checkAll(wrongAcceptances));

  it('two dates that are exchanged can be swapped', () => {
    const text = file([covered, 'acceptedGaps: [{ from: 2026-12-05, until: 2026-12-01 }]'], always);
    const [finding] = reportAt(text).findings;
    const { subject } = finding!;
    assert.equal(subject?.kind, 'swap');
    if (subject?.kind !== 'swap') return;
    assert.equal(text.slice(subject.first.start, subject.first.end), '2026-12-05');
    assert.equal(text.slice(subject.second.start, subject.second.end), '2026-12-01');
  });

  it('two dates that are one can not', () => {
    const [finding] = reportAt(
      file([covered, 'acceptedGaps: [{ from: 2026-12-01, until: 2026-12-01 }]'], always),
    ).findings;
    assert.equal(finding!.subject, undefined);
  });
});

function shown(statement: Requirement | AcceptedGap): string {
  const { environment, product, from, until } = statement;
  const last = 'reason' in statement ? statement.reason : statement.seats;
  const bound = (instant: number | undefined): string => (instant === undefined ? '-' : iso(instant));
  return `${environment ?? '-'}/${product ?? '-'} ${bound(from)}..${bound(until)} ${last ?? '-'}`;
}
