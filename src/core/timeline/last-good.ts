// The last picture of a text that is torn while someone types in it.
import type { Timeline } from '../timeline';

/** What was drawn before, with the problems of today's text: numbers of items lead to the old places, those of problems to the new ones. */
export function withProblems(good: Timeline, now: Timeline): Timeline {
  const first = good.model.labels.length;
  const today = now.model.problems;
  return {
    ...good,
    model: { ...good.model, problems: today.map(({ text }, i) => ({ text, id: first + i })) },
    placeOf: id => {
      if (id < first) return good.placeOf(id);
      const problem = today[id - first];
      return problem && now.placeOf(problem.id);
    },
  };
}

/** What was drawn before, with something to be said of it as a whole. */
export function withNotice(timeline: Timeline, notice: string): Timeline {
  return { ...timeline, model: { ...timeline.model, notice } };
}

/** Whether it shows all that a text says, and so may stand in for what can't be read. */
export function isWhole({ model: { state, problems } }: Timeline): boolean {
  return state === 'ok' && problems.length === 0;
}
