/** From a heap of mails to the facts of each deal, when no mailbox keeps threads for us. */
import type { DealFacts, Rep } from './assess.ts';
import { groupThreads } from './conversation.ts';
import type { Contact, Deal, Stage } from './deal.ts';
import { type Message, participants } from './mail.ts';
import { dealsByAddress, matchThread } from './matching.ts';

/** Groups, binds, and counts the conversations. Mails dated after `now` are not there yet; drafts and trash are no part of a thread. */
export function boundConversations(
  messages: readonly Message[],
  deals: readonly Deal[],
  contacts: readonly Contact[],
  rep: Rep,
  now: Date,
  stages: readonly Stage[] = [],
): { facts: DealFacts[]; threads: number } {
  const mails = messages.filter(({ place, date }) => place !== 'drafts' && place !== 'trash' && date <= now);
  const conversations = groupThreads(mails, rep.addresses);
  const main = rep.addresses[0] ?? '';
  const mine = deals
    .filter(({ owner }) => owner === null || owner === main || owner === rep.name.toLowerCase())
    .map((deal) => ({ ...deal, owner: null }));
  const byAddress = dealsByAddress(mine, contacts, main);
  const byDeal = new Map<string, DealFacts['threads'][number][]>();
  const drafts = messages.filter(({ place }) => place === 'drafts');
  for (const { root, members } of conversations) {
    const match = matchThread([...new Set(members.flatMap(participants))], rep.addresses, byAddress);
    if (match.kind === 'bound')
      byDeal.set(match.dealId, [...(byDeal.get(match.dealId) ?? []), { ref: root, messages: members }]);
  }
  const optedOut = new Set(contacts.filter(({ optOut }) => optOut === 'yes').flatMap(({ emails }) => emails));
  const rotDays = new Map(stages.flatMap((stage) => [stage.id, stage.name].map((key) => [key, stage.rotDays])));
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const facts = mine
    .filter(({ status }) => status === 'open')
    .map((deal) => {
      const threads = byDeal.get(deal.id) ?? [];
      const answered = (thread: (typeof threads)[number]): boolean =>
        drafts.some(({ inReplyTo, references }) =>
          thread.messages.some(({ id }) => id === inReplyTo || references.includes(id)),
        );
      return {
        deal,
        contacts: deal.contactIds.flatMap((id) => byId.get(id) ?? []),
        threads,
        threadsWithDraft: new Set(threads.filter(answered).map(({ ref }) => ref)),
        followedUp: new Set<string>(),
        optedOut,
        rotDays: rotDays.get(deal.stage) ?? null,
      };
    });
  return { facts, threads: conversations.length };
}
