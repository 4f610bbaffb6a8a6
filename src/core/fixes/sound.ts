// Keeps fills out of harm in files whose text is broken somewhere: what can't be read can't be copied, and may swallow what is put beside it.
import { readJson } from '../formats/json';
import { recordsOf } from '../formats/records';
import { readToml } from '../formats/toml';
import { readYaml } from '../formats/yaml';
import type { LicenseDocument, SourceFile } from '../model';
import { applyEdits, type Edit } from '../text';
import type { MapNode, Span, Tree, TreeProblem } from '../tree';

const readers: Readonly<Record<string, (text: string) => Tree>> = {
  json: readJson,
  jsonc: readJson,
  yaml: readYaml,
  toml: readToml,
};

const trees = new WeakMap<SourceFile, Tree>();

/** What could not be read of a document's file; read once. */
function treeOf({ file, format }: LicenseDocument): Tree {
  const tree = trees.get(file) ?? readers[format]!(file.text);
  trees.set(file, tree);
  return tree;
}

/** Whether the text is broken inside a node. */
export function isTorn(document: LicenseDocument, node: Span): boolean {
  return treeOf(document).problems.some(problem => touches(problem, node));
}

function touches({ start, end }: TreeProblem, node: Span): boolean {
  return start < node.end && Math.max(end, start + 1) > node.start;
}

/** Whether after the edits each entry still says what it said, and so many new ones with `key` can be read. Of a sound file without anchors that is certain. */
export function isRead(document: LicenseDocument, edits: readonly Edit[], added: number, key: string): boolean {
  const before = treeOf(document);
  // Without its anchor a YAML value that is nothing may be too little.
  const isSure = document.format !== 'yaml' || !document.file.text.includes('&');
  if (before.problems.length === 0 && isSure) return true;
  const text = applyEdits(document.file.text, edits);
  const after = readers[document.format]!(text);
  if (after.problems.length > before.problems.length) return false;
  const known = entriesIn(before, document).map(({ start, end }) => document.file.text.slice(start, end));
  let [old, fresh] = [0, 0];
  for (const node of entriesIn(after, document)) {
    const written = text.slice(node.start, node.end);
    if (written === known[old]) old++;
    else if (written.includes(key) && !after.problems.some(problem => touches(problem, node))) fresh++;
    else return false;
  }
  return old === known.length && fresh === added;
}

function entriesIn({ documents }: Tree, { file, format, vocabulary }: LicenseDocument): readonly MapNode[] {
  return documents.flatMap(root => (root ? recordsOf(file, format, root, vocabulary).nodes : []));
}
