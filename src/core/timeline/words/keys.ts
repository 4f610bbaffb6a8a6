// What each key does in the view. The list of keys that a person can ask for is made of the same table.
import * as l10n from '@vscode/l10n';

export type Command =
  | { readonly to: 'item' | 'row' | 'page' | 'gap' | 'ending'; readonly by: 1 | -1 }
  | { readonly to: 'row-end' | 'grid-end'; readonly by: 1 | -1 }
  | { readonly zoom: number | 'all' | 'item' | 'back' | 'today' }
  /** A share of the shown time. */
  | { readonly pan: number }
  | { readonly reveal: 'stay' | 'focus' }
  | { readonly open: 'table' | 'export' | 'filter' | 'help' }
  | { readonly close: true };

interface Key {
  /** As the browser names them, with `Control+` and `Shift+` before. */
  readonly keys: readonly string[];
  /** As a person reads them. */
  readonly shown: string;
  readonly does: string;
  readonly command: readonly Command[];
}

/** One of `command` for each of `keys`; a single one for all. */
export const keys: readonly Key[] = [
  {
    keys: ['ArrowRight', 'ArrowLeft'],
    shown: '← →',
    does: l10n.t('Item before or after, in the row'),
    command: [
      { to: 'item', by: 1 },
      { to: 'item', by: -1 },
    ],
  },
  {
    keys: ['ArrowDown', 'ArrowUp'],
    shown: '↑ ↓',
    does: l10n.t('Row above or below, at the same time'),
    command: [
      { to: 'row', by: 1 },
      { to: 'row', by: -1 },
    ],
  },
  {
    keys: ['Home', 'End'],
    shown: l10n.t('Home End'),
    does: l10n.t('First or last item of the row'),
    command: [
      { to: 'row-end', by: -1 },
      { to: 'row-end', by: 1 },
    ],
  },
  {
    keys: ['Control+Home', 'Control+End'],
    shown: l10n.t('Ctrl+Home Ctrl+End'),
    does: l10n.t('First or last row'),
    command: [
      { to: 'grid-end', by: -1 },
      { to: 'grid-end', by: 1 },
    ],
  },
  {
    keys: ['PageDown', 'PageUp'],
    shown: l10n.t('Page Up Page Down'),
    does: l10n.t('Ten rows up or down'),
    command: [
      { to: 'page', by: 1 },
      { to: 'page', by: -1 },
    ],
  },
  {
    keys: ['g', 'Shift+G'],
    shown: l10n.t('g Shift+G'),
    does: l10n.t('Next or previous gap'),
    command: [
      { to: 'gap', by: 1 },
      { to: 'gap', by: -1 },
    ],
  },
  {
    keys: ['e', 'Shift+E'],
    shown: l10n.t('e Shift+E'),
    does: l10n.t('Next or previous end of a product'),
    command: [
      { to: 'ending', by: 1 },
      { to: 'ending', by: -1 },
    ],
  },
  {
    keys: ['Enter'],
    shown: l10n.t('Enter'),
    does: l10n.t('Go to the line in the editor'),
    command: [{ reveal: 'focus' }],
  },
  { keys: [' '], shown: l10n.t('Space'), does: l10n.t('Show the line, stay here'), command: [{ reveal: 'stay' }] },
  { keys: ['+', '=', 'w'], shown: '+ w', does: l10n.t('Zoom in'), command: [{ zoom: 0.5 }] },
  { keys: ['-', 's'], shown: '- s', does: l10n.t('Zoom out'), command: [{ zoom: 2 }] },
  {
    keys: ['Shift+ArrowRight', 'Shift+ArrowLeft', 'd', 'a'],
    shown: l10n.t('Shift+← Shift+→ a d'),
    does: l10n.t('Move the shown time by a quarter'),
    command: [{ pan: 0.25 }, { pan: -0.25 }, { pan: 0.25 }, { pan: -0.25 }],
  },
  { keys: ['0'], shown: '0', does: l10n.t('Show all'), command: [{ zoom: 'all' }] },
  { keys: ['f'], shown: 'f', does: l10n.t('Show this item as large as it goes'), command: [{ zoom: 'item' }] },
  { keys: ['t'], shown: 't', does: l10n.t('Today in the middle'), command: [{ zoom: 'today' }] },
  { keys: ['Backspace'], shown: l10n.t('Backspace'), does: l10n.t('Zoom back'), command: [{ zoom: 'back' }] },
  { keys: ['v'], shown: 'v', does: l10n.t('Table or picture'), command: [{ open: 'table' }] },
  { keys: ['/'], shown: '/', does: l10n.t('Filter products'), command: [{ open: 'filter' }] },
  { keys: ['x'], shown: 'x', does: l10n.t('Export'), command: [{ open: 'export' }] },
  { keys: ['?'], shown: '?', does: l10n.t('This list'), command: [{ open: 'help' }] },
  {
    keys: ['Escape'],
    shown: l10n.t('Esc'),
    does: l10n.t('Close the card, then clear the filter'),
    command: [{ close: true }],
  },
];

/** Keys that are not ours to handle, but good to know. */
export const otherKeys = [
  { shown: l10n.t('Shift+F10'), does: l10n.t('Menu of the item') },
  { shown: 'F6', does: l10n.t('Leave the timeline') },
] as const;
