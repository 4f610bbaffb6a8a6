// Terms as columns of numbers, product by product: the sweep then reads on in memory instead of jumping from term to term.
import type { Instant, Term } from './model';
import { finish, type Steps } from './steps';

/** The terms of some products. A *place* is an index into the columns; the places of one product lie side by side. */
export interface Columns {
  /** The terms in the order given; `term[place]` is an index into it. */
  readonly terms: readonly Term[];
  readonly term: Uint32Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** `Infinity`: unlimited. NaN: not said. Negative: the term waits for its key and gives none. */
  readonly seats: Float64Array;
  /** The end of the expiry day where the rule is unstated, else NaN; `undefined` where no term has any. */
  readonly possibleUntil: Float64Array | undefined;
  /** The places by beginning, then end, then as given. */
  readonly byStart: Uint32Array;
  /** The places by end, then beginning. */
  readonly byEnd: Uint32Array;
  /** Where the places of each product begin, and after those of the last, where they end. */
  readonly starts: Uint32Array;
}

/** How many terms are looked at in one step, and the terms of how many products are sorted. */
export const termsInStep = 4_000;
const productsInStep = 500;

/** What stands in the seats of a term without a key. */
export const waits = -1;

/**
 * `productOf` tells for each term the number of its product, from 0 to below `count`. Every term is looked at once, in order. `ends`:
 * when they end, where that is not as they say.
 */
export function* columnsInSteps(
  terms: readonly Term[],
  productOf: Uint32Array,
  count: number,
  ends?: readonly Instant[],
): Steps<Columns> {
  const starts = startsOf(productOf, count);
  const free = starts.slice();
  const { length } = terms;
  const term = new Uint32Array(length);
  const [from, until, seats] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  let possibleUntil: Float64Array | undefined;
  for (let i = 0; i < length; i++) {
    if (i % termsInStep === termsInStep - 1) yield;
    const each = terms[i]!;
    const product = productOf[i]!;
    const place = free[product]!;
    free[product] = place + 1;
    term[place] = i;
    from[place] = each.from;
    until[place] = ends ? ends[i]! : each.until;
    if (each.possibleUntil !== undefined) {
      possibleUntil ??= new Float64Array(length).fill(Number.NaN);
      possibleUntil[place] = each.possibleUntil;
    }
    seats[place] = each.state === 'pending' ? waits : (each.seats ?? Number.NaN);
  }
  const byStart = yield* sorted(places(length), starts, from, until);
  const byEnd = yield* sorted(byStart.slice(), starts, until, until);
  return { terms, term, from, until, seats, possibleUntil, byStart, byEnd, starts };
}

/** The columns of one product's terms. */
export function columnsOfOne(terms: readonly Term[]): Columns {
  return finish(columnsInSteps(terms, new Uint32Array(terms.length), 1));
}

function startsOf(productOf: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const product of productOf) starts[product + 1]!++;
  for (let product = 0; product < count; product++) starts[product + 1]! += starts[product]!;
  return starts;
}

function places(length: number): Uint32Array {
  const all = new Uint32Array(length);
  for (let place = 0; place < length; place++) all[place] = place;
  return all;
}

/** Beyond this many, moving places one by one costs more than the platform's own sort. */
const shortLength = 40;

/** Sorts the places of each product by `first`, then `second`; stable. */
function* sorted(
  order: Uint32Array,
  starts: Uint32Array,
  first: Float64Array,
  second: Float64Array,
): Steps<Uint32Array> {
  for (let product = 0; product + 1 < starts.length; product++) {
    if (product % productsInStep === productsInStep - 1) yield;
    const [begin, end] = [starts[product]!, starts[product + 1]!];
    if (end - begin <= shortLength) insertionSort(order, begin, end, first, second);
    else if (!isSorted(order, begin, end, first, second)) {
      // Two equal infinities differ by NaN, which is to mean 0.
      order.subarray(begin, end).sort((a, b) => first[a]! - first[b]! || second[a]! - second[b]! || 0);
    }
  }
  return order;
}

function insertionSort(
  order: Uint32Array,
  begin: number,
  end: number,
  first: Float64Array,
  second: Float64Array,
): void {
  for (let i = begin + 1; i < end; i++) {
    const place = order[i]!;
    let at = i;
    while (at > begin && isAfter(order[at - 1]!, place, first, second)) {
      order[at] = order[at - 1]!;
      at--;
    }
    order[at] = place;
  }
}

function isSorted(order: Uint32Array, begin: number, end: number, first: Float64Array, second: Float64Array): boolean {
  for (let i = begin + 1; i < end; i++) if (isAfter(order[i - 1]!, order[i]!, first, second)) return false;
  return true;
}

function isAfter(a: number, b: number, first: Float64Array, second: Float64Array): boolean {
  return first[a]! > first[b]! || (first[a] === first[b] && second[a]! > second[b]!);
}
