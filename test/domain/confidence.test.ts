/** What one person wrote stays between those who read it, and the prospect cannot act for the rep. */
import { describe, expect, test } from 'vitest';
import { planDay } from '../../src/domain/plan.ts';
import { contact, facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

const now = new Date('2026-11-17T11:00:00Z');
const bob = { name: 'Bob', address: 'bob@buyer.test' };
const both = [contact, { ...contact, id: 'c2', name: 'Bob', emails: [bob.address] }];
const plan = (change: Parameters<typeof facts>[0]) =>
  planDay([facts(change)], rep, policy, 3, (_, { said }) => `You wrote: ${said}`, now);

describe('confidence', () => {
  test('a promise in one thread is not quoted to somebody in another', () => {
    const secret = mail({
      id: '<s>',
      text: 'Between us: I will send you the internal limit of 200000 euro by Friday.',
    });
    const parking = ours({ id: '<p>', to: [bob], subject: 'Parking', text: 'Where can our van park?' });
    const { drafts } = plan({
      contacts: both,
      threads: [
        thread(secret),
        { ref: 'thread-2', messages: [{ ...parking, date: new Date('2026-11-09T09:00:00Z') }] },
      ],
    });
    expect(JSON.stringify(drafts)).not.toContain('200000');
  });

  test('nor to somebody who joined the same thread later', () => {
    const secret = mail({
      id: '<s>',
      text: 'Between us: I will send you the internal limit of 200000 euro by Friday.',
    });
    const later = ours({
      id: '<p>',
      to: [bob],
      text: 'Where can our van park?',
      date: new Date('2026-11-09T09:00:00Z'),
    });
    expect(JSON.stringify(plan({ contacts: both, threads: [thread(secret, later)] }).drafts)).not.toContain('200000');
  });

  test('a word to a colleague is no word to the prospect: it is still our turn, and nobody is drafted to', () => {
    const question = mail({ id: '<q>', text: 'What would forty seats cost?' });
    const carl = { name: 'Carl', address: 'carl@seller.test' };
    const inside = ours({
      id: '<i>',
      to: [carl],
      text: 'Is 30 percent the limit?',
      date: new Date('2026-11-04T09:00:00Z'),
    });
    const { deals, drafts } = plan({ threads: [thread(question, inside)] });
    expect(deals[0]).toMatchObject({ turn: 'ours', picked: false });
    expect(drafts).toEqual([]);
  });

  test('who opted out under another deal is not written to', () => {
    const { deals, drafts } = plan({ optedOut: new Set([bob.address]), threads: [thread(ours({ cc: [bob] }))] });
    expect(drafts).toEqual([]);
    expect(deals[0]?.notPicked).toContain('opted out');
  });

  test("the rep's plus-address is the rep", () => {
    const plus = { name: 'Robin', address: 'robin+sales@seller.test' };
    const own = mail({
      id: '<o>',
      from: plus,
      to: [{ name: '', address: 'dana@buyer.test' }],
      text: 'Here is the offer, as we said.',
    });
    const written = plan({ threads: [thread(own)] }).drafts.flatMap(({ reply }) => [...reply.to, ...reply.cc]);
    expect(written.map(({ address }) => address)).toEqual(['dana@buyer.test']);
  });
});
