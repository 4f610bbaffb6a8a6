// What a user may choose, and what holds if they do not.
import type { RuleCode, Severity } from './model';
import { defaultSeverity } from './rules';
import { zoneNamed } from './time';
import * as words from './words';

export interface Settings {
  /** The IANA zone of files that name none. */
  readonly timezone: string;
  /** Whether the expiry day is covered where neither file nor profile says it. */
  readonly expiryDay: 'covered' | 'uncovered' | undefined;
  /** How many days before the end of a product's last term a finding says so. */
  readonly expiryWarningDays: number;
  readonly severity: Readonly<Partial<Record<RuleCode, Severity | 'off'>>>;
}

export const defaultSettings: Settings = { timezone: 'UTC', expiryDay: undefined, expiryWarningDays: 30, severity: {} };

const severities: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'];

/**
 * Settings from whatever the user wrote, asked for by name. A value that can't be meant is left at its default and told through
 * `complain`; an absent one is `undefined`.
 */
export function readSettings(get: (name: string) => unknown, complain: (message: string) => void): Settings {
  const { timezone, expiryWarningDays } = defaultSettings;
  const read = <T>(name: string, fallback: T, check: (value: unknown) => T | undefined, expected: string): T => {
    const value = get(name);
    if (value === undefined || value === null) return fallback;
    const good = check(value);
    if (good === undefined) complain(words.wrongSetting(name, expected));
    return good ?? fallback;
  };
  return {
    timezone: read(
      'timezone',
      timezone,
      value => (typeof value === 'string' && zoneNamed(value) ? value : undefined),
      words.settingTimezone,
    ),
    expiryDay:
      get('expiryDay') === 'unstated'
        ? undefined
        : read<Settings['expiryDay']>('expiryDay', undefined, expiryDayOf, words.settingExpiryDay),
    expiryWarningDays: read('expiryWarningDays', expiryWarningDays, daysOf, words.settingDays),
    severity: read('severity', {}, severityOf, words.settingSeverity),
  };
}

function expiryDayOf(value: unknown): Settings['expiryDay'] {
  return value === 'covered' || value === 'uncovered' ? value : undefined;
}

function daysOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 36_500 ? value : undefined;
}

function severityOf(value: unknown): Settings['severity'] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const isGood = ([rule, severity]: [string, unknown]): boolean =>
    Object.hasOwn(defaultSeverity, rule) && severities.includes(severity);
  return Object.entries(value).every(isGood) ? (value as Settings['severity']) : undefined;
}
