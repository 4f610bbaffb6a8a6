// One story in every notation: every format keeps every promise.
import assert from 'node:assert/strict';
import { fill, fillableGaps } from '../../src/core/fixes/insert-temporary';
import { fieldNames } from '../../src/core/formats/fields';
import type { Term } from '../../src/core/model';
import { applyEdits } from '../../src/core/text';
import { gaps, iso, readText, reportOn, sample, told } from './read';

const terms = [
  { id: 'LIC-2025', seats: 500, state: 'active', from: '2025-12-01T06:00:00.000Z', until: '2026-11-30T06:00:00.000Z' },
  { id: 'LIC-2026', seats: 500, state: 'active', from: '2026-12-01T06:00:00.000Z', until: '2027-03-14T06:00:00.000Z' },
  { id: 'LIC-2027', seats: Infinity, state: 'pending', from: '2027-03-15T05:00:00.000Z', until: 'Infinity' },
];

/** Each notation as it stands, and in the other line ends; offsets are those of the text given. */
const variants = [
  'story.json',
  'story.jsonc',
  'story.yaml',
  'story.toml',
  'story-flow.yaml',
  'story-inline.toml',
  'story-line.json',
].flatMap(name => [
  { name, title: name, text: sample(name) },
  { name, title: `${name} with CRLF`, text: sample(name).replaceAll('\n', '\r\n') },
  { name, title: `${name} without a last line break`, text: sample(name).trimEnd() },
]);

for (const { name, title, text } of variants) {
  describe(title, () => {
    it('gives the same terms', () => {
      assert.deepEqual(
        readText(name, text).terms.map(({ id, seats, state, from, until }) => ({
          id,
          seats,
          state,
          from: iso(from),
          until: iso(until),
        })),
        terms,
      );
    });

    it('has the same gaps, the second an hour short where the clocks change', () => {
      assert.deepEqual(gaps(reportOn(name, text)), [
        'open 2026-11-30T06:00:00.000Z 24 h',
        'open 2027-03-14T06:00:00.000Z 23 h',
        'pending 2027-03-15T05:00:00.000Z Infinity h',
      ]);
    });

    it('tells them at the dates and the key that make them', () => {
      assert.deepEqual(told(reportOn(name, text)), [
        'gap "2026-11-30"',
        'gap "2027-03-14"',
        'pending-key "TODO ask the vendor"',
      ]);
    });

    it('gives every value the place where it stands', () => {
      for (const term of readText(name, text).terms) assertPlaces(term, text);
    });

    it('fills all gaps so that only keys are missing, and only adds text', () => {
      const filled = fillAll(name, text);
      assert.deepEqual(told(reportOn(name, filled)), [
        'pending-key "<temporary key>"',
        'pending-key "<temporary key>"',
        'pending-key "TODO ask the vendor"',
      ]);
      assert.equal(addedTo(text, filled), true);
      assert.equal(filled.includes('\r\n'), text.includes('\r\n'));
      assert.equal(/(?<!\r)\n/.test(filled), /(?<!\r)\n/.test(text));
      assert.equal(fillAll(name, filled), filled);
    });

    it('leaves nothing to tell once the keys are typed', () => {
      const keyed = fillAll(name, text)
        .replaceAll('<temporary key>', 'T-1')
        .replace('T-1', 'T-2')
        .replace('TODO ask the vendor', 'K-9');
      assert.deepEqual(told(reportOn(name, keyed)), []);
    });

    it('reads every beginning of the file without a throw', () => {
      for (let end = 0; end <= text.length; end++) readText(name, text.slice(0, end));
    });
  });
}

function fillAll(name: string, text: string): string {
  return fill(fillableGaps(reportOn(name, text))).reduce((result, { edits }) => applyEdits(result, edits), text);
}

/** Whether `longer` is `shorter` with text put in, nothing else. */
function addedTo(shorter: string, longer: string): boolean {
  let at = 0;
  for (const character of longer) if (character === shorter[at]) at++;
  return at === shorter.length;
}

function assertPlaces({ entry, id }: Term, text: string): void {
  for (const field of fieldNames) {
    const pair = entry.fields[field];
    if (pair?.value.kind !== 'scalar') continue;
    const { start, end, quote } = pair.value;
    assert.equal(text.slice(start + quote, end - quote), pair.value.text, `${id} ${pair.key.text}`);
    assert.equal(text.slice(pair.key.start + pair.key.quote, pair.key.end - pair.key.quote), pair.key.text);
  }
}
