/** What one message says of the stage of its deal: only what is plainly said, done, and of the whole. A question, a condition or a hope is none. */
import { sentencesOf } from '../reading/sentences.ts';
import { shorten } from '../text.ts';
import type { Meaning } from './stage-words.ts';
import * as words from './stage-words.ts';

export interface StageClaim {
  meaning: Meaning;
  /** The sentence it stands in. */
  quote: string;
}

/** A statement stands at the beginning of a mail, or in a short one. */
const longest = 6_000;

type Lists = Record<string, readonly string[]>;

/** Up to three words between, none of which says no. */
const gap = "(?: (?!not |never |no |nicht |noch |nie |pas |jamais |nunca |[a-z]+n't )[^ ]{1,30}){0,3}";

function compiled(lists: Lists): RegExp[] {
  return Object.values(lists)
    .flat()
    .map((form) => new RegExp(`(?<![\\p{L}'])(?:${form.replaceAll('~', gap)})`, 'u'));
}

const theirs: [Meaning, RegExp[]][] = [
  ['signed', compiled(words.signed)],
  ['lost', compiled(words.lost)],
  ['legal', compiled(words.legal)],
  ['procurement', compiled(words.procurement)],
  ['agreed', compiled(words.agreed)],
];
const ours: [Meaning, RegExp[]][] = [
  ['contract_sent', compiled(words.contractSent)],
  ['proposed', compiled(words.proposed)],
];

/** Says no by itself: the words that would make another claim doubtful belong to it. */
const negative: ReadonlySet<Meaning> = new Set(['lost']);

/**
 * The claims of a message's new text, in order; `byRep` with what is attached to it. Empty where anything around a claim casts doubt on it. Linear in the
 * text.
 */
export function stageClaims(text: string, byRep: boolean, attachments: readonly string[]): StageClaim[] {
  if (text.length > longest || (byRep && attachments.length === 0)) return [];
  const sentences = sentencesOf(text);
  return sentences.flatMap(({ text: said, folded }, at) => {
    const plain = folded.replace(/\s+/g, ' ');
    const next = sentences[at + 1]?.folded.replace(/\s+/g, ' ').slice(0, 60) ?? '';
    const meaning = meaningOf(plain, byRep ? ours : theirs);
    if (meaning === null || turnsIt.test(next)) return [];
    return [{ meaning, quote: shorten(said, 240) }];
  });
}

/** The next sentence takes it back or ties a condition to it. */
const turnsIt =
  /^(?:but|however|unfortunately|only|provided|subject|just kidding|no,|aber|jedoch|allerdings|leider|nur|mais|cependant|malheureusement|sous reserve|pero|sin embargo|lamentablemente|solo)(?!\p{L})/u;

function meaningOf(sentence: string, among: readonly [Meaning, RegExp[]][]): Meaning | null {
  if (words.doubts.anywhere.test(sentence)) return null;
  for (const [meaning, forms] of among)
    for (const form of forms) {
      const match = form.exec(sentence);
      if (!match) continue;
      // One clear statement of another kind beside it would be a second meaning: the first that fits decides, doubts end it.
      return certain(sentence, match, meaning) ? meaning : null;
    }
  return null;
}

function certain(sentence: string, match: RegExpExecArray, meaning: Meaning): boolean {
  const before = sentence.slice(0, match.index);
  const upTo = sentence.slice(0, match.index + match[0].length);
  const after = sentence.slice(match.index + match[0].length);
  if (words.doubts.after.test(after)) return false;
  if (words.beside.test(negative.has(meaning) ? match[0] : sentence)) return false;
  const doubtful = negative.has(meaning) ? before.replace(/^.*(?<!\p{L})(?:but|aber|mais|pero),? /u, '') : upTo;
  return !words.doubts.before.test(withoutWish(doubtful));
}

/** "We would like to go ahead", "ready to go ahead with your offer": polite for "we do". */
const withoutWish = (text: string): string => text.replace(/we(?:'d| would) like to (?=go|proceed|move)/u, '');
