// How wide a text is, in the fonts of the picture.

/** In pixels; the style sheet says the same. */
const fontSize = 12;

export type Weight = 'normal' | 'bold';

const context = document.createElement('canvas').getContext('2d');
let family = '';

/** Takes over the fonts of the theme, which may have changed; to be called before a picture is drawn. */
export function readFonts(): void {
  family = getComputedStyle(document.body).fontFamily;
}

/** In pixels. */
export function widthOf(text: string, weight: Weight): number {
  if (!context) return text.length * fontSize;
  context.font = `${weight === 'bold' ? 600 : 400} ${fontSize}px ${family}`;
  return context.measureText(text).width;
}

/** As much of a text as fits into a width, with an ellipsis for the rest; nothing where not even two characters fit. */
export function clipped(text: string, width: number, weight: Weight = 'normal'): string {
  if (widthOf(text, weight) <= width) return text;
  const points = [...text];
  let low = 0;
  let high = points.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (widthOf(`${points.slice(0, middle).join('')}…`, weight) <= width) low = middle;
    else high = middle;
  }
  return low > 1 ? `${points.slice(0, low).join('').trimEnd()}…` : '';
}
