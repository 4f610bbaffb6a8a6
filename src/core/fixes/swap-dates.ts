// Exchanges the start and the expiry of a term that ends before it begins.
import type { FixOffer } from '../fixes';
import * as words from '../words';

export const swapDates: FixOffer = ({ subject, file }) => {
  if (subject?.kind !== 'swap') return [];
  const [first, second] = [subject.first, subject.second].sort((a, b) => a.start - b.start) as [
    typeof subject.first,
    typeof subject.first,
  ];
  const textOf = ({ start, end }: typeof first): string => file.text.slice(start, end);
  const make = () => ({
    file,
    edits: [
      { ...first, text: textOf(second) },
      { ...second, text: textOf(first) },
    ],
  });
  return [{ title: words.swapDates, preferred: true, make }];
};
