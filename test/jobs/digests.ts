/** A rep with a mailbox of any kind, a CRM folder, and a morning: what tests of the digest and of its answers stand on. */
import { desc } from 'drizzle-orm';
import { describe } from 'vitest';
import { secretBinding } from '../../src/connect/desk.ts';
import { addChange, type ChangeRow, type NewChange } from '../../src/db/changes.ts';
import type { AnswerRow, DigestRow } from '../../src/db/digests.ts';
import * as schema from '../../src/db/schema.ts';
import type { Address } from '../../src/domain/mail.ts';
import { gmailKind } from '../../src/mailbox/gmail.ts';
import { imap } from '../../src/mailbox/imap.ts';
import type { MailboxKind } from '../../src/mailbox/mailbox.ts';
import { outlookKind } from '../../src/mailbox/outlook.ts';
import type { Rep } from '../contract/mailbox.ts';
import { startImapServer } from '../fakes/imap-server.ts';
import { startFake as startGmail } from '../mailbox/gmail-account.ts';
import { startFake as startOutlook } from '../mailbox/outlook-account.ts';
import { dovecotMissing, startDovecot } from '../support/dovecot.ts';
import { type ClientMail, mailClient } from '../support/mail-client.ts';
import { hour, minute, startService, type TestService } from '../support/service.ts';
import { toLegal } from './changes.ts';

/** A Tuesday, 06:30 in Berlin. */
export const dawn = new Date('2026-03-17T05:30:00Z');
const kinds = ['imap', 'gmail', 'outlook'] as const;
export type Kind = (typeof kinds)[number];

/** A suite for each kind of mailbox, that of IMAP on Dovecot. */
export function describeKinds(title: string, suite: (kind: Kind) => void): void {
  for (const kind of kinds) {
    const missing = kind === 'imap' ? dovecotMissing : null;
    describe.skipIf(missing)(`${title} of kind ${kind}${missing ? ` (${missing})` : ''}`, () => suite(kind));
  }
}

const stages = `id,name,order,status,rot_days
s1,Proposal,1,open,
s2,Legal review,2,open,
s3,Won,3,won,
s4,Lost,4,lost,
`;
const contacts = `id,email,name,title,phone,opt_out
c1,dana@buyer.test,Dana Berg,Buyer,+49 30 100,no
c2,tom@other.test,Tom Nowak,,,no
`;
const deals = `id,name,owner_email,stage,status,close_date,contact_emails
D1,Deal one,robin@seller.test,Proposal,open,,dana@buyer.test
D2,Deal two,robin@seller.test,Proposal,open,,tom@other.test
`;

export interface Morning {
  service: TestService;
  owner: Address;
  rep: Rep;
  mailboxId: string;
  crmId: string;
  /** The rep asked, nine days ago, and has heard nothing. */
  asked(to?: string): Promise<string>;
  propose(change?: Partial<NewChange>): Promise<ChangeRow>;
  change(id: string): Promise<ChangeRow>;
  /** Goes on to eight o'clock of the next day, doing all that is due; answers its digest. */
  digest(): Promise<DigestRow>;
  /** The rep answers a digest, or what is given, by hand. */
  answer(digest: Pick<DigestRow, 'messageId' | 'subject'>, text: string, change?: ClientMail): Promise<string>;
  /** Reads what has come, and does all that follows. */
  settle(): Promise<void>;
  digests(): Promise<DigestRow[]>;
  answers(): Promise<AnswerRow[]>;
  ledger(): Promise<{ kind: string; by: string; body: string; key: string }[]>;
  close(): Promise<void>;
}

interface Server {
  kind: MailboxKind;
  settings: Record<string, unknown>;
  secret: string;
  rep: Rep;
  stop(): Promise<unknown>;
}

const owner: Address = { name: 'Robin Rep', address: 'robin@seller.test' };

const tokensOf = (accessToken: string) =>
  JSON.stringify({ refreshToken: 'r', accessToken, expiresAt: '2999-01-01T00:00:00Z', scopes: [] });

async function overImap(server: { port: number; stop(): Promise<unknown> }, now: () => Date): Promise<Server> {
  const reach = { host: '127.0.0.1', port: server.port, user: owner.address };
  const client = await mailClient({ ...reach, password: 'secret', now });
  const stop = async () => {
    await client.close();
    await server.stop();
  };
  return { kind: imap, settings: { ...reach, secure: 'none' }, secret: 'secret', rep: client, stop };
}

const servers: Record<Kind | 'small', (now: () => Date) => Promise<Server>> = {
  imap: async (now) => overImap(await startDovecot({ users: [{ user: owner.address, password: 'secret' }] }), now),
  small: async (now) =>
    overImap(await startImapServer({ users: [{ address: owner.address, password: 'secret' }] }), now),
  async gmail(now) {
    const fake = await startGmail({ now });
    const account = fake.account(owner, []);
    const kind = gmailKind({ api: fake.origin });
    return { kind, settings: {}, secret: tokensOf(account.token), rep: account.rep, stop: () => fake.stop() };
  },
  async outlook(now) {
    const graph = await startOutlook({ now });
    const account = graph.account(owner);
    const kind = outlookKind({ api: graph.origin });
    return { kind, settings: {}, secret: tokensOf(account.token), rep: account.rep, stop: () => graph.stop() };
  },
};

/** `small`: a server that starts at once, for what is the same in every mailbox. */
export async function openMorning(
  where: Kind | 'small' = 'small',
  policy: Record<string, unknown> = {},
): Promise<Morning> {
  let service: TestService | null = null;
  const now = (): Date => service?.now() ?? dawn;
  const server = await servers[where](now);
  const started = await startService({
    at: dawn,
    policy: { digestOn: true, ...policy },
    crm: { 'deals.csv': deals, 'contacts.csv': contacts, 'stages.csv': stages },
    mailboxKinds: [server.kind],
  });
  service = started;
  const { app } = started;
  const { store, context } = app;
  const mailboxId = 'm1';
  await store.db.insert(schema.mailbox).values({
    id: mailboxId,
    kind: where === 'small' ? 'imap' : where,
    rep: owner.address,
    repName: owner.name,
    timeZone: 'Europe/Berlin',
    settings: server.settings,
    secret: await app.keyring.seal(server.secret, secretBinding('mailbox', mailboxId)),
    createdAt: dawn,
  });
  const [{ id: crmId } = { id: '' }] = await store.db.select().from(schema.crm);
  const digests = () => store.db.select().from(schema.digest).orderBy(desc(schema.digest.createdAt));
  const morning: Morning = {
    service: started,
    owner,
    rep: server.rep,
    mailboxId,
    crmId,
    asked: (to = 'dana@buyer.test') =>
      server.rep.writeByHand({
        from: `${owner.name} <${owner.address}>`,
        to,
        subject: 'Pilot',
        text: 'Would the first of April suit you for the start of the pilot?',
        date: new Date(dawn.getTime() - 9 * 24 * hour),
      }),
    // A second later each: they are shown in the order in which they came.
    propose: (change = {}) => {
      started.setClock(new Date(now().getTime() + 1_000));
      return store.transaction((tx) =>
        addChange(
          tx,
          {
            ...toLegal,
            mailboxId,
            crmId,
            text: 'Dana Berg has said that it is with their lawyers.',
            expiresOn: '2026-03-27',
            ...change,
          },
          context,
          now(),
        ),
      );
    },
    async change(id) {
      const rows = await store.db.select().from(schema.change);
      const found = rows.find((each) => each.id === id);
      if (!found) throw new Error(`There is no change ${id}.`);
      return found;
    },
    async digest() {
      const next = new Date(now().getTime());
      next.setUTCHours(5, 55, 0, 0);
      while (next <= now()) next.setUTCDate(next.getUTCDate() + 1);
      started.setClock(next);
      await morning.settle();
      await started.pass(15 * minute, 5 * minute);
      const [made] = await digests();
      if (made?.state !== 'delivered') throw new Error(`There is no digest: ${made?.state ?? 'none was made'}.`);
      return made;
    },
    answer: (digest, text, change = {}) =>
      server.rep.writeByHand({
        from: `${owner.name} <${owner.address}>`,
        to: owner.address,
        subject: `Re: ${digest.subject}`,
        text,
        inReplyTo: digest.messageId ?? '',
        references: [digest.messageId ?? ''],
        date: now(),
        ...change,
      }),
    settle: () => started.after(2 * minute),
    digests,
    answers: () => store.db.select().from(schema.answer).orderBy(schema.answer.seenAt, schema.answer.id),
    ledger: () => store.db.select().from(schema.ledger).orderBy(schema.ledger.seq),
    async close() {
      await started.stop();
      await server.stop();
    },
  };
  return morning;
}
