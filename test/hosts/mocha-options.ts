// How mocha runs in every suite.
import type { MochaOptions } from 'mocha';

/** On a busy machine VS Code itself drops a click or a menu now and then. Each second try is printed and counted. */
export const retriesInVSCode = 1;

/** `retries`: how often a test that failed is tried again. MOCHA_GREP selects tests by their names. */
export function mochaOptions(retries: number): MochaOptions {
  const grep = process.env.MOCHA_GREP;
  return { timeout: 20_000, retries, forbidOnly: Boolean(process.env.CI), ...(grep ? { grep } : {}) };
}
