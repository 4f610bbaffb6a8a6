// The known case in every notation, in a year that is still to come, so that no gap is ever past.
export const year = new Date().getUTCFullYear() + 1;

const fields = { environment: 'production', product: 'CrashPlan', timezone: 'America/Chicago' };
const entries = [
  {
    id: 'LIC-1',
    key: '3F9A-11C0-77AB',
    kind: 'subscription',
    seats: 500,
    starts: `${year - 1}-12-01`,
    expires: `${year}-11-30`,
  },
  {
    id: 'LIC-2',
    key: '8D21-4E5F-90CC',
    kind: 'subscription',
    seats: 500,
    starts: `${year}-12-01`,
    expires: `${year + 2}-11-30`,
  },
];

export const gapDay = `${year}-11-30`;
export const nextDay = `${year}-12-01`;

export type Name = 'licenses.yaml' | 'licenses.json' | 'licenses.jsonc' | 'licenses.toml';

/** The file's text; `version`: of the Code42 server, absent where it states none. */
export function story(name: Name, version?: string): string {
  if (name === 'licenses.toml') return toml(version);
  if (name === 'licenses.yaml') return yaml(version);
  const json = JSON.stringify({ ...fields, ...(version && { server: { version } }), licenses: entries }, null, 2);
  return `${name === 'licenses.jsonc' ? '// the licenses of the backup\n' : ''}${json}\n`;
}

function yaml(version: string | undefined): string {
  const top = Object.entries(fields).map(([key, value]) => `${key}: ${value}\n`);
  const items = entries.map(entry =>
    Object.entries(entry)
      .map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}\n`)
      .join(''),
  );
  return `${top.join('')}${version ? `server: { version: ${version} }\n` : ''}\nlicenses:\n${items.join('\n')}`;
}

function toml(version: string | undefined): string {
  const top = Object.entries(fields).map(([key, value]) => `${key} = "${value}"\n`);
  const items = entries.map(entry =>
    Object.entries(entry)
      .map(([key, value]) => `${key} = ${tomlValue(key, value)}\n`)
      .join(''),
  );
  return `${top.join('')}${version ? `server = { version = "${version}" }\n` : ''}${items.map(item => `\n[[licenses]]\n${item}`).join('')}`;
}

function tomlValue(key: string, value: string | number): string {
  return typeof value === 'number' || key === 'starts' || key === 'expires' ? String(value) : JSON.stringify(value);
}

/** The line of a text's first place that says so, from 1. */
export function lineOf(text: string, wanted: string): number {
  return text.slice(0, text.indexOf(wanted)).split('\n').length;
}
