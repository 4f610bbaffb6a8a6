// The tree of what the license files say: environments where there are several, products by their next gap, their licenses and gaps.

import { plainExplanation } from './explain/plain';
import { explainProduct } from './explain/product';
import { leavesOf } from './license-tree-leaves';
import { listed, type TreeNode } from './license-tree-node';
import { type Outlook, outlookOf, placeOfOutlook } from './license-tree-outlook';
import { getOrAdd } from './maps';
import type { Coverage, Instant, Report } from './model';
import type { Steps } from './steps';
import * as words from './words/tree';

/** A report, and what its folder is called where there are several; `''` otherwise. */
export interface TreeSource {
  readonly report: Pick<Report, 'files' | 'products'>;
  readonly name: string;
  /** How many days before the end of a product's last license it is near. */
  readonly expiryWarningDays: number;
}

export interface LicenseTree {
  /** `empty`: there is no license file. `unread`: none in which a license could be read. */
  readonly state: 'ok' | 'empty' | 'unread';
  readonly roots: readonly TreeNode[];
  /** How many entries could not be read. */
  readonly unread: number;
  /** The line of a product, if it is listed. */
  nodeOf(coverage: Coverage): TreeNode | undefined;
}

export const noTree: LicenseTree = { state: 'empty', roots: [], unread: 0, nodeOf: () => undefined };

/** How many products are looked at in one step. */
const stepLength = 100;

/** A product before it has a line. */
interface Product {
  readonly coverage: Coverage;
  readonly outlook: Outlook;
  readonly source: number;
  /** By what it is called. */
  readonly key: string;
}

/** `at`: now. */
export function* licenseTree(sources: readonly TreeSource[], at: Instant): Steps<LicenseTree> {
  const products: Product[] = [];
  for (const [source, { report, expiryWarningDays }] of sources.entries()) {
    for (const coverage of report.products) {
      if (products.length % stepLength === 0) yield;
      products.push({ coverage, outlook: outlookOf(coverage, at, expiryWarningDays), source, key: keyOf(coverage) });
    }
  }
  products.sort(byUrgency);
  yield;
  const files = sources.flatMap(({ report }) => report.files);
  const nodes = new Map<Coverage, TreeNode>();
  const context: Context = { at, sources, nodes, pathOf: pathsOf(products, sources), unique: uniqueIds() };
  const groups = groupsOf(products);
  return {
    state: files.length === 0 ? 'empty' : products.length === 0 ? 'unread' : 'ok',
    roots:
      groups.length > 1 ? listed(groups, groupNode(context), undefined) : productNodes(products, undefined, context),
    unread: files.reduce((sum, { broken }) => sum + broken.length, 0),
    nodeOf: coverage => nodes.get(coverage),
  };
}

/** How many open gaps the findings tell that are not over: those that nobody has accepted or silenced. */
export function gapsAhead(reports: readonly Pick<Report, 'findings'>[], at: Instant): number {
  let count = 0;
  for (const { findings } of reports)
    for (const { rule, subject } of findings)
      if (rule === 'gap' && subject?.kind === 'gap' && subject.gap.until > at) count++;
  return count;
}

/** The line that a place of a file belongs to: that of a gap where its very date stands, else of the license. Several may stand there. */
export function nodesAt({ nodeOf }: LicenseTree, report: Report, path: string, offset: number): readonly TreeNode[] {
  const file = report.files.find(each => each.path === path);
  const term = file?.terms.find(({ entry: { node } }) => node.start <= offset && offset <= node.end);
  const name = term?.product?.toLowerCase();
  const rows = term
    ? report.products.filter(row => row.product?.toLowerCase() === name && row.terms.includes(term))
    : [];
  // An older version's row has the licenses of newer ones too: a license's own is above none that has it.
  const row = rows.find(each => !rows.some(({ older }) => older === each));
  const leaves = (row && nodeOf(row)?.children()) ?? [];
  const here = leaves.filter(
    ({ place }) => place?.file.path === path && place.span.start <= offset && offset <= place.span.end,
  );
  const least = Math.min(...here.map(lengthOf));
  return here.filter(node => lengthOf(node) === least);
}

/** The line of a newer tree that is of the same thing. */
export function latestOf(tree: LicenseTree, { id, parent }: TreeNode): TreeNode | undefined {
  const level = parent ? latestOf(tree, parent)?.children() : tree.roots;
  return level?.find(node => node.id === id);
}

function lengthOf({ place }: TreeNode): number {
  return place!.span.end - place!.span.start;
}

/** What holds for a whole tree while it is made. */
interface Context {
  readonly at: Instant;
  readonly sources: readonly TreeSource[];
  readonly nodes: Map<Coverage, TreeNode>;
  readonly pathOf: (product: Product) => string | undefined;
  readonly unique: (id: string) => string;
}

/** Products of one environment. */
type Group = readonly [string | undefined, readonly Product[]];

/** In the order of their first products. */
function groupsOf(products: readonly Product[]): readonly Group[] {
  const groups = new Map<string | undefined, Product[]>();
  for (const product of products) getOrAdd(groups, product.coverage.environment?.toLowerCase(), () => []).push(product);
  return [...groups.values()].map(group => [group[0]!.coverage.environment, group]);
}

function byUrgency(a: Product, b: Product): number {
  const [first, second] = [a.outlook, b.outlook];
  if (first.isLongOver !== second.isLongOver) return first.isLongOver ? 1 : -1;
  const order = first.isLongOver ? second.due - first.due : first.due - second.due;
  // Two that have no end differ by NaN.
  return order || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function keyOf({ product, environment, pool }: Coverage): string {
  return [product ?? '', pool ?? '', environment ?? ''].join('\n').toLowerCase();
}

/** The files of products that their names don't tell apart. */
function pathsOf(products: readonly Product[], sources: readonly TreeSource[]): Context['pathOf'] {
  const counts = new Map<string, number>();
  for (const { key } of products) counts.set(key, (counts.get(key) ?? 0) + 1);
  return ({ coverage: { terms, required }, source, key }) => {
    if (counts.get(key) === 1) return undefined;
    const { path } = terms[0]?.file ?? required[0]!.document.file;
    const { name } = sources[source]!;
    return name === '' ? path : `${name}/${path}`;
  };
}

/** Answers an id as it is given, and one that is given again as another. */
function uniqueIds(): (id: string) => string {
  const counts = new Map<string, number>();
  return id => {
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return count === 0 ? id : `${id}\n${count}`;
  };
}

function groupNode(context: Context): (group: Group) => TreeNode {
  return ([environment, products]) => {
    const gaps = products.reduce((sum, { outlook }) => sum + outlook.gaps, 0);
    const description = words.environmentFacts(products.length, gaps);
    const spoken = words.environmentSpoken(environment, description);
    const node: TreeNode = {
      id: `environment\n${environment?.toLowerCase() ?? '\n'}`,
      kind: 'environment',
      look: 'environment',
      label: words.environmentLabel(environment),
      ...{ description, spoken, parent: undefined, source: 0, hasChildren: true },
      children: () => children,
      details: () => spoken,
    };
    // Not when they are asked for, so that the line of any product can be found.
    const children = productNodes(products, node, context);
    return node;
  };
}

function productNodes(
  products: readonly Product[],
  parent: TreeNode | undefined,
  context: Context,
): readonly TreeNode[] {
  return listed(products, product => productNode(product, parent, context), parent);
}

function productNode(product: Product, parent: TreeNode | undefined, context: Context): TreeNode {
  const { coverage, outlook, source, key } = product;
  const { at, sources, nodes, pathOf, unique } = context;
  let children: readonly TreeNode[] | undefined;
  const node: TreeNode = {
    id: unique(`product\n${sources[source]!.name}\n${key}`),
    kind: 'product',
    look: outlook.state,
    label: words.productLabel(coverage.product),
    description: words.productFacts(coverage.pool, pathOf(product), outlook.text),
    spoken: words.productSpoken(coverage, outlook.text),
    ...{ parent, source, place: placeOfOutlook(coverage, outlook), hasChildren: true },
    children: () => {
      children ??= leavesOf(coverage, node, at);
      return children;
    },
    details: () => plainExplanation(explainProduct(coverage, at)),
  };
  nodes.set(coverage, node);
  return node;
}
