/** What our own code fails on: one mail is let be and said, and the rest of the mailbox goes on. */
import { afterEach, expect, it } from 'vitest';
import { findMailbox } from '../../src/db/mailboxes.ts';
import { overviewOf } from '../../src/db/overview.ts';
import { pausesInForce } from '../../src/db/pauses.ts';
import { unreadMails } from '../../src/db/readings.ts';
import * as schema from '../../src/db/schema.ts';
import type { Message, Thread } from '../../src/domain/mail.ts';
import { readMessage } from '../../src/domain/reading.ts';
import type { Context } from '../../src/jobs/context.ts';
import { readAnswer } from '../../src/jobs/read-answer.ts';
import { syncMailbox } from '../../src/jobs/sync-mailbox.ts';
import type { Mailbox } from '../../src/mailbox/mailbox.ts';
import { statusPage } from '../../src/web/status.ts';
import { messageOf } from '../eval/sets.ts';
import { hour } from '../support/service.ts';
import { type Morning, openMorning } from './digests.ts';

let morning: Morning;
afterEach(() => morning?.close());

const write = (text: string, subject: string, from = 'Dana Berg <dana@buyer.test>') => {
  const { rep, service } = morning;
  const mail = { from, to: morning.owner.address, subject, text, date: service.now() };
  return rep.receive(mail);
};

/** A mailbox that gives something impossible for the messages of which `which` is true. */
function broken(which: (message: Message) => boolean, change: Partial<Message>): Context {
  const { context } = morning.service.app;
  const spoil = (message: Message): Message => (which(message) ? { ...message, ...change } : message);
  return {
    ...context,
    async mailbox(row) {
      const real = await context.mailbox(row);
      const over: Partial<Mailbox> = {
        readThread: async (ref): Promise<Thread> => {
          const thread = await real.readThread(ref);
          return { ...thread, messages: thread.messages.map(spoil) };
        },
        sentCopies: async (id, ref) =>
          (await real.sentCopies(id, ref)).map((copy) => ({ ...copy, message: spoil(copy.message) })),
      };
      return new Proxy(real, {
        get(target, name) {
          const value = over[name as keyof Mailbox] ?? Reflect.get(target, name);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  };
}

it('a message that the reader fails on is unreadable, and never thrown', () => {
  const bad = { ...messageOf({ text: 'Please not before June.' }), date: new Date(Number.NaN) };
  expect(readMessage(bad, 'Europe/Berlin')).toMatchObject({ kind: 'unreadable', defect: 'RangeError', text: '' });
});

it('a text that once stopped the reader stops no mailbox', async () => {
  morning = await openMorning();
  await morning.settle();
  const asked = await morning.asked();
  await morning.settle();
  await morning.propose();
  const digest = await morning.digest();
  await morning.rep.receive({
    from: 'Dana Berg <dana@buyer.test>',
    to: morning.owner.address,
    subject: 'Re: Pilot',
    text: 'Bonjour,\n\nJe vous rappelle aujourd hui\n\nDana',
    inReplyTo: asked,
    references: [asked],
    date: morning.service.now(),
  });
  await morning.settle();
  await morning.answer(digest, 'stop');
  await morning.settle();
  const { db } = morning.service.app.store;
  expect(await findMailbox(db, morning.mailboxId)).toMatchObject({ problem: null, failures: 0 });
  expect(await pausesInForce(db)).toMatchObject([{ kind: 'pause', scope: 'rep' }]);
});

it('one thread that cannot be kept stops no other: it is said, and nothing is drafted to its people', async () => {
  morning = await openMorning();
  await morning.settle();
  await morning.asked();
  await write('They cannot read this.', 'Odd');
  await write('Please not before the first of June.', 'Plain', 'Tom Nowak <tom@other.test>');
  const { context, store } = morning.service.app;
  // Neither the words nor the mail itself can be looked at.
  const spoilt = broken(({ subject }) => subject === 'Odd', { signals: undefined as unknown as Message['signals'] });
  await syncMailbox(spoilt, morning.mailboxId);
  expect(await findMailbox(store.db, morning.mailboxId)).toMatchObject({ problem: null, failures: 0 });
  const stored = await store.db.select().from(schema.message);
  expect(stored.map(({ subject }) => subject).sort()).toEqual(['Pilot', 'Plain']);
  expect(await unreadMails(store.db)).toEqual(new Map([[morning.mailboxId, 1]]));
  expect(String(await statusPage(await overviewOf(store.db), context.now()))).toContain('1 mail could not be read');
  await morning.service.pass(hour, hour);
  const judged = await store.db.select().from(schema.assessment);
  expect(judged.find(({ dealId }) => dealId === 'D1')?.notPicked).toMatch(/cannot be read here/);
});

it('an answer that the reader fails on is asked back once, and blames no mailbox', async () => {
  morning = await openMorning();
  await morning.settle();
  const change = await morning.propose();
  const digest = await morning.digest();
  const messageId = await morning.answer(digest, '1 yes');
  const spoilt = broken((message) => message.id === messageId, { text: undefined as unknown as string });
  await syncMailbox({ ...spoilt, enqueue: async () => {} }, morning.mailboxId);
  const [{ id } = { id: '' }] = await morning.answers();
  await readAnswer(spoilt, id);
  expect(await morning.answers()).toMatchObject([{ state: 'read', askBack: true, outcomes: [] }]);
  const { db } = morning.service.app.store;
  expect(await findMailbox(db, morning.mailboxId)).toMatchObject({ problem: null, failures: 0 });
  await morning.settle();
  expect(await morning.answers()).toMatchObject([{ state: 'done' }]);
  expect(await morning.change(change.id)).toMatchObject({ state: 'open' });
});
