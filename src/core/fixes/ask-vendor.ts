// In a vendor's file, whose lines only the vendor can sign: a comment that says what to ask for, there where the answer is to be pasted.
import type { FixOffer } from '../fixes';
import { type CommentStyle, formatNamed } from '../formats';
import type { Coverage, Gap, Term } from '../model';
import { type Edit, lineBreakOf, lineEnd, lineStart } from '../text';
import { dayAt, utc, zoneNamed } from '../time';
import * as words from '../words/fixes';
import { vendorRequest } from '../words/plain';
import { fillOf } from './insert-temporary';

export const askVendor: FixOffer = ({ subject }) => {
  if (subject?.kind !== 'gap') return [];
  const { coverage, gap } = subject;
  const term = gap.before ?? gap.after;
  const style = term?.entry.document.home && formatNamed(term.entry.document.format)?.comment;
  if (!term || !style || gap.until === Infinity) return [];
  const lines = commentOf(coverage, gap, term, style);
  // Its first two lines say which license and when: where they stand, the comment has been added already.
  if (term.file.text.includes(lines.slice(0, 2).join(lineBreakOf(term.file.text)))) return [];
  const make = () => {
    const edit = insertion(lines, term, gap);
    return style.isFreeAt?.(term.file.text, edit.start) === false ? undefined : { file: term.file, edits: [edit] };
  };
  return [{ title: words.askVendor(coverage, fillOf(gap), term.rule), preferred: true, make }];
};

function commentOf(coverage: Coverage, gap: Gap, term: Term, { mark, date }: CommentStyle): readonly string[] {
  const { from, until } = fillOf(gap);
  const zone = zoneNamed(term.rule.zone) ?? utc;
  const first = dayAt(zone, from);
  const last = term.rule.expiryDay === 'covered' ? dayAt(zone, until - 1) : dayAt(zone, until);
  return vendorRequest(coverage, term, { from, until }, { starts: date(first), expires: date(last) }).map(
    (line, i) => `${mark} ${i === 0 ? '' : '  '}${line}`,
  );
}

/** Behind the license before the gap, or above that after it; never between the lines of one. */
function insertion(lines: readonly string[], { file: { text }, entry: { node } }: Term, { before }: Gap): Edit {
  const lineBreak = lineBreakOf(text);
  const comment = lines.join(lineBreak);
  const end = lineEnd(text, node.end);
  // A backslash would draw the comment into the record.
  const isOpen = text.slice(node.end, end).trimStart().startsWith('\\');
  if (before && !isOpen) return { start: end, end, text: lineBreak + comment };
  const start = lineStart(text, node.start);
  return { start, end: start, text: comment + lineBreak };
}
