/** What a language needs to tell a promise: kept apart from the words themselves, which stand in one file a language. */

import type { Words } from './absence-words.ts';

export interface Grammar {
  /** Somebody of the author's house undertakes to do something for the reader. Looked for in one clause. */
  undertakes: Words;
  /** The same where the sentence names a time: "the invoice follows" may be a fact, "follows on Monday" is a word given. */
  whenTimed: Words;
  /** Takes it back within its clause: a denial, what was only possible, what lies in the past or beside the mail. */
  unless: Words;
  /** What has happened: beside a time it is a fact, where nothing is undertaken in so many words. */
  past: Words;
  /** Whether `unless` counts anywhere in the clause, as where a denial comes last; else only up to the words that undertake. */
  unlessAfter: boolean;
  /** "If": leads to a condition, which takes it back unless somebody else's doing is all it waits for. */
  condition: Words;
  /** In a condition: the reader's own doing, or the terms of a bargain. */
  bargain: Words;
  /** A condition that only says "unless something goes wrong". */
  byDefault: Words;
  /** Takes it back wherever it stands in the sentence: a hope, hearsay, an offer, a rule for everybody. */
  notIn: Words;
}

/** Alternatives as whole words or phrases, without a bracket of their own. */
export const or = (...parts: string[]): string => parts.join('|').replace(/\s+/g, ' ');
