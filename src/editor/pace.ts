// Runs one action for many reasons at once: right away for what a person does, now and then for what comes by itself.

export interface Pace {
  /** Right after what is going on. */
  soon(): void;
  /** Not before the action has rested: the longer it takes, the longer. */
  calmly(): void;
  dispose(): void;
}

/** The shortest rest, in ms. */
const shortest = 250;

/** The rest is this many times as long as the action took, so that most of the time is left for others. */
const share = 4;

/** `now`: a clock that never goes back, in ms. */
export function createPace(action: () => Promise<void>, now = (): number => performance.now()): Pace {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let rested = Number.NEGATIVE_INFINITY;
  let isDisposed = false;
  /** Somebody waits for the action, which is under way, to be done and rested. */
  let isWaiting = false;
  const run = async (): Promise<void> => {
    due = Number.POSITIVE_INFINITY;
    rested = Number.POSITIVE_INFINITY;
    const start = now();
    try {
      await action();
    } finally {
      const end = now();
      rested = end + Math.max(shortest, share * (end - start));
      if (isWaiting) calmly();
    }
  };
  const at = (time: number): void => {
    if (isDisposed || time >= due) return;
    due = time;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), Math.max(0, time - now()));
  };
  const calmly = (): void => {
    isWaiting = rested === Number.POSITIVE_INFINITY;
    if (!isWaiting) at(Math.max(rested, now()));
  };
  return {
    soon: () => {
      isWaiting = false;
      at(now());
    },
    calmly,
    dispose: () => {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}
