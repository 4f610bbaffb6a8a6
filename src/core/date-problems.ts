// What is told of a date that can't be read.
import type { WrongDate } from './dates';
import type { Problem } from './model';
import { contentSpan } from './text';
import type { Scalar } from './tree';
import * as words from './words/written';

export function dateProblem(scalar: Scalar, { why, choices }: WrongDate): Problem {
  const span = contentSpan(scalar);
  return {
    rule: why === 'ambiguous' ? 'ambiguous-date' : 'invalid-date',
    span,
    message: words.wrongDate(why, scalar.text, choices),
    ...(choices.length > 0 && { subject: { kind: 'replace', span, choices } }),
  };
}
