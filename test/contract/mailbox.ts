/**
 * What every mailbox promises (`src/mailbox/mailbox.ts`), run against each implementation with the rep's own client
 * acting beside it. An implementation supplies a fresh, empty account for each test.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Address, Reply, Thread } from '../../src/domain/mail.ts';
import { BadInput, Gone, NeedsPerson, TryLater } from '../../src/errors.ts';
import type { Changes, Look, Mailbox, Placed, PlacementQuery } from '../../src/mailbox/mailbox.ts';
import type { ClientMail, MailClient } from '../support/mail-client.ts';

/** What the rep can do, with any client. Every function that stores a mail answers its Message-ID. */
export type Rep = Pick<
  MailClient,
  | 'names'
  | 'receive'
  | 'writeByHand'
  | 'saveDraft'
  | 'saveEdit'
  | 'sendDraft'
  | 'deleteToTrash'
  | 'restoreFromTrash'
  | 'expunge'
  | 'move'
  | 'flag'
  | 'count'
> & {
  /** Removes a draft as thoroughly as any client of this provider can; absent: `expunge` does. */
  deleteForGood?: (messageId: string) => Promise<unknown>;
};

export interface Account {
  owner: Address;
  rep: Rep;
  /** The provider's name of the thread that holds the mail with this Message-ID; the id itself where that is no mail of the account. */
  threadRef(messageId: string): string | Promise<string>;
  /** Where the provider decides and the mailbox cannot. What is absent is as for IMAP. */
  abilities?: {
    /** False: conversations are the provider's own, and an answer that names no message is none of ours to join. */
    joinsBySubject?: false;
    /** False: Auto-Submitted cannot be set on a mail to the owner; it says the same by X-Auto-Response-Suppress. */
    autoSubmitted?: false;
  };
  /** How the server lets the mailbox down. What cannot be had of a server is absent, and not in `ContractOptions.faults`. */
  faults?: {
    throttled?: {
      /** The next request is refused because there were too many. Gives back how long a pause is to be made. Milliseconds. */
      begin(): number;
      /** So much time passes for the mailbox. Milliseconds. */
      pass(ms: number): void;
    };
    /** Access is taken away, until it is given back; the rep's own client goes on. */
    revoke(): void | Promise<void>;
    restore(): void | Promise<void>;
  };
  /** The body of a mail in a folder as it is stored: all of its parts, decoded. */
  bodyOf(folder: string, messageId: string): string | Promise<string>;
  /** A new handle on the same account, as after a restart. */
  open(): Mailbox;
  close(): Promise<void>;
}

const buyer = 'buyer@corp.test';
const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day);

export interface ContractOptions {
  /** False: nobody but the owner can put a mail into Sent, by no rule and no move. */
  rulesFileIntoSent?: false;
  /** A long thread and a large mail, which take their time: for one set-up of a provider. */
  heavy?: boolean;
  /** What the server can be made to do: `Account.faults` has it then. */
  faults?: readonly ('throttle' | 'revoke')[];
}

export function mailboxContract(name: string, setUp: () => Promise<Account>, options: ContractOptions = {}): void {
  describe(`mailbox contract: ${name}`, () => {
    let account: Account;
    let mailbox: Mailbox;
    let rep: Rep;

    beforeEach(async () => {
      account = await setUp();
      mailbox = account.open();
      rep = account.rep;
    });
    afterEach(async () => {
      await mailbox.close();
      await account.close();
    });

    const fromBuyer = (mail: ClientMail) => rep.receive({ from: `"Béa Buyer" <${buyer}>`, ...mail });

    const readThread = async (id: string) => mailbox.readThread(await account.threadRef(id));

    async function replyTo(id: string, change: Partial<Reply> = {}): Promise<Reply> {
      return {
        threadRef: await account.threadRef(id),
        inReplyTo: id,
        references: [id],
        from: account.owner,
        to: [{ name: 'Béa Buyer', address: buyer }],
        cc: [],
        subject: 'Re: Offer',
        text: 'Hello Béa,\n\ndid you have time to look at the offer we sent on Tuesday?\n\nBest regards\nRep',
        ...change,
      };
    }

    async function place(key = 'key-1'): Promise<{ parent: string; placed: Placed; query: PlacementQuery }> {
      const parent = await fromBuyer({ subject: 'Offer', text: 'Please send an offer.', date: ago(9) });
      const placed = await mailbox.placeDraft(await replyTo(parent), key);
      const query = {
        messageId: placed.message.id,
        knownIds: [],
        refs: [placed.ref],
        threadRef: await account.threadRef(parent),
        inReplyTo: parent,
        placedAt: placed.message.date,
        recipients: [buyer],
      };
      return { parent, placed, query };
    }

    const placesOf = (look: Look) => look.sightings.map((each) => `${each.place} ${each.message.id}`).sort();
    const expectChanges = (changes: Changes) => {
      if (changes.kind !== 'changes') throw new Error(changes.why);
      return changes;
    };
    const all = async (threads: AsyncIterable<Thread>) => {
      const found: Thread[] = [];
      for await (const thread of threads) found.push(thread);
      return found;
    };

    describe('changes', () => {
      test('without a cursor it only says where now is', async () => {
        await fromBuyer({ subject: 'Old', text: 'old' });
        const start = expectChanges(await mailbox.changes(null));
        expect(start.messages).toEqual([]);
        const next = expectChanges(await mailbox.changes(start.cursor));
        expect(next.messages).toEqual([]);
        expect(next.touched).toEqual([]);
      });

      test('shows what arrived, again for the same cursor, and not after it', async () => {
        const start = await mailbox.changes(null);
        const id = await fromBuyer({
          subject: 'Größe',
          text: 'x',
          inReplyTo: '<parent@x.test>',
          references: ['<root@x.test>', '<parent@x.test>'],
        });
        const first = expectChanges(await mailbox.changes(start.cursor));
        expect(first.messages).toMatchObject([
          {
            id,
            place: 'inbox',
            subject: 'Größe',
            from: { name: 'Béa Buyer', address: buyer },
            inReplyTo: '<parent@x.test>',
            references: ['<root@x.test>', '<parent@x.test>'],
          },
        ]);
        expect(expectChanges(await mailbox.changes(start.cursor)).messages).toEqual(first.messages);
        const after = expectChanges(await account.open().changes(first.cursor));
        expect(after.messages).toEqual([]);
      });

      test('shows what the rep sent, and marks drafts as touched on every change there', async () => {
        let at = (await mailbox.changes(null)).cursor;
        const sent = await rep.writeByHand({ to: buyer, subject: 'Hi', text: 'x' });
        const draft = await rep.saveDraft({ to: buyer, subject: 'Later', text: 'x' });
        const first = expectChanges(await mailbox.changes(at));
        expect(first.messages.map((each) => [each.place, each.id])).toEqual(
          expect.arrayContaining([
            ['sent', sent],
            ['drafts', draft],
          ]),
        );
        expect(first.touched).toContain('drafts');
        at = first.cursor;
        await rep.expunge(draft);
        const gone = expectChanges(await mailbox.changes(at));
        expect(gone.touched).toContain('drafts');
        expect(expectChanges(await mailbox.changes(gone.cursor)).touched).toEqual([]);
      });

      test('marks a place as touched when a mail is read or goes away', async () => {
        const id = await fromBuyer({ subject: 'A', text: 'x' });
        await fromBuyer({ subject: 'B', text: 'x' });
        const start = await mailbox.changes(null);
        await rep.flag(rep.names.inbox, id, ['\\Seen']);
        const read = expectChanges(await mailbox.changes(start.cursor));
        expect(read.touched).toEqual(['inbox']);
        // At least once: what changed may be told again, nothing else.
        expect(read.messages.filter((each) => each.id !== id)).toEqual([]);
        await rep.expunge(id, rep.names.inbox);
        expect(expectChanges(await mailbox.changes(read.cursor)).touched).toEqual(['inbox']);
      });

      test('survives a folder that becomes empty', async () => {
        const draft = await rep.saveDraft({ to: buyer, subject: 'Only', text: 'x' });
        const start = await mailbox.changes(null);
        await rep.sendDraft(draft, { messageId: 'new' });
        const changes = expectChanges(await mailbox.changes(start.cursor));
        expect(changes.touched).toContain('drafts');
        expect(changes.messages.map((each) => each.place)).toEqual(['sent']);
      });

      test('a cursor that means nothing starts over from now', async () => {
        const answer = await mailbox.changes('{"not":"ours"}');
        expect(answer.kind).toBe('start-over');
        expect(expectChanges(await mailbox.changes(answer.cursor)).messages).toEqual([]);
      });
    });

    describe('threads', () => {
      test('a thread is whole, in order, without drafts, and has one name', async () => {
        const first = await fromBuyer({ subject: 'Offer', text: 'one', date: ago(8) });
        const second = await rep.writeByHand({
          to: buyer,
          subject: 'Re: Offer',
          text: 'two',
          inReplyTo: first,
          references: [first],
          date: ago(7),
        });
        const third = await fromBuyer({
          subject: 'Re: Offer',
          text: 'three',
          inReplyTo: second,
          references: [first, second],
          date: ago(6),
        });
        await rep.move(third, rep.names.inbox, rep.names.archive);
        await rep.saveDraft({
          to: buyer,
          subject: 'Re: Offer',
          text: 'draft',
          inReplyTo: third,
          references: [first, second, third],
        });
        const other = await fromBuyer({ subject: 'Something else', text: 'x' });

        const thread = await readThread(third);
        expect(thread.messages.map((each) => [each.id, each.text.trim(), each.place])).toEqual([
          [first, 'one', 'inbox'],
          [second, 'two', 'sent'],
          [third, 'three', 'filed'],
        ]);
        for (const id of [first, second]) expect((await readThread(id)).ref).toBe(thread.ref);
        expect((await mailbox.readThread(thread.ref)).ref).toBe(thread.ref);
        expect((await readThread(other)).messages).toHaveLength(1);
      });

      test('the reference of a change leads to its thread', async () => {
        const first = await fromBuyer({ subject: 'Offer', text: 'one', date: ago(3) });
        const start = await mailbox.changes(null);
        await fromBuyer({ subject: 'Re: Offer', text: 'two', inReplyTo: first, date: ago(2) });
        const [news] = expectChanges(await mailbox.changes(start.cursor)).messages;
        expect((await mailbox.readThread(news!.threadRef)).messages).toHaveLength(2);
      });

      test('an answer that names no message joins by subject and person', async () => {
        const first = await rep.writeByHand({ to: buyer, subject: 'Angebot für Räder', text: 'one', date: ago(5) });
        const second = await fromBuyer({ subject: 'AW: Angebot für Räder', text: 'two', date: ago(4) });
        await rep.receive({
          from: 'stranger@else.test',
          subject: 'AW: Angebot für Räder',
          text: 'not this',
          date: ago(3),
        });
        const joined = account.abilities?.joinsBySubject !== false;
        for (const ref of [first, second]) {
          expect((await readThread(ref)).messages.map((each) => each.id)).toEqual(joined ? [first, second] : [ref]);
        }
      });

      test('a thread of which nothing is left is gone', async () => {
        await expect(readThread('<never@was.test>')).rejects.toThrow(Gone);
        const id = await fromBuyer({ subject: 'Offer', text: 'one' });
        const ref = await account.threadRef(id);
        await rep.expunge(id, rep.names.inbox);
        await expect(mailbox.readThread(ref)).rejects.toThrow(Gone);
      });

      test('finds every thread of a person since an instant, whole', async () => {
        const old = await fromBuyer({ subject: 'Old', text: 'x', date: ago(200) });
        const first = await rep.receive({ from: 'boss@corp.test', subject: 'Plan', text: 'one', date: ago(40) });
        const second = await rep.writeByHand({
          to: 'boss@corp.test',
          cc: 'Buyer@Corp.test',
          subject: 'Re: Plan',
          text: 'two',
          inReplyTo: first,
          references: [first],
          date: ago(10),
        });
        const third = await fromBuyer({ subject: 'New', text: 'x', date: ago(5) });
        await rep.receive({ from: 'other-buyer@corp.test', subject: 'No', text: 'x', date: ago(5) });
        await rep.saveDraft({ to: buyer, subject: 'New draft', text: 'x' });

        const found = await all(mailbox.findThreads([buyer.toUpperCase()], ago(30)));
        expect(found.map((thread) => thread.messages.map((each) => each.id)).sort()).toEqual(
          [[first, second], [third]].sort(),
        );
        const further = await all(mailbox.findThreads([buyer], ago(300)));
        expect(further.map((thread) => thread.messages[0]!.id)).toContain(old);
        expect(await all(mailbox.findThreads([], ago(300)))).toEqual([]);
        expect(await all(mailbox.findThreads(['nobody@else.test'], ago(300)))).toEqual([]);
      });

      test('the mailbox can be used while threads are handed out', async () => {
        for (const subject of ['A', 'B', 'C']) await fromBuyer({ subject, text: subject, date: ago(2) });
        let count = 0;
        for await (const thread of mailbox.findThreads([buyer], ago(3))) {
          expect((await mailbox.readThread(thread.ref)).ref).toBe(thread.ref);
          count += 1;
        }
        expect(count).toBe(3);
      });

      test('a mail without a Message-ID has the same made-up one however it is read', async () => {
        const start = await mailbox.changes(null);
        await fromBuyer({ messageId: null, subject: 'No id', text: 'x', date: ago(1) });
        const [news] = expectChanges(await mailbox.changes(start.cursor)).messages;
        expect(news!.id).toMatch(/@no-message-id\.invalid>$/);
        const thread = await mailbox.readThread(news!.threadRef);
        expect(thread.messages.map((each) => each.id)).toEqual([news!.id]);
        const [found] = await all(mailbox.findThreads([buyer], ago(2)));
        expect(found!.messages[0]!.id).toBe(news!.id);
      });

      test('text is plain, whole and without attachments, whatever it was written as', async () => {
        const html = await fromBuyer({
          subject: 'H',
          html: '<p>Grüße &amp; <b>Küsse</b></p><p>zwei</p>',
          date: ago(3),
        });
        const both = await fromBuyer({
          subject: 'B',
          text: 'plain ✓',
          html: '<p>plain ✓</p>',
          attachments: [{ filename: 'Übersicht 1.pdf', content: 'x'.repeat(5000) }],
          date: ago(2),
        });
        expect((await readThread(html)).messages[0]!.text.trim()).toBe('Grüße & Küsse\n\nzwei');
        expect((await readThread(both)).messages[0]).toMatchObject({
          attachments: ['Übersicht 1.pdf'],
          read: false,
        });
        expect((await readThread(both)).messages[0]!.text.trim()).toBe('plain ✓');
      });
    });

    if (options.heavy)
      describe('much mail', () => {
        test('a thread of 200 messages is whole and in order', async () => {
          const ids: string[] = [];
          for (let n = 0; n < 200; n++) {
            const before = ids[n - 1];
            const mail = {
              subject: n === 0 ? 'Offer' : 'Re: Offer',
              text: `Nr. ${n} – größer`,
              date: ago(100 - n / 4),
              // Only the message before is named: the chain has to be followed.
              ...(before ? { inReplyTo: before, references: [before] } : {}),
            };
            ids.push(await (n % 2 ? rep.writeByHand({ to: buyer, ...mail }) : fromBuyer(mail)));
          }
          const { messages } = await readThread(ids[120]!);
          expect(messages.map((each) => each.id)).toEqual(ids);
          expect(messages.map((each) => each.text.trim())).toEqual(ids.map((_, n) => `Nr. ${n} – größer`));
        });

        test('of 25 MB only both ends of the text and the names are kept', async () => {
          const id = await fromBuyer({
            subject: 'Offer',
            text: 'ü'.repeat(400_000),
            attachments: [{ filename: 'Größe – 見積.pdf', content: Buffer.alloc(25 * 1024 * 1024, 'x') }],
          });
          const [message] = (await readThread(id)).messages;
          expect(message!.attachments).toEqual(['Größe – 見積.pdf']);
          expect(message!.text).toMatch(/^ü+\n?ü+$/);
          expect(Buffer.byteLength(message!.text)).toBeLessThanOrEqual(256 * 1024);
          expect(Buffer.byteLength(message!.text)).toBeGreaterThan(200 * 1024);
        });
      });

    describe('let down by the server', () => {
      const can = (fault: 'throttle' | 'revoke'): boolean => options.faults?.includes(fault) ?? false;

      if (can('throttle'))
        test('throttled, it says when to come back, and then goes on where it was', async () => {
          const throttled = account.faults?.throttled;
          if (!throttled) throw new Error('This account cannot be throttled.');
          const { cursor } = await mailbox.changes(null);
          const id = await fromBuyer({ subject: 'Offer', text: 'x' });
          const pauseMs = throttled.begin();
          const began = Date.now();
          const error = await mailbox.changes(cursor).catch((thrown: unknown) => thrown);
          expect(error).toBeInstanceOf(TryLater);
          const waitMs = ((error as TryLater).retryAt?.getTime() ?? 0) - began;
          expect(waitMs).toBeGreaterThanOrEqual(pauseMs);
          expect(waitMs).toBeLessThan(pauseMs + 10_000);
          // Not before: the refusal was for one request, so one that was made would be answered.
          await expect(mailbox.changes(cursor)).rejects.toThrow(TryLater);
          throttled.pass(waitMs + 1);
          expect(expectChanges(await mailbox.changes(cursor)).messages.map((each) => each.id)).toEqual([id]);
        });

      if (can('revoke'))
        test('with its access revoked it needs a person, and nothing is lost', async () => {
          const { faults } = account;
          if (!faults) throw new Error('The access of this account cannot be revoked.');
          const { parent, placed, query } = await place();
          const ref = await account.threadRef(parent);
          const another = await replyTo(parent);
          const { cursor } = await mailbox.changes(null);
          await faults.revoke();
          const without = account.open();
          for (const work of [
            () => without.changes(cursor),
            () => without.readThread(ref),
            () => without.observeDraft(query),
            () => without.placeDraft(another, 'key-2'),
            () => without.withdrawDraft(query, placed.message.text),
          ])
            await expect(work()).rejects.toThrow(NeedsPerson);
          const id = await fromBuyer({ subject: 'Meanwhile', text: 'x' });
          await faults.restore();
          const again = account.open();
          expect(expectChanges(await again.changes(cursor)).messages.map((each) => each.id)).toEqual([id]);
          const drafts = (await again.observeDraft(query)).sightings.filter((each) => each.place === 'drafts');
          expect(drafts.map((each) => each.message.id)).toEqual([placed.message.id]);
        });
    });

    describe('placing', () => {
      test('leaves a draft in the thread and gives back what the server stored', async () => {
        const { parent, placed } = await place();
        expect(placed.existed).toBe(false);
        expect(placed.message).toMatchObject({
          place: 'drafts',
          inReplyTo: parent,
          references: [parent],
          subject: 'Re: Offer',
          from: account.owner,
          to: [{ name: 'Béa Buyer', address: buyer }],
          cc: [],
          text: (await replyTo(parent)).text,
        });
        expect(await rep.count(rep.names.drafts, placed.message.id)).toBe(1);
        const thread = await readThread(parent);
        expect(thread.messages.map((each) => each.id)).toEqual([parent]);
      });

      test('is idempotent by key, on any handle and at the same time', async () => {
        const { parent, placed } = await place('same-key');
        const again = await account.open().placeDraft(await replyTo(parent, { text: 'Other text' }), 'same-key');
        expect(again).toMatchObject({
          existed: true,
          ref: placed.ref,
          message: { id: placed.message.id, text: placed.message.text },
        });
        const twice = await Promise.all([1, 2].map(async () => mailbox.placeDraft(await replyTo(parent), 'twin')));
        expect(twice.map((each) => each.existed).sort()).toEqual([false, true]);
        expect(await rep.count(rep.names.drafts, twice[0]!.message.id)).toBe(1);
        expect(twice[0]!.message.id).not.toBe(placed.message.id);
      });

      test('never comes back after the rep threw it away or sent it', async () => {
        const { parent, placed } = await place('thrown');
        await rep.deleteToTrash(placed.message.id);
        expect(await mailbox.placeDraft(await replyTo(parent), 'thrown')).toMatchObject({
          existed: true,
          message: { place: 'trash' },
        });
        const other = await mailbox.placeDraft(await replyTo(parent), 'sent');
        await rep.sendDraft(other.message.id, { messageId: 'keep' });
        expect(await mailbox.placeDraft(await replyTo(parent), 'sent')).toMatchObject({
          existed: true,
          message: { place: 'sent' },
        });
        expect(await rep.count(rep.names.drafts, placed.message.id)).toBe(0);
      });

      describe('an attempt that nobody heard of again', () => {
        /** Says what is left of an attempt that began now, once `meanwhile` is done. */
        async function leftAfter(meanwhile: (reply: Reply) => Promise<unknown>) {
          const parent = await fromBuyer({ subject: 'Offer', text: 'Please send an offer.', date: ago(9) });
          const own = await rep.saveDraft({ to: buyer, subject: 'Later', text: 'Mine' });
          const attempt = { at: new Date(), cursor: expectChanges(await mailbox.changes(null)).cursor };
          const reply = await replyTo(parent);
          await meanwhile(reply);
          // What the rep does with other drafts says nothing of ours.
          await rep.saveEdit(own, { text: 'Mine, longer' }, { messageId: 'new' });
          return account.open().draftLeft(reply, 'left', attempt);
        }

        test('left nothing when it stored nothing', async () => {
          expect(await leftAfter(async () => undefined)).toBe('nothing');
        });

        test.each(['drafts', 'trash', 'sent'] as const)('left a draft that is in %s now', async (place) => {
          let id = '';
          const left = await leftAfter(async (reply) => {
            id = (await mailbox.placeDraft(reply, 'left')).message.id;
            if (place === 'trash') await rep.deleteToTrash(id);
            if (place === 'sent') await rep.sendDraft(id, { messageId: 'keep' });
          });
          expect(left).toMatchObject({ existed: true, message: { id, place } });
        });

        test('a draft that was removed without a trace is not taken for none', async () => {
          const left = await leftAfter(async (reply) => {
            const { id } = (await mailbox.placeDraft(reply, 'left')).message;
            await (rep.deleteForGood ?? rep.expunge)(id);
          });
          if (left !== 'unknown') expect(left).toMatchObject({ existed: true, message: { place: 'trash' } });
        });

        test('nor is one that was stored under another name, unless it shows as a draft in the thread', async () => {
          let thread: Reply | null = null;
          const left = await leftAfter(async (reply) => {
            thread = reply;
            const { id } = (await mailbox.placeDraft(reply, 'left')).message;
            await rep.saveEdit(id, { text: 'Mine' }, { messageId: 'new' });
          });
          const { threadRef, inReplyTo } = thread as unknown as Reply;
          const knownIds = inReplyTo === null ? [] : [inReplyTo];
          const query = {
            messageId: '',
            knownIds,
            refs: [],
            threadRef,
            inReplyTo,
            placedAt: new Date(),
            recipients: [],
          };
          const drafts = (await mailbox.observeDraft(query)).sightings.filter(({ place }) => place === 'drafts');
          expect(left !== 'nothing' || drafts.length > 0).toBe(true);
        });
      });

      test('keeps every letter', async () => {
        const parent = await fromBuyer({ subject: '見積もり – Größe', text: 'x' });
        const text = `${'ü'.repeat(400)}\n\nFrom here on\n.\n..\n${'long '.repeat(300)}\n\ttab  two\n> quoted\n-- \nRép 👍`;
        const reply = await replyTo(parent, {
          subject: 'Re: 見積もり – Größe',
          text,
          cc: [{ name: 'Ö, "Q" <x>', address: 'cc@corp.test' }],
        });
        const placed = await mailbox.placeDraft(reply, 'letters');
        expect(placed.message).toMatchObject({ subject: reply.subject, text, cc: reply.cc });
      });

      test('refuses what would become a header, and stores nothing', async () => {
        const parent = await fromBuyer({ subject: 'Offer', text: 'x' });
        const start = await mailbox.changes(null);
        for (const change of [
          { subject: 'Re: x\r\nBcc: all@corp.test' },
          { to: [{ name: 'x\nBcc: all@corp.test', address: buyer }] },
          { to: [{ name: '', address: 'a@b.test>\r\nBcc: c@d.test' }] },
          { inReplyTo: '<a@b>\r\nBcc: c@d.test' },
        ]) {
          await expect(mailbox.placeDraft(await replyTo(parent, change), 'bad')).rejects.toThrow(BadInput);
        }
        expect(expectChanges(await mailbox.changes(start.cursor)).touched).toEqual([]);
      });
    });

    describe('observing', () => {
      test('an untouched draft', async () => {
        const { placed, query } = await place();
        const look = await mailbox.observeDraft(query);
        expect(look).toMatchObject({ complete: true, gap: null });
        expect(look.sightings.filter((each) => each.place === 'drafts')).toMatchObject([
          { ref: placed.ref, draft: true, message: { id: placed.message.id, text: placed.message.text } },
        ]);
        expect(look.sightings.filter((each) => each.place === 'sent')).toEqual([]);
      });

      test.each(['keep', 'new'] as const)('saved again with other text, Message-ID %s', async (messageId) => {
        const { placed, query } = await place();
        const id = await rep.saveEdit(placed.message.id, { text: 'Edited text' }, { messageId });
        const drafts = (await mailbox.observeDraft(query)).sightings.filter((each) => each.place === 'drafts');
        expect(drafts).toMatchObject([{ message: { id, text: expect.stringContaining('Edited text') } }]);
        expect(drafts[0]!.ref).not.toBe(placed.ref);
      });

      test.each(['keep', 'new'] as const)('sent as it is, Message-ID %s', async (messageId) => {
        const { placed, query } = await place();
        const id = await rep.sendDraft(placed.message.id, { messageId });
        const look = await mailbox.observeDraft(query);
        expect(look.complete).toBe(true);
        expect(placesOf(look).filter((each) => !each.startsWith('inbox'))).toEqual([`sent ${id}`]);
        const sent = look.sightings.find((each) => each.place === 'sent')!;
        expect(sent.message.text.trim()).toBe(placed.message.text.trim());
        expect(sent.draft).toBe(false);
      });

      test('edited and sent under another Message-ID', async () => {
        const { placed, query } = await place();
        const id = await rep.sendDraft(placed.message.id, { messageId: 'new', edit: 'Quite another text' });
        const look = await mailbox.observeDraft(query);
        expect(look.sightings.find((each) => each.place === 'sent')?.message).toMatchObject({
          id,
          text: expect.stringContaining('another text'),
        });
        expect(look.sightings.some((each) => each.place === 'drafts')).toBe(false);
      });

      test('thrown away, and fetched back', async () => {
        const { placed, query } = await place();
        await rep.deleteToTrash(placed.message.id);
        expect(placesOf(await mailbox.observeDraft(query))).toContain(`trash ${placed.message.id}`);
        await rep.restoreFromTrash(placed.message.id);
        const back = placesOf(await mailbox.observeDraft(query));
        expect(back).toContain(`drafts ${placed.message.id}`);
        expect(back.some((each) => each.startsWith('trash'))).toBe(false);
      });

      test('an edited draft thrown away', async () => {
        const { placed, query } = await place();
        const id = await rep.saveEdit(placed.message.id, { text: 'Edited' }, { messageId: 'new' });
        await rep.deleteToTrash(id);
        expect(placesOf(await mailbox.observeDraft(query))).toContain(`trash ${id}`);
      });

      test('removed without a trace', async () => {
        const { placed, query } = await place();
        await rep.expunge(placed.message.id);
        const look = await mailbox.observeDraft(query);
        expect(look.complete).toBe(true);
        expect(look.sightings.filter((each) => each.place !== 'inbox')).toEqual([]);
      });

      test('moved to another folder', async () => {
        const { placed, query } = await place();
        await rep.move(placed.message.id, rep.names.drafts, rep.names.archive);
        const moved = (await mailbox.observeDraft(query)).sightings.filter(
          (each) => each.message.id === placed.message.id,
        );
        expect(moved).toMatchObject([{ place: 'filed' }]);
      });

      test('sent without a copy: the answer names it', async () => {
        const { placed, query } = await place();
        await rep.sendDraft(placed.message.id, { messageId: 'keep', sentCopy: false });
        const answer = await rep.receive({
          from: 'assistant@corp.test',
          subject: 'Re: Offer',
          text: 'Thank you.',
          inReplyTo: placed.message.id,
          references: [placed.message.id],
        });
        const look = await mailbox.observeDraft(query);
        expect(look.sightings.find((each) => each.message.id === answer)).toMatchObject({ place: 'inbox' });
      });

      test('another answer written by hand, with the draft left where it is', async () => {
        const { parent, placed, query } = await place();
        const inThread = await rep.writeByHand({
          to: 'boss@corp.test',
          subject: 'Re: Offer',
          text: 'By hand',
          inReplyTo: parent,
          references: [parent],
        });
        const toBuyer = await rep.writeByHand({ to: buyer, subject: 'Lunch', text: 'Today?' });
        const unrelated = await rep.writeByHand({ to: 'else@where.test', subject: 'Other', text: 'x' });
        const seen = placesOf(await mailbox.observeDraft(query));
        expect(seen).toEqual(
          expect.arrayContaining([`drafts ${placed.message.id}`, `sent ${inThread}`, `sent ${toBuyer}`]),
        );
        expect(seen).not.toContain(`sent ${unrelated}`);
      });

      test('the prospect wrote meanwhile', async () => {
        const { query } = await place();
        const id = await fromBuyer({ subject: 'One more thing', text: 'x' });
        expect(placesOf(await mailbox.observeDraft(query))).toContain(`inbox ${id}`);
      });

      test('follows an edit by the ids it had', async () => {
        const { placed, query } = await place();
        const edited = await rep.saveEdit(
          placed.message.id,
          { text: 'Edited', inReplyTo: undefined, references: [] },
          { messageId: 'new' },
        );
        const look = await mailbox.observeDraft({ ...query, knownIds: [edited] });
        expect(placesOf(look)).toContain(`drafts ${edited}`);
      });
    });

    describe('withdrawing', () => {
      test('removes an untouched draft, nothing else, and once', async () => {
        const { placed, query } = await place();
        const own = await rep.saveDraft({ to: buyer, subject: 'Own', text: 'own draft' });
        const marked = await rep.saveDraft({ to: buyer, subject: 'Marked', text: 'own draft' });
        await rep.flag(rep.names.drafts, marked, ['\\Deleted']);
        expect(await mailbox.withdrawDraft(query, placed.message.text)).toEqual({ done: true });
        expect(await rep.count(rep.names.drafts, placed.message.id)).toBe(0);
        for (const id of [own, marked]) expect(await rep.count(rep.names.drafts, id)).toBe(1);
        expect(await mailbox.withdrawDraft(query, placed.message.text)).toEqual({ done: false, why: 'not-a-draft' });
      });

      test.each(['keep', 'new'] as const)('leaves an edited draft alone, Message-ID %s', async (messageId) => {
        const { placed, query } = await place();
        const id = await rep.saveEdit(placed.message.id, { text: 'Mine now' }, { messageId });
        expect(await mailbox.withdrawDraft(query, placed.message.text)).toEqual({ done: false, why: 'changed' });
        expect(await rep.count(rep.names.drafts, id)).toBe(1);
      });

      test('leaves ours alone when another draft answers the same message', async () => {
        const { parent, placed, query } = await place();
        await rep.saveDraft({
          to: buyer,
          subject: 'Re: Offer',
          text: 'my own',
          inReplyTo: parent,
          references: [parent],
        });
        expect(await mailbox.withdrawDraft(query, placed.message.text)).toEqual({ done: false, why: 'changed' });
        expect(await rep.count(rep.names.drafts, placed.message.id)).toBe(1);
      });

      test('does not touch what is no draft any more', async () => {
        const { placed, query } = await place();
        await rep.sendDraft(placed.message.id, { messageId: 'keep' });
        expect(await mailbox.withdrawDraft(query, placed.message.text)).toEqual({ done: false, why: 'not-a-draft' });
        expect(await rep.count(rep.names.sent, placed.message.id)).toBe(1);
      });
    });

    describe('delivering to the owner', () => {
      const digest = () => ({
        from: { name: 'Countersign', address: account.owner.address },
        subject: 'Today – 3 drafts',
        text: 'Grüße\n',
        headers: { 'Auto-Submitted': 'auto-generated' },
      });

      test('stores it unread in the inbox, once', async () => {
        const start = await mailbox.changes(null);
        await mailbox.deliverToSelf(digest(), 'digest-1');
        const { messageId: id, threadRef } = await account.open().deliverToSelf(digest(), 'digest-1');
        expect(threadRef).toBe(await account.threadRef(id));
        const { messages } = expectChanges(await mailbox.changes(start.cursor));
        expect(messages).toMatchObject([
          {
            id,
            place: 'inbox',
            subject: 'Today – 3 drafts',
            signals:
              account.abilities?.autoSubmitted === false
                ? { 'x-auto-response-suppress': 'All' }
                : { 'auto-submitted': 'auto-generated' },
          },
        ]);
        const thread = await readThread(messages[0]!.id);
        expect(thread.messages).toMatchObject([
          { read: false, text: 'Grüße\n', to: [{ address: account.owner.address }] },
        ]);
      });

      test('gives text to those who read text, and HTML to those who read HTML', async () => {
        const start = await mailbox.changes(null);
        const html = '<!doctype html><html><body><p>Grüße &amp; <b>mehr</b></p></body></html>';
        await mailbox.deliverToSelf({ ...digest(), text: 'Grüße & mehr', html }, 'digest-3');
        const [mail] = expectChanges(await mailbox.changes(start.cursor)).messages;
        const thread = await readThread(mail!.id);
        expect(thread.messages[0]!.text.trim()).toBe('Grüße & mehr');
        expect(await account.bodyOf(rep.names.inbox, mail!.id)).toContain('<b>mehr</b>');
      });

      test('stands in the conversation of the mail it answers', async () => {
        const start = await mailbox.changes(null);
        await mailbox.deliverToSelf(digest(), 'digest-4');
        const [mail] = expectChanges(await mailbox.changes(start.cursor)).messages;
        const about = { to: account.owner.address, subject: 'Re: Today – 3 drafts', inReplyTo: mail!.id };
        const answer = await rep.writeByHand({ ...about, references: [mail!.id], text: '1 yes' });
        const threadRef = await account.threadRef(answer);
        const answers = { threadRef, inReplyTo: answer, references: [mail!.id, answer] };
        await mailbox.deliverToSelf({ ...digest(), subject: 'Re: Today – 3 drafts', answers }, 'receipt-4');
        const { messages } = await readThread(mail!.id);
        expect(new Set(messages.map(({ inReplyTo }) => inReplyTo))).toEqual(new Set([null, mail!.id, answer]));
        expect(messages).toHaveLength(3);
        const news = expectChanges(await mailbox.changes(start.cursor)).messages;
        expect(news.find(({ inReplyTo }) => inReplyTo === answer)).toMatchObject({
          references: [mail!.id, answer],
          place: 'inbox',
        });
      });

      test('does not come back after the rep threw it away', async () => {
        const start = await mailbox.changes(null);
        await mailbox.deliverToSelf(digest(), 'digest-2');
        const { messages } = expectChanges(await mailbox.changes(start.cursor));
        await rep.move(messages[0]!.id, rep.names.inbox, rep.names.trash);
        await mailbox.deliverToSelf(digest(), 'digest-2');
        expect(await rep.count(rep.names.inbox, messages[0]!.id)).toBe(0);
      });
    });

    describe('copies in Sent', () => {
      const mine = (text: string, change: ClientMail = {}) =>
        rep.writeByHand({ to: account.owner.address, subject: 'Re: Today', text, inReplyTo: '<d@x.test>', ...change });

      test('are what the owner sent, with no trace of a way', async () => {
        const id = await mine('1 yes');
        const copies = await mailbox.sentCopies(id, await account.threadRef(id));
        expect(copies).toMatchObject([
          { message: { id, place: 'sent', inReplyTo: '<d@x.test>' }, draft: false, trace: [] },
        ]);
        expect(copies[0]!.message.text.trim()).toBe('1 yes');
      });

      test('are none of what arrived, of a draft, or of nothing', async () => {
        const received = await rep.receive({ from: account.owner.address, subject: 'Re: Today', text: '1 yes' });
        const draft = await rep.saveDraft({ to: account.owner.address, subject: 'Re: Today', text: '1 yes' });
        for (const id of [received, draft, '<nobody@x.test>'])
          expect(await mailbox.sentCopies(id, await account.threadRef(id))).toEqual([]);
      });

      test('do not hide behind the copy that arrived', async () => {
        const id = await mine('1 yes');
        await rep.receive({ messageId: id, from: account.owner.address, subject: 'Re: Today', text: '2 yes' });
        const copies = await mailbox.sentCopies(id, await account.threadRef(id));
        expect(copies.map(({ message }) => message.text.trim())).toEqual(['1 yes']);
      });

      // Where no rule can put foreign mail into Sent there is none to tell of.
      if (options.rulesFileIntoSent !== false)
        test('tell what servers wrote on foreign mail', async () => {
          const headers = {
            Received: 'from evil.test (evil.test [192.0.2.1]) by mx.test with ESMTPS; Mon, 30 Nov 2026 08:00:00 +0000',
            'Authentication-Results': 'mx.test; dmarc=pass',
            'Return-Path': '<rep@evil.test>',
          };
          const id = await rep.receive({ from: account.owner.address, subject: 'Re: Today', text: '1 yes', headers });
          await rep.move(id, rep.names.inbox, rep.names.sent);
          const [copy] = await mailbox.sentCopies(id, await account.threadRef(id));
          expect(copy!.trace.map((line) => line.split(':')[0]).sort()).toEqual([
            'authentication-results',
            'received',
            'return-path',
          ]);
        });
    });

    test('where a conversation is shown to the owner: over https, where there is such a place', async () => {
      const id = await fromBuyer({ subject: 'Offer', text: 'x' });
      const url = await mailbox.threadUrl?.(await account.threadRef(id));
      if (mailbox.threadUrl) expect(url).toMatch(/^https:\/\/[^\s<>"']+$/);
      expect(await mailbox.threadUrl?.('no such thread')).toBe(mailbox.threadUrl ? null : undefined);
    });
  });
}
