// SAP license keys and maintenance certificates: nobody states the rule; taken to cover the expiry day.
import type { Profile } from '../profiles';
import * as words from '../words/day-rules';

export const sap: Profile = {
  name: 'sap',
  claims: () => false,
  decide: () => ({ expiryDay: 'covered', isAssumed: true, reason: words.assumedRule('SAP') }),
};
