// UPGRADE lines: they take licenses of a lower version away and give as many of a higher one.
import { decimals } from '../feature-versions';
import type { Term } from '../model';
import { firstIndex } from '../search';
import * as words from '../words';
import { familiesOf, replaceTerms } from './families';
import type { UpgradeLine } from './line-file';
import type { VendorReading } from './vendor';

/** How many lines above an UPGRADE are looked at for the one that it upgrades. */
const farthest = 1_000;

/**
 * Takes away from the closest license above each UPGRADE what the line has moved to its own version, for all of that license's time. A
 * license of which nothing is left is none.
 */
export function moveUpgrades(upgrades: readonly UpgradeLine[], { terms, problems }: VendorReading): void {
  if (upgrades.length === 0) return;
  const familyOf = familiesOf(terms);
  const places = new Map(terms.map((term, index) => [term, index]));
  const changed = new Map<number, Term | undefined>();
  for (const upgrade of upgrades) {
    const { pool, seats } = upgrade.term;
    const family = familyOf(pool!);
    const end = firstIndex(family, index => index >= places.get(upgrade.term)!);
    const index = family
      .slice(Math.max(end - farthest, 0), end)
      .reverse()
      .find(each => isUpgraded(changed.has(each) ? changed.get(each) : terms[each], upgrade));
    if (index === undefined) {
      const message = words.lonelyUpgrade(upgrade.fromVersion, pool!.version ?? '');
      const { start, keyword } = upgrade;
      problems.push({ rule: 'ignored-line', span: { start, end: start + keyword.length }, message });
      continue;
    }
    const base = changed.get(index) ?? terms[index]!;
    if (base.seats === undefined || base.seats === Number.POSITIVE_INFINITY || seats === undefined) continue;
    changed.set(index, base.seats > seats ? { ...base, seats: base.seats - seats } : undefined);
  }
  replaceTerms(terms, changed);
}

/** Of a version from where the UPGRADE begins to below where it leads. */
function isUpgraded(base: Term | undefined, { term: { pool }, fromVersion }: UpgradeLine): boolean {
  if (!base) return false;
  const { version } = base.pool!;
  return decimals.compare(version, fromVersion) >= 0 && decimals.compare(version, pool!.version) < 0;
}
