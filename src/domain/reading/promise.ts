/** Promises: the author's word that he or his house will do a thing for the other side, and until when. */
import { type DateContext, periodsIn } from './dates.ts';
import * as words from './promise-words.ts';
import type { Sentence } from './sentences.ts';
import { dayAfter, dueDay } from './when.ts';

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
  return sentences
    .filter(({ folded }) => !/\?\s*["')\]]*$/.test(folded))
    .flatMap((sentence) => halvesOf(sentence, context))
    .filter(({ folded }) => undertakes(folded) && !words.noPromise.test(folded))
    .map(({ text, folded }) => ({ text, until: dueIn(folded, text, context) }));
}

/** "After the board of the 10th": what comes first takes up its day. */
const waits =
  /\b(?:after|once|as soon as|nachdem|nach (?:der|dem|den|des|unser\p{L}*|mein\p{L}*)|sobald|wenn|apres|une fois|des que|despues de|tras|cuando|en cuanto)\b[^,;]{0,40}$/u;

/** Of several days the last; a day says more than the week or feast it lies in. */
function dueIn(folded: string, text: string, context: DateContext): string | null {
  const named = periodsIn(folded, context, text).filter(
    (period) => !period.past && !(period.weak && period.unit === 'span'),
  );
  // What the promise itself says counts before its reasons.
  const given = folded.split(/(?<=[,;])\s/).filter(undertakes);
  const own = named.filter(({ start, end }) => given.some((clause) => clause.includes(folded.slice(start, end))));
  const all = own.length > 0 ? own : named;
  const days = all.filter(({ unit }) => unit === 'day');
  const due = (days.length > 0 ? days : all).map((period) =>
    period.unit === 'day' && waits.test(folded.slice(Math.max(0, period.start - 60), period.start))
      ? dayAfter(period).date
      : dueDay(folded, period),
  );
  return (
    due
      .filter((day) => day >= context.today)
      .sort()
      .at(-1) ?? null
  );
}

const firstPerson =
  /\b(?:i|we|i'll|we'll|i'm|i've|ich|wir|je|j'\p{L}+|nous)\b|\b(?:le|te|os|les|lo|la|los|las|se|me) \p{L}+o\b|\b(?:hablo|pregunto|consulto|relleno|firmo|miro|reviso|preparo|veo|voy)\b/u;

/** "The driver brings it today and I will call you tomorrow": each half is a promise where somebody else gives the first. */
function halvesOf(sentence: Sentence, context: DateContext): Sentence[] {
  const { text, folded, start } = sentence;
  for (const { index, 0: joint } of folded.matchAll(/,? (?:and|und|et|y) /g)) {
    const [first, second] = [folded.slice(0, index), folded.slice(index + joint.length)];
    if (firstPerson.test(first) || !firstPerson.test(second) || !undertakes(first) || !undertakes(second)) continue;
    // The second without a time of its own is only the end of the first.
    if (periodsIn(second, context).length === 0) continue;
    return [
      { text: text.slice(0, index), folded: first, start },
      { text: text.slice(index + joint.length), folded: second, start: start + index + joint.length },
    ];
  }
  return [sentence];
}
