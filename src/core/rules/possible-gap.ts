// `possible-gap`: only an expiry day that may not count covers a stretch, and another term follows right after it.
import type { CoverageRule } from '../rules';
import * as words from '../words/coverage';
import { gapProblems } from './gaps';

export const possibleGap: CoverageRule = context => gapProblems(context, 'possible', 'possible-gap', words.possibleGap);
