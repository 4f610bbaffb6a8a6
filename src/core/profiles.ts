// What a profile is, the list of them, and which one holds for an entry.
import type { DayRule } from './model';
import { code42 } from './profiles/code42';
import { covered } from './profiles/covered';
import { f5 } from './profiles/f5';
import { flexnet } from './profiles/flexnet';
import { lmx } from './profiles/lmx';
import { rlm } from './profiles/rlm';
import { sap } from './profiles/sap';
import { uncovered } from './profiles/uncovered';
import { unstated } from './profiles/unstated';

/** What a file says about an entry that a profile may decide by. */
export interface ProfileFacts {
  readonly product: string | undefined;
  readonly vendor: string | undefined;
  /** The server version exactly as written. */
  readonly version: string | undefined;
}

export type Verdict = Pick<DayRule, 'expiryDay' | 'reason' | 'source' | 'isAssumed' | 'tolerance'>;

/** A product's rule for the day on which a license expires. */
export interface Profile {
  /** The value of `profile` that asks for it. */
  readonly name: string;
  /** Whether it holds for this product without being asked for. */
  claims(facts: ProfileFacts): boolean;
  decide(facts: ProfileFacts): Verdict;
  /** The IANA zone of its bare dates, where the product and not the place of its server decides. */
  readonly zone?: string;
  /** How the product behaves, for the hover; absent where nothing is known. */
  readonly outage?: Outage;
}

/** What a gap means for a product's users, and what to do about it, in order. */
export interface Outage {
  readonly symptoms: readonly string[];
  readonly remedies: readonly string[];
  /** What to do when the temporary key has come, in order. */
  readonly onReceipt: readonly string[];
  readonly source: { readonly title: string; readonly url: string };
}

/** Those that a file may ask for by name; formats whose licenses end at an instant have profiles besides. */
export const profiles: readonly Profile[] = [
  ...[code42, covered, uncovered, unstated],
  ...[flexnet, rlm, lmx, sap, f5],
];

export function profileNamed(name: string): Profile | undefined {
  const wanted = name.toLowerCase();
  return profiles.find(profile => profile.name === wanted);
}

/** The profile that holds where the file asks for none. */
export function inferProfile(facts: ProfileFacts): Profile {
  return profiles.find(profile => profile.claims(facts)) ?? unstated;
}
