// Offers to ask the vendor for a temporary key, wherever one would help.

import { ruleOfGap } from '../coverage';
import type { FixOffer } from '../fixes';
import { formatNamed } from '../formats';
import type { Gap } from '../model';
import * as words from '../words/fixes';
import { fillOf } from './insert-temporary';

export const requestKey: FixOffer = ({ subject }) => {
  if (subject?.kind !== 'gap' || subject.gap.state === 'accepted') return [];
  const { coverage, gap } = subject;
  return [
    {
      title: words.requestKey(coverage, fillOf(gap), ruleOfGap(coverage, gap)),
      // Where nothing can be written into the file, this is the one to take.
      preferred: !canBeWritten(gap),
      make: () => undefined,
      errand: { kind: 'request', coverage, gap },
    },
  ];
};

function canBeWritten({ pending, before, after }: Gap): boolean {
  const document = (pending ?? before ?? after)?.entry.document;
  return !document?.home || formatNamed(document.format)?.comment !== undefined;
}
