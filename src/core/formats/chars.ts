// The characters that JSON and TOML are made of, by their codes: comparing numbers is faster than comparing strings.

export const char = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  quote: 34,
  hash: 35,
  apostrophe: 39,
  star: 42,
  comma: 44,
  dash: 45,
  point: 46,
  slash: 47,
  zero: 48,
  nine: 57,
  colon: 58,
  equals: 61,
  openList: 91,
  backslash: 92,
  closeList: 93,
  underscore: 95,
  openMap: 123,
  closeMap: 125,
  delete: 127,
  byteOrderMark: 0xfeff,
} as const;

export function isLineBreak(code: number): boolean {
  return code === char.lineFeed || code === char.carriageReturn;
}

export function isBlank(code: number): boolean {
  return code === char.space || code === char.tab;
}

/** Where the line ends that `pos` is in, before its line break. */
export function endOfLine(text: string, pos: number): number {
  while (pos < text.length && !isLineBreak(text.charCodeAt(pos))) pos++;
  return pos;
}
