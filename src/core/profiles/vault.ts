// Licenses of HashiCorp Vault, Consul and Nomad: they end at an instant, in UTC, often in the last second of a day.
import type { Profile } from '../profiles';
import * as words from '../words/day-rules';

/** What "expiration" and "termination" mean. */
const page = 'https://developer.hashicorp.com/vault/docs/license';

export const vault: Profile = {
  name: 'vault',
  claims: () => false,
  decide: () => ({ expiryDay: 'instant', tolerance: 1000, reason: words.vaultRule, source: page }),
  zone: 'UTC',
};
