// The messages between the timeline's view and its host, and the checks that let none other through.
import type { TimelineModel } from './timeline';

/** Version of the protocol; both sides are of one build, so another version is an accident or an attack. */
const v = 1;

export type HostMessage =
  /** Everything there is to draw. Each has a number of its own; ids count for that number alone. */
  | { readonly v: 1; readonly t: 'init'; readonly seq: number; readonly model: TimelineModel; readonly words: Words }
  /** The cursor has moved onto an item. */
  | { readonly v: 1; readonly t: 'select'; readonly seq: number; readonly id: number };

export type ViewMessage =
  /** The view listens and wants a model. */
  | { readonly v: 1; readonly t: 'ready' }
  /** The model with this number is drawn. */
  | { readonly v: 1; readonly t: 'ack'; readonly seq: number }
  /** Show where the item stands; `focus`: and go there. */
  | { readonly v: 1; readonly t: 'reveal'; readonly seq: number; readonly id: number; readonly focus: boolean };

/** What the view says by itself, by name. */
export type Words = Readonly<Record<string, string>> & { readonly months: string };

/** A message from the host, which is trusted: only its outer form is checked. */
export function hostMessage(value: unknown): HostMessage | undefined {
  if (!isRecord(value) || value.v !== v || !isCount(value.seq)) return undefined;
  if (value.t === 'select') return isCount(value.id) ? (value as HostMessage) : undefined;
  return value.t === 'init' && isRecord(value.model) && isRecord(value.words) ? (value as HostMessage) : undefined;
}

/** A message from the view, which may have been taken over by what it shows: every field is checked, nothing more is let in. */
export function viewMessage(value: unknown): ViewMessage | undefined {
  if (!isRecord(value) || value.v !== v) return undefined;
  const { t, seq, id, focus } = value;
  if (t === 'ready') return hasOnly(value, 'v', 't') ? { v, t } : undefined;
  if (t === 'ack') return hasOnly(value, 'v', 't', 'seq') && isCount(seq) ? { v, t, seq } : undefined;
  if (t !== 'reveal' || !hasOnly(value, 'v', 't', 'seq', 'id', 'focus')) return undefined;
  return isCount(seq) && isCount(id) && typeof focus === 'boolean' ? { v, t, seq, id, focus } : undefined;
}

/** What the view remembers when its panel is hidden or the window reloaded. */
export interface ViewState {
  readonly v: 1;
  /** The number of the file that it was about. */
  readonly file: number;
  /** The shown time; `null`: all of it, whatever that is. */
  readonly shown: { readonly from: number; readonly until: number } | null;
  /** The key of the selected item. */
  readonly selected: string | null;
}

export function viewState(value: unknown): ViewState | undefined {
  if (!isRecord(value) || value.v !== v || !hasOnly(value, 'v', 'file', 'shown', 'selected')) return undefined;
  const { file, shown, selected } = value;
  if (!isCount(file) || (shown !== null && !isShown(shown))) return undefined;
  if (selected !== null && (typeof selected !== 'string' || selected.length > 1_000)) return undefined;
  return { v, file, shown, selected };
}

function isShown(value: unknown): value is NonNullable<ViewState['shown']> {
  if (!isRecord(value) || !hasOnly(value, 'from', 'until')) return false;
  const { from, until } = value;
  return isInstant(from) && isInstant(until) && from < until;
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
