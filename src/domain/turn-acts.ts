/** What one message does to a talk: it asks, answers, puts off, nods, orders, ends. Of a message only the parts that `reading.ts` found are known. */
import { fold, wordsOf } from './reading/fold.ts';
import { ended as endedWords } from './reading/hold-lookalikes.ts';
import type { Said } from './turn.ts';
import * as words from './turn-words.ts';

/** A message by a person, with its place in the list of everything and its text as words are looked up. */
export type Person = Said & { at: number; folded: string };

export const personOf = (said: Said, at: number): Person => ({ ...said, at, folded: fold(said.reading.text) });

/** They took another, gave it up, or have what they need. */
export const ends = ({ folded }: Person): boolean => endedWords.test(folded) || words.overAndDone.test(folded);

/** A longer message takes leave of nobody, it says something. */
const farewellCharacters = 200;

/** "Thanks for telling me, all the best": said where the other has just declined, whatever words he found for it. */
export const takesLeave = ({ folded, reading }: Person): boolean =>
  folded.length < farewellCharacters &&
  reading.questions.length === 0 &&
  reading.promises.length === 0 &&
  !words.gives.test(folded) &&
  words.farewell.test(folded);

/** A question, a request, or the word that something is still awaited, not clear or needed. */
export const asks = ({ byRep, reading, folded }: Person): boolean =>
  reading.questions.length > 0 ||
  words.awaits.test(folded) ||
  words.objects.test(folded) ||
  (!byRep && words.needs.test(folded) && !words.notYet.test(folded));

/** They are not ready to say: what we asked stands open, and nothing is asked of us. */
export const putsOff = (each: Person): boolean => !asks(each) && words.notYet.test(each.folded);

/** So many words beside the courtesies are still none that say anything: a name, "for that". */
const idleWords = 2;

/** Nothing but questions of their own: "unrelated to the layout: can you send us a form?" */
export const onlyAsks = ({ reading }: Person): boolean =>
  reading.questions.length > 0 &&
  wordsOf(
    fold(reading.questions.reduce((rest, question) => rest.replace(question, ' '), reading.text)).replace(
      words.courtesies,
      ' ',
    ),
  ).filter(({ text }) => /\p{L}{2}/u.test(text)).length <= idleWords;

/** Our word hangs on something of theirs: "once the photo is here I can start" asks for the photo. */
export const isConditional = (promise: { text: string; until: string | null }): boolean => {
  if (promise.until !== null) return false;
  const folded = fold(promise.text);
  return words.onceTheirs.test(folded) && !words.ownHouse.test(folded);
};

/** A nod is no longer. */
const nodCharacters = 120;
const bareCharacters = 40;

/**
 * A short word that answers nothing: thanks or a nod; or any few words after a message that asked nothing, for after a question
 * they are its answer.
 */
export function isNod(people: readonly Person[], at: number): boolean {
  const each = people[at];
  if (!each) return false;
  const { folded } = each;
  const { text, questions, promises, hold } = each.reading;
  if (questions.length > 0 || promises.length > 0 || hold || text.length >= nodCharacters || /\d/.test(text))
    return false;
  if (ends(each) || words.ordered.test(folded) || words.gives.test(folded) || words.awaits.test(folded)) return false;
  if (words.aside.test(folded)) return true;
  const before = people.slice(0, at).findLast(({ byRep }) => byRep !== each.byRep);
  const question = before?.reading.questions.at(-1);
  if (question !== undefined) {
    if (words.yesOrNo.test(folded)) return false;
    // "Is the colour all right?" is answered by "Perfect.", "which colour?" is not.
    if (words.assent.test(folded) && !words.whQuestion.test(fold(question)) && !putsOff(each)) return false;
    return wordsBeside(each, people) === 0;
  }
  return text.length < bareCharacters || wordsBeside(each, people) <= idleWords;
}

/** How many words are left once the courtesies and the names of those who take part are taken away. */
function wordsBeside({ folded }: Person, people: readonly Person[]): number {
  const names = new Set(people.flatMap(({ from, to }) => [from, ...to].flatMap(namesIn)));
  const left = folded.replace(words.courtesies, ' ');
  return wordsOf(left).filter(({ text }) => /\p{L}{2}/u.test(text) && !names.has(text)).length;
}

/** The parts of an address before its domain that may be somebody's name. */
export const namesIn = (address: string): string[] =>
  fold(address.split('@')[0]!)
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 2);
