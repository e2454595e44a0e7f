/** What a language model is asked for, and what a follow-up may rest on. Addresses, subject and headers are no part of either. */

import type { Address } from '../../mail.ts';
import { type Situation, situations } from '../../situation.ts';
import { languages } from '../compose.ts';
import type { LeftOut } from '../swaps.ts';

export type Language = (typeof languages)[number];

/** A claim of the model that words stand in a message. */
export interface Cited {
  messageId: string;
  words: string;
}

export interface WrittenSentence {
  text: string;
  ground: Cited[];
}

/** A follow-up as a model returns it: the body only; greeting and sign-off are code's. */
export interface Written {
  language: Language;
  reason: Situation;
  sentences: WrittenSentence[];
}

/** A message that all recipients have seen. */
export interface GroundMessage {
  messageId: string;
  author: 'rep' | 'contact';
  /** Who of theirs wrote it, where that is not the one person who is written to. */
  other?: Address;
  /** Civil date, YYYY-MM-DD, in the rep's zone. */
  date: string;
  /** What its author newly wrote: quoted text could be forged. */
  text: string;
  /** File names. */
  attachments: readonly string[];
}

/** All that a follow-up may be written from. */
export interface Ground {
  messages: readonly GroundMessage[];
  /** What the rep and the organisation marked as public, as messages of the rep's. */
  notes?: readonly GroundMessage[];
  contact: { name: string; company: string };
  rep: { name: string };
  /** Civil date in the rep's zone. */
  today: string;
  /** Whether 4/5 is April 5. */
  monthFirst: boolean;
}

/** What code decides about the mail. */
export interface Limits {
  /** The thread's language. */
  language: Language;
  /** Whether the two sides address each other formally; null when the thread does not tell. */
  formal: boolean | null;
  /** Words of the body, greeting and sign-off left out. */
  maxWords: number;
  /** First and last line of the mail, written by code from the rep's manner. */
  greeting: string;
  signOff: string;
  /** Earlier follow-ups of this thread, whose words are not to come again. */
  before: readonly string[];
  /** Words that the rep always changes, and what the rep writes instead; null: something else each time. Absent: none are known. */
  avoid?: readonly { phrase: string; instead: string | null }[];
  /** Sorts of sentences that the rep always deletes. */
  leaveOut?: readonly LeftOut[];
}

/** Sizes past which an answer is no follow-up. */
const most = { characters: 65_536, sentences: 16, text: 480, cited: 6, words: 600, id: 998 } as const;

/**
 * The answer of a model as data, given as its text or as what was parsed from it; null where it is anything else: broken JSON, a refusal, a
 * wrong form, or larger than any follow-up. A size is asked before anything of that size is looked at.
 */
export function parseWritten(answer: unknown): Written | null {
  const value = typeof answer === 'string' ? parsed(answer) : answer;
  if (!isRecord(value)) return null;
  const language = languages.find((each) => each === value.language);
  const reason = situations.find((each) => each === value.reason);
  const { sentences } = value;
  if (!language || !reason || !Array.isArray(sentences)) return null;
  if (sentences.length === 0 || sentences.length > most.sentences) return null;
  const found: WrittenSentence[] = [];
  for (const each of sentences) {
    const sentence = sentenceOf(each);
    if (!sentence) return null;
    found.push(sentence);
  }
  return { language, reason, sentences: found };
}

function sentenceOf(value: unknown): WrittenSentence | null {
  if (!isRecord(value) || !isText(value.text, most.text) || !Array.isArray(value.ground)) return null;
  if (value.ground.length > most.cited) return null;
  const ground: Cited[] = [];
  for (const each of value.ground) {
    if (!isRecord(each) || !isText(each.messageId, most.id) || !isText(each.words, most.words)) return null;
    ground.push({ messageId: each.messageId, words: each.words });
  }
  return { text: value.text, ground };
}

function parsed(text: string): unknown {
  if (text.length > most.characters) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown, limit: number): value is string => typeof value === 'string' && value.length <= limit;
