// The colors of the hover's picture: fixed ones, since a picture in a hover knows nothing of the theme around it.
import type { Theme } from '../timeline/style';

/** The kinds of color themes that VS Code knows. */
export type Ground = 'light' | 'dark' | 'high-contrast-light' | 'high-contrast-dark';

const light: Theme = {
  'editor-foreground': '#3b3b3b',
  'editor-background': '#f8f8f8',
  focusBorder: '#005fb8',
  'charts-blue': '#0050a4',
  'charts-red': '#b01011',
  'charts-green': '#1b651b',
  'charts-purple': '#652d90',
  fontFamily: 'sans-serif',
};

const dark: Theme = {
  'editor-foreground': '#e0e0e0',
  'editor-background': '#202122',
  focusBorder: '#6cb6ff',
  'charts-blue': '#6cb6ff',
  'charts-red': '#ff8080',
  'charts-green': '#89d185',
  'charts-purple': '#d0a8ff',
  fontFamily: 'sans-serif',
};

/** Each is clear enough on the hover of every theme of its kind that comes with VS Code: at least 3 to 1, texts 4.5 to 1. */
export const pictureThemes: Readonly<Record<Ground, Theme>> = {
  light,
  dark,
  'high-contrast-light': { ...light, 'editor-foreground': '#000000', 'editor-background': '#ffffff' },
  'high-contrast-dark': { ...dark, 'editor-foreground': '#ffffff', 'editor-background': '#0c141f' },
};
