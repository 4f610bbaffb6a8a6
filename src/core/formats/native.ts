// The native file in its four notations: each is a reader of trees; everything else they share.
import type { Format } from '../formats';
import { ignoresIn, scalarsIn } from '../ignores';
import { maxFileSize, maxRecords } from '../limits';
import type { BrokenEntry, LicenseDocument, LicenseFile, Problem, SourceFile, Term } from '../model';
import type { Settings } from '../settings';
import type { Steps } from '../steps';
import { type Reading, readDocument } from '../terms';
import { maxAliases, maxDepth, type Span, type Tree, type TreeProblem } from '../tree';
import * as words from '../words/written';
import { vocabularyOf } from './fields';
import { readJson } from './json';
import { areLicenseRecords, recordsOf } from './records';
import { readToml } from './toml';
import { readYaml } from './yaml';

export const json = nativeFormat('json', ['json'], readJson);
export const jsonc = nativeFormat('jsonc', ['jsonc'], readJson);
export const yaml = nativeFormat('yaml', ['yaml', 'yml'], readYaml);
export const toml = nativeFormat('toml', ['toml'], readToml);

function nativeFormat(name: string, extensions: readonly string[], readTree: (text: string) => Tree): Format {
  return { name, extensions, read: (source, settings, named) => read(name, readTree, source, settings, named) };
}

/** All in one step: what is too long for that is read when it is saved. */
function* read(
  format: string,
  readTree: (text: string) => Tree,
  source: SourceFile,
  settings: Settings,
  named: boolean,
): Steps<LicenseFile | undefined> {
  const { path, text } = source;
  if (text.length > maxFileSize) return tooLarge(format, source);
  const tree = readTree(text);
  const vocabulary = vocabularyOf(settings.fields);
  const records = tree.documents.flatMap(root => (root ? [recordsOf(source, format, root, vocabulary)] : []));
  if (!named && !records.some(areLicenseRecords)) return undefined;
  const documents: LicenseDocument[] = [];
  const terms: Term[] = [];
  const broken: BrokenEntry[] = [];
  const problems: Problem[] = tree.problems.map(problemOf);
  const torn = tornBy(tree.problems);
  const reading: Reading = { documents, terms, broken, problems, names: new Map(), isTorn: torn.has };
  let left = maxRecords;
  for (const record of records) {
    const { nodes } = record;
    if (nodes.length > left)
      problems.push({ rule: 'limit', span: nodes[left]!, message: words.tooManyRecords(maxRecords) });
    readDocument(nodes.length > left ? { ...record, nodes: nodes.slice(0, left) } : record, settings, reading);
    left = Math.max(0, left - nodes.length);
  }
  for (let i = torn.elsewhere(); i > 0; i--)
    broken.push({ environment: undefined, product: undefined, unreadable: true });
  const ignores = ignoresIn(source, () => tree.documents.flatMap(root => (root ? scalarsIn(root) : [])));
  return { path, text, format, documents, terms, broken, problems, ignores };
}

/**
 * Asks of one entry after another, in the order of the text, whether a problem begins in it, and at last how many began in none.
 * Both go through a file once.
 */
function tornBy(problems: readonly TreeProblem[]): { has: (entry: Span) => boolean; elsewhere: () => number } {
  const starts = problems.map(({ start }) => start).sort((a, b) => a - b);
  let next = 0;
  let inside = 0;
  const has = ({ start, end }: Span): boolean => {
    while (next < starts.length && starts[next]! < start) next++;
    const first = next;
    while (next < starts.length && starts[next]! < end) next++;
    inside += next - first;
    return next > first;
  };
  return { has, elsewhere: () => starts.length - inside };
}

function tooLarge(format: string, { path, text }: SourceFile): LicenseFile {
  const problem: Problem = { rule: 'limit', span: { start: 0, end: 1 }, message: words.tooLarge(maxFileSize) };
  return { path, text, format, documents: [], terms: [], broken: [], problems: [problem], ignores: [] };
}

function problemOf({ code, start, end, reason }: TreeProblem): Problem {
  const span = { start, end };
  if (code === 'depth') return { rule: 'limit', span, message: words.tooDeep(maxDepth) };
  if (code === 'aliases') return { rule: 'limit', span, message: words.tooManyAliases(maxAliases) };
  return { rule: 'syntax', span, message: words.syntax(reason) };
}
