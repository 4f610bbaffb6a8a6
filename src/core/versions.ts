// Server versions as written in files, compared number by number.

/** Major, minor and patch; missing parts are 0, a fourth is ignored. */
export type Version = readonly [number, number, number];

/** A version and whether the text says nothing besides (`5.3.1-beta` is not plain). `undefined`: no number in the text at all. */
export function readVersion(text: string): { readonly version: Version; readonly plain: boolean } | undefined {
  const match = /\d+(?:\.\d+)*/.exec(text);
  if (!match) return undefined;
  const [major = 0, minor = 0, patch = 0] = match[0].split('.').map(Number);
  const before = text.slice(0, match.index).trim();
  const after = text.slice(match.index + match[0].length).trim();
  return { version: [major, minor, patch], plain: after === '' && /^v?$/i.test(before) };
}

/** Negative, zero or positive, as for `Array.sort`. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
