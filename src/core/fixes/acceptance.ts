// Mends an acceptance that matches no gap or is overdue: takes it out, or puts the next look at it off.
import { spelledLike } from '../dates';
import type { FixOffer } from '../fixes';
import { dayAt, utc, zoneNamed } from '../time';
import * as words from '../words/fixes';
import { daysToReview } from './accept-gap';
import { isShared } from './anchors';
import { isBroken } from './broken';
import { removeItems } from './remove-item';

export const mendAcceptance: FixOffer = ({ subject, rule, span }, report) => {
  if (subject?.kind !== 'acceptance') return [];
  const { list, node, document } = subject.acceptance;
  const { file } = document;
  const day = dayAt(zoneNamed(document.rule.zone) ?? utc, report.at) + daysToReview;
  const date = spelledLike(file.text.slice(span.start, span.end), day, document.dateFormats);
  const later = {
    title: words.reviewAgain(date),
    preferred: true,
    make: () => (isShared(file.text, span, document.format) ? undefined : { file, edits: [{ ...span, text: date }] }),
  };
  const remove = {
    title: words.removeAcceptance,
    preferred: rule === 'unused-acceptance',
    make: () => {
      if (isBroken(report, file)) return undefined;
      const edits = removeItems(file.text, { document, list, pair: document.fields.acceptedGaps }, [node]);
      return edits && { file, edits };
    },
  };
  return rule === 'overdue-acceptance' ? [later, remove] : [remove];
};
