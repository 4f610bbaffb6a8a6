// PACKAGE lines: they license nothing by themselves; a FEATURE or INCREMENT of the package's name gives each component.
import { decimals } from '../feature-versions';
import { maxRecords } from '../limits';
import { getOrAdd } from '../maps';
import type { Term } from '../model';
import type { Span } from '../tree';
import * as words from '../words/vendor-files';
import { familiesOf } from './families';
import type { OtherLine } from './line-file';
import { type LineDialect, LineReader } from './line-reader';
import type { VendorReading } from './vendor';

/** A feature in a package. */
interface Component {
  readonly product: string;
  readonly version: string | undefined;
  /** How many of it each license of the package gives. */
  readonly count: number;
}

/** Adds what packages give of their features. What ends with the package's own license is told of that. */
export function openPackages(lines: readonly OtherLine[], dialect: LineDialect, reading: VendorReading): void {
  if (lines.length === 0) return;
  const { terms, problems, broken } = reading;
  const familyOf = familiesOf(terms);
  const unread = new Set(broken.map(({ product }) => product?.toLowerCase()));
  /** By name, vendor and version: a thousand lines may name one package. */
  const licenses = new Map<string, readonly Term[]>();
  const given: Term[] = [];
  for (const line of lines) {
    const reader = new LineReader(reading.text, dialect, line.start);
    reader.next();
    if (reader.fieldCount < 2) continue;
    const [product, vendor] = [reader.word(0), reader.word(1)];
    // Before version 7.1 the package's key may stand where its version is left out.
    const third = reader.fieldCount > 2 ? reader.word(2) : '';
    const version = third === '' || /^[\dA-F]{12,20}$/i.test(third) ? undefined : third;
    const key = [product, vendor, version ?? ''].join('\n').toLowerCase();
    const enabling = getOrAdd(licenses, key, () =>
      familyOf({ product, vendor })
        .map(index => terms[index]!)
        .filter(({ pool }) => version === undefined || decimals.compare(pool!.version, version) === 0),
    );
    if (enabling.length === 0) {
      if (!unread.has(product.toLowerCase())) problems.push(lonely(reader.head, product, version));
      continue;
    }
    for (const component of componentsOf(reader)) {
      const room = maxRecords - given.length;
      if (room === 0) break;
      for (const term of enabling.slice(0, room)) given.push(componentTerm(term, component, vendor, reading));
    }
  }
  for (const term of given) terms.push(term);
}

function lonely(span: Span, product: string, version: string | undefined): VendorReading['problems'][number] {
  return { rule: 'ignored-line', span, message: words.lonelyPackage(product, version) };
}

/** `f[:version[:count]] …`. */
function componentsOf(reader: LineReader): readonly Component[] {
  const index = reader.attribute('COMPONENTS');
  const list = index < 0 ? '' : (reader.value(index) ?? '');
  return list
    .split(/\s+/)
    .filter(text => /^[^:]/.test(text))
    .map(text => {
      const [product = '', version, count] = text.split(':');
      return { product, version: version || undefined, count: /^[1-9]\d{0,5}$/.test(count ?? '') ? Number(count) : 1 };
    });
}

function componentTerm(
  term: Term,
  { product, version, count }: Component,
  vendor: string,
  reading: VendorReading,
): Term {
  const { version: packageVersion, host } = term.pool!;
  const { pool } = reading.pool({ product, vendor, version: version ?? packageVersion, host });
  const seats = term.seats === undefined ? undefined : term.seats * count;
  return { ...term, product: pool.product, pool, seats, isBundled: true };
}
