// Exchanges the start and the expiry of a term that ends before it begins.
import type { FileEdits, FixOffer } from '../fixes';
import type { Report, SourceFile } from '../model';
import type { Span } from '../tree';
import * as words from '../words/fixes';
import { isShared } from './anchors';
import { isOwn } from './pairs';

export const swapDates: FixOffer = ({ subject, file }, report) => {
  if (subject?.kind !== 'swap') return [];
  const make = (): FileEdits | undefined => {
    const dates = [subject.first, subject.second].sort((a, b) => a.start - b.start);
    if (!dates.every(date => isOwnDate(date, file, report))) return undefined;
    // Each goes with its quotes: what stands in one kind of them may mean something else in another.
    const [first, second] = dates.map(date => withQuotes(file.text, date)) as [Span, Span];
    const textOf = ({ start, end }: Span): string => file.text.slice(start, end);
    return {
      file,
      edits: [
        { ...first, text: textOf(second) },
        { ...second, text: textOf(first) },
      ],
    };
  };
  return [{ title: words.swapDates, preferred: true, make }];
};

function withQuotes(text: string, { start, end }: Span): Span {
  const quote = /("""|'''|["'])$/.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? '';
  return { start: start - quote.length, end: end + quote.length };
}

/** Whether a date is that of one entry alone: merged and aliased ones are those of others too. */
function isOwnDate(date: Span, file: SourceFile, { files }: Report): boolean {
  const entries = files
    .filter(({ path }) => path === file.path)
    .flatMap(({ documents }) => documents.flatMap(({ entries }) => entries));
  const saying = entries.filter(({ fields }) =>
    [fields.starts, fields.expires].some(pair => pair && pair.value.start <= date.start && date.end <= pair.value.end),
  );
  const [entry] = saying;
  if (!entry || saying.length > 1 || isShared(file.text, date, entry.document.format)) return false;
  const { node, fields } = entry;
  return [fields.starts, fields.expires].every(pair => isOwn(node, pair));
}
