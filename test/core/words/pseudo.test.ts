// No sentence is left in English: in a language of full-width letters, plain letters come from the file alone.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TreeNode } from '../../../src/core/license-tree-node';
import type { LicenseFile } from '../../../src/core/model';
import { coreIn, readBundle, textOf } from './spoken';

type Core = Awaited<ReturnType<typeof coreIn>>;

const project = join(__dirname, '..', '..', '..');
const at = Date.UTC(2026, 10, 22);

/** Letters in full width, but for those of places and of what stands in backquotes. */
function pseudo(text: string): string {
  return text.replace(/\{\w+\}|[A-Za-z]/g, found =>
    found.length > 1 ? found : String.fromCharCode(found.charCodeAt(0) + 0xfee0),
  );
}

/** All messages; amounts and dates as in Japanese, which has no letters of ours in them. */
const translations = Object.fromEntries(
  Object.entries(readBundle('bundle.l10n.json')).map(([key, message]) => [
    key,
    key.startsWith('en/') ? 'ja' : pseudo(textOf(message)),
  ]),
);

/** What is the same in every language. */
const allowed: ReadonlySet<string> = new Set([
  'UTC',
  // Of a date such as a vendor writes it.
  'nov',
  // What the vendor's portal asks for in a request.
  ...['FlexNet', 'Operations', 'startDate', 'endDate'],
]);

/** Mistakes of all kinds, beside the samples, so that every rule has something to say. */
const mistakes: Readonly<Record<string, string>> = {
  'licenses.yaml': `product: P
licenses:
  - { id: A1, starts: 2026-02-30, expires: 03/04/2026 }
  - { id: B2, starts: 2026-05-01, expires: 2026-04-01, seats: many, kind: strange, expirs: x, key: Q1 }
  - { id: B2, starts: 2026-01-01, key: Q1 }
  - { id: C3, expires: 2025-12-31, seats: 5 }
  - { starts: 2026-01-01, expires: 2026-12-31, kind: temporary }
  - { starts: 2026-01-01, expires: 2026-12-31, seats: 3, timezone: Mars/Olympus }
  - { key: Q2 }
  - 7
required: { seats: 100, from: 2025-01-01, until: 2030-01-01 }
acceptedGaps:
  - { from: 2020-01-01, until: 2019-01-01 }
  - { from: 2040-01-01, until: 2041-01-01, reviewBy: 2020-01-01 }
# license-coverage-ignore-next-line nonsense
terms: []
`,
  'broken.licenses.yaml': 'licenses:\n  - { starts: 2026-01-01, expires: 2026-02-01\n  - [\n\tbad: 1\n',
  'broken.licenses.json': '{"licenses": [{"starts": "2026-01-01" "expires": "2026-02-01",}, {"expires": }',
  'broken.licenses.toml': '[[licenses]\nstarts = 2026-13-01\nexpires 2026\nstarts = "x',
  'pending.licenses.yaml':
    'product: W\nexpiryDay: covered\nlicenses:\n  - { starts: 2026-01-01, expires: 2026-12-31, seats: 10 }\n' +
    '  - { starts: 2027-01-01, expires: 2027-06-30, key: TODO, seats: 4 }\n  - { starts: 2027-08-01, expires: 2027-12-31, seats: 4 }\n',
  'unstated.licenses.yaml':
    'product: U\nlicenses:\n  - { starts: 2026-01-01, expires: 2026-11-30 }\n  - { starts: 2026-12-01, expires: 2026-12-05 }\n',
  'mistakes.lic':
    'SERVER a ANY\nVENDOR v\nVENDOR v\nFEATURE f v 1.0 31-feb-2026 5 SIGN=0\nFEATURE f v 1.0 1-jan-2027 5 SIGN=0\n' +
    'FEATURE f v 1.0 1-jan-2028 5 SIGN=0\nFEATUR g v 1.0 permanent 5\nINCREMENT h v 1.0 x y\nUPGRADE k v 1.0 2.0 permanent 1 SIGN=0\nPACKAGE q v 1.0 COMPONENTS=z\n',
};

const samples = ['test/samples', 'media/samples'].flatMap(folder =>
  readdirSync(join(project, folder)).map(name => [name, readFileSync(join(project, folder, name), 'utf8')] as const),
);

/** Everything that is said of a file, wherever. */
function saidOf(core: Core, path: string, text: string): readonly string[] {
  const file = core.readLicenseFile({ path, text }, core.defaultSettings, true);
  if (!file) return [];
  const report = core.analyze([file], core.defaultSettings, at);
  const timeline = core.timelineOf([report], file, { expiryWarningDays: 30, mostItems: 1000 });
  const { model } = timeline;
  const tree = core.finish(core.licenseTree([{ report, name: '7', expiryWarningDays: 30 }], at));
  const status = core.statusOf([report], at);
  return [
    ...report.findings.flatMap(finding => [
      finding.message,
      ...(finding.related ?? []).map(({ message }) => message),
      ...core.fixesFor(finding, report).map(({ title }) => title),
    ]),
    ...report.products.flatMap(coverage => [
      core.words.coverageName(coverage),
      ...core.gapsOf(coverage).flatMap(gap => explained(core.explainGap(coverage, gap))),
      ...core
        .gapsOf(coverage)
        .filter(({ until }) => until !== Infinity)
        .map(gap => core.requestFor(coverage, gap, core.defaultSettings.requestTemplate)),
      ...coverage.terms.flatMap(term => explained(core.explainTerm(coverage, term, at))),
    ]),
    ...model.labels.map((_, id) => core.nameOf(model, id)),
    ...model.rows.map(row => core.timelineWords.rowName(row)),
    ...model.labels.map((_, id) => {
      const item = core.itemAt(model.items, model.labels, id);
      return core.timelineWords.itemLabel(item, model.rows[0]!);
    }),
    core.markdownText(model),
    ...core.ticks(model, 800, model.clocks).major.map(({ label }) => label),
    ...hovers(core, file, report),
    ...core.inlayHintsIn(report, file, { start: 0, end: text.length }).map(({ label }) => label),
    ...core.codeLensesOf(report, file, at).map(({ title }) => title),
    ...tree.roots.flatMap(toldBy),
    ...(status ? [status.text, ...status.lines] : []),
  ];
}

function explained(explanation: ReturnType<Core['explainGap']>): readonly string[] {
  const { title, facts, symptoms, remedies } = explanation;
  return [title, ...facts.flatMap(({ label, text }) => [label, text]), ...symptoms, ...remedies];
}

function hovers(core: Core, file: LicenseFile, report: ReturnType<Core['analyze']>): readonly string[] {
  const said: string[] = [];
  for (let offset = 0; offset < file.text.length; offset += 7) {
    const hover = core.hoverAt(report, file, offset, at, 'light');
    said.push(...(hover?.explanations ?? []).flatMap(explained));
  }
  return said;
}

function toldBy(node: TreeNode): readonly string[] {
  return [node.label, node.description, node.spoken, node.details(), ...node.children().flatMap(toldBy)];
}

/** The words in plain letters that neither the file has nor are allowed. */
function leftIn(said: string, text: string): readonly string[] {
  const own = text.toLowerCase();
  const found = said.match(/[A-Za-z]+/g) ?? [];
  return found.filter(word => !allowed.has(word) && !own.includes(word.toLowerCase()));
}

describe('in another language', function () {
  this.timeout(120_000);
  let core: Core;
  before(async () => {
    core = await coreIn(translations);
  });

  for (const [path, text] of [...samples, ...Object.entries(mistakes)]) {
    it(`nothing of what is said of ${path} is left in English`, () => {
      const said = saidOf(core, path, text);
      assert.ok(
        said.some(each => /[Ａ-Ｚａ-ｚ]/.test(each)),
        `${path} has nothing said of it`,
      );
      const lines = said.flatMap(each => each.split('\n'));
      const left = lines.flatMap(line => leftIn(line, path + text).map(word => `${word}: ${line}`));
      assert.deepEqual([...new Set(left)].slice(0, 20), []);
    });
  }

  it('nothing of what the view says by itself is left', () => {
    const [, json] = />(.*)</s.exec(core.pageDataElement(undefined))!;
    const { view } = JSON.parse(json!) as { view: object };
    const texts = JSON.stringify(Object.values(view)).match(/(?<=[:[{,]")[^"]*(?="[,}\]])/g)!;
    assert.ok(texts.length > 50);
    assert.deepEqual(
      texts.filter(text => /^[A-Za-z ]{3,}$/.test(text)),
      [],
    );
  });

  it('nothing of what is said of settings is left but their names and values', () => {
    const said: string[] = [];
    const wrong: Record<string, unknown> = { timezone: 7, expiryDay: 7, joinFiles: 7, severity: 7, timelineItems: 'x' };
    core.readSettings(
      name => wrong[name],
      message => said.push(message),
    );
    assert.equal(said.length, Object.keys(wrong).length);
    assert.deepEqual(
      said.flatMap(message => message.match(/[A-Za-z]{2,}/g) ?? []),
      Object.keys(wrong),
    );
  });
});
