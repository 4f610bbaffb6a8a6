// One product's coverage, kept as rows of numbers until someone looks at its terms or its segments.
import type { Columns } from './columns';
import type { AcceptedGap, Coverage, Gap, Requirement, Segment, Term } from './model';
import { hasDrops, holesOf, type Rows, segmentsOf } from './segment-rows';

/** What a coverage is besides its numbers. */
export type Facts = Pick<Coverage, 'environment' | 'product' | 'pool' | 'older' | 'required' | 'accepted' | 'broken'>;

/** The numbers of all products. */
export interface Numbers {
  readonly columns: Columns;
  readonly rows: Rows;
}

export class ProductCoverage implements Coverage {
  readonly environment: string | undefined;
  readonly product: string | undefined;
  readonly pool: string | undefined;
  readonly older: Coverage | undefined;
  readonly required: readonly Requirement[];
  readonly accepted: readonly AcceptedGap[];
  readonly broken: number;
  readonly #numbers: Numbers;
  readonly #index: number;
  #terms: readonly Term[] | undefined;
  #segments: readonly Segment[] | undefined;
  #holes: readonly Gap[] | undefined;

  /** `index`: which of the products it is. */
  constructor(
    { environment, product, pool, older, required, accepted, broken }: Facts,
    numbers: Numbers,
    index: number,
  ) {
    this.environment = environment;
    this.product = product;
    this.pool = pool;
    this.older = older;
    this.required = required;
    this.accepted = accepted;
    this.broken = broken;
    this.#numbers = numbers;
    this.#index = index;
  }

  get terms(): readonly Term[] {
    this.#terms ??= termsOf(this.#numbers.columns, this.#index);
    return this.#terms;
  }

  get segments(): readonly Segment[] {
    this.#segments ??= segmentsOf(this.#numbers.rows, this.#index, this.#numbers.columns);
    return this.#segments;
  }

  get holes(): readonly Gap[] {
    this.#holes ??= holesOf(this.#numbers.rows, this.#index, this.#numbers.columns);
    return this.#holes;
  }

  get hasDrops(): boolean {
    return hasDrops(this.#numbers.rows, this.#index);
  }
}

function termsOf({ terms, term, byStart, starts }: Columns, index: number): readonly Term[] {
  const own: Term[] = [];
  for (let i = starts[index]!; i < starts[index + 1]!; i++) own.push(terms[term[byStart[i]!]!]!);
  return own;
}
