// How much of a file is read; past a limit a finding says which.

/** In UTF-16 units of the text. */
export const maxFileSize = 32_000_000;

/** Entries in one file. */
export const maxRecords = 200_000;
