// What a check prints: a line a finding, in the form that terminals and editors make clickable, and whether it has failed.
import type { Report, Severity } from './model';
import { placesOf } from './places';
import * as words from './words/tasks';

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The least severity at which a check fails. */
export const failOns = ['error', 'warning', 'information', 'never'] as const;

export type Listed = Pick<Report, 'files' | 'findings'>;

/**
 * `licenses.yaml:6:41: error gap: …` for each finding, and a sum; each line ends with a line feed. The problem matcher of the manifest
 * reads these lines.
 */
export function listing({ files, findings }: Listed): string {
  const place = placesOf();
  const lines = findings.map(({ file, span, severity, rule, message }) => {
    const { line, column } = place(file, span.start);
    return `${plain(`${file.path}:${line}:${column}: ${severity} ${rule}: ${message}`)}\n`;
  });
  const counts = severities
    .map(severity => [severity, findings.filter(finding => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0);
  return `${lines.join('')}${words.sum(counts, files.length)}\n`;
}

export function fails({ findings }: Pick<Report, 'findings'>, failOn: (typeof failOns)[number]): boolean {
  if (failOn === 'never') return false;
  const least = severities.indexOf(failOn);
  return findings.some(({ severity }) => severities.indexOf(severity) <= least);
}

/** What of a report is about some files and folders, by their paths; about all of it where none is named. */
export function below({ files, findings }: Listed, paths: readonly string[]): Listed {
  const wanted = paths.map(path => path.replace(/^\.\/|\/$/g, '')).filter(path => path !== '' && path !== '.');
  if (wanted.length < paths.length || paths.length === 0) return { files, findings };
  const isWanted = (path: string): boolean => wanted.some(each => path === each || path.startsWith(`${each}/`));
  return {
    files: files.filter(({ path }) => isWanted(path)),
    findings: findings.filter(({ file }) => isWanted(file.path)),
  };
}

/** A terminal obeys some characters, and a name of a file may hold any. */
function plain(line: string): string {
  return line.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
