// Products that still run on the day their license expires.
import type { Profile } from '../profiles';
import * as words from '../words';

export const covered: Profile = {
  name: 'covered',
  claims: () => false,
  decide: () => ({ expiryDay: 'covered', reason: words.profileNamedInFile('covered') }),
};
