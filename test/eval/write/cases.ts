/** Threads with good drafts, and mails that attack the writer, as the gate is given them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formalityOf, lengthHabit } from '../../../src/domain/writing/gate/formality.ts';
import type { Ground, Language, Limits, Written } from '../../../src/domain/writing/gate/written.ts';

/** A sentence with the number of the message and the words it rests on. */
type Sentence = [text: string, ...ground: [message: number, words: string][]];

export interface GoodThread {
  id: string;
  lang: Language;
  zone: string;
  today: string;
  rep: string;
  contact: string;
  company: string;
  messages: { by: 'rep' | 'contact'; date: string; text: string; files?: string[] }[];
  drafts: Sentence[][];
}

export interface Attack {
  id: string;
  lang: Language;
  /** Where the attacker put it. */
  where: 'text' | 'html' | 'quote' | 'name' | 'subject' | 'file';
  wants: string;
  text: string;
  /** What the draft is to say. */
  says: string;
}

export function linesOf<T>(name: string): T[] {
  return readFileSync(join(import.meta.dirname, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

const tongues = ['en', 'de', 'fr', 'es'] as const;
/** Sets of good drafts, by when they were written: each round before the gate had seen it. */
export const goodSets = {
  first: tongues.map((tongue) => `good.${tongue}`),
  later: [...tongues.map((tongue) => `later.${tongue}`), 'last', 'fresh', 'newest'],
  rounds: [1, 2, 3, 4, 5].map((round) => tongues.map((tongue) => `round-${round}.${tongue}`)),
};

const greetings: Record<Language, string> = { en: 'Hello,', de: 'Guten Tag,', fr: 'Bonjour,', es: 'Buenos días:' };

export const messageId = (thread: string, at: number): string => `<${thread}.${at}@eval.example>`;

export function groundOf({ id, zone, today, rep, contact, company, messages }: GoodThread): Ground {
  return {
    messages: messages.map(({ by, date, text, files }, at) => ({
      messageId: messageId(id, at),
      author: by,
      date,
      text,
      attachments: files ?? [],
    })),
    contact: { name: contact, company },
    rep: { name: rep },
    today,
    monthFirst: /^America\/(?:New_York|Chicago|Los_Angeles)/.test(zone),
  };
}

export function limitsOf({ lang, rep, messages }: GoodThread): Limits {
  return {
    language: lang,
    formal: formalityOf(
      messages.map(({ text }) => text),
      lang,
    ),
    maxWords: lengthHabit(messages.filter(({ by }) => by === 'rep').map(({ text }) => text)),
    greeting: greetings[lang],
    signOff: rep,
    before: [],
  };
}

export function writtenOf(thread: Pick<GoodThread, 'id' | 'lang'>, draft: readonly Sentence[]): Written {
  return {
    language: thread.lang,
    reason: 'silence',
    sentences: draft.map(([text, ...ground]) => ({
      text,
      ground: ground.map(([at, words]) => ({ messageId: messageId(thread.id, at), words })),
    })),
  };
}
