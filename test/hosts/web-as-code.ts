// Runs an extension's suite in the web host, where extensions live in a worker of the browser, and exits with the suite's code.
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { runInPage, suiteArguments } from './suite-page';
import { commit, findWeb } from './web-install';

/** What is used of @vscode/test-web, which is not among the project's packages. */
interface TestWeb {
  open(options: Readonly<Record<string, unknown>>): Promise<{ dispose(): void }>;
}

async function main(args: readonly string[]): Promise<number> {
  const installation = findWeb();
  if (!installation) throw new Error('the web host is missing');
  const { folder, extension, suite } = suiteArguments(args);
  const { open } = createRequire(__filename)(installation.server) as TestWeb;
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit,
    testRunnerDataDir: installation.data,
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    folderPath: folder,
    port,
  });
  const code = await runInPage(`http://localhost:${port}`);
  server.dispose();
  return code;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  error => {
    console.error(error);
    process.exit(1);
  },
);
