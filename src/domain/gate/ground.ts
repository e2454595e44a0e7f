/** The words a sentence is said to rest on, looked up in the messages themselves. */
import { fold } from '../reading/fold.ts';
import { comparable } from '../text.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { daysIn, type Given, isLength } from './days.ts';
import { ownAddresses } from './links.ts';
import { dictates } from './stakes.ts';
import { indexOf, type WordIndex, wordIndex, wordsIn } from './words.ts';
import type { Cited, Ground, GroundMessage, Limits } from './written.ts';

/** Words that do stand in a message. */
export interface Quote {
  message: GroundMessage;
  words: string;
  /** The words with the whole sentences they stand in, folded. */
  around: string;
  /** The prospect tells somebody what to write. */
  dictated: boolean;
}

export interface GateContext {
  ground: Ground;
  limits: Limits;
  /** What the rep wrote of addresses and numbers in this thread. */
  own: string[];
  names: { contact: ReadonlySet<string>; rep: ReadonlySet<string>; all: WordIndex; company: WordIndex };
  /** Every word that each side wrote in the thread; the other's with names of files and people. */
  byRep: WordIndex;
  byContact: WordIndex;
  byId: ReadonlyMap<string, GroundMessage>;
}

/** Characters of one message that are looked at. */
const looked = 24_000;

export function contextOf(ground: Ground, limits: Limits): GateContext {
  const { contact, rep, messages } = ground;
  return {
    ground,
    limits,
    own: ownAddresses(messages),
    names: {
      contact: new Set(nameWords(contact.name)),
      rep: new Set(nameWords(rep.name)),
      all: wordIndex([contact.name, contact.company, rep.name].flatMap(nameWords)),
      company: wordIndex(nameWords(contact.company)),
    },
    byRep: indexOf(...textsOf(messages, 'rep')),
    byContact: indexOf(...textsOf(messages, 'contact'), contact.name),
    byId: new Map(messages.map((message) => [message.messageId, message])),
  };
}

const textsOf = (messages: readonly GroundMessage[], author: GroundMessage['author']): string[] =>
  messages.filter((message) => message.author === author).flatMap(({ text, attachments }) => [text, ...attachments]);

const mostNames = 6;
const particle =
  /^(?:de|del|la|los|las|von|vom|van|der|den|zu|du|des|le|di|da|dos|el|al|y|und|and|et|für|pour|para|of|the|&)$/u;

/** The words of a name, none where it is more than one: the prospect's mail program writes it. */
function nameWords(name: string): string[] {
  const tokens = name.trim().split(/\s+/);
  const isName = tokens.every(
    (token) => particle.test(token) || /^[\p{Lu}\p{N}][\p{L}\p{M}\p{N}.,'’&-]*$/u.test(token),
  );
  return tokens.length <= mostNames && isName ? wordsIn(name) : [];
}

/** Fewer letters than these are no quote. */
const leastLetters = 4;

/** The quotes that are true: they stand in the message named, word for word, at words' ends. */
export function quoted(cited: readonly Cited[], { byId }: GateContext): Quote[] {
  return cited.flatMap(({ messageId, words }) => {
    const message = byId.get(messageId);
    const sought = comparable(words).toLowerCase();
    if (!message || (sought.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < leastLetters) return [];
    const text = comparable(message.text.slice(0, looked));
    const at = placeOf(text.toLowerCase(), sought);
    if (at < 0) return [];
    const end = at + sought.length;
    const around = fold(text.slice(sentenceStart(text, at), sentenceEnd(text, end)));
    return [
      { message, words: text.slice(at, end), around, dictated: message.author === 'contact' && dictates(around) },
    ];
  });
}

function placeOf(text: string, sought: string): number {
  const isWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const joins =
      (isWord(text[at - 1]) && isWord(sought[0])) || (isWord(text[at + sought.length]) && isWord(sought.at(-1)));
    if (!joins) return at;
  }
  return -1;
}

const farthest = 300;

function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - farthest);
  const ends = [...text.slice(from, at).matchAll(/[.!?]\s/g)].at(-1);
  return ends ? from + ends.index + ends[0].length : from;
}

function sentenceEnd(text: string, end: number): number {
  if (/[.!?]$/.test(text.slice(0, end))) return end;
  const stop = /[.!?](?=\s|$)/.exec(text.slice(end, end + farthest));
  return stop ? end + stop.index + 1 : Math.min(text.length, end + farthest);
}

/** The numbers that a quote gives. */
export const amountsOf = ({ words }: Quote, { limits }: GateContext): Amount[] => amountsIn(words, limits.language);

/** The days that a quote names. */
export const daysNamed = ({ message, words }: Quote, { ground }: GateContext): Given[] =>
  daysIn(words, message.date, ground.monthFirst)
    .filter((each) => !isLength(each))
    .map(({ period, ago }) => ({ first: ago?.[0] ?? period.first, last: ago?.[1] ?? period.last, part: period.part }));

/** The day on which a message was written. */
export const dayOf = ({ date }: GroundMessage): Given => ({ first: date, last: date, part: undefined });
