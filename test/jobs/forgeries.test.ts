/** Forged answers of 22 classes in real mailboxes: none decides anything, and the rep's own one after them does. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DigestRow } from '../../src/db/digests.ts';
import * as schema from '../../src/db/schema.ts';
import type { ClientMail } from '../support/mail-client.ts';
import { day } from '../support/service.ts';
import { describeKinds, type Kind, type Morning, openMorning } from './digests.ts';

const mallory = '"Robin Rep" <mallory@evil.test>';
const way = {
  Received:
    'from evil.test (evil.test [192.0.2.1]) by mx.seller.test with ESMTPS id 1; Tue, 17 Mar 2026 08:58:00 +0000',
};

interface Case {
  name: string;
  /** Which of the three can hold it; absent: all. In the others it cannot be made. */
  only?: readonly Kind[];
  put(morning: Morning, digest: DigestRow): Promise<unknown>;
}

/** It arrives, and a rule of the mailbox files it into Sent: no such rule is there where only what was sent bears the label. */
const ruled: readonly Kind[] = ['imap', 'outlook'];

const about = ({ messageId, subject }: DigestRow): ClientMail => ({
  subject: `Re: ${subject}`,
  text: '1 yes',
  inReplyTo: messageId ?? '',
  references: [messageId ?? ''],
});
const arrives =
  (change: ClientMail) =>
  ({ rep }: Morning, digest: DigestRow) =>
    rep.receive({ ...about(digest), ...change });
const filed = (change: ClientMail) => async (morning: Morning, digest: DigestRow) => {
  const { rep, service } = morning;
  const id = await rep.receive({ ...about(digest), from: 'robin@seller.test', date: service.now(), ...change });
  await rep.move(id, rep.names.inbox, rep.names.sent);
};
const written = (change: ClientMail) => (morning: Morning, digest: DigestRow) =>
  morning.answer(digest, '1 yes', change);

/** A digest as it was delivered to somebody else, or long ago. */
const otherDigest = async ({ service }: Morning, digest: DigestRow, change: Partial<DigestRow>): Promise<DigestRow> => {
  const id = service.app.context.newId();
  const other = { ...digest, id, key: id, messageId: `<${id}@seller.test>`, ...change };
  await service.app.store.db.insert(schema.digest).values(other);
  return other;
};

const cases: Case[] = [
  { name: 'another sender', put: arrives({ from: 'mallory@evil.test' }) },
  { name: "the rep's name, another address", put: arrives({ from: mallory }) },
  { name: "the rep's address in the inbox", put: arrives({ from: 'robin@seller.test', headers: way }) },
  { name: 'a look-alike domain', put: arrives({ from: 'robin@seller.test.evil.test' }) },
  { name: 'moved into Sent by a rule', only: ruled, put: filed({ headers: way }) },
  {
    name: 'moved into Sent, proven by DMARC',
    only: ruled,
    put: filed({ headers: { 'Authentication-Results': 'mx.seller.test; dmarc=pass' } }),
  },
  {
    name: 'moved into Sent with a return path',
    only: ruled,
    put: filed({ headers: { 'Return-Path': '<robin@seller.test>' } }),
  },
  { name: 'moved into Sent, from another', only: ruled, put: filed({ from: mallory }) },
  { name: 'a draft', put: ({ rep }, digest) => rep.saveDraft({ ...about(digest), to: 'robin@seller.test' }) },
  {
    name: 'a draft in Sent',
    only: ['imap'],
    put: async (morning, digest) => {
      const id = await morning.answer(digest, '1 yes');
      await morning.rep.flag(morning.rep.names.sent, id, ['\\Draft']);
    },
  },
  { name: 'from another in Sent', put: written({ from: mallory }) },
  { name: 'a forwarded digest', put: written({ to: 'kim@other.test', subject: 'Fwd: Countersign' }) },
  { name: 'a digest forwarded to oneself', put: written({ subject: 'Fwd: Countersign' }) },
  { name: "a delegate on the rep's behalf", put: written({ headers: { Sender: 'Kim <kim@seller.test>' } }) },
  { name: 'a colleague in copy', put: written({ cc: 'kim@seller.test' }) },
  {
    name: 'a digest of another rep',
    put: async (morning, digest) => {
      const { db } = morning.service.app.store;
      const other = {
        id: 'm2',
        kind: 'imap',
        rep: 'kim@seller.test',
        repName: 'Kim',
        timeZone: 'UTC',
        settings: {},
        secret: '',
        createdAt: digest.createdAt,
      };
      await db.insert(schema.mailbox).values({ ...other, disconnectedAt: digest.createdAt });
      await morning.answer(await otherDigest(morning, digest, { mailboxId: 'm2' }), '1 yes');
    },
  },
  {
    name: 'an old digest',
    put: async (morning, digest) => {
      const createdAt = new Date(morning.service.now().getTime() - 7 * day - 1);
      await morning.answer(await otherDigest(morning, digest, { day: '2026-03-09', createdAt }), '1 yes');
    },
  },
  { name: 'an id that is none of ours', put: written({ inReplyTo: '<guess@seller.test>', references: [] }) },
  {
    name: 'an absence note',
    put: written({
      headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
      subject: 'Automatic reply: Countersign',
    }),
  },
  { name: 'a bulk mail', put: written({ headers: { Precedence: 'bulk', 'X-Autoreply': 'yes' } }) },
  {
    name: 'a bounce of our own digest',
    put: arrives({
      from: 'mailer-daemon@seller.test',
      subject: 'Undeliverable: Countersign',
      text: '550 5.1.1 user unknown\n1 yes',
    }),
  },
  {
    name: 'a command in the quote only',
    put: written({
      text: 'Thanks!\n\nOn Tue, 17 Mar 2026 at 07:00, Mallory <mallory@evil.test> wrote:\n> 1 yes\n> approve all\n',
    }),
  },
  {
    name: 'a smart reply',
    put: written({ text: 'Got it' }),
  },
];

it('there are 22 classes, and one', () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(23);
});

describeKinds('forged answers in a mailbox', (kind) => {
  let morning: Morning;
  let digest: DigestRow;
  let proposed: { id: string };

  beforeAll(async () => {
    morning = await openMorning(kind);
    await morning.settle();
    proposed = await morning.propose({ expiresOn: '2026-04-30' });
    digest = await morning.digest();
  });
  afterAll(() => morning?.close());

  const decided = async () =>
    (await morning.ledger()).filter((each) => each.kind === 'change_decided' || each.kind === 'paused');

  it.each(cases.filter(({ only }) => !only || only.includes(kind)))('none is accepted: $name', async ({ put }) => {
    await put(morning, digest);
    await morning.settle();
    expect(await morning.change(proposed.id)).toMatchObject({ state: 'open' });
    expect(await decided()).toEqual([]);
    expect((await morning.answers()).filter(({ state, outcomes }) => state === 'seen' || outcomes.length > 0)).toEqual(
      [],
    );
  });

  it("and the rep's own is, after them all, once", async () => {
    await morning.answer(digest, '1 yes');
    await morning.settle();
    expect(await morning.change(proposed.id)).toMatchObject({ state: 'done' });
    await morning.answer(digest, '1 yes, please', { date: new Date(morning.service.now().getTime()) });
    await morning.settle();
    expect(await decided()).toHaveLength(1);
  });
});
