// How the drawing looks: one style sheet for the view, where the theme fills in the colors, and for exports, where they are written in.

/** The colors that a drawing is made of, by the names of VS Code's theme. */
export const themeColors = [
  ...(['editor-foreground', 'editor-background', 'focusBorder'] as const),
  ...(['charts-blue', 'charts-red', 'charts-green', 'charts-purple'] as const),
];

export type Theme = Readonly<Record<(typeof themeColors)[number], string>> & { readonly fontFamily: string };

/** For paper: black on white, told apart by hatches and outlines alone. */
export const printTheme: Theme = {
  'editor-foreground': '#000000',
  'editor-background': '#ffffff',
  focusBorder: '#000000',
  'charts-blue': '#000000',
  'charts-red': '#000000',
  'charts-green': '#000000',
  'charts-purple': '#000000',
  fontFamily: 'sans-serif',
};

/** In pixels. */
export const fontSize = 12;

/** The colors by their names in the rules below, where each stands as `@red`. */
const colors: Readonly<Record<string, (typeof themeColors)[number]>> = {
  foreground: 'editor-foreground',
  background: 'editor-background',
  blue: 'charts-blue',
  red: 'charts-red',
  green: 'charts-green',
  purple: 'charts-purple',
};

const rules = `
text { fill: @foreground; font-size: ${fontSize}px; }
.major, .product, .gap-label { font-weight: 600; }
.tick, .grid-line, .row-line { stroke: @foreground; stroke-opacity: 0.16; fill: none; }
.today { stroke: @foreground; stroke-dasharray: 2 3; }
.today-mark { fill: @foreground; }
.now-box { fill: @background; stroke: @foreground; stroke-opacity: 0.6; }
.gutter { fill: @background; }
.status { fill: none; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.status.gap, .status.short, .status.possible { stroke: @red; }
.status.possible { stroke-dasharray: 3 2.5; }
.status.pending { stroke: @purple; }
.status.ok { stroke: @green; }
.status.ended { stroke: @foreground; }
.hit { fill: transparent; }
.item.term .shape { fill: @blue; fill-opacity: var(--fill, 0.22); stroke: @blue; stroke-width: 1.2; }
.item.term.perpetual .shape { fill: @green; stroke: @green; }
.item.term.past .shape { fill-opacity: 0.08; }
.item.term.ending .shape { stroke-width: 2.4; }
.cap { stroke: @blue; stroke-width: 1.2; }
.item.term.past .cap { stroke-width: 4; }
.arrow { fill: none; stroke: @blue; stroke-width: 2; }
.item.perpetual .arrow { stroke: @green; }
.torn { fill: none; stroke: @foreground; stroke-width: 1.4; }
.hourglass { fill: none; stroke: @foreground; stroke-width: 1.4; stroke-linejoin: round; }
.item.pending-term .shape { fill: transparent; stroke: @purple; stroke-width: 1.2; stroke-dasharray: 5 3; }
.item.pending-term .hatch, .item.pending-gap .hatch { fill: url(#hatch-pending); }
.item.pending-gap:not(.merged) .hatch { fill: none; }
.item.pending-term .cap { stroke: @purple; }
.item.pending-term .arrow { stroke: @purple; }
.item.gap .shape, .item.possible-gap .shape, .item.accepted-gap .shape, .item.shortfall .shape {
  fill: @background; stroke: @red; stroke-width: 1.4; stroke-dasharray: 4 2;
}
.item.gap .hatch, .item.shortfall .hatch { fill: url(#hatch-gap); }
.item.possible-gap .shape { stroke-dasharray: 1.5 3; }
.item.possible-gap .hatch { fill: url(#hatch-possible); }
.item.accepted-gap .shape { stroke: @foreground; }
.item.accepted-gap .hatch { fill: url(#hatch-accepted); }
.item.pending-gap .shape { fill: transparent; stroke: @purple; stroke-width: 1.4; }
.item.invalid .shape { fill: @background; stroke: @red; stroke-width: 1.6; stroke-linejoin: round; stroke-linecap: round; }
.marker { fill: @red; }
.item.possible-gap .marker { fill: none; stroke: @red; }
.item.pending-gap .marker { fill: @purple; }
.item.accepted-gap .marker { fill: none; stroke: @foreground; }
.label, .gap-label { paint-order: stroke; stroke: @background; stroke-width: 3px; stroke-linejoin: round; }
.gap-label { stroke-width: 4px; }
.seats-line { fill: none; stroke: @purple; stroke-width: 1.6; }
.seats-needed { fill: none; stroke: @foreground; stroke-width: 1.2; stroke-dasharray: 5 3; }
.seats-most { font-size: 10px; }
.hatch-gap path { stroke: @red; stroke-width: 1.6; }
.hatch-possible path { stroke: @red; stroke-width: 2; stroke-dasharray: 2 2.5; }
.hatch-pending path { stroke: @purple; }
.hatch-accepted path { stroke: @foreground; }
.density { fill: @blue; fill-opacity: 0.35; stroke: @blue; }
.overview-gap { fill: @red; }
`;

/** The rules of the picture itself, with the colors of the theme as variables. */
export const pictureStyle = painted(name => `var(--vscode-${name})`);

/** The same with the colors of a theme in it, for a file that stands alone. A value that is no color is black. */
export function resolvedStyle(theme: Theme): string {
  const style = painted(name => {
    const value = theme[name];
    return /^(?:#[0-9a-f]{3,8}|rgba?\([\d\s.,%/]+\)|color\([\w\s.%/-]+\))$/i.test(value) ? value : '#000000';
  });
  const family = /^[\w\s,."'-]+$/.test(theme.fontFamily) ? theme.fontFamily : 'sans-serif';
  return `text { font-family: ${family}; }${style.replace(/var\(--fill, ([\d.]+)\)/g, '$1')}`;
}

function painted(color: (name: (typeof themeColors)[number]) => string): string {
  return rules.replace(/@(\w+)/g, (_, name: string) => color(colors[name]!));
}
