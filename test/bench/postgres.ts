// A PostgreSQL server of our own for as long as it is needed, in a temporary directory and reached by a socket there alone.
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

export interface Postgres {
  /** `15.3` */
  readonly version: string;
  /** Runs statements of SQL, one call at a time; answers the rows, one a line, with `|` between the values. */
  run(sql: string): Promise<string>;
  stop(): Promise<void>;
}

/** Why there is none. */
export interface NoPostgres {
  readonly why: string;
}

/** The first version with multiranges. */
const leastVersion = 14;
const debianHome = '/usr/lib/postgresql';
const user = 'bench';

/** Nothing that slows down reading; enough memory that no sort goes to disk. */
const settings = {
  listen_addresses: '',
  shared_buffers: '256MB',
  work_mem: '512MB',
  // It never pays here, and compiling anew each time costs more.
  jit: 'off',
  autovacuum: 'off',
  fsync: 'off',
  full_page_writes: 'off',
  max_wal_size: '4GB',
};

/**
 * The server lives as long as somebody holds the other end of this script's input, so that it goes away with us however we end. The
 * script has a session of its own, which Ctrl+C does not reach.
 */
const script = `
  dir=$1 bin=$2
  shift 2
  trap 'rm -rf "$dir"' EXIT
  "$bin/initdb" -D "$dir/data" -U ${user} --auth=trust --locale=C --encoding=UTF8 --no-sync </dev/null >/dev/null || exit 1
  "$bin/postgres" -D "$dir/data" -k "$dir" "$@" </dev/null &
  server=$!
  cat >/dev/null
  kill -QUIT $server
  wait $server
`;

export async function startPostgres(): Promise<Postgres | NoPostgres> {
  try {
    const found = findPostgres();
    return found ? await start(found) : { why: `there is no PostgreSQL ${leastVersion} or later` };
  } catch (error) {
    return { why: `it does not start: ${(error as Error).message}` };
  }
}

interface Found {
  readonly bin: string;
  readonly version: string;
}

/** The newest of Debian's, which stand outside of the path, else the path's. */
function findPostgres(): Found | undefined {
  const debian = existsSync(debianHome) ? readdirSync(debianHome) : [];
  const homes = debian.sort((a, b) => Number(b) - Number(a)).map(version => join(debianHome, version, 'bin'));
  for (const folder of [...homes, ...(process.env.PATH ?? '').split(delimiter)]) {
    if (!existsSync(join(folder, 'initdb'))) continue;
    // The path often has links to some of the programs only.
    const bin = dirname(realpathSync(join(folder, 'initdb')));
    if (!existsSync(join(bin, 'postgres')) || !existsSync(join(bin, 'psql'))) continue;
    const said = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
    const version = /\d+(\.\d+)*/.exec(said)?.[0] ?? '';
    if (Number.parseInt(version, 10) >= leastVersion) return { bin, version };
  }
  return undefined;
}

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root. */
function owner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string): number => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function start({ bin, version }: Found): Promise<Postgres> {
  const who = owner();
  const dir = mkdtempSync(join(tmpdir(), 'license-coverage-postgres-'));
  // The server's messages are to be in English, and no setting of the user's is to be meant for it.
  const options = { ...who, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  if (who.uid !== undefined && who.gid !== undefined) chownSync(dir, who.uid, who.gid);
  const server = spawn('/bin/sh', ['-c', script, 'sh', dir, bin, ...given], { ...options, detached: true });
  const stopServer = async (): Promise<void> => {
    await ended(server);
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await isReady(server);
  } catch (error) {
    await stopServer();
    throw error;
  }
  const asked = ['-XqAt', '-v', 'ON_ERROR_STOP=1', '-h', dir, '-U', user, '-d', 'postgres'];
  const psql = spawn(join(bin, 'psql'), asked, options);
  const stop = async (): Promise<void> => {
    await ended(psql);
    await stopServer();
  };
  return { version, run: conversation(psql), stop };
}

/** Resolves when the server takes connections. */
function isReady(server: ChildProcessWithoutNullStreams): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (): void => reject(new Error(complaint(said)));
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
      else if (/FATAL|PANIC/.test(said)) fail();
    });
    server.once('error', reject);
    server.once('close', fail);
    server.stdin.on('error', fail);
    server.stdout.resume();
  });
}

/** What is wrong, out of all that was said. */
function complaint(said: string): string {
  return /(?<=(FATAL|PANIC|error): +)\S.*/.exec(said)?.[0] ?? (said.trim() || 'it ended at once');
}

/** Lets a program end that ends with its input. */
async function ended(program: ChildProcessWithoutNullStreams): Promise<void> {
  // Without a number it never began.
  if (program.pid === undefined || program.exitCode !== null || program.signalCode !== null) return;
  const closed = once(program, 'close');
  program.stdin.end();
  await closed;
}

/** Statements are written to psql, and a mark after each, which it says when it is done with them. */
function conversation(psql: ChildProcessWithoutNullStreams): Postgres['run'] {
  const mark = '-- done --';
  let said = '';
  let errors = '';
  let answer: (text: string) => void = () => {};
  let fail: (error: Error) => void = () => {};
  psql.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (!said.endsWith(`${mark}\n`)) return;
    answer(said.slice(0, -mark.length - 1).trim());
    said = '';
  });
  psql.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const broken = (): void => fail(new Error(`psql: ${errors.trim() || 'it ended'}`));
  psql.once('error', broken);
  psql.once('close', broken);
  psql.stdin.on('error', broken);
  return sql =>
    new Promise((resolve, reject) => {
      [answer, fail] = [resolve, reject];
      if (psql.exitCode !== null || psql.signalCode !== null) broken();
      else psql.stdin.write(`${sql}\n\\echo '${mark}'\n`);
    });
}
