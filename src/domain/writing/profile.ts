/**
 * A rep's manner over all deals: habits, never text of a thread. Every word in it comes from a closed list of greetings and closings, or is an everyday
 * word that the rep changed in three threads or more; names, numbers, addresses and the words of one thread cannot be in it.
 */
import type { Contact } from '../deal.ts';
import type { Address, Thread } from '../mail.ts';
import { fold } from '../reading/fold.ts';
import { type Rep, readThreads } from '../talk.ts';
import { addressOf, countWords } from './gate/formality.ts';
import type { Language } from './gate/written.ts';
import { type GreetingStyle, greetingOf } from './greeting.ts';
import { isCalled, nameWords } from './names.ts';
import { bareClosing, isNameOf, nameKindOf, type SignOffStyle, signOffOf } from './sign-off.ts';
import { type DraftSent, type LeftOut, leftOutIn, lengthKept, type Swap, swapsIn } from './swaps.ts';

/** How the rep writes in one language and form of address; null in `formal` where the mails do not tell. */
export interface Habit {
  language: Language;
  formal: boolean | null;
  /** Threads that it was learned from. */
  threads: number;
  greeting: GreetingStyle | null;
  signOff: SignOffStyle | null;
  /** Words of the middle one of the mails. */
  words: number;
}

export interface Profile {
  /** Threads that it was learned from. */
  threads: number;
  habits: readonly Habit[];
  /** Words and phrases that the rep always changes. */
  swaps: readonly Swap[];
  /** Sorts of sentences that the rep always deletes. */
  leavesOut: readonly LeftOut[];
  /** The share of a draft's words that the rep keeps, where each edit cuts it; null where they do not. */
  keeps: number | null;
}

/** A mail that the rep sent in a thread of a deal. */
export interface OwnMail {
  thread: string;
  /** New text, without quotes and signature. */
  text: string;
  /** As it was read; null where that cannot be told. */
  language: string | null;
  to: readonly Address[];
}

/** Every word of these names and addresses, their companies' too, folded. */
export const wordsOfNames = (names: readonly string[]): Set<string> =>
  new Set(names.flatMap((name) => fold(name.slice(0, 200)).match(/\p{L}{2,}/gu) ?? []));

/** What is seen in fewer threads is no habit. */
const leastThreads = 3;

const known: readonly string[] = ['en', 'de', 'fr', 'es'] satisfies Language[];
const isKnown = (language: string | null): language is Language => language !== null && known.includes(language);

/**
 * The profile of a rep; null where nothing is known. `mails` oldest first. `names`: words, folded, that are names of anybody or anything in the threads.
 * Pure; the cost is linear in the mails.
 */
export function learnProfile(
  mails: readonly OwnMail[],
  drafts: readonly DraftSent[],
  repName: string,
  names: ReadonlySet<string>,
): Profile | null {
  const spoken = mails.flatMap(({ language, ...rest }) => (isKnown(language) ? [{ ...rest, language }] : []));
  const formalIn = (mail: (typeof spoken)[number]): boolean | null => {
    const { formal, informal } = addressOf(mail.text.slice(0, 8_000), mail.language);
    return formal === informal ? null : formal;
  };
  const groups = Map.groupBy(spoken, (mail) => `${mail.language} ${formalIn(mail)}`);
  const habits = [...groups.values()].flatMap((group): Habit[] => {
    const [{ language }] = group as [(typeof spoken)[number]];
    const threads = new Set(group.map(({ thread }) => thread)).size;
    if (threads < leastThreads) return [];
    return [
      {
        language,
        formal: formalIn(group[0] as (typeof spoken)[number]),
        threads,
        greeting: usual(group, (mail) => greetingStyle(mail)),
        signOff: usual(group, (mail) => signOffStyle(mail, repName)),
        words: middle(group.map(({ text }) => countWords(text))),
      },
    ];
  });
  const swaps = swapsIn(drafts, names);
  const leavesOut = leftOutIn(drafts);
  const keeps = lengthKept(drafts);
  if (habits.length === 0 && swaps.length === 0 && leavesOut.length === 0 && keeps === null) return null;
  return {
    threads: new Set(mails.map(({ thread }) => thread)).size,
    habits: habits.sort((a, b) => b.threads - a.threads),
    swaps,
    leavesOut,
    keeps,
  };
}

const middle = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** What more than half of the threads show, by the last mail of each that shows any; null where no such habit is. */
function usual<T extends object>(mails: readonly OwnMail[], of: (mail: OwnMail) => T | null): T | null {
  const byThread = new Map<string, string>();
  for (const mail of mails) {
    const found = of(mail);
    if (found) byThread.set(mail.thread, JSON.stringify(found));
  }
  const counts = Map.groupBy(byThread.values(), (each) => each);
  const [most] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  if (!most || most[1].length < leastThreads || most[1].length * 2 <= byThread.size) return null;
  return JSON.parse(most[0]) as T;
}

function greetingStyle({ text, to }: OwnMail): GreetingStyle | null {
  const theirs = to.flatMap(({ name, address }) => [...nameWords(name), ...nameWords(address)]);
  const found = greetingOf(text, (word) => isCalled(word, theirs));
  if (!found) return null;
  const { word, comma, names, end } = found;
  return { word: word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase(), comma, names, end };
}

function signOffStyle({ text }: OwnMail, repName: string): SignOffStyle | null {
  const found = signOffOf(text, (name) => isNameOf(name, repName));
  const closing = found && bareClosing(found.closing);
  if (!found || closing === null) return null;
  return { closing, name: nameKindOf(found.name, repName), inline: found.inline };
}

/** The same from threads of deals at hand, with no edits to learn from. */
export function profileOf(
  deals: readonly {
    deal: { name: string };
    contacts: readonly Pick<Contact, 'name' | 'emails'>[];
    threads: readonly Thread[];
  }[],
  rep: Rep,
): Profile | null {
  const read = readThreads(
    deals.flatMap(({ threads }) => threads),
    rep,
  );
  const mails = read.flatMap(({ thread, message, reading, byRep }): OwnMail[] =>
    byRep && reading.kind === 'human'
      ? [{ thread: thread.ref, text: reading.text, language: reading.language, to: [...message.to, ...message.cc] }]
      : [],
  );
  const names = deals.flatMap(({ deal, contacts }) => [
    deal.name,
    ...contacts.flatMap(({ name, emails }) => [name, ...emails]),
  ]);
  return learnProfile(mails, [], rep.name, wordsOfNames(names));
}
