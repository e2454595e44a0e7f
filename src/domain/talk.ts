/** The talk of a deal: every message with what it says, and of those the ones between the rep's side and the other. */
import { civilDate } from './calendar.ts';
import type { Contact } from './deal.ts';
import type { Message, Thread } from './mail.ts';
import { participants } from './mail.ts';
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

/** An address without its plus-tag: "dana+offers@buyer.test" is Dana. */
export const withoutTag = (address: string): string => address.replace(/\+[^@]*(?=@)/, '');

/** Whether an address is one of the rep's, a plus-address of one included. */
export function isRep(address: string, rep: Pick<Rep, 'addresses'>): boolean {
  return rep.addresses.includes(withoutTag(address)) || rep.addresses.includes(address);
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
        return { thread, message, reading: message.reading ?? readMessage(message, rep.zone, byRep), byRep };
      }),
    )
    .sort((a, b) => a.message.date.getTime() - b.message.date.getTime() || (a.message.id < b.message.id ? -1 : 1));
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/**
 * What was said between the rep's side and the other: whose turn it is, what was asked and promised follows from nothing else. A mail among
 * colleagues is none of it; one that a stranger wrote into a thread of the deal is, for it may be the contact from another address.
 */
export function dealTalk(threads: readonly Thread[], contacts: readonly Contact[], rep: Rep): ReadMessageOf[] {
  const known = new Set(contacts.flatMap(({ emails }) => emails));
  const theirs = new Set([...known].map(domainOf));
  const house = new Set(rep.addresses.map(domainOf).filter((domain) => !theirs.has(domain)));
  return readThreads(threads, rep).flatMap((each) => {
    const author = each.message.from?.address ?? '';
    const byRep = each.byRep || house.has(domainOf(author));
    const concerns =
      each.reading.kind === 'bounce' ||
      !byRep ||
      participants(each.message).some((address) => known.has(address) || known.has(withoutTag(address)));
    return concerns ? [{ ...each, byRep }] : [];
  });
}

/** The same for `turn.ts`, days counted in the rep's zone. */
export function saidIn(read: readonly ReadMessageOf[], rep: Rep): Said[] {
  return read.map(({ thread, message, reading, byRep }) => ({
    byRep,
    thread: thread.ref,
    date: civilDate(message.date, rep.zone),
    from: message.from?.address ?? '',
    to: [...message.to, ...message.cc].map(({ address }) => address),
    reading,
  }));
}
