// License files made by chance, the same ones every time: products whose licenses overlap, leave gaps, lack seats or keys.

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Wanted {
  readonly seed: number;
  readonly products: number;
  /** Of a product; at least 1. */
  readonly mostLicenses: number;
  /** How long a license runs at most, in days. */
  readonly mostDays?: number;
}

/** A document for each product, since what is required of one is said in its document. */
export function madeFile({ seed, products, mostLicenses, mostDays = 400 }: Wanted): string {
  const random = chance(seed);
  const upTo = (most: number): number => Math.floor(random() * most);
  return Array.from({ length: products }, (_, i) =>
    productOf(`Product ${i}`, 1 + upTo(mostLicenses), mostDays, upTo),
  ).join('---\n');
}

function productOf(name: string, licenses: number, mostDays: number, upTo: (most: number) => number): string {
  const manner = upTo(6);
  const lines = [`product: ${name}`];
  // Without a rule for the last day each seam is a gap that is possible.
  if (manner !== 0) lines.push('expiryDay: covered');
  if (manner === 1) lines.push(`required: { product: ${name}, seats: 10 }`);
  if (manner === 2) lines.push('acceptedGaps:', `  - { product: ${name} }`);
  lines.push('licenses:');
  let day = upTo(400);
  for (let i = 0; i < licenses; i++) {
    const length = 1 + upTo(mostDays);
    const last = day + length;
    const isOpen = i === licenses - 1 && upTo(5) === 0;
    const fields = [
      `id: L${i}`,
      `starts: ${dayText(day)}`,
      `expires: ${isOpen ? 'never' : dayText(last)}`,
      ...(manner === 1 ? [`seats: ${4 + upTo(12)}`] : []),
      ...(upTo(6) === 0 ? ['key: TODO'] : []),
    ];
    lines.push(`  - { ${fields.join(', ')} }`);
    if (manner === 3 && upTo(4) === 0)
      lines.push(`  - { id: R${i}, starts: ${dayText(last)}, expires: ${dayText(day - 9)} }`);
    // Before the end of the last one, right after it, or later.
    day = Math.max(day, last + [1, 1, -upTo(length), 2 + upTo(40)][upTo(4)]!);
  }
  return `${lines.join('\n')}\n`;
}

function dayText(day: number): string {
  return new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
}
