// Holds package.json against the code: what it promises is there, and what is there it names.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { extensions, fileNames } from '../src/core/file-names';
import { defaultSeverity } from '../src/core/rules';
import { defaultSettings, readSettings } from '../src/core/settings';

const project = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const manifest = JSON.parse(read('package.json'));
const { contributes } = manifest;
const properties: Record<
  string,
  { default: unknown; properties?: Record<string, { default: string; enum: string[] }> }
> = contributes.configuration.properties;
const rules = Object.entries(defaultSeverity);

describe('package.json', () => {
  it('has a severity setting for each rule, with the default of the code', () => {
    const severities = Object.entries(properties['licenseCoverage.severity']!.properties!);
    assert.deepEqual(
      severities.map(([rule, setting]) => [rule, setting.default]),
      rules,
    );
    for (const [, { enum: values }] of severities)
      assert.deepEqual(values, ['error', 'warning', 'information', 'hint', 'off']);
  });

  it('has a page for each rule, and no page for another', () => {
    const pages = readdirSync(join(project, 'media/rules')).map(name => name.replace(/\.md$/, ''));
    assert.deepEqual(pages.sort(), rules.map(([rule]) => rule).sort());
    for (const [rule] of rules) assert.match(read(`media/rules/${rule}.md`), new RegExp(`^# \`?${rule}\`?\\n`));
  });

  it('has the defaults that hold without any setting', () => {
    const settings = readSettings(
      name => said(properties[`licenseCoverage.${name}`]?.default),
      message => assert.fail(message),
    );
    assert.deepEqual(settings, defaultSettings);
  });

  /** A value of the manifest, in the words of package.nls.json. */
  function said(value: unknown): unknown {
    const [, key] = typeof value === 'string' ? (/^%(.*)%$/.exec(value) ?? []) : [];
    return key === undefined ? value : (JSON.parse(read('package.nls.json')) as Record<string, string>)[key];
  }

  it('names the settings that the code reads, and no others', () => {
    const names = [...read('src/core/settings.ts').matchAll(/(?:read(?:<[^(]*>)?|get)\(\s*["'](\w+)["']/g)].map(
      ([, name]) => name!,
    );
    const patterns = [...read('src/editor/settings.ts').matchAll(/get<unknown>\('(\w+)'\)/g)].map(([, name]) => name!);
    const read_ = new Set([...names, ...patterns].map(name => `licenseCoverage.${name}`));
    assert.deepEqual([...read_].sort(), Object.keys(properties).sort());
    assert.ok(Object.keys(properties).length <= 20);
  });

  it('names the commands that the code registers, and no others', () => {
    const registered = filesBelow('src/editor').flatMap(path =>
      [...read(path).matchAll(/registerCommand\('([^']+)'/g)].map(([, id]) => id!),
    );
    assert.deepEqual(contributes.commands.map(({ command }: { command: string }) => command).sort(), registered.sort());
    const inMenus = Object.values(contributes.menus as Record<string, { command: string }[]>).flat();
    for (const { command } of inMenus) assert.ok(registered.includes(command), command);
  });

  it('says in words of its own file what it says in placeholders, and no more', () => {
    const words = JSON.parse(read('package.nls.json'));
    const used = [...read('package.json').matchAll(/%([^%"]+)%/g)].map(([, key]) => key!);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  });

  it('gives TOML files the names that are read', () => {
    const [toml] = contributes.languages;
    assert.deepEqual(
      toml.filenamePatterns,
      fileNames.map(name => `${name}.toml`),
    );
    assert.ok(extensions.includes('toml'));
  });

  it('gives each language but TOML a configuration and, but for license files in general, a grammar, and packs them', () => {
    const [, ...all] = contributes.languages as { id: string; configuration: string }[];
    const languages = all.filter(({ id }) => id !== 'license');
    const grammars = contributes.grammars as { language: string; scopeName: string; path: string }[];
    assert.deepEqual(
      grammars.map(({ language, scopeName }) => [language, scopeName]),
      languages.map(({ id }) => [id, `source.license.${id}`]),
    );
    for (const { path, scopeName } of grammars) assert.equal(JSON.parse(read(path)).scopeName, scopeName);
    for (const { configuration } of all) assert.ok(JSON.parse(read(configuration)).wordPattern, configuration);
    for (const folder of ['grammars', 'languages'])
      assert.ok(read('.vscodeignore').includes(`\n!media/${folder}/*.json\n`), folder);
  });

  it('starts for nothing but the notations, the panel, and workspaces with license files', () => {
    const { activationEvents } = manifest as { activationEvents: readonly string[] };
    const languages = ['json', 'jsonc', 'yaml', 'toml', 'flexnet', 'rlm', 'lmx', 'license'];
    assert.deepEqual(activationEvents, [
      ...languages.map(id => `onLanguage:${id}`),
      'onWebviewPanel:licenseCoverage.timeline',
      `workspaceContains:**/{${fileNames.join()}}.{${extensions.join()}}`,
      'workspaceContains:**/*.lic',
    ]);
  });

  it('works in restricted mode and in virtual workspaces', () => {
    assert.deepEqual(manifest.capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });

  it('has a stub of at most 10 kB', async () => {
    const { outputFiles } = await build({
      entryPoints: [join(project, 'src/editor/extension.ts')],
      bundle: true,
      minify: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      external: ['vscode', './main'],
    });
    assert.ok(outputFiles[0]!.contents.length <= 10_000, `${outputFiles[0]!.contents.length} bytes`);
  });

  it('names files that there are, or that the build makes', () => {
    assert.equal(manifest.main, './dist/extension.js');
    assert.equal(manifest.browser, './dist/web.js');
    assert.deepEqual(manifest.bin, { 'license-coverage': 'dist/cli.js' });
    assert.ok(existsSync(join(project, manifest.icon)), manifest.icon);
    for (const bundle of ['extension', 'main', 'web', 'timeline', 'cli']) {
      assert.match(read('esbuild.js'), new RegExp(`dist/${bundle}\\.js|\\b${bundle}: 'src/editor/`), bundle);
      assert.ok(read('.vscodeignore').includes(`\n!dist/${bundle}.js\n`), bundle);
    }
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => `${folder}/${path}`);
}
