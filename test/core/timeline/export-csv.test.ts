// The timeline as CSV: what is read back from it, and that no program takes a cell for a formula.
import assert from 'node:assert/strict';
import { shown } from '../../../src/core/text';
import { emptyTimeline, type TimelineModel } from '../../../src/core/timeline';
import { anonymous } from '../../../src/core/timeline/anonymous';
import { itemAt } from '../../../src/core/timeline/columns';
import { csvText } from '../../../src/core/timeline/export-csv';
import * as words from '../../../src/core/timeline/words';
import { csvColumns } from '../../../src/core/words/plain';
import { at, sample } from '../read';
import { allKinds, canary, hostileNames, modelNamed, modelOf, modelOfAll, stories } from './export-models';

/** The fields of each record; throws at whatever RFC 4180 does not know. */
function parsed(text: string): readonly (readonly string[])[] {
  const records: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let rest = text.length;
  while (rest > 0) {
    const found = field.exec(text);
    assert.ok(
      found,
      `no field at ${field.lastIndex}: ${JSON.stringify(text.slice(field.lastIndex, field.lastIndex + 80))}`,
    );
    rest = text.length - field.lastIndex;
    records.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
    if (found[3] === '\r\n') records.push([]);
  }
  assert.deepEqual(records.pop(), [], 'the last line has no end');
  return records;
}

/** By the names of the columns. */
function linesOf(model: TimelineModel): readonly Readonly<Record<string, string>>[] {
  const [head, ...lines] = parsed(csvText(model));
  return lines.map(line => {
    assert.equal(line.length, head!.length);
    return Object.fromEntries(line.map((field, i) => [head![i]!, field]));
  });
}

/** What a program for tables makes a formula of: written apart from the code that guards against it. */
function isFormula(cell: string): boolean {
  const first = cell.replace(/^[\u0000\s"']+/, '').normalize('NFKC')[0];
  return (
    (cell[0] !== "'" && ['=', '+', '-', '@'].includes(first ?? '')) || ['\t', '\r', '\n', '\0'].includes(cell[0] ?? '')
  );
}

describe('the timeline as CSV', () => {
  for (const [name, model] of stories()) {
    it(`${name}: every item with what is known of it`, () => {
      const lines = linesOf(model);
      assert.equal(lines.length, model.labels.length);
      assert.ok(lines.length > 0);
      const bound = (text: string | undefined, open: number): number => (text === '' ? open : Date.parse(text!));
      for (const row of model.rows) {
        for (let id = row.first; id < row.end; id++) {
          const line = lines[id]!;
          const item = itemAt(model.items, model.labels, id);
          assert.equal(line.Product, row.label);
          assert.equal(line.Environment, row.detail ?? '');
          assert.equal(line.What, words.kindNames[item.kind]);
          assert.equal(line.License, item.label);
          assert.equal(bound(line['From (UTC)'], -Infinity), item.from);
          assert.equal(bound(line['Until (UTC)'], Infinity), item.until);
          assert.equal(bound(line.From && `${line.From.padEnd(16, 'T00:00')}Z`, -Infinity), item.fromWall);
          assert.equal(bound(line.Until && `${line.Until.padEnd(16, 'T00:00')}Z`, Infinity), item.untilWall);
          assert.equal(line.Hours === '' ? Infinity : Number(line.Hours) * 3_600_000, item.until - item.from);
          assert.equal(line.File, name);
          assert.equal(line.Line, String(item.line));
        }
      }
    });
  }

  it('the story, word for word', () => {
    assert.equal(
      csvText(modelOf('story.json', sample('story.json')))
        .split('\r\n')
        .slice(0, 5)
        .join('\n'),
      `Product,Environment,What,License,From,Until,From (UTC),Until (UTC),Hours,Seats,Required,File,Line
CrashPlan,production,License,LIC-2025,2025-12-01,2026-11-30,2025-12-01T06:00:00Z,2026-11-30T06:00:00Z,8736,500,,story.json,7
CrashPlan,production,Coverage gap,,2026-11-30,2026-12-01,2026-11-30T06:00:00Z,2026-12-01T06:00:00Z,24,,,story.json,13
CrashPlan,production,License,LIC-2026,2026-12-01,2027-03-14,2026-12-01T06:00:00Z,2027-03-14T06:00:00Z,2472,500,,story.json,15
CrashPlan,production,Coverage gap,,2027-03-14,2027-03-15,2027-03-14T06:00:00Z,2027-03-15T05:00:00Z,23,,,story.json,21`,
    );
  });

  it('seats, open ends, times of day and too few seats', () => {
    const lines = linesOf(modelOf('licenses.yaml', allKinds));
    const of = (column: string, value: string): Readonly<Record<string, string>> =>
      lines.find(line => line[column] === value)!;
    assert.deepEqual([of('License', 'F6').Seats, of('License', 'F6')['Until (UTC)']], ['unlimited', '']);
    assert.deepEqual([of('License', 'F5').From, of('License', 'F5').Hours], ['', '']);
    const short = of('What', 'Too few seats');
    assert.deepEqual([short.Seats, short.Required], ['4', '10']);
    const lab = of('Environment', 'lab');
    assert.deepEqual([lab.Until, lab['Until (UTC)'], lab.Seats], ['2026-12-05T06:30:15', '2026-12-05T06:30:15Z', '20']);
    const invalid = of('What', 'License that ends before it begins');
    assert.deepEqual([invalid.From, invalid.Until, invalid.Hours], ['2026-11-01', '2026-11-01', '0']);
  });

  it('a part of an hour to the millisecond', () => {
    const text = 'licenses: [{ product: P, id: A, starts: 2026-01-01T00:00:00Z, expires: 2026-01-01T00:00:00.001Z }]';
    const [line] = linesOf(modelOf('licenses.yaml', text));
    assert.deepEqual([line!.Until, line!.Hours], ['2026-01-01T00:00:00.001', '0.0000003']);
  });

  it('names read back as they are shown, and none is a formula', () => {
    for (const name of hostileNames()) {
      const model = modelNamed(name);
      const text = csvText(model);
      assert.ok(!text.includes(canary));
      const said = shown(name.trim());
      for (const [cells, line] of parsed(text).slice(1).entries()) {
        assert.equal(line.length, 13, String(cells));
        for (const cell of line) assert.ok(!isFormula(cell), JSON.stringify(cell));
        for (const cell of line.slice(0, 2))
          assert.ok(said === '' || cell === said || cell === `'${said}`, JSON.stringify([name, cell]));
      }
    }
  }).timeout(60_000);

  it('the guard is there where it must be, and nowhere else', () => {
    const guarded: readonly (readonly [string, boolean])[] = [
      ...['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', "'=1", '"=1', '" =1'].map(
        name => [name, true] as const,
      ),
      ...['a=1', 'x-y', 'C++', 'e@f', "'a'", '"a"', '(-1)'].map(name => [name, false] as const),
    ];
    for (const [name, isGuarded] of guarded) {
      const [line] = linesOf(modelNamed(name));
      assert.equal(line!.Product, isGuarded ? `'${name}` : name);
    }
    // White space at the beginning of an id is not read; of a file's name it is.
    const { model } = emptyTimeline(at);
    const named = { ...modelNamed('P'), title: ' \u3000=1' };
    assert.equal(linesOf(named)[0]!.File, "' \u3000=1");
    assert.deepEqual(parsed(csvText(model)), [[...csvColumns]]);
  });

  it('files by their own names', () => {
    const license = (id: string): string => JSON.stringify([{ product: 'P', id, starts: '2026-01-01' }]);
    const model = modelOfAll(['a/b/x.licenses.json', license('A')], ['a/c/y.licenses.json', license('B')]);
    assert.deepEqual(new Set(linesOf(model).map(({ File }) => File)), new Set(['x.licenses.json', 'y.licenses.json']));
    assert.doesNotMatch(csvText(model), /a\/b/);
  });

  it('says no name where none is to be told', () => {
    const model = anonymous(modelOf('secret/Acme.yaml', allKinds.replaceAll('Foo', 'AcmeSuite')));
    assert.doesNotMatch(csvText(model), /acme|F\d|prod\b|secret/i);
    assert.equal(linesOf(model)[0]!.File, 'file 1');
  });
});
