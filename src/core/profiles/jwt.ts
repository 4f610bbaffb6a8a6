// JSON Web Tokens as licenses: valid from `nbf` on and no longer at `exp`, in seconds of UTC.
import type { Profile } from '../profiles';
import * as words from '../words/day-rules';

/** "The current date/time MUST be before the expiration date/time listed in the exp claim"; `nbf` (4.1.5): "after or equal to". */
const page = 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4';

export const jwt: Profile = {
  name: 'jwt',
  claims: () => false,
  decide: () => ({ expiryDay: 'instant', reason: words.jwtRule, source: page }),
  zone: 'UTC',
};
