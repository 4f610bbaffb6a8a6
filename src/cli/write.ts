// Writes a filled file over what was read of it, or leaves it as it is.
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';

/**
 * Replaces `before` with the longer `after`, both with their byte order mark. Throws, and leaves the file alone, where it no longer
 * holds `before`.
 *
 * The file is written in place and not put in place of the old one: a new file would lose the owner, the permissions, and the other
 * names (hard links) of the old one, and needs a folder that may be written to. What makes that safe: a fill only adds text, so nothing
 * is cut off first, and what lies beyond the old end is written first. A full disk shows there, before any old byte is touched. Only
 * a machine that stops in the middle of the last step leaves a file of both texts.
 */
export function writeOver(path: string, before: string, after: string): void {
  const old = Buffer.from(before);
  const bytes = Buffer.from(after);
  const file = openSync(path, 'r+');
  try {
    if (!readFileSync(file).equals(old)) throw new Error('it has changed since it was read, so it is left as it is');
    try {
      writeAt(file, bytes.subarray(old.length), old.length);
    } catch (error) {
      ftruncateSync(file, old.length);
      throw error;
    }
    writeAt(file, bytes.subarray(0, old.length), 0);
  } finally {
    closeSync(file);
  }
}

/** All of it: a system may take less at a time. */
function writeAt(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, position + done);
}
