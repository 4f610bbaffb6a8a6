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
