// Perforce licenses: they end at an instant.
import type { Profile } from '../profiles';
import * as words from '../words/day-rules';

export const perforce: Profile = {
  name: 'perforce',
  zone: 'UTC',
  claims: () => false,
  decide: () => ({ expiryDay: 'instant', reason: words.perforceRule }),
};
