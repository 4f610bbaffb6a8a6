// Folders with open gaps that are hard to write to or to show as a diff. Every key in them begins with SECRET.

export interface Story {
  readonly title: string;
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** How many gaps `fix` fills. */
  readonly gaps: number;
  /** The whole list stands on the line that changes, so the diff shows its keys. */
  readonly showsKeys?: boolean;
}

const head = 'timezone: UTC\nexpiryDay: uncovered\nlicenses:\n';

function item(product: string, id: string, starts: string, expires: string): string {
  return `  - id: ${id}\n    product: ${product}\n    key: SECRET-${id}\n    starts: ${starts}\n    expires: ${expires}\n`;
}

/** A gap of one day between two licenses. */
export function yaml(product: string): string {
  return head + item(product, `${product}-1`, '2026-01-01', '2026-11-30') + later(product);
}

function later(product: string): string {
  return item(product, `${product}-2`, '2026-12-01', '2027-11-30');
}

export const earlierHalf = head + item('Joined', 'J-1', '2026-01-01', '2026-11-30');
export const laterHalf = head + later('Joined');

export const oneLine =
  '{"timezone":"UTC","expiryDay":"uncovered","licenses":[{"id":"A","key":"SECRET-1","starts":"2026-01-01","expires":"2026-11-30"},{"id":"B","key":"SECRET-2","starts":"2026-12-01","expires":"2027-11-30"}]}';

const lines = JSON.stringify(JSON.parse(oneLine), undefined, 2);

export const flexnet =
  'INCREMENT widget acmed 1.0 29-nov-2026 5 START=01-dec-2025 NOTICE="für alle" SIGN=SECRET1\n' +
  'INCREMENT widget acmed 1.0 30-nov-2027 5 START=01-dec-2026 SIGN=SECRET2\n';

const mark = '\ufeff';
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

export const stories: readonly Story[] = [
  { title: 'a plain file', files: { 'licenses.yaml': yaml('P') }, gaps: 1 },
  { title: 'a byte order mark', files: { 'licenses.yaml': mark + yaml('P') }, gaps: 1 },
  {
    title: 'a byte order mark before the line that changes',
    files: { 'licenses.json': mark + oneLine },
    gaps: 1,
    showsKeys: true,
  },
  { title: 'CRLF', files: { 'licenses.yaml': crlf(yaml('P')) }, gaps: 1 },
  {
    title: 'CRLF and a byte order mark, on one line',
    files: { 'licenses.json': `${mark}${oneLine}\r\n` },
    gaps: 1,
    showsKeys: true,
  },
  { title: 'CRLF without a last line break', files: { 'licenses.json': crlf(lines) }, gaps: 1 },
  { title: 'no last line break', files: { 'licenses.yaml': yaml('P').trimEnd() }, gaps: 1 },
  {
    title: 'a fill behind a last line without a break, in one of two joined files',
    files: { 'a/licenses.yaml': earlierHalf.trimEnd(), 'b/licenses.yaml': laterHalf },
    gaps: 1,
  },
  { title: 'JSON on one line', files: { 'licenses.json': `${oneLine}\n` }, gaps: 1, showsKeys: true },
  { title: 'JSON on many lines', files: { 'licenses.json': lines }, gaps: 1 },
  {
    title: 'two gaps on one line',
    files: {
      'licenses.json': oneLine.replace(
        ']}',
        ',{"id":"C","key":"SECRET-3","starts":"2028-01-01","expires":"2028-06-01"}]}',
      ),
    },
    gaps: 2,
    showsKeys: true,
  },
  {
    title: 'names with spaces, other letters, quotes and a dash',
    files: {
      'my server.licenses.yaml': yaml('P'),
      'zürich 東京.licenses.yaml': yaml('Q'),
      '-p.licenses.yaml': yaml('R'),
      'my folder/-x/licenses.yaml': yaml('S'),
      ...(process.platform === 'win32' ? {} : { 'a"b\\c\td.licenses.yaml': yaml('T') }),
    },
    gaps: process.platform === 'win32' ? 4 : 5,
  },
  {
    title: 'several gaps in several files, one of a vendor’s in Latin-1',
    files: {
      'licenses.yaml':
        yaml('P') + item('P', 'P-3', '2028-01-01', '2028-06-01') + item('P', 'P-4', '2029-01-01', '2029-06-01'),
      'deep/down/licenses.toml':
        'timezone = "UTC"\nexpiryDay = "uncovered"\n\n[[licenses]]\nkey = "SECRET-T"\nproduct = "T"\nstarts = 2026-01-01\nexpires = 2026-11-30\n\n[[licenses]]\nkey = "SECRET-U"\nproduct = "T"\nstarts = 2026-12-01\nexpires = 2027-11-30\n',
      'acme.lic': Buffer.from(flexnet, 'latin1'),
    },
    gaps: 4,
  },
];
