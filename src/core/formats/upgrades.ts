// UPGRADE lines: they take licenses of a lower version away and give as many of a higher one.
import { decimals } from '../feature-versions';
import type { Problem, Term } from '../model';
import * as words from '../words/vendor-files';
import { familiesOf, replaceTerms } from './families';
import type { UpgradeLine } from './line-file';
import type { VendorReading } from './vendor';

/** How many licenses above an UPGRADE are looked at for the one that it upgrades. */
const farthest = 1_000;

/**
 * Takes away from the closest license above each UPGRADE what the line has moved to its own version, as long as both hold. Before and
 * after, the license gives all that it has; where nothing is left of it, it gives none.
 */
export function moveUpgrades(upgrades: readonly UpgradeLine[], { terms, problems }: VendorReading): void {
  if (upgrades.length === 0) return;
  const familyOf = familiesOf(terms);
  const upgradeOf = new Map(upgrades.map(upgrade => [upgrade.term, upgrade]));
  const changed = new Map<number, readonly Term[]>();
  for (const family of new Set(upgrades.map(({ term }) => familyOf(term.pool!)))) {
    const rankOf = ranking(family.flatMap(index => versionsOf(terms[index]!, upgradeOf.get(terms[index]!))));
    const above: number[] = [];
    for (const index of family) {
      const upgrade = upgradeOf.get(terms[index]!);
      if (upgrade) {
        const place = baseAmong(above, terms, upgrade, rankOf);
        if (place === undefined) problems.push(lonely(upgrade));
        else {
          const left = (changed.get(above[place]!) ?? [terms[above[place]!]!]).flatMap(base =>
            leftOf(base, upgrade.term),
          );
          changed.set(above[place]!, left);
          if (left.length === 0) above.splice(place, 1);
        }
      }
      above.push(index);
    }
  }
  replaceTerms(terms, changed);
}

/** The place of the closest license that holds at its time and is of a version from where the UPGRADE begins to below where it leads. */
function baseAmong(
  above: readonly number[],
  terms: readonly Term[],
  { term, fromVersion }: UpgradeLine,
  rankOf: (version: string | undefined) => number,
): number | undefined {
  const [from, to] = [rankOf(fromVersion), rankOf(term.pool!.version)];
  for (let place = above.length - 1; place >= Math.max(above.length - farthest, 0); place--) {
    const base = terms[above[place]!]!;
    const rank = rankOf(base.pool!.version);
    if (rank >= from && rank < to && base.from < term.until && term.from < base.until) return place;
  }
  return undefined;
}

/** What an UPGRADE leaves of a license: all of it before and after, and what it has not moved while it holds. */
function leftOf(base: Term, upgrade: Term): readonly Term[] {
  if (base.seats === undefined || base.seats === Number.POSITIVE_INFINITY || upgrade.seats === undefined) return [base];
  const [from, until] = [Math.max(base.from, upgrade.from), Math.min(base.until, upgrade.until)];
  if (from >= until) return [base];
  const parts = [
    { ...base, until: from, possibleUntil: undefined },
    {
      ...base,
      from,
      until,
      seats: base.seats - upgrade.seats,
      ...(until < base.until && { possibleUntil: undefined }),
    },
    { ...base, from: until },
  ];
  return parts.filter(part => part.from < part.until && part.seats! > 0);
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
