/** Promises: the author's word that he or his house will do a thing for the other side, and until when. */
import { type DateContext, periodsIn } from './dates.ts';
import * as words from './promise-words.ts';
import type { Sentence } from './sentences.ts';
import { dueDay } from './when.ts';

export interface Promised {
  /** The words, letter by letter. */
  text: string;
  /** The last day on which it is kept; null when none was named. */
  until: string | null;
}

const undertakings = [words.undertakes, words.undertakesDe, words.undertakesFr, words.undertakesEs];

/** Whether somebody undertakes to do something. */
export const undertakes = (folded: string): boolean => undertakings.some((words) => words.test(folded));

export function promisesIn(sentences: readonly Sentence[], context: DateContext): Promised[] {
  return sentences.flatMap((sentence) => {
    if (/\?\s*["')\]]*$/.test(sentence.folded)) return [];
    const said = clausesOf(sentence).filter(({ folded }) => undertakes(folded) && !words.noPromise.test(folded));
    if (said.length === 0) return [];
    const dated = said.map((clause) => {
      const periods = periodsIn(clause.folded, context, clause.text).filter((period) => !period.past);
      const due = periods.map((period) => dueDay(clause.folded, period)).filter((day) => day >= context.today);
      return { text: clause.text, until: due.sort().at(-1) ?? null };
    });
    return dated;
  });
}

/** "I will write today, and will copy you in": each half is a promise of its own where each has a verb of its own. */
function clausesOf(sentence: Sentence): Sentence[] {
  return [sentence];
}
