#!/usr/bin/env node
// The door of the command line: reads the arguments, runs the command, sets the exit code.
import { parseArgs } from 'node:util';
import { msPerDay } from '../core/calendar';
import { readDate } from '../core/dates';
import { failOns } from '../core/listing';
import type { Instant } from '../core/model';
import { readSettings, type Settings } from '../core/settings';
import { check } from './check';
import { fix } from './fix';
import { help } from './help';
import { type Printer, printers } from './printers';
import { findSettings, SettingsError } from './settings';

/** What the user asked for, read and checked. */
export interface Request {
  readonly paths: readonly string[];
  readonly at: Instant;
  readonly settings: Settings;
  /** Globs of the settings file; one without a slash holds in any folder, others from the working directory. */
  readonly patterns: readonly string[];
  readonly printer: Printer;
  readonly failOn: (typeof failOns)[number];
  readonly dryRun: boolean;
}

/** Something that the user must change to get an answer: one line on stderr, exit code 2. */
class UsageError extends Error {}

const options = {
  at: { type: 'string' },
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string', default: 'error' },
  'dry-run': { type: 'boolean', default: false },
  timezone: { type: 'string' },
  'expiry-day': { type: 'string' },
  'expiry-warning-days': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

const commands: Readonly<Record<string, (request: Request) => number>> = { check, fix };

function main(args: readonly string[]): number {
  const { values, positionals } = parse(args);
  const [name, ...paths] = positionals;
  if (values.help || (name === undefined && !values.version)) return say(help);
  if (values.version) return say(`license-coverage ${version}`);
  const command = commands[name!];
  if (!command) throw new UsageError(`there is no command "${name}"; try license-coverage --help`);
  return command(requestOf(values, paths));
}

/** Put in by the build. */
declare const version: string;

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node adds advice on escaping dashes behind the first sentence.
    throw new UsageError(String(error instanceof Error ? error.message : error).split('. ')[0]!);
  }
}

function requestOf(values: ReturnType<typeof parse>['values'], paths: readonly string[]): Request {
  const printer = printers.find(({ format }) => format === values.format);
  if (!printer) throw new UsageError(`--format must be one of ${printers.map(({ format }) => format).join(', ')}`);
  const failOn = failOns.find(severity => severity === values['fail-on']);
  if (!failOn) throw new UsageError(`--fail-on must be one of ${failOns.join(', ')}`);
  const file = findSettings(process.cwd());
  const flags: Readonly<Record<string, unknown>> = {
    timezone: values.timezone,
    expiryDay: values['expiry-day'],
    expiryWarningDays: values['expiry-warning-days'] === undefined ? undefined : Number(values['expiry-warning-days']),
  };
  const settings = readSettings(
    name => flags[name] ?? file[name],
    message => {
      throw new UsageError(message.replace(' The default is used.', ''));
    },
  );
  return {
    paths: paths.length > 0 ? paths : ['.'],
    at: values.at === undefined ? Date.now() : instantOf(values.at),
    settings,
    patterns: patternsOf(file.files),
    printer,
    failOn,
    dryRun: values['dry-run'],
  };
}

function patternsOf(files: unknown): readonly string[] {
  if (files === undefined) return [];
  if (Array.isArray(files) && files.every(pattern => typeof pattern === 'string')) return files;
  throw new SettingsError('the setting "files" must be a list of glob patterns');
}

function instantOf(text: string): Instant {
  const date = readDate(text);
  if (date.kind === 'day') return date.day * msPerDay;
  if (date.kind === 'instant') return date.instant;
  throw new UsageError(`--at must be a date (2026-11-30) or an instant (2026-11-30T06:00:00Z), not "${text}"`);
}

function run(): void {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof SettingsError)) throw error;
    process.stderr.write(`license-coverage: ${error.message}\n`);
    process.exitCode = 2;
  }
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit();
  throw error;
});
run();
