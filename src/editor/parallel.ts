// Does something with many items, a few at a time.

/** How many files are read at a time: enough to keep a disk or a connection busy, too few to fill the memory. */
export const atOnce = 16;

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
