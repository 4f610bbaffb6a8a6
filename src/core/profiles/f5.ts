// F5 BIG-IP licenses: the expiry day is covered, on the clocks of the device.
import type { Profile } from '../profiles';
import * as words from '../words/day-rules';

/** A public monitor of BIG-IP licenses; no statement of F5 itself was found. */
const monitor = 'https://github.com/cybershoe/f5-nagios-bigip-license-monitor';

export const f5: Profile = {
  name: 'f5',
  claims: () => false,
  decide: () => ({ expiryDay: 'covered', reason: words.f5Rule, source: monitor }),
};
