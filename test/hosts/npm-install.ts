// Installs packages into a folder of their own.
import { runLong } from './progress';

/** The prefix is named because a surrounding `npm run` hands its own down. */
export function npmInstall(title: string, prefix: string, ...args: string[]): Promise<readonly string[]> {
  return runLong({
    title,
    command: [
      'npm',
      'install',
      '--prefix',
      prefix,
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      '--loglevel=http',
      ...args,
    ],
    cwd: prefix,
    steps: { pattern: /npm http (fetch|cache)/, name: 'files' },
    limit: 600,
  });
}
