// `license-coverage check`: prints the report and says by the exit code whether anything is wrong.
import { analyze } from '../core/analyze';
import type { Severity } from '../core/model';
import type { Request } from './cli';
import { findFiles } from './files';

const ranks: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export function check(request: Request): number {
  const { files, failures } = findFiles(request);
  const report = analyze(files, request.settings, request.at);
  process.stdout.write(request.printer.print(report));
  if (failures > 0) return 2;
  const { failOn } = request;
  if (failOn === 'never') return 0;
  return report.findings.some(({ severity }) => ranks.indexOf(severity) <= ranks.indexOf(failOn)) ? 1 : 0;
}
