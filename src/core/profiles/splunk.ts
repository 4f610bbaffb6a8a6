// Splunk licenses: they end at an instant, in seconds of UTC.
import type { Profile } from '../profiles';
import * as words from '../words/day-rules';

/** `expiration_time`, `creation_time` and what else a license says. */
const page = 'https://docs.splunk.com/Documentation/Splunk/9.4.0/RESTREF/RESTlicense';

export const splunk: Profile = {
  name: 'splunk',
  claims: () => false,
  decide: () => ({ expiryDay: 'instant', reason: words.splunkRule, source: page }),
  zone: 'UTC',
};
