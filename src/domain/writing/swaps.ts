/** What a rep always changes in our drafts before sending: words, sorts of sentences, the length. */
import { diffArrays } from 'diff';
import { fold } from '../reading/fold.ts';
import type { SentenceChange } from '../sentence-changes.ts';
import { addressOf, countWords } from './gate/formality.ts';
import { numberAt } from './gate/number-words.ts';
import { isEveryday } from './gate/words.ts';
import type { Language } from './gate/written.ts';
import { bareClosing, isClosing } from './sign-off.ts';

/** Words that the rep always changes, in one language. */
export interface Swap {
  language: Language;
  phrase: string;
  /** What the rep writes instead; null where the words are taken out, or come out another way each time. */
  instead: string | null;
  /** Threads in which it was changed. */
  threads: number;
}

/** Sorts of sentences that a follow-up can do without: `afterthought` comes behind the question and asks nothing, `second_question` asks once more. */
export type LeftOut = 'afterthought' | 'second_question';

/** A draft of ours that the rep sent. */
export interface DraftSent {
  thread: string;
  language: Language;
  /** In reading order; all `kept` where it was sent as it was. */
  changes: readonly SentenceChange[];
}

/** What was changed in fewer threads is no habit. */
const least = 3;
const mostWords = 5;
const mostSwaps = 40;

interface Found {
  language: Language;
  thread: string;
  from: string;
  to: string;
}

/** Words changed in three threads or more, never the other way round, and never left as they were. `names` are no such words, folded. */
export function swapsIn(drafts: readonly DraftSent[], names: ReadonlySet<string>): Swap[] {
  const found = drafts.flatMap((draft) => hunksOf(draft).filter((hunk) => isHabit(hunk, names)));
  const byPhrase = Map.groupBy(found, ({ language, from }) => `${language} ${from}`);
  return [...byPhrase.values()]
    .flatMap((all): Swap[] => {
      const [{ language, from }] = all as [Found];
      const threads = new Set(all.map(({ thread }) => thread)).size;
      const back = found.some((each) => each.language === language && each.to === from);
      const stood = drafts.some((draft) => draft.language === language && says(sentOf(draft), from));
      if (threads < least || back || stood) return [];
      const instead = [...Map.groupBy(all, ({ to }) => to)].find(
        ([, same]) => new Set(same.map(({ thread }) => thread)).size === threads && same[0]?.to !== '',
      )?.[0];
      // One word may be what the mail is about: it is avoided, and not put in another's place.
      const whole = /\s/.test(from) || isClosing(from);
      return [{ language, phrase: from, instead: whole ? (instead ?? null) : null, threads }];
    })
    .sort((a, b) => b.threads - a.threads || (a.phrase < b.phrase ? -1 : 1))
    .slice(0, mostSwaps);
}

const sentOf = ({ changes }: DraftSent): string =>
  changes.flatMap(({ kind, text }) => (kind === 'removed' ? [] : [text])).join('\n');

/** Runs of removed sentences with what was added in their place. */
function blocksOf(changes: readonly SentenceChange[]): { removed: string; added: string }[] {
  const blocks: { removed: string[]; added: string[] }[] = [];
  let open: { removed: string[]; added: string[] } | null = null;
  for (const { kind, text } of changes) {
    if (kind === 'kept') {
      open = null;
      continue;
    }
    if (!open) {
      open = { removed: [], added: [] };
      blocks.push(open);
    }
    open[kind].push(text);
  }
  return blocks.map(({ removed, added }) => ({ removed: removed.join(' \n '), added: added.join(' \n ') }));
}

const tokensOf = (text: string): string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’@-]*|[^\s\p{L}\p{N}]|\n/gu) ?? [];
const isWord = (token: string): boolean => /^\p{L}/u.test(token);
const isMark = (token: string): boolean => !/^[\p{L}\p{N}]/u.test(token);
const mostTokens = 1_500;

/** The changes of words within rewritten sentences, and of the closing; where most of a sentence is new, nothing was swapped. */
function hunksOf({ thread, language, changes }: DraftSent): Found[] {
  return blocksOf(changes).flatMap(({ removed, added }) => {
    const closings = [removed, added].map((text) => closingIn(text.split(' \n ').at(-1) ?? '')) as [string, string];
    const [closed, closes] = closings;
    if (closed !== '' && closes !== '')
      return closed === closes ? [] : [{ thread, language, from: closed, to: closes }];
    const [before, after] = [tokensOf(removed), tokensOf(added)];
    if (before.length === 0 || after.length === 0 || before.length + after.length > mostTokens) return [];
    const parts = diffArrays(before, after, { comparator: (a, b) => a.toLowerCase() === b.toLowerCase() });
    const same = parts.filter((part) => !part.added && !part.removed).flatMap(({ value }) => value.filter(isWord));
    if (same.length * 2 < before.filter(isWord).length) return [];
    return parts.flatMap((part, at): Found[] => {
      if (!part.removed) return [];
      const next = parts[at + 1]?.added ? parts[at + 1] : parts[at - 1]?.added ? parts[at - 1] : undefined;
      const first = at === 0 || /[\n.!?:]$/.test(parts[at - 1]?.value.at(-1) ?? '');
      const [from, to] = [phraseOf(part.value, first), phraseOf(next?.value ?? [], first)];
      return from === null || from === '' || to === null ? [] : [{ thread, language, from, to }];
    });
  });
}

const mostNames = 4;

/** The closing words that a sign-off on one line begins with: "Best regards, Robin". Empty where it is none. */
function closingIn(line: string): string {
  const tokens = line.split(/(?<=[,!.])\s+|\s+/);
  for (let count = Math.min(tokens.length, mostWords); count > 0; count--) {
    const head = tokens.slice(0, count).join(' ');
    // "Thanks for the list" closes nothing.
    const names = tokens.slice(count).every((word) => /^\p{Lu}/u.test(word)) && tokens.length - count <= mostNames;
    if (names && isClosing(head)) return head.replace(/[,!.]+$/, '');
  }
  return '';
}

/** Words that may begin a sentence in capitals and are no name. */
const openers = new Set(
  'i we you the a an this that it just please would could can may is are do did has have any if when how what let so and but also thanks thank hope looking only ich wir das die der ein eine es bitte gerne gern haben hat ist sind falls wenn wie was nur auch danke je nous le la les un une ce merci avez est si quand comment me el los las una esta este si cuando como gracias podria puede'.split(
    ' ',
  ),
);
const pronoun = /^(?:I(?:['’](?:m|ll|d|ve))?|Sie|Ihnen|Ihr(?:e[nmrs]?)?)$/;

/** The words between two places as a phrase, in lower case but for pronouns; null where they may be a name, a number or an address, or are too many. */
function phraseOf(tokens: readonly string[], first: boolean): string | null {
  const words = [...tokens];
  while (words.length > 0 && isMark(words[0] as string)) words.shift();
  while (words.length > 0 && isMark(words.at(-1) as string)) words.pop();
  if (words.length > mostWords) return null;
  const plain = words.map((word, at) => {
    if (!/^\p{L}[\p{L}\p{M}'’-]*$/u.test(word)) return null;
    if (word === word.toLowerCase() || pronoun.test(word)) return word;
    return first && at === 0 && openers.has(fold(word)) ? word.toLowerCase() : null;
  });
  return plain.includes(null) ? null : plain.join(' ');
}

const negation =
  /(?<!\p{L})(?:not?|never|none|nothing|without|cannot|\p{L}+n't|nicht|nichts?|kein\p{L}*|nie|ohne|pas|jamais|rien|sans|sin|nunca|nada|ning\p{L}+)(?!\p{L})/u;

/** A swap that changes the words and not the matter: no names, numbers, facts, negation, nor the form of address. */
function isHabit({ from, to, language }: Found, names: ReadonlySet<string>): boolean {
  if (isClosing(from)) return to !== '' && bareClosing(from) === from && bareClosing(to) === to;
  const wordsOf = (text: string): string[] => fold(text).match(/\p{L}+/gu) ?? [];
  const [before, after] = [wordsOf(from), wordsOf(to)];
  const all = [...before, ...after];
  if (before.length < 2 && (before[0]?.length ?? 0) < 5) return false;
  if (all.some((word, at) => names.has(word) || numberAt(all, at) !== null)) return false;
  if (!after.every((word) => isEveryday(word, language))) return false;
  if (negation.test(fold(from)) !== negation.test(fold(to))) return false;
  const [was, is] = [addressOf(from, language), addressOf(to, language)];
  return to === '' || (was.formal === is.formal && was.informal === is.informal);
}

const bounded = (phrase: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${phrase.replace(/[^\p{L}\p{N}\s]/gu, '\\$&').replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
    'giu',
  );

/** Whether a text has the words, in any letter case. */
export const says = (text: string, phrase: string): boolean => bounded(phrase).test(text);

/** What stands between quotation marks was said by somebody, and stays. */
const quotes = /[„“"«][^„“”"«»]{0,400}[“”"»]/gu;

/** A text with the rep's own words for those that the rep always changes. Where there are none, the words stay. */
export function swapped(text: string, swaps: readonly Pick<Swap, 'phrase' | 'instead'>[]): string {
  return swaps.reduce((said, { phrase, instead }) => {
    if (instead === null || !says(said, phrase)) return said;
    const told = [...said.matchAll(quotes)].map(({ 0: quote, index }) => [index, index + quote.length] as const);
    return said.replace(bounded(phrase), (words, at: number) => {
      if (told.some(([from, to]) => at >= from && at < to)) return words;
      const large = /^\p{Lu}/u.test(words) && !pronoun.test(words.split(/\s/)[0] ?? '');
      return large ? instead.slice(0, 1).toUpperCase() + instead.slice(1) : instead;
    });
  }, text);
}

/** The sorts of sentences that the rep deleted each time there was one, in three threads or more. */
export function leftOutIn(drafts: readonly DraftSent[]): LeftOut[] {
  const kinds: LeftOut[] = ['afterthought', 'second_question'];
  return kinds.filter((kind) => {
    const deleted = new Set<string>();
    for (const { thread, changes } of drafts) {
      const proposed = changes.filter((change) => change.kind !== 'added');
      const sorts = kindsOf(proposed.map(({ text }) => text));
      const some = proposed.filter((_, at) => sorts[at] === kind);
      if (some.length === 0) continue;
      if (some.some((change) => change.kind === 'kept' || wasRewritten(change, changes))) return false;
      deleted.add(thread);
    }
    return deleted.size >= least;
  });
}

/** Something was written in its place. */
function wasRewritten(change: SentenceChange, changes: readonly SentenceChange[]): boolean {
  return blocksOf(changes).some(({ removed, added }) => added !== '' && removed.split(' \n ').includes(change.text));
}

/** Which of the sentences of a draft are of such a sort: nothing before the first question is, and the sign-off is none. What names a number or quotes is matter. */
export function kindsOf(sentences: readonly string[]): (LeftOut | null)[] {
  let asked = false;
  return sentences.map((text, at) => {
    const ended = /[.!?…]["')»”“]*$/.test(text) && at < sentences.length - 1;
    // What ends in a quotation mark was asked before.
    const asks = /\?$/.test(text);
    const kind = !ended || !asked || /[\d„“"«]/.test(text) ? null : asks ? 'second_question' : 'afterthought';
    asked ||= ended && asks;
    return kind;
  });
}

/** From so much less on a draft was too long. */
const cut = 0.7;

/** The share of words that the rep keeps, where each edit shortens a draft by about a third or more; null otherwise. */
export function lengthKept(drafts: readonly DraftSent[]): number | null {
  const edited = drafts.filter(({ changes }) => changes.some(({ kind }) => kind !== 'kept'));
  const shares = edited.map(({ changes }) => {
    const words = (without: SentenceChange['kind']) =>
      changes.reduce((sum, { kind, text }) => sum + (kind === without ? 0 : countWords(text)), 0);
    return words('removed') / Math.max(1, words('added'));
  });
  const threads = new Set(edited.map(({ thread }) => thread)).size;
  if (threads < least || shares.some((share) => share > cut)) return null;
  const share = shares.toSorted((a, b) => a - b)[shares.length >> 1] ?? 1;
  return Math.round(Math.max(0.3, share) * 100) / 100;
}
