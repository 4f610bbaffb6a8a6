// Reprise RLM license files: nobody states the rule; taken to cover the expiry day, on the clocks of the license server.
import type { Profile } from '../profiles';
import * as words from '../words/day-rules';

export const rlm: Profile = {
  name: 'rlm',
  claims: () => false,
  decide: () => ({ expiryDay: 'covered', isAssumed: true, reason: words.assumedRule('RLM') }),
};
