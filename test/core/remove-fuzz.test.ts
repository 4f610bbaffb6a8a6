// The fixes that take something out or change a word, over files in every hand: they do what they say and nothing else.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Fix } from '../../src/core/fixes';
import { mendAcceptance } from '../../src/core/fixes/acceptance';
import { mendDuplicate } from '../../src/core/fixes/mend-duplicate';
import { removeTemporary } from '../../src/core/fixes/remove-temporary';
import { replaceText } from '../../src/core/fixes/replace-text';
import { swapDates } from '../../src/core/fixes/swap-dates';
import type { Finding, LicenseFile, Report, Term } from '../../src/core/model';
import { applyEdits } from '../../src/core/text';
import type { Span } from '../../src/core/tree';
import { gaps, iso, reportOn } from './read';

/** One entry of a list: its fields, and what is written around it. */
interface Item {
  readonly fields: readonly (readonly [key: string, value: string])[];
  readonly quotes: readonly number[];
  readonly comments: readonly ['above' | 'inside' | 'behind' | 'below', ...unknown[]][];
  readonly isBelowBlank: boolean;
  readonly note: number;
}

interface Plan {
  readonly hand: (typeof hands)[number];
  readonly lines: string;
  readonly head: readonly (readonly [string, string])[];
  readonly licenses: readonly Item[];
  readonly accepted: readonly Item[];
  readonly endsOpen: boolean;
  readonly hasAnchors: boolean;
}

const hands = [
  ...['yaml', 'yaml-dash', 'yaml-entries', 'yaml-flow', 'yaml-lines'],
  ...['json', 'json-lines', 'jsonc', 'toml', 'toml-inline'],
] as const;

const date = fc.constantFrom(
  ...['2026-01-01', '2026-06-30', '2026-11-30', '2026-12-01', '2026-12-02', '2027-01-01', '2027-02-01', '2027-06-30'],
  ...['2026-12-01T00:00:00Z', '2026-12-01T12:00:00+02:00', '2027-02-30'],
);
const early = fc.constantFrom('2025-12-01', '2026-01-01', '2026-06-30');
const late = fc.constantFrom('2027-06-30', '2027-12-31', 'never');

const item = (fields: fc.Arbitrary<readonly (readonly [string, string])[]>): fc.Arbitrary<Item> =>
  fc.record({
    fields,
    quotes: fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }),
    comments: fc.subarray([['above'], ['inside'], ['behind'], ['below']] as ['above'][]),
    isBelowBlank: fc.boolean(),
    note: fc.nat(5),
  }) as fc.Arbitrary<Item>;

const stretch = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(early, late) },
  { weight: 4, arbitrary: fc.tuple(date, date).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a])) },
  { weight: 1, arbitrary: fc.tuple(date, date) },
);

const entry = item(
  fc
    .record({
      id: fc.constantFrom('A', 'B', 'LIC-1', 'LIC-1-2', '7', 'it-s', undefined),
      key: fc.constantFrom('K-1', 'K-2', '<key>', undefined, undefined),
      kind: fc.constantFrom('temporary', 'temporary', 'subscription', undefined),
      seats: fc.constantFrom(undefined, undefined, '5', '10'),
      dates: stretch,
      misspelled: fc.boolean(),
      order: fc.boolean(),
    })
    .map(({ id, key, kind, seats, dates: [starts, expires], misspelled, order }) => {
      const all: readonly (readonly [string, string | undefined])[] = [
        ...[['id', id] as const, ['key', key] as const, ['kind', kind] as const, ['seats', seats] as const],
        ...[['starts', starts] as const, [misspelled && id === 'A' ? 'expirs' : 'expires', expires] as const],
      ];
      const written = all.filter((field): field is readonly [string, string] => field[1] !== undefined);
      return order ? written : written.reverse();
    }),
);

const acceptance = item(
  fc
    .tuple(date, date, fc.constantFrom('2026-11-01', '2026-11-02T10:00:00Z', '2027-12-01', undefined))
    .map(([from, until, reviewBy]) => [
      ...[['from', from] as const, ['until', until] as const],
      ...(reviewBy === undefined ? [] : [['reviewBy', reviewBy] as const]),
    ]),
);

/** Often an entry stands there twice, in another order and other quotes. */
const entries = fc
  .tuple(fc.array(entry, { minLength: 1, maxLength: 4 }), fc.option(fc.tuple(fc.nat(), fc.nat(), fc.boolean())))
  .map(([items, again]): readonly Item[] => {
    if (!again) return items;
    const [from, to, turned] = again;
    const { fields, quotes, ...more } = items[from % items.length]!;
    const copy = { ...more, fields: turned ? [...fields].reverse() : fields, quotes: [...quotes].reverse() };
    const at = to % (items.length + 1);
    return [...items.slice(0, at), copy, ...items.slice(at)];
  });

const plan: fc.Arbitrary<Plan> = fc.record({
  hand: fc.constantFrom(...hands),
  lines: fc.constantFrom('\n', '\r\n'),
  head: fc.subarray([
    ['product', 'P'],
    ['expiryDay', 'covered'],
  ] as const),
  licenses: entries,
  accepted: fc.array(acceptance, { maxLength: 2 }),
  endsOpen: fc.boolean(),
  hasAnchors: fc.boolean(),
});

/** The file's name and its text. Each comment holds a word of its own, `c1`, `c2`, … */
function written(plan: Plan): readonly [name: string, text: string] {
  const { hand, lines, endsOpen } = plan;
  const name = hand === 'jsonc' ? 'licenses.jsonc' : `licenses.${hand.split('-')[0]}`;
  let text = hand.startsWith('json') ? asJson(plan) : hand.startsWith('toml') ? asToml(plan) : asYaml(plan);
  let count = 0;
  text = text.replace(/COMMENT/g, () => `c${++count}`);
  if (endsOpen) text = text.trimEnd();
  return [name, text.replaceAll('\n', lines)];
}

const has = ({ comments }: Item, place: string): boolean => comments.some(([where]) => where === place);

function asYaml({ hand, head, licenses, accepted, hasAnchors }: Plan): string {
  const scalar = ({ quotes }: Item, value: string, i: number): string =>
    quotes[i % 8] === 1 ? `'${value}'` : quotes[i % 8] === 2 ? `"${value}"` : value;
  let anchored = 0;
  const value = (each: Item, text: string, i: number): string => {
    if (!hasAnchors || each.note > 1) return scalar(each, text, i);
    if (each.note === 0 && /^\d{4}/.test(text))
      return anchored++ === 0 ? `&d ${scalar(each, text, i)}` : scalar(each, text, i);
    return anchored > 0 && /^\d{4}/.test(text) ? '*d' : scalar(each, text, i);
  };
  const flow = (each: Item): string =>
    `{ ${each.fields.map(([key, text], i) => `${key}: ${value(each, text, i)}`).join(', ')} }`;
  const lines = (each: Item): string[] => [
    ...each.fields.map(([key, text], i) => `${key}: ${value(each, text, i)}`),
    ...(each.note === 2 ? ['note: |', '  two', '  lines'] : []),
    ...(each.note === 3 ? ['note: |+', '  two', ''] : []),
    ...(each.note === 4 ? ['note:', '  - # COMMENT', '    deep: [1, 2]'] : []),
    ...(each.note === 5 ? ['note:'] : []),
  ];
  const block = (each: Item): string[] => {
    const body = hand === 'yaml-entries' ? [flow(each)] : lines(each);
    if (has(each, 'inside') && body.length > 1) body.splice(1, 0, '# COMMENT');
    // A literal text would take it for its own.
    if (has(each, 'behind') && !/^(?: {2}|$)/.test(body.at(-1)!)) body[body.length - 1] += ' # COMMENT';
    const item = body.map(line => (line === '' ? '' : `    ${line}`));
    if (hand === 'yaml-dash') item.unshift('  -');
    else item[0] = `  - ${body[0]}`;
    return [
      ...(each.isBelowBlank ? [''] : []),
      ...(has(each, 'above') ? ['  # COMMENT'] : []),
      ...item,
      ...(has(each, 'below') && each.note < 2 ? ['    # COMMENT'] : []),
    ];
  };
  const listed = (key: string, items: readonly Item[]): string[] => {
    if (items.length === 0) return [];
    if (hand === 'yaml-flow') return [`${key}: [${items.map(flow).join(', ')}]`];
    if (hand !== 'yaml-lines') return [`${key}:${items.length === 1 ? ' # COMMENT' : ''}`, ...items.flatMap(block)];
    return [
      `${key}: [`,
      ...items.flatMap((each, i) => [
        ...(has(each, 'above') ? ['    # COMMENT'] : []),
        `    ${flow(each)}${i + 1 < items.length || each.isBelowBlank ? ',' : ''}${has(each, 'behind') ? ' # COMMENT' : ''}`,
      ]),
      '  ]',
    ];
  };
  return `${[...head.map(([k, v]) => `${k}: ${v}`), ...listed('licenses', licenses), ...listed('acceptedGaps', accepted), 'required: { from: 2026-12-01, seats: 5 }'].join('\n')}\n`;
}

function asJson({ hand, head, licenses, accepted }: Plan): string {
  const pair = ([key, text]: readonly [string, string]): string =>
    `${JSON.stringify(key)}:${hand === 'json' ? '' : ' '}${text === '5' || text === '10' || text === '7' ? text : JSON.stringify(text)}`;
  if (hand === 'json') {
    const map = ({ fields }: Item): string => `{${fields.map(pair).join(',')}}`;
    return `{${[...head.map(pair), `"licenses":[${licenses.map(map).join(',')}]`, `"acceptedGaps":[${accepted.map(map).join(', ')}]`].join(',')}}`;
  }
  const isLoose = hand === 'jsonc';
  const remark = (each: Item, where: string): string[] =>
    isLoose && has(each, where) ? [where === 'above' ? '\t\t// COMMENT, above' : ' /* COMMENT, */'] : [];
  const list = (key: string, items: readonly Item[]): string =>
    [
      `\t"${key}": [`,
      ...items.flatMap((each, i) => [
        ...remark(each, 'above'),
        `\t\t{ ${each.fields.map(pair).join(', ')}${isLoose && each.note < 2 ? ',' : ''} }${remark(each, 'inside')[0] ?? ''}${i + 1 < items.length || (isLoose && each.isBelowBlank) ? ',' : ''}${isLoose && has(each, 'behind') ? ' // COMMENT, behind' : ''}`,
      ]),
      '\t]',
    ].join('\n');
  return `{\n${[...head.map(each => `\t${pair(each)}`), list('licenses', licenses), list('acceptedGaps', accepted)].join(',\n')}${isLoose ? ',' : ''}\n}\n`;
}

function asToml({ hand, head, licenses, accepted }: Plan): string {
  const value = ({ quotes }: Item, text: string, i: number): string =>
    /^\d{4}-/.test(text) && text !== '2027-02-30' && quotes[i % 8] === 0
      ? text
      : quotes[i % 8] === 1
        ? `'${text}'`
        : quotes[i % 8] === 2
          ? `"""${text}"""`
          : `"${text}"`;
  const pairs = (each: Item): string[] => each.fields.map(([key, text], i) => `${key} = ${value(each, text, i)}`);
  const table =
    (key: string) =>
    (each: Item, index: number): string[] => [
      ...(each.isBelowBlank ? [''] : []),
      ...(has(each, 'above') ? ['# COMMENT'] : []),
      `[[${key}]]${has(each, 'inside') ? ' # COMMENT' : ''}`,
      ...pairs(each),
      ...(each.note === 0 ? [`[${key}.contact]`, 'mail = "a@example.org"'] : []),
      ...(each.note === 1 && key === 'licenses'
        ? [`[other${index}]`, 'mail = "a@example.org"', `[${key}.contact]`, 'mail = "b"']
        : []),
      ...(has(each, 'below') ? ['# COMMENT'] : []),
    ];
  const inline = (key: string, items: readonly Item[]): string[] => [
    `${key} = [`,
    ...items.flatMap((each, i) => [
      ...(has(each, 'above') ? ['  # COMMENT'] : []),
      `  { ${pairs(each).join(', ')} }${i + 1 < items.length || each.isBelowBlank ? ',' : ''}${has(each, 'behind') ? ' # COMMENT' : ''}`,
    ]),
    ']',
  ];
  const isInline = hand === 'toml-inline';
  return `${[
    ...head.map(([key, text]) => `${key} = "${text}"`),
    ...(isInline
      ? [...inline('licenses', licenses), ...inline('acceptedGaps', accepted)]
      : [...licenses.flatMap(table('licenses')), ...accepted.flatMap(table('acceptedGaps'))]),
  ].join('\n')}\n`;
}

function fixesFor(finding: Finding, report: Report): readonly Fix[] {
  const offers = [mendAcceptance, removeTemporary, mendDuplicate, replaceText, swapDates];
  return offers.flatMap(offer => offer(finding, report));
}

const removals = /^Remove (?:stale|all|this)/;

describe('removing and replacing, in files of every hand', () => {
  it('does what it says and nothing else', () => {
    const tried = new Map<string, number>();
    fc.assert(
      fc.property(plan, given => {
        const [name, text] = written(given);
        const report = reportOn(name, text);
        assert.equal(
          report.findings.some(({ rule }) => rule === 'syntax'),
          false,
          `not written well:\n${text}`,
        );
        const seen = new Set<string>();
        for (const finding of report.findings) {
          for (const fix of fixesFor(finding, report)) {
            assert.ok(!/K-[12]/.test(fix.title), fix.title);
            // Each stale license offers the same.
            if (fix.title.startsWith('Remove all') && seen.has(fix.title)) continue;
            seen.add(fix.title);
            if (check(name, text, report, finding, fix)) {
              const kind = fix.title.split(' ').slice(0, 2).join(' ');
              tried.set(kind, (tried.get(kind) ?? 0) + 1);
            }
          }
        }
      }),
      { numRuns: 3_000, seed: 20_261_123 },
    );
    for (const kind of ['Remove stale', 'Remove all', 'Remove this', 'Rename to', 'Review again', 'Swap the'])
      assert.ok((tried.get(kind) ?? 0) > 100, `${kind} was tried ${tried.get(kind) ?? 0} times`);
    assert.ok((tried.get('Change to') ?? tried.size) > 0);
  });
});

/** Whether the fix made anything. */
function check(name: string, text: string, report: Report, finding: Finding, fix: Fix): boolean {
  const made = fix.make();
  if (!made) return false;
  const after = applyEdits(text, made.edits);
  const story = `${fix.title}\n--- before\n${text}\n--- after\n${after}`;
  const again = reportOn(name, after);
  assert.deepEqual(
    again.findings.filter(({ rule }) => rule === 'syntax'),
    [],
    story,
  );
  assert.ok(
    made.edits.every(({ start }, i) => i === 0 || made.edits[i - 1]!.end <= start),
    story,
  );
  const file = report.files[0]!;
  if (!removals.test(fix.title)) {
    checkReplaced(fix.title, file, again.files[0]!, story);
    // A wrong date may have hidden what is wrong with the other one.
    if (fix.title.startsWith('Change')) assert.ok(!again.findings.some(each => isLike(each, finding)), story);
    else assert.ok(count(again, finding) < count(report, finding), story);
    return true;
  }
  const gone = goneBy(finding, fix.title, report, made.edits);
  const isDuplicate = finding.subject?.kind === 'duplicate';
  // Nothing is added but an empty list; nothing goes but what is named, with what parts it from its neighbors.
  for (const { start, end, text: added } of made.edits) {
    assert.ok(added === '' || added === ' []', story);
    const rest = [...text.slice(start, end)]
      .map((character, i) => (gone.some(node => node.start <= start + i && start + i < node.end) ? ' ' : character))
      .join('');
    assert.match(rest.replace(/(?:#|\/\/).*/g, ''), /^[\s,-]*$/, story);
  }
  for (const word of text.match(/\bc\d+\b/g) ?? []) {
    const at = text.search(new RegExp(`\\b${word}\\b`));
    const isOwn = gone.some(({ start, end }) => start <= at && !text.slice(end, Math.max(at, end)).includes('\n'));
    assert.ok(isOwn || new RegExp(`\\b${word}\\b`).test(after), `${word} is lost: ${story}`);
  }
  const terms = file.terms.filter(({ entry }) => !gone.includes(entry.node));
  assert.deepEqual(again.files[0]!.terms.map(said), terms.map(said), story);
  if (finding.subject?.kind === 'stale') assert.deepEqual(gaps(again), gaps(report), story);
  // Fewer seats may be too few ones: so they were before the entry was written twice.
  const known = new Map<string, number>();
  for (const each of report.findings) known.set(keyOf(each), (known.get(keyOf(each)) ?? 0) + 1);
  for (const each of again.findings) {
    // What was accepted, though not looked at again, is told from now on.
    if (finding.rule === 'overdue-acceptance') continue;
    if (isDuplicate && ['shortfall', 'seat-drop'].includes(each.rule)) continue;
    const left = known.get(keyOf(each)) ?? 0;
    assert.ok(left > 0, `${keyOf(each)} has come: ${story}`);
    known.set(keyOf(each), left - 1);
  }
  const rule = ({ findings }: Report): number => findings.filter(each => each.rule === finding.rule).length;
  assert.equal(rule(again), rule(report) - gone.length, story);
  if (fix.title.startsWith('Remove all'))
    assert.ok(
      !again.findings.some(each => fixesFor(each, again).some(({ title }) => title.startsWith('Remove all'))),
      story,
    );
  return true;
}

function goneBy({ subject }: Finding, title: string, { findings }: Report, edits: readonly Span[]): readonly Span[] {
  if (subject?.kind === 'acceptance') return [subject.acceptance.node];
  if (subject?.kind === 'duplicate') return [subject.entry.node];
  assert.ok(subject?.kind === 'stale');
  if (!title.startsWith('Remove all')) return [subject.term.entry.node];
  // One that shares its place with something else stays.
  const nodes = findings.flatMap(each => (each.subject?.kind === 'stale' ? [each.subject.term.entry.node] : []));
  const gone = nodes.filter(({ start }) => edits.some(edit => edit.start <= start && start < edit.end));
  assert.equal(title, `Remove all ${gone.length} stale temporary licenses in this file`);
  return gone;
}

/** What is replaced belongs to one entry alone. */
function checkReplaced(title: string, before: LicenseFile, after: LicenseFile, story: string): void {
  if (title.startsWith('Rename') || title.startsWith('Review')) {
    const stretch = (term: Term): string => said({ ...term, id: undefined });
    assert.deepEqual(after.terms.map(stretch), before.terms.map(stretch), story);
    return;
  }
  const terms = after.terms.map(said);
  let at = 0;
  for (const term of before.terms.map(said)) {
    at = terms.indexOf(term, at) + 1;
    assert.ok(at > 0 || title.startsWith('Change to "expires"'), `${term} has changed: ${story}`);
  }
}

function said({ id, kind, seats, state, from, until, possibleUntil }: Term): string {
  return [id, kind, seats, state, iso(from), iso(until), possibleUntil === undefined ? '' : iso(possibleUntil)].join(
    ' ',
  );
}

function isLike({ rule, span }: Finding, other: Finding): boolean {
  return rule === other.rule && span.start === other.span.start;
}

function keyOf({ rule, severity }: Finding): string {
  return `${rule} ${severity}`;
}

function count({ findings }: Report, { rule, subject }: Finding): number {
  return findings.filter(each => each.rule === rule && each.subject?.kind === subject?.kind).length;
}
