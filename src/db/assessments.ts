/** The last judgement of each deal. */
import { and, eq, sql } from 'drizzle-orm';
import type { RuleName } from '../domain/never.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

export type Judged = Omit<typeof schema.assessment.$inferInsert, 'mailboxId' | 'at'>;

/** Deals of a mailbox of which this rule was the first to forbid a draft when they were judged last. */
export async function dealsForbiddenBy(
  db: Db,
  mailboxId: string,
  rule: RuleName,
): Promise<{ crmId: string; dealId: string }[]> {
  const { assessment } = schema;
  return db
    .select({ crmId: assessment.crmId, dealId: assessment.dealId })
    .from(assessment)
    .where(and(eq(assessment.mailboxId, mailboxId), eq(assessment.rule, rule)));
}

/** Writes them over those of before, in one statement: there are hundreds each time, for every rep. */
export async function saveAssessments(tx: Db, mailboxId: string, at: Date, judged: readonly Judged[]): Promise<void> {
  const { assessment } = schema;
  const rows = JSON.stringify(judged.map((each) => ({ ...each, at })));
  await tx.execute(sql`
    insert into ${assessment} (mailbox_id, crm_id, deal_id, at, turn, stalled, score, reasons, picked, not_picked, rule, ready_since)
    select ${mailboxId}, "crmId", "dealId", at, turn, stalled, score, reasons, picked, "notPicked", rule, "readySince"
    from jsonb_to_recordset(${rows}::jsonb) as fresh("crmId" text, "dealId" text, at timestamptz, turn text, stalled boolean,
      score integer, reasons jsonb, picked boolean, "notPicked" text, rule text, "readySince" text)
    on conflict (mailbox_id, crm_id, deal_id) do update set at = excluded.at, turn = excluded.turn, stalled = excluded.stalled,
      score = excluded.score, reasons = excluded.reasons, picked = excluded.picked, not_picked = excluded.not_picked,
      rule = excluded.rule, ready_since = excluded.ready_since`);
}
