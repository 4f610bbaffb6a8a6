// Does something with many items, some at a time.

/** How many files are read at a time. VS Code asks its window before each, so that most of the time is waiting, the more so while other extensions are busy. */
export const atOnce = 500;

/** Resolves when each item has had its turn, or when all that had begun are done after `isStopped` has said so. */
export async function forEachOf<T>(
  items: readonly T[],
  action: (item: T) => Promise<unknown>,
  isStopped: () => boolean = () => false,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length && !isStopped()) await action(items[next++]!);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
}

/** Does one thing after another, whether those before came to a good end or not. */
export function createLane(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
