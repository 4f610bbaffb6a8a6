// Gathers what comes in bursts and hands it over now and then: each item once, and the next ones when those are done with.

export interface Gathering<T> {
  add(item: T): void;
  /** Hands over what there is; resolves when nothing is left. */
  settled(): Promise<void>;
  /** Nothing is handed over any more. */
  dispose(): void;
}

/** `beat`: how long is gathered, in ms; `give` must not reject. */
export function gather<T>(
  keyOf: (item: T) => string,
  give: (items: readonly T[]) => Promise<void>,
  beat = 100,
): Gathering<T> {
  const waiting = new Map<string, T>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giving: Promise<void> | undefined;
  let isDisposed = false;
  const schedule = (): void => {
    if (!isDisposed && !giving && waiting.size > 0) timer ??= setTimeout(handOver, beat);
  };
  const handOver = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const items = [...waiting.values()];
    waiting.clear();
    giving = give(items).finally(() => {
      giving = undefined;
      schedule();
    });
  };
  return {
    add: item => {
      waiting.set(keyOf(item), item);
      schedule();
    },
    settled: async () => {
      while (!isDisposed && (giving || waiting.size > 0)) {
        if (!giving) handOver();
        await giving;
      }
    },
    dispose: () => {
      isDisposed = true;
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
