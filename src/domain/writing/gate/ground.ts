/** The words a sentence is said to rest on, looked up in the messages themselves. */
import { fold } from '../../reading/fold.ts';
import { sentencesOf } from '../../reading/sentences.ts';
import { comparable } from '../../text.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { daysIn, type Given, isLength } from './days.ts';
import { ownAddresses } from './links.ts';
import { dictates } from './stakes.ts';
import { indexOf, type WordIndex, wordIndex, wordsIn } from './words.ts';
import type { Cited, Ground, GroundMessage, Limits } from './written.ts';

/** A message with what is asked of it by every sentence, worked out once. */
export interface KnownMessage extends GroundMessage {
  /** Its text in a form in which quotes are found however they were wrapped. */
  plain: string;
  /** The same in lower case, letter for letter. */
  folded: string;
  /** Its text on one line, as its author wrote it. */
  line: string;
  /** Its words, with the names of files that the rep attached. */
  index: WordIndex;
  /** The text in pieces that are quick to compare with. */
  pieces: string[];
  /** A public note: of no day. */
  note: boolean;
}

/** Words that do stand in a message. */
export interface Quote {
  message: KnownMessage;
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
  /** Words that may be used anywhere: the rep's, and the prospect's of mails that the rep answered, so that a person of ours has read them. */
  shared: WordIndex;
  sharedWords: readonly string[];
  /** Every word of the prospect's, with names of files and people. */
  byContact: WordIndex;
  messages: readonly KnownMessage[];
}

/** Characters that are looked at, of one message and of all, the newest first. */
const looked = { one: 24_000, all: 200_000 };
const piece = 8_000;

/** The messages that are looked at, oldest first. */
function known(messages: readonly GroundMessage[], note = false): KnownMessage[] {
  const found: KnownMessage[] = [];
  let left = looked.all;
  for (const message of messages.toReversed()) {
    if (left <= 0) break;
    const text = message.text.slice(0, Math.min(looked.one, left));
    left -= text.length + 1;
    const plain = comparable(text);
    const files = message.author === 'rep' ? message.attachments : [];
    const pieces = Array.from({ length: Math.ceil(plain.length / piece) }, (_, at) =>
      plain.slice(at * piece, (at + 1) * piece + 400),
    );
    found.push({
      ...message,
      text,
      plain,
      folded: fold(plain),
      line: text.replace(/\s+/g, ' '),
      index: indexOf(text, ...files),
      pieces,
      note,
    });
  }
  return found.reverse();
}

export function contextOf(ground: Ground, limits: Limits): GateContext {
  const { contact, rep } = ground;
  const thread = known(ground.messages);
  const messages = [...known(ground.notes ?? [], true), ...thread];
  const sharedWords = [...new Set([...textsOf(messages, 'rep'), ...answered(thread)].flatMap(wordsIn))];
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
    shared: wordIndex(sharedWords),
    sharedWords,
    byContact: indexOf(...textsOf(messages, 'contact'), contact.name),
    messages,
  };
}

const textsOf = (messages: readonly GroundMessage[], author: GroundMessage['author']): string[] =>
  messages.filter((message) => message.author === author).flatMap(({ text, attachments }) => [text, ...attachments]);

/** What the prospect wrote before the rep's last mail, but for what tells somebody what to write. */
function answered(messages: readonly KnownMessage[]): string[] {
  const last = messages.findLastIndex(({ author }) => author === 'rep');
  return messages
    .slice(0, Math.max(0, last))
    .filter(({ author }) => author === 'contact')
    .flatMap(({ text }) => sentencesOf(text).filter(({ folded }) => !dictates(folded)))
    .map(({ text }) => text);
}

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
export function quoted(cited: readonly Cited[], { messages }: GateContext): Quote[] {
  return cited.flatMap(({ messageId, words }) => {
    const sought = fold(comparable(words));
    if ((sought.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < leastLetters) return [];
    // Two mails of one id: a prospect may send a mail under the id of the rep's.
    for (const message of messages.filter((each) => each.messageId === messageId)) {
      const text = message.plain;
      const at = placeOf(message.folded, sought);
      if (at < 0) continue;
      const end = at + sought.length;
      const around = message.folded.slice(sentenceStart(text, at), sentenceEnd(text, end));
      return [
        {
          message,
          words: asWritten(message, words) ?? text.slice(at, end),
          around,
          dictated: message.author === 'contact' && dictates(around),
        },
      ];
    }
    return [];
  });
}

/** The quote in its author's own characters, where it stands there but for spaces and letter case. */
function asWritten({ line }: KnownMessage, words: string): string | null {
  const sought = words.trim().replace(/\s+/g, ' ');
  const at = sought === '' ? -1 : placeOf(fold(line), fold(sought));
  return at < 0 ? null : line.slice(at, at + sought.length);
}

/** A quote that stands inside words so often is none. */
const mostPlaces = 20;

function placeOf(text: string, sought: string): number {
  const isWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
  const [opens, closes] = [isWord(sought[0]), isWord(sought.at(-1))];
  let at = text.indexOf(sought);
  for (let tried = 0; at >= 0 && tried < mostPlaces; tried++) {
    if (!(opens && isWord(text[at - 1])) && !(closes && isWord(text[at + sought.length]))) return at;
    at = text.indexOf(sought, at + 1);
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
export const amountsOf = ({ words }: Quote, { limits }: GateContext): readonly Amount[] => [
  ...amountsIn(words, limits.language),
  ...[...fold(words).matchAll(pair)].map(
    ({ index, 0: { length } }): Amount => ({ value: 2, kind: 'count', unit: null, start: index, end: index + length }),
  ),
];
const pair = /(?<!\p{L})(?:both|beide\p{L}*|les deux|ambos|ambas)(?!\p{L})/gu;

/** The days that a quote names. */
export const daysNamed = ({ message, words }: Quote, { ground }: GateContext): Given[] =>
  daysIn(words, message.date, ground.monthFirst)
    .filter((each) => !isLength(each))
    .map(({ period, ago }) => ({
      first: ago?.[0] ?? period.first,
      last: ago?.[1] ?? period.last,
      part: period.part,
      unit: period.unit,
    }));

/** The day on which a message was written. */
export const dayOf = ({ date, note }: KnownMessage): Given[] =>
  note ? [] : [{ first: date, last: date, part: undefined, unit: 'day' }];
