// Makes FlexNet and RLM files of any size, and the same data as JSON: what their records say, always the same.
import { licenseData } from './generate';

/** A record, by the names of its fields. */
export interface Line {
  readonly feature: string;
  readonly vendor: string;
  readonly version: string;
  readonly expires: string;
  readonly count: number;
  readonly starts: string;
  readonly issued: string;
  readonly sign: string;
}

/** `count` records: those of {@link licenseData}, whose every tenth starts a day late. */
export function lineData(count: number): readonly Line[] {
  return licenseData(count).licenses.map(({ product, seats, starts, expires }, i) => ({
    feature: product.replace(' ', '_').toLowerCase(),
    vendor: 'acmed',
    version: '2026.0',
    expires: namedMonth(expires),
    count: typeof seats === 'number' ? seats : 1,
    starts: namedMonth(starts),
    issued: namedMonth(starts),
    sign: Array.from({ length: 12 }, (_, group) => hex((i + 1) * (group + 3) * 40_503)).join(' '),
  }));
}

export function toFlexnet(lines: readonly Line[]): string {
  return `${lines
    .map(
      ({ feature, vendor, version, expires, count, starts, issued, sign }) =>
        `INCREMENT ${feature} ${vendor} ${version} ${expires} ${count} START=${starts} ISSUED=${issued} \\\n\tSIGN="${sign.slice(0, 29)} \\\n\t${sign.slice(30)}"`,
    )
    .join('\n')}\n`;
}

export function toRlm(lines: readonly Line[]): string {
  return `${lines
    .map(
      ({ feature, vendor, version, expires, count, starts, issued, sign }) =>
        `LICENSE ${vendor} ${feature} ${version} ${expires} ${count} start=${starts} issued=${issued}\n  _ck=${sign.slice(0, 4)}${sign.slice(5, 9)} sig="${sign.replaceAll(' ', '')}"`,
    )
    .join('\n')}\n`;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2026-11-30` → `30-nov-2026`. */
function namedMonth(iso: string): string {
  const [year, month, date] = iso.split('-');
  return `${date}-${months[Number(month) - 1]}-${year}`;
}

function hex(value: number): string {
  return (value % 65_536).toString(16).toUpperCase().padStart(4, '0');
}
