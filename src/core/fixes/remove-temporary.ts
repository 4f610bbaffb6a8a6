// Removes temporary licenses that fill nothing any more: one, or all of a file.
import type { FileEdits, FixOffer } from '../fixes';
import { getOrAdd } from '../maps';
import type { LicenseDocument, Report, SourceFile, Term } from '../model';
import type { Edit } from '../text';
import * as words from '../words/fixes';
import { isBroken } from './broken';
import { removeItems } from './remove-item';

export const removeTemporary: FixOffer = ({ subject, file }, report) => {
  if (subject?.kind !== 'stale' || !subject.term.entry.document.list || isBroken(report, file)) return [];
  const { term } = subject;
  // A license file without a license is told of, so its last one stays.
  if (isOnly(report, term)) return [];
  const one = { title: words.removeTemporary(term), preferred: true, make: () => removeTerms(file, [term]) };
  const { count } = allStaleOf(report, file);
  if (count < 2) return [one];
  const make = (): FileEdits => ({ file, edits: allStaleOf(report, file).edits });
  return [one, { title: words.removeAllTemporary(count), preferred: false, make }];
};

function isOnly({ files }: Report, { file }: Term): boolean {
  return files.some(({ path, terms }) => path === file.path && terms.length === 1);
}

/** How many stale licenses of a file can go at once, and the edits for that. */
interface AllStale {
  readonly count: number;
  readonly edits: readonly Edit[];
}

const known = new WeakMap<Report, Map<string, AllStale>>();

/** Made once for each file of a report: each of a thousand stale licenses offers to remove all. */
function allStaleOf(report: Report, file: SourceFile): AllStale {
  const files = known.get(report) ?? new Map<string, AllStale>();
  known.set(report, files);
  return getOrAdd(files, file.path, () => findAllStale(report, file));
}

function findAllStale({ findings, files }: Report, file: SourceFile): AllStale {
  const terms = findings.flatMap(({ subject }) =>
    subject?.kind === 'stale' && subject.term.file.path === file.path ? [subject.term] : [],
  );
  const documents = new Map<LicenseDocument, Term[]>();
  for (const term of terms) getOrAdd(documents, term.entry.document, () => []).push(term);
  let count = 0;
  const edits: Edit[] = [];
  for (const together of documents.values()) {
    const going = removeTerms(file, together) ? together : together.filter(term => removeTerms(file, [term]));
    const made = removeTerms(file, going);
    if (!made) continue;
    count += going.length;
    edits.push(...made.edits);
  }
  return files.some(({ path, terms }) => path === file.path && terms.length > count) ? { count, edits } : none;
}

const none: AllStale = { count: 0, edits: [] };

/** The edits that take licenses of one list out of it. */
function removeTerms(file: SourceFile, terms: readonly Term[]): FileEdits | undefined {
  const document = terms[0]?.entry.document;
  if (!document?.list) return undefined;
  const place = { document, list: document.list, pair: document.fields.list };
  const edits = removeItems(
    file.text,
    place,
    terms.map(({ entry }) => entry.node),
  );
  return edits && { file, edits };
}
