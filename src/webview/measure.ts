// How wide a text is, in the fonts of the picture.
import type { Measure } from '../core/timeline/shape';
import { fontSize } from '../core/timeline/style';

const context = document.createElement('canvas').getContext('2d');
/** By weight and text. */
let known = new Map<string, number>();
let family = '';
/** Some people have letters and words set wider; in pixels. */
let [letterSpacing, wordSpacing] = ['0px', '0px'];
/** Texts come and go while a picture is zoomed; beyond this many all are measured anew. */
const mostKnown = 50_000;

/** Takes over the fonts of the theme, which may have changed; to be called before a picture is drawn. */
export function readFonts(): void {
  const now = getComputedStyle(document.body);
  const letters = now.letterSpacing === 'normal' ? '0px' : now.letterSpacing;
  const isSame = now.fontFamily === family && letters === letterSpacing && now.wordSpacing === wordSpacing;
  if (isSame && known.size < mostKnown) return;
  [family, letterSpacing, wordSpacing] = [now.fontFamily, letters, now.wordSpacing];
  known = new Map();
}

export const measure: Measure = (text, weight) => {
  const key = `${weight}${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (context) {
    context.font = `${weight === 'bold' ? 600 : 400} ${fontSize}px ${family}`;
    Object.assign(context, { letterSpacing, wordSpacing });
  }
  const width = context?.measureText(text).width ?? text.length * fontSize;
  known.set(key, width);
  return width;
};
