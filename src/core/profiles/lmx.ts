// X-Formation LM-X license files: nobody states the rule; taken to cover the expiry day.
import type { Profile } from '../profiles';
import * as words from '../words/day-rules';

export const lmx: Profile = {
  name: 'lmx',
  claims: () => false,
  decide: () => ({ expiryDay: 'covered', isAssumed: true, reason: words.assumedRule('LM-X') }),
};
