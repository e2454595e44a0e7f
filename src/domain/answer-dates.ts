/** When an answer was written whose own date cannot be. */
import { baseSubject, isReplySubject, type Message } from './mail.ts';
import { type Rep, writtenByRep } from './talk.ts';

/** Clocks differ by minutes; by more than a day they are wrong, and their zone says nothing either. */
const dayMs = 86_400_000;

/** Before it no mail of ours was: the date of a mail of which nothing says when it was written. */
const firstDate = Date.UTC(1981);

/**
 * The same mails, none older than a mail among them that it answers: one that claims to be gets a date just after that one's, for "until June" counts from
 * there. An undated answer that names no mail answers the rep's last one of its subject. What the rep wrote keeps its date. Safe to do again.
 */
export function afterAnswered<T extends Message>(messages: readonly T[], rep: Pick<Rep, 'addresses'>): T[] {
  const dates = new Map(messages.map(({ id, date }) => [id, date.getTime()]));
  const bySubject = new Map<string, number>();
  for (const each of messages)
    if (writtenByRep(each, rep)) {
      const subject = baseSubject(each.subject);
      bySubject.set(subject, Math.max(bySubject.get(subject) ?? 0, each.date.getTime()));
    }
  const bySubjectOf = ({ date, subject }: T): number =>
    date.getTime() < firstDate && isReplySubject(subject) ? (bySubject.get(baseSubject(subject)) ?? 0) : 0;
  return messages.map((message) => {
    if (writtenByRep(message, rep)) return message;
    const named = [...message.references, message.inReplyTo ?? ''].filter((id) => id !== message.id);
    const written = message.date.getTime();
    const answered = named.reduce((latest, id) => Math.max(latest, dates.get(id) ?? 0), bySubjectOf(message));
    if (answered < written) return message;
    const { utcOffset, ...rest } = message;
    const dated = { ...rest, date: new Date(answered + 1_000) } as T;
    return utcOffset === undefined || answered - written > dayMs ? dated : { ...dated, utcOffset };
  });
}
