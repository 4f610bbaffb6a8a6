// What the view is told: names, ids and dates, and nothing of keys, hosts, signatures, comments or folders.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TimelineModel, timelineOf } from '../../../src/core/timeline';
import { readText } from '../read';
import { named, options, reportOf, sent, timelineOfAll, timelineOfFiles } from './pictures';

/** All texts of a model, and what is made of them; not the names of its fields. */
function saidIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap(saidIn);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}

/** The words of the timeline's own sentences. */
const ours = wordsOf(
  'No product products license licenses gap gaps coverage possible pending accepted longer covered next expiry in days day h host hosts version floating ok short ended open stretch stretches seats of from on until line unnamed The row term ending unlimited',
);

const samples = [join(__dirname, '../../samples'), join(__dirname, '../../../media/samples')].flatMap(folder =>
  readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')] as const),
);

describe('what the view is told of a file', () => {
  for (const [name, text] of samples) {
    it(`is of ${name} only what names its licenses`, () => {
      const file = readText(`secret-folder/below/${name}`, text);
      const timeline = timelineOfFiles([file]);
      const { terms } = file;
      assert.ok(terms.length > 0 && timeline.model.labels.length > 0);
      const names = terms.flatMap(({ product, environment, id, pool, rule }) => [
        ...[product, environment, id, pool?.version, pool?.vendor, rule.zone],
      ]);
      const allowed = new Set([
        ...ours,
        ...wordsOf('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
        ...wordsOf(`${name} ${names.join(' ')}`),
      ]);
      const said = new Set([...saidIn(timeline.model)].flatMap(wordsOf));
      for (const word of said) {
        if (/\p{L}/u.test(word)) assert.ok(allowed.has(word), `${word} is said`);
        else assert.ok(word.length < 8, `${word} is said`);
      }
    });
  }
});

/** A word that can be found again, also where only a part of it is shown. */
let count = 0;
function canary(): string {
  return `canary${String(count++).padStart(3, '0')}bird`;
}

function assertSilent(model: TimelineModel, more: readonly string[] = []): void {
  assert.doesNotMatch([sent(model), ...more].join('\n'), /canary|bird/i);
}

const nativeText = [
  `# ${canary()}`,
  `server: { version: 1.0, host: ${canary()} }`,
  'environment: production',
  `vendor: ${canary()}`,
  `unknown: ${canary()}`,
  'required: { product: P, from: 2026-01-01, until: 2028-01-01, seats: 10 }',
  'acceptedGaps:',
  `  - { product: P, from: 2026-07-01, until: 2026-07-05, reason: ${canary()}, reviewBy: 2026-01-01 }`,
  'licenses:',
  `  - { product: P, id: A, key: ${canary()}, seats: 5, starts: 2026-01-01, expires: 2026-06-30, note: ${canary()} }`,
  `  - { product: P, id: B, key: "TODO ${canary()}", seats: 5, starts: 2026-07-05, expires: 2026-12-31 } # ${canary()}`,
  `  - { product: P, id: C, key: ${canary()}, starts: 2027-12-31, expires: 2027-02-01 }`,
  `  - { product: P, id: D, key: ${canary()}, starts: 2027-02-30, expires: 2027-04-01 }`,
  `  - { product: Q, id: E, kind: temporary, key: <${canary()}>, expires: never }`,
  '',
].join('\n');

const flexnetText = [
  `# ${canary()}`,
  `SERVER ${canary()} ${canary()} 27000`,
  `VENDOR acmed /opt/${canary()}/bin options=/etc/${canary()}`,
  'USE_SERVER',
  `INCREMENT f acmed 1.0 30-nov-2026 5 HOSTID=${canary()} VENDOR_STRING=${canary()} SIGN="${canary()} ${canary()}"`,
  `INCREMENT f acmed 1.0 31-dec-2027 5 START=5-dec-2026 HOSTID=${canary()} NOTICE="${canary()}" SIGN=${canary()}`,
  `INCREMENT f acmed 2.0 31-dec-2027 5 HOSTID="${canary()} ${canary()}" ISSUER=${canary()} ck=12 SN=${canary()} SIGN=0`,
  `FEATURE g acmed 1.0 permanent uncounted HOSTID=ETHER=${canary()} ${canary()}`,
  '',
].join('\n');

const rlmText = [
  `HOST ${canary()} ${canary()} 5053`,
  `LICENSE acmed f 1.0 30-nov-2026 5 hostid=${canary()} _ck=${canary()} sig="${canary()}"`,
  `LICENSE acmed f 1.0 permanent 5 start=1-jan-2027 hostid=${canary()} customer=${canary()} sig="${canary()}"`,
  '',
].join('\n');

describe('keys, hosts, signatures, comments and folders', () => {
  const files = [
    ['a.yaml', nativeText],
    ['b.lic', flexnetText],
    ['c.lic', rlmText],
  ].map(([name, text]) => readText(name!, text!));

  it('are not in the picture of a file, nor in what is said of its items', () => {
    for (const file of files) {
      const timeline = timelineOfFiles([file]);
      assert.ok(timeline.model.labels.length >= 2, file.path);
      assertSilent(timeline.model, named(timeline));
    }
  });

  it('are not in the picture of all of them, nor where nothing can be drawn', () => {
    const all = timelineOfAll(files);
    assert.equal(all.model.rows.length >= 6, true);
    assertSilent(all.model, named(all));
    assertSilent(timelineOf([reportOf(files)], undefined, { ...options, mostItems: 1 }).model);
  });

  it('are not in what is said of a text that can not be read', () => {
    const torn = [
      readText('licenses.json', `{"key": "${canary()}", "licenses": [{"key" "${canary()}"}, {"starts": ${canary()}}]}`),
      readText('licenses.yaml', `key: ${canary()}\nlicenses:\n  - { key: "${canary()}\n${canary()}: [ }\n`),
      readText('licenses.toml', `key = ${canary()}\n[[licenses]]\nkey = "${canary()}\n`),
    ];
    for (const file of torn) {
      const { model } = timelineOfFiles([file]);
      assert.ok(model.problems.length > 0, file.path);
      assertSilent(model);
    }
  });

  it('are not in it of the folders in which its own file lies; other files are named from the top, as in the Problems list', () => {
    const path = `home/${canary()}/licenses.yaml`;
    const own = readText(path, nativeText);
    const other = readText(
      'below/other.yaml',
      'environment: production\nlicenses:\n  - { product: P, id: Z, expires: never }\n',
    );
    const timeline = timelineOfFiles([own, other]);
    assertSilent(timeline.model, named(timeline));
    assert.deepEqual(timeline.model.files, ['', 'below/other.yaml']);
  });
});
