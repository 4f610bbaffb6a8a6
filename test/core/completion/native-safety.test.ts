// Completion in native files at every place of the samples and in torn texts: it never throws, never tells a key, and breaks nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { analyze } from '../../../src/core/analyze';
import { nativeOffersAt, type Offer, type Offers } from '../../../src/core/completion';
import { readLicenseFile } from '../../../src/core/formats';
import { textOf } from '../../../src/core/formats/records';
import type { LicenseFile } from '../../../src/core/model';
import { defaultSettings } from '../../../src/core/settings';
import { finish } from '../../../src/core/steps';
import { applyEdits } from '../../../src/core/text';
import { at } from '../read';

const names = [
  'story.json',
  'story.jsonc',
  'story.yaml',
  'story.toml',
  'story-flow.yaml',
  'story-inline.toml',
  'story-line.json',
];

interface Asked {
  readonly file: LicenseFile;
  readonly keys: readonly string[];
  ask(text: string, offset: number): Offers;
}

function open(name: string): Asked {
  const text = readFileSync(join(__dirname, '../../samples', name), 'utf8');
  const format = name.slice(name.lastIndexOf('.') + 1);
  const file = readLicenseFile({ path: name, text }, defaultSettings, true)!;
  const report = analyze([file], defaultSettings, at);
  const facts = { format, settings: defaultSettings, now: at, report, file };
  const keys = file.documents.flatMap(({ entries }) => entries.flatMap(({ fields }) => textOf(fields.key) ?? []));
  assert.ok(keys.length > 0);
  return { file, keys, ask: (asked, offset) => finish(nativeOffersAt(asked, offset, facts)) };
}

/** What an offer leaves to be typed, typed. */
function typed({ text, parts }: Offer): string {
  if (!parts) return text;
  return parts.map(part => (typeof part === 'string' ? part : part.placeholder || '1')).join('');
}

function assertSafe({ span, offers, also = [] }: Offers, offset: number, text: string, keys: readonly string[]): void {
  if (offers.length === 0) return;
  assert.ok(
    span.start <= offset && offset <= span.end && span.end <= text.length,
    `${span.start} ${offset} ${span.end}`,
  );
  assert.ok(!text.slice(span.start, span.end).includes('\n'), 'over lines');
  for (const edit of also) assert.ok(edit.end <= span.start);
  assert.equal(new Set(offers.map(({ label }) => label)).size, offers.length, 'one is offered twice');
  for (const { text, label, detail, about = '' } of offers)
    for (const key of keys)
      assert.ok(![text, label, detail, about].some(said => said.includes(key)), `a key at ${offset}`);
}

describe('completion at every place of', () => {
  for (const name of names) {
    it(`${name}: offers no key, and what is chosen breaks nothing`, () => {
      const { file, keys, ask } = open(name);
      const { text } = file;
      let count = 0;
      for (let offset = 0; offset <= text.length; offset++) {
        const found = ask(text, offset);
        assertSafe(found, offset, text, keys);
        // Zones are many and all alike.
        for (const offer of found.offers.slice(0, 20)) {
          const after = applyEdits(text, [...(found.also ?? []), { ...found.span, text: typed(offer) }]);
          const problems = readLicenseFile({ path: name, text: after }, defaultSettings, true)!.problems;
          const broken = problems.filter(({ rule }) => rule === 'syntax');
          assert.deepEqual(broken, [], `${offer.label} at ${offset}:\n${after}`);
          count++;
        }
      }
      assert.ok(count > 50, `${count}`);
    }).timeout(60_000);

    it(`${name}: a new line anywhere`, () => {
      const { file, keys, ask } = open(name);
      for (const [index, line] of file.text.split('\n').entries()) {
        const lines = file.text.split('\n');
        for (const indent of ['', '  ', '    ', '\t']) {
          lines.splice(index, 0, indent);
          const offset = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0) + indent.length;
          assertSafe(ask(lines.join('\n'), offset), offset, lines.join('\n'), keys);
          lines.splice(index, 1);
        }
        void line;
      }
    });

    it(`${name}: torn`, () => {
      const { file, keys, ask } = open(name);
      const junk = fc.constantFrom(
        '',
        '"',
        "'",
        '{',
        '[',
        '}',
        ']',
        ':',
        ': ',
        '=',
        ' = ',
        '- ',
        '#',
        '# ',
        ',',
        '\n',
        '\r\n',
        '\t',
        '"""',
        '*',
        '&a ',
        '|',
        '>',
        '[[',
        'st',
        '-',
        '\u2028',
        '/*',
        '//',
      );
      fc.assert(
        fc.property(
          fc.nat(file.text.length),
          fc.nat(file.text.length),
          fc.array(junk, { maxLength: 4 }),
          fc.nat(6),
          (from, to, words, back) => {
            const inserted = words.join('');
            const text = file.text.slice(0, Math.min(from, to)) + inserted + file.text.slice(Math.max(from, to));
            const offset = Math.max(0, Math.min(from, to) + inserted.length - back);
            assertSafe(ask(text, offset), offset, text, keys);
          },
        ),
        { numRuns: 600 },
      );
    }).timeout(60_000);
  }
});
