// The wheel, dragging and pinching: what a pointer does to the shown time.
import { gutterOf } from '../core/timeline/draw';
import type { Chart } from './chart';
import { html } from './dom';
import { panned, type Shown, zoomed } from './viewport';

/** A pointer that moves less than this, in pixels, is a click. */
const leastDrag = 4;

export interface Pointed {
  shown(): Shown;
  all(): Shown;
  /** `isEnd`: the gesture is over with that. */
  show(shown: Shown, isEnd: boolean): void;
  /** A stretch of the axis has been dragged over. */
  zoomTo(shown: Shown): void;
}

export function watchPointers({ element, axis, width }: Chart, pointed: Pointed): void {
  /** Where a pointer is between the names and the right edge; as a share. */
  const shareAt = (clientX: number): number => {
    const gutter = gutterOf(width());
    const share = (clientX - element.getBoundingClientRect().left - gutter) / (width() - gutter);
    return Math.min(Math.max(share, 0), 1);
  };
  const instantAt = (clientX: number): number => {
    const { from, until } = pointed.shown();
    return from + shareAt(clientX) * (until - from);
  };

  let wheeling: ReturnType<typeof setTimeout> | undefined;
  element.addEventListener(
    'wheel',
    event => {
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      const now = pointed.shown();
      if (event.ctrlKey || event.metaKey)
        pointed.show(zoomed(now, 1.0015 ** event.deltaY, instantAt(event.clientX), pointed.all()), false);
      else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY))
        pointed.show(panned(now, sideways / (width() - gutterOf(width())), pointed.all()), false);
      else return;
      event.preventDefault();
      clearTimeout(wheeling);
      wheeling = setTimeout(() => pointed.show(pointed.shown(), true), 250);
    },
    { passive: false },
  );

  const down = new Map<number, number>();
  const band = html('div', { class: 'band', hidden: true });
  axis.append(band);

  axis.addEventListener('pointerdown', event => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    event.stopPropagation();
    const start = event.clientX;
    axis.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void => {
      const left = element.getBoundingClientRect().left;
      band.hidden = Math.abs(moved.clientX - start) < leastDrag;
      band.style.left = `${Math.max(Math.min(start, moved.clientX) - left, gutterOf(width()))}px`;
      band.style.width = `${Math.abs(moved.clientX - start)}px`;
    };
    const end = (ended: PointerEvent): void => {
      axis.removeEventListener('pointermove', move);
      axis.removeEventListener('pointerup', end);
      axis.removeEventListener('pointercancel', end);
      if (ended.type === 'pointerup' && !band.hidden) {
        const [a, b] = [instantAt(start), instantAt(ended.clientX)];
        pointed.zoomTo({ from: Math.min(a, b), until: Math.max(a, b) });
      }
      band.hidden = true;
    };
    axis.addEventListener('pointermove', move);
    axis.addEventListener('pointerup', end);
    axis.addEventListener('pointercancel', end);
  });

  element.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    down.set(event.pointerId, event.clientX);
    if (down.size > 2) return;
    const before = pointed.shown();
    const starts = new Map(down);
    let isDragging = false;
    const move = (moved: PointerEvent): void => {
      if (!down.has(moved.pointerId)) return;
      down.set(moved.pointerId, moved.clientX);
      if (down.size !== starts.size) return;
      const by = [...down].map(([id, x]) => x - (starts.get(id) ?? x));
      if (!isDragging && by.every(each => Math.abs(each) < leastDrag)) return;
      if (!isDragging) element.setPointerCapture(moved.pointerId);
      isDragging = true;
      pointed.show(gesture([...starts.values()], [...down.values()], before), false);
    };
    const end = (ended: PointerEvent): void => {
      down.delete(ended.pointerId);
      element.removeEventListener('pointermove', move);
      if (down.size > 0) return;
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', end);
      if (!isDragging) return;
      pointed.show(ended.type === 'pointercancel' ? before : pointed.shown(), true);
      // What was dragged is not clicked.
      element.addEventListener('click', event => event.stopPropagation(), { capture: true, once: true });
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
  });

  /** One pointer moves the time along, two stretch it between them. */
  const gesture = (starts: readonly number[], ends: readonly number[], before: Shown): Shown => {
    const plot = width() - gutterOf(width());
    const middle = (places: readonly number[]): number => places.reduce((sum, place) => sum + place, 0) / places.length;
    const moved = panned(before, -(middle(ends) - middle(starts)) / plot, pointed.all());
    if (starts.length < 2) return moved;
    const spread = (places: readonly number[]): number => Math.max(Math.abs(places[0]! - places[1]!), 10);
    const around = moved.from + shareAt(middle(ends)) * (moved.until - moved.from);
    return zoomed(moved, spread(starts) / spread(ends), around, pointed.all());
  };
}
