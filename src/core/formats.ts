// What a format is, the list of them, and how a file becomes a LicenseFile.
import type { Day } from './calendar';
import { baseName, isNativeName, isVendorName } from './file-names';
import { elastic } from './formats/elastic';
import { f5 } from './formats/f5';
import { flexnet } from './formats/flexnet';
import { jwt } from './formats/jwt';
import { lmx } from './formats/lmx';
import { json, jsonc, toml, yaml } from './formats/native';
import { perforce } from './formats/perforce';
import { rlm } from './formats/rlm';
import { sap } from './formats/sap';
import { sentinel } from './formats/sentinel';
import { splunk } from './formats/splunk';
import { vault } from './formats/vault';
import { vendorFormat } from './formats/vendor';
import type { LicenseFile, SourceFile } from './model';
import type { Settings } from './settings';
import { finish, type Steps } from './steps';

export interface Format {
  /** As it is called in reports: `yaml`. */
  readonly name: string;
  /** File name endings without the dot, by which a native file's notation is told; none for vendors' files. */
  readonly extensions: readonly string[];
  /** How a comment is written, in vendors' files that may have some. */
  readonly comment?: CommentStyle;
  /**
   * Reads a file and never throws on what a user wrote. `undefined`: it is of another format, or nothing in it is of a license file
   * and it was not `named`, that is, asked for by its name.
   */
  read(source: SourceFile, settings: Settings, named: boolean): Steps<LicenseFile | undefined>;
}

export interface CommentStyle {
  /** What a comment line begins with. */
  readonly mark: string;
  /** A day as the format writes it. */
  readonly date: (day: Day) => string;
  /** Whether a comment at the beginning or the end of a line would be one, and no part of what stands above it; absent: always. */
  readonly isFreeAt?: (text: string, offset: number) => boolean;
}

const nativeFormats: readonly Format[] = [json, jsonc, yaml, toml];

/** In the order in which they are asked whether a text is theirs: RLM's words are FlexNet's, and some more. */
const vendorFormats: readonly Format[] = [
  ...[rlm, flexnet, lmx, sap, f5, perforce, sentinel],
  ...[elastic, vault, splunk, jwt],
].map(vendorFormat);

export const formats: readonly Format[] = [...nativeFormats, ...vendorFormats];

export function formatNamed(name: string): Format | undefined {
  return formats.find(format => format.name === name);
}

/** All of {@link readInSteps} at once. */
export function readLicenseFile(...asked: Parameters<typeof readInSteps>): LicenseFile | undefined {
  return finish(readInSteps(...asked));
}

/**
 * Reads a file by the vendor's format that its content shows, else by the notation of its name. `undefined`: it is neither, or no
 * license file by its content. `named`: the user asked for this very file, so it counts as one whatever it holds; `asked`: for it among
 * others, by a pattern.
 */
export function* readInSteps(
  source: SourceFile,
  settings: Settings,
  named = false,
  asked = named,
): Steps<LicenseFile | undefined> {
  const name = baseName(source.path).toLowerCase();
  const native = nativeFormats.find(({ extensions }) => extensions.some(extension => name.endsWith(`.${extension}`)));
  // No vendor writes YAML or TOML.
  if (!native || native === json) {
    for (const format of vendorFormats) {
      const file = yield* format.read(source, settings, named);
      if (file) return file;
    }
  }
  // Under a vendor's name a native file is none that anyone asked for.
  if (!native || (!asked && !isNativeName(name) && isVendorName(name))) return undefined;
  return yield* native.read(source, settings, named || name.startsWith('license-coverage.'));
}
