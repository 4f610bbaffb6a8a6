// Draws how many seats there are and how many are required: a line that steps, and a dashed one.
import { mostSeats, type SeatStep } from './contents';
import { gutterOf, type Scene } from './draw';
import { seatsHeight } from './layout';
import { place, scaleOf } from './scale';
import { round, type Shape, shape } from './shape';

/** Room above and below the lines, in pixels. */
const margin = 4;

/** `top`: of the band, in pixels. The highest number of seats is at its top; unlimited is there too. */
export function drawSteps(scene: Scene, steps: readonly SeatStep[], top: number): readonly Shape[] {
  const { shown, width } = scene;
  const gutter = gutterOf(width);
  const x = scaleOf(scene);
  const most = mostSeats(steps);
  const bottom = top + seatsHeight - margin;
  const y = (count: number | 'unlimited'): number =>
    round(bottom - ((count === 'unlimited' ? most : count) / most) * (seatsHeight - 2 * margin));
  const seen = steps.filter(({ from, until }) => from < shown.until && until > shown.from);
  const pathOf = (of: (step: SeatStep) => number | 'unlimited' | null): string => {
    let path = '';
    let end: number | undefined;
    for (const step of seen) {
      const count = of(step);
      if (count === null) {
        end = undefined;
        continue;
      }
      const left = round(place(x(step.from), gutter, width));
      path += end === left ? `V${y(count)}` : `M${left} ${y(count)}`;
      end = round(place(x(step.until), gutter, width));
      path += `H${end}`;
    }
    return path;
  };
  const seats = pathOf(step => step.seats);
  const needed = pathOf(step => step.needed);
  return [
    shape(
      'g',
      { class: 'seats', 'aria-hidden': 'true' },
      ...(needed === '' ? [] : [shape('path', { class: 'seats-needed', d: needed })]),
      ...(seats === '' ? [] : [shape('path', { class: 'seats-line', d: seats })]),
    ),
  ];
}
