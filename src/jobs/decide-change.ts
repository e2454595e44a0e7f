/** A person decides a proposed change of the CRM: the only way in, whether by an answer to a summary, on a page or by a command. */
import { eq } from 'drizzle-orm';
import { addChange, type ChangeRow, lockChange, note, replacementOf } from '../db/changes.ts';
import { findMailbox, type MailboxRow } from '../db/mailboxes.ts';
import * as schema from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { civilDate } from '../domain/calendar.ts';
import { isCivilDate, storable } from '../domain/input.ts';
import { canonical } from '../domain/ledger.ts';
import { type Change, inWords, lastDay } from '../domain/proposals/change.ts';
import { isRep } from '../domain/talk.ts';
import { workingDaysOf } from '../domain/working-days.ts';
import { type Context, repOf } from './context.ts';

export interface ChangeDecision {
  changeId: string;
  /** Of what the person was shown. */
  hash: string;
  /** Address of the rep, or another name of who is accountable. */
  by: string;
  how: 'reply' | 'page' | 'command';
  /** Where it was said: the Message-ID of the answer and the line, a request, a command. The same evidence decides once. */
  evidence: Record<string, string>;
  do: 'approve' | 'reject' | 'snooze' | 'undo';
  /** Civil date on which a snoozed one is shown again; without one after as long as a proposal stands. */
  until?: string | null;
  reason?: string | null;
}

/** What came of it, with a sentence for the person. */
export type Decided =
  /** `changeId` is the change that will be made: of an undo the one that brings back what was. */
  | { kind: 'approved' | 'undoing'; changeId: string; text: string }
  /** `reopened`: a rejection or a snooze was taken back. `cancelled`: an approval was, before anything was made. */
  | { kind: 'rejected' | 'snoozed' | 'reopened' | 'cancelled'; changeId: string; text: string }
  /** It was decided so before, and nothing more comes of it. */
  | { kind: 'already'; changeId: string; text: string }
  | { kind: 'refused'; why: Refusal; text: string };

export type Refusal = 'unknown' | 'not_yours' | 'not_as_shown' | 'expired' | 'past_date' | 'ended' | 'cannot_undo';

const refused = (why: Refusal, text: string): Decided => ({ kind: 'refused', why, text });

/**
 * Consumes a decision in one transaction, which also writes the intent; the CRM is changed by `execute-change` after it. Safe to call any number of times, and
 * from several processes: one decision has one effect.
 */
export async function decideChange(context: Context, asked: ChangeDecision): Promise<Decided> {
  const { store } = context;
  // What a person wrote may hold anything, which no database would take.
  const evidence = Object.fromEntries(Object.entries(asked.evidence).map((pair) => pair.map(storable)));
  const decision = { ...asked, evidence, reason: asked.reason ? storable(asked.reason) : null };
  const id = decisionId(context, decision);
  const before = await saidBefore(store.db, id);
  if (before) return before;
  const decided = await store.transaction(async (tx): Promise<Decided> => {
    const row = await lockChange(tx, decision.changeId);
    const mailbox = row && (await findMailbox(tx, row.mailboxId));
    if (!row || !mailbox) return refused('unknown', 'There is no such proposal.');
    if (decision.how === 'reply' && !isRep(decision.by, repOf(mailbox)))
      return refused('not_yours', `This proposal is ${mailbox.rep}'s to decide.`);
    if (decision.hash !== row.hash) return refused('not_as_shown', 'The proposal is not the one that was shown.');
    return (await saidBefore(tx, id)) ?? deciders[decision.do]({ tx, context, row, mailbox, decision, id });
  });
  if (decided.kind === 'approved' || decided.kind === 'undoing')
    await context.enqueue('execute-change', decided.changeId);
  return decided;
}

async function saidBefore(db: Db, id: string): Promise<Decided | null> {
  const [said] = await db.select().from(schema.changeDecision).where(eq(schema.changeDecision.id, id));
  return said ? { kind: 'already', changeId: said.changeId, text: 'This was decided so before.' } : null;
}

interface Case {
  tx: Db;
  context: Context;
  row: ChangeRow;
  mailbox: MailboxRow;
  decision: ChangeDecision;
  /** Of the decision. */
  id: string;
}

type Decider = (asked: Case) => Promise<Decided>;

const deciders: Record<ChangeDecision['do'], Decider> = { approve, reject, snooze, undo };

/** Equal for the same word of the same person in the same place. */
function decisionId({ store }: Context, decision: ChangeDecision): string {
  const { changeId, hash, by, how, evidence, do: what, until = null } = decision;
  return store.sha256(canonical({ changeId, hash, by, how, evidence, do: what, until }));
}

async function approve(asked: Case): Promise<Decided> {
  const { row } = asked;
  const back = row.state === 'done' ? await undoneBy(asked) : null;
  if (back?.state === 'approved') return refused('ended', 'It is being undone, as you asked.');
  if (back?.state === 'done') return proposeAgain(asked);
  if (row.state === 'approved' || row.state === 'done')
    return { kind: 'already', changeId: row.id, text: row.outcome ?? 'It is approved already, and will be made.' };
  const no = notToDecide(asked);
  if (no) return no;
  const { id, decision } = asked;
  await set(asked, { state: 'approved', decisionId: id, decidedBy: decision.by, snoozedUntil: null, nextTryAt: null });
  return { kind: 'approved', changeId: row.id, text: `Approved: ${row.text}` };
}

async function undoneBy({ tx, row }: Case): Promise<ChangeRow | null> {
  const [back] = await tx.select().from(schema.change).where(eq(schema.change.undoes, row.id));
  return back ?? null;
}

/** It was made and brought back: what the rep was shown is over, and asked about anew, once. */
async function proposeAgain({ tx, context, row, mailbox }: Case): Promise<Decided> {
  const again = await replacementOf(tx, row.id);
  if (again && again.state !== 'open')
    return refused('ended', 'It was undone since, and asked about anew: answer that one.');
  if (!again) {
    const { proposalExpiryWorkingDays: stands, region, workingDays } = context.policy;
    const today = civilDate(context.now(), mailbox.timeZone);
    const expiresOn = lastDay(today, stands, workingDaysOf(region, workingDays));
    const { kind, dealId, contactId, before, after, ground, text, mailboxId, crmId } = row;
    const shown = { kind, dealId, contactId, before, after, ground, text };
    await addChange(tx, { ...shown, mailboxId, crmId, expiresOn, replaces: row.id }, context, context.now());
  }
  return refused('ended', 'It was undone since. It is proposed anew, and the next summary asks.');
}

/** What restrains us works until the CRM has been written to. */
async function reject(asked: Case): Promise<Decided> {
  const { row } = asked;
  if (row.state === 'rejected') return { kind: 'already', changeId: row.id, text: 'It is rejected already.' };
  const taken = row.state === 'approved' && row.sentAt === null && row.undoes === null;
  const no = taken ? null : notToDecide(asked);
  if (no) return no;
  await set(asked, { state: 'rejected', endedAt: asked.context.now(), snoozedUntil: null, decisionId: asked.id });
  return { kind: taken ? 'cancelled' : 'rejected', changeId: row.id, text: `Not done: ${row.text}` };
}

async function snooze(asked: Case): Promise<Decided> {
  const { context, row, mailbox, decision } = asked;
  const no = notToDecide(asked);
  if (no) return no;
  const { proposalExpiryWorkingDays: stands, region, workingDays } = context.policy;
  const days = workingDaysOf(region, workingDays);
  const today = civilDate(context.now(), mailbox.timeZone);
  const until = decision.until ?? lastDay(today, stands, days);
  if (!isCivilDate(until) || until <= today) return refused('past_date', `${until} is no day to come.`);
  await set(asked, { state: 'snoozed', snoozedUntil: until, expiresOn: lastDay(until, stands, days) });
  return { kind: 'snoozed', changeId: row.id, text: `Asked again on ${until}: ${row.text}` };
}

/** Takes back whatever was decided: what was not made yet is not made, and what was made is brought back by a change of its own. */
async function undo(asked: Case): Promise<Decided> {
  const { tx, context, row, mailbox, decision, id } = asked;
  if (row.state === 'approved') return reject(asked);
  if (row.state === 'rejected' || row.state === 'snoozed') {
    if (expired(asked)) return refused('expired', 'The proposal has expired since.');
    await set(asked, { state: 'open', endedAt: null, snoozedUntil: null, decisionId: null });
    return { kind: 'reopened', changeId: row.id, text: `To be decided again: ${row.text}` };
  }
  if (row.state !== 'done') return refused('cannot_undo', 'There is nothing to undo: nothing was made.');
  if (!row.made) return refused('cannot_undo', 'There is nothing to undo: the CRM had it already.');
  if (row.kind === 'new_contact')
    return refused('cannot_undo', 'A contact that was added is only taken away in the CRM itself.');
  const back = await undoneBy(asked);
  if (back?.state === 'failed') return refused('cannot_undo', back.outcome ?? 'It could not be undone.');
  const text = back?.state === 'done' ? 'It is undone already.' : 'It is being undone already.';
  if (back) return { kind: 'already', changeId: back.id, text };
  const crm = await tx.select().from(schema.crm).where(eq(schema.crm.id, row.crmId));
  const fresh = await addChange(
    tx,
    {
      ...reversed(row, new Map(crm[0]?.stages.map((stage) => [stage.id, stage.name]))),
      mailboxId: mailbox.id,
      crmId: row.crmId,
      expiresOn: row.expiresOn,
      undoes: row.id,
      state: 'approved',
      decisionId: id,
      decidedBy: decision.by,
    },
    context,
    context.now(),
  );
  await record(asked);
  return { kind: 'undoing', changeId: fresh.id, text: fresh.text };
}

/** Whether a change that has ended is beyond undoing here: see `undo`. */
export const isFinal = ({ state, made, kind }: Pick<ChangeRow, 'state' | 'made' | 'kind'>): boolean =>
  state === 'done' && (!made || kind === 'new_contact');

function reversed(row: ChangeRow, names: ReadonlyMap<string, string>): Change {
  const { kind, dealId, contactId, before, after, ground } = row;
  const text = `Undo: ${inWords(before, names)} again, in place of ${inWords(after, names)}.`;
  return { kind, dealId, contactId, before: after, after: before, ground, text };
}

/** Why it is too late to decide; null when it is not. */
function notToDecide(asked: Case): Decided | null {
  const { row } = asked;
  if (row.state !== 'open' && row.state !== 'snoozed')
    return refused(
      row.state === 'expired' ? 'expired' : 'ended',
      row.outcome ?? `It is ${row.state} already, and no longer to be decided.`,
    );
  return expired(asked) ? refused('expired', `It was to be decided by ${row.expiresOn}.`) : null;
}

const expired = ({ context, row, mailbox }: Case): boolean =>
  row.expiresOn < civilDate(context.now(), mailbox.timeZone);

async function set(asked: Case, to: Partial<ChangeRow>): Promise<void> {
  await asked.tx.update(schema.change).set(to).where(eq(schema.change.id, asked.row.id));
  await record(asked);
}

/** The decision, in its table and in the ledger. */
async function record({ tx, context, row, decision, id }: Case): Promise<void> {
  const at = context.now();
  const { hash, by, how, evidence, do: what, until = null, reason = null } = decision;
  const ledgerSeq = await note(tx, row, 'decided', by, context, at, {
    key: id,
    body: { decision: id, hash, do: what, how, evidence, until },
    ...(reason === null ? {} : { texts: { reason } }),
  });
  const said = { id, changeId: row.id, hash, do: what, by, how, evidence, until, reason, at, ledgerSeq };
  await tx.insert(schema.changeDecision).values(said);
}
