// Versions of features in FlexNet and RLM files, which compare as decimal numbers: 1.2 is more than 1.10.

/** Negative, zero or positive, as for `Array.sort`. What is no number comes first, by its letters; no version before all. */
export function compareDecimals(a: string | undefined, b: string | undefined): number {
  const [left, right] = [decimalOf(a), decimalOf(b)];
  if (left !== undefined && right !== undefined) return left - right;
  if (left !== undefined || right !== undefined) return left === undefined ? -1 : 1;
  const [first, second] = [a?.toLowerCase() ?? '', b?.toLowerCase() ?? ''];
  return first < second ? -1 : Number(first > second);
}

/** The same for versions that are equal, as 1.0 and 1.00 are. */
export function decimalKey(version: string | undefined): string | undefined {
  return decimalOf(version)?.toString() ?? version;
}

function decimalOf(version: string | undefined): number | undefined {
  return version !== undefined && /^\d+(?:\.\d*)?$/.test(version) ? Number(version) : undefined;
}
