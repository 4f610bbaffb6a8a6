// Removes a temporary license that fills nothing any more.
import type { FixOffer } from '../fixes';
import * as words from '../words';
import { removeItem } from './remove-item';

export const removeTemporary: FixOffer = ({ subject, file }) => {
  if (subject?.kind !== 'stale') return [];
  const { node, document } = subject.term.entry;
  const { list, fields, format } = document;
  if (!list) return [];
  const make = () => {
    const edits = removeItem(file.text, list, fields.list, node, format);
    return edits && { file, edits };
  };
  return [{ title: words.removeTemporary(subject.term), preferred: true, make }];
};
