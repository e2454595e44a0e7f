/** What one message does to the talk it stands in: it asks, answers, puts off, nods, orders, ends. */
import * as words from './reading/act-words.ts';
import { type Act, type Acts, actsIn, wordsBeside } from './reading/acts.ts';
import * as endWords from './reading/end-words.ts';
import { fold } from './reading/fold.ts';
import type { Said } from './turn.ts';

/** A message by a person, with its place in the list of everything. */
export interface Person extends Said {
  at: number;
  acts: Acts;
  /** It answers nothing: thanks, a nod, a word in passing. */
  nods: boolean;
  /** Asked something, they wait for somebody else of whom they tell us. */
  waits: boolean;
  /** What we offered they do not want. */
  declines: boolean;
  /** Asked for a fact, which, where, how many, they may name a house or another model without leaving for it. */
  asksFact: boolean;
  /** What we delivered has come, and all is well. */
  hasAll: boolean;
  /** They chose a house by a name that we never used. */
  choseAnother: boolean;
  /** "We're all set": nothing goes with it that is still to come, and we owe nothing. */
  allSet: boolean;
}

/** The last thing this side said, nods aside, gave a word: what it writes next keeps it. */
const owes = (people: readonly Person[], byRep: boolean): boolean =>
  (people.findLast((each) => each.byRep === byRep && !each.nods)?.reading.promises.length ?? 0) > 0;

/** A file of ours says something whatever is written beside it: it may be what we promised. */
const brings = ({ byRep, attached, reading: { kind } }: Said): boolean =>
  byRep && attached === true && (kind === 'human' || kind === 'unreadable');

/** What people wrote, oldest first. What was stored before acts were read has them read here. */
export function peopleIn(talk: readonly Said[]): Person[] {
  const people = talk.flatMap((said, at) =>
    said.reading.kind === 'human' || brings(said)
      ? [
          {
            ...said,
            at,
            acts: said.reading.acts ?? actsIn(said.reading.text),
            nods: false,
            waits: false,
            declines: false,
            asksFact: false,
            hasAll: false,
            choseAnother: false,
            allSet: false,
          },
        ]
      : [],
  );
  const names = new Set([...new Set(people.flatMap(({ from, to }) => [from, ...to]))].flatMap(namesIn));
  people.forEach((each, at) => {
    const before = people.slice(0, at).findLast(({ byRep }) => byRep !== each.byRep);
    each.asksFact = !each.byRep && isFactual(before?.reading.questions.at(-1));
    each.nods = at > 0 && isNod(each, before, names, owes(people.slice(0, at), each.byRep));
    const chosen = each.byRep ? undefined : endWords.choseByName.exec(each.reading.text)?.[1];
    each.choseAnother =
      chosen !== undefined &&
      !names.has(fold(chosen)) &&
      !people.slice(0, at).some(({ byRep, reading }) => byRep && fold(reading.text).includes(fold(chosen)));
    each.allSet =
      !each.byRep &&
      does(each, 'settled') &&
      each.reading.questions.length + each.reading.promises.length === 0 &&
      !each.reading.hold &&
      !isNotReady(each) &&
      !owes(people.slice(0, at), true);
    const askedBefore = before?.reading.text ?? '';
    const cameAsAsked =
      askedBefore.includes('?') &&
      !each.asksFact &&
      words.delivers.test(fold(askedBefore)) &&
      does(each, 'thanks') &&
      !does(each, 'objects') &&
      !asks(each);
    each.hasAll =
      !each.byRep &&
      (does(each, 'hasIt') || cameAsAsked) &&
      each.reading.questions.length + each.reading.promises.length === 0 &&
      before !== undefined &&
      words.delivers.test(fold(before.reading.text)) &&
      ![each, before].some(({ reading }) => words.onTrial.test(fold(reading.text)));
    const question = each.byRep ? undefined : before?.reading.questions.at(-1);
    if (question === undefined || each.reading.questions.some((asked) => asked.includes('?'))) return;
    const opening = fold(each.reading.text.slice(0, 80));
    const nothingYet = words.asksHowFar.test(fold(question)) && words.notSoFar.test(opening) && !ends(each);
    each.waits = does(each, 'waits') || nothingYet;
    each.declines =
      does(each, 'declines') &&
      each.reading.promises.length === 0 &&
      !each.waits &&
      !(['awaits', 'needs', 'orders'] as const).some((act) => does(each, act)) &&
      (words.flatly.test(fold(each.reading.text)) || !isNotReady(each)) &&
      !each.reading.hold &&
      words.offers.test(fold(question));
  });
  return people;
}

export const does = ({ acts }: Person, act: Act): boolean => acts.does.includes(act);

/** A longer message takes leave of nobody, it says something. */
const farewellCharacters = 200;

/** "Thanks for telling me, all the best": said where the other has just declined, whatever words he found for it. */
export const takesLeave = (each: Person): boolean =>
  each.reading.text.length < farewellCharacters &&
  each.reading.questions.length === 0 &&
  each.reading.promises.length === 0 &&
  !does(each, 'gives') &&
  does(each, 'leaves');

/** A question, a request, or the word that something is still awaited, not clear or needed. */
export const asks = (each: Person): boolean => !each.waits && hasAsked(each);

const hasAsked = (each: Person): boolean =>
  each.reading.questions.length > 0 ||
  does(each, 'awaits') ||
  does(each, 'objects') ||
  (!each.byRep && does(each, 'needs') && !isNotReady(each));

/** They are not ready to say: what we asked stands open, and nothing is asked of us. */
export const putsOff = (each: Person): boolean => each.waits || (!asks(each) && isNotReady(each));

const isNotReady = (each: Person): boolean =>
  !does(each, 'approved') && (does(each, 'notYet') || (!each.asksFact && does(each, 'liesWith')));

const isFactual = (question: string | undefined): boolean => {
  const folded = fold(question ?? '');
  return words.asksFact.test(folded) && !words.asksHowFar.test(folded);
};

/** They took another, gave it up, want no more of what was offered, have all they need or ordered, or all is signed. */
export const ends = (each: Person): boolean =>
  each.declines || each.hasAll || each.choseAnother || turnsAway(each) || each.allSet;

/** Where a fact was asked for, only with regret or thanks: "another model" is else its answer. */
const turnsAway = (each: Person): boolean =>
  (does(each, 'ends') || does(each, 'turnsAway') || (!each.byRep && does(each, 'consoles') && !isNotReady(each))) &&
  (!each.asksFact || each.byRep || does(each, 'thanks') || words.regrets.test(fold(each.reading.text)));

export const isOrder = (each: Person): boolean => !each.byRep && does(each, 'orders');

/** We close the file; whoever wants more of it has to write. */
export const closes = (each: Person): boolean =>
  each.byRep && each.reading.questions.length === 0 && words.closesFile.test(fold(each.reading.text.slice(0, looked)));

/** Characters of a message in which that is looked for. */
const looked = 2_000;

/** So many words beside the courtesies are still none that say anything: a name, "for that". */
const idleWords = 2;

/** Nothing but questions of their own: "unrelated to the layout: can you send us a form?" A day or an hour in one is an answer. */
export const onlyAsks = ({ reading: { questions, text } }: Person): boolean =>
  questions.length > 0 &&
  !questions.some((question) => words.proposes.test(fold(question))) &&
  wordsBeside(fold(questions.reduce((rest, question) => rest.replace(question, ' '), text))).length <= idleWords;

/** Our word hangs on something of theirs: "once the photo is here I can start" asks for the photo; a day in it is counted from then. */
export const isConditional = (promise: { text: string; until: string | null }): boolean => {
  const folded = fold(promise.text);
  if (words.onceYours.test(folded)) return true;
  return promise.until === null && words.onceTheirs.test(folded) && !words.ownHouse.test(folded);
};

const bareCharacters = 40;

/**
 * A short word that answers nothing: thanks or a nod; or any few words after a message that asked nothing, for after a question
 * they are its answer.
 */
function isNod(each: Person, before: Person | undefined, names: ReadonlySet<string>, owing: boolean): boolean {
  if (each.acts.beside === null || brings(each)) return false;
  const { text, questions, promises, hold } = each.reading;
  if (questions.length > 0 || promises.length > 0 || hold || /\d/.test(text)) return false;
  if ((['ends', 'orders', 'gives', 'awaits'] as const).some((act) => does(each, act))) return false;
  if (does(each, 'aside') && !/[.!?]\s+\S/.test(text)) return true;
  const question = before?.reading.questions.at(-1);
  const beside = each.acts.beside.filter((word) => !names.has(word)).length;
  // What came with our mail is judged by any words that say something.
  if (question === undefined)
    return (
      beside <= idleWords ||
      (text.length < bareCharacters && !owing && !(before && does(before, 'gives') && beside > 3))
    );
  if (does(each, 'saysYesOrNo')) return false;
  // "Is the colour all right?" is answered by "Perfect.", "which colour?" is not.
  const folded = fold(question);
  const agreeable = !words.whQuestion.test(folded) && !words.asksForThing.test(folded);
  if (does(each, 'assents') && agreeable && !putsOff(each)) return false;
  return beside === 0;
}

/** The parts of an address before its domain that may be somebody's name. */
export const namesIn = (address: string): string[] =>
  fold(address.split('@')[0]!)
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 2);
