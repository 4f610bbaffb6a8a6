// A drawing as plain data: a view makes elements of it, an export makes text.

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element. `key`: by which it is known again in the next drawing. */
export interface Shape {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (Shape | string)[];
  readonly key: string | undefined;
}

export function shape(name: string, attributes: Attributes = {}, ...children: readonly (Shape | string)[]): Shape {
  return { name, attributes, children, key: undefined };
}

export function keyed(key: string, { name, attributes, children }: Shape): Shape {
  return { name, attributes, children, key };
}

/** How wide a text is drawn, in pixels. */
export type Measure = (text: string, weight: 'normal' | 'bold') => number;

/** As much of a text as fits into a width, with an ellipsis for the rest; nothing where not even two characters fit. */
export function clipped(text: string, width: number, measure: Measure, weight: 'normal' | 'bold' = 'normal'): string {
  const whole = measure(text, weight);
  if (whole <= width) return text;
  if (width < 12) return '';
  const points = [...text];
  let count = Math.min(Math.floor((points.length * width) / whole), points.length - 1);
  const cut = (): string => `${points.slice(0, count).join('').trimEnd()}…`;
  while (count > 1 && measure(cut(), weight) > width) count--;
  return count > 1 ? cut() : '';
}

/** A tenth of a pixel is seen by nobody, and makes for short numbers that are the same everywhere. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
