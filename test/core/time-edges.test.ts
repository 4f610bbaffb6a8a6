// Zones, clocks and patterns at their edges: where clocks jump, where tables meet, where a pattern says too little.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOf, isoDay, msPerDay, msPerHour } from '../../src/core/calendar';
import { firstShowing, maxOffset, offsetAt } from '../../src/core/clocks';
import {
  dayAt,
  isPattern,
  isStartOfDay,
  offsetDateTime,
  readByPattern,
  spelledBy,
  utc,
  wallTime,
  type Zone,
  zoneNamed,
} from '../../src/core/time';
import { timeLeft } from '../../src/core/time-left';
import { iso } from './read';

const zone = (name: string): Zone => zoneNamed(name)!;
const at = (text: string): number => new Date(text).getTime();

describe('a list of clock changes', () => {
  /** An hour is 10: the clocks skip one at 100, and repeat two at 200. */
  const changes = [
    { from: 0, offset: 5 },
    { from: 100, offset: 15 },
    { from: 200, offset: -5 },
  ];

  for (const [instant, offset] of [
    [-50, 5],
    [0, 5],
    [99, 5],
    [100, 15],
    [199, 15],
    [200, -5],
    [9_999, -5],
  ] as const) {
    it(`says at ${instant} that the clocks are ${offset} ahead`, () => {
      assert.equal(offsetAt(changes, instant), offset);
    });
  }

  /** What the clocks show, and when first. */
  for (const [wall, instant, why] of [
    [-100, -105, 'before the first change its offset holds'],
    [5, 0, 'at the first change'],
    [104, 99, 'before they jump'],
    [105, 100, 'as they jump'],
    [110, 100, 'in what they skip'],
    [115, 100, 'where they go on'],
    [116, 101, 'after the jump'],
    [195, 180, 'the first time, of what they repeat'],
    [214, 199, 'the last moment before they go back'],
    [215, 220, 'as they show again what they were about to'],
    [300, 305, 'after the last change'],
  ] as const) {
    it(`shows ${wall} at ${instant}: ${why}`, () => {
      assert.equal(firstShowing(changes, wall), instant);
    });
  }
});

it('clocks never show what lies beyond all time', () => {
  assert.equal(firstShowing([{ from: 0, offset: 5 }], Infinity), Infinity);
});

describe('UTC', () => {
  it('is always itself', () => {
    assert.equal(zoneNamed('UTC'), utc);
    assert.equal(utc.name, 'UTC');
    for (const instant of [at('1900-01-01'), 0, at('2500-06-01')]) {
      assert.equal(utc.offsetAt(instant), 0);
      assert.equal(utc.instantOf(instant), instant);
      assert.deepEqual(utc.changes(instant, instant + msPerDay), [{ from: instant, offset: 0 }]);
    }
  });
});

describe('a zone by its name', () => {
  it('is made once', () => {
    assert.equal(zoneNamed('Europe/Berlin'), zoneNamed('Europe/Berlin'));
    assert.equal(zone('Europe/Berlin').name, 'Europe/Berlin');
    assert.equal(zoneNamed('No/Where'), undefined);
    assert.equal(zoneNamed('No/Where'), undefined);
  });

  it('may be written in any case, and is named as written', () => {
    assert.equal(zone('europe/berlin').name, 'europe/berlin');
    assert.equal(zone('europe/berlin').offsetAt(at('2026-07-01')), 2 * msPerHour);
  });

  for (const name of ['+02:00', '-02:00', '02:00', ' UTC', '1', '_', 'Mars/Olympus']) {
    it(`"${name}" is none`, () => {
      assert.equal(zoneNamed(name), undefined);
    });
  }
});

describe('the changes of a zone', () => {
  const shown = (name: string, from: string, until: string): string[] =>
    zone(name)
      .changes(at(from), at(until))
      .slice(1)
      .map(({ from, offset }) => `${iso(from)} ${offset / msPerHour}`);

  it('say the offset of any instant between, as the zone does', () => {
    const [from, until] = [at('2024-07-01'), at('2027-02-01')];
    const changes = zone('Europe/Berlin').changes(from, until);
    for (let instant = from; instant <= until; instant += 7 * msPerDay)
      assert.equal(offsetAt(changes, instant), zone('Europe/Berlin').offsetAt(instant));
    assert.ok(changes[0]!.from <= from);
  });

  it('are exact, each once, over several years', () => {
    assert.deepEqual(
      shown('Europe/Berlin', '2024-01-01', '2027-01-01').filter(line => line >= '2024' && line < '2027'),
      [
        '2024-03-31T01:00:00.000Z 2',
        '2024-10-27T01:00:00.000Z 1',
        '2025-03-30T01:00:00.000Z 2',
        '2025-10-26T01:00:00.000Z 1',
        '2026-03-29T01:00:00.000Z 2',
        '2026-10-25T01:00:00.000Z 1',
      ],
    );
  });

  it('are none where the clocks never change', () => {
    assert.equal(zone('Asia/Kolkata').changes(at('2000-01-01'), at('2030-01-01')).length, 1);
  });

  it('are told though two come within a month', () => {
    const inRamadan = shown('Africa/Casablanca', '2026-01-01', '2026-12-31').filter(line => line.startsWith('2026'));
    assert.deepEqual(inRamadan, ['2026-02-15T02:00:00.000Z 0', '2026-03-22T02:00:00.000Z 1']);
  });

  it('reach to the end that is asked for', () => {
    const all = zone('Europe/Berlin').changes(at('2020-01-01'), at('2026-10-26'));
    assert.ok(all.some(({ from }) => from === at('2026-10-25T01:00:00Z')));
  });
});

/** Zones whose clocks jump by an hour, half an hour or a day, some at midnight. */
const names = [
  ...['Europe/Berlin', 'America/Chicago', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/Sao_Paulo', 'America/Havana'],
  ...['Asia/Gaza', 'Africa/Casablanca', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'America/St_Johns'],
];

describe('the clocks of a zone', () => {
  const instants = fc
    .integer({ min: at('1965-01-01') / 1000, max: at('2037-12-31') / 1000 })
    .map(seconds => seconds * 1000);

  it('show what Intl shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), instants, (name, instant) => {
        assert.equal(instant + zone(name).offsetAt(instant), shownByIntl(name, instant));
      }),
      { numRuns: 300 },
    );
  });

  it('show what Intl shows around each change', () => {
    for (const name of names) {
      for (const { from } of zone(name).changes(at('2005-01-01'), at('2030-01-01'))) {
        const second = Math.floor(from / 1000) * 1000;
        for (const instant of [second - 1000, second, second + 1000])
          assert.equal(instant + zone(name).offsetAt(instant), shownByIntl(name, instant), `${name} ${iso(instant)}`);
      }
    }
  });

  it('first show a time where no clock before shows it or a later one', () => {
    const changes = names.flatMap(name =>
      zone(name)
        .changes(at('2005-01-01'), at('2030-01-01'))
        .map(({ from }) => [name, from] as const),
    );
    const near = fc.tuple(
      fc.constantFrom(...changes),
      fc.integer({ min: -30 * 60, max: 30 * 60 }),
      fc.integer({ min: -1, max: 1 }),
    );
    fc.assert(
      fc.property(near, ([[name, from], minutes, ms]) => {
        const { instantOf, offsetAt: offset } = zone(name);
        const wall = from + minutes * 60_000 + ms;
        const instant = instantOf(wall);
        assert.ok(instant + offset(instant) >= wall, 'it is shown');
        for (const earlier of [
          1,
          60_000,
          30 * 60_000,
          msPerHour,
          2 * msPerHour,
          3 * msPerHour,
          msPerDay,
          25 * msPerHour,
        ])
          assert.ok(instant - earlier + offset(instant - earlier) < wall, `not shown ${earlier} ms before`);
      }),
      { numRuns: 1_500 },
    );
  });

  it('may be asked for any year', () => {
    const { instantOf, offsetAt: offset } = zone('America/Chicago');
    const first = dayOf(1, 1, 1) * msPerDay;
    assert.equal(instantOf(first) + offset(instantOf(first)), first);
    const last = dayOf(9999, 12, 31) * msPerDay;
    assert.equal(instantOf(last), last + 6 * msPerHour);
    // No clock was ever further off than this.
    assert.equal(offset(at('1800-01-01')), -(5 * 3600 + 50 * 60 + 36) * 1000);
    assert.equal(zone('Asia/Manila').offsetAt(at('1840-01-01')), -(15 * 3600 + 56 * 60 + 8) * 1000);
    assert.ok(maxOffset > 15 * 3_600_000 + 56 * 60_000 + 8_000);
  });

  it('know of a change in the first hours of a table’s time', () => {
    // Tables are 2 ** 35 ms long: one begins at 1998-04-23T17:39:57Z, a few hours before the clocks of Cairo went on.
    const { instantOf, offsetAt: offset } = zone('Africa/Cairo');
    assert.equal(iso(instantOf(at('1998-04-24T08:00:00Z'))), '1998-04-24T05:00:00.000Z');
    assert.equal(offset(at('1998-04-23T21:59:59Z')), 2 * msPerHour);
    assert.equal(offset(at('1998-04-23T22:00:00Z')), 3 * msPerHour);
  });

  it('are those of a zone that was never asked for before', () => {
    const berlin = freshly('europe/berlin');
    assert.match(berlin.name, /^europe\/berlin$/i);
    assert.equal(berlin.offsetAt(at('2026-07-01')), 2 * msPerHour);
    assert.equal(iso(berlin.instantOf(at('2026-03-29T02:30:00Z'))), '2026-03-29T01:00:00.000Z');
    assert.equal(iso(berlin.instantOf(at('2026-12-24T12:00:00Z'))), '2026-12-24T11:00:00.000Z');
    const changes = berlin.changes(at('2026-07-01'), at('2026-12-31'));
    assert.equal(offsetAt(changes, at('2026-10-25T00:59:59Z')), 2 * msPerHour);
    assert.equal(offsetAt(changes, at('2026-10-25T01:00:00Z')), msPerHour);
  });

  it('read a time back where they were furthest off', () => {
    const { instantOf, offsetAt: offset } = zone('Asia/Manila');
    for (let day = dayOf(1844, 12, 28); day <= dayOf(1845, 1, 3); day++) {
      const instant = instantOf(day * msPerDay);
      assert.ok(instant + offset(instant) >= day * msPerDay);
      assert.ok(instant - 1 + offset(instant - 1) < day * msPerDay, isoDay(day));
    }
  });
});

describe('the day of a zone', () => {
  it('begins and ends with its clocks', () => {
    const chicago = zone('America/Chicago');
    assert.equal(isoDay(dayAt(chicago, at('2026-11-30T05:59:59.999Z'))), '2026-11-29');
    assert.equal(isoDay(dayAt(chicago, at('2026-11-30T06:00:00Z'))), '2026-11-30');
    assert.equal(isoDay(dayAt(zone('Asia/Kolkata'), at('2026-11-29T18:30:00Z'))), '2026-11-30');
    assert.equal(isoDay(dayAt(utc, at('1969-12-31T23:59:59Z'))), '1969-12-31');
  });

  it('begins at 01:00 where midnight is skipped', () => {
    const sao = zone('America/Sao_Paulo');
    assert.equal(isStartOfDay(sao, at('2018-11-04T03:00:00Z')), true);
    assert.equal(wallTime(sao, at('2018-11-04T03:00:00Z')), '2018-11-04 01:00');
    assert.equal(isStartOfDay(sao, at('2018-11-04T02:59:59.999Z')), false);
  });
});

const written: readonly (readonly [string, string, string, string])[] = [
  ['UTC', '2026-11-30T00:00:00Z', '2026-11-30 00:00', '2026-11-30T00:00:00Z'],
  ['UTC', '2026-11-30T23:59:00Z', '2026-11-30 23:59', '2026-11-30T23:59:00Z'],
  ['UTC', '2026-11-30T01:02:03Z', '2026-11-30 01:02:03', '2026-11-30T01:02:03Z'],
  ['UTC', '2026-11-30T01:02:00.050Z', '2026-11-30 01:02:00.050', '2026-11-30T01:02:00.050Z'],
  ['UTC', '2026-11-30T01:02:03.004Z', '2026-11-30 01:02:03.004', '2026-11-30T01:02:03.004Z'],
  ['UTC', '1969-12-31T23:00:00Z', '1969-12-31 23:00', '1969-12-31T23:00:00Z'],
  ['Etc/UTC', '2026-11-30T00:00:00Z', '2026-11-30 00:00', '2026-11-30T00:00:00+00:00'],
  ['Europe/London', '2026-01-01T00:00:00Z', '2026-01-01 00:00', '2026-01-01T00:00:00+00:00'],
  ['Europe/London', '2026-07-01T00:00:00Z', '2026-07-01 01:00', '2026-07-01T01:00:00+01:00'],
  ['America/Chicago', '2026-11-30T00:00:00Z', '2026-11-29 18:00', '2026-11-29T18:00:00-06:00'],
  ['America/St_Johns', '2026-11-30T00:00:00Z', '2026-11-29 20:30', '2026-11-29T20:30:00-03:30'],
  ['Asia/Kathmandu', '2026-11-30T00:00:00Z', '2026-11-30 05:45', '2026-11-30T05:45:00+05:45'],
  ['Pacific/Kiritimati', '2026-11-30T12:00:00Z', '2026-12-01 02:00', '2026-12-01T02:00:00+14:00'],
  // Its clocks were 15:56:08 behind until 1844, which no offset can say.
  ['Asia/Manila', '1840-01-01T00:00:00Z', '1839-12-31 08:03:52', '1840-01-01T00:00:00Z'],
];

describe('an instant is written', () => {
  it('in Africa/Monrovia, 44 min 30 s behind until 1972', () => {
    assert.equal(zone('Africa/Monrovia').offsetAt(at('1970-06-01')), -(44 * 60 + 30) * 1000);
    assert.equal(wallTime(zone('Africa/Monrovia'), at('1970-06-01')), '1970-05-31 23:15:30');
  });

  for (const [name, instant, wall, dateTime] of written) {
    it(`${instant} in ${name}`, () => {
      assert.equal(wallTime(zone(name), at(instant)), wall);
      assert.equal(offsetDateTime(zone(name), at(instant)), dateTime);
      assert.equal(at(dateTime), at(instant));
    });
  }
});

/** What is left, and how it is told: unit, count, and how much longer in ms. */
const left: readonly (readonly [string, number, string])[] = [
  ['nothing', 0, 'less 0 Infinity'],
  ['less than nothing', -5, 'less 0 Infinity'],
  ['an hour less a bit', msPerHour - 1, 'less 0 Infinity'],
  ['an hour', msPerHour, 'hours 1 1'],
  ['a bit more than an hour', msPerHour + 1, 'hours 1 2'],
  ['two hours less a bit', 2 * msPerHour - 1, `hours 1 ${msPerHour}`],
  ['two days less a bit', 2 * msPerDay - 1, `hours 47 ${msPerHour}`],
  ['two days', 2 * msPerDay, 'days 2 1'],
  ['two days and a half', 2.5 * msPerDay, `days 2 ${msPerDay / 2 + 1}`],
  ['thirty days', 30 * msPerDay, 'days 30 1'],
];

describe('what is left of', () => {
  for (const [title, ms, expected] of left) {
    it(title, () => {
      const { unit, count, lasts } = timeLeft(ms);
      assert.equal(`${unit} ${count} ${lasts}`, expected);
    });
  }

  it('any time is told the same until it lasts no longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: -msPerDay, max: 40 * msPerDay }), ms => {
        const { unit, count, lasts } = timeLeft(ms);
        if (lasts === Infinity) return assert.equal(unit, 'less');
        const before = timeLeft(ms - lasts + 1);
        assert.deepEqual([before.unit, before.count], [unit, count]);
        const after = timeLeft(ms - lasts);
        assert.notDeepEqual([after.unit, after.count], [unit, count]);
      }),
    );
  });
});

const patterns: readonly (readonly [string, boolean])[] = [
  ['dd.MM.yyyy', true],
  ['d.M.yy', true],
  ['d MMM yyyy', true],
  ['MMMM d, yyyy', true],
  ["'until' yyyy-MM-dd", true],
  ['dd.MM.yyyy HH:mm', true],
  ['yyyyMMdd', true],
  ['dd.MM.', false],
  ['MM.yyyy', false],
  ['yyyy', false],
  ['HH:mm', false],
  ['', false],
  ['hello', false],
  ['DD.MM.YYYY', false],
  ['(((', false],
];

describe('a pattern', () => {
  for (const [pattern, is] of patterns) {
    it(`"${pattern}" ${is ? 'says' : 'does not say'} a whole date`, () => {
      assert.equal(isPattern(pattern), is);
    });
  }

  /** `day`, `time` (with one), `instant` (with an offset). */
  for (const [text, pattern, expected] of [
    ['30.11.2026', 'dd.MM.yyyy', 'day 2026-11-30T00:00:00.000Z'],
    ['1.2.26', 'd.M.yy', 'day 2026-02-01T00:00:00.000Z'],
    ['1.2.75', 'd.M.yy', 'day 2075-02-01T00:00:00.000Z'],
    ['1.2.77', 'd.M.yy', 'day 1977-02-01T00:00:00.000Z'],
    ['1.2.26', 'd.M.yyyy', undefined],
    ['1.2.999', 'd.M.yyyy', undefined],
    ['1.2.0999', 'd.M.yyyy', 'day 0999-02-01T00:00:00.000Z'],
    ['1.2.1000', 'd.M.yyyy', 'day 1000-02-01T00:00:00.000Z'],
    ['1.2.9999', 'd.M.yyyy', 'day 9999-02-01T00:00:00.000Z'],
    ['1.2.10000', 'd.M.yyyyy', undefined],
    ['30.02.2026', 'dd.MM.yyyy', undefined],
    ['30/11/2026', 'dd.MM.yyyy', undefined],
    ['30.11.2026 18:30', 'dd.MM.yyyy HH:mm', 'time 2026-11-30T18:30:00.000Z'],
    ['30.11.2026 6 PM', 'dd.MM.yyyy h a', 'time 2026-11-30T18:00:00.000Z'],
    ['30.11.2026 18', 'dd.MM.yyyy k', 'time 2026-11-30T18:00:00.000Z'],
    ['30.11.2026 6 PM', 'dd.MM.yyyy K a', 'time 2026-11-30T18:00:00.000Z'],
    ['30.11.2026 18:30 +05:30', 'dd.MM.yyyy HH:mm xxx', 'instant 2026-11-30T13:00:00.000Z'],
    ['30.11.2026 18:30Z', 'dd.MM.yyyy HH:mmX', 'instant 2026-11-30T18:30:00.000Z'],
    ['this 30.11.2026', "'this' dd.MM.yyyy", 'day 2026-11-30T00:00:00.000Z'],
    ['exp 30.11.2026 ok', "'exp' dd.MM.yyyy 'ok'", 'day 2026-11-30T00:00:00.000Z'],
  ] as const) {
    it(`"${pattern}" reads "${text}" as ${expected ?? 'nothing'}`, () => {
      const read = readByPattern(text, pattern);
      const kind = read?.instant === undefined ? (read?.isTimed ? 'time' : 'day') : 'instant';
      assert.equal(read && `${kind} ${iso(read.instant ?? read.wall)}`, expected);
    });
  }

  it('writes a day as it reads it', () => {
    const day = dayOf(2026, 11, 5);
    assert.equal(spelledBy('dd.MM.yyyy', day), '05.11.2026');
    assert.equal(spelledBy('d MMM yy HH:mm', day), '5 Nov 26 00:00');
  });
});

let asked = 0;

/** A zone by a spelling that nobody has used yet, since a zone is made only once. */
function freshly(name: string): Zone {
  asked++;
  const isUpper = (index: number): boolean => ((asked >> index) & 1) === 1;
  return zone([...name].map((letter, i) => (isUpper(i) ? letter.toUpperCase() : letter)).join(''));
}

/** What the platform's own clocks show, as ms since 1970-01-01T00:00 on them. */
function shownByIntl(name: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: name,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find(each => each.type === type)!.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}
