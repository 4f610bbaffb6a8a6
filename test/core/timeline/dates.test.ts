// The dates that the picture says are those that the file means, whatever the clocks do there and however far away they are.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isoDay } from '../../../src/core/calendar';
import { wallTime, zoneNamed } from '../../../src/core/time';
import { moment, span } from '../../../src/core/timeline/words';
import { readText } from '../read';
import { file, items, named, timelineFor, timelineOfAll } from './pictures';

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function inZone(zone: string, text: string): string {
  return text.replace('licenses:', `timezone: ${zone}\nlicenses:`);
}

/** `1 Jan 2026 to 1 Jul 2026`: each item of a file. */
function spans(text: string): readonly string[] {
  return items(timelineFor(text)).map(span);
}

/** `30 Nov 2026`, as it is written in a file: `2026-11-30`. */
function worded(iso: string, more = 0): string {
  const date = new Date(`${iso}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + more);
  return `${date.getUTCDate()} ${monthNames[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

describe('dates in words', () => {
  it('are those of the file in any zone: changes of the clocks, skipped midnights, skipped days, before 1900, years to 9999', () => {
    const zones = [
      ...['UTC', 'America/Chicago', 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata'],
      // These skip midnights, or have.
      ...['America/Havana', 'America/Santiago', 'America/Sao_Paulo', 'Asia/Beirut', 'Africa/Cairo', 'America/Asuncion'],
      // These have skipped or repeated whole days, and had clocks with seconds.
      ...[
        'Pacific/Apia',
        'Pacific/Kiritimati',
        'Pacific/Kwajalein',
        'Asia/Manila',
        'Europe/Amsterdam',
        'Africa/Monrovia',
      ],
    ];
    const skipped = new Set([
      'Pacific/Apia 2011-12-30',
      'Pacific/Kiritimati 1994-12-31',
      'Pacific/Kwajalein 1993-08-21',
    ]);
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.oneof(
          fc.integer({ min: -719_162, max: 2_932_000 }),
          fc.integer({ min: -40_000, max: 40_000 }),
          fc.integer({ min: 14_000, max: 25_000 }),
        ),
        fc.integer({ min: 1, max: 800 }),
        fc.boolean(),
        (zone, day, length, isCovered) => {
          const [starts, expires] = [isoDay(day), isoDay(Math.min(day + length, 2_932_896))];
          fc.pre(![starts, expires, isoDay(day + length + 1)].some(date => skipped.has(`${zone} ${date}`)));
          const text = inZone(zone, file(isCovered ? 'covered' : 'uncovered', `A ${starts} ${expires}`));
          assert.deepEqual(spans(text), [`${worded(starts)} to ${worded(expires, isCovered ? 1 : 0)}`]);
        },
      ),
      { numRuns: 1_500 },
    );
  }).timeout(30_000);

  it('are midnights where the clocks skip them', () => {
    const terms = ['A 2018-01-01 2018-11-03', 'B 2018-11-05 2018-12-01'];
    const text = inZone('America/Sao_Paulo', file('covered', ...terms));
    const timeline = timelineFor(text);
    assert.deepEqual(items(timeline).map(span), [
      '1 Jan 2018 to 4 Nov 2018',
      '4 Nov 2018 to 5 Nov 2018',
      '5 Nov 2018 to 2 Dec 2018',
    ]);
    assert.match(named(timeline)[1]!, /, 4 Nov 2018 to 5 Nov 2018, 23 h, /);
  });

  it('have hours that the clocks repeat or skip in their length alone', () => {
    const lengthOf = (zone: string, before: string, after: string) =>
      named(timelineFor(inZone(zone, file('uncovered', `A 2020-01-01 ${before}`, `B ${after} 2028-01-01`))))[1]!;
    assert.match(lengthOf('America/Chicago', '2027-03-14', '2027-03-15'), /, 14 Mar 2027 to 15 Mar 2027, 23 h, /);
    assert.match(lengthOf('America/Chicago', '2027-11-07', '2027-11-08'), /, 7 Nov 2027 to 8 Nov 2027, 25 h, /);
    assert.match(lengthOf('Australia/Lord_Howe', '2027-04-04', '2027-04-05'), /, 4 Apr 2027 to 5 Apr 2027, 24\.5 h, /);
  });

  it('of a day that a zone has skipped are those of the next', () => {
    const text = inZone('Pacific/Apia', file('uncovered', 'A 2011-01-01 2011-12-30', 'B 2012-01-02 2013-01-01'));
    assert.deepEqual(spans(text).slice(0, 2), ['1 Jan 2011 to 31 Dec 2011', '31 Dec 2011 to 2 Jan 2012']);
  });

  it('have the time of day where there is one, to the millisecond', () => {
    const text = file(
      'covered',
      'A 2026-01-01T09:30 2026-06-30T23:59:59',
      'B 2026-07-01T00:00:00.250Z 2026-12-31T17:00Z',
    );
    assert.deepEqual(spans(inZone('UTC', text)), [
      '1 Jan 2026 09:30 to 30 Jun 2026 23:59:59',
      '30 Jun 2026 23:59:59 to 1 Jul 2026 00:00:00.250',
      '1 Jul 2026 00:00:00.250 to 31 Dec 2026 17:00',
    ]);
    assert.match(named(timelineFor(text))[1]!, /, 1\.25 s, line 2$/);
  });

  it('are told in the zone that the entry means, and of a gap in that of the license before it', () => {
    const text = [
      'licenses:',
      '  - { product: P, expiryDay: covered, timezone: Asia/Tokyo, id: A, starts: 2026-01-01, expires: 2026-06-30 }',
      '  - { product: P, expiryDay: covered, timezone: America/Chicago, id: B, starts: 2026-07-05, expires: 2026-12-31 }',
      'required: { product: P, until: 2027-02-01 }',
    ].join('\n');
    assert.deepEqual(spans(text), [
      '1 Jan 2026 to 1 Jul 2026',
      '1 Jul 2026 to 5 Jul 2026 14:00',
      '5 Jul 2026 to 1 Jan 2027',
      '1 Jan 2027 to 31 Jan 2027 18:00',
    ]);
  });

  it('of too few seats are told in the zone of the license that runs', () => {
    const text = [
      'timezone: UTC',
      'licenses:',
      '  - { product: P, expiryDay: covered, key: TODO, starts: 2025-01-01, expires: 2026-01-31 }',
      '  - { product: P, expiryDay: covered, timezone: Asia/Tokyo, seats: 4, starts: 2026-01-01, expires: 2026-06-30 }',
      'required: { product: P, seats: 5 }',
    ].join('\n');
    assert.ok(named(timelineFor(text)).some(name => name.startsWith('Too few seats, P, 1 Jan 2026 to 1 Jul 2026, ')));
  });

  it('are those of the clocks there for any instant', () => {
    const zones = ['America/Chicago', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'].map(name => zoneNamed(name)!);
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2050, 0) }),
        fc.integer({ min: 1, max: 10 ** 11 }),
        (zone, from, length) => {
          const [starts, expires] = [from, from + length].map(instant => new Date(instant).toISOString());
          const [item] = items(timelineFor(inZone(zone.name, file('covered', `A ${starts} ${expires}`))));
          for (const [wall, instant] of [
            [item!.fromWall, item!.from],
            [item!.untilWall, item!.until],
          ] as const) {
            const [date, time] = wallTime(zone, instant).split(' ');
            assert.equal(moment(wall), `${worded(date!)}${time === '00:00' ? '' : ` ${time}`}`);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('times that are far away, or none', () => {
  const finite = (text: string) => {
    const timeline = timelineFor(text);
    const { from, until, clocks, at } = timeline.model;
    assert.ok(Number.isFinite(from) && Number.isFinite(until) && from < at && at < until, text);
    assert.ok(clocks.length > 0 && clocks.every(change => Number.isFinite(change.from)));
    return timeline;
  };

  it('are said in words over 9,000 years, and the picture stays one of years', () => {
    const timeline = finite(file('covered', 'A 0001-01-01 9999-12-31'));
    assert.deepEqual(items(timeline).map(span), ['1 Jan 1 to 1 Jan 10000']);
    assert.ok(timeline.model.until - timeline.model.from < 366 * 86_400_000);
    const near = finite(file('covered', 'A 0001-01-01 2026-12-31', 'B 2027-02-01 9999-12-31'));
    assert.deepEqual(items(near).map(span), [
      '1 Jan 1 to 1 Jan 2027',
      '1 Jan 2027 to 1 Feb 2027',
      '1 Feb 2027 to 1 Jan 10000',
    ]);
    assert.ok(near.model.from < Date.UTC(2026, 11, 1) && near.model.until > Date.UTC(2027, 1, 1));
    const head = 'required: { product: P, until: 3000-01-01 }\nacceptedGaps: [{ product: P, until: 2028-01-01 }]\n';
    const asked = finite(head + file('covered', 'A 0001-01-01 2026-12-31'));
    assert.ok(asked.model.until > Date.UTC(2028, 0, 1));
  });

  it('beyond what is drawn by itself are said all the same', () => {
    const timeline = finite(file('covered', 'A 2026-01-01 2026-12-31', 'B 2080-01-01 2090-12-31'));
    assert.ok(timeline.model.until < Date.UTC(2060, 0));
    assert.deepEqual(items(timeline).map(span), [
      '1 Jan 2026 to 1 Jan 2027',
      '1 Jan 2027 to 1 Jan 2080',
      '1 Jan 2080 to 1 Jan 2091',
    ]);
  });

  it('are one day where every date is equal', () => {
    const timeline = finite(file('covered', ...Array.from({ length: 20 }, (_, i) => `A${i} 2026-11-22 2026-11-22`)));
    assert.deepEqual([...new Set(items(timeline).map(span))], ['22 Nov 2026 to 23 Nov 2026']);
    assert.ok(timeline.model.until - timeline.model.from >= 30 * 86_400_000);
    const doubtful = finite(file('unstated', 'A 2026-11-22 2026-11-22'));
    assert.deepEqual(items(doubtful).map(span), ['22 Nov 2026 to 22 Nov 2026']);
  });

  it('may have no end, no beginning, or neither', () => {
    const text = (fields: string) => `licenses:\n  - { product: P, expiryDay: covered, ${fields} }\n`;
    const said = (fields: string) =>
      items(finite(text(fields)))
        .map(span)
        .join();
    assert.equal(said('starts: 2026-01-01, expires: never'), '1 Jan 2026 to no end');
    assert.equal(said('expires: 2026-01-01'), 'no beginning to 2 Jan 2026');
    assert.equal(said('kind: perpetual'), 'no beginning to no end');
    finite('licenses: []\n');
  });

  it('are finite in every row’s next gap, end and steps', () => {
    const text = [
      'required: { product: P, seats: 5 }',
      'licenses:',
      '  - { product: P, kind: perpetual, seats: 4 }',
      '  - { product: P, key: TODO, kind: perpetual, seats: unlimited }',
      '  - { product: Q, key: TODO, kind: perpetual }',
    ].join('\n');
    for (const { nextGap, ends, steps } of finite(text).model.rows) {
      assert.ok(nextGap !== null && Number.isFinite(nextGap));
      assert.equal(ends, null);
      for (const { from, until } of steps ?? []) assert.ok(Number.isFinite(from) && Number.isFinite(until));
    }
  });

  it('of several zones are all within the picture', () => {
    const files = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((zone, i) =>
      readText(`${i}.yaml`, inZone(zone, file('covered', 'A 2026-01-01 2027-12-31'))),
    );
    const { model } = timelineOfAll(files, { joinFiles: false });
    assert.equal(model.zone, 'Pacific/Kiritimati');
    assert.ok(model.items.from.every(from => from > model.from));
    assert.ok(model.items.until.every(until => until < model.until));
  });
});
