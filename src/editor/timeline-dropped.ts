// Counts the messages of a view that are not let in, and tells of them at most once a second: how many and of which kind, never what they say.
import type * as vscode from 'vscode';
import type { ViewMessage } from '../core/timeline/messages';
import { dropped, unknownKind } from '../core/words/plain';

const kinds: readonly ViewMessage['t'][] = ['ready', 'ack', 'reveal', 'action', 'exported'];
/** In ms. */
const pause = 1000;

export interface DropCounter extends vscode.Disposable {
  /** `data`: what has come. */
  count(data: unknown): void;
}

export function createDropCounter(log: vscode.LogOutputChannel): DropCounter {
  let count = 0;
  const seen = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = (): void => {
    log.warn(dropped(count, [...seen].sort()));
    count = 0;
    seen.clear();
    timer = undefined;
  };
  return {
    count: data => {
      count++;
      seen.add(kindOf(data));
      timer ??= setTimeout(report, pause);
    },
    dispose: () => clearTimeout(timer),
  };
}

function kindOf(data: unknown): string {
  const t = typeof data === 'object' && data !== null && 't' in data ? data.t : undefined;
  return kinds.find(kind => kind === t) ?? unknownKind;
}
