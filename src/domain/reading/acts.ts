/** What the words of one message do in a talk, apart from its questions, promises and holds: order, end, put off, nod. Read once, with the message. */
import type { Words } from './absence-words.ts';
import * as words from './act-words.ts';
import * as endWords from './end-words.ts';
import { fold, wordsOf } from './fold.ts';
import { ended } from './hold-lookalikes.ts';
import { liesWith, pending } from './pending-words.ts';

const table = {
  /** Something is still awaited from the other. */
  awaits: [words.awaits],
  /** Something is not clear, missing or wrong. */
  objects: [words.objects],
  /** They need or look for something. */
  needs: [words.needs],
  /** They wait for somebody else, or for us. */
  waits: [words.waits],
  /** No to what was offered. */
  declines: [words.declines],
  /** No answer yet. */
  notYet: [words.notYet, pending],
  /** It lies with others of theirs. */
  liesWith: [liesWith],
  /** It has been approved. */
  approved: [words.approved],
  /** They took another, gave it up, or have all they need. */
  ends: [ended, words.overAndDone, endWords.dropped, endWords.outOfHands],
  /** All is signed and in its place. */
  settled: [endWords.settled],
  /** Consoles us, as one does who has decided against us. */
  consoles: [endWords.consoles],
  /** Another has it, or they do not go on: an end where it was asked how things stand. */
  turnsAway: [endWords.wentElsewhere, endWords.goesNoFurther],
  orders: [words.ordered],
  /** Confirms an order. */
  confirms: [words.confirms],
  /** Takes leave of somebody who declined. */
  leaves: [words.farewell],
  /** Something comes with the message. */
  gives: [words.gives],
  /** Said in passing. */
  aside: [words.aside],
  saysYesOrNo: [words.yesOrNo],
  assents: [words.assent],
  /** What was promised has come, and thanks for it. */
  received: [words.received],
  /** What was ordered has come, and all is well. */
  hasIt: [endWords.arrivedWell],
  thanks: [words.closing],
  /** Agrees on a meeting. */
  agrees: [words.agreed],
} satisfies Record<string, readonly Words[]>;

export type Act = keyof typeof table;

export interface Acts {
  does: Act[];
  /** The words of a short message, folded, that are no courtesy; null in a longer one, which says something of its own. */
  beside: string[] | null;
}

/** Characters looked at: what a message does it does at its beginning. */
const looked = 3_000;

/** A nod is no longer. */
const nodCharacters = 120;

export function actsIn(text: string): Acts {
  const folded = fold(text.slice(0, looked));
  const does = (Object.keys(table) as Act[]).filter((act) => table[act].some((each) => each.test(folded)));
  return { does, beside: text.length < nodCharacters ? wordsBeside(folded) : null };
}

/** "Thanks Mo!": the name after it, which no address need show. */
const thanksByName =
  /(?<!\p{L})(?:thanks|thank you|cheers|ta|hi|hello|danke|hallo|merci|bonjour|gracias|hola) \p{L}+(?=\s*(?:[.,!:;)]|$))/gu;

/** "Danke für die schnelle Rückmeldung!": thanks for whatever it is, to the end of the breath. */
const thanksFor =
  /(?<!\p{L})(?:(?:vielen|herzlichen|besten|schonen|lieben|tausend|muchas|muchisimas|mil|many|mille) )?(?:thanks?|thank you|cheers|danke?|merci|gracias|obrigad[oa]|grazie|bedankt)(?: (?!(?:but|aber|mais|pero|and|und|et|y|for|fur|pour|por) )[\p{L}'-]+){0,3} (?:(?:for|fur|furs|pour|de|por|per|voor) |d')[\p{L}'-]+(?: (?!(?:but|aber|mais|pero) )[\p{L}'-]+){0,5}(?= ?[.,!;:)\n]|$)/gu;

/** What is left of a folded text once the courtesies are taken away; single letters are no words. */
export const wordsBeside = (folded: string): string[] =>
  wordsOf(folded.replace(thanksFor, ' ').replace(thanksByName, ' ').replace(words.courtesies, ' '))
    .map(({ text }) => text)
    .filter((word) => /\p{L}{2}/u.test(word));
