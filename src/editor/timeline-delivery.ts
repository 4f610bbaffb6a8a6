// Brings pictures to the view one at a time, the latest first, and notices when nobody takes them any more.

export interface Delivery {
  /** There is something new to see. */
  update(): void;
  /** The view has begun to listen, and knows nothing yet. */
  listen(): void;
  /** The view has drawn the picture of this number. */
  acknowledge(seq: number): void;
  /** A view that is hidden is gone; when it is back it says so itself. */
  hide(): void;
  /** Resolves when the view shows the latest; never, if it never does. */
  whenShown(): Promise<void>;
  dispose(): void;
}

export interface DeliveryOptions {
  /** Sends the latest; answers its number and how long drawing it may take, in ms. */
  send(): { readonly seq: number; readonly patience: number };
  /** Whether a person could see the view now: a window in the background may draw nothing for hours. */
  isWatched(): boolean;
  /** Twice in turn nothing was drawn. */
  fail(): void;
}

export function createDelivery({ send, isWatched, fail }: DeliveryOptions): Delivery {
  let isListening = false;
  let isDue = true;
  let last = 0;
  let drawn = 0;
  let missed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void)[] = [];

  const next = (): void => {
    if (!isListening || timer !== undefined || !isDue) return;
    isDue = false;
    const { seq, patience } = send();
    last = seq;
    timer = setTimeout(miss, patience);
  };
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const miss = (): void => {
    timer = undefined;
    if (isWatched()) {
      missed++;
      isDue = true;
    }
    if (missed < 2) next();
    else {
      isListening = false;
      missed = 0;
      fail();
    }
  };
  return {
    update: () => {
      isDue = true;
      next();
    },
    listen: () => {
      stop();
      isListening = true;
      isDue = true;
      next();
    },
    acknowledge: seq => {
      if (seq <= drawn || seq > last) return;
      drawn = seq;
      // One that comes late is a sign of life too.
      missed = 0;
      if (seq < last) return;
      stop();
      next();
      if (timer !== undefined) return;
      for (const tell of waiting) tell();
      waiting = [];
    },
    hide: () => {
      stop();
      isListening = false;
      isDue = true;
      missed = 0;
    },
    whenShown: () =>
      isListening && !isDue && drawn === last ? Promise.resolve() : new Promise(resolve => waiting.push(resolve)),
    dispose: stop,
  };
}
