/**
 * Errors named for what the caller does next. Providers translate a vendor's failure into one of these once,
 * at their edge, and keep the original as `cause`. Every message is one sentence for a person: what, where,
 * what to do. It never holds a password, a token, or text of a mail.
 */

/** A person has to act before this can work: a wrong password, a certificate, a missing folder. Do not retry soon. */
export class NeedsPerson extends Error {
  override name = 'NeedsPerson';
}

/** It may work later, as it is. Retry after `retryAt`, or with the caller's own back-off when that is absent. */
export class TryLater extends Error {
  override name = 'TryLater';
  readonly retryAt: Date | null;
  constructor(message: string, options: { cause?: unknown; retryAt?: Date } = {}) {
    super(message, { cause: options.cause });
    this.retryAt = options.retryAt ?? null;
  }
}

/** A write was sent and no answer came: it may have happened. Look for it before trying again. */
export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown';
}

/** The thing named does not exist (any more). Retrying is pointless. */
export class Gone extends Error {
  override name = 'Gone';
}

/** The caller asked for something wrong. Exit code 2, or a 4xx. Nothing was changed. */
export class BadInput extends Error {
  override name = 'BadInput';
}

/** Something else answered than was named: another account. Name that one, or let the right one answer; a 409. Nothing was changed. */
export class Mismatch extends Error {
  override name = 'Mismatch';
}

const ours = [NeedsPerson, TryLater, OutcomeUnknown, Gone, BadInput, Mismatch];

/** A fault of our own code on what it was given, not of anything that may be away: trying again as it is would fail the same way. */
export function isDefect(error: unknown): boolean {
  const named = (error as { code?: unknown } | null)?.code !== undefined;
  return defects.some((each) => error instanceof each) && !named && (error as Error).cause === undefined;
}

const defects = [TypeError, RangeError, ReferenceError, SyntaxError];

/**
 * The one sentence of any thrown value, for a page, a table or a terminal. Only our own errors are quoted: the message of another may hold
 * the text of a mail, as those of database drivers do.
 */
export function sentenceOf(error: unknown): string {
  if (ours.some((each) => error instanceof each)) return (error as Error).message;
  const name = error instanceof Error ? error.name : typeof error;
  const code = (error as { code?: unknown } | null)?.code;
  return `Something went wrong that should not (${typeof code === 'string' ? `${name}, ${code}` : name}): look at the log, and tell whoever maintains Countersign.`;
}

/** What any thrown value says, for the terminal of whoever started the work; nothing of it is stored or shown to others. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
