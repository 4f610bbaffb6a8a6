// Finds a place in a list that is in order, in as many steps as its length has digits.

/** The index of the first item of which `is` holds, which then must hold of all after it; the length where there is none. */
export function firstIndex<T>(items: readonly T[], is: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
