/** A person stops us and lets us go on, from the mailbox to the draft that is taken back; and lifts a prospect's wish for rest. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { threadsWithReadings } from '../../src/db/readings.ts';
import * as schema from '../../src/db/schema.ts';
import { holdsInForce } from '../../src/domain/holds-in-force.ts';
import { dealTalk } from '../../src/domain/talk.ts';
import { liftHold, pause, resume } from '../../src/jobs/pause.ts';
import { placeDraft } from '../../src/jobs/place-draft.ts';
import type { MailClient } from '../support/mail-client.ts';
import { day, hour, minute, type TestService } from '../support/service.ts';
import { type Desk, openDesk } from './changes.ts';
import { at, withMailbox } from './mailbox.ts';

const header = 'id,name,owner_email,stage,status,close_date,contact_emails';
const dealsOf = (rep: string): string => {
  const row = (id: string, contact: string) => `${id},Deal ${id},${rep},Proposal,open,,${contact}`;
  return [header, row('D1', 'dana@buyer.test'), row('D2', 'lee@other.test'), ''].join('\n');
};

describe('a pause of mail', () => {
  let service: TestService;
  let client: MailClient;
  let robin = '';
  let connectMailbox: () => Promise<void>;

  withMailbox(
    (rep) => ({ 'deals.csv': dealsOf(rep) }),
    (opened) => {
      ({ service, client, robin, connect: connectMailbox } = opened);
    },
  );

  const asked = (to: string, days = 9) =>
    client.writeByHand({
      to,
      subject: `Pilot for ${to}`,
      text: 'Would the first of April suit you for the start of the pilot?',
      date: new Date(at.getTime() - days * day),
    });
  const connect = async () => {
    await connectMailbox();
    await service.after(minute);
  };
  const draftsTo = async () =>
    (await client.list('Drafts')).map(({ raw }) => /^To: .*?<?([^\s<>]+@[^\s<>]+)>?\s*$/im.exec(raw)?.[1] ?? '').sort();
  const idOf = (printed: string) => printed.split(':')[0] ?? '';
  const both = ['dana@buyer.test', 'lee@other.test'];

  it.each([
    ['a person', ['person', 'Dana@Buyer.test'], ['lee@other.test']],
    ['a deal', ['deal', 'D1'], ['lee@other.test']],
    ['a deal, for its mail alone', ['deal', 'D1', '--mail-only'], ['lee@other.test']],
    ['everything', ['all'], []],
  ])('of %s takes untouched drafts back at once, and no other', async (_, words, left) => {
    await asked('dana@buyer.test');
    await asked('lee@other.test');
    await connect();
    expect(await draftsTo()).toEqual(both);
    const id = idOf(await service.command(['pause', ...words, '--reason', 'They are in court.']));
    await service.app.queue.drain(service.app.context);
    expect(await draftsTo()).toEqual(left);
    expect(await service.command(['why', 'D1'])).toMatch(/No draft: admin (?:paused|holds) /);
    const withdrawn = (await service.app.store.db.select().from(schema.placement)).filter((row) => row.withdrawnAt);
    expect(withdrawn).toHaveLength(2 - left.length);
    expect(withdrawn[0]?.withdrawReason).toMatch(/^admin (?:paused|holds) /);
    expect(await service.command(['pauses'])).toContain(`${id}: admin`);
    expect(await service.command(['resume', id])).toContain('has ended');
    expect(await service.command(['resume', id])).toContain('had ended before');
    expect(await service.command(['pauses'])).toBe('Nothing is paused.\n');
    expect(await service.command(['why', 'D1'])).not.toContain('No draft: admin');
  });

  it('of a rep stops that rep before anything is drafted, until somebody resumes', async () => {
    await asked('dana@buyer.test');
    await connectPaused();
    await service.pass(3 * day, 6 * hour);
    expect(await draftsTo()).toEqual([]);
    const [held] = await service.app.store.db.select().from(schema.pause);
    await resume(service.app.context, held!.id, robin);
    await service.after(hour);
    expect(await draftsTo()).toEqual(['dana@buyer.test']);
    const kinds = (await service.app.store.db.select().from(schema.ledger)).map(({ kind, by }) => `${kind} ${by}`);
    expect(kinds).toEqual(expect.arrayContaining([`paused ${robin}`, `resumed ${robin}`]));
  });
  /** Paused by the rep before the first mail was read. */
  const connectPaused = async (until: string | null = null) => {
    await connectMailbox();
    const [{ id: mailboxId } = { id: '' }] = await service.app.store.db.select().from(schema.mailbox);
    await pause(service.app.context, { kind: 'pause', scope: 'rep', mailboxId, until, by: robin });
    await service.after(minute);
  };

  it('with a day ends on that day by itself', async () => {
    await asked('dana@buyer.test');
    await connectPaused('2026-03-19');
    await service.pass(day, 6 * hour);
    expect(await draftsTo()).toEqual([]);
    expect(await service.command(['why', 'D1'])).toContain(`${robin} paused all of this rep until 2026-03-19`);
    await service.pass(day, 6 * hour);
    expect(await draftsTo()).toEqual(['dana@buyer.test']);
  });

  it('between the proposal and the placing keeps the draft away', async () => {
    await asked('dana@buyer.test');
    await connectPaused();
    const [{ id: mailboxId } = { id: '' }] = await service.app.store.db.select().from(schema.mailbox);
    const [held] = await service.app.store.db.select().from(schema.pause);
    await resume(service.app.context, held!.id, robin);
    const { context, queue } = service.app;
    // Proposed, and paused before the draft is placed.
    const { assess } = await import('../../src/jobs/assess.ts');
    await assess({ ...context, enqueue: async () => undefined }, mailboxId);
    const [proposal] = await service.app.store.db.select().from(schema.proposal);
    await pause(context, { kind: 'pause', scope: 'all', mailboxId: null, until: null, by: 'admin' });
    await placeDraft(context, proposal!.id);
    await queue.drain(context);
    expect(await draftsTo()).toEqual([]);
    const [dropped] = await service.app.store.db.select().from(schema.proposal);
    expect(dropped?.cancelled).toBe('admin paused everything');
  });

  it('while the mailbox is looked at before the placing keeps the draft away', async () => {
    await asked('dana@buyer.test');
    await connectPaused();
    const { context, queue, store } = service.app;
    const [{ id: mailboxId } = { id: '' }] = await store.db.select().from(schema.mailbox);
    const [held] = await store.db.select().from(schema.pause);
    await resume(context, held!.id, robin);
    const { assess } = await import('../../src/jobs/assess.ts');
    await assess({ ...context, enqueue: async () => undefined }, mailboxId);
    const [proposal] = await store.db.select().from(schema.proposal);
    let looks = 0;
    const slow: typeof context = {
      ...context,
      async mailbox(row) {
        const real = await context.mailbox(row);
        const changes: typeof real.changes = async (cursor) => {
          looks += 1;
          await pause(context, { kind: 'hold', scope: 'all', mailboxId: null, until: null, by: 'admin' });
          return real.changes(cursor);
        };
        return new Proxy(real, {
          get(target, name) {
            const value = name === 'changes' ? changes : Reflect.get(target, name);
            return typeof value === 'function' ? value.bind(target) : value;
          },
        });
      },
    };
    await placeDraft(slow, proposal!.id);
    expect(looks).toBe(1);
    await queue.drain(context);
    expect(await draftsTo()).toEqual([]);
    expect(await store.db.select().from(schema.placement)).toEqual([]);
    const [dropped] = await store.db.select().from(schema.proposal);
    expect(dropped?.cancelled).toBe('admin holds the deal');
  });

  describe('lifting a wish for rest', () => {
    const holdNow = async () => {
      const { db } = service.app.store;
      const [row] = await db.select().from(schema.mailbox);
      const deals = (await db.select().from(schema.deal)).map(({ crmId, id }) => ({ crmId, id }));
      const rep = { name: 'Robin', addresses: [robin], zone: 'Europe/Berlin' };
      const threads = await threadsWithReadings(db, row!.id, deals, rep);
      const [hold] = holdsInForce(dealTalk(threads, [{ emails: ['dana@buyer.test'] }], rep), '2026-03-17');
      return { hold, mailboxId: row!.id };
    };
    const told = async (text: string) => {
      const first = await asked('dana@buyer.test', 20);
      const id = await client.receive({
        from: 'dana@buyer.test',
        subject: 'Re: Pilot for dana@buyer.test',
        inReplyTo: first,
        text,
        date: new Date(at.getTime() - 18 * day),
      });
      await client.flag('INBOX', id, ['\\Seen']);
      await client.writeByHand({
        to: 'dana@buyer.test',
        subject: 'Re: Pilot for dana@buyer.test',
        inReplyTo: id,
        text: 'Of course. Which of the two depots should be first?',
        date: new Date(at.getTime() - 17 * day),
      });
      await connect();
    };

    it('it counts no more for the rep, and a new wish counts again', async () => {
      await told('Please do not contact me before 1 June.');
      expect(await draftsTo()).toEqual([]);
      const { hold, mailboxId } = await holdNow();
      expect(hold?.until).toBe('2026-06-01');
      const { messageId, quote } = hold!;
      const lift = (change = {}) =>
        liftHold(service.app.context, { mailboxId, messageId, quote, by: robin, reason: 'She called me.', ...change });
      await expect(lift({ quote: 'Please do not' })).rejects.toThrow('No mail with these words');
      expect(await lift()).toBe(true);
      expect(await lift()).toBe(false);
      expect((await holdNow()).hold).toBeUndefined();
      await service.after(hour);
      expect(await draftsTo()).toEqual(['dana@buyer.test']);
      const id = await client.receive({
        from: 'dana@buyer.test',
        subject: 'Re: Pilot for dana@buyer.test',
        inReplyTo: messageId,
        text: 'Please do not contact me before 1 July.',
        date: service.now(),
      });
      await client.flag('INBOX', id, ['\\Seen']);
      await service.after(hour);
      expect((await holdNow()).hold?.until).toBe('2026-07-01');
      expect(await draftsTo()).toEqual([]);
    });

    it('a wish for no mail at all is not lifted by the rep', async () => {
      await told('Please do not contact me any more.');
      const { hold, mailboxId } = await holdNow();
      const { messageId, quote } = hold!;
      await expect(liftHold(service.app.context, { mailboxId, messageId, quote, by: robin })).rejects.toThrow(
        'only they can take that back',
      );
      await service.after(hour);
      expect(await draftsTo()).toEqual([]);
    });
  });
});

describe('a pause of changes of the CRM', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.service.stop());

  it.each([
    ['all', []],
    ['rep', ['robin@seller.test']],
    ['deal', ['D1']],
    ['person', ['dana@buyer.test']],
  ])('of scope %s: what is approved waits, and is made when a person resumes', async (scope, name) => {
    const printed = await desk.service.command(['pause', scope, ...name]);
    const row = await desk.propose();
    expect(await desk.decide(row)).toMatchObject({ kind: 'approved' });
    await desk.service.pass(day, 4 * hour);
    expect(desk.written()).toEqual([]);
    expect(await desk.row(row.id)).toMatchObject({
      state: 'approved',
      outcome: expect.stringMatching(/^admin paused/),
    });
    await desk.service.command(['resume', printed.split(':')[0] ?? '']);
    await desk.service.after(minute);
    expect(desk.written()).toHaveLength(1);
  });

  it('stops none that is elsewhere, nor does a hold of mail', async () => {
    await desk.service.command(['pause', 'person', 'somebody@else.test']);
    await desk.service.command(['pause', 'deal', 'D1', '--mail-only']);
    const row = await desk.propose();
    await desk.decide(row);
    await desk.execute(row.id);
    expect(desk.written()).toHaveLength(1);
  });

  it('what cannot be meant is refused in a sentence', async () => {
    const wrong: [string[], string][] = [
      [['pause'], 'Say what is to rest'],
      [['pause', 'all', 'D1'], 'Say what is to rest'],
      [['pause', 'person', 'Dana'], 'is no address'],
      [['pause', 'all', '--until', '2026-02-30'], 'is no day'],
      [['pause', 'all', '--until', '2026-03-17'], 'is not to come'],
      [['pause', 'deal', 'D9'], 'There is no deal'],
      [['pause', 'rep', 'nobody@seller.test'], 'No mailbox of'],
      [['resume', 'nothing'], 'There is no pause'],
      [['decide', 'x', 'y'], 'Say which and what'],
      [['decide', 'x', 'y', 'approve'], 'There is no proposal'],
    ];
    for (const [argv, why] of wrong) await expect(desk.service.command(argv), argv.join(' ')).rejects.toThrow(why);
  });

  it('a proposal is shown and decided by commands', async () => {
    const row = await desk.propose();
    const shown = await desk.service.command(['changes']);
    expect(shown).toContain(
      `${row.id} ${row.hash.slice(0, 12)} Deal D1 (D1), for robin@seller.test: Move the deal from "Proposal" to "Legal review". Because: "Legal has it now." Until 2026-03-24.`,
    );
    expect(JSON.parse(await desk.service.command(['changes', '--json']))).toMatchObject({ id: row.id, hash: row.hash });
    await expect(desk.service.command(['decide', row.id, 'abc', 'approve'])).rejects.toThrow(
      'not the one that was shown',
    );
    await expect(desk.service.command(['decide', row.id, '', 'approve'])).rejects.toThrow('not the one that was shown');
    await desk.service.command(['decide', row.id, row.hash.slice(0, 12), 'approve']);
    await desk.service.after(minute);
    expect(desk.written()).toHaveLength(1);
    expect(await desk.service.command(['changes'])).toBe('');
    await desk.service.command(['decide', row.id, row.hash, 'undo']);
    await desk.service.after(minute);
    expect(desk.written()).toHaveLength(2);
  });
});
