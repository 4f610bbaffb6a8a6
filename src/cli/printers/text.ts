// `--format text`: a line a finding, in the form that terminals and editors make clickable.
import type { Report, Severity } from '../../core/model';
import type { Printer } from '../printers';
import { placesOf } from './places';

export const text: Printer = {
  format: 'text',
  print: report => {
    const place = placesOf();
    const lines = report.findings.map(({ file, span, severity, rule, message }) => {
      const { line, column } = place(file, span.start);
      return `${file.path}:${line}:${column}: ${severity} ${rule}: ${message}\n`;
    });
    return lines.join('') + summary(report);
  },
};

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function summary({ files, findings }: Report): string {
  const where = files.length === 1 ? '1 license file' : `${files.length} license files`;
  if (findings.length === 0) return `No findings in ${where}.\n`;
  const counts = severities.flatMap(severity => {
    const count = findings.filter(finding => finding.severity === severity).length;
    if (count === 0) return [];
    return severity === 'information' ? [`${count} information`] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return `${counts.join(', ')} in ${where}.\n`;
}
