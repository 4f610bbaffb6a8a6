// Elasticsearch licenses: they end at an instant, in UTC, often in the last millisecond of a day.
import type { Profile } from '../profiles';
import * as words from '../words/day-rules';

/** `expiryDate < now` ends a license; a date without a time is made the last millisecond of its day (`DateUtils.java` beside it). */
const code =
  'https://github.com/elastic/elasticsearch/blob/main/x-pack/plugin/core/src/main/java/org/elasticsearch/license/License.java';

export const elastic: Profile = {
  name: 'elastic',
  claims: () => false,
  decide: () => ({ expiryDay: 'instant', tolerance: 1000, reason: words.elasticRule, source: code }),
  zone: 'UTC',
};
