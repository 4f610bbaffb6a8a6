// Mends an acceptance that matches no gap or is overdue: takes it out, or puts the next look at it off.
import { spelledLike } from '../dates';
import type { FixOffer } from '../fixes';
import { dayAt, utc, zoneNamed } from '../time';
import * as words from '../words';
import { daysToReview } from './accept-gap';
import { removeItem } from './remove-item';

export const mendAcceptance: FixOffer = ({ subject, rule, span }, { at }) => {
  if (subject?.kind !== 'acceptance') return [];
  const { list, node, document } = subject.acceptance;
  const { file } = document;
  const day = dayAt(zoneNamed(document.rule.zone) ?? utc, at) + daysToReview;
  const date = spelledLike(file.text.slice(span.start, span.end), day, document.dateFormats);
  const later = {
    title: words.reviewAgain(date),
    preferred: true,
    make: () => ({ file, edits: [{ ...span, text: date }] }),
  };
  const remove = {
    title: words.removeAcceptance,
    preferred: rule === 'unused-acceptance',
    make: () => {
      const edits = removeItem(file.text, list, document.fields.acceptedGaps, node, document.format);
      return edits && { file, edits };
    },
  };
  return rule === 'overdue-acceptance' ? [later, remove] : [remove];
};
