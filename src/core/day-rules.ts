// Which rule for the last day, and which zone, hold for each entry of a document.
import { expiryDays } from './formats/definition';
import { likelyWord } from './formats/fields';
import { scalarOf, textOf } from './formats/records';
import type { DayRule, Fields, Problem } from './model';
import { inferProfile, type Profile, type ProfileFacts, profileNamed, profiles } from './profiles';
import { ownProfile, type Settings } from './settings';
import { contentSpan } from './text';
import { utc, type Zone, zoneNamed } from './time';
import type { Pair, Span } from './tree';
import { readVersion } from './versions';
import * as words from './words';
import * as writtenWords from './words/written';

/** A rule together with the clocks of its zone. */
export interface ZonedRule {
  readonly rule: DayRule;
  readonly zone: Zone;
}

/** The rule for an entry of a product. */
export type RuleFor = (entry: Fields, product: string | undefined) => ZonedRule;

/**
 * Answers for one document which rule an entry follows. `expiryDay` wins over `profile`, that over the product's known behavior, and
 * that over the settings; of each field the entry's own wins over the document's. What the fields say wrongly is added to
 * `problems`, once each.
 */
export function dayRulesOf(document: Fields, settings: Settings, problems: Problem[]): RuleFor {
  const byProduct = new Map<string | undefined, ZonedRule>();
  const seen = new Set<Pair>();
  const decide: RuleFor = (entry, product) => {
    const of = (field: keyof Fields): Pair | undefined => entry[field] ?? document[field];
    const report: Report = (pair, problem) => {
      const scalar = scalarOf(pair);
      if (seen.has(pair) || !scalar) return;
      seen.add(pair);
      const span = contentSpan(scalar);
      problems.push({ span, ...problem(scalar.text, span) });
    };
    const facts = {
      product,
      vendor: textOf(of('vendor')),
      version: versionOf(of('server')),
    };
    const own = ownProfile(settings, [product, facts.vendor]);
    const zone = zoneOf(of('timezone'), own?.[1].timezone ?? settings.timezone, report);
    return {
      zone,
      rule: { zone: zone.name, ...ruleOf(of('expiryDay'), of('profile'), of('server'), facts, own, settings, report) },
    };
  };
  return (entry, product) => {
    if (entry.timezone ?? entry.vendor ?? entry.server ?? entry.expiryDay ?? entry.profile)
      return decide(entry, product);
    const known = byProduct.get(product);
    if (known) return known;
    const rule = decide(entry, product);
    byProduct.set(product, rule);
    return rule;
  };
}

/** The product an entry is for: its own, the document's, or what its name says. */
export function productOf(entry: Fields, document: Fields): string | undefined {
  return textOf(entry.product) ?? textOf(document.product) ?? textOf(entry.name);
}

type Report = (pair: Pair, problem: (text: string, span: Span) => Omit<Problem, 'span'>) => void;

/** The word that was likely meant, alone. */
function likeliest(text: string, known: readonly string[]): readonly string[] | undefined {
  const likely = likelyWord(text, known);
  return likely === undefined ? undefined : [likely];
}

function ruleOf(
  expiryDay: Pair | undefined,
  profile: Pair | undefined,
  server: Pair | undefined,
  facts: ProfileFacts,
  own: ReturnType<typeof ownProfile>,
  settings: Settings,
  report: Report,
): Omit<DayRule, 'zone'> {
  const said = textOf(expiryDay)?.toLowerCase();
  if (said === 'covered' || said === 'uncovered') {
    return { profile: said, expiryDay: said, reason: words.expiryDayInFile(said) };
  }
  if (said !== undefined) {
    report(expiryDay!, (text, span) => ({
      rule: 'unknown-field',
      ...writtenWords.unknownValue('expiryDay', text, expiryDays),
      subject: { kind: 'replace', span, choices: likeliest(text, expiryDays) ?? expiryDays },
    }));
  }
  const name = textOf(profile);
  const asked = name === undefined ? undefined : profileNamed(name);
  if (name !== undefined && !asked) {
    const names = profiles.map(({ name }) => name);
    report(profile!, (text, span) => ({
      rule: 'unknown-field',
      ...writtenWords.unknownValue('profile', text, names),
      subject: { kind: 'replace', span, choices: likeliest(text, names) ?? [] },
    }));
  }
  if (!asked && own?.[1].expiryDay) return statedRule(own[1].expiryDay, own[0]);
  const chosen = asked ?? inferProfile(facts);
  if (chosen.name === 'unstated' && !asked && settings.expiryDay) {
    return {
      profile: settings.expiryDay,
      expiryDay: settings.expiryDay,
      reason: words.expiryDayInSettings(settings.expiryDay),
    };
  }
  if (chosen.name === 'code42' && server && facts.version !== undefined && !readVersion(facts.version)) {
    report(versionPair(server) ?? server, text => ({
      rule: 'unknown-version',
      message: writtenWords.unknownVersion(text),
    }));
  }
  return { profile: chosen.name, ...chosen.decide(facts) };
}

/** The rule that the setting `profiles` states under a name. */
function statedRule(said: 'covered' | 'uncovered' | 'unstated', name: string): Omit<DayRule, 'zone'> {
  return { profile: said, expiryDay: said, reason: words.ruleInProfiles(name, said) };
}

/** The rule of a vendor's format, unless the settings say another for the product, its vendor or the format. */
export function vendorRule(
  profile: Profile,
  product: string | undefined,
  vendor: string | undefined,
  settings: Settings,
): ZonedRule {
  const own = ownProfile(settings, [product, vendor, profile.name]);
  const zone = zoneNamed(own?.[1].timezone ?? profile.zone ?? settings.timezone) ?? utc;
  const verdict = profile.decide({ product, vendor, version: undefined });
  // What ends at an instant has no day of which it could be said.
  const said = verdict.expiryDay === 'instant' ? undefined : own?.[1].expiryDay;
  return {
    zone,
    rule: { ...(said ? statedRule(said, own![0]) : verdict), profile: profile.name, zone: zone.name },
  };
}

function zoneOf(pair: Pair | undefined, otherwise: string, report: Report): Zone {
  const name = textOf(pair);
  const zone = name === undefined ? undefined : zoneNamed(name);
  if (zone) return zone;
  const fallback = zoneNamed(otherwise) ?? utc;
  if (name !== undefined)
    report(pair!, text => ({ rule: 'unknown-zone', message: writtenWords.unknownZone(text, fallback.name) }));
  return fallback;
}

/** The version of `server: { version: … }`; a bare `server: 5.3.1` is taken to mean the same. */
function versionOf(server: Pair | undefined): string | undefined {
  return server && textOf(versionPair(server) ?? server);
}

export function versionPair(server: Pair): Pair | undefined {
  return server.value.kind === 'map'
    ? server.value.pairs.find(({ key }) => key.text.toLowerCase() === 'version')
    : undefined;
}
