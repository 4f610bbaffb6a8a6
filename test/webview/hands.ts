// What the tests of the view do as a person would: show a picture, press keys, and ask what has the focus.
import type { Page } from 'playwright-core';

export interface Hands {
  /** Sends a message as the host does, and waits until it is drawn. */
  show(message: unknown): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  /** The name of what has the focus; `''`: nothing has, or it has no name. */
  focused(): Promise<string>;
  /** `main`, `#filter`, `gridcell`: what kind of thing has the focus. */
  focusedPlace(): Promise<string>;
  sent(): Promise<readonly { readonly t: string; readonly [key: string]: unknown }[]>;
}

export async function handsOn(page: Page): Promise<Hands> {
  // The test runner names the functions of a test by this one, which the page does not know.
  await page.evaluate('globalThis.__name = value => value');
  return {
    show: async message => {
      await page.evaluate(data => window.postMessage(data, '*'), message);
      await page.waitForTimeout(40);
    },
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    focused: () =>
      page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return '';
        return element.getAttribute('aria-label') ?? element.textContent ?? '';
      }),
    focusedPlace: () =>
      page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return 'nothing';
        return element.id === ''
          ? (element.getAttribute('role') ?? element.className ?? element.localName)
          : `#${element.id}`;
      }),
    sent: () => page.evaluate('sent'),
  };
}

/** Takes the focus from all, so that the next Tab leads to the first stop. */
export async function fromTheTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
}

/** The colors of two themes of VS Code, as it hands them to a page. */
const themes: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: {
    'editor-foreground': '#3b3b3b',
    'editor-background': '#ffffff',
    focusBorder: '#005fb8',
    'charts-blue': '#1a85ff',
    'charts-red': '#e51400',
    'charts-green': '#388a34',
    'charts-purple': '#652d90',
    'button-foreground': '#ffffff',
    'button-background': '#005fb8',
    'button-border': '#0000001a',
    'button-secondaryForeground': '#3b3b3b',
    'button-secondaryBackground': '#e5e5e5',
    'button-secondaryHoverBackground': '#cccccc',
    'input-foreground': '#3b3b3b',
    'input-background': '#ffffff',
    'input-border': '#cecece',
    'panel-border': '#e5e5e5',
    'editorHoverWidget-foreground': '#3b3b3b',
    'editorHoverWidget-background': '#f8f8f8',
    'editorHoverWidget-border': '#c8c8c8',
  },
  dark: {
    'editor-foreground': '#cccccc',
    'editor-background': '#1f1f1f',
    focusBorder: '#0078d4',
    'charts-blue': '#3794ff',
    'charts-red': '#f14c4c',
    'charts-green': '#89d185',
    'charts-purple': '#b180d7',
    'button-foreground': '#ffffff',
    'button-background': '#0078d4',
    'button-border': '#ffffff12',
    'button-secondaryForeground': '#cccccc',
    'button-secondaryBackground': '#313131',
    'button-secondaryHoverBackground': '#3c3c3c',
    'input-foreground': '#cccccc',
    'input-background': '#313131',
    'input-border': '#3c3c3c',
    'panel-border': '#2b2b2b',
    'editorHoverWidget-foreground': '#cccccc',
    'editorHoverWidget-background': '#202020',
    'editorHoverWidget-border': '#454545',
  },
};

export type Theme = 'light' | 'dark';

/** As VS Code does it: variables on the root, a class on the body. */
export async function wear(page: Page, theme: Theme): Promise<void> {
  await page.evaluate(
    ([colors, name]) => {
      const { style } = document.documentElement;
      for (const [key, color] of Object.entries(colors)) style.setProperty(`--vscode-${key}`, color);
      style.setProperty('--vscode-font-family', 'sans-serif');
      style.setProperty('--vscode-font-size', '13px');
      document.body.className = `vscode-${name}`;
    },
    [themes[theme], theme] as const,
  );
}
