// The picture as a file: axis, all rows and a line that says what it is of, as SVG that stands alone.

import { offsetAt } from '../clocks';
import type { Instant } from '../model';
import type { TimelineModel } from '../timeline';
import { withoutFolders } from './anonymous';
import { axisHeight, drawAxis } from './axis';
import { drawLines, drawRows, patterns, type Scene } from './draw';
import { dayOf, summaryOf } from './facts';
import { heightOf, layoutOf } from './layout';
import { clipped, type Measure, type Shape, shape } from './shape';
import { resolvedStyle, type Theme } from './style';
import * as words from './words';
import { xmlOf, xmlText } from './xml';

export interface PictureOptions {
  /** Indexes of the model's rows, from top to bottom. */
  readonly order: readonly number[];
  /** The shown time; half-open. */
  readonly shown: Scene['shown'];
  /** In pixels, names included. */
  readonly width: number;
  readonly measure: Measure;
  readonly theme: Theme;
}

export interface Picture {
  /** A whole SVG document in UTF-8, ready to stand within HTML as well. */
  readonly text: string;
  /** In pixels, whole ones. */
  readonly width: number;
  readonly height: number;
}

/** The longest side of a canvas that every browser can make, in pixels. */
const longestSide = 16_384;

/** Of the lines below the rows, in pixels. */
const lineHeight = 18;
const footRoom = 10;
/** Where the sentence stands that takes the place of rows. */
const emptyHeight = 40;

/** The same bytes for the same model and options, on every machine. Nothing in it reacts, refers to anything else or runs. */
export function svgText(model: TimelineModel, options: PictureOptions): Picture {
  return pictureOf(withoutFolders(model), options, undefined);
}

/** The picture on as many pages as it takes for no side to be longer than 16,384 pixels when drawn `scale` times as large. */
export function svgPages(model: TimelineModel, options: PictureOptions, scale: number): readonly Picture[] {
  const most = Math.floor(longestSide / scale);
  const pages = pagesOf(model, options.order, most);
  const shareable = withoutFolders(model);
  const width = Math.min(options.width, most);
  return pages.map((order, index) =>
    pictureOf(shareable, { ...options, order, width }, pages.length === 1 ? undefined : { index, count: pages.length }),
  );
}

/** Always at least one, each with at least one row if there is any. */
function pagesOf(model: TimelineModel, order: readonly number[], most: number): readonly (readonly number[])[] {
  const room = most - axisHeight - layoutOf(model, []).tops[0]! - footHeight(model);
  const pages: number[][] = [[]];
  let used = 0;
  for (const index of order) {
    const height = heightOf(model.rows[index]!);
    if (used > 0 && used + height > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)!.push(index);
    used += height;
  }
  return pages;
}

/** Which of how many pages; `index` from 0. */
interface Page {
  readonly index: number;
  readonly count: number;
}

function pictureOf(model: TimelineModel, options: PictureOptions, page: Page | undefined): Picture {
  const { order, shown, measure } = options;
  const width = Math.ceil(options.width);
  const layout = layoutOf(model, order);
  const scene: Scene = { model, shown, layout, width, measure, seq: 0, selected: undefined };
  const rowsHeight = order.length === 0 ? emptyHeight : layout.tops.at(-1)!;
  const height = axisHeight + rowsHeight + footHeight(model);
  const rows = order.length === 0 ? [emptySentence(scene)] : drawRows(scene, 0, order.length);
  const drawn = [
    // As the names have it, the color of the ground.
    shape('rect', { class: 'gutter', x: 0, y: 0, width, height }),
    shape('g', { transform: `translate(0 ${axisHeight})` }, drawLines(scene, 0, rowsHeight), ...rows),
    shape('g', {}, ...drawAxis(scene)),
    ...foot(scene, axisHeight + rowsHeight, page),
  ];
  const title = xmlText(words.title(model.title));
  const description = xmlText(summaryOf(model));
  const body = drawn.map(xmlOf).join('\n');
  const style = resolvedStyle(options.theme);
  // A page may hold several pictures, whose styles and hatches must not reach into one another.
  const scope = `lc-${hashOf(`${title}\n${description}\n${style}\n${body}`)}`;
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${scope}" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${title}</title>`,
    `<desc>${description}</desc>`,
    `<style>${scoped(style, scope)}</style>`,
    xmlOf(withIds(patterns(), scope)),
    body,
    '</svg>\n',
  ].join('\n');
  return { text, width, height };
}

function footHeight({ notice }: TimelineModel): number {
  return footRoom + lineHeight * (notice === null ? 1 : 2);
}

/** `licenses.yaml · 22 Nov 2026 · 1 Jan 2026 to 31 Dec 2026`, and what the picture lacks. */
function foot({ model, shown, width, measure }: Scene, top: number, page: Page | undefined): readonly Shape[] {
  const { clocks } = model;
  const wall = (instant: Instant): number => instant + offsetAt(clocks, instant);
  const parts = [
    model.title === '' ? words.allFiles : model.title,
    dayOf(model, model.at),
    words.shownTime(wall(shown.from), wall(shown.until - 1)),
    ...(page ? [words.pageOf(page.index + 1, page.count)] : []),
  ];
  return [parts.join(' · '), ...(model.notice === null ? [] : [model.notice])].map((line, i) =>
    shape('text', { class: 'foot', x: 16, y: top + lineHeight * (i + 1) }, clipped(line, width - 32, measure)),
  );
}

/** Why there are no rows. */
function emptySentence({ model, width, measure }: Scene): Shape {
  const text = model.rows.length > 0 ? words.nothingFound : summaryOf(model);
  return shape('text', { x: 16, y: emptyHeight - 12 }, clipped(text, width - 32, measure));
}

function withIds({ name, attributes, children, key }: Shape, scope: string): Shape {
  const { id } = attributes;
  return {
    name,
    attributes: id === undefined ? attributes : { ...attributes, id: `${scope}-${id}` },
    children: children.map(child => (typeof child === 'string' ? child : withIds(child, scope))),
    key,
  };
}

/** A style sheet that holds for what is within the scope alone. It has no rules within rules. */
function scoped(style: string, scope: string): string {
  return style
    .replace(/[^{}]+(?=\{)/g, selectors =>
      selectors
        .split(',')
        .map(selector => `\n.${scope} ${selector.trim()}`)
        .join(','),
    )
    .replaceAll('url(#', `url(#${scope}-`);
}

/** FNV-1a: eight hexadecimal digits that differ for two texts, but for a rare chance. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
