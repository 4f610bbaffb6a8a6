// Mends what a reader knows how to mend: the edits come with the finding.
import type { FixOffer } from '../fixes';

export const mend: FixOffer = ({ subject, file }) => {
  if (subject?.kind !== 'mend') return [];
  const { title, edits } = subject;
  return [{ title, preferred: true, make: () => ({ file, edits }) }];
};
