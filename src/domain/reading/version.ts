/**
 * Another one for every change of the reader: what an older one read is read anew when it is next needed. The start of a SHA-256 over the sources
 * that take part; `test/domain/reader-version.test.ts` works it out and says what to write here.
 */
export const readerVersion = '8576720765f3';
