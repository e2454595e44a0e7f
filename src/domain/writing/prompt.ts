/** What a language model is asked: one question, made from what is public to the thread and from what code decides about the mail, and from nothing else. */
import type { Render } from '../plan.ts';
import { situations } from '../situation.ts';
import { type GroundMessage, type Limits, parseWritten, type Written } from './gate/written.ts';
import type { PublicToThread } from './public-to-thread.ts';

export interface Prompt {
  system: string;
  user: string;
  /** JSON Schema of the answer. */
  schema: Record<string, unknown>;
  maxTokens: number;
  /** Message-IDs by the short names that they have in the prompt. */
  ids: ReadonlyMap<string, string>;
}

/** The latest mails, the one that it is about always among them; longer ones are cut. Characters. */
const most = { messages: 12, text: 4_000, all: 16_000, files: 10, file: 80 } as const;

const names = { en: 'English', de: 'German', fr: 'French', es: 'Spanish' } as const;

/** The templates `write/system` and `write/thread` have the words. Throws what `render` throws. */
export function promptOf(context: PublicToThread, limits: Limits, render: Render): Prompt {
  const { topic, contact, rep, today, several } = context;
  const as = (letter: string, messages: readonly GroundMessage[]) =>
    messages.map((message, at) => ({ short: `${letter}${at + 1}`, message }));
  const named = [...as('m', latest(context)), ...as('c', noticesIn(context)), ...as('n', context.notes)];
  const shortOf = (id: string): string => named.find(({ message }) => message.messageId === id)?.short ?? '';
  const data = named.map(({ short, message }) => ({
    id: short,
    from: message.author,
    date: message.date,
    weekday: weekdayOf(message.date),
    text: visible(message.text.slice(0, most.text)),
    ...(message.attachments.length > 0
      ? { files: message.attachments.slice(0, most.files).map((name) => visible(name.slice(0, most.file))) }
      : {}),
  }));
  const facts = {
    rep: visible(rep.name),
    contact: contact.name === '' ? 'the contact' : asData(visible(contact.name.slice(0, 80))),
    several,
    today: `${weekdayOf(today)}, ${today}`,
    language: limits.language,
    language_name: names[limits.language],
    formal: limits.formal,
    max_words: limits.maxWords,
    greeting: visible(limits.greeting),
    situation: topic.situation,
    topic_message: shortOf(topic.messageId),
    topic_words: asData(visible(topic.quote)),
    due: topic.due,
    beside_message: topic.beside && shortOf(topic.beside.messageId),
    beside_words: topic.beside && asData(visible(topic.beside.quote)),
    beside_day: topic.beside?.day ?? null,
    avoid: (limits.avoid ?? []).map(({ phrase, instead }) =>
      instead === null ? `"${phrase}"` : `"${phrase}" (but "${instead}")`,
    ),
    leave_out: limits.leaveOut ?? [],
    before: limits.before.length,
    data: asData(data),
  };
  return {
    system: render('write/system', {}).trim(),
    user: render('write/thread', facts).trim(),
    schema,
    // Three tokens a word; the words cited and the frame are as long again, and some models think before they write.
    maxTokens: 3_000 + limits.maxWords * 8,
    ids: new Map(named.map(({ short, message }) => [short, message.messageId])),
  };
}

/** The answer to a prompt, Message-IDs in their places; null where it is no answer. An id that the prompt did not name is left: it will ground nothing. */
export function answerTo({ ids }: Pick<Prompt, 'ids'>, value: unknown): Written | null {
  const written = parseWritten(value);
  if (!written) return null;
  const sentences = written.sentences.map(({ text, ground }) => ({
    text,
    ground: ground.map(({ messageId, words }) => ({ messageId: ids.get(messageId) ?? messageId, words })),
  }));
  return { ...written, sentences };
}

/**
 * What calendars and absence notices say of the matter: not written by a person, but seen by all recipients as the thread is. Each on the day that it
 * speaks of, and as the contact's, whose words count for less, unless the rep sent it.
 */
export function noticesIn({ topic, messages }: PublicToThread): GroundMessage[] {
  const { beside } = topic;
  const pointed = [
    ...(topic.due ? [{ ...topic, day: topic.due, author: topic.byRep ? ('rep' as const) : ('contact' as const) }] : []),
    ...(beside ? [{ ...beside, author: 'contact' as const }] : []),
  ];
  return pointed
    .filter(({ messageId }) => !messages.some((message) => message.messageId === messageId))
    .map(({ messageId, quote, day, author }) => ({ messageId, author, date: day, text: quote, attachments: [] }));
}

const weekdayOf = (day: string): string =>
  new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

/** Oldest first. */
function latest({ messages, topic }: PublicToThread): GroundMessage[] {
  const kept: GroundMessage[] = [];
  let left: number = most.all;
  const about = messages.find(({ messageId }) => messageId === topic.messageId);
  for (const message of [...(about ? [about] : []), ...messages.toReversed()]) {
    const size = Math.min(message.text.length, most.text);
    if (kept.includes(message) || kept.length >= most.messages || size > left) continue;
    left -= size;
    kept.push(message);
  }
  return messages.filter((message) => kept.includes(message));
}

/** Without characters that nobody sees and a model reads. */
const visible = (text: string): string =>
  text
    .replace(/[^\P{C}\n\t]/gu, '')
    .toWellFormed()
    .trim();

const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const strict = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const schema = strict({
  language: { type: 'string', enum: Object.keys(names) },
  reason: { type: 'string', enum: situations },
  sentences: {
    type: 'array',
    items: strict({
      text: { type: 'string' },
      ground: { type: 'array', items: strict({ messageId: { type: 'string' }, words: { type: 'string' } }) },
    }),
  },
});
