/** From a heap of mails to the facts of each deal, when no mailbox keeps threads for us. */
import { addressSet } from './addresses.ts';
import { afterAnswered } from './answer-dates.ts';
import type { DealFacts, Rep } from './assess.ts';
import { type BookDeal, openBook } from './book.ts';
import { undeliverableIn } from './bounces.ts';
import { civilDate } from './calendar.ts';
import { contactsConcerned } from './concern.ts';
import { groupThreads } from './conversation.ts';
import { type Contact, type Deal, isOwnedBy, type Stage } from './deal.ts';
import { type Finding, findingsIn, indexFindings } from './findings.ts';
import { asWritten, type Message } from './mail.ts';
import { matchThread } from './matching.ts';
import type { Policy } from './policy.ts';
import { asReport } from './reading/delivery-report.ts';

/**
 * Whether a mail is there at `now`, by when it came: on a day in the past, what came since is not. What claims to come after the `real` time has
 * a wrong date; it is in the files, so it is there.
 */
export const isThere = (came: Date, now: Date, real: Date): boolean => came <= now || came > real;

/**
 * Groups, binds, and counts the conversations. A mail that is given is there, whatever its date says; drafts and trash are no part of a thread.
 */
export function boundConversations(
  messages: readonly Message[],
  { deals, contacts, stages = [] }: { deals: readonly Deal[]; contacts: readonly Contact[]; stages?: readonly Stage[] },
  rep: Rep,
  now: Date,
  { freeMailDomains: freeMail = [] }: Partial<Pick<Policy, 'freeMailDomains'>> = {},
): { facts: DealFacts[]; threads: number } {
  const mails = afterAnswered(
    messages.filter(({ place }) => place !== 'drafts' && place !== 'trash').map(asWritten),
    rep,
  );
  const conversations = groupThreads(mails.map(asReport), rep.addresses);
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const contactsOf = (deal: Deal): Contact[] => deal.contactIds.flatMap((id) => byId.get(id) ?? []);
  const entry = (deal: Deal): BookDeal => ({ ...deal, key: deal.id, number: deal.id, contacts: contactsOf(deal) });
  const mine = deals.filter((deal) => isOwnedBy(deal, rep));
  const open = mine.filter(({ status }) => status === 'open');
  const book = openBook(open.map(entry), rep.addresses, freeMail);
  const today = civilDate(now, rep.zone);
  const closed = mine.filter(({ status, closeDate }) => status !== 'open' && closeDate !== null && closeDate <= today);
  const ended = openBook(closed.map(entry), rep.addresses, freeMail);
  const around = { rep, today, contacts: open.flatMap(contactsOf), freeMail };
  const byDeal = new Map<string, DealFacts['threads'][number][]>();
  const found: Finding[] = [];
  const drafts = messages.filter(({ place }) => place === 'drafts');
  for (const { root, members } of conversations) {
    const match = matchThread(members, book, { ended });
    const thread = { ref: root, messages: members };
    if (match.kind === 'bound') byDeal.set(match.deal, [...(byDeal.get(match.deal) ?? []), thread]);
    else if (contactsConcerned(members, book, rep.zone).length > 0) found.push(...findingsIn([thread], around));
  }
  const optedOut = addressSet(contacts.filter(({ optOut }) => optOut === 'yes').flatMap(({ emails }) => emails));
  const bounced = undeliverableIn(mails, rep.zone);
  const rotDays = new Map(stages.flatMap((stage) => [stage.id, stage.name].map((key) => [key, stage.rotDays])));
  const facts = open.map((deal) => {
    const threads = byDeal.get(deal.id) ?? [];
    const answered = (thread: (typeof threads)[number]): boolean =>
      drafts.some(({ inReplyTo, references }) =>
        thread.messages.some(({ id }) => id === inReplyTo || references.includes(id)),
      );
    return {
      deal,
      contacts: contactsOf(deal),
      threads,
      threadsWithDraft: new Set(threads.filter(answered).map(({ ref }) => ref)),
      followedUp: new Set<string>(),
      optedOut,
      bounced,
      outside: indexFindings(found, freeMail),
      rotDays: rotDays.get(deal.stage) ?? null,
    };
  });
  return { facts, threads: conversations.length };
}
