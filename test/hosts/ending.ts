// Undoes what a process leaves behind (servers, folders), whether it ends by itself, by Ctrl+C or because it was told to.
import { type ChildProcess, spawnSync } from 'node:child_process';

type Undo = () => void;

const undos = new Set<Undo>();

/** Has `undo` called when the process ends. Returns a function that calls it now, and then never again. */
export function atEnd(undo: Undo): Undo {
  listen();
  undos.add(undo);
  return () => {
    if (undos.delete(undo)) undo();
  };
}

/** Whether a process gets a process group of its own, so that all of it can be ended. Windows has none, but its tools do. */
export const detached = process.platform !== 'win32';

/** Ends a process that was started as `detached`, together with everything that it has started. */
export function killGroup(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (child.pid === undefined) return;
  if (!detached) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    // The group is asked for even if its first process has ended: others may still be at work.
    process.kill(-child.pid, signal);
  } catch {
    // All of them have ended.
  }
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.on('exit', undoAll);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => process.exit(code));
  }
  // A shell between npm and this process keeps npm's signals to itself and ends: that is told by another parent.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(143), 1000).unref();
}

function undoAll(): void {
  for (const undo of [...undos].reverse()) {
    try {
      undo();
    } catch {
      // The others still have to be undone.
    }
  }
}
