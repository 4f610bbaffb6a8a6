// Replaces a word that can't be meant by the nearest thing that can: a real date, a known field.
import type { FixOffer } from '../fixes';
import * as words from '../words';

export const replaceText: FixOffer = ({ subject, file }) => {
  if (subject?.kind !== 'replace') return [];
  const { span, choices } = subject;
  return choices.map((text, index) => ({
    title: words.replaceBy(text),
    preferred: index === 0 && choices.length === 1,
    make: () => ({ file, edits: [{ start: span.start, end: span.end, text }] }),
  }));
};
