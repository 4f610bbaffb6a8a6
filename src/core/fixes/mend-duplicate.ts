// An entry with the id or the key of another: it goes where it only says the same again, else it is given an id of its own.
import type { Fix, FixOffer } from '../fixes';
import { textOf } from '../formats/records';
import type { Entry, Report } from '../model';
import * as words from '../words/fixes';
import { isShared } from './anchors';
import { isBroken } from './broken';
import { replacement } from './copy';
import { notationOf } from './notations';
import { isOwn } from './pairs';
import { removeItems } from './remove-item';
import { saysTheSame } from './same-entry';

export const mendDuplicate: FixOffer = ({ subject, file }, report) => {
  if (subject?.kind !== 'duplicate' || isBroken(report, file)) return [];
  const { field, entry } = subject;
  const removal = removalOf(entry);
  if (removal) return [removal];
  return field === 'id' ? renaming(entry, report) : [];
};

/** The one that came first may be what is meant, so it stays; what differs is never taken away. */
function removalOf(entry: Entry): Fix | undefined {
  const { document, node } = entry;
  const { file, list, entries } = document;
  const above = entries.slice(0, entries.indexOf(entry));
  if (!list || !above.some(earlier => saysTheSame(earlier, entry))) return undefined;
  const edits = removeItems(file.text, { document, list, pair: document.fields.list }, [node]);
  return edits && { title: words.removeDuplicate, preferred: true, make: () => ({ file, edits }) };
}

function renaming({ document, node, fields }: Entry, { files }: Report): readonly Fix[] {
  const { file, format } = document;
  const { id } = fields;
  if (!isOwn(node, id) || id.value.kind !== 'scalar') return [];
  const { value } = id;
  const { text } = file;
  const written = text.slice(value.start, value.end);
  // What is shared is the id of others too; what is written over several lines is no word to add to.
  if (isShared(text, { start: value.start + value.quote }, format) || /[\r\n]/.test(written)) return [];
  if (value.quote === 0 && written !== value.text) return [];
  const taken = new Set(
    files
      .filter(({ path }) => path === file.path)
      .flatMap(({ documents }) => documents.flatMap(({ entries }) => entries.map(each => textOf(each.fields.id)))),
  );
  const free = freeId(value.text.trim(), taken);
  const edits = [replacement(text, value, { text: free }, notationOf(format))];
  return [{ title: words.renameTo(free), preferred: true, make: () => ({ file, edits }) }];
}

/** The id with the first number behind it that no other has. */
function freeId(id: string, taken: ReadonlySet<string | undefined>): string {
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}
