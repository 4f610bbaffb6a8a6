// `gap`: no term, active or pending, covers a stretch between two terms or inside the required time.
import type { CoverageRule } from '../rules';
import * as words from '../words/coverage';
import { gapProblems } from './gaps';

export const gap: CoverageRule = context => gapProblems(context, 'open', 'gap', words.gap);
