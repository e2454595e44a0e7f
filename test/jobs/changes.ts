/** A service with a CRM folder and a rep, and proposals put into it as they are found. */
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { asc } from 'drizzle-orm';
import { addChange, type ChangeRow, type NewChange } from '../../src/db/changes.ts';
import * as schema from '../../src/db/schema.ts';
import type { Db } from '../../src/db/store.ts';
import { type ChangeDecision, type Decided, decideChange } from '../../src/jobs/decide-change.ts';
import { executeChange } from '../../src/jobs/execute-change.ts';
import { startService, type TestService } from '../support/service.ts';

/** A Tuesday. */
export const at = new Date('2026-03-17T11:00:00Z');
export const robin = 'robin@seller.test';
export const stages = `id,name,order,status,rot_days
s1,Proposal,1,open,
s2,Legal review,2,open,
s3,Won,3,won,
s4,Lost,4,lost,
`;
const header = 'id,name,owner_email,stage,status,close_date,contact_emails';
export const contactsCsv = `id,email,name,title,phone,opt_out
c1,dana@buyer.test,Dana Berg,Buyer,+49 30 100,no
`;

/** A proposal to move D1 on. */
export const toLegal = {
  kind: 'stage_change',
  dealId: 'D1',
  contactId: null,
  before: { stage: 's1' },
  after: { stage: 's2' },
  ground: { messageId: '<m1@buyer.test>', quote: 'Legal has it now.' },
  text: 'Move the deal from "Proposal" to "Legal review".',
  expiresOn: '2026-03-24',
} as const;

export interface Desk {
  service: TestService;
  mailboxId: string;
  /** Puts a proposal there; a stage change of D1 where not told otherwise. */
  propose(change?: Partial<NewChange>): Promise<ChangeRow>;
  proposeAll(changes: Partial<NewChange>[]): Promise<ChangeRow[]>;
  decide(row: Pick<ChangeRow, 'id' | 'hash'>, decision?: Partial<ChangeDecision>): Promise<Decided>;
  execute(id: string): Promise<void>;
  row(id: string): Promise<ChangeRow>;
  /** Oldest first, those that came in the place of others last. */
  rows(): Promise<ChangeRow[]>;
  /** Rows of outbox/changes.csv. */
  written(): Record<string, string>[];
  /** Writes deals.csv anew: stage and status of each deal; an export of this moment. */
  crm(deals: Record<string, [stage: string, status?: string]>, contacts?: string): void;
  ledger(): Promise<{ kind: string; by: string; body: string }[]>;
}

export async function openDesk(deals: Record<string, [stage: string, status?: string]> = { D1: ['Proposal'] }) {
  const rows = (of: typeof deals) =>
    Object.entries(of).map(
      ([id, [stage, status = 'open']]) => `${id},Deal ${id},${robin},${stage},${status},,dana@buyer.test`,
    );
  const dealsCsv = (of: typeof deals) => [header, ...rows(of), ''].join('\n');
  const service = await startService({
    at,
    crm: { 'deals.csv': dealsCsv(deals), 'contacts.csv': contactsCsv, 'stages.csv': stages },
  });
  const { context, store } = service.app;
  const mailboxId = 'm1';
  await store.db.insert(schema.mailbox).values({
    id: mailboxId,
    kind: 'imap',
    rep: robin,
    repName: 'Robin Rep',
    timeZone: 'Europe/Berlin',
    settings: {},
    secret: '',
    createdAt: at,
    // Nothing is to be read in these tests.
    nextTryAt: new Date('2030-01-01T00:00:00Z'),
  });
  await service.after(1_000);
  const [{ id: crmId } = { id: '' }] = await store.db.select().from(schema.crm);
  const add = (tx: Db, change: Partial<NewChange>) =>
    addChange(
      tx,
      {
        ...toLegal,
        mailboxId,
        crmId,
        ...change,
      },
      context,
      service.now(),
    );
  const desk: Desk = {
    service,
    mailboxId,
    propose: async (change = {}) => (await desk.proposeAll([change]))[0]!,
    proposeAll: (changes) =>
      store.transaction(async (tx) => {
        const rows = [];
        for (const change of changes) rows.push(await add(tx, change));
        return rows;
      }),
    decide: (row, decision = {}) =>
      decideChange(context, {
        changeId: row.id,
        hash: row.hash,
        by: robin,
        how: 'reply',
        evidence: { message: '<answer@seller.test>', line: '1' },
        do: 'approve',
        ...decision,
      }),
    execute: (id) => executeChange(context, id),
    row: async (id) => (await desk.rows()).find((each) => each.id === id)!,
    rows: async () => {
      const rows = await store.db.select().from(schema.change).orderBy(asc(schema.change.createdAt));
      return rows.sort((a, b) => Number(a.replaces !== null) - Number(b.replaces !== null));
    },
    written() {
      try {
        return parse(readFileSync(join(service.dir, 'crm', 'outbox', 'changes.csv'), 'utf8'), { columns: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    },
    crm(of, contacts) {
      const files = { 'deals.csv': dealsCsv(of), ...(contacts ? { 'contacts.csv': contacts } : {}) };
      const written = new Date(service.now().getTime() + 1_000);
      for (const [name, text] of Object.entries(files)) {
        writeFileSync(join(service.dir, 'crm', name), text);
        utimesSync(join(service.dir, 'crm', name), written, written);
      }
      service.setClock(new Date(service.now().getTime() + 60_000));
    },
    ledger: () => store.db.select().from(schema.ledger).orderBy(asc(schema.ledger.seq)),
  };
  return desk;
}
