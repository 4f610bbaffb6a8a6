// Products that stop at the beginning of the day on which their license expires.
import type { Profile } from '../profiles';
import * as words from '../words';

export const uncovered: Profile = {
  name: 'uncovered',
  claims: () => false,
  decide: () => ({ expiryDay: 'uncovered', reason: words.profileNamedInFile('uncovered') }),
};
