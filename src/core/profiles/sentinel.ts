// Sentinel RMS licenses: the expiry day is covered, in UTC.
import type { Profile } from '../profiles';
import * as words from '../words/day-rules';

/** Thales, Sentinel EMS: "The date (day, month, and year) beyond which the licensed software cannot be run"; its dates are in UTC unless the vendor chose another zone. */
const guide = 'https://docs.sentinelcloud.com/softwareandservices/ems/EMSdocs/UG/RMS_LM/RMS_Redundant.htm';

export const sentinel: Profile = {
  name: 'sentinel',
  zone: 'UTC',
  claims: () => false,
  decide: () => ({ expiryDay: 'covered', reason: words.sentinelRule, source: guide }),
};
