// Days and instants: every zone's clocks, whatever zone the process runs in.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { civilDate, dayOf, isoDay, msPerHour } from '../../src/core/calendar';
import { readDate } from '../../src/core/dates';
import { dayAt, isStartOfDay, offsetDateTime, startOfDay, wallTime, zoneNamed } from '../../src/core/time';

/** Zone, day, the instant at which it begins, its length in hours. */
const days: readonly (readonly [string, string, string, number])[] = [
  ['UTC', '2026-11-30', '2026-11-30T00:00:00.000Z', 24],
  ['America/Chicago', '2026-11-30', '2026-11-30T06:00:00.000Z', 24],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
  ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', 23.5],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', 24.5],
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', 23],
  ['America/Havana', '2025-11-02', '2025-11-02T04:00:00.000Z', 25],
  ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z', 24],
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 0],
  ['Pacific/Kiritimati', '2026-11-30', '2026-11-29T10:00:00.000Z', 24],
  ['Asia/Kolkata', '2026-11-30', '2026-11-29T18:30:00.000Z', 24],
  ['UTC', '0001-01-01', '0001-01-01T00:00:00.000Z', 24],
  ['UTC', '9999-12-31', '9999-12-31T00:00:00.000Z', 24],
];

describe('a day in a zone', () => {
  for (const [name, day, begins, hours] of days) {
    it(`${day} in ${name} has ${hours} hours`, () => {
      const zone = zoneNamed(name)!;
      const date = readDate(day);
      assert.equal(date.kind, 'day');
      if (date.kind !== 'day') return;
      assert.equal(new Date(startOfDay(zone, date.day)).toISOString(), begins);
      assert.equal((startOfDay(zone, date.day + 1) - startOfDay(zone, date.day)) / msPerHour, hours);
    });
  }

  it('begins at the first instant that Intl shows with that date', () => {
    const zones = [
      'Europe/Berlin',
      'America/Los_Angeles',
      'Asia/Kolkata',
      'America/Sao_Paulo',
      'Africa/Casablanca',
      'Asia/Gaza',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: dayOf(2000, 1, 1), max: dayOf(2035, 1, 1) }),
        (name, day) => {
          const begin = startOfDay(zoneNamed(name)!, day);
          const shown = new Intl.DateTimeFormat('en-CA', {
            timeZone: name,
            year: 'numeric',
            month: '2-digit',
            day: '2-digit',
          });
          assert.equal(shown.format(begin), isoDay(day));
          assert.notEqual(shown.format(begin - 1), isoDay(day));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a zone', () => {
  it('is unknown by names that are none', () => {
    for (const name of ['Mars/Olympus', '', '+02:00', 'toString', '__proto__'])
      assert.equal(zoneNamed(name), undefined, name);
  });

  it('writes an instant on its clocks and reads it back', () => {
    const zone = zoneNamed('America/Chicago')!;
    const instant = Date.UTC(2026, 10, 30, 6);
    assert.equal(wallTime(zone, instant), '2026-11-30 00:00');
    assert.equal(wallTime(zone, instant + 1_500), '2026-11-30 00:00:01.500');
    assert.equal(offsetDateTime(zone, instant), '2026-11-30T00:00:00-06:00');
    assert.equal(offsetDateTime(zoneNamed('UTC')!, instant), '2026-11-30T06:00:00Z');
    assert.deepEqual(readDate(offsetDateTime(zone, instant)), { kind: 'instant', instant });
    assert.equal(isStartOfDay(zone, instant), true);
    assert.equal(isStartOfDay(zone, instant + 1), false);
    assert.equal(isoDay(dayAt(zone, instant - 1)), '2026-11-29');
  });
});

describe('the calendar', () => {
  it('counts days as Date does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), day => {
        const { year, month, date } = civilDate(day);
        assert.equal(dayOf(year, month, date), day);
        assert.equal(new Date(day * 86_400_000).toISOString().slice(0, 10), isoDay(day));
      }),
    );
  });
});
