// What the engine says of a case, in the oracle's words, and the smallest case in which the two differ.
import { json } from '../../../src/cli/printers/json';
import { analyze } from '../../../src/core/analyze';
import { readLicenseFile } from '../../../src/core/formats';
import type { Coverage, LicenseFile, Report } from '../../../src/core/model';
import { defaultSettings, type Settings } from '../../../src/core/settings';
import { type Answer, bruteForce, iso, type ProductAnswer } from './brute-force';
import { type Case, caseOf, type Rendered, rendered, smaller } from './cases';

/** What is used of `check --format json`, which is where programs find the answer. */
interface Printed {
  readonly products: readonly PrintedProduct[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly file: string;
    readonly line: number;
  }[];
}

interface PrintedProduct {
  readonly environment: string | null;
  readonly product: string | null;
  readonly terms: readonly (PrintedStretch & {
    readonly file: string;
    readonly line: number;
    readonly id: string;
    readonly seats: PrintedSeats;
    readonly state: string;
  })[];
  readonly gaps: readonly (PrintedStretch & { readonly hours: number | null; readonly state: string })[];
  readonly seats: readonly (PrintedStretch & { readonly seats: PrintedSeats })[];
}

interface PrintedStretch {
  readonly from: string | null;
  readonly until: string | null;
}

type PrintedSeats = number | 'unlimited' | null;

export interface Difference {
  readonly found: Case;
  readonly expected: Answer;
  readonly actual: Answer;
}

/** The report on a case, as the command line would make it. */
export function reportOn(whole: Case, texts: readonly Rendered[]): Report {
  const { timezone, expiryDay, expiryWarningDays, joinFiles, at } = whole;
  const settings: Settings = { ...defaultSettings, timezone, expiryDay, expiryWarningDays, joinFiles };
  const files = texts.map(({ path, text }): LicenseFile => {
    const file = readLicenseFile({ path, text }, settings, true);
    if (!file) throw new Error(`${path} is not read`);
    return file;
  });
  return analyze(files, settings, at);
}

/** An engine that throws has answered too, and wrongly. */
function engineAnswer(whole: Case): Answer {
  try {
    return answerOf(whole);
  } catch (error) {
    return { products: {}, findings: [`throws ${error instanceof Error ? error.stack : error}`] };
  }
}

function answerOf(whole: Case): Answer {
  const texts = whole.files.map(rendered);
  const report = reportOn(whole, texts);
  const printed = JSON.parse(json.print(report)) as Printed;
  const products: Record<string, ProductAnswer> = {};
  const keys = new Map<string, string>();
  printed.products.forEach((product, i) => {
    const key = keyOf(product, report.products[i]!, whole);
    for (const { file, line } of product.terms) keys.set(`${file} ${line}`, key);
    products[key] = productAnswer(product, report.products[i]!);
  });
  const findings = printed.findings.flatMap(({ rule, severity, file, line }) => {
    const called = texts.find(({ path }) => path === file)?.lines.get(line);
    const subject = subjectOf(rule, called, keys.get(`${file} ${line}`), file);
    return subject === undefined ? [] : [`${rule} ${severity}${subject && ` ${subject}`}`];
  });
  return { products, findings: findings.sort() };
}

/** What a finding is about; `undefined` of the rules that the oracle does not know. */
function subjectOf(
  rule: string,
  called: string | undefined,
  product: string | undefined,
  file: string,
): string | undefined {
  if (rule === 'gap' || rule === 'possible-gap') return '';
  if (rule === 'pending-key' || rule === 'stale-temporary') return `${called}`;
  if (rule === 'shortfall' || rule === 'expiry') return `${product}`;
  if (rule === 'unused-acceptance' || rule === 'overdue-acceptance') return `${file} ${called}`;
  return undefined;
}

function keyOf({ environment, product }: PrintedProduct, { terms, required }: Coverage, { joinFiles }: Case): string {
  const file = terms[0]?.file ?? required[0]!.document.file;
  const home = product === null || !joinFiles ? ` in ${file.path}` : '';
  return `${environment?.toLowerCase() ?? '-'}/${product?.toLowerCase() ?? '-'}${home}`;
}

function productAnswer({ terms, gaps, seats }: PrintedProduct, { segments }: Coverage): ProductAnswer {
  return {
    terms: terms.map(({ id, state, from, until, seats: number }) => `${id} ${state} ${from} ${until} ${number}`).sort(),
    gaps: gaps.map(
      ({ state, from, until, hours }) => `${state} ${from} ${until} ${hours === null ? null : `${hours} h`}`,
    ),
    seats: seats.map(({ from, until, seats: number }) => `${from} ${until} ${number}`),
    shortfalls: segments.flatMap(segment => {
      if (segment.state !== 'covered' || segment.seats === undefined || segment.required === undefined) return [];
      const { from, until, seats: number, required } = segment;
      if (number >= required) return [];
      return [`${iso(from)} ${iso(until)} ${number} of ${required === Infinity ? 'unlimited' : required}`];
    }),
  };
}

/** `undefined`: engine and oracle agree. */
export function differenceOn(found: Case): Difference | undefined {
  const [expected, actual] = [bruteForce(found), engineAnswer(found)];
  return canonical(expected) === canonical(actual) ? undefined : { found, expected, actual };
}

function canonical({ products, findings }: Answer): string {
  const sorted = Object.keys(products).sort();
  return JSON.stringify([sorted.map(key => [key, products[key]]), findings]);
}

/** Takes things out of a case as long as it still differs. */
function shrunk(difference: Difference): Difference {
  for (const candidate of smaller(difference.found)) {
    const less = differenceOn(candidate);
    if (less) return shrunk(less);
  }
  return difference;
}

/** The files' texts, and what else the report depends on. */
export function shownCase({ files, at, ...settings }: Case): string {
  const texts = files.map(rendered).map(({ path, text }) => `${path}:\n${text}`);
  return [...texts, `settings ${JSON.stringify(settings)}, at ${iso(at)}`].join('\n');
}

/** The case made small: first what each of the two says of it and the other does not, then all that they say. */
export function shown(difference: Difference): string {
  const { found, expected, actual } = shrunk(difference);
  const [oracle, engine] = [linesOf(expected), linesOf(actual)];
  return [
    shownCase(found),
    ...oracle.filter(line => !engine.includes(line)).map(line => `expected: ${line}`),
    ...engine.filter(line => !oracle.includes(line)).map(line => `actual:   ${line}`),
    `all expected: ${JSON.stringify(expected, undefined, 1)}`,
    `all actual: ${JSON.stringify(actual, undefined, 1)}`,
  ].join('\n');
}

function linesOf({ products, findings }: Answer): readonly string[] {
  const ofProducts = Object.entries(products).flatMap(([key, answer]) =>
    Object.entries(answer).flatMap(([list, items]) => [
      `${key}`,
      ...(items as readonly string[]).map(item => `${key} ${list}: ${item}`),
    ]),
  );
  return [...ofProducts, ...findings];
}

/** Those of a seed's cases, from number `first` up to `end`, on which the two differ. */
export function* differences(
  seed: number,
  first: number,
  end: number,
): Generator<{ readonly index: number; readonly difference: Difference }> {
  for (let index = first; index < end; index++) {
    const difference = differenceOn(caseOf(seed, index));
    if (difference) yield { index, difference };
  }
}
