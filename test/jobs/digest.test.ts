/** The summary of the day reaches the rep's inbox once, at its hour, with something to say, whatever dies when. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyFile } from '../../src/commands/ledger-file.ts';
import * as schema from '../../src/db/schema.ts';
import { headersOf } from '../../src/domain/digest/mail.ts';
import { digest as digestJob } from '../../src/jobs/digest.ts';
import { composeMessage } from '../../src/mailbox/compose.ts';
import { hour, minute } from '../support/service.ts';
import { dawn, describeKinds, type Morning, openMorning } from './digests.ts';

describeKinds('the digest in a mailbox', (kind) => {
  let morning: Morning;
  afterEach(() => morning.close());

  it("comes once, unread, in the rep's own inbox, with the day's draft and the proposals", async () => {
    morning = await openMorning(kind);
    await morning.asked();
    await morning.settle();
    const proposed = await morning.propose();
    const made = await morning.digest();
    expect(made.subject).toBe('Countersign, Tuesday 17 March: 1 draft, 1 to decide');
    expect(made.text).toContain('“Deal one”');
    expect(made.text).toContain('Then: “Legal review”');
    expect(made.items).toMatchObject([
      { n: 1, kind: 'stage_change', deal: 'Deal one', target: { change: proposed.id } },
    ]);
    expect(await morning.rep.count(morning.rep.names.inbox, made.messageId ?? '')).toBe(1);
    await morning.service.pass(3 * hour, 20 * minute);
    expect(await morning.digests()).toHaveLength(1);
    expect(await morning.rep.count(morning.rep.names.inbox, made.messageId ?? '')).toBe(1);
    const entries = (await morning.ledger()).filter((each) => each.kind === 'digest');
    expect(entries).toHaveLength(1);
    expect(made.text).toContain(`Ledger: entry ${made.ledgerSeq}, head ${made.ledgerHead}`);
    await morning.service.verifyLedger();
  });

  it('is delivered once, though nobody heard that it was', async () => {
    morning = await openMorning(kind);
    await morning.settle();
    await morning.propose();
    const made = await morning.digest();
    const { context, store } = morning.service.app;
    for (let life = 0; life < 3; life++) {
      await store.db
        .update(schema.digest)
        .set({ state: 'made', messageId: null, deliveredAt: null })
        .where(eq(schema.digest.id, made.id));
      await digestJob(context, morning.mailboxId);
    }
    const [again] = await morning.digests();
    expect(again).toMatchObject({ state: 'delivered', messageId: made.messageId });
    expect(await morning.rep.count(morning.rep.names.inbox, made.messageId ?? '')).toBe(1);
  });
});

describe('the digest', () => {
  let morning: Morning;
  afterEach(() => morning.close());
  const states = async () => (await morning.digests()).map(({ day, state }) => `${day} ${state}`);
  const until = async (time: string) => {
    morning.service.setClock(new Date(time));
    await morning.settle();
  };

  it('says nothing where there is nothing to say, and looks only once', async () => {
    morning = await openMorning();
    await morning.settle();
    await until('2026-03-17T06:10:00Z');
    expect(await states()).toEqual(['2026-03-17 nothing']);
    await morning.propose();
    await until('2026-03-17T08:10:00Z');
    expect(await states()).toEqual(['2026-03-17 nothing']);
    await until('2026-03-18T06:10:00Z');
    expect(await states()).toEqual(['2026-03-18 delivered', '2026-03-17 nothing']);
  });

  it('is made up for until noon, and then not', async () => {
    morning = await openMorning();
    await morning.settle();
    await morning.propose({ expiresOn: '2026-04-30' });
    await until('2026-03-17T10:50:00Z');
    expect(await states()).toEqual(['2026-03-17 delivered']);
    await morning.propose({ expiresOn: '2026-04-30', dealId: 'D2' });
    await until('2026-03-18T11:10:00Z');
    expect(await states()).toEqual(['2026-03-17 delivered']);
    await until('2026-03-21T08:10:00Z');
    expect(await states()).toEqual(['2026-03-17 delivered']);
    await until('2026-03-23T08:10:00Z');
    expect(await states()).toEqual(['2026-03-23 delivered', '2026-03-17 delivered']);
  });

  it('does not wait for drafts that the policy wants later', async () => {
    morning = await openMorning('small', { draftsFromHour: 9 });
    await morning.asked();
    await morning.settle();
    await morning.propose();
    await until('2026-03-17T06:30:00Z');
    expect(await morning.digests()).toMatchObject([{ subject: 'Countersign, Tuesday 17 March: 1 to decide' }]);
  });

  it('asks again for what nobody answered only with something new, and on the last day', async () => {
    morning = await openMorning();
    await morning.settle();
    await morning.propose({ expiresOn: '2026-03-19' });
    for (const day of ['17', '18', '19', '20']) await until(`2026-03-${day}T06:10:00Z`);
    expect(await states()).toEqual([
      '2026-03-20 nothing',
      '2026-03-19 delivered',
      '2026-03-18 nothing',
      '2026-03-17 delivered',
    ]);
  });

  it('witnesses the ledger: a file is held against it, and one that was cut is found', async () => {
    morning = await openMorning();
    await morning.settle();
    await morning.propose();
    const made = await morning.digest();
    const { owner, service } = morning;
    const headers = headersOf({ seq: made.ledgerSeq, head: made.ledgerHead }, false);
    const { subject, text, html, messageId } = made;
    const date = service.now();
    const mail = { messageId: messageId!, from: owner, to: [owner], subject, text, html, headers, date };
    const [eml, file] = [join(service.dir, 'digest.eml'), join(service.dir, 'ledger.jsonl')];
    writeFileSync(eml, await composeMessage(mail));
    const lines = (await service.command(['ledger', 'export'])).trimEnd().split('\n');
    const said: string[] = [];
    const hear = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) };
    writeFileSync(file, `${lines.join('\n')}\n`);
    expect(await verifyFile(file, hear, [eml]), said.join('')).toBe(0);
    writeFileSync(file, `${lines.slice(0, made.ledgerSeq - 1).join('\n')}\n`);
    expect(await verifyFile(file, hear, [eml])).toBe(1);
    expect(said.at(-1)).toContain('was cut');
  });

  it('is not of yesterday', async () => {
    morning = await openMorning();
    await morning.settle();
    await morning.propose();
    await morning.digest();
    const { store } = morning.service.app;
    await store.db.update(schema.digest).set({ state: 'made', messageId: null });
    await morning.propose({ dealId: 'D2' });
    await until('2026-03-18T06:10:00Z');
    expect(await states()).toEqual(['2026-03-18 delivered', '2026-03-17 missed']);
    expect(dawn.getTime()).toBeLessThan(morning.service.now().getTime());
  });

  it('is shown by a command, without being made', async () => {
    morning = await openMorning();
    await morning.settle();
    const command = (...more: string[]) => morning.service.command(['digest', '--rep', 'robin@seller.test', ...more]);
    expect(await command()).toBe('Nothing to say today.\n');
    await morning.propose();
    expect(await command()).toBe('Countersign, Tuesday 17 March: 1 to decide\nNot made yet; it would be this.\n');
    const would = await command('--print');
    expect(would).toContain(' | 1. Stage: “Deal one”');
    expect(await morning.digests()).toEqual([]);
    const made = await morning.digest();
    expect(await command('--print')).toBe(`${made.subject}\nToday it was delivered.\n\n${made.text}`);
    await expect(morning.service.command(['digest'])).rejects.toThrow(/Say whose/);
    await expect(morning.service.command(['digest', '--rep', 'kim@seller.test'])).rejects.toThrow(
      /No connected mailbox/,
    );
  });

  it('is none where the policy wants none', async () => {
    morning = await openMorning('small', { digestOn: false });
    await morning.settle();
    await morning.propose();
    await until('2026-03-17T08:10:00Z');
    expect(await states()).toEqual([]);
  });
});
