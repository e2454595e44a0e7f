/** Deals, people and mails in few words, for the suites that read and judge them. */
import type { DealFacts, Rep } from '../../src/domain/assess.ts';
import type { Contact, Deal } from '../../src/domain/deal.ts';
import type { Message, Thread } from '../../src/domain/mail.ts';

export const rep: Rep = {
  name: 'Robin Rep',
  addresses: ['robin@seller.test', 'r.rep@seller.test'],
  zone: 'Europe/Berlin',
};
const buyer = { name: 'Dana Berg', address: 'dana@buyer.test' };
const robin = { name: 'Robin Rep', address: 'robin@seller.test' };

/** A mail of the buyer to the rep, on Tuesday 3 November 2026 at ten in Berlin. */
export function mail(change: Partial<Message> = {}): Message {
  return {
    id: '<m1@buyer.test>',
    inReplyTo: null,
    references: [],
    from: buyer,
    to: [robin],
    cc: [],
    bcc: [],
    subject: 'Pilot in Lyon',
    date: new Date('2026-11-03T09:00:00Z'),
    signals: {},
    text: 'Thank you, we have it.',
    attachments: [],
    place: 'inbox',
    read: true,
    ...change,
  };
}

/** A mail of the rep to the buyer. */
export function ours(change: Partial<Message> = {}): Message {
  return mail({
    id: '<m2@seller.test>',
    from: robin,
    to: [buyer],
    place: 'sent',
    text: 'Would the second tier with forty seats be enough for you?',
    ...change,
  });
}

export function thread(...messages: Message[]): Thread {
  return { ref: 'thread-1', messages: messages.sort((a, b) => Number(a.date) - Number(b.date)) };
}

export const contact: Contact = {
  id: 'c1',
  name: 'Dana Berg',
  emails: ['dana@buyer.test'],
  title: null,
  phone: null,
  optOut: 'no',
};

export const deal: Deal = {
  id: 'd1',
  name: 'Lyon',
  owner: 'robin@seller.test',
  stage: 'Proposal',
  status: 'open',
  amount: null,
  currency: null,
  closeDate: null,
  contactIds: ['c1'],
};

export function facts(change: Partial<DealFacts> = {}): DealFacts {
  return {
    deal,
    contacts: [contact],
    threads: [thread(ours())],
    threadsWithDraft: new Set(),
    followedUp: new Set(),
    ...change,
  };
}
