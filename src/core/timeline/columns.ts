// The items of a timeline as columns of numbers, which cross to a view at once however many they are; each is an object when asked for.
import type { Instant } from '../model';

/** `shortfall`: covered, but by too few seats. `invalid`: an entry whose dates are the wrong way round, a mark at the later one. */
export const itemKinds = [
  ...(['term', 'pending-term'] as const),
  ...(['gap', 'possible-gap', 'pending-gap', 'accepted-gap'] as const),
  ...(['shortfall', 'invalid'] as const),
];

export type ItemKind = (typeof itemKinds)[number];

/** What of an item is a number, side by side, in the order of rows and, within one, of time. */
export interface ItemColumns {
  /** Which of {@link itemKinds}. */
  readonly kind: Uint8Array;
  /** Instants; open ends are `±Infinity`. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** What the clocks of the item's zone show then, in ms since 1970-01-01T00:00 on them; a day's beginning is its midnight. */
  readonly fromWall: Float64Array;
  readonly untilWall: Float64Array;
  readonly lane: Uint8Array;
  /** 1: it is the end of its product's coverage, and near. */
  readonly isEnding: Uint8Array;
  /** `Infinity`: unlimited. `NaN`: not said. */
  readonly seats: Float64Array;
  /** How many seats are required; `NaN`: none. */
  readonly needed: Float64Array;
  /** From 1. */
  readonly line: Uint32Array;
  /** Which of the model's files. */
  readonly file: Uint32Array;
  /** The same as long as the item is, across models. */
  readonly key: Float64Array;
}

/** Things of a file that are drawn. */
export interface TimelineItem {
  /** Valid for this model alone: its place in the columns. */
  readonly id: number;
  readonly key: number;
  readonly kind: ItemKind;
  readonly from: Instant;
  readonly until: Instant;
  readonly fromWall: number;
  readonly untilWall: number;
  /** From 0; a gap stands across all. */
  readonly lane: number;
  /** What tells it from its neighbors; `''` where nothing does. */
  readonly label: string;
  readonly seats: number | undefined;
  readonly needed: number | undefined;
  readonly line: number;
  readonly file: number;
  readonly isEnding: boolean;
}

export function newColumns(length: number): ItemColumns {
  const floats = (): Float64Array => new Float64Array(length);
  return {
    kind: new Uint8Array(length),
    from: floats(),
    until: floats(),
    fromWall: floats(),
    untilWall: floats(),
    lane: new Uint8Array(length),
    isEnding: new Uint8Array(length),
    seats: floats(),
    needed: floats(),
    line: new Uint32Array(length),
    file: new Uint32Array(length),
    key: floats(),
  };
}

export function kindAt({ kind }: ItemColumns, id: number): ItemKind {
  return itemKinds[kind[id]!]!;
}

/** `labels`: side by side with the columns. */
export function itemAt(columns: ItemColumns, labels: readonly string[], id: number): TimelineItem {
  return {
    id,
    key: columns.key[id]!,
    kind: kindAt(columns, id),
    from: columns.from[id]!,
    until: columns.until[id]!,
    fromWall: columns.fromWall[id]!,
    untilWall: columns.untilWall[id]!,
    lane: columns.lane[id]!,
    label: labels[id]!,
    seats: unlessNaN(columns.seats[id]!),
    needed: unlessNaN(columns.needed[id]!),
    line: columns.line[id]!,
    file: columns.file[id]!,
    isEnding: columns.isEnding[id] === 1,
  };
}

/** A hole or a lack: what is never merged away, and what `g` goes to. */
export function isLack(kind: ItemKind): boolean {
  return kind.endsWith('gap') || kind === 'shortfall';
}

/** One that stands across all lanes. */
export function isGap(kind: ItemKind): boolean {
  return kind.endsWith('gap');
}

function unlessNaN(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
