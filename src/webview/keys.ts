// Which command a key gives.
import type { Command } from '../core/timeline/words/keys';
import { keys } from './page';

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
