// What is seen at a glance (hints, lenses, status, outline) tells no key, host or comment of any file.
import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { codeLensesOf } from '../../src/core/code-lenses';
import { inlayHintsIn } from '../../src/core/inlay-hints';
import type { LicenseFile } from '../../src/core/model';
import type { OutlineItem } from '../../src/core/outline';
import { outlineOfTerms } from '../../src/core/outline-terms';
import { defaultSettings } from '../../src/core/settings';
import { statusOf } from '../../src/core/status';
import { finish } from '../../src/core/steps';
import { claimed, needSamples, sampleNames, sampleText } from './formats/lines';
import { at, readText, sample } from './read';

/** All that is told of a file. */
function toldOf(file: LicenseFile): string {
  const report = analyze([file], defaultSettings, at);
  const named = (items: readonly OutlineItem[]): string[] =>
    items.flatMap(({ name, detail, children }) => [name, detail, ...named(children)]);
  const status = statusOf([report], at);
  return [
    ...inlayHintsIn(report, file, { start: 0, end: file.text.length }).map(({ label }) => label),
    ...codeLensesOf(report, file, at).map(({ title }) => title),
    ...(status ? [status.text, ...status.lines] : []),
    ...named(finish(outlineOfTerms(file))),
  ].join('\n');
}

const fields = ['key', 'licenseKey', 'serial', 'hostid', 'token', 'password', 'signature', 'activationCode', 'server'];
const secrets = fields.map((_, i) => `canary${i}bird`);

const texts: Readonly<Record<string, string>> = {
  'licenses.json': JSON.stringify({
    product: 'P',
    licenses: ['2026-11-30', '2026-11-29', 'canary-bird'].map(expires => ({
      expires,
      ...Object.fromEntries(fields.map((field, i) => [field, secrets[i]])),
    })),
  }),
  'licenses.yaml': `product: P # canary\nlicenses:\n${['2026-11-30', '2026-11-29', 'never'].map(expires => `  # canary\n  - expires: ${expires} # bird\n${fields.map((field, i) => `    ${field}: ${secrets[i]}\n`).join('')}`).join('')}`,
  'licenses.toml': `# canary\nproduct = "P"\n${['2026-11-30', '"never"', '"canary-bird"'].map(expires => `[[licenses]]\nexpires = ${expires} # bird\n${fields.map((field, i) => `${field} = "${secrets[i]}"\n`).join('')}`).join('')}`,
};

describe('what is seen at a glance', () => {
  for (const [path, text] of Object.entries(texts))
    it(`tells no secret of ${path}`, () => {
      const told = toldOf(readText(path, text));
      assert.match(told, /P/);
      // A finding may say what stands in the place of a date.
      assert.doesNotMatch(told.replace(/"canary-bird" can't be read as a date/g, ''), /canary|bird/);
    });

  it('tells no key of the stories', () => {
    for (const name of [
      'story.json',
      'story.jsonc',
      'story.yaml',
      'story-flow.yaml',
      'story.toml',
      'story-inline.toml',
    ]) {
      const text = sample(name);
      const keys = [...text.matchAll(/key"?\s*[:=]\s*["']?([\w-]{6,})/g)].map(([, key]) => key!);
      assert.ok(keys.length > 0, name);
      const told = toldOf(readText(name, text));
      for (const key of keys) assert.ok(!told.includes(key), `${name}: ${key}`);
    }
  });

  describe('of the samples', () => {
    before(needSamples);
    for (const name of sampleNames())
      it(`names no key and no host: ${name}`, () => {
        const text = sampleText(name);
        const file = claimed(text, name.split('/')[1]!);
        const told = file ? toldOf(file) : '';
        for (const [secret] of text.matchAll(/\b(?:[\dA-F]{12,}|[\dA-Z]{30,}|[\w-]{40,}|(?<=KEY=)\S+)\b/gi))
          assert.ok(!told.includes(secret), secret);
      });
  });
});
