// What a person does in an open VS Code, as verbs: open a file, type, read the problems, hover, take a quick fix.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { cache } from './places';
import { until } from './until';

export type Workbench = ReturnType<typeof workbench>;

/** Lines and columns count from 1, as the status bar does. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The verbs on one window. Each resolves when what it does is to be seen. */
export function workbench(page: Page, folder: string) {
  const editor = page.locator('.editor-group-container.active .editor-instance');
  const quickInput = page.locator('.quick-input-widget');
  const actionWidget = page.locator('.action-widget');
  const problemsPanel = page.locator('.markers-panel');

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }

  async function type(text: string): Promise<void> {
    await page.keyboard.type(text);
  }

  /** Resolves when the file's editor is the active one and has the focus. */
  async function waitForEditor(file: string): Promise<void> {
    const tab = page.locator('.editor-group-container.active .tab.active', { hasText: basename(file) });
    await tab.waitFor({ timeout: 30_000 });
    await editor.locator('.view-line').first().waitFor();
    await focusEditor();
  }

  async function focusEditor(): Promise<void> {
    await press('Control+1');
    await editor.locator('.monaco-editor.focused').waitFor();
  }

  /** By Ctrl+P and its name. */
  async function openFile(name: string): Promise<void> {
    await press('Control+p');
    await quickInput.locator('input').first().fill(name);
    await quickInput
      .locator('.monaco-list-row', { hasText: basename(name) })
      .first()
      .waitFor();
    await press('Enter');
    await waitForEditor(name);
  }

  /** By F1 and its title, such as `License Coverage: Show Timeline`. */
  async function command(title: string): Promise<void> {
    await press('F1');
    await quickInput.locator('input').first().fill(`>${title}`);
    await quickInput.locator('.monaco-list-row', { hasText: title }).first().click();
  }

  async function goTo({ line, column }: Position): Promise<void> {
    await press('Control+g');
    await quickInput.locator('input').first().fill(`:${line}:${column}`);
    await press('Enter');
    await quickInput.waitFor({ state: 'hidden' });
    await until(`the cursor at ${line}:${column}`, async () => {
      const now = await cursor();
      return now.line === line && now.column === column;
    });
  }

  /** As the status bar has it. */
  async function cursor(): Promise<Position> {
    const [text] = await page.locator('[id="status.editor.selection"]').allInnerTexts();
    const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text ?? '') ?? [];
    return { line: Number(line), column: Number(column) };
  }

  /**
   * The rows of the Problems panel that stand for a problem, each as one line: message, source, code, place.
   * Waits for a row that contains `expected` if that is given; otherwise takes what is there.
   */
  async function problems(expected?: string): Promise<string[]> {
    if (!(await problemsPanel.isVisible())) await press('Control+Shift+m');
    await problemsPanel.waitFor();
    const rows = problemsPanel.locator('.monaco-list-row:has(.marker-icon)');
    const read = async () => (await rows.allInnerTexts()).map(oneLine);
    if (expected !== undefined) {
      await until(`a problem with "${expected}"`, async () => (await read()).some(row => row.includes(expected)));
    }
    const found = await read();
    await focusEditor();
    return found;
  }

  /** The text of the hover over the first place where the editor shows `text`, once it says `expected`. */
  async function hover(text: string, expected = ''): Promise<string> {
    const { x, y } = await placeOf(text);
    await page.mouse.move(x + 1, y + 1);
    await page.mouse.move(x, y);
    return hoverText(expected);
  }

  /** The text of the hover at the cursor, by keyboard. */
  async function hoverAtCursor(): Promise<string> {
    await press('Control+k', 'Control+i');
    return hoverText();
  }

  /** Several providers fill a hover one after another. */
  async function hoverText(expected = ''): Promise<string> {
    const shown = page.locator('.monaco-resizable-hover .monaco-hover:visible, .monaco-editor .monaco-hover:visible');
    return until(`a hover that says "${expected}"`, async () => {
      const [text] = await shown.allInnerTexts();
      return text?.includes('Loading...') || !text?.includes(expected) ? undefined : text.trim();
    });
  }

  /** The middle of the first occurrence of a text in the lines that the active editor shows. */
  async function placeOf(text: string): Promise<{ readonly x: number; readonly y: number }> {
    const find = (lines: Element[], wanted: string) => {
      for (const line of lines) {
        const nodes: Text[] = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) nodes.push(walker.currentNode as Text);
        const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
        if (start < 0) continue;
        // A line is many pieces of text, one a color: the middle is in one of them.
        let offset = start + Math.floor(wanted.length / 2);
        for (const node of nodes) {
          if (offset < node.length) {
            const range = document.createRange();
            range.setStart(node, offset);
            range.setEnd(node, offset + 1);
            const { left, top, width, height } = range.getBoundingClientRect();
            return { x: left + width / 2, y: top + height / 2 };
          }
          offset -= node.length;
        }
      }
      return undefined;
    };
    return until(`"${text}" in the editor`, () => editor.locator('.view-line').evaluateAll(find, text));
  }

  /** By Ctrl+. at the cursor: the titles of the menu. It stays open for `choose`. */
  async function lightBulb(): Promise<string[]> {
    const rows = actionWidget.locator('.monaco-list-row.action');
    const isShown = (): Promise<boolean> =>
      rows
        .first()
        .waitFor({ timeout: 5_000 })
        .then(
          () => true,
          () => false,
        );
    // Pressed in the moment in which the findings change, the key finds nothing to show.
    await until(
      "the light bulb's menu",
      async () => {
        await press('Control+.');
        if (await isShown()) return true;
        // A menu that comes late would be that of an older question, which VS Code no longer knows.
        await press('Escape');
        return false;
      },
      25_000,
    );
    return (await rows.allInnerTexts()).map(oneLine);
  }

  /** Takes an entry of the light bulb's menu. */
  async function choose(title: string): Promise<void> {
    await actionWidget.locator('.monaco-list-row.action', { hasText: title }).first().click();
    await actionWidget.first().waitFor({ state: 'hidden' });
  }

  /** What the active editor shows; of a long file that is only the part in view (`save` and `read` give all of it). */
  async function editorText(): Promise<string> {
    const lines = await editor.locator('.view-line').evaluateAll(elements =>
      elements
        .map(element => {
          const line = element.cloneNode(true) as Element;
          // Hints are shown among the words, but are none of them.
          for (const hint of line.querySelectorAll('[class*="dyn-rule"]')) hint.remove();
          return { top: element.getBoundingClientRect().top, text: line.textContent ?? '' };
        })
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.join('\n');
  }

  async function undo(): Promise<void> {
    await press('Control+z');
  }

  /** Saves the active editor; resolves when nothing is left to save in it. */
  async function save(): Promise<void> {
    const dirty = page.locator('.editor-group-container.active .tab.active.dirty');
    // The tab shows a change a little later than the editor, and not at all if there is none to save.
    await dirty.waitFor({ state: 'attached', timeout: 1000 }).catch(() => undefined);
    await press('Control+s');
    await dirty.waitFor({ state: 'detached' });
  }

  /** A file of the opened folder as it is on disk. */
  function read(name: string): string {
    return readFileSync(join(folder, name), 'utf8');
  }

  async function notifications(): Promise<string[]> {
    return (await page.locator('.notification-toast .notification-list-item-message').allInnerTexts()).map(oneLine);
  }

  async function statusBar(): Promise<string[]> {
    const items = await page.locator('.statusbar-item:visible').allInnerTexts();
    return items.map(oneLine).filter(text => text !== '');
  }

  /** The document inside a webview: the first one in which `selector` finds something to see. */
  function webviewFrame(selector = 'body > *'): Promise<Frame> {
    return until(`a webview with "${selector}"`, async () => {
      for (const frame of page.frames().filter(each => each.url().includes('fake.html'))) {
        if (await isShown(frame.locator(selector))) return frame;
      }
      return undefined;
    });
  }

  /** Takes a picture, kept where git does not look. Returns its path. */
  async function shot(name: string): Promise<string> {
    const path = join(cache, 'screenshots', `${name}.png`);
    await page.screenshot({ path });
    return path;
  }

  return {
    page,
    /** The folder that is open, a copy of what the test has named. */
    folder,
    press,
    type,
    waitForEditor,
    focusEditor,
    openFile,
    command,
    goTo,
    cursor,
    problems,
    hover,
    hoverAtCursor,
    lightBulb,
    choose,
    editorText,
    undo,
    save,
    read,
    notifications,
    statusBar,
    webviewFrame,
    shot,
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A frame may go away while it is asked. */
async function isShown(locator: Locator): Promise<boolean> {
  return locator
    .first()
    .isVisible()
    .catch(() => false);
}
