// Which gaps a language model would fill, and what would be written: made for a person to confirm, before anything is.
import { ruleOfGap } from './coverage';
import type { FileEdits } from './fixes';
import { fill, fillableFindings, fillOf } from './fixes/insert-temporary';
import type { Coverage, Finding, Gap, SourceFile } from './model';
import { placesOf } from './places';
import { isAskedFor, isOf, type NamedReport, type Question, type Refusal, readQuestion } from './uncovered-question';
import { coverageName, fillStretch } from './words';

/** What is filled in one folder. */
export interface FolderFill {
  readonly files: readonly FileEdits[];
  /** One for each gap, in the order of the text. */
  readonly licenses: readonly NewLicense[];
}

/** A temporary license to be inserted. */
export interface NewLicense {
  readonly file: SourceFile;
  /** Of the date at which the gap begins, from 1. */
  readonly line: number;
  /** The product and the days, safe to show as plain text. */
  readonly name: string;
  readonly days: string;
}

interface Wanted {
  readonly finding: Finding;
  readonly coverage: Coverage;
  readonly gap: Gap;
}

/** How many licenses a person can be asked to confirm at once. */
const mostLicenses = 20;

/** One for each report, in their order. The gaps are those of `product`, `environment` and `file` that lie on `date`. */
export function planFill(reports: readonly NamedReport[], input: unknown): readonly FolderFill[] | Refusal {
  const asked = readQuestion(reports, input);
  if ('problem' in asked) return asked;
  const wanted = reports.map(named => wantedIn(named, asked));
  const count = wanted.flat().length;
  if (count === 0) {
    return {
      problem:
        'No gap that is asked for can be filled. Gaps that are over, possible, pending or accepted are not filled, and vendors’ files are ' +
        'signed by their vendors: ask the user to run the command "License Coverage: Request Temporary License Key" instead.',
    };
  }
  if (count > mostLicenses)
    return {
      problem: `${count} gaps are asked for, but no more than ${mostLicenses} at once. Ask by product, file or date.`,
    };
  const plan = wanted.map(fillIn);
  return plan.some(({ files }) => files.length > 0)
    ? plan
    : { problem: 'The text at that place can’t be edited safely. Ask the user to do it by hand.' };
}

function wantedIn({ report }: NamedReport, asked: Question): readonly Wanted[] {
  const paths = new Map(report.findings.map(({ file }) => [file.path, file]));
  return [...paths.values()]
    .filter(file => isOf(file, asked.file))
    .flatMap(file => fillableFindings(report, file))
    .flatMap(finding => {
      const { subject } = finding;
      if (subject?.kind !== 'gap' || !isAskedFor(subject.coverage, asked)) return [];
      const { from, until } = fillOf(subject.gap);
      const isThen = !asked.date || (until > asked.date.from && from < asked.date.until);
      return isThen ? [{ finding, coverage: subject.coverage, gap: subject.gap }] : [];
    });
}

function fillIn(wanted: readonly Wanted[]): FolderFill {
  const place = placesOf();
  // Some text can't be edited safely.
  const filled = wanted.filter(({ gap }) => fill([gap]).length > 0);
  return {
    files: fill(filled.map(({ gap }) => gap)),
    licenses: filled.map(({ finding: { file, span }, coverage, gap }) => ({
      file,
      line: place(file, span.start).line,
      name: coverageName(coverage),
      days: fillStretch(ruleOfGap(coverage, gap), fillOf(gap)),
    })),
  };
}
