// Writes the version of a Code42 server down, over the one that holds for an entry or where none is said.
import { versionPair } from '../day-rules';
import type { Entry, Term } from '../model';
import type { Edit } from '../text';
import { replacement } from './copy';
import { type Notation, notationOf } from './notations';
import { appendPairs, intoDocument, isOwn, type NewPair } from './pairs';

/** `select`: the version is to be typed over. `undefined`: it can't be written there. */
export function writeVersion({ entry }: Term, version: string, select: boolean): Edit | undefined {
  const { document } = entry;
  const notation = notationOf(document.format);
  const server = serverOf(entry);
  if (server === 'elsewhere') return undefined;
  if (!server) return intoDocument(document, serverPair(version, select, notation), notation);
  const pair = versionPair(server);
  const { text } = document.file;
  if (server.value.kind === 'map' && !pair) {
    const value = notation.value(version);
    return appendPairs(text, server.value, [{ key: 'version', value, ...selecting(value, version, select) }], notation);
  }
  const written = (pair ?? server).value;
  return written.kind === 'scalar' ? replacement(text, written, { text: version, select }, notation) : undefined;
}

/** The entry's own wins over the document's; one that a merge brings is written elsewhere. */
function serverOf({ node, fields, document }: Entry) {
  if (!fields.server) return document.fields.server;
  return isOwn(node, fields.server) ? fields.server : 'elsewhere';
}

function serverPair(version: string, select: boolean, notation: Notation): NewPair {
  const value = notation.map([['version', notation.value(version)]]);
  return { key: 'server', value, ...selecting(value, version, select) };
}

function selecting(value: string, version: string, select: boolean): Pick<NewPair, 'select'> {
  const start = value.indexOf(version);
  return select ? { select: { start, end: start + version.length } } : {};
}
