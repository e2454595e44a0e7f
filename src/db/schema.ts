/**
 * The tables behind the words of the product. Times are UTC instants; civil dates and amounts are text. Text of mail is kept
 * only for threads that belong to a deal, and of others the words of a wish for rest. `ledger`, `scan`, `observation`, `revision` and `decision` are append-only; triggers
 * hold that for the ledger.
 */

export * from './schema/accounts.ts';
export * from './schema/book.ts';
export * from './schema/changes.ts';
export * from './schema/drafts.ts';
export * from './schema/mail.ts';
export * from './schema/record.ts';
export * from './schema/summary.ts';
