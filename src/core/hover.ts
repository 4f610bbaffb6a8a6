// The hover as plain data: what stands at an offset explained, a picture of its product, and what can be done about it.
import { latestEnd } from './coverage';
import { type Explanation, explainGap, explainTerm, type Fact } from './explain';
import { acceptedBy, explainAcceptance, explainRequirement } from './explain/bounds';
import { explainDate } from './explain/date';
import { gapFollowing, gapsIn } from './explain/follows';
import { type Focus, type HoverPicture, hoverPicture, openEnd } from './explain/picture';
import type { Ground } from './explain/picture-themes';
import { explainProduct, ruleOfProduct } from './explain/product';
import { explainSeats } from './explain/seats';
import { hasOwnPlaceholder } from './fixes/enter-key';
import type { ActionKind } from './hover-link';
import { gapFindingAt, type Hovered, hoveredAt } from './hovered';
import type { Coverage, DayRule, Gap, Instant, LicenseFile, Report, SourceFile, Term } from './model';
import { placeOfGap } from './rules/gaps';
import { keySpan } from './rules/pending-key';
import type { Span } from './tree';
import * as hoverWords from './words/hover';

export interface HoverContent {
  /** What is pointed at. */
  readonly span: Span;
  /** At least one; the first is what was pointed at, the others what it belongs to. Nothing is said twice. */
  readonly explanations: readonly Explanation[];
  readonly picture: HoverPicture | undefined;
  readonly actions: readonly HoverAction[];
}

/** Something to do, at a place. */
export interface HoverAction {
  readonly kind: ActionKind;
  readonly file: SourceFile;
  readonly span: Span;
}

/** What holds for a whole hover. */
interface Asked {
  readonly report: Report;
  readonly file: LicenseFile;
  /** Now. */
  readonly at: Instant;
  readonly ground: Ground;
}

/** How many products one name stands for at most. */
const mostProducts = 3;

/** `undefined`: nothing of a license stands there. */
export function hoverAt(
  report: Report,
  file: LicenseFile,
  offset: number,
  at: Instant,
  ground: Ground,
): HoverContent | undefined {
  const asked: Asked = { report, file, at, ground };
  const gap = gapFindingAt(report, file, offset);
  const hovered = hoveredAt(report, file, offset, at);
  if (gap) return ofGap(asked, gap, hovered);
  if (!hovered) return undefined;
  if (hovered.kind === 'term') return ofTerm(asked, hovered);
  if (hovered.kind === 'products') return ofProducts(asked, hovered.coverages, hovered.span);
  return ofBounds(asked, hovered);
}

/** The gap that a finding tells of comes first, then the license whose date it is. */
function ofGap(
  asked: Asked,
  { coverage, gap, span }: NonNullable<ReturnType<typeof gapFindingAt>>,
  hovered: Hovered | undefined,
): HoverContent {
  const { at, file, ground } = asked;
  const first = explainGap(coverage, gap);
  const rest =
    hovered?.kind === 'term' ? [besideGap(explainTerm(hovered.coverage, hovered.term, at), gap, hovered)] : [];
  const rule = gap.before?.rule ?? gap.after?.rule ?? ruleOfProduct(coverage);
  const isAhead = gap.until > at;
  const here = { file, span };
  return {
    span,
    explanations: withoutRepeats([first, ...rest]),
    picture: hoverPicture(coverage, rule, gap, at, ground),
    actions: [
      { kind: 'fix', ...here },
      ...(gap.pending && hasOwnPlaceholder(gap.pending) ? [keyAction(gap.pending)] : []),
      ...(isAhead && gap.state !== 'pending' ? [{ kind: 'request', ...here } as const] : []),
      { kind: 'timeline', ...here },
    ],
  };
}

/** A license, without saying once more that the gap follows it. */
function besideGap(
  { facts, ...explanation }: Explanation,
  { from }: Gap,
  { coverage, term }: Extract<Hovered, { kind: 'term' }>,
): Explanation {
  const isNext = gapFollowing(coverage, latestEnd(term))?.from === from;
  return {
    ...explanation,
    facts: facts.filter(({ label }) => !(isNext && label === hoverWords.labels.follows)),
  };
}

function ofTerm(asked: Asked, { term, coverage, value, span }: Extract<Hovered, { kind: 'term' }>): HoverContent {
  const { at, ground } = asked;
  if (value === 'product') return ofProducts(asked, [coverage], span);
  const whole = explainTerm(coverage, term, at);
  const [first, focus] = ofValue(coverage, term, value, at);
  return {
    span,
    explanations: withoutRepeats([...(first ? [first] : []), whole]),
    picture: hoverPicture(coverage, term.rule, focus, at, ground),
    actions: [
      ...(hasOwnPlaceholder(term) ? [keyAction(term)] : []),
      ...nextGapAction(coverage, at),
      { kind: 'timeline', file: term.file, span: term.entry.node },
    ],
  };
}

/** What is said of a value before its license, and what the picture points at. */
function ofValue(
  coverage: Coverage,
  term: Term,
  value: 'starts' | 'expires' | 'seats' | undefined,
  at: Instant,
): readonly [Explanation | undefined, Focus] {
  if (value === 'seats') return [explainSeats(coverage, term, at), term];
  if (value === undefined) return [undefined, term];
  const instant = value === 'starts' ? term.from : term.until;
  return [explainDate(coverage, term, value, at), Number.isFinite(instant) ? { at: instant } : term];
}

function ofProducts(asked: Asked, coverages: readonly Coverage[], span: Span): HoverContent {
  const { at, file, ground } = asked;
  const [first] = coverages;
  const more = coverages.length - mostProducts;
  const explained = coverages.slice(0, mostProducts).map(coverage => explainProduct(coverage, at));
  return {
    span,
    explanations: withoutRepeats(more > 0 ? [...explained, titled(hoverWords.moreProducts(more))] : explained),
    picture: first && pictureOfProduct(first, asked, ground),
    actions: [...(first ? nextGapAction(first, at) : []), { kind: 'timeline', file, span }],
  };
}

function titled(title: string): Explanation {
  return { title, facts: [], symptoms: [], remedies: [] };
}

/** All of a product's life, and of an open end the beginning. */
function pictureOfProduct(coverage: Coverage, { at }: Asked, ground: Ground): HoverPicture {
  const [first, last] = [coverage.segments[0], coverage.segments.at(-1)];
  const from = first?.from ?? at;
  const end = last?.until ?? at;
  const until = end === Infinity && last!.from > at ? last!.from + openEnd : end;
  return hoverPicture(coverage, ruleOfProduct(coverage), { from, until }, at, ground);
}

function ofBounds(asked: Asked, hovered: Extract<Hovered, { kind: 'required' | 'accepted' }>): HoverContent {
  const { report, at, file, ground } = asked;
  const { span, part } = hovered;
  const coverages =
    hovered.kind === 'required'
      ? report.products.filter(({ required }) => required.includes(hovered.requirement))
      : acceptedBy(report, hovered.acceptance);
  const [first] = coverages;
  const { explanation, stretch, rule } = boundsOf(asked, hovered);
  const bound = part === 'from' ? stretch.from : part === 'until' ? stretch.until : Number.NaN;
  const products = hovered.kind === 'required' ? coverages.slice(0, mostProducts) : [];
  return {
    span,
    explanations: withoutRepeats([explanation, ...products.map(coverage => explainProduct(coverage, at))]),
    picture: first && hoverPicture(first, rule, Number.isFinite(bound) ? { at: bound } : stretch, at, ground),
    actions: [...(first ? nextGapAction(first, at) : []), { kind: 'timeline', file, span }],
  };
}

function boundsOf(
  { report, at }: Asked,
  hovered: Extract<Hovered, { kind: 'required' | 'accepted' }>,
): { explanation: Explanation; stretch: { from: Instant; until: Instant }; rule: DayRule } {
  if (hovered.kind === 'accepted') {
    const { acceptance, part } = hovered;
    const explanation = explainAcceptance(report, acceptance, part, at);
    return { explanation, stretch: acceptance, rule: acceptance.document.rule };
  }
  const { requirement, part } = hovered;
  const { from = -Infinity, until = Infinity, document } = requirement;
  return { explanation: explainRequirement(requirement, part), stretch: { from, until }, rule: document.rule };
}

function keyAction(term: Term): HoverAction {
  return { kind: 'key', file: term.file, span: keySpan(term) };
}

/** Where the next gap is told of, if there is one ahead. */
function nextGapAction(coverage: Coverage, at: Instant): readonly HoverAction[] {
  const next = gapsIn(coverage).find(gap => gap.until > at && gap.state !== 'accepted');
  return next ? [{ kind: 'next-gap', ...placeOf(coverage, next) }] : [];
}

function placeOf(coverage: Coverage, gap: Gap): { readonly file: SourceFile; readonly span: Span } {
  const { pending } = gap;
  return pending ? { file: pending.file, span: keySpan(pending) } : placeOfGap(coverage, gap);
}

/** Each fact and each source once, where it comes first. */
function withoutRepeats(explanations: readonly Explanation[]): readonly Explanation[] {
  const said = new Set<string>();
  const isNew = (...texts: readonly string[]): boolean => {
    const text = texts.join('\n');
    if (said.has(text)) return false;
    said.add(text);
    return true;
  };
  return explanations.map(({ source, ...explanation }) => ({
    ...explanation,
    facts: explanation.facts.filter(({ label, text }: Fact) => isNew(label, text)),
    ...(source && isNew(source.url) && { source }),
  }));
}
