/** What a follow-up template may use, each fact with the words of the thread it rests on. Made from what is public to the thread and nothing else. */
import type { Address } from '../mail.ts';
import { fold } from '../reading/fold.ts';
import { undertakes } from '../reading/promise.ts';
import { sentencesOf } from '../reading/sentences.ts';
import type { Language, Limits } from './gate/written.ts';
import { personOf } from './names.ts';
import type { PublicToThread } from './public-to-thread.ts';
import { oneLine, type Quotable, quotable, quotableSubject, tellingSentence } from './quotable.ts';
import { spokenDay } from './spoken-days.ts';

/** What a fact rests on. */
export interface Resting {
  messageId: string;
  quote: string;
}

/** Plain text, in the template's language; null where there is none. */
export interface TemplateFacts {
  /** First and last lines, as this rep writes them. */
  greeting: string;
  sign_off: string;
  /** Sie, vous, usted. */
  formal: boolean;
  /** To more than one. */
  several: boolean;
  /** From 0 on: another way to say the same, where an earlier mail of the rep has these words already. */
  variant: number;
  /** The one sentence that matters, word for word; null where it cannot be said again. */
  said: string | null;
  /** Whether that is a question of ours, which needs no quotation marks. */
  question: boolean;
  /** Whether the other side said it. */
  theirs: boolean;
  /** Whether it was said by the one person who is written to: only then "you wrote". */
  you: boolean;
  /** Who else of theirs said it, by the full name; null where that is none or not known. */
  writer: string | null;
  /** The day on which it was written: "on Tuesday", and "from Tuesday". */
  said_on: string | null;
  said_from: string | null;
  /** The subject, where the sentence alone does not tell what it is about. */
  about: string | null;
  /** The day that was promised, or until which they wished for rest: "on Friday", "by Friday". */
  due_on: string | null;
  due_by: string | null;
  /** Of the follow-up before. */
  again_on: string | null;
  /** Of the meeting. */
  met_on: string | null;
  met_from: string | null;
  /** The first one back from an absence. */
  back_on: string | null;
}

export interface Facts {
  facts: TemplateFacts;
  /** By the name of the fact; none for what states nothing. */
  rests: Partial<Record<keyof TemplateFacts, Resting>>;
}

/** `quoting`: with the one sentence that matters, where it can be said again. */
export function templateFacts(context: PublicToThread, limits: Limits, quoting = true): Facts {
  const { topic, messages, today, language, monthFirst, subject, several } = context;
  const { situation, due, beside } = topic;
  const ground = messages.find(({ messageId }) => messageId === topic.messageId);
  const theirs = ground?.author === 'contact';
  // A meeting is named by its subject, not by the words that made it.
  const said = !quoting || situation === 'after_meeting' ? null : sayAgain(context, limits);
  const spoken = (day: string | null | undefined) => (day ? spokenDay(day, today, language, monthFirst) : null);
  const written = spoken(ground?.date);
  const named = spoken(due);
  const met = situation === 'after_meeting' ? named : null;
  const promised = situation === 'after_meeting' ? null : named;
  const other = spoken(beside?.day);
  const again = situation === 'last_try' ? other : null;
  const back = situation === 'after_absence' ? other : null;
  const about = (said && !said.vague) || !subject.ours ? null : quotableSubject(subject.text);
  const topicRests = { messageId: topic.messageId, quote: said?.words ?? topic.quote };
  const besideRests = beside ? { messageId: beside.messageId, quote: beside.quote } : topicRests;
  return {
    facts: {
      greeting: limits.greeting,
      sign_off: limits.signOff,
      formal: context.formal ?? true,
      several,
      variant: 0,
      said: said ? asQuoted(said.said, language) : null,
      question: (said?.question ?? false) && !theirs,
      theirs,
      you: theirs && !several && !ground.other,
      writer: (theirs && ground.other && nameToSay(ground.other)) || null,
      said_on: written?.on ?? null,
      said_from: written?.from ?? null,
      about,
      due_on: promised?.on ?? null,
      due_by: promised?.by ?? null,
      again_on: again?.on ?? null,
      met_on: met?.on ?? null,
      met_from: met?.from ?? null,
      back_on: back?.on ?? null,
    },
    rests: {
      said: topicRests,
      writer: topicRests,
      said_on: topicRests,
      said_from: topicRests,
      due_on: topicRests,
      due_by: topicRests,
      met_on: topicRests,
      met_from: topicRests,
      again_on: besideRests,
      back_on: besideRests,
      about: { messageId: subject.messageId, quote: subject.text },
    },
  };
}

/** A first name alone may be anybody's. */
function nameToSay({ name }: Address): string | null {
  const person = personOf(name);
  return person && person.first !== '' && person.last !== '' ? person.full : null;
}

/** In Spanish the full stop stands behind the closing mark (RAE, Ortografía 2010, §3.4.8), where the template has it. */
const asQuoted = (said: string, language: Language): string =>
  language === 'es' && /[^.]\.$/.test(said) ? said.slice(0, -1) : said;

/** The sentence that matters, unless a mail after it said it again already. */
function sayAgain(
  { topic, messages, language, formal, contact, rep, today }: PublicToThread,
  limits: Limits,
): Quotable | null {
  const ground = messages.find(({ messageId }) => messageId === topic.messageId);
  if (!ground) return null;
  const names = new Set(
    fold(`${contact.name} ${rep.name}`)
      .split(/[^\p{L}]+/u)
      .filter((part) => part !== ''),
  );
  const around = {
    author: ground.author,
    language,
    formal: formal ?? true,
    names,
    written: ground.date,
    today,
    open: topic.situation !== 'we_promised',
  };
  const start = topic.quote.replace(/…$/, '');
  const within = sentencesOf(ground.text)
    .map(({ text }) => oneLine(text))
    .find((sentence) => sentence.includes(start));
  // Where the quote is more than a sentence it is the whole mail.
  const whole = ground.author === 'rep' && topic.situation !== 'we_promised';
  const words = within ? (start === topic.quote ? start : within) : whole ? tellingSentence(ground.text, around) : null;
  // A word of ours that we have kept is no news: "I will send the drawing", where it lies with them.
  const kept = whole && topic.situation !== 'question_open' && undertakes(fold(words ?? ''));
  const found = words === null || kept ? null : quotable(words, around);
  return found && limits.before.some((text) => fold(oneLine(text)).includes(fold(found.words.replace(/\.$/, ''))))
    ? null
    : found;
}
