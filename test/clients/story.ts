/**
 * The rep sits in a real mail client, on a real IMAP server, and does with our draft what reps do. What is sent goes to a sink that delivers
 * nowhere. The clients live by the system's clock, so the service's clock starts there, and moves on only after an act.
 */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '../../src/db/schema.ts';
import type { Reply } from '../../src/domain/mail.ts';
import { comparable } from '../../src/domain/text.ts';
import { parseMessage } from '../../src/mailbox/mime.ts';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot.ts';
import { type MailClient, mailClient } from '../support/mail-client.ts';
import { day, hour, minute, startService, type TestService } from '../support/service.ts';
import { type SmtpSink, type SunkMail, startSmtpSink } from '../support/smtp-sink.ts';
import { headersOf } from '../support/stage.ts';

/** What a rep can do in a client. Each returns when the client has said that it is done. */
export interface RepClient {
  send(): Promise<void>;
  /** Types below the draft's text. `meanwhile` happens while the window is open and the text changed. */
  editAndSend(typed: string, meanwhile: () => Promise<void>): Promise<void>;
  editAndSave(typed: string): Promise<void>;
  discard(): Promise<void>;
  /** Answers the rep's own last mail, above its quote. */
  answer(typed: string): Promise<void>;
  /** Opens the draft, reads it and goes away. */
  look(): Promise<void>;
}

export interface RepAccount {
  act: Act;
  user: string;
  password: string;
}

export interface ClientProgram {
  seat(account: RepAccount): Promise<RepClient>;
  close(): Promise<void>;
}

/** In order of how far they move the clock. */
const acts = ['sends', 'edits-and-sends', 'saves-then-sends', 'deletes-and-writes', 'deletes', 'leaves'] as const;
type Act = (typeof acts)[number];

interface Desk extends RepAccount {
  contact: string;
  /** Message-IDs of the thread, oldest first. */
  thread: string[];
  /** The mailbox as another client sees it. */
  mailbox: MailClient;
  proposed: Reply;
  rep: RepClient | null;
}

export function clientStories(
  name: string,
  missing: string | null,
  start: (servers: { imap: Dovecot; smtp: SmtpSink }) => Promise<ClientProgram>,
): void {
  const reason = dovecotMissing ?? missing;
  describe.skipIf(reason)(`a rep in ${name}${reason ? ` (skipped: ${reason})` : ''}`, () => {
    let imap: Dovecot;
    let sink: SmtpSink;
    let program: ClientProgram;
    let service: TestService;
    const desks = {} as Record<Act, Desk>;

    const logged = ({ act }: Desk) => service.decisions().filter(({ deal_id }) => deal_id === act);
    const draftsOf = ({ mailbox }: Desk) => mailbox.list('Drafts');

    /** A rep sits down once and stays. */
    async function sitDown(desk: Desk): Promise<RepClient> {
      desk.rep ??= await program.seat(desk);
      return desk.rep;
    }

    /** The clock moves; whatever the service does then, it sends nothing. */
    async function time(ms: number, stepMs = minute): Promise<void> {
      const before = sink.mails.length;
      await service.pass(ms, stepMs);
      expect(sink.mails).toHaveLength(before);
    }

    /** What goes out while the rep acts. */
    async function sentDuring(act: Promise<void>): Promise<SunkMail> {
      const before = sink.mails.length;
      await act;
      expect(sink.mails).toHaveLength(before + 1);
      return sink.mails.at(-1) as SunkMail;
    }

    /** The rep's mail went to the prospect, into the thread; answers its text. */
    async function intoThread({ raw, from, to }: SunkMail, desk: Desk): Promise<string> {
      expect({ from, to }).toEqual({ from: desk.user, to: [desk.contact] });
      const mail = await parseMessage(Buffer.from(raw, 'latin1'));
      expect(mail.inReplyTo).toBe(desk.thread.at(-1));
      expect(mail.references).toEqual(desk.thread);
      expect(mail.subject).toBe(desk.proposed.subject);
      return mail.text;
    }

    async function decided(desk: Desk, decision: string, verdict: string): Promise<void> {
      expect(logged(desk), await looksAt(service, desk)).toMatchObject([{ decision, verdict }]);
    }

    beforeAll(async () => {
      const accounts = acts.map((act, n) => ({ act, user: `${act}@tallow-lifts.test`, password: `secret-${n}` }));
      imap = await startDovecot({ users: accounts });
      sink = await startSmtpSink();
      program = await start({ imap, smtp: sink });
      const at = new Date();
      for (const account of accounts) desks[account.act] = await setDesk(imap, account, at);
      const rows = acts.map(
        (act) => `${act},Lift ${act},${desks[act].user},Proposal,open,900,EUR,,${desks[act].contact}`,
      );
      const header = 'id,name,owner_email,stage,status,amount,currency,close_date,contact_emails';
      service = await startService({
        at,
        policy: { workingDays: [1, 2, 3, 4, 5, 6, 7] },
        crm: { 'deals.csv': [header, ...rows, ''].join('\n') },
      });
      for (const { user, password } of accounts) {
        const where = ['--host', imap.host, '--port', String(imap.port), '--user', user, '--secure', 'none'];
        const argv = ['connect', 'imap', '--rep', user, '--name', 'Robin Rep', ...where, '--password-stdin'];
        await service.command(argv, `${password}\n`);
      }
      await service.after(0);
    }, 120_000);

    afterAll(async () => {
      await program?.close();
      await service?.stop();
      for (const { mailbox } of Object.values(desks)) await mailbox.close();
      await sink?.stop();
      await imap?.stop();
    });

    it('finds one draft in the thread of each deal', async () => {
      const proposals = await service.app.store.db.select().from(schema.proposal);
      expect(proposals).toHaveLength(acts.length);
      for (const act of acts) {
        const reply = proposals.find(({ dealId }) => dealId === act)?.reply as Reply;
        desks[act].proposed = reply;
        const drafts = await draftsOf(desks[act]);
        expect(drafts).toHaveLength(1);
        expect(headersOf(drafts[0]?.raw ?? '')['in-reply-to']).toBe(desks[act].thread.at(-1));
      }
    });

    it('sends it untouched: approved', async () => {
      const desk = desks.sends;
      const rep = await sitDown(desk);
      const text = await intoThread(await sentDuring(rep.send()), desk);
      expect(comparable(text)).toBe(comparable(desk.proposed.text));
      await time(4 * minute, 2 * minute);
      await decided(desk, 'approved', 'sent_as_is');
      expect(await draftsOf(desk)).toEqual([]);
    });

    it('edits and sends it, while the service looks: approved as edited', async () => {
      const desk = desks['edits-and-sends'];
      const rep = await sitDown(desk);
      const typed = 'PS: I am in Ostheim on Thursday.';
      const text = await intoThread(await sentDuring(rep.editAndSend(typed, () => time(2 * minute))), desk);
      expect(comparable(text)).toBe(comparable(`${desk.proposed.text}\n\n${typed}`));
      await time(4 * minute, 2 * minute);
      await decided(desk, 'approved_edited', 'sent_edited');
      expect(await draftsOf(desk)).toEqual([]);
    });

    it('edits and saves it, and sends it later: approved as edited', async () => {
      const desk = desks['saves-then-sends'];
      const rep = await sitDown(desk);
      const typed = 'PS: The red one is in stock.';
      await rep.editAndSave(typed);
      await time(4 * minute, 2 * minute);
      expect(logged(desk), await looksAt(service, desk)).toEqual([]);
      expect(await draftsOf(desk)).toHaveLength(1);
      const text = await intoThread(await sentDuring(rep.send()), desk);
      expect(comparable(text)).toBe(comparable(`${desk.proposed.text}\n\n${typed}`));
      await time(4 * minute, 2 * minute);
      await decided(desk, 'approved_edited', 'sent_edited');
      expect(await draftsOf(desk)).toEqual([]);
    });

    it('deletes it and writes by hand instead: superseded, which approves and rejects nothing', async () => {
      const desk = desks['deletes-and-writes'];
      const rep = await sitDown(desk);
      await rep.discard();
      await time(minute);
      const typed = 'Let us talk on the phone instead, I will ring you at four.';
      const text = await intoThread(await sentDuring(rep.answer(typed)), desk);
      expect(comparable(text)).toContain(typed);
      await time(4 * minute, 2 * minute);
      await decided(desk, '', 'superseded');
      expect(await draftsOf(desk)).toEqual([]);
    });

    it('deletes it: rejected when that has stood', async () => {
      const desk = desks.deletes;
      const rep = await sitDown(desk);
      await rep.discard();
      expect(await draftsOf(desk)).toEqual([]);
      await time(110 * minute, 10 * minute);
      expect(logged(desk), await looksAt(service, desk)).toEqual([]);
      await time(20 * minute, 10 * minute);
      await decided(desk, 'rejected', 'discarded');
      expect(await draftsOf(desk)).toEqual([]);
    });

    it('writes by hand after the rejection: it stays rejected', async () => {
      const desk = desks.deletes;
      const rep = await sitDown(desk);
      await intoThread(await sentDuring(rep.answer('I will ring you at four.')), desk);
      await time(10 * minute, 5 * minute);
      await decided(desk, 'rejected', 'discarded');
      expect(await draftsOf(desk)).toEqual([]);
    });

    it('reads it and leaves it: taken back after five working days', async () => {
      const desk = desks.leaves;
      const rep = await sitDown(desk);
      await rep.look();
      expect(await draftsOf(desk)).toHaveLength(1);
      // The acts before took hours of the same clock, perhaps past a midnight: three days more are four at most.
      await time(3 * day, 6 * hour);
      expect(logged(desk), await looksAt(service, desk)).toEqual([]);
      expect(await draftsOf(desk)).toHaveLength(1);
      await time(3 * day, 6 * hour);
      await decided(desk, '', 'withdrawn');
      expect(await desk.mailbox.list('Trash')).toEqual([]);
      expect(sink.mails.filter(({ from }) => from === desk.user)).toEqual([]);
    }, 240_000);

    it('leaves a whole record', async () => {
      expect(await service.verifyLedger()).toBeGreaterThan(acts.length * 3);
      // One mail an act that sends; the two reps who deleted wrote one each.
      expect(sink.mails).toHaveLength(5);
    });
  });
}

/** A mailbox with a conversation in which the prospect has owed an answer for ten days. */
async function setDesk(imap: Dovecot, account: RepAccount, now: Date): Promise<Desk> {
  const { act, user, password } = account;
  const mailbox = await mailClient({ host: imap.host, port: imap.port, user, password });
  const contact = `dana@${act}.example`;
  const ago = (days: number) => new Date(now.getTime() - days * day);
  const asked = await mailbox.receive({
    from: `Dana Bühler <${contact}>`,
    subject: 'Lifts for the new hall, Größe L',
    text: 'Hello Robin,\n\nwe are building a second hall and need two lifts. What can you offer us?\n\nDana',
    date: ago(12),
  });
  await mailbox.flag('INBOX', asked, ['\\Seen']);
  const answered = await mailbox.writeByHand({
    from: `Robin Rep <${user}>`,
    to: `Dana Bühler <${contact}>`,
    subject: 'Re: Lifts for the new hall, Größe L',
    inReplyTo: asked,
    references: [asked],
    text: 'Hello Dana,\n\nthank you for asking. Our lift in Größe L fits a hall of that height.\n\nCould you tell me until when both lifts have to be in place, and whether the floor is finished by then?\n\nBest regards,\nRobin',
    date: ago(10),
  });
  return { ...account, contact, thread: [asked, answered], mailbox, proposed: {} as Reply, rep: null };
}

/** Everything that was seen of a draft, for the report of a test that failed. */
async function looksAt(service: TestService, { act }: Desk): Promise<string> {
  const { db } = service.app.store;
  const rows = await db
    .select({ scan: schema.scan, seen: schema.observation.seen, placement: schema.placement })
    .from(schema.scan)
    .innerJoin(schema.placement, eq(schema.placement.id, schema.scan.placementId))
    .innerJoin(schema.proposal, eq(schema.proposal.id, schema.placement.proposalId))
    .leftJoin(schema.observation, eq(schema.observation.scanId, schema.scan.id))
    .where(eq(schema.proposal.dealId, act))
    .orderBy(schema.scan.n, schema.observation.n);
  const looks = rows.map(({ scan, seen }) => {
    const what = seen && [seen.place, seen.draft, seen.messageId, seen.inReplyTo, seen.text.slice(0, 50)];
    return JSON.stringify([scan.at, scan.complete, scan.gap, what]);
  });
  return [`${act}: ${rows[0]?.placement.verdict}, ${rows[0]?.placement.why}`, ...looks].join('\n');
}
