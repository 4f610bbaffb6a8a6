// License files that bring the timeline into each of its states, with dates about today.

const msPerDay = 86_400_000;

/** The date so many days from today, as license files write it. */
export function day(after: number): string {
  return new Date(Date.now() + after * msPerDay).toISOString().slice(0, 10);
}

interface License {
  readonly id: string;
  /** Days from today; without a beginning it has none, without an end it never ends. */
  readonly from?: number;
  readonly until?: number;
  readonly fields?: string;
}

function fileOf(head: string, ...licenses: readonly License[]): string {
  const lines = licenses.map(({ id, from, until, fields }) => {
    const parts = [
      `id: ${id}`,
      ...(from === undefined ? [] : [`starts: ${day(from)}`]),
      `expires: ${until === undefined ? 'never' : day(until)}`,
      ...(fields ? [fields] : []),
    ];
    return `  - { ${parts.join(', ')} }`;
  });
  return `${head}\nlicenses:\n${lines.join('\n')}\n`;
}

export const gap = fileOf(
  'product: CrashPlan\nenvironment: production\nexpiryDay: uncovered',
  { id: 'LIC-1', from: -300, until: 60 },
  { id: 'LIC-2', from: 90, until: 400 },
);

export const closed = fileOf(
  'product: CrashPlan\nexpiryDay: covered',
  { id: 'LIC-1', from: -300, until: 60 },
  { id: 'LIC-2', from: 61, until: 400 },
);

export const pending = fileOf(
  'product: CrashPlan\nexpiryDay: covered',
  { id: 'LIC-1', from: -300, until: 60 },
  { id: 'TEMP-1', from: 61, until: 160, fields: 'key: TODO' },
  { id: 'LIC-2', from: 161, until: 400 },
);

/** Nobody says whether the last day counts. */
export const possible = fileOf(
  'product: CrashPlan',
  { id: 'LIC-1', from: -300, until: 60 },
  { id: 'LIC-2', from: 61, until: 400 },
);

export const shortfall = fileOf(
  'product: CrashPlan\nexpiryDay: covered\nrequired: { product: CrashPlan, seats: 10 }',
  { id: 'LIC-1', from: -300, until: 60, fields: 'seats: 12' },
  { id: 'LIC-2', from: 61, until: 250, fields: 'seats: 4' },
  { id: 'LIC-3', from: 150, until: 400, fields: 'seats: 8' },
);

/** An accepted gap, an entry the wrong way round, and licenses that are over, without an end, without a beginning or about to end. */
export const many = [
  fileOf(
    `product: Accepted\nexpiryDay: covered\nacceptedGaps:\n  - { product: Accepted }`,
    { id: 'A-1', from: -300, until: 60 },
    { id: 'A-2', from: 120, until: 400 },
  ),
  fileOf(
    'product: Ending\nexpiryDay: covered',
    { id: 'E-0', from: -500, until: -90 },
    { id: 'E-1', from: -89, until: 20 },
  ),
  fileOf(
    'product: Invalid\nexpiryDay: covered',
    { id: 'I-1', from: -300, until: 400 },
    { id: 'I-2', from: 150, until: 90 },
  ),
  fileOf('product: Over\nexpiryDay: covered', { id: 'O-1', from: -400, until: -100 }),
  fileOf('product: Perpetual\nexpiryDay: covered', { id: 'P-1', from: -250 }),
  fileOf('product: Torn\nexpiryDay: covered', { id: 'T-1', until: 300 }),
].join('---\n');

/** All that there is to draw. */
export const all = [gap, pending, possible, shortfall]
  .map((text, i) => text.replaceAll('CrashPlan', ['Gap', 'Pending', 'Possible', 'Short'][i]!))
  .concat(many)
  .join('---\n');

/** The text of a person who types: it can't be read for now. */
export const torn = gap.replace('id: LIC-2', 'id: "LIC-2');

/** It is known as a license file by what it says of its dates. */
export const empty = 'product: CrashPlan\nexpiryDay: covered\nlicenses: []\n';
