// The way from one gap or problem to the next and back, through several files and round again.
import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { defaultSettings } from '../../src/core/settings';
import { type Here, nextStop, stopsIn } from '../../src/core/stops';
import { at, readText } from './read';

const file = (product: string, ...expires: string[]): string =>
  `expiryDay: uncovered\nlicenses:\n${expires.map(date => `  - { product: ${product}, starts: 2020-01-01, expires: ${date} }\n`).join('')}`;

/** In the order in which folders give them, which is not that of the way. */
const reports = [
  { path: 'z.yaml', text: `${file('Z', '2026-02-30')}  - { product: Z2, expires: 2026-11-30 }\n` },
  { path: 'a.yaml', text: file('A', '2026-11-30') },
  { path: 'm.yaml', text: file('M', 'never') },
].map(({ path, text }) => analyze([readText(path, text)], defaultSettings, at));

const stops = stopsIn(
  reports.map(report => ({ report, keyOf: each => `file:///${each.path}` })),
  at,
);

function go(here: Here | undefined, direction: 1 | -1): string {
  const { stop, index, isWrapped } = nextStop(stops, here, direction)!;
  const { span, rule } = stop.alert.finding;
  return `${stop.file.path} ${rule} ${stop.file.text.slice(span.start, span.end)} ${index}${isWrapped ? ' again' : ''}`;
}

const a = 'a.yaml expiry 2026-11-30 0';
const z = 'z.yaml invalid-date 2026-02-30 1';
const z2 = 'z.yaml expiry 2026-11-30 2';
const atStop = (index: number): Here => ({ key: stops[index]!.key, at: stops[index]!.at });

describe('the way from gap to gap', () => {
  for (const [what, here, next, previous] of [
    ['no license file', undefined, a, z2],
    ['the beginning of the first file', { key: 'file:///a.yaml', at: 0 }, a, `${z2} again`],
    ['the first stop', atStop(0), z, `${z2} again`],
    ['within the first stop', { key: stops[0]!.key, at: stops[0]!.at + 3 }, z, a],
    ['a file without any', { key: 'file:///m.yaml', at: 5 }, z, a],
    ['the second stop', atStop(1), z2, a],
    ['the last stop', atStop(2), `${a} again`, z],
    ['behind the last file', { key: 'file:///zz.yaml', at: 0 }, `${a} again`, z2],
  ] as const)
    it(`leads on and back from ${what}`, () => {
      assert.equal(go(here, 1), next);
      assert.equal(go(here, -1), previous);
    });

  it('goes through all and round again', () => {
    let here: Here | undefined;
    const way: string[] = [];
    for (let i = 0; i < 4; i++) {
      way.push(go(here, 1));
      here = nextStop(stops, here, 1)!.stop;
    }
    assert.deepEqual(way, [a, z, z2, `${a} again`]);
  });

  it('stops once where several findings stand at one place', () => {
    const text =
      'expiryDay: uncovered\nlicenses: [{ expires: 2026-11-30 }, { starts: 2026-12-05 }]\n' +
      'acceptedGaps: [{ from: 2026-12-01, until: 2026-12-02, reason: x }]\n';
    const report = analyze([readText('a.yaml', text)], defaultSettings, at);
    assert.deepEqual(
      report.findings.map(({ rule }) => rule),
      ['gap', 'gap'],
    );
    const own = stopsIn([{ report, keyOf: each => each.path }], at);
    assert.deepEqual(
      own.map(stop => stop.at),
      [text.indexOf('2026-11-30')],
    );
  });

  it('passes over what is over, silenced or only information', () => {
    const text =
      'expiryDay: uncovered\nlicenses:\n  - { starts: 2019-01-01, expires: 2020-01-01 }\n  - { starts: 2020-01-02, expires: 2027-11-30, seats: 9 }\n  - { starts: 2027-11-30, seats: 5 }\n';
    const report = analyze([readText('a.yaml', text)], defaultSettings, at);
    assert.deepEqual(
      report.findings.map(({ rule }) => rule),
      ['gap', 'seat-drop'],
    );
    assert.deepEqual(stopsIn([{ report, keyOf: each => each.path }], at), []);
  });

  it('leads nowhere where nothing is', () => assert.equal(nextStop([], undefined, 1), undefined));
});
