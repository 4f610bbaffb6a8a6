// A stand-in for the part of VS Code that reading a workspace needs, to see what no real one shows: reads under way, errors, an early end.
import Module from 'node:module';
import picomatch from 'picomatch';

type Listener<T> = (event: T) => void;

class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();
  readonly event = (listener: Listener<T>): Disposable => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };
  fire(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
  get count(): number {
    return this.#listeners.size;
  }
}

class Disposable {
  readonly #end: () => unknown;
  constructor(end: () => unknown) {
    this.#end = end;
  }
  static from(...all: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const each of all) each.dispose();
    });
  }
  dispose(): void {
    this.#end();
  }
}

export class Uri {
  readonly authority = '';
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
  get fsPath(): string {
    return this.path;
  }
  /** Below `/virtual` is a file system without a search. */
  get scheme(): string {
    return this.path.startsWith('/virtual') ? 'virtual' : 'file';
  }
  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
  static joinPath(base: Uri, ...parts: string[]): Uri {
    return new Uri(
      parts.reduce((path, part) => (part === '..' ? path.replace(/\/[^/]*$/, '') : `${path}/${part}`), base.path),
    );
  }
}

class FileSystemError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

class CancellationTokenSource {
  readonly #cancelled = new EventEmitter<void>();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.#cancelled.event };
  cancel(): void {
    this.token.isCancellationRequested = true;
    this.#cancelled.fire();
  }
  dispose(): void {}
}

class RelativePattern {
  readonly baseUri: Uri;
  readonly pattern: string;
  constructor(base: Uri | { readonly uri: Uri }, pattern: string) {
    this.baseUri = 'uri' in base ? base.uri : base;
    this.pattern = pattern;
  }
}

interface Change<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/** Files by path: a text, a size without a text, or the code of the error that reading gives. */
export type Files = Map<string, string | number | { readonly error: string }>;

/** What a test sets and sees. */
export class Stage {
  readonly files: Files = new Map();
  readonly settings: Record<string, unknown> = {};
  /** Paths in the order in which reading began, and how many reads are under way. */
  readonly read: string[] = [];
  underWay = 0;
  mostUnderWay = 0;
  /** Paths of folders that were searched. */
  readonly searched: string[] = [];
  readonly warnings: string[] = [];
  isLogClosed = false;
  folders: { uri: Uri }[];
  readonly events = {
    open: new EventEmitter<unknown>(),
    save: new EventEmitter<unknown>(),
    change: new EventEmitter<unknown>(),
    close: new EventEmitter<unknown>(),
    configuration: new EventEmitter<{ affectsConfiguration: () => boolean }>(),
    folders: new EventEmitter<Change<{ uri: Uri }>>(),
    created: new EventEmitter<Uri>(),
    changed: new EventEmitter<Uri>(),
    deleted: new EventEmitter<Uri>(),
    createdHere: new EventEmitter<unknown>(),
    deletedHere: new EventEmitter<unknown>(),
    renamedHere: new EventEmitter<unknown>(),
    state: new EventEmitter<unknown>(),
    tabs: new EventEmitter<unknown>(),
  };

  constructor(...folders: string[]) {
    this.folders = folders.map(path => ({ uri: new Uri(path) }));
  }

  readonly log = {
    warn: (message: string): void => {
      if (this.isLogClosed) throw new Error('Channel has been closed');
      this.warnings.push(message);
    },
  };

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = this.folders.filter(({ uri }) => removed.includes(uri.path));
    const come = added.map(path => ({ uri: new Uri(path) }));
    this.folders = [...this.folders.filter(folder => !gone.includes(folder)), ...come];
    this.events.folders.fire({ added: come, removed: gone });
  }
}

let stage = new Stage();

/** Sets what the extension sees from now on. */
export function setStage(next: Stage): Stage {
  stage = next;
  return next;
}

const later = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

async function stat(uri: Uri): Promise<{ type: number; size: number }> {
  await later();
  const file = stage.files.get(uri.path);
  if (file !== undefined) return { type: 1, size: typeof file === 'number' ? file : 10 };
  if ([...stage.files.keys()].some(path => path.startsWith(`${uri.path}/`))) return { type: 2, size: 0 };
  throw new FileSystemError('FileNotFound');
}

async function readDirectory(uri: Uri): Promise<[string, number][]> {
  await later();
  if (stage.files.has(uri.path)) throw new FileSystemError('NoPermissions');
  const inside = [...stage.files.keys()].flatMap(path =>
    path.startsWith(`${uri.path}/`) ? [path.slice(uri.path.length + 1).split('/')] : [],
  );
  return [...new Map(inside.map(([name, ...below]) => [name!, below.length > 0 ? 2 : 1]))];
}

async function readFile(uri: Uri): Promise<Uint8Array> {
  stage.read.push(uri.path);
  stage.mostUnderWay = Math.max(stage.mostUnderWay, ++stage.underWay);
  await later();
  await later();
  stage.underWay--;
  const file = stage.files.get(uri.path);
  if (typeof file === 'object') throw new FileSystemError(file.error);
  if (typeof file !== 'string') throw new FileSystemError('FileNotFound');
  return new TextEncoder().encode(file);
}

const folderOf = ({ path }: Uri) =>
  stage.folders
    .filter(({ uri }) => path === uri.path || path.startsWith(`${uri.path}/`))
    .sort((a, b) => b.uri.path.length - a.uri.path.length)[0];

const matchers = new Map<string, (path: string) => boolean>();

function matches(uri: Uri, base: Uri, pattern: string): boolean {
  const isMatch = matchers.get(pattern) ?? picomatch(pattern, { dot: true });
  matchers.set(pattern, isMatch);
  return uri.path.startsWith(`${base.path}/`) && isMatch(uri.path.slice(base.path.length + 1));
}

const vscode = {
  ...{ EventEmitter, Disposable, Uri, FileSystemError, CancellationTokenSource, RelativePattern },
  FileType: { File: 1, Directory: 2 },
  TabInputText: class {},
  languages: {
    match: ({ pattern }: { pattern: RelativePattern }, { uri }: { uri: Uri }) =>
      pattern instanceof RelativePattern && matches(uri, pattern.baseUri, pattern.pattern) ? 10 : 0,
  },
  window: {
    tabGroups: {
      all: [],
      onDidChangeTabs: (listener: Listener<unknown>) => stage.events.tabs.event(listener),
    },
    onDidChangeWindowState: (listener: Listener<unknown>) => stage.events.state.event(listener),
  },
  workspace: {
    textDocuments: [],
    get workspaceFolders() {
      return stage.folders;
    },
    fs: { stat, readFile, readDirectory, isWritableFileSystem: () => true },
    getWorkspaceFolder: folderOf,
    asRelativePath: (uri: Uri) => {
      const folder = folderOf(uri);
      return folder ? uri.path.slice(folder.uri.path.length + 1) : uri.path;
    },
    getConfiguration: (section: string) => ({ get: (name: string) => stage.settings[`${section}.${name}`] }),
    findFiles: async ({ baseUri, pattern }: RelativePattern) => {
      stage.searched.push(baseUri.path);
      await later();
      if (baseUri.scheme === 'virtual') return [];
      return [...stage.files.keys()].map(path => new Uri(path)).filter(uri => matches(uri, baseUri, pattern));
    },
    createFileSystemWatcher: () => ({
      onDidCreate: stage.events.created.event,
      onDidChange: stage.events.changed.event,
      onDidDelete: stage.events.deleted.event,
      dispose: () => {},
    }),
    onDidOpenTextDocument: (listener: Listener<unknown>) => stage.events.open.event(listener),
    onDidSaveTextDocument: (listener: Listener<unknown>) => stage.events.save.event(listener),
    onDidChangeTextDocument: (listener: Listener<unknown>) => stage.events.change.event(listener),
    onDidCloseTextDocument: (listener: Listener<unknown>) => stage.events.close.event(listener),
    onDidChangeConfiguration: (listener: Listener<unknown>) => stage.events.configuration.event(listener),
    onDidChangeWorkspaceFolders: (listener: Listener<Change<{ uri: Uri }>>) => stage.events.folders.event(listener),
    onDidCreateFiles: (listener: Listener<unknown>) => stage.events.createdHere.event(listener),
    onDidDeleteFiles: (listener: Listener<unknown>) => stage.events.deletedHere.event(listener),
    onDidRenameFiles: (listener: Listener<unknown>) => stage.events.renamedHere.event(listener),
  },
};

type Load = (request: string, ...others: unknown[]) => unknown;
const modules = Module as unknown as { _load: Load };
const load = modules._load;
modules._load = (request, ...others) => (request === 'vscode' ? vscode : load(request, ...others));
