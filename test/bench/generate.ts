// Makes license files of any size: the same entries in every notation, always the same ones.

const msPerDay = 86_400_000;

/** One product has this many terms, which follow one another. */
const termsPerProduct = 20;

const header = { environment: 'production', timezone: 'America/Chicago', expiryDay: 'covered' };

interface License {
  readonly id: string;
  readonly product: string;
  readonly key: string;
  readonly kind: string;
  readonly seats: number | string;
  readonly starts: string;
  readonly expires: string;
}

/** What a file says, before it is written down. */
export interface LicenseData {
  readonly environment: string;
  readonly timezone: string;
  readonly expiryDay: string;
  readonly licenses: readonly License[];
}

/** `count` entries: every tenth starts a day late, and the seats of the one in the middle are no number, for all readers to find. */
export function licenseData(count: number): LicenseData {
  const wrong = Math.floor(count / 2);
  const licenses = Array.from({ length: count }, (_, i) => license(i, i === wrong ? 'many' : 5 + ((i * 7) % 495)));
  return { ...header, licenses };
}

function license(i: number, seats: number | string): License {
  const product = Math.floor(i / termsPerProduct);
  const year = 2016 + (i % termsPerProduct);
  const birthday = product % 365;
  const delay = i % 10 === 5 ? 1 : 0;
  return {
    id: `LIC-${String(i + 1).padStart(5, '0')}`,
    product: `Product ${product + 1}`,
    key: keyOf(i),
    kind: 'subscription',
    seats,
    starts: isoDay(year, birthday + delay),
    expires: isoDay(year + 1, birthday - 1),
  };
}

/** `K3F9A-11C0`: different for each entry. The letter keeps YAML from reading `747E-3446` as a number. */
function keyOf(i: number): string {
  const part = (factor: number): string => (((i + 1) * factor) % 65_536).toString(16).toUpperCase().padStart(4, '0');
  return `K${part(40_503)}-${part(30_011)}`;
}

/** The day that comes `days` after the first of a year. */
function isoDay(year: number, days: number): string {
  return new Date(Date.UTC(year, 0, 1) + days * msPerDay).toISOString().slice(0, 10);
}

export function toJson(data: LicenseData): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

export function toYaml({ licenses, ...fields }: LicenseData): string {
  const entries = licenses.map(entry => `  - ${lines(entry, ': ', '    ', plain)}`);
  return `${lines(fields, ': ', '', plain)}licenses:\n${entries.join('')}`;
}

export function toToml({ licenses, ...fields }: LicenseData): string {
  const entries = licenses.map(entry => `\n[[licenses]]\n${lines(entry, ' = ', '', tomlValue)}`);
  return `${lines(fields, ' = ', '', tomlValue)}${entries.join('')}`;
}

/** One field a line; the first stands where it is put, the others after `indent`. */
function lines(fields: object, between: string, indent: string, write: (value: unknown) => string): string {
  const written = Object.entries(fields).map(([name, value]) => `${name}${between}${write(value)}\n`);
  return written.join(indent);
}

function plain(value: unknown): string {
  return String(value);
}

/** TOML has dates of its own, without quotes. */
function tomlValue(value: unknown): string {
  return typeof value === 'number' || /^\d{4}-\d\d-\d\d$/.test(String(value)) ? String(value) : JSON.stringify(value);
}
