// Gets what the suites in a real VS Code need, the server host, the web host and a browser, and says what could not be had.
import { findOrInstallBrowser } from './browser';
import { installServer } from './server-install';
import { installWeb } from './web-install';

async function main(): Promise<void> {
  for (const age of ['newest', 'oldest'] as const) {
    const server = await installServer(age).catch((error: Error) => ({ why: error.message }));
    console.log('why' in server ? `No server host (${age}): ${server.why}` : `Server host: VS Code ${server.version}`);
  }
  const web = await installWeb().catch((error: Error) => ({ why: error.message }));
  console.log('why' in web ? `No web host: ${web.why}` : `Web host: VS Code ${web.version}`);
  const browser = await findOrInstallBrowser();
  console.log('why' in browser ? `No browser: ${browser.why}` : `Browser: ${browser.path}`);
}

// What is missing here is no failure: the suites that need it say that they are skipped, and why.
main().then(() => process.exit(0));
