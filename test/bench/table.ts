// Prints rows of text in columns.

/** The first column is set left, the others right; the first row is the heading. Rows may be short. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const [heading, ...body] = rows.map(row => row.map((cell, i) => aligned(cell, widths[i]!, i)).join('  '));
  console.log([heading, '-'.repeat(heading!.length), ...body].join('\n'));
}

function aligned(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** Three digits that count: `0.0123`, `1.23`, `123`. */
export function figure(value: number): string {
  const digits = value <= 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(value)));
  return value.toFixed(digits);
}

/** `1,000` */
export function count(value: number): string {
  return value.toLocaleString('en');
}

/** `4.2 ×` */
export function times(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ×`;
}
