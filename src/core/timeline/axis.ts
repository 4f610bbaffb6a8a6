// Draws the axis: a coarser unit above a finer one, and now.
import { gutterOf, type Scene } from './draw';
import { place, scaleOf } from './scale';
import { clipped, round, type Shape, shape } from './shape';
import { ticks } from './ticks';
import * as words from './words';

/** In pixels. */
export const axisHeight = 44;

export function drawAxis(scene: Scene): readonly Shape[] {
  const { model, shown, width, measure } = scene;
  const x = scaleOf(scene);
  const gutter = gutterOf(width);
  const { minor, major } = ticks(shown, width - gutter, model.clocks);
  const today = drawToday(scene, x(model.at));
  const drawn: Shape[] = [];
  major.forEach(({ at, label }, i) => {
    // The label of what runs stays in view while its beginning is out of it.
    const right = (major[i + 1] ? x(major[i + 1]!.at) : width) - 4;
    const length = measure(label, 'bold');
    let left = Math.max(x(at), gutter) + 4;
    if (today && left < today.right && left + length > today.left) left = today.right;
    if (left + length <= right) drawn.push(shape('text', { class: 'major', x: round(left), y: 16 }, label));
    if (x(at) >= gutter) drawn.push(shape('path', { class: 'tick', d: `M${round(x(at))} 4V22` }));
  });
  for (const { at, label } of minor) {
    const left = x(at);
    if (left < gutter || left > width) continue;
    drawn.push(shape('path', { class: 'tick', d: `M${round(left)} 26V${axisHeight}` }));
    if (left + 4 + measure(label, 'normal') < width)
      drawn.push(shape('text', { class: 'minor', x: round(left + 4), y: 39 }, label));
  }
  drawn.push(shape('text', { class: 'zone', x: 16, y: 39 }, clipped(model.zone, gutter - 24, measure)));
  return today ? [...drawn, today.root] : drawn;
}

/** The word for now, in the upper line of the axis, and its mark below; `undefined` where now is out of view. */
function drawToday(
  { width, measure }: Scene,
  at: number,
): { readonly root: Shape; readonly left: number; readonly right: number } | undefined {
  const gutter = gutterOf(width);
  if (at < gutter || at > width) return undefined;
  const length = measure(words.today, 'normal') + 12;
  const left = place(at - length / 2, gutter, width - length);
  const root = shape(
    'g',
    { class: 'now' },
    shape('rect', { class: 'now-box', x: round(left), y: 3.5, width: round(length), height: 18, rx: 9 }),
    shape('text', { class: 'now-word', x: round(left + 6), y: 16.5 }, words.today),
    shape('path', { class: 'today-mark', d: `M${round(at - 5)} ${axisHeight - 7}h10l-5 7z` }),
  );
  return { root, left: left - 4, right: left + length + 6 };
}
