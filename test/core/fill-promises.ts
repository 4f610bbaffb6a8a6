// What a fill promises of any file, checked by reading the file again.
import assert from 'node:assert/strict';
import { gapsOf } from '../../src/core/coverage';
import { fixesFor } from '../../src/core/fixes';
import { fill, fillableGaps, fillOf, keyPlaceholder } from '../../src/core/fixes/insert-temporary';
import { textOf } from '../../src/core/formats/records';
import type { Coverage, Gap, Report, Term } from '../../src/core/model';
import type { Settings } from '../../src/core/settings';
import { applyEdits, type Edit } from '../../src/core/text';
import { iso, reportOn, told } from './read';

/** A file as it is to be filled; `once`: texts that may never be copied, such as keys and comments. */
export interface Hand {
  readonly name: string;
  readonly text: string;
  readonly settings?: Partial<Settings>;
  readonly once?: readonly string[];
}

/** The text after filling all gaps, which keeps every promise; `gaps`: how many there were. */
export function assertFills(
  { name, text, settings = {}, once = [] }: Hand,
  isWritable = true,
): { readonly after: string; readonly gaps: number } {
  const report = reportOn(name, text, settings);
  const gaps = fillableGaps(report);
  const edits = fill(gaps).flatMap(each => each.edits);
  const after = applyEdits(text, edits);
  assertAdds(text, edits);
  const again = reportOn(name, after, settings);
  if (isWritable) for (const gap of gaps) assertPending(report, gap, again);
  assert.equal(fill(fillableGaps(again)).length, 0, 'a second fill changes something');
  assertKept(report, again);
  assert.deepEqual(newIn(told(again), told(report)), [], 'something new is told');
  for (const each of once) assert.equal(after.split(each).length, text.split(each).length, `${each} is copied`);
  if (/\r\n/.test(text)) assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(text), 'line ends are mixed');
  else assert.equal(after.includes('\r'), text.includes('\r'), 'line ends are mixed');
  if (isWritable) assertOffered(report);
  return { after, gaps: gaps.length };
}

/** Only insertions, in order, with the first placeholder selected; a list may take the place of `null`. */
function assertAdds(whole: string, edits: readonly Edit[]): void {
  let at = 0;
  for (const { start, end, text, select } of edits) {
    assert.match(whole.slice(start, end), /^(?:|null|~)$/, 'a fill takes text away');
    assert.ok(start >= at, 'edits are out of order');
    at = end;
    if (select) assert.equal(text.slice(select.start, select.end), keyPlaceholder);
  }
  const selected = edits.filter(({ select }) => select).length;
  assert.equal(selected, edits.filter(({ text }) => text.includes(keyPlaceholder)).length);
}

/** The very stretch that lacked a license now waits for its key, and is no longer. */
function assertPending(report: Report, gap: Gap, again: Report): void {
  const { environment, product } = report.products.find(({ holes }) => holes.includes(gap))!;
  const { from, until } = fillOf(gap);
  const coverage = again.products.find(each => isNamed(each, environment, product) && isFilledIn(each, from, until));
  assert.ok(coverage, `${iso(from)} to ${iso(until)} is not pending`);
}

function isNamed(coverage: Coverage, environment: string | undefined, product: string | undefined): boolean {
  return coverage.environment === environment && coverage.product?.toLowerCase() === product?.toLowerCase();
}

function isFilledIn(coverage: Coverage, from: number, until: number): boolean {
  return gapsOf(coverage).some(
    gap =>
      gap.state === 'pending' &&
      gap.from === from &&
      gap.until === until &&
      gap.pending!.kind === 'temporary' &&
      gap.pending!.from === from &&
      gap.pending!.until === until,
  );
}

/** Each license that was there says what it said. */
function assertKept(report: Report, again: Report): void {
  const facts = ({ id, product, environment, kind, seats, from, until, possibleUntil, state }: Term): string =>
    [id, product, environment, kind, seats, iso(from), iso(until), possibleUntil, state].join(' | ');
  const all = (each: Report): string[] => each.files.flatMap(({ terms }) => terms.map(facts));
  const [before, after] = [all(report), all(again)];
  let at = 0;
  for (const term of after) if (term === before[at]) at++;
  assert.equal(at, before.length, `${before[at]} is lost or changed`);
}

/** What is told afterwards and was not before, apart from keys that are missing and the product's new end. */
function newIn(after: readonly string[], before: readonly string[]): readonly string[] {
  const known = new Set(before);
  return after.filter(each => !known.has(each) && !/^(?:pending-key|expiry) /.test(each));
}

/** The light bulb of each gap makes what a fill of that gap makes. */
function assertOffered(report: Report): void {
  for (const finding of report.findings) {
    if (finding.subject?.kind !== 'gap' || finding.rule !== 'gap') continue;
    const { gap } = finding.subject;
    const offered = fixesFor(finding, report).find(({ title }) => title.startsWith('Insert temporary'));
    const [edits] = fill([gap]);
    assert.equal(offered !== undefined, edits !== undefined, 'offered and not made');
    assert.deepEqual(offered?.make(), edits);
  }
}

/** Whatever the file: each license says what it said, no more of the text is broken, no key is copied, and a second fill changes nothing. */
export function assertHarmless({ name, text, settings = {}, once = [] }: Hand): void {
  const report = reportOn(name, text, settings);
  const edits = fill(fillableGaps(report)).flatMap(each => each.edits);
  if (edits.length === 0) return;
  assertAdds(text, edits);
  const after = applyEdits(text, edits);
  const again = reportOn(name, after, settings);
  assertKept(report, again);
  const broken = ({ findings }: Report): number => findings.filter(({ rule }) => rule === 'syntax').length;
  assert.ok(broken(again) <= broken(report), 'more is broken');
  assert.equal(fill(fillableGaps(again)).length, 0, 'a second fill changes something');
  // What the tear has made a name or a remark is no key to anyone.
  const keys = report.files.flatMap(({ terms }) => terms.flatMap(({ entry }) => textOf(entry.fields.key) ?? []));
  for (const each of once.filter(mark => keys.includes(mark)))
    assert.equal(after.split(each).length, text.split(each).length, `${each} is copied`);
}

/** The text after filling all gaps, whatever it is. */
export function filled({ name, text, settings = {} }: Hand): string {
  const edits = fill(fillableGaps(reportOn(name, text, settings))).flatMap(each => each.edits);
  return applyEdits(text, edits);
}
