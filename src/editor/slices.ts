// Runs long work of the core in slices, so that the extension host can do something else between them.
import type { Steps } from '../core/steps';

/** How long a slice lasts at most, apart from the step that ends it; in ms. */
export const sliceLength = 15;

/** The result, or `undefined` once `isStale` says that nobody wants it any more. What is short is done before the first wait. */
export async function inSlices<T>(steps: Steps<T>, isStale: () => boolean = () => false): Promise<T | undefined> {
  for (;;) {
    const start = performance.now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() - start < sliceLength);
    await pause();
    if (isStale()) return undefined;
  }
}

/** Lets all others have their turn, for so many ms at least. */
export function pause(ms = 0): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
