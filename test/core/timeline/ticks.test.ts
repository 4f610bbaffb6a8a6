// The marks of the time axis: calendar units of the zone, whatever its clocks do.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isStartOfDay, wallTime, type Zone, zoneNamed } from '../../../src/core/time';
import { ticks } from '../../../src/core/timeline/ticks';

const day = 86_400_000;

function marks(name: string, from: number, until: number, width: number) {
  const zone = zoneNamed(name)!;
  const { minor, major } = ticks({ from, until }, width, zone.changes(from, until));
  const said = (list: typeof minor): string[] => list.map(({ at, label }) => `${wallTime(zone, at)} ${label}`);
  return { minor: said(minor), major: said(major) };
}

describe('the marks of the axis', () => {
  it('are days under months in a week, midnights on both sides of a change of the clocks', () => {
    const { minor, major } = marks('America/Chicago', Date.UTC(2027, 2, 12, 6), Date.UTC(2027, 2, 17, 5), 800);
    assert.deepEqual(
      minor,
      [12, 13, 14, 15, 16, 17].map(date => `2027-03-${date} 00:00 ${date}`),
    );
    assert.deepEqual(major, ['2027-03-01 00:00 Mar 2027']);
  });

  it('are Mondays in a quarter', () => {
    const { minor } = marks('UTC', Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 15), 500);
    assert.deepEqual(minor.slice(0, 3), ['2026-10-26 00:00 26', '2026-11-02 00:00 2', '2026-11-09 00:00 9']);
  });

  it('are months, then quarters, under years', () => {
    const months = marks('Europe/Berlin', Date.UTC(2026, 0, 15), Date.UTC(2026, 11, 15), 800);
    assert.deepEqual(months.minor.slice(0, 2), ['2026-01-01 00:00 Jan', '2026-02-01 00:00 Feb']);
    assert.deepEqual(months.major, ['2026-01-01 00:00 2026']);
    const quarters = marks('Europe/Berlin', Date.UTC(2025, 11, 1), Date.UTC(2027, 11, 1), 800);
    assert.deepEqual(quarters.minor.slice(0, 2), ['2025-10-01 00:00 Oct', '2026-01-01 00:00 Jan']);
  });

  it('are years and more over long times', () => {
    assert.deepEqual(marks('UTC', Date.UTC(2000, 5, 1), Date.UTC(2060, 5, 1), 400).minor.slice(0, 2), [
      '2000-01-01 00:00 2000',
      '2010-01-01 00:00 2010',
    ]);
  });

  it('begin a day at its first instant where the clocks skip midnight', () => {
    const { minor } = marks('America/Sao_Paulo', Date.UTC(2018, 10, 2, 12), Date.UTC(2018, 10, 5, 12), 800);
    assert.ok(minor.includes('2018-11-04 01:00 4'), minor.join());
  });

  it('have no mark for a day that a zone has skipped', () => {
    const zone = zoneNamed('Pacific/Apia')!;
    const [from, until] = [Date.UTC(2011, 11, 28), Date.UTC(2012, 0, 2)];
    const { minor } = ticks({ from, until }, 800, zone.changes(from, until));
    assert.equal(new Set(minor.map(({ at }) => at)).size, minor.length);
    assert.deepEqual(
      minor.map(({ label }) => label).filter(label => label === '30'),
      [],
    );
  });

  it('are few enough and further apart than they are wide, however narrow or long', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1, 0), max: Date.UTC(9000, 0) }),
        fc.integer({ min: day, max: 80 * 365 * day }),
        fc.integer({ min: 1, max: 4_000 }),
        (from, length, width) => {
          const shown = { from, until: from + length };
          const { minor, major } = ticks(shown, width, [{ from, offset: 0 }]);
          assert.ok(minor.length >= 1 && minor.length <= width / 38 + 2, `${minor.length} marks on ${width} pixels`);
          assert.ok(major.length <= minor.length + 1);
          assert.ok(minor[0]!.at <= from && minor.at(-1)!.at <= shown.until);
          assert.ok([...minor, ...major].every(({ label }) => /^(\d{1,4}|\w{3}|\w{3} \d{1,4})$/.test(label)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are those of the file’s zone, not of this machine', () => {
    const { minor } = marks('Pacific/Kiritimati', Date.UTC(2026, 10, 29, 10), Date.UTC(2026, 11, 2, 10), 400);
    assert.deepEqual(minor, ['2026-11-30 00:00 30', '2026-12-01 00:00 1', '2026-12-02 00:00 2', '2026-12-03 00:00 3']);
  });

  it('are beginnings of days, in order, with room for their labels, in any zone and at any length', () => {
    const zones = ['UTC', 'America/Chicago', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/Santiago'].map(
      name => zoneNamed(name) as Zone,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2060, 0) }),
        fc.integer({ min: 3 * day, max: 60 * 365 * day }),
        fc.integer({ min: 100, max: 3000 }),
        (zone, from, length, width) => {
          const shown = { from, until: from + length };
          const { minor, major } = ticks(shown, width, zone.changes(shown.from, shown.until));
          for (const list of [minor, major]) {
            // The first may lie before the clocks that are known.
            for (const { at } of list.slice(1)) assert.ok(isStartOfDay(zone, at), wallTime(zone, at));
            for (let i = 1; i < list.length; i++) assert.ok(list[i - 1]!.at < list[i]!.at);
          }
          for (let i = 1; i < minor.length; i++) {
            assert.ok((minor[i]!.at - minor[i - 1]!.at) * (width / length) > 38, 'too close');
          }
        },
      ),
    );
  });
});
