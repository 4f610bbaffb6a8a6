// The names under which license files are looked for. Read by the stub too, which is to stay small: imports nothing.

/** Every ending that a native notation has, without the dot. */
export const extensions: readonly string[] = ['json', 'jsonc', 'yaml', 'yml', 'toml'];

/** The names of native files that are looked at without being asked for; what they hold decides whether they are ours. */
export const fileNames: readonly string[] = ['licenses', '*.licenses', 'license-coverage'];

/** The names under which vendors' files are looked for, as globs without case. */
export const vendorFileNames: readonly string[] = [
  ...['*.lic', '*.license', 'license*.dat', 'license*.txt', 'license*.json', 'license*.jwt'],
  ...['*sap*.txt', 'lservrc*'],
];

const vendorNamePattern =
  /^(?:.+\.lic|.+\.license|license(?!-coverage\.settings\.).*\.(?:dat|txt|json|jwt)|.*sap.*\.txt|lservrc.*)$/;

/** Whether a file is one to look at, by its name alone. */
export function isLicenseFileName(path: string): boolean {
  return isNativeName(path) || isVendorName(path);
}

/** Whether a file is a native one, by its name. */
export function isNativeName(path: string): boolean {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || !extensions.includes(name.slice(dot + 1).toLowerCase())) return false;
  const stem = name.slice(0, dot).toLowerCase();
  return (
    stem === 'licenses' ||
    (stem.endsWith('.licenses') && stem.length > '.licenses'.length) ||
    stem === 'license-coverage'
  );
}

/** Whether a file is named as vendors name theirs. */
export function isVendorName(path: string): boolean {
  return vendorNamePattern.test(baseName(path).toLowerCase());
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
