// `license-coverage check`: prints the report and says by the exit code whether anything is wrong.
import { analyze } from '../core/analyze';
import { fails } from '../core/listing';
import type { Request } from './cli';
import { findFiles } from './files';

export function check(request: Request): number {
  const { files, failures } = findFiles(request);
  const report = analyze(files, request.settings, request.at);
  process.stdout.write(request.printer.print(report));
  if (failures > 0) return 2;
  return fails(report, request.failOn) ? 1 : 0;
}
