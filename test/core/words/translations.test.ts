// The translations are complete: every message of the code and of the manifest, in German and in Japanese, with the same places.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { readBundle, textOf } from './spoken';

const project = join(__dirname, '..', '..', '..');
const languages = ['de', 'ja'] as const;

function read(path: string): Record<string, string> {
  return JSON.parse(readFileSync(join(project, path), 'utf8')) as Record<string, string>;
}

/** `{0}`, `{product}`, and addresses of commands: what has to stand in a translation as well. */
function placesIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\w+\}|\(command:[^)]*\)|`[^`]*`|<…>/g))].sort();
}

function assertSameKeys(expected: object, actual: object): void {
  const lacking = Object.keys(expected).filter(key => !Object.hasOwn(actual, key));
  const odd = Object.keys(actual).filter(key => !Object.hasOwn(expected, key));
  assert.deepEqual({ lacking, odd }, { lacking: [], odd: [] });
}

function assertComplete(english: Readonly<Record<string, string>>, translated: Readonly<Record<string, string>>): void {
  assertSameKeys(english, translated);
  for (const [key, text] of Object.entries(english)) {
    assert.deepEqual(placesIn(translated[key]!), placesIn(text), key);
    assert.notEqual(translated[key]!.trim(), '', key);
  }
}

describe('translations', () => {
  const messages = readBundle('bundle.l10n.json');
  const english = Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, textOf(message)]));

  it('are of all messages that are in the code: else run npm run l10n', async function () {
    this.timeout(120_000);
    const files = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.ts'))
      .map(path => readFileSync(join(project, 'src', path), 'utf8'))
      .filter(contents => contents.includes('@vscode/l10n') || contents.includes('vscode.l10n'));
    const found = await getL10nJson(files.map(contents => ({ contents, extension: '.ts' })));
    assertSameKeys(found, messages);
  });

  for (const language of languages) {
    it(`are complete in ${language}`, () => {
      assertComplete(english, readBundle(`bundle.l10n.${language}.json`) as Record<string, string>);
    });

    it(`are complete in ${language} in the manifest`, () => {
      assertComplete(read('package.nls.json'), read(`package.nls.${language}.json`));
    });

    it(`are in ${language} by name`, () => {
      const bundle = readBundle(`bundle.l10n.${language}.json`);
      assert.equal(Object.entries(bundle).find(([key]) => key.startsWith('en/'))?.[1], language);
    });

    it(`have one draft of a request in ${language}, in the code and in the manifest`, () => {
      const bundle = readBundle(`bundle.l10n.${language}.json`);
      const [, draft] = Object.entries(bundle).find(([key]) => key.startsWith('# Temporary license key'))!;
      assert.equal(read(`package.nls.${language}.json`)['setting.requestTemplate.default'], draft);
    });
  }
});
