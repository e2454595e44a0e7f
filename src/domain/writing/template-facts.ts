/** What a follow-up template may use, and what of its text rests on the thread. */
import { spokenDate } from '../calendar.ts';
import type { Evidence } from './compose.ts';
import type { Limits } from './gate/written.ts';
import type { PublicToThread } from './public-to-thread.ts';

/** Plain text. Dates are spoken in the template's language. */
export interface TemplateFacts {
  /** First and last lines, as this rep writes them. */
  greeting: string;
  sign_off: string;
  /** What was last said, word for word and shortened. */
  said: string;
  /** When. */
  said_on: string;
}

export function templateFacts({ topic, messages, today, language }: PublicToThread, limits: Limits): TemplateFacts {
  const date = messages.find(({ messageId }) => messageId === topic.messageId)?.date ?? today;
  const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
  return {
    greeting: limits.greeting,
    sign_off: limits.signOff,
    said: topic.quote,
    said_on: spokenDate(noon(date), 'UTC', language, noon(today)),
  };
}

/** The sentences of a rendered follow-up that state a fact, each with the words it rests on. */
export function evidenceOf(text: string, facts: TemplateFacts, { topic }: PublicToThread): Evidence[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && (line.includes(facts.said) || line.includes(facts.said_on)))
    .map((sentence) => ({ sentence, messageId: topic.messageId, quote: topic.quote }));
}
