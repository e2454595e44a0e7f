/** Whom a mail that belongs to no open deal may be about all the same: beside those it is from and to, the guests of a meeting and the author's company. */
import { addressKey, companyDomain } from './addresses.ts';
import { type Book, peopleOf, unreachedBy } from './book.ts';
import type { Contact } from './deal.ts';
import { asWritten, type Envelope, type Message } from './mail.ts';
import { guestsOf } from './meetings.ts';
import { fold } from './reading/fold.ts';
import { calendarSubject } from './reading/kind-words.ts';
import { readMessage } from './reading.ts';

/** The contacts of every open deal that a thread may forbid something for; none: it is among strangers. */
export function contactsConcerned(messages: readonly Message[], book: Book, zone: string): Contact[] {
  const deals = messages.flatMap((message) => [
    ...[...peopleOf(message, book).keys(), ...unreachedBy(message), ...guestsIn(message, zone)].flatMap(
      (key) => book.byAddress.get(key) ?? [],
    ),
    ...dealsOfCompany(message, book),
  ]);
  return [...new Set(deals)].flatMap(({ contacts }) => contacts);
}

const guestsIn = (message: Message, zone: string): string[] =>
  message.calendar === undefined
    ? []
    : guestsOf((message.reading ?? readMessage(message, zone)).meeting).map(addressKey);

/** Whoever is at a contact's company may speak for it: what they ask for it counts for the contact, and nothing else of theirs. */
function dealsOfCompany(message: Envelope, book: Book) {
  const author = asWritten(message).from?.address ?? '';
  const domain = companyDomain(author, book.freeMail);
  const isSomebody = domain !== null && peopleOf(message, book).has(addressKey(author));
  return isSomebody ? (book.byDomain.get(domain) ?? []) : [];
}

/** Whether a new mail among strangers is read, by its header alone: by somebody at a contact's company, or an invitation, whose guests stand inside. */
export function mayConcern(message: Envelope, book: Book): boolean {
  return dealsOfCompany(message, book).length > 0 || looksInvited(message);
}

function looksInvited({ subject, signals }: Envelope): boolean {
  const type = signals['content-type'] ?? '';
  const calls = /calendarmessage/i.test(signals['content-class'] ?? '');
  return calls || /^\s*text\/calendar/i.test(type) || calendarSubject.test(fold(subject.slice(0, 500)));
}
