// Versions of features in vendors' files. Those of FlexNet and RLM compare as decimal numbers, LM-X writes two numbers with a point.
import type { Home } from './model';
import { compareVersions, readVersion } from './versions';

export interface VersionScheme {
  /** Negative, zero or positive, as for `Array.sort`. What is no number comes first, by its letters; no version before all. */
  readonly compare: (a: string | undefined, b: string | undefined) => number;
  /** The same for versions that are equal. */
  readonly key: (version: string | undefined) => string | undefined;
}

/** 1.2 is more than 1.10, and 1.0 is 1.00. */
export const decimals: VersionScheme = {
  compare: (a, b) => {
    const [left, right] = [decimalOf(a), decimalOf(b)];
    return left !== undefined && right !== undefined
      ? left - right
      : Number(left !== undefined) - Number(right !== undefined) || byLetters(a, b);
  },
  key: version => decimalOf(version)?.toString() ?? version,
};

/** 1.10 is more than 1.2. */
const parts: VersionScheme = {
  compare: (a, b) => {
    const [left, right] = [partsOf(a), partsOf(b)];
    return left && right
      ? compareVersions(left, right)
      : Number(left !== undefined) - Number(right !== undefined) || byLetters(a, b);
  },
  key: version => partsOf(version)?.join('.') ?? version,
};

/** How the versions in a vendor's files compare. */
export function versionScheme(home: Home | undefined): VersionScheme {
  return home?.format === 'lmx' ? parts : decimals;
}

function decimalOf(version: string | undefined): number | undefined {
  return version !== undefined && /^\d+(?:\.\d*)?$/.test(version) ? Number(version) : undefined;
}

function partsOf(version: string | undefined): readonly [number, number, number] | undefined {
  return version !== undefined && /^\d+(?:\.\d+)?$/.test(version) ? readVersion(version)?.version : undefined;
}

function byLetters(a = '', b = ''): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : Number(first > second);
}
