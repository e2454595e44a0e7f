/** The rep stops us by answering, wholly or for a deal, and lets us go on: it works at once, at any age, and is nobody else's to end. */
import { afterEach, describe, expect, it } from 'vitest';
import { liftedHolds, pausesInForce } from '../../src/db/pauses.ts';
import { pause, resume } from '../../src/jobs/pause.ts';
import { day, hour } from '../support/service.ts';
import { dawn, type Morning, openMorning } from './digests.ts';
import { receiptIn } from './receipts.ts';

let morning: Morning;
afterEach(() => morning.close());

const receiptOf = (messageId: string) => receiptIn(morning, messageId);
const stands = async () =>
  (await pausesInForce(morning.service.app.store.db)).map(({ kind, scope, until }) => [kind, scope, until]);

describe('an answer that asks for rest, or ends it', () => {
  it('stops everything of the rep, and lets it go on', async () => {
    morning = await openMorning();
    await morning.settle();
    await morning.propose();
    const digest = await morning.digest();
    await morning.answer(digest, 'stop');
    await morning.settle();
    expect(await stands()).toEqual([['pause', 'rep', null]]);
    const id = await morning.answer(digest, 'resume');
    await morning.settle();
    expect(await stands()).toEqual([]);
    expect(await receiptOf(id)).toContain('Everything');
  });

  it('says what it said before, after other words, and is no copy of that', async () => {
    morning = await openMorning();
    await morning.settle();
    const { id } = await morning.propose();
    const digest = await morning.digest();
    for (const words of ['stop', 'resume', 'stop']) {
      await morning.answer(digest, words);
      await morning.settle();
    }
    expect(await stands()).toEqual([['pause', 'rep', null]]);
    for (const words of ['resume', '1 no', 'undo 1', '1 no']) {
      await morning.answer(digest, words);
      await morning.settle();
    }
    expect(await stands()).toEqual([]);
    expect(await morning.change(id)).toMatchObject({ state: 'rejected' });
  });

  it('to stop is no copy of one before it, though nothing was said since', async () => {
    morning = await openMorning();
    await morning.settle();
    await morning.propose();
    const digest = await morning.digest();
    await morning.answer(digest, 'stop');
    await morning.settle();
    const { context, store } = morning.service.app;
    for (const { id } of await pausesInForce(store.db)) await resume(context, id, 'admin@seller.test');
    const again = await morning.answer(digest, 'stop');
    await morning.settle();
    expect(await stands()).toEqual([['pause', 'rep', null]]);
    expect(await receiptOf(again)).toContain('Nothing is drafted for you');
  });

  it("ends the rep's own stop, and no other's, who is named", async () => {
    morning = await openMorning();
    await morning.settle();
    await morning.propose();
    const digest = await morning.digest();
    const { context, store } = morning.service.app;
    const stop = { kind: 'pause', scope: 'rep', mailboxId: morning.mailboxId, until: null } as const;
    await pause(context, { ...stop, by: 'admin@seller.test' });
    const polite = await morning.answer(digest, 'thanks, carry on');
    await morning.settle();
    expect(await stands()).toEqual([['pause', 'rep', null]]);
    expect(await receiptOf(polite)).toContain('admin@seller.test paused all of this rep: only they or an admin');
    // The rep's own stands beside it, and outlives it.
    await morning.answer(digest, 'stop');
    await morning.settle();
    expect(await stands()).toHaveLength(2);
    const again = await morning.answer(digest, 'resume');
    await morning.settle();
    expect((await pausesInForce(store.db)).map(({ by }) => by)).toEqual(['admin@seller.test']);
    expect(await receiptOf(again)).toContain('Your stop has ended. admin@seller.test paused all of this rep');
  });

  it("lifts the rep's own hold of a deal, and no other's, who is named", async () => {
    morning = await openMorning();
    await morning.settle();
    await morning.propose();
    const { context } = morning.service.app;
    const deal = { scope: 'deal', crmId: morning.crmId, dealId: 'D1' } as const;
    await pause(context, { ...deal, kind: 'hold', mailboxId: morning.mailboxId, until: null, by: 'admin' });
    const digest = await morning.digest();
    const held = digest.items.find(({ kind }) => kind === 'hold');
    const messageId = await morning.answer(digest, `lift the hold on ${held?.n}`);
    await morning.settle();
    expect(await stands()).toEqual([['hold', 'deal', null]]);
    expect(await receiptOf(messageId)).toContain('admin holds the deal: only they or an admin can end that');
  });

  it('holds a deal, and lifts what a prospect has asked for', async () => {
    morning = await openMorning();
    const asked = await morning.asked('tom@other.test');
    await morning.rep.receive({
      from: '"Tom Nowak" <tom@other.test>',
      subject: 'Re: Pilot',
      text: 'Please do not contact us again before the 1st of June.',
      inReplyTo: asked,
      references: [asked],
      date: new Date(dawn.getTime() - 5 * day),
    });
    await morning.settle();
    await morning.propose();
    const digest = await morning.digest();
    const held = digest.items.find(({ kind }) => kind === 'hold');
    expect(held).toMatchObject({ n: 2, deal: 'Deal two', contact: 'tom@other.test' });
    expect(digest.text).toContain('They wrote: “Please do not contact us again before the 1st of June.”');
    const messageId = await morning.answer(digest, 'lift the hold on 2\nhold 1 until 10 April');
    await morning.settle();
    expect((await liftedHolds(morning.service.app.store.db, morning.mailboxId)).size).toBe(1);
    expect(await stands()).toEqual([['hold', 'deal', '2026-04-10']]);
    expect(await receiptOf(messageId)).toContain('Understood as: lift the hold');
  });

  it('holds a deal that is shown by its draft alone, by its name, and undoes that by the receipt', async () => {
    morning = await openMorning();
    await morning.asked();
    await morning.settle();
    const digest = await morning.digest();
    expect(digest.items).toMatchObject([{ n: -1, kind: 'deal', deal: 'Deal one' }]);
    const messageId = await morning.answer(digest, 'please hold Deal one until 10 April');
    await morning.settle();
    expect(await stands()).toEqual([['hold', 'deal', '2026-04-10']]);
    const receipt = await receiptOf(messageId);
    expect(receipt).toContain('“Deal one” Understood as: hold it until Friday 10 April');
    expect(receipt).toMatch(/Reply here with "undo Deal one"/);
    await morning.answer(digest, 'undo Deal one');
    await morning.settle();
    expect(await stands()).toEqual([]);
  });

  it('to a summary of any age stops us, and lets us go on while that stop stands', async () => {
    morning = await openMorning();
    await morning.settle();
    const { id } = await morning.propose({ expiresOn: '2026-06-30' });
    const digest = await morning.digest();
    await morning.answer(digest, 'stop');
    await morning.settle();
    await morning.service.pass(9 * day, 12 * hour);
    expect((await morning.digests()).filter(({ state }) => state === 'delivered')).toHaveLength(1);
    const goesOn = await morning.answer(digest, 'resume\n1 yes');
    await morning.settle();
    expect(await stands()).toEqual([]);
    const receipt = await receiptOf(goesOn);
    expect(receipt).toContain('It goes on from here');
    expect(receipt).toContain('for the summary is older than seven days');
    expect(await morning.change(id)).toMatchObject({ state: 'open' });
    // Nothing of the rep's is stopped now: an old summary lets nothing more go on.
    const again = await morning.answer(digest, 'please resume');
    await morning.settle();
    expect(await receiptOf(again)).toContain('Nothing was done: the summary is older than seven days');
    await morning.service.pass(25 * day, day);
    await morning.answer(digest, 'hold 1 until 10 May\nstop');
    await morning.settle();
    expect((await stands()).sort()).toEqual([
      ['hold', 'deal', '2026-05-10'],
      ['pause', 'rep', null],
    ]);
    const receiptId = (await morning.answers()).at(-1)?.receiptId ?? null;
    await morning.answer({ ...digest, messageId: receiptId }, 'resume');
    await morning.settle();
    expect(await stands()).toEqual([['hold', 'deal', '2026-05-10']]);
  });

  it('approved while everything rests waits, under that heading', async () => {
    morning = await openMorning();
    await morning.settle();
    const { id } = await morning.propose();
    const digest = await morning.digest();
    const all = { kind: 'pause', scope: 'all', mailboxId: null, until: null, by: 'admin' } as const;
    await pause(morning.service.app.context, all);
    const messageId = await morning.answer(digest, '1 yes');
    await morning.settle();
    await morning.service.pass(4 * 60_000, 2 * 60_000);
    expect(await morning.change(id)).toMatchObject({ state: 'approved' });
    const receipt = await receiptOf(messageId);
    expect(receipt).toMatch(/WAITING.*Understood as: yes Approved, and not made before this has ended: admin paused/);
    expect(receipt).not.toContain('DONE');
    expect(receipt).toContain('Reply here with "undo 1"');
  });
});
