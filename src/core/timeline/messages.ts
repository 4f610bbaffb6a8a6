// The messages between the timeline's view and its host, and the checks that let none other through.
import type { TimelineModel } from '../timeline';

/** Version of the protocol; both sides are of one build, so another version is an accident or an attack. */
const v = 1;

export type HostMessage =
  /** Everything there is to draw. Each has a number of its own; ids count for that number alone. */
  | {
      readonly v: 1;
      readonly t: 'init';
      readonly seq: number;
      readonly model: TimelineModel;
      readonly isStale: boolean;
    }
  /** The cursor has moved onto an item. */
  | { readonly v: 1; readonly t: 'select'; readonly seq: number; readonly id: number }
  /** A picture of the picture is wanted. */
  | { readonly v: 1; readonly t: 'export'; readonly seq: number; readonly picture: PictureRequest };

export interface PictureRequest {
  readonly format: 'svg' | 'png' | 'clipboard';
  /** How many pixels of a PNG one of the view is. */
  readonly scale: 1 | 2;
  /** `print`: black on white, with hatches that print. */
  readonly theme: 'shown' | 'print';
  /** Drawn in place of the model that the view has, as one without names; `null`: that one. */
  readonly model: TimelineModel | null;
}

/** What a person may ask of the host from within the view. */
export const actions = [
  ...(['fix', 'insert'] as const),
  ...(['export', 'example', 'problems', 'all-files', 'one-file'] as const),
];
export type Action = (typeof actions)[number];

export type ViewMessage =
  /** The view listens and wants a model. */
  | { readonly v: 1; readonly t: 'ready' }
  /** The model with this number is drawn. */
  | { readonly v: 1; readonly t: 'ack'; readonly seq: number }
  /** Show where the item stands; `focus`: and go there. */
  | { readonly v: 1; readonly t: 'reveal'; readonly seq: number; readonly id: number; readonly focus: boolean }
  /** `id`: `null` where it is about no item. */
  | { readonly v: 1; readonly t: 'action'; readonly seq: number; readonly id: number | null; readonly kind: Action }
  /** The picture that was asked for: SVG as text, PNG as bytes by the page; `null`: it could not be made. */
  | {
      readonly v: 1;
      readonly t: 'exported';
      readonly seq: number;
      readonly format: PictureRequest['format'];
      readonly data: string | readonly ArrayBuffer[] | null;
    };

/** The longest picture that the host takes, in bytes or UTF-16 units. */
export const mostExported = 64_000_000;
/** The most pages of a picture. */
const mostPages = 100;

/** A message from the host, which is trusted: only its outer form is checked. */
export function hostMessage(value: unknown): HostMessage | undefined {
  if (!isRecord(value) || value.v !== v || !isCount(value.seq)) return undefined;
  if (value.t === 'select') return isCount(value.id) ? (value as HostMessage) : undefined;
  if (value.t === 'export') return isRecord(value.picture) ? (value as HostMessage) : undefined;
  return value.t === 'init' && isRecord(value.model) ? (value as HostMessage) : undefined;
}

/** A message from the view, which may have been taken over by what it shows: every field is checked, nothing more is let in. */
export function viewMessage(value: unknown): ViewMessage | undefined {
  if (!isRecord(value) || value.v !== v) return undefined;
  const { t, seq } = value;
  if (t === 'ready') return hasOnly(value, 'v', 't') ? { v, t } : undefined;
  if (!isCount(seq)) return undefined;
  switch (t) {
    case 'ack':
      return hasOnly(value, 'v', 't', 'seq') ? { v, t, seq } : undefined;
    case 'reveal': {
      const { id, focus } = value;
      if (!hasOnly(value, 'v', 't', 'seq', 'id', 'focus') || !isCount(id) || typeof focus !== 'boolean')
        return undefined;
      return { v, t, seq, id, focus };
    }
    case 'action': {
      const { id, kind } = value;
      if (!hasOnly(value, 'v', 't', 'seq', 'id', 'kind') || !isAction(kind) || !(id === null || isCount(id)))
        return undefined;
      return { v, t, seq, id, kind };
    }
    case 'exported': {
      const { format, data } = value;
      if (!hasOnly(value, 'v', 't', 'seq', 'format', 'data') || !isFormat(format) || !isPicture(data)) return undefined;
      return { v, t, seq, format, data };
    }
    default:
      return undefined;
  }
}

function isAction(value: unknown): value is Action {
  return (actions as readonly unknown[]).includes(value);
}

function isFormat(value: unknown): value is PictureRequest['format'] {
  return value === 'svg' || value === 'png' || value === 'clipboard';
}

function isPicture(value: unknown): value is string | readonly ArrayBuffer[] | null {
  if (typeof value === 'string') return value.length <= mostExported;
  if (value === null) return true;
  // One that has holes is none either.
  if (!Array.isArray(value) || value.length === 0 || value.length > mostPages) return false;
  let size = 0;
  for (const page of value as readonly unknown[]) {
    if (!(page instanceof ArrayBuffer)) return false;
    size += page.byteLength;
  }
  return size <= mostExported;
}

/** What the view remembers when its panel is hidden or the window reloaded. */
export interface ViewState {
  readonly v: 1;
  /** The number of the file that it was about. */
  readonly file: number;
  /** The shown time; `null`: all of it, whatever that is. */
  readonly shown: { readonly from: number; readonly until: number } | null;
  /** The key of the selected item. */
  readonly selected: number | null;
  /** How far down the rows are scrolled, in pixels. */
  readonly top: number;
  readonly filter: string;
  readonly gapsOnly: boolean;
  readonly sort: Sort;
  /** `null`: as the width and the screen reader ask for. */
  readonly table: boolean | null;
}

export const sorts = ['gap', 'expiry', 'name'] as const;
export type Sort = (typeof sorts)[number];

/** The most characters of a filter. */
export const longestFilter = 200;

export function viewState(value: unknown): ViewState | undefined {
  if (!isRecord(value) || value.v !== v) return undefined;
  if (!hasOnly(value, 'v', 'file', 'shown', 'selected', 'top', 'filter', 'gapsOnly', 'sort', 'table')) return undefined;
  const { file, shown, selected, top, filter, gapsOnly, sort, table } = value;
  if (!isCount(file) || !(shown === null || isShown(shown)) || !(selected === null || isCount(selected)))
    return undefined;
  if (typeof top !== 'number' || !(top >= 0 && top < 1e9) || typeof gapsOnly !== 'boolean') return undefined;
  if (typeof filter !== 'string' || filter.length > longestFilter) return undefined;
  if (!(table === null || typeof table === 'boolean') || !isSort(sort)) return undefined;
  return { v, file, shown, selected, top, filter, gapsOnly, sort, table };
}

export function isSort(value: unknown): value is Sort {
  return (sorts as readonly unknown[]).includes(value);
}

function isShown(value: unknown): value is NonNullable<ViewState['shown']> {
  if (!isRecord(value) || !hasOnly(value, 'from', 'until')) return false;
  const { from, until } = value;
  return isInstant(from) && isInstant(until) && from < until;
}

/** What VS Code hands a command of the context menu: ids again, and nothing that is not checked. */
export function menuTarget(value: unknown): { readonly seq: number; readonly id: number } | undefined {
  if (!isRecord(value)) return undefined;
  const { timelineSeq: seq, timelineItem: id } = value;
  return isCount(seq) && isCount(id) ? { seq, id } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15;
}

function hasOnly(value: Record<string, unknown>, ...keys: readonly string[]): boolean {
  return Object.keys(value).length === keys.length && keys.every(key => Object.hasOwn(value, key));
}
