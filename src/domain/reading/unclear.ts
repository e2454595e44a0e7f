/** Days that cannot be: "31 June", "30 February", "32 May". They are read on the late side, and said to be unclear. */
import { type DateContext, periodsIn } from './dates.ts';
import { fold } from './fold.ts';

/** What a finding may rest on that is no day. */
export interface Unclear {
  /** The words that name a day which cannot be, letter by letter; `until` is then the day after the end of that month. */
  unclear?: string;
}

/** The first such day in a text, for its finding; nothing where all days can be. */
export function unclearDay(text: string, context: DateContext): Unclear {
  const found = periodsIn(fold(text), context, text).find(({ unclear }) => unclear);
  return found ? { unclear: text.slice(found.start, found.end) } : {};
}
