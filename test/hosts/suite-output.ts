// Tells what a suite inside VS Code says from what VS Code itself says, which is a lot.

/** Begins every line of the suite; a person sees nothing of it. */
export const suiteMark = '\u2063';

/** Begins the line with the numbers of a suite that can write no file. */
export const countsMark = '\u2063\u2063';
