// Replaces a word that can't be meant by the nearest thing that can: a real date, a known field.
import type { FixOffer } from '../fixes';
import * as words from '../words/fixes';
import { isShared } from './anchors';

export const replaceText: FixOffer = ({ subject, file }, { files }) => {
  if (subject?.kind !== 'replace') return [];
  const { span, choices } = subject;
  // What stands under an alias is written elsewhere, and what has an anchor is what others say too.
  const format = files.find(({ path }) => path === file.path)?.format ?? '';
  if (isShared(file.text, span, format)) return [];
  return choices.map((text, index) => ({
    title: words.replaceBy(text),
    preferred: index === 0 && choices.length === 1,
    make: () => ({ file, edits: [{ start: span.start, end: span.end, text }] }),
  }));
};
