/** What a follow-up template may use, each fact with the words of the thread it rests on. Made from what is public to the thread and nothing else. */
import { fold } from '../reading/fold.ts';
import { sentencesOf } from '../reading/sentences.ts';
import type { Language, Limits } from './gate/written.ts';
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

export function templateFacts(context: PublicToThread, limits: Limits): Facts {
  const { topic, messages, today, language, monthFirst, subject, several } = context;
  const { situation, due, beside } = topic;
  const ground = messages.find(({ messageId }) => messageId === topic.messageId);
  const theirs = ground?.author === 'contact';
  // A meeting is named by its subject, not by the words that made it.
  const said = situation === 'after_meeting' ? null : sayAgain(context, limits);
  const spoken = (day: string | null | undefined) => (day ? spokenDay(day, today, language, monthFirst) : null);
  const written = spoken(ground?.date);
  const named = spoken(due);
  const met = situation === 'after_meeting' ? named : null;
  const promised = situation === 'after_meeting' ? null : named;
  const other = spoken(beside?.day);
  const again = situation === 'last_try' ? other : null;
  const back = situation === 'after_absence' ? other : null;
  const about = said && !said.vague ? null : quotableSubject(subject.text);
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

/** The sentence that matters, unless a mail after it said it again already. */
/** In Spanish the full stop stands behind the closing mark (RAE, Ortografía 2010, §3.4.8), where the template has it. */
const asQuoted = (said: string, language: Language): string =>
  language === 'es' && /[^.]\.$/.test(said) ? said.slice(0, -1) : said;

function sayAgain(
  { topic, messages, language, formal, contact, rep }: PublicToThread,
  limits: Limits,
): Quotable | null {
  const ground = messages.find(({ messageId }) => messageId === topic.messageId);
  if (!ground) return null;
  const names = new Set(
    fold(`${contact.name} ${rep.name}`)
      .split(/[^\p{L}]+/u)
      .filter((part) => part !== ''),
  );
  const around = { author: ground.author, language, formal: formal ?? true, names };
  const start = topic.quote.replace(/…$/, '');
  const within = sentencesOf(ground.text)
    .map(({ text }) => oneLine(text))
    .find((sentence) => sentence.includes(start));
  // Where the quote is more than a sentence it is the whole mail.
  const whole = ground.author === 'rep' && topic.situation !== 'we_promised';
  const words = within ? (start === topic.quote ? start : within) : whole ? tellingSentence(ground.text, around) : null;
  const found = words === null ? null : quotable(words, around);
  return found && limits.before.some((text) => fold(oneLine(text)).includes(fold(found.words.replace(/\.$/, ''))))
    ? null
    : found;
}
