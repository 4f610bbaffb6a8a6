// Which license file the timeline is of: the active one, the one that it is pinned to, or all of them.
import * as vscode from 'vscode';
import type { Reports } from './reports';
import type { Subject } from './timeline-picture';

/** Where it is remembered over a reload of the window. */
const key = 'licenseCoverage.timeline.follows';

interface Remembered {
  /** An address, or `''`. */
  readonly file: string;
  readonly isAll: boolean;
  readonly isPinned: boolean;
}

export interface Follow {
  subject(): Subject;
  isPinned(): boolean;
  /** Turns to a file that has become active, unless it is to stay; answers whether it did. Any that is no license file is passed over. */
  see(uri: vscode.Uri | undefined): boolean;
  /** Someone asks for this very file, or for the one that was shown last. */
  showOne(uri?: vscode.Uri): void;
  showAll(): void;
  pin(isPinned: boolean): void;
}

/** `isRestored`: the window was reloaded, and all is to be as it was. */
export function createFollow(
  { workspaceState }: vscode.ExtensionContext,
  reports: Reports,
  isRestored: boolean,
): Follow {
  const before = remembered(workspaceState);
  let uri = before && isRestored ? addressOf(before) : worthShowing(workspaceState, reports);
  let isAll = isRestored && before?.isAll === true;
  let isPinned = isRestored && before?.isPinned === true;
  const remember = (): void => {
    const now: Remembered = { file: uri?.toString() ?? '', isAll, isPinned };
    void workspaceState.update(key, now);
    tell('isAllFiles', isAll);
    tell('isPinned', isPinned);
  };
  remember();
  return {
    subject: () => (isAll ? 'all-files' : uri),
    isPinned: () => isPinned,
    see: seen => {
      if (isPinned || !seen || seen.toString() === uri?.toString() || !reports.of(seen)) return false;
      uri = seen;
      remember();
      return !isAll;
    },
    showOne: asked => {
      if (asked && asked.toString() !== uri?.toString()) isPinned = false;
      uri = asked ?? uri ?? worthShowing(workspaceState, reports);
      isAll = false;
      remember();
    },
    showAll: () => {
      isAll = true;
      isPinned = false;
      remember();
    },
    pin: pinned => {
      isPinned = pinned;
      remember();
    },
  };
}

/** The license file that is being looked at, else the one that was shown last, else any. */
export function worthShowing(memory: vscode.Memento, reports: Reports): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const last = remembered(memory);
  const any = reports.all().flatMap(({ report, uriOf }) => report.files.slice(0, 1).map(uriOf));
  return [active, last && addressOf(last), ...any].find(uri => uri !== undefined && reports.of(uri) !== undefined);
}

/** Tells VS Code's menus. */
export function tell(name: 'isOpen' | 'isPinned' | 'isAllFiles', is: boolean): void {
  void vscode.commands.executeCommand('setContext', `licenseCoverage.timeline.${name}`, is);
}

function remembered(memory: vscode.Memento): Remembered | undefined {
  return memory.get<Remembered>(key);
}

function addressOf({ file }: Remembered): vscode.Uri | undefined {
  return file === '' ? undefined : vscode.Uri.parse(file);
}
