// What a format is, the list of them, and how a file becomes a LicenseFile.
import { json, jsonc, toml, yaml } from './formats/native';
import type { LicenseFile, SourceFile } from './model';
import type { Settings } from './settings';

export interface Format {
  /** As it is called in reports: `yaml`. */
  readonly name: string;
  /** File name endings without the dot. */
  readonly extensions: readonly string[];
  /**
   * Reads a file and never throws on what a user wrote. `undefined`: nothing in it is of a license file, and it was not `named`,
   * that is, asked for by its name.
   */
  read(source: SourceFile, settings: Settings, named: boolean): LicenseFile | undefined;
}

export const formats: readonly Format[] = [json, jsonc, yaml, toml];

/** Every ending that some format reads, for the patterns by which files are found. */
export const extensions: readonly string[] = formats.flatMap(format => format.extensions);

/** The names by which files are looked at without being asked for; what they hold decides whether they are ours. */
export const fileNames: readonly string[] = ['licenses', '*.licenses', 'license-coverage'];

/** Whether a file is one to look at, by its name alone. */
export function isLicenseFileName(path: string): boolean {
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

/**
 * Reads a file by the format of its name. `undefined`: no format reads such names, or the content is no license file's. `named`:
 * the user asked for this very file, so it counts as one whatever it holds.
 */
export function readLicenseFile(source: SourceFile, settings: Settings, named = false): LicenseFile | undefined {
  const name = baseName(source.path).toLowerCase();
  const format = formats.find(({ extensions }) => extensions.some(extension => name.endsWith(`.${extension}`)));
  return format?.read(source, settings, named || name.startsWith('license-coverage.'));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
