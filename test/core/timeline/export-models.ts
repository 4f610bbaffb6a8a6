// Shared by the tests of exports: models of the stories, of all kinds of items, and of names that are anything but names.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import naughtyStrings from 'big-list-of-naughty-strings';
import { type TimelineModel, timelineOf } from '../../../src/core/timeline';
import { type PictureOptions, svgText } from '../../../src/core/timeline/export-svg';
import { printTheme } from '../../../src/core/timeline/style';
import { reportOn, sample } from '../read';

const options = { expiryWarningDays: 30, mostItems: 100_000 };

/** No export may have it; each model's licenses do. */
export const canary = 'CANARY-7F3A-11C0';

export function modelOf(path: string, text: string): TimelineModel {
  const report = reportOn(path, text);
  return timelineOf([report], report.files[0], options).model;
}

/** The model of all files together. */
export function modelOfAll(...files: readonly (readonly [path: string, text: string])[]): TimelineModel {
  const reports = files.map(([path, text]) => reportOn(path, text));
  return timelineOf(reports, undefined, options).model;
}

/** Each story, by the name of its file. */
export function stories(): readonly (readonly [name: string, model: TimelineModel])[] {
  return readdirSync(join(__dirname, '../../samples')).map(name => [name, modelOf(name, sample(name))]);
}

/** Has an item of every kind, open ends on both sides, and three environments. */
export const allKinds = `
timezone: UTC
acceptedGaps:
  - { product: Foo, from: 2024-06-01, until: 2024-07-01, reason: known }
required: { product: Foo, environment: prod, seats: 10 }
licenses:
  - { product: Foo, environment: prod, expiryDay: uncovered, id: F0, key: ${canary}, seats: 10, starts: 2024-01-01, expires: 2024-06-01 }
  - { product: Foo, environment: prod, expiryDay: uncovered, id: F1, key: ${canary}, seats: 10, starts: 2024-07-01, expires: 2025-01-01 }
  - { product: Foo, environment: prod, expiryDay: uncovered, id: F2, key: ${canary}, seats: 4, starts: 2025-01-01, expires: 2026-12-01 }
  - { product: Foo, environment: prod, expiryDay: uncovered, id: F3, key: TODO, seats: 12, starts: 2027-01-01, expires: 2027-02-01 }
  - { product: Foo, environment: prod, expiryDay: uncovered, id: F4, key: ${canary}, starts: 2026-11-01, expires: 2026-10-01 }
  - { product: Foo, environment: test, id: F5, key: ${canary}, seats: unlimited, starts: null, expires: 2026-01-01 }
  - { product: Foo, environment: test, id: F6, key: ${canary}, seats: unlimited, starts: 2026-01-02, expires: null }
  - { product: Foo, environment: lab, expiryDay: uncovered, seats: 20, expires: 2026-12-05T06:30:15 }
`;

/** One product whose names are all the same text. */
export function modelNamed(name: string): TimelineModel {
  const license = (starts: string, expires: string): object => ({ id: name, key: canary, starts, expires });
  const licenses = [license('2025-12-01', '2026-11-30'), license('2026-12-02', '2027-11-30')];
  return modelOf(
    `${name}.json`,
    JSON.stringify({ environment: name, product: name, expiryDay: 'uncovered', licenses }),
  );
}

const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');

/** What is hard to bear for one notation or another. */
const hardNames: readonly string[] = [
  'user\u202e\u2066nimda\u2069\u202c',
  'a\u200bb\u200e\u200f\u061c\ufeffc\u2028d\u2029e',
  `x${controls}y`,
  'a\ud800b\udc00c \ufffe \uffff \u{1fffe}',
  '<svg onload=alert(1)>]]>--><![CDATA[<script>&#x3C;&lt;"\'',
  '</title></style></text></svg><script xlink:href="data:,alert(1)"/>',
  '=1+1',
  ' \t@SUM(A1)',
  '＝1+1',
  "\"=cmd|' /C calc'!A0",
  '-2+3',
  'a,"b",c\r\nd;e',
  'a|b\\|c\\',
  '`x` ``y`` *b* _i_ __u__ ~~s~~ $m$ [l](http://e.com) ![i](x) <http://e.com> a@e.com www.e.com :smile: #1 &copy;',
  'https://example.com/?a=b&c=d',
  'title x: y; section z # a %% b %%{init: {}}%% {c} "d" <br/> e, f',
  'section',
  'gantt',
  'click i0 href "javascript:alert(1)"',
  '2026-01-01',
  'style x:#fff;',
  'ﬂ°°60¶ß ﬂ°lt¶ß',
  '# heading',
  '- item',
  '1. item',
  '---',
  '    code',
];

const payloads = join(__dirname, '../../../../shared/corpora/xss-payloads.json');

/** 223 payloads of cross-site scripting where they are beside the project, the big list of naughty strings, and our own. */
export function hostileNames(): readonly string[] {
  const found = existsSync(payloads) ? (JSON.parse(readFileSync(payloads, 'utf8')) as string[]) : [];
  if (found.length === 0) console.log('      the payloads are not beside the project: skipped');
  else assert.ok(found.length > 200);
  assert.ok(naughtyStrings.length > 400);
  return [...new Set([...hardNames, ...naughtyStrings, ...found])];
}

export function pictureOptions(model: TimelineModel): PictureOptions {
  const order = model.rows.map((_, index) => index);
  // Where a text is no wider than nothing, none is cut short.
  return { order, shown: model, width: 900, measure: () => 0, theme: printTheme };
}

export function svgOf(model: TimelineModel): string {
  return svgText(model, pictureOptions(model)).text;
}
