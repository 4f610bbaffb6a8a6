// Holds the walkthrough and the welcome texts against the code: their pictures are there, and their links lead somewhere.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const project = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const { contributes } = JSON.parse(read('package.json'));
const words: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
const said = (placeholder: string): string => words[placeholder.replace(/%/g, '')] ?? placeholder;

interface Step {
  readonly title: string;
  readonly description: string;
  readonly media: {
    readonly image?: Readonly<Record<string, string>>;
    readonly svg?: string;
    readonly altText: string;
  };
  readonly completionEvents: readonly string[];
}
const [walkthrough] = contributes.walkthroughs as readonly { id: string; steps: readonly Step[] }[];
const { steps } = walkthrough!;
/** Commands of VS Code itself, and that by which a view of ours is opened. */
const others = new Set([
  ...['workbench.actions.view.problems', 'editor.action.quickFix', 'editor.action.showHover'],
  'licenseCoverage.products.focus',
]);
const commands = new Set([...contributes.commands.map(({ command }: { command: string }) => command), ...others]);

describe('the walkthrough', () => {
  it('has a picture for each step, in each theme, told in words, small and packed', () => {
    const used = new Set<string>();
    for (const { media } of steps) {
      assert.ok(said(media.altText).length > 40);
      if (media.image) assert.deepEqual(Object.keys(media.image).sort(), ['dark', 'hc', 'hcLight', 'light']);
      for (const path of [...Object.values(media.image ?? {}), media.svg].flatMap(each => each ?? [])) {
        assert.ok(statSync(join(project, path)).size < 60 * 1024, path);
        used.add(path);
      }
    }
    const there = readdirSync(join(project, 'media/walkthrough')).map(name => `media/walkthrough/${name}`);
    assert.deepEqual([...used].sort(), there.sort());
    assert.ok(read('.vscodeignore').includes('\n!media/walkthrough/*\n'));
  });

  it('leads to commands that there are, as the welcome view does', () => {
    const texts = [...steps.map(({ description }) => description), ...welcomes.map(({ contents }) => contents)].map(
      said,
    );
    const linked = texts.flatMap(text => [...text.matchAll(/\]\(command:(?:toSide:)?([^)]+)\)/g)].map(([, id]) => id!));
    assert.ok(linked.length >= 8);
    for (const id of linked) assert.ok(commands.has(id), id);
  });

  it('knows by commands and views of ours when a step is done', () => {
    for (const event of steps.flatMap(({ completionEvents }) => completionEvents)) {
      const [, kind, id = ''] = /^(\w+):?(.*)$/.exec(event)!;
      if (kind === 'onCommand') assert.ok(commands.has(id), id);
      else assert.ok(['onView', 'onContext', 'onStepSelected'].includes(kind!), event);
    }
  });

  it('is opened by its name', () => {
    assert.ok(read('src/editor/create-file.ts').includes(`#${walkthrough!.id}\``));
  });
});

const welcomes = contributes.viewsWelcome as readonly { contents: string; view: string; when: string }[];

describe('the welcome view', () => {
  it('is there for each state in which the tree has no lines', () => {
    const [view] = contributes.views.explorer as readonly { id: string; visibility: string }[];
    assert.equal(view!.visibility, 'collapsed');
    assert.ok(read('src/editor/tree-view.ts').includes(`'${view!.id}'`));
    assert.deepEqual(
      welcomes.map(({ view, when }) => [view, when]),
      ['empty', 'unread'].map(state => [view!.id, `licenseCoverage.tree == ${state}`]),
    );
  });
});
