// From instants to pixels, and which stretches of a line are still free.
import type { Instant } from '../model';
import { gutterOf, type Scene } from './draw';

/** From an instant to a place between the names and the right edge; open ends lie far beyond. */
export type Scale = (instant: Instant) => number;

export function scaleOf({ shown, width }: Pick<Scene, 'shown' | 'width'>): Scale {
  const gutter = gutterOf(width);
  const perMs = (width - gutter) / (shown.until - shown.from);
  return instant => gutter + (instant - shown.from) * perMs;
}

/** A number held between two bounds; the first wins where they cross. */
export function place(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), least);
}

/** Stretches of a line that are still free for labels. */
export class Free {
  private readonly taken: (readonly [number, number])[] = [];

  take(from: number, until: number): boolean {
    if (this.taken.some(([a, b]) => from < b && until > a)) return false;
    this.taken.push([from, until]);
    return true;
  }
}
