/** The rep answers the summary from their own mailbox: what is clear happens once, the receipt tells, and the rest changes nothing. */
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pausesInForce } from '../../src/db/pauses.ts';
import * as schema from '../../src/db/schema.ts';
import { readAnswer } from '../../src/jobs/read-answer.ts';
import { syncMailbox } from '../../src/jobs/sync-mailbox.ts';
import { day, hour } from '../support/service.ts';
import { describeKinds, type Morning, openMorning } from './digests.ts';
import { conversationOf, receiptIn } from './receipts.ts';

let morning: Morning;
afterEach(() => morning.close());

const conversation = (messageId: string) => conversationOf(morning, messageId);
const receiptOf = (messageId: string) => receiptIn(morning, messageId);

const changesCsv = (): string => {
  try {
    return readFileSync(join(morning.service.dir, 'crm', 'outbox', 'changes.csv'), 'utf8');
  } catch {
    return '';
  }
};

describeKinds('an answer in a mailbox', (kind) => {
  it('approves what it names, is made in the CRM once, and is told of in its own conversation', async () => {
    morning = await openMorning(kind);
    await morning.settle();
    const [one, two] = [await morning.propose(), await morning.propose({ dealId: 'D2' })];
    const digest = await morning.digest();
    const id = await morning.answer(digest, '1 yes\n2 no, they are not ready\n');
    await morning.settle();
    expect(await morning.change(one.id)).toMatchObject({ state: 'done', decidedBy: morning.owner.address });
    expect(await morning.change(two.id)).toMatchObject({ state: 'rejected' });
    expect(changesCsv().trim().split('\n')).toHaveLength(2);
    const [answer] = await morning.answers();
    expect(answer).toMatchObject({ state: 'done', messageId: id, askBack: false });
    const receipt = await receiptOf(id);
    expect(receipt).toContain('Number 1: “Deal one”');
    expect(receipt).toContain('Number 2: “Deal two”');
    expect(receipt).toMatch(/reply here with (?:"|&#34;)undo 1/i);
    const entries = await morning.ledger();
    expect(entries.filter((each) => each.kind === 'answer')).toMatchObject([{ by: morning.owner.address }]);
    await morning.service.pass(hour, 5 * 60_000);
    expect((await conversation(id)).messages).toHaveLength(3);
    await morning.service.verifyLedger();
  });

  it('counts once, however many copies of it there are', async () => {
    morning = await openMorning(kind);
    await morning.settle();
    const { id } = await morning.propose();
    const digest = await morning.digest();
    const messageId = await morning.answer(digest, 'ok');
    for (let n = 0; n < 24; n++) await morning.answer(digest, 'ok', { messageId });
    for (let n = 0; n < 25; n++) await morning.answer(digest, 'ok');
    const { context } = morning.service.app;
    morning.service.setClock(new Date(morning.service.now().getTime() + 60_000));
    await syncMailbox(context, morning.mailboxId);
    const seen = await morning.answers();
    // All of them at once, and each twice.
    await Promise.all([...seen, ...seen].map(({ id: each }) => readAnswer(context, each)));
    await morning.settle();
    expect(await morning.change(id)).toMatchObject({ state: 'done' });
    expect(changesCsv().trim().split('\n')).toHaveLength(2);
    const answers = await morning.answers();
    expect(answers.filter(({ state }) => state === 'done')).toHaveLength(1);
    expect(answers.filter(({ state }) => state === 'ignored')).toHaveLength(25);
    expect((await morning.ledger()).filter((each) => each.kind === 'change_decided')).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('of which nothing is clear changes nothing and is asked back', async () => {
    morning = await openMorning();
    await morning.settle();
    const { id } = await morning.propose();
    const digest = await morning.digest();
    const messageId = await morning.answer(digest, '7 yes');
    await morning.settle();
    expect(await morning.change(id)).toMatchObject({ state: 'open' });
    expect(await receiptOf(messageId)).toContain('was not clear to us');
  });

  it('of thanks is let be', async () => {
    morning = await openMorning();
    await morning.settle();
    await morning.propose();
    const digest = await morning.digest();
    await morning.answer(digest, 'Thanks!');
    await morning.settle();
    expect(await morning.answers()).toMatchObject([{ state: 'ignored', ignored: 'it asks for nothing' }]);
  });

  it('is of no effect where the CRM has changed meanwhile: it is said, and asked anew', async () => {
    morning = await openMorning();
    await morning.settle();
    const { id } = await morning.propose();
    const digest = await morning.digest();
    const path = join(morning.service.dir, 'crm', 'deals.csv');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('D1,Deal one,robin@seller.test,Proposal', 'D1,Deal one,robin@seller.test,Won'),
    );
    const written = new Date(morning.service.now().getTime() + 1_000);
    utimesSync(path, written, written);
    const messageId = await morning.answer(digest, 'yes');
    await morning.settle();
    expect((await morning.change(id)).state).not.toBe('done');
    const receipt = await receiptOf(messageId);
    expect(receipt).toContain('NOT DONE');
    expect(receipt).toContain('Won');
  });

  it('to a receipt undoes, and to the receipt of that as well', async () => {
    morning = await openMorning();
    await morning.settle();
    const { id } = await morning.propose();
    const digest = await morning.digest();
    const first = await morning.answer(digest, '1 no');
    await morning.settle();
    expect(await morning.change(id)).toMatchObject({ state: 'rejected' });
    const receipt = (await conversation(first)).messages.find(({ inReplyTo }) => inReplyTo === first)!;
    const second = await morning.answer({ messageId: receipt.id, subject: digest.subject }, 'undo 1');
    await morning.settle();
    expect(await morning.change(id)).toMatchObject({ state: 'open' });
    expect(await receiptOf(second)).toContain('Understood as: undo it');
  });

  it('says to which deal a conversation belongs', async () => {
    morning = await openMorning();
    const deals = readFileSync(join(morning.service.dir, 'crm', 'deals.csv'), 'utf8');
    writeFileSync(
      join(morning.service.dir, 'crm', 'deals.csv'),
      `${deals}D3,Deal three,robin@seller.test,Proposal,open,,dana@buyer.test\n`,
    );
    await morning.asked();
    await morning.settle();
    const digest = await morning.digest();
    const [item] = digest.items;
    expect(item?.text).toMatch(/a\) Deal (?:one|three), b\) Deal (?:one|three)$/);
    const messageId = await morning.answer(digest, '1: Deal three');
    await morning.settle();
    const [thread] = await morning.service.app.store.db.select().from(schema.thread);
    expect(thread).toMatchObject({ dealId: 'D3', answeredBy: morning.owner.address });
    expect(await receiptOf(messageId)).toContain('it belongs to “Deal three”');
  });

  it('says what became of a draft', async () => {
    morning = await openMorning();
    const asked = await morning.asked();
    await morning.settle();
    const { store } = morning.service.app;
    const [placement] = await store.db.select().from(schema.placement);
    expect(placement?.placedAt).not.toBeNull();
    // While nobody looks it goes without a trace, and the rep writes something in its thread.
    morning.service.setClock(new Date(morning.service.now().getTime() + 30 * 60_000));
    await morning.rep.expunge(placement!.messageId ?? '');
    await morning.rep.writeByHand({
      from: morning.owner.address,
      to: 'dana@buyer.test',
      subject: 'Re: Pilot',
      text: 'I have tried to ring you this morning, and your colleague said you would call back.',
      inReplyTo: asked,
      references: [asked],
      date: morning.service.now(),
    });
    await morning.service.pass(6 * hour, 50 * 60_000);
    const [settled] = await store.db.select().from(schema.placement);
    expect(settled).toMatchObject({ verdict: 'unknown', final: true });
    const digest = await morning.digest();
    const item = digest.items.find(({ kind }) => kind === 'unknown_sent');
    const messageId = await morning.answer(digest, `${item?.n}: I did send it`);
    await morning.settle();
    const decisions = await store.db.select().from(schema.decision).orderBy(schema.decision.n);
    expect(decisions.at(-1)).toMatchObject({ decision: 'approved', verdict: 'unknown', overturns: decisions[0]?.id });
    expect(morning.service.decisions().at(-1)).toMatchObject({ decision: 'approved' });
    expect(await receiptOf(messageId)).toContain('Noted: you sent the draft.');
    const next = await morning.digest().catch(() => null);
    expect(next?.items.some(({ kind }) => kind === 'unknown_sent') ?? false).toBe(false);
  });

  it('is found where the place up to which mail was read is lost', async () => {
    morning = await openMorning();
    await morning.settle();
    const { id } = await morning.propose();
    const digest = await morning.digest();
    await morning.answer(digest, '1 yes');
    await morning.service.app.store.db.update(schema.mailbox).set({ cursor: 'nothing that was ever given' });
    await morning.settle();
    expect(await morning.change(id)).toMatchObject({ state: 'done' });
    expect((await morning.answers()).map(({ state, ignored }) => ignored ?? state).sort()).toContain('done');
  });

  it('to a summary of eight days ago does nothing, and says so', async () => {
    morning = await openMorning();
    await morning.settle();
    const { id } = await morning.propose({ expiresOn: '2026-04-30' });
    const digest = await morning.digest();
    await morning.service.pass(8 * day, 12 * hour);
    const messageId = await morning.answer(digest, '1 yes');
    await morning.settle();
    expect(await morning.change(id)).toMatchObject({ state: 'open' });
    expect(await receiptOf(messageId)).toContain('the summary is older than seven days');
  });

  it('yes to what was undone since makes nothing: it is said, and asked anew once', async () => {
    morning = await openMorning();
    await morning.settle();
    const { id } = await morning.propose();
    const digest = await morning.digest();
    for (const words of ['1 yes', 'undo 1']) {
      await morning.answer(digest, words);
      await morning.settle();
    }
    const written = changesCsv();
    for (const words of ['yes to 1 please', '1 yes']) {
      const messageId = await morning.answer(digest, words);
      await morning.settle();
      const receipt = await receiptOf(messageId);
      expect(receipt).toContain('NOT DONE');
      expect(receipt).toContain('It was undone since. It is proposed anew');
      expect(receipt).not.toContain('It is made.');
    }
    expect(changesCsv()).toBe(written);
    const rows = await morning.service.app.store.db.select().from(schema.change);
    expect(rows.filter(({ replaces }) => replaces === id)).toMatchObject([{ state: 'open', after: { stage: 's2' } }]);
    const again = await morning.answer(digest, 'undo 1 again');
    await morning.settle();
    expect(await receiptOf(again)).toContain('It is undone already.');
  });

  it('undoes what the answers to its summary did to the item last, the hold as well', async () => {
    morning = await openMorning();
    await morning.settle();
    const { id } = await morning.propose();
    const digest = await morning.digest();
    await morning.answer(digest, 'ask me about 1 again on 20 March');
    await morning.settle();
    const held = await morning.answer(digest, 'hold 1 until 12 April');
    await morning.settle();
    expect(await morning.change(id)).toMatchObject({ state: 'snoozed' });
    expect(await receiptOf(held)).toContain('Reply here with "undo 1"');
    const undone = await morning.answer(digest, 'undo 1');
    await morning.settle();
    expect(await receiptOf(undone)).toContain('Your hold has ended.');
    expect(await pausesInForce(morning.service.app.store.db)).toEqual([]);
    expect(await morning.change(id)).toMatchObject({ state: 'snoozed' });
    await morning.service.pass(hour, hour);
    await morning.answer(digest, 'please undo 1');
    await morning.settle();
    expect(await morning.change(id)).toMatchObject({ state: 'open' });
  });

  it('names no undo where there is none', async () => {
    morning = await openMorning();
    await morning.settle();
    const added = { name: 'Kim Lee', emails: 'kim@buyer.test' };
    await morning.propose({ kind: 'new_contact', before: {}, after: added, text: 'Add Kim Lee.' });
    const digest = await morning.digest();
    const messageId = await morning.answer(digest, '1 yes');
    await morning.settle();
    const receipt = await receiptOf(messageId);
    expect(receipt).toContain('It is made.');
    expect(receipt).not.toMatch(/undo/i);
  });
});
