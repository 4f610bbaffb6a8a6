// What each key does. The list of keys that a person can ask for is made of the same table.

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
    does: 'Item before or after, in the row',
    command: [
      { to: 'item', by: 1 },
      { to: 'item', by: -1 },
    ],
  },
  {
    keys: ['ArrowDown', 'ArrowUp'],
    shown: '↑ ↓',
    does: 'Row above or below, at the same time',
    command: [
      { to: 'row', by: 1 },
      { to: 'row', by: -1 },
    ],
  },
  {
    keys: ['Home', 'End'],
    shown: 'Home End',
    does: 'First or last item of the row',
    command: [
      { to: 'row-end', by: -1 },
      { to: 'row-end', by: 1 },
    ],
  },
  {
    keys: ['Control+Home', 'Control+End'],
    shown: 'Ctrl+Home Ctrl+End',
    does: 'First or last row',
    command: [
      { to: 'grid-end', by: -1 },
      { to: 'grid-end', by: 1 },
    ],
  },
  {
    keys: ['PageDown', 'PageUp'],
    shown: 'Page Up Page Down',
    does: 'Ten rows up or down',
    command: [
      { to: 'page', by: 1 },
      { to: 'page', by: -1 },
    ],
  },
  {
    keys: ['g', 'Shift+G'],
    shown: 'g Shift+G',
    does: 'Next or previous gap',
    command: [
      { to: 'gap', by: 1 },
      { to: 'gap', by: -1 },
    ],
  },
  {
    keys: ['e', 'Shift+E'],
    shown: 'e Shift+E',
    does: 'Next or previous end of a product',
    command: [
      { to: 'ending', by: 1 },
      { to: 'ending', by: -1 },
    ],
  },
  { keys: ['Enter'], shown: 'Enter', does: 'Go to the line in the editor', command: [{ reveal: 'focus' }] },
  { keys: [' '], shown: 'Space', does: 'Show the line, stay here', command: [{ reveal: 'stay' }] },
  { keys: ['+', '=', 'w'], shown: '+ w', does: 'Zoom in', command: [{ zoom: 0.5 }] },
  { keys: ['-', 's'], shown: '- s', does: 'Zoom out', command: [{ zoom: 2 }] },
  {
    keys: ['Shift+ArrowRight', 'Shift+ArrowLeft', 'd', 'a'],
    shown: 'Shift+← Shift+→ a d',
    does: 'Move the shown time by a quarter',
    command: [{ pan: 0.25 }, { pan: -0.25 }, { pan: 0.25 }, { pan: -0.25 }],
  },
  { keys: ['0'], shown: '0', does: 'Show all', command: [{ zoom: 'all' }] },
  { keys: ['f'], shown: 'f', does: 'Show this item as large as it goes', command: [{ zoom: 'item' }] },
  { keys: ['t'], shown: 't', does: 'Today in the middle', command: [{ zoom: 'today' }] },
  { keys: ['Backspace'], shown: 'Backspace', does: 'Zoom back', command: [{ zoom: 'back' }] },
  { keys: ['v'], shown: 'v', does: 'Table or picture', command: [{ open: 'table' }] },
  { keys: ['/'], shown: '/', does: 'Filter products', command: [{ open: 'filter' }] },
  { keys: ['x'], shown: 'x', does: 'Export', command: [{ open: 'export' }] },
  { keys: ['?'], shown: '?', does: 'This list', command: [{ open: 'help' }] },
  { keys: ['Escape'], shown: 'Esc', does: 'Close the card, then clear the filter', command: [{ close: true }] },
];

/** Keys that are not ours to handle, but good to know. */
export const otherKeys = [
  { shown: 'Shift+F10', does: 'Menu of the item' },
  { shown: 'F6', does: 'Leave the timeline' },
] as const;

const commands: ReadonlyMap<string, Command> = new Map(
  keys.flatMap(({ keys: names, command }) => names.map((name, i) => [name, command[i] ?? command[0]!] as const)),
);

/** Letters and signs mean something while the grid has the focus only. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>,
): Command | undefined {
  if (event.altKey || event.metaKey) return undefined;
  // Where a sign needs Shift on a keyboard, the sign is what counts.
  const isSign = event.key.length === 1 && !/\p{L}| /u.test(event.key);
  const shift = event.shiftKey && !isSign ? 'Shift+' : '';
  return commands.get(`${event.ctrlKey ? 'Control+' : ''}${shift}${event.key}`);
}
