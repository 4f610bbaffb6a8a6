// Long work in steps, so that an editor can do something else between them.

/** Work that stops now and then, at each `yield`; its result comes at the end. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What `make` makes of each item, a hundred in a step: for what takes its time with each. */
export function* mapInSteps<T, U>(items: readonly T[], make: (item: T) => U): Steps<U[]> {
  const made: U[] = [];
  for (const item of items) {
    made.push(make(item));
    if (made.length % 100 === 0) yield;
  }
  return made;
}
