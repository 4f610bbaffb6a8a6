// Computes the contrasts of a drawn timeline from what its browser has made of the theme; this runs in the page.

export interface Contrast {
  readonly what: string;
  readonly kind: 'graphics' | 'text';
  /** From 1 to 21 (WCAG 2.2, relative luminance). */
  readonly ratio: number;
}

export interface Contrasts {
  /** The theme's own text on its own background, which no theme can be better than. */
  readonly own: number;
  readonly all: readonly Contrast[];
  /** What was to be measured and is not drawn. */
  readonly missing: readonly string[];
}

/** Of a timeline that has an item of every kind. The last key must have been pressed in it, so that the focus is to be seen. */
export function measureContrasts(): Contrasts {
  type Color = readonly [red: number, green: number, blue: number, alpha: number];
  const all: Contrast[] = [];
  const missing: string[] = [];

  const parse = (text: string): Color => {
    const numbers = [...text.replace(/^color\(srgb/, '').matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(Number);
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
    const scale = text.startsWith('color(') ? 255 : 1;
    return /^(?:rgb|color\(srgb )/.test(text) ? [red * scale, green * scale, blue * scale, alpha] : [0, 0, 0, 0];
  };
  const over = (top: Color, under: Color): Color => {
    const mix = (i: 0 | 1 | 2): number => top[i] * top[3] + under[i] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const faded = ([red, green, blue, alpha]: Color, by: string): Color => [red, green, blue, alpha * Number(by)];
  const luminance = (color: Color): number => {
    const linear = (value: number): number =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
  };
  const ratio = (ink: Color, ground: Color): number => {
    const [a, b] = [luminance(over(ink, ground)), luminance(ground)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const note = (kind: Contrast['kind'], what: string, ...ratios: readonly number[]): void => {
    all.push({ kind, what, ratio: Math.max(...ratios) });
  };
  const find = (selector: string): Element | undefined => {
    const element = document.querySelector(selector);
    if (!element) missing.push(selector);
    return element ?? undefined;
  };
  /** What an element of the page stands on, itself included. */
  const groundOf = (element: Element | null): Color => {
    if (!element) return [255, 255, 255, 1];
    const own = parse(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
  };
  const variable = (name: string): Color => {
    const probe = document.createElement('i');
    probe.style.backgroundColor = `var(${name})`;
    document.body.append(probe);
    const color = parse(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return color;
  };

  const page = groundOf(document.body);
  const { color } = getComputedStyle(document.body);
  const strokeOf = (element: Element): Color => {
    const { stroke, strokeOpacity, opacity } = getComputedStyle(element);
    return faded(faded(parse(stroke), strokeOpacity), opacity);
  };
  const fillOf = (element: Element): Color => {
    const { fill, fillOpacity, opacity } = getComputedStyle(element);
    return faded(faded(parse(fill), fillOpacity), opacity);
  };
  const drawn = (what: string, selector: string, ...inks: readonly ((element: Element) => Color)[]): void => {
    const element = find(selector);
    if (element) note('graphics', what, ...inks.map(inkOf => ratio(inkOf(element), page)));
  };
  const idle = ':not(:focus-visible)';

  drawn('bar', `.item.term:not(.past, .perpetual)${idle} > .shape`, strokeOf);
  drawn('bar that is over', '.item.term.past > .shape', strokeOf);
  drawn('bar without end', '.item.term.perpetual > .shape', strokeOf);
  drawn('cap', '.item.term:not(.past) > .cap', strokeOf);
  drawn('arrow', '.item.perpetual > .arrow', strokeOf);
  drawn('torn edge', '.torn', strokeOf);
  drawn('hourglass', '.hourglass', strokeOf);
  drawn('gap', `.item.gap${idle} > .shape`, strokeOf);
  drawn('gap hatch', '.hatch-gap path', strokeOf);
  drawn('gap marker', '.item.gap > .marker', fillOf, strokeOf);
  drawn('possible gap', '.item.possible-gap > .shape', strokeOf);
  drawn('possible hatch', '.hatch-possible path', strokeOf);
  drawn('possible marker', '.item.possible-gap > .marker', fillOf, strokeOf);
  drawn('accepted gap', '.item.accepted-gap > .shape', strokeOf);
  drawn('accepted hatch', '.hatch-accepted path', strokeOf);
  drawn('accepted marker', '.item.accepted-gap > .marker', fillOf, strokeOf);
  drawn('pending license', '.item.pending-term > .shape', strokeOf);
  drawn('pending gap', '.item.pending-gap > .shape', strokeOf);
  drawn('pending hatch', '.hatch-pending path', strokeOf);
  drawn('pending marker', '.item.pending-gap > .marker', fillOf, strokeOf);
  drawn('shortfall', '.item.shortfall > .shape', strokeOf);
  drawn('invalid', '.item.invalid > .shape', strokeOf);
  drawn('seats', '.seats-line', strokeOf);
  drawn('seats required', '.seats-needed', strokeOf);
  drawn('today', '.today', strokeOf);
  drawn('today mark', '.today-mark', fillOf);
  for (const status of ['gap', 'short', 'possible', 'pending', 'ok', 'ended'])
    drawn(`status ${status}`, `.status.${status}`, strokeOf);

  // The strip: what lies outside of the window is shaded.
  const frame = find('#overview .window');
  const shadow = frame && getComputedStyle(frame).boxShadow;
  const shade = shadow ? parse(shadow.replace(/\) .*$/, ')')) : page;
  const gapTick = find('.overview-gap');
  if (gapTick) {
    note('graphics', 'overview gap', ratio(fillOf(gapTick), page));
    const isAbove = gapTick.closest('svg')?.classList.contains('above') ?? false;
    const ground = over(shade, page);
    const ink = over(fillOf(gapTick), page);
    note('graphics', 'overview gap out of view', ratio(isAbove ? ink : over(shade, ink), ground));
  }
  const density = find('.density');
  if (density) note('graphics', 'overview density', ratio(fillOf(density), page), ratio(strokeOf(density), page));
  if (frame) note('graphics', 'overview window', ratio(parse(getComputedStyle(frame).borderTopColor), page));
  const handle = find('.handle');
  if (handle) note('graphics', 'handle', ratio(parse(getComputedStyle(handle, '::before').backgroundColor), page));

  for (const id of ['filter', 'sort']) {
    const field = find(`#${id}`);
    if (field) note('graphics', `edge of ${id}`, ratio(parse(getComputedStyle(field).borderTopColor), page));
  }

  // Of the two layers of a focus ring the better one counts.
  const before = document.activeElement as HTMLElement | null;
  const fit = find('#fit') as HTMLElement | undefined;
  fit?.focus();
  if (fit?.matches(':focus-visible')) {
    const { outlineColor, boxShadow } = getComputedStyle(fit);
    const layers = [outlineColor, ...(boxShadow.match(/(?:rgba?|color)\([^)]*\)/g) ?? [])].map(parse);
    note('graphics', 'focus of a button', ...layers.map(each => ratio(each, page)));
  } else missing.push('#fit with the focus');
  const cell = find('.item.term[data-id]') as SVGElement | undefined;
  cell?.focus();
  const shape = cell?.querySelector('.shape');
  if (cell?.matches(':focus-visible') && shape) {
    const style = getComputedStyle(shape);
    const second = style.outlineStyle === 'none' ? page : parse(style.outlineColor);
    note('graphics', 'focus of an item', ratio(parse(style.stroke), page), ratio(second, page));
  } else missing.push('an item with the focus');
  before?.focus();

  // A button that is pressed is to be told from one that is not.
  const pressed = find('[aria-pressed="true"]');
  const unpressed = find('[aria-pressed="false"]');
  if (pressed && unpressed) {
    const { borderTopColor, outlineStyle, outlineColor } = getComputedStyle(pressed);
    note(
      'graphics',
      'pressed',
      ratio(groundOf(pressed), groundOf(unpressed)),
      ratio(parse(borderTopColor), groundOf(unpressed)),
      outlineStyle === 'none' ? 1 : ratio(parse(outlineColor), groundOf(unpressed)),
    );
  }

  const words = (what: string, selector: string): void => {
    const element = find(selector);
    if (!element) return;
    const bar = element.closest('.item.term, .item.pending-term')?.querySelector('.shape');
    const { paintOrder, strokeWidth } = getComputedStyle(element);
    // What is outlined first stands on its outline.
    const halo = paintOrder === 'stroke' && Number.parseFloat(strokeWidth) >= 3 ? strokeOf(element) : undefined;
    const ground = bar ? over(fillOf(bar), page) : page;
    note('text', what, ratio(fillOf(element), halo ? over(halo, ground) : ground));
  };
  words('label', '.item.term:not(.past, .perpetual) > .label');
  words('label of what is over', '.item.term.past > .label');
  words('label of what has no end', '.item.perpetual > .label');
  words('label of a pending license', '.item.pending-term > .label');
  words('gap label', '.item.gap > .gap-label');
  words('product', '.product');
  words('environment', '.environment');
  words('axis', '.minor');
  words('axis above', '.major');
  words('zone', '.zone');
  words('today', '.now-word');
  words('most seats', '.seats-most');

  const text = (what: string, selector: string, pseudo?: string): void => {
    const element = find(selector);
    if (!element) return;
    const { color: ink, opacity } = getComputedStyle(element, pseudo);
    note('text', what, ratio(faded(parse(ink), pseudo ? opacity : '1'), groundOf(element)));
  };
  text('summary', '#summary');
  text('figure', '.figure');
  text('button', '#fit');
  text('pressed button', '[aria-pressed="true"]');
  text('button of the details', '#open-line');
  text('field', '#filter');
  text('placeholder', '#filter', '::placeholder');
  text('menu', '#sort');
  text('details', '#details');
  text('table', '#table td');
  text('table heading', '#table thead th');
  text('table line', '#table td button');
  text('card', '#card');
  text('help', '#help-dialog kbd');
  const hover = over(variable('--vscode-button-secondaryHoverBackground'), page);
  if (fit) note('text', 'button under the pointer', ratio(parse(getComputedStyle(fit).color), hover));

  return { own: ratio(parse(color), page), all, missing };
}
