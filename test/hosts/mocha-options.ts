// How mocha runs in every suite.
import type { MochaOptions } from 'mocha';

/** MOCHA_GREP selects tests by their names. */
export function mochaOptions(): MochaOptions {
  const grep = process.env.MOCHA_GREP;
  return { timeout: 20_000, forbidOnly: Boolean(process.env.CI), ...(grep ? { grep } : {}) };
}
