// Products whose rule for the expiry day nobody has stated: that day may be covered or not.
import type { Profile } from '../profiles';
import * as words from '../words';

export const unstated: Profile = {
  name: 'unstated',
  claims: () => false,
  decide: () => ({ expiryDay: 'unstated', reason: words.nothingStated }),
};
