// Makes a picture of the picture, for a file or the clipboard.
import type { TimelineModel } from '../core/timeline';
import { type PictureOptions, svgPages, svgText } from '../core/timeline/export-svg';
import type { PictureRequest } from '../core/timeline/messages';
import { printTheme, type Theme, themeColors } from '../core/timeline/style';
import { measure } from './measure';

/** Which rows, what time, how wide. */
export type Part = Pick<PictureOptions, 'order' | 'shown' | 'width'>;

/** SVG as text, PNG as bytes by the page. Rejects where no picture can be made, as of several pages for the clipboard. */
export async function makePicture(
  model: TimelineModel,
  part: Part,
  { format, scale, theme, model: instead }: PictureRequest,
): Promise<string | readonly ArrayBuffer[]> {
  const shown = instead ?? model;
  const options = { ...part, measure, theme: theme === 'print' ? printTheme : themeNow() };
  if (format === 'svg') return svgText(shown, options).text;
  const pages = svgPages(shown, options, scale);
  if (format === 'clipboard') {
    if (pages.length > 1) throw new Error('too large');
    const blob = await pngOf(pages[0]!, scale);
    // The browser takes nothing from a page without the focus, which may be on its way.
    if (!document.hasFocus()) await new Promise(resolve => addEventListener('focus', resolve, { once: true }));
    await navigator.clipboard.write([new ClipboardItem({ [blob.type]: blob })]);
    return '';
  }
  const made: ArrayBuffer[] = [];
  // One at a time: each takes much memory while it is drawn.
  for (const page of pages) made.push(await (await pngOf(page, scale)).arrayBuffer());
  return made;
}

/** The colors that the theme has now. */
function themeNow(): Theme {
  const style = getComputedStyle(document.body);
  const colors = themeColors.map(name => [name, style.getPropertyValue(`--vscode-${name}`).trim()]);
  return { ...Object.fromEntries(colors), fontFamily: style.fontFamily };
}

async function pngOf(
  { text, width, height }: { readonly text: string; readonly width: number; readonly height: number },
  scale: number,
): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
