// UPGRADE lines: they take licenses of a lower version away and give as many of a higher one.
import { decimals } from '../feature-versions';
import type { Problem, Term } from '../model';
import * as words from '../words';
import { familiesOf, replaceTerms } from './families';
import type { UpgradeLine } from './line-file';
import type { VendorReading } from './vendor';

/** How many licenses above an UPGRADE are looked at for the one that it upgrades. */
const farthest = 1_000;

/**
 * Takes away from the closest license above each UPGRADE what the line has moved to its own version, for all of that license's time. A
 * license of which nothing is left is none.
 */
export function moveUpgrades(upgrades: readonly UpgradeLine[], { terms, problems }: VendorReading): void {
  if (upgrades.length === 0) return;
  const familyOf = familiesOf(terms);
  const upgradeOf = new Map(upgrades.map(upgrade => [upgrade.term, upgrade]));
  const changed = new Map<number, Term | undefined>();
  for (const family of new Set(upgrades.map(({ term }) => familyOf(term.pool!)))) {
    const rankOf = ranking(family.flatMap(index => versionsOf(terms[index]!, upgradeOf.get(terms[index]!))));
    const above: number[] = [];
    for (const index of family) {
      const upgrade = upgradeOf.get(terms[index]!);
      if (upgrade) {
        const place = baseAmong(above, terms, upgrade, rankOf);
        if (place === undefined) problems.push(lonely(upgrade));
        else if (isUsedUp(above[place]!, upgrade.term, terms, changed)) above.splice(place, 1);
      }
      above.push(index);
    }
  }
  replaceTerms(terms, changed);
}

/** The place of the closest license of a version from where the UPGRADE begins to below where it leads. */
function baseAmong(
  above: readonly number[],
  terms: readonly Term[],
  { term, fromVersion }: UpgradeLine,
  rankOf: (version: string | undefined) => number,
): number | undefined {
  const [from, to] = [rankOf(fromVersion), rankOf(term.pool!.version)];
  for (let place = above.length - 1; place >= Math.max(above.length - farthest, 0); place--) {
    const rank = rankOf(terms[above[place]!]!.pool!.version);
    if (rank >= from && rank < to) return place;
  }
  return undefined;
}

/** Takes away what is moved; whether nothing is left. */
function isUsedUp(
  index: number,
  { seats }: Term,
  terms: readonly Term[],
  changed: Map<number, Term | undefined>,
): boolean {
  const base = changed.get(index) ?? terms[index]!;
  if (base.seats === undefined || base.seats === Number.POSITIVE_INFINITY || seats === undefined) return false;
  const isAll = base.seats <= seats;
  changed.set(index, isAll ? undefined : { ...base, seats: base.seats - seats });
  return isAll;
}

function versionsOf({ pool }: Term, upgrade: UpgradeLine | undefined): readonly (string | undefined)[] {
  return upgrade ? [pool!.version, upgrade.fromVersion] : [pool!.version];
}

/** Versions as numbers that compare as they do: there are few of them, and each is asked for a thousand times. */
function ranking(versions: readonly (string | undefined)[]): (version: string | undefined) => number {
  const sorted = [...new Set(versions)].sort(decimals.compare);
  const ranks = new Map<string | undefined, number>();
  let rank = 0;
  for (const [i, version] of sorted.entries()) {
    if (i > 0 && decimals.compare(sorted[i - 1], version) !== 0) rank++;
    ranks.set(version, rank);
  }
  return version => ranks.get(version)!;
}

function lonely({ fromVersion, term: { pool }, start, keyword }: UpgradeLine): Problem {
  const message = words.lonelyUpgrade(fromVersion, pool!.version ?? '');
  return { rule: 'ignored-line', span: { start, end: start + keyword.length }, message };
}
