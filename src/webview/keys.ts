// What each key does. The list of keys that a person can ask for is made of the same table.
import { does, keyNames } from './page';

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
    does: does.item,
    command: [
      { to: 'item', by: 1 },
      { to: 'item', by: -1 },
    ],
  },
  {
    keys: ['ArrowDown', 'ArrowUp'],
    shown: '↑ ↓',
    does: does.row,
    command: [
      { to: 'row', by: 1 },
      { to: 'row', by: -1 },
    ],
  },
  {
    keys: ['Home', 'End'],
    shown: keyNames.homeEnd,
    does: does.rowEnd,
    command: [
      { to: 'row-end', by: -1 },
      { to: 'row-end', by: 1 },
    ],
  },
  {
    keys: ['Control+Home', 'Control+End'],
    shown: keyNames.ctrlHomeEnd,
    does: does.gridEnd,
    command: [
      { to: 'grid-end', by: -1 },
      { to: 'grid-end', by: 1 },
    ],
  },
  {
    keys: ['PageDown', 'PageUp'],
    shown: keyNames.pages,
    does: does.page,
    command: [
      { to: 'page', by: 1 },
      { to: 'page', by: -1 },
    ],
  },
  {
    keys: ['g', 'Shift+G'],
    shown: keyNames.gaps,
    does: does.gap,
    command: [
      { to: 'gap', by: 1 },
      { to: 'gap', by: -1 },
    ],
  },
  {
    keys: ['e', 'Shift+E'],
    shown: keyNames.ends,
    does: does.ending,
    command: [
      { to: 'ending', by: 1 },
      { to: 'ending', by: -1 },
    ],
  },
  { keys: ['Enter'], shown: keyNames.enter, does: does.goTo, command: [{ reveal: 'focus' }] },
  { keys: [' '], shown: keyNames.space, does: does.stay, command: [{ reveal: 'stay' }] },
  { keys: ['+', '=', 'w'], shown: '+ w', does: does.zoomIn, command: [{ zoom: 0.5 }] },
  { keys: ['-', 's'], shown: '- s', does: does.zoomOut, command: [{ zoom: 2 }] },
  {
    keys: ['Shift+ArrowRight', 'Shift+ArrowLeft', 'd', 'a'],
    shown: keyNames.pan,
    does: does.pan,
    command: [{ pan: 0.25 }, { pan: -0.25 }, { pan: 0.25 }, { pan: -0.25 }],
  },
  { keys: ['0'], shown: '0', does: does.all, command: [{ zoom: 'all' }] },
  { keys: ['f'], shown: 'f', does: does.fit, command: [{ zoom: 'item' }] },
  { keys: ['t'], shown: 't', does: does.today, command: [{ zoom: 'today' }] },
  { keys: ['Backspace'], shown: keyNames.backspace, does: does.back, command: [{ zoom: 'back' }] },
  { keys: ['v'], shown: 'v', does: does.table, command: [{ open: 'table' }] },
  { keys: ['/'], shown: '/', does: does.filter, command: [{ open: 'filter' }] },
  { keys: ['x'], shown: 'x', does: does.export, command: [{ open: 'export' }] },
  { keys: ['?'], shown: '?', does: does.help, command: [{ open: 'help' }] },
  { keys: ['Escape'], shown: keyNames.escape, does: does.close, command: [{ close: true }] },
];

/** Keys that are not ours to handle, but good to know. */
export const otherKeys = [
  { shown: keyNames.menu, does: does.menu },
  { shown: 'F6', does: does.leave },
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
