/**
 * What outlives a process: the database, a mail server, the CRM's folder, and the rep, who acts when the story says so. One mailbox with
 * four deals, so that one run sees four drafts at once.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import * as schema from '../../src/db/schema.ts';
import type { Store } from '../../src/db/store.ts';
import { startImapServer } from '../fakes/imap-server.ts';
import { type MailClient, mailClient } from '../support/mail-client.ts';
import { day, minute, writeCrm } from '../support/service.ts';
import { headersOf } from '../support/stage.ts';

/** What the rep, or the prospect, does once there is a draft. */
export const acts = ['sent as is', 'prospect answers', 'edited and saved', 'deleted to trash'] as const;
export type Act = (typeof acts)[number];

/** A Tuesday. */
export const start = new Date('2026-03-17T11:00:00Z');
export const password = 'of the test';

const topics: Record<Act, { contact: string; asked: string; subject: string; question: string }> = {
  'sent as is': {
    contact: 'ada.lindqvist@norrfeld.example',
    asked: 'Thank you for the visit. Please send us the offer for the two loading docks.',
    subject: 'Offer for the loading docks',
    question: 'The offer for the two loading docks is attached. Would the delivery in May suit your building schedule?',
  },
  'prospect answers': {
    contact: 'bruno.castel@verdane.example',
    asked: 'We talked about the cold room. What would the service contract cost for three years?',
    subject: 'Service contract for the cold room',
    question: 'The service contract is 4,200 euros a year. Shall I reserve the technician for the first inspection?',
  },
  'edited and saved': {
    contact: 'carla.munk@havelwerk.example',
    asked: 'Our board meets soon. Could you send the figures for the conveyor?',
    subject: 'Figures for the conveyor',
    question: 'Here are the figures for the conveyor. Which of the two lengths does your board prefer?',
  },
  'deleted to trash': {
    contact: 'dimitri.holm@ostmark.example',
    asked: 'We need a scale for pallets. What do you recommend?',
    subject: 'A scale for pallets',
    question: 'I recommend the floor model with a ramp. How many pallets do you weigh in an hour?',
  },
};

export interface Draft {
  act: Act;
  messageId: string;
  raw: string;
}

export interface World {
  now(): Date;
  /** The time, a millisecond later than when it was asked for last. */
  tick(): Date;
  setClock(at: Date): void;
  newId(): string;
  rep: string;
  client: MailClient;
  /** Every mail in a folder, as bytes, oldest first. */
  mails(folder: string): Promise<string[]>;
  /** The drafts that lie in Drafts now. */
  drafts(): Promise<Draft[]>;
  /** How many mails were ever put into Drafts, by anyone. */
  everInDrafts(): Promise<number>;
  /** Puts a mail into Drafts behind everybody's back. */
  stuff(raw: Buffer): void;
  /** Lines of decisions.csv. */
  decisions(): Record<string, string>[];
  close(): Promise<void>;
}

let runs = 0;

/** Everything anew, in an emptied database. The ledger is never emptied: each run goes on with its chain. */
export async function makeWorld(store: Store): Promise<World> {
  // New names each time, for the ledger knows the old ones.
  const run = `r${++runs}`;
  const rep = `robin@${run}.example`;
  let clock = start;
  let ids = 0;
  const newId = () => `${run}-${++ids}`;
  const dir = mkdtempSync(join(tmpdir(), 'countersign-crash-'));
  const server = await startImapServer({ users: [{ address: rep, password }] });
  const client = await mailClient({ host: '127.0.0.1', port: server.port, user: rep, password, now: () => clock });
  for (const act of acts) {
    const { contact, asked, subject, question } = topics[act];
    const first = `<${newId()}@${contact.split('@')[1]}>`;
    const second = `<${newId()}@${run}.example>`;
    const [askedAt, answeredAt] = [new Date(start.getTime() - 22 * day), new Date(start.getTime() - 21 * day)];
    const letter = (from: string, to: string, at: Date, id: string, title: string, more: string[], text: string) =>
      [
        `From: ${from}`,
        `To: ${to}`,
        `Subject: ${title}`,
        `Date: ${at.toUTCString()}`,
        `Message-ID: ${id}`,
        ...more,
        'Content-Type: text/plain; charset=utf-8',
        '',
        text,
        '',
      ].join('\r\n');
    const answers = [`In-Reply-To: ${first}`, `References: ${first}`];
    server.append('INBOX', letter(contact, rep, askedAt, first, subject, [], asked), ['\\Seen'], askedAt);
    const answer = letter(
      rep,
      contact,
      answeredAt,
      second,
      `Re: ${subject}`,
      answers,
      `Hello,\r\n\r\n${question}\r\n\r\nRobin`,
    );
    server.append('Sent', answer, ['\\Seen'], answeredAt);
  }
  const header = 'id,name,owner_email,stage,status,amount,currency,close_date,contact_emails';
  const rows = acts.map((act) => `${act},Deal ${act},${rep},Proposal,open,1000,EUR,,${topics[act].contact}`);
  const crmDir = writeCrm(dir, { 'deals.csv': [header, ...rows, ''].join('\n') });

  await empty(store);
  const settings = { host: '127.0.0.1', port: server.port, secure: 'none', user: rep };
  await store.db.insert(schema.mailbox).values({
    id: newId(),
    kind: 'imap',
    rep,
    repName: 'Robin Rep',
    timeZone: 'Europe/Berlin',
    settings,
    secret: '',
    createdAt: start,
  });
  await store.db.insert(schema.crm).values({ id: newId(), kind: 'csv', settings: { dir: crmDir }, createdAt: start });

  return {
    now: () => clock,
    tick() {
      clock = new Date(clock.getTime() + 1);
      return clock;
    },
    setClock(at) {
      clock = at;
    },
    newId,
    rep,
    client,
    async mails(folder) {
      return (await client.list(folder)).map(({ raw }) => raw);
    },
    async drafts() {
      const found = await client.list('Drafts');
      return found.map(({ raw }) => {
        const to = headersOf(raw).to ?? '';
        const act = acts.find((each) => to.includes(topics[each].contact));
        if (!act) throw new Error('There is a draft to nobody of the story.');
        return { act, messageId: headersOf(raw)['message-id'] ?? '', raw };
      });
    },
    async everInDrafts() {
      const status = await client.client.status('Drafts', { uidNext: true });
      return (status ? (status.uidNext ?? 0) : 0) - 1;
    },
    stuff: (raw) => void server.append('Drafts', raw, ['\\Draft', '\\Seen'], clock),
    decisions() {
      try {
        return parse(readFileSync(join(crmDir, 'outbox', 'decisions.csv'), 'utf8'), { columns: true, bom: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    },
    async close() {
      await client.close();
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The words that the rep puts into the draft of this act. */
export const ownWords = 'Dear Carla,\n\nI would rather ring you on Thursday, these are my own words.\n\nRobin';

/** Does what the act is called to its draft. */
export async function perform(world: World, { act, messageId }: Draft): Promise<void> {
  const { client } = world;
  switch (act) {
    case 'sent as is':
      await client.sendDraft(messageId, { messageId: 'keep' });
      return;
    case 'prospect answers': {
      const [draft] = (await world.drafts()).filter((each) => each.messageId === messageId);
      const parent = headersOf(draft?.raw ?? '')['in-reply-to'] ?? '';
      const { contact, subject } = topics[act];
      const text = 'Sorry for the wait. Yes, please reserve the technician, we go ahead.';
      const answer = { from: contact, subject: `Re: ${subject}`, text, inReplyTo: parent, references: [parent] };
      await client.receive(answer);
      return;
    }
    case 'edited and saved':
      await client.saveEdit(messageId, { text: ownWords }, { messageId: 'keep' });
      return;
    case 'deleted to trash':
      await client.deleteToTrash(messageId);
  }
}

/** Every table but the ledger and its texts. */
async function empty({ db }: Store): Promise<void> {
  await db.execute(sql`do $$ begin
    execute (select 'truncate ' || string_agg(format('%I', tablename), ', ') || ' cascade'
      from pg_tables where schemaname = 'public' and tablename not in ('ledger', 'ledger_text'));
  end $$`);
}

export const atMinute = (minutes: number): Date => new Date(start.getTime() + minutes * minute);
