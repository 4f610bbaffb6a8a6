// Runs an extension's suite in the server host and a browser without a window, and exits with the suite's code.
import { startServer } from './server';
import { findServer } from './server-install';
import { runInPage, suiteArguments } from './suite-page';

async function main(args: readonly string[]): Promise<number> {
  const { folder, extension, suite, isRestricted } = suiteArguments(args);
  const installation = findServer(args.includes('--oldest') ? 'oldest' : 'newest');
  if (!installation) throw new Error('the server host is missing');
  const server = await startServer(installation, { runsSuites: true, isRestricted });
  const code = await runInPage(
    server.address(folder, [
      ['extensionDevelopmentPath', server.remote(extension)],
      ['extensionTestsPath', server.remote(suite)],
      ['skipWelcome', 'true'],
    ]),
  );
  server.stop();
  return code;
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  error => {
    console.error(error);
    process.exit(1);
  },
);
