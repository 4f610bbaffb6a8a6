// Starts the server host: VS Code in a browser, with the extension under development or a packaged one.
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { atEnd, detached, killGroup } from './ending';
import { cache, freshFolder } from './places';
import { runLong } from './progress';
import type { ServerInstallation } from './server-install';

export type Settings = Readonly<Record<string, unknown>>;

export interface ServerOptions {
  /** The folder of an extension that is loaded from where it is, as if it were installed. */
  readonly extension?: string;
  /** A packaged extension that is installed first. */
  readonly vsix?: string;
  /** User settings on top of those that keep VS Code quiet. */
  readonly settings?: Settings;
  /**
   * Whether an address may name an extension under development and a suite to run in it. VS Code allows that to its own
   * smoke tests only and shows no notifications while it does, so a person gets the extension by `extension` instead.
   */
  readonly runsSuites?: boolean;
  /** Whether nobody trusts the folder that is opened. */
  readonly isRestricted?: boolean;
}

export interface Server {
  /** Such as 127.0.0.1:40123, which is also what VS Code calls the machine in its addresses. */
  readonly host: string;
  /** The address that opens a folder or a .code-workspace file; the payload's pairs tell VS Code what else to do. */
  address(folder: string, payload?: Payload): string;
  /** The folder in which it keeps settings, state and logs. */
  readonly data: string;
  /** VS Code's own address of a file on this server, for a payload. */
  remote(file: string): string;
  /** Resolves when the server has ended, by `stop` or by itself. */
  readonly ended: Promise<unknown>;
  stop(): void;
}

export type Payload = readonly (readonly [name: string, value: string])[];

const quiet: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // As on the desktop; in a browser VS Code would save by itself.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** The folder is not trusted, and nobody is asked. */
const restricted: Settings = {
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/** Resolves when the server listens. Nothing of an earlier run is left: settings, state and extensions are fresh. */
export async function startServer(installation: ServerInstallation, options: ServerOptions = {}): Promise<Server> {
  const data = freshFolder('data');
  mkdirSync(join(data, 'User'));
  writeFileSync(
    join(data, 'User/settings.json'),
    JSON.stringify({ ...quiet, ...(options.isRestricted && restricted), ...options.settings }),
  );
  const extensions = join(data, 'extensions');
  mkdirSync(extensions);
  if (options.extension) registerInPlace(options.extension, extensions);
  if (options.vsix) await installVsix(installation, options.vsix, data);

  const child = spawn(
    installation.node,
    [
      '--require',
      join(__dirname, 'leave-with-parent.cjs'),
      installation.entry,
      ...argumentsFor(installation, data, options),
    ],
    { env: serverEnvironment(data), detached, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const stop = atEnd(() => killGroup(child));
  const ended = new Promise(resolve => child.on('close', resolve));
  const host = await listening(child).catch((error: Error) => {
    stop();
    throw error;
  });

  const remote = (file: string) => `vscode-remote://${host}${pathToFileURL(file).pathname}`;
  const address = (folder: string, payload: Payload = []) => {
    const query = new URLSearchParams(folder.endsWith('.code-workspace') ? { workspace: folder } : { folder });
    if (payload.length > 0) query.set('payload', JSON.stringify(payload));
    return `http://${host}/?${query}`;
  };
  return { host, address, data, remote, ended, stop };
}

function argumentsFor({ isCodeServer }: ServerInstallation, data: string, options: ServerOptions): string[] {
  const common = ['--disable-telemetry', ...(options.isRestricted ? [] : ['--disable-workspace-trust'])];
  const driver = 'enable-smoke-test-driver';
  if (!isCodeServer)
    return [
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
      ...['--server-data-dir', data, '--user-data-dir', data, '--extensions-dir', join(data, 'extensions')],
      ...common,
      ...(options.runsSuites ? [`--${driver}`] : []),
    ];
  return [
    ...['--auth', 'none', '--bind-addr', '127.0.0.1:0', ...folders(data)],
    ...common,
    ...['--disable-update-check', '--disable-getting-started-override'],
    ...(options.runsSuites ? ['--vscode-option', driver] : []),
  ];
}

/** Tells VS Code of an extension outside its extensions folder, the way its own list of installed extensions does. */
function registerInPlace(extension: string, extensions: string): void {
  const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as Record<string, string>;
  const entry = {
    identifier: { id: `${manifest.publisher}.${manifest.name}` },
    version: manifest.version,
    location: { $mid: 1, scheme: 'file', path: pathToFileURL(extension).pathname },
  };
  writeFileSync(join(extensions, 'extensions.json'), JSON.stringify([entry]));
}

async function installVsix({ node, entry }: ServerInstallation, vsix: string, data: string): Promise<void> {
  await runLong({
    title: 'Installing the packaged extension',
    command: [node, entry, ...folders(data), '--install-extension', vsix],
    env: serverEnvironment(data),
    limit: 60,
  });
}

function folders(data: string): string[] {
  const config = join(data, 'config.yaml');
  return ['--config', config, '--user-data-dir', data, '--extensions-dir', join(data, 'extensions')];
}

/** What a surrounding VS Code, npm or shell has set must not steer this server, nor is it to write to a person's home. */
function serverEnvironment(data: string): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|CODE_SERVER_|CS_|npm_|ELECTRON_|PORT$|PASSWORD$|HASHED_PASSWORD$|NODE_OPTIONS$)/i;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    ...Object.fromEntries(own),
    EXTENSIONS_GALLERY: '{}',
    LICENSE_COVERAGE_PARENT: String(process.pid),
    XDG_CONFIG_HOME: data,
    XDG_DATA_HOME: data,
  };
}

/** Resolves with the host and port once the server says them; everything it says goes to a log in the cache folder. */
function listening(child: ChildProcess): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const path = join(cache, 'server.log');
  const log = createWriteStream(path);
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the server host ${why}; its log is ${path}`));
    const alarm = setTimeout(() => fail('did not listen within 60 s'), 60_000);
    child.on('error', error => fail(error.message));
    child.on('exit', code => fail(`ended with code ${code}`));
    let said = '';
    const read = (chunk: Buffer) => {
      log.write(chunk);
      said = (said + chunk.toString()).slice(-10_000);
      const [, port] = /(?:server listening on http:\/\/127\.0\.0\.1:|agent listening on )(\d+)/.exec(said) ?? [];
      if (!port) return;
      clearTimeout(alarm);
      resolve(`127.0.0.1:${port}`);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
}
