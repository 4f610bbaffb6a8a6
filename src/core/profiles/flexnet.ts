// FlexNet (FlexLM) license files: the expiry day is covered, on the clocks of the license server.
import type { Profile } from '../profiles';
import * as words from '../words/day-rules';

/** Ansys, "Understanding FlexLM behavior with multiple activated licenses": a license and a renewal that starts the day after it expires. */
const article = 'https://optics.ansys.com/hc/en-us/articles/360025210854';

export const flexnet: Profile = {
  name: 'flexnet',
  claims: () => false,
  decide: () => ({ expiryDay: 'covered', reason: words.flexnetRule, source: article }),
};
