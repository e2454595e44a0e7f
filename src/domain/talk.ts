/** The talk of a deal: every message with what it says, and of those the ones between the rep's side and the other. */
import { type Addresses, addressKey, addressSet, companyDomain } from './addresses.ts';
import { civilDate } from './calendar.ts';
import type { Contact } from './deal.ts';
import type { Message, Thread } from './mail.ts';
import { participants } from './mail.ts';
import { guestsOf } from './meetings.ts';
import { type Reading, readMessage } from './reading.ts';
import type { Said } from './turn.ts';

export interface Rep {
  name: string;
  /** Main address first, aliases after it; lower-cased. */
  addresses: readonly string[];
  /** IANA zone in which this rep's days are counted. */
  zone: string;
}

export interface ReadMessageOf {
  thread: Thread;
  message: Message;
  reading: Reading;
  /** In a deal's talk also what the rep's colleagues wrote. */
  byRep: boolean;
}

/** Whether an address is one of the rep's, in any of its spellings. */
export function isRep(address: string, rep: Pick<Rep, 'addresses'>): boolean {
  const key = addressKey(address);
  return rep.addresses.some((own) => own === address || addressKey(own) === key);
}

/** What lies in Sent is the rep's, whatever address it went out under. */
export function writtenByRep(message: Pick<Message, 'place' | 'from'>, rep: Pick<Rep, 'addresses'>): boolean {
  return message.place === 'sent' || isRep(message.from?.address ?? '', rep);
}

/** Every message of the deal with what it says, oldest first. What was read when it was stored is not read again. */
export function readThreads(threads: readonly Thread[], rep: Rep): ReadMessageOf[] {
  return threads
    .flatMap((thread) =>
      thread.messages.map((message) => {
        const byRep = writtenByRep(message, rep);
        const reading = message.reading ?? readMessage(message, rep.zone, byRep);
        return { thread, message, reading: asNewlySaid(message, reading, thread), byRep };
      }),
    )
    .sort((a, b) => a.message.date.getTime() - b.message.date.getTime() || (a.message.id < b.message.id ? -1 : 1));
}

/** A rest that stands in the subject was asked for by whoever wrote it there first: with the rep it is none, and in later mails no new one. */
function asNewlySaid(message: Message, reading: Reading, { messages }: Thread): Reading {
  const quote = reading.hold?.quote;
  if (quote === undefined || !message.subject.includes(quote) || reading.text.includes(quote)) return reading;
  const old = messages.some(({ subject, date }) => date < message.date && subject.includes(quote));
  return old ? { ...reading, hold: null, optOut: false } : reading;
}

/**
 * What was said between the rep's side and the other: whose turn it is, what was asked and promised follows from nothing else. A mail among
 * colleagues is none of it; one that a stranger wrote into a thread of the deal is, for it may be the contact from another address.
 */
export function dealTalk(
  threads: readonly Thread[],
  contacts: readonly Pick<Contact, 'emails'>[],
  rep: Rep,
): ReadMessageOf[] {
  const emails = contacts.flatMap((contact) => contact.emails);
  const known = addressSet(emails);
  const theirs = new Set(emails.map((address) => companyDomain(address)));
  const house = new Set(rep.addresses.map((address) => companyDomain(address)).filter((domain) => !theirs.has(domain)));
  // The domain of a free mail service is nobody's house.
  house.delete(null);
  return readThreads(threads, rep).flatMap((each) => {
    const author = each.message.from?.address ?? '';
    const byRep = each.byRep || house.has(companyDomain(author));
    const concerns = each.reading.kind === 'bounce' || !byRep || peopleIn(each).some((address) => known.has(address));
    return concerns ? [{ ...each, byRep }] : [];
  });
}

/**
 * Whether it waits to be opened: a person of theirs wrote it, or it comes from one of these contacts and is not certainly a machine's. In doubt
 * it is an answer.
 */
export function waitsToBeOpened({ byRep, message, reading }: ReadMessageOf, contacts: Addresses): boolean {
  if (byRep || message.read || reading.machine) return false;
  return reading.kind === 'human' || reading.kind === 'unreadable' || contacts.has(message.from?.address ?? '');
}

/** The addresses of all of these people. */
export const addressesOf = (contacts: readonly Pick<Contact, 'emails'>[]): Addresses =>
  addressSet(contacts.flatMap(({ emails }) => emails));

/** Everyone a message names, and those whom its calendar invites: calendars send each guest a mail of their own. */
export const peopleIn = ({ message, reading }: Pick<ReadMessageOf, 'message' | 'reading'>): string[] => [
  ...participants(message),
  ...guestsOf(reading.meeting),
];

/** No logo below a signature, which mail programs name by a word and eight signs, no key, card or invitation. */
export const isDocument = (file: string): boolean =>
  !/^(?:image\d|logo|signature|[a-z]{7}-(?=\d*[a-z])[a-z0-9]{8}(?=\.)).*\.(?:png|jpe?g|gif|svg)$|\.(?:ics|vcf|p7s|p7m|asc)$/i.test(
    file,
  );

/** The same for `turn.ts`, days counted in the rep's zone. */
export function saidIn(read: readonly ReadMessageOf[], rep: Rep): Said[] {
  return read.map(({ thread, message, reading, byRep }) => ({
    byRep,
    thread: thread.ref,
    date: civilDate(message.date, rep.zone),
    from: message.from?.address ?? '',
    to: [...message.to, ...message.cc].map(({ address }) => address),
    ...(message.attachments.some(isDocument) && { attached: true }),
    reading,
  }));
}
