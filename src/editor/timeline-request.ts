// Asks the view for a picture, one at a time, and takes the answer to that alone.
import type { PictureRequest, ViewMessage } from '../core/timeline/messages';

/** How long a picture may take, in ms. */
const patience = 20_000;

type Answer = Extract<ViewMessage, { t: 'exported' }>;
/** SVG as text, PNG as bytes; `null`: it could not be made; `undefined`: nothing has come. */
export type PictureData = Answer['data'] | undefined;

export interface PictureRequests {
  /**
   * `send`: posts the request, when the view can take it, and answers with the number of the model that it is about. Once another is asked
   * for, this one is never answered.
   */
  ask(request: PictureRequest, send: () => Promise<number>): Promise<PictureData>;
  /** Answers whether it was asked for. */
  answer(message: Answer): boolean;
  dispose(): void;
}

export function createPictureRequests(): PictureRequests {
  let asked: { readonly format: PictureRequest['format']; seq?: number; end(data: PictureData): void } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Whoever asks again waits for the new one alone.
  const forget = (): void => {
    clearTimeout(timer);
    asked = undefined;
  };
  return {
    ask: ({ format }, send) =>
      new Promise(resolve => {
        forget();
        const own: typeof asked = {
          format,
          end: data => {
            forget();
            resolve(data);
          },
        };
        asked = own;
        timer = setTimeout(own.end, patience, undefined);
        void send().then(seq => {
          own.seq = seq;
        });
      }),
    answer: ({ seq, format, data }) => {
      if (asked?.seq !== seq || asked.format !== format) return false;
      asked.end(data);
      return true;
    },
    dispose: forget,
  };
}
