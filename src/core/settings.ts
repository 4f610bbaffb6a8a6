// What a user may choose, and what holds if they do not.
import { readDate } from './dates';
import { fieldOfName } from './formats/fields';
import type { FieldName, RuleCode, Severity } from './model';
import { defaultSeverity } from './rules';
import { isPattern, sampleDay, spelledBy, zoneNamed } from './time';
import * as requestWords from './words/request';
import * as scanWords from './words/scan';
import * as settingWords from './words/settings';

export interface Settings {
  /** The IANA zone of files that name none. */
  readonly timezone: string;
  /** Whether the expiry day is covered where neither file nor profile says it. */
  readonly expiryDay: 'covered' | 'uncovered' | undefined;
  /** How many days before the end of a product's last term a finding says so. */
  readonly expiryWarningDays: number;
  /** Field names of the user's own, each with the field that it stands for. */
  readonly fields: Readonly<Record<string, FieldName>>;
  /** Patterns by which dates may be written besides ours: `dd.MM.yyyy`. */
  readonly dateFormats: readonly string[];
  /** Rules of the user's own, by the name of a product, a vendor daemon or a format, without case. */
  readonly profiles: Readonly<Record<string, OwnProfile>>;
  /** Whether the licenses of all files count together; otherwise each file stands for itself. */
  readonly joinFiles: boolean;
  readonly severity: Readonly<Partial<Record<RuleCode, Severity | 'off'>>>;
  /** What is sent to a vendor, in Markdown with fields in braces; see `requestFor`. */
  readonly requestTemplate: string;
  /** How many licenses and gaps the timeline draws at most. */
  readonly timelineItems: number;
}

/** What the user says of a product, a vendor or a format. */
export interface OwnProfile {
  readonly expiryDay: 'covered' | 'uncovered' | 'unstated' | undefined;
  /** An IANA name. */
  readonly timezone: string | undefined;
}

export const defaultSettings: Settings = {
  timezone: 'UTC',
  expiryDay: undefined,
  expiryWarningDays: 30,
  fields: {},
  dateFormats: [],
  profiles: {},
  joinFiles: true,
  severity: {},
  requestTemplate: requestWords.requestTemplate,
  timelineItems: 200_000,
};

const severities: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Is told of a value that can't be meant: a sentence, and the setting and its value. */
type Complain = (message: string, name: string, value: unknown) => void;

/**
 * Settings from whatever the user wrote, asked for by name. A value that can't be meant is left at its default and told through
 * `complain`; an absent one is `undefined`.
 */
export function readSettings(get: (name: string) => unknown, complain: Complain): Settings {
  const {
    timezone,
    expiryWarningDays,
    fields,
    dateFormats,
    profiles,
    joinFiles,
    severity,
    requestTemplate,
    timelineItems,
  } = defaultSettings;
  const read = <T>(name: string, fallback: T, check: (value: unknown) => T | undefined, expected: string): T => {
    const value = get(name);
    if (value === undefined) return fallback;
    const good = check(value);
    if (good === undefined) complain(settingWords.wrongSetting(name, expected), name, value);
    return good ?? fallback;
  };
  return {
    timezone: read(
      'timezone',
      timezone,
      value => (typeof value === 'string' && zoneNamed(value) ? value : undefined),
      settingWords.settingTimezone,
    ),
    expiryDay:
      get('expiryDay') === 'unstated'
        ? undefined
        : read<Settings['expiryDay']>('expiryDay', undefined, expiryDayOf, settingWords.settingExpiryDay),
    expiryWarningDays: read('expiryWarningDays', expiryWarningDays, daysOf, settingWords.settingDays),
    fields: read('fields', fields, fieldsOf, settingWords.settingFields),
    dateFormats: read('dateFormats', dateFormats, dateFormatsOf, settingWords.settingDateFormats),
    profiles: read('profiles', profiles, profilesOf, settingWords.settingProfiles),
    joinFiles: read(
      'joinFiles',
      joinFiles,
      value => (typeof value === 'boolean' ? value : undefined),
      settingWords.settingJoinFiles,
    ),
    severity: read('severity', severity, severityOf, settingWords.settingSeverity),
    requestTemplate: read(
      'requestTemplate',
      requestTemplate,
      value => (typeof value === 'string' ? value : undefined),
      settingWords.settingRequestTemplate,
    ),
    timelineItems: read('timelineItems', timelineItems, timelineItemsOf, settingWords.settingTimelineItems),
  };
}

/** Tells of a setting that is neither on nor off. */
export function checkSwitch(name: string, value: unknown, complain: Complain): void {
  if (value !== undefined && typeof value !== 'boolean')
    complain(settingWords.wrongSetting(name, settingWords.settingJoinFiles), name, value);
}

/** The globs of the setting `files`; what is none is left out and told. */
export function filePatternsOf(value: unknown, complain: Complain): readonly string[] {
  const patterns: readonly unknown[] = Array.isArray(value) ? value : [];
  const good = patterns.filter((pattern): pattern is string => typeof pattern === 'string' && pattern.trim() !== '');
  if (value !== undefined && (!Array.isArray(value) || good.length < patterns.length))
    complain(settingWords.wrongSetting('files', scanWords.settingFiles), 'files', value);
  return good;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function expiryDayOf(value: unknown): Settings['expiryDay'] {
  return value === 'covered' || value === 'uncovered' ? value : undefined;
}

function daysOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 36_500 ? value : undefined;
}

function timelineItemsOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 1_000 && value <= 1_000_000 ? value : undefined;
}

function severityOf(value: unknown): Settings['severity'] | undefined {
  if (!isObject(value)) return undefined;
  const isGood = ([rule, severity]: [string, unknown]): boolean =>
    Object.hasOwn(defaultSeverity, rule) && severities.includes(severity);
  return Object.entries(value).every(isGood) ? (value as Settings['severity']) : undefined;
}

/** An empty setting is the default itself, so that what is made for it is made once. */
function fieldsOf(value: unknown): Settings['fields'] | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length === 0) return defaultSettings.fields;
  const fields = entries.flatMap(([name, meant]) => {
    const field = typeof meant === 'string' && name.trim() !== '' ? fieldOfName(meant) : undefined;
    return field ? [[name, field] as const] : [];
  });
  return fields.length === entries.length ? Object.fromEntries(fields) : undefined;
}

/** `{ "flexnet": "uncovered", "acmed": { "expiryDay": "covered", "timezone": "Europe/Berlin" } }` */
function profilesOf(value: unknown): Settings['profiles'] | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length === 0) return defaultSettings.profiles;
  const profiles = entries.flatMap(([name, said]) => {
    const profile = ownProfileOf(said);
    return profile && name.trim() !== '' ? [[profileKey(name), profile] as const] : [];
  });
  return profiles.length === entries.length ? Object.fromEntries(profiles) : undefined;
}

function ownProfileOf(said: unknown): OwnProfile | undefined {
  if (typeof said === 'string') return ownProfileOf({ expiryDay: said });
  if (!isObject(said)) return undefined;
  const { expiryDay, timezone, ...others } = said;
  const isGood =
    Object.keys(others).length === 0 &&
    (expiryDay === undefined || expiryDay === 'unstated' || expiryDayOf(expiryDay) !== undefined) &&
    (timezone === undefined || (typeof timezone === 'string' && zoneNamed(timezone) !== undefined));
  return isGood ? ({ expiryDay, timezone } as OwnProfile) : undefined;
}

/** What the settings say of the first of some names that they know, the name first. */
export function ownProfile(
  { profiles }: Pick<Settings, 'profiles'>,
  names: readonly (string | undefined)[],
): readonly [string, OwnProfile] | undefined {
  const name = names.find(each => each !== undefined && Object.hasOwn(profiles, profileKey(each)));
  return name === undefined ? undefined : [name, profiles[profileKey(name)]!];
}

function profileKey(name: string): string {
  return name.trim().toLowerCase();
}

/** Letters as in Unicode's own patterns; `DD.MM.YYYY`, as others write it, is taken to mean the same. */
function dateFormatsOf(value: unknown): Settings['dateFormats'] | undefined {
  if (!Array.isArray(value)) return undefined;
  const patterns = value.map(pattern =>
    typeof pattern === 'string' ? pattern.trim().replaceAll('D', 'd').replaceAll('Y', 'y') : '',
  );
  return patterns.every(pattern => isPattern(pattern) && !isOurs(pattern)) ? patterns : undefined;
}

/** `yyyy-dd-MM` is written like our own dates, which come first and mean another day. */
function isOurs(pattern: string): boolean {
  const date = readDate(spelledBy(pattern, sampleDay));
  return date.kind === 'day' && date.day !== sampleDay;
}
