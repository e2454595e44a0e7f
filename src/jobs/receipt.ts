/** Answers a rep's answer, in its conversation: what was understood, what was done, what could not be and why, and how to undo. */
import { eq } from 'drizzle-orm';
import { findChange, replacementOf } from '../db/changes.ts';
import { type AnswerRow, type DigestRow, findAnswer, findDigest } from '../db/digests.ts';
import { ledgerHead } from '../db/ledger.ts';
import { findConnected, findMailbox, type MailboxRow } from '../db/mailboxes.ts';
import * as schema from '../db/schema.ts';
import { civilDate, spokenDate } from '../domain/calendar.ts';
import { headersOf } from '../domain/digest/mail.ts';
import type { Outcome } from '../domain/digest/outcome.ts';
import { receiptMail } from '../domain/digest/receipt.ts';
import { replySubject } from '../domain/mail.ts';
import { type Context, mailboxKey } from './context.ts';
import { isFinal } from './decide-change.ts';
import { sender } from './digest.ts';
import { executeChange, peopleOf } from './execute-change.ts';
import { pausedBecause } from './paused.ts';
import { noteUnreadable } from './sync-mailbox.ts';

/** What the CRM has not said by then is told to be waited for: a receipt comes within a minute. */
const patienceMs = 40_000;

/** Safe to run twice, and after a crash anywhere in it: delivering is idempotent by a key that was stored before. */
export async function receipt(context: Context, answerId: string): Promise<void> {
  const { store } = context;
  const answer = await findAnswer(store.db, answerId);
  if (answer?.state !== 'read' || answer.receiptKey === null) return;
  const outcomes: Outcome[] = [];
  for (const outcome of answer.outcomes) {
    // Rather now than when its turn comes: the rep waits for this.
    if (outcome.state === 'waits' && outcome.change !== null) await executeChange(context, outcome.change);
    outcomes.push(await outcomeNow(context, outcome));
  }
  const waited = context.now().getTime() - (answer.readAt?.getTime() ?? 0);
  if (outcomes.some(({ state }) => state === 'waits') && waited < patienceMs) return;
  await store.exclusively(mailboxKey(answer.mailboxId), async () => {
    const fresh = await findAnswer(store.db, answerId);
    const row = await findConnected(store.db, answer.mailboxId);
    const digest = await findDigest(store.db, answer.digestId);
    if (fresh?.state !== 'read' || !row || !digest) return;
    try {
      await deliver(context, row, digest, { ...fresh, outcomes });
    } catch (error) {
      await noteUnreadable(context, row, error);
      context.log.warn('receipt-not-delivered', { mailbox: row.id, error });
    }
  });
}

async function deliver(context: Context, row: MailboxRow, digest: DigestRow, answer: AnswerRow): Promise<void> {
  const { store } = context;
  const now = context.now();
  const at = answer.at ?? answer.seenAt;
  const { seq, hash: head } = await ledgerHead(store.db);
  const facts = {
    at: spokenDate(at, row.timeZone, 'en', now),
    subject: replySubject(digest.subject),
    outcomes: answer.outcomes,
    items: digest.items,
    today: civilDate(at, row.timeZone),
    askBack: askedBack(answer),
  };
  const mail = receiptMail(facts, { seq, head }, context.render);
  const references = [digest.messageId ?? '', answer.messageId].filter((id) => id !== '');
  const answers = { threadRef: answer.threadRef, inReplyTo: answer.messageId, references };
  const from = { name: sender, address: row.rep };
  const mailbox = await context.mailbox(row);
  const headers = headersOf({ seq, head }, true);
  const { messageId: receiptId } = await mailbox.deliverToSelf(
    { from, ...mail, answers, headers },
    answer.receiptKey ?? '',
  );
  const set = { state: 'done' as const, outcomes: answer.outcomes, receiptId, receiptedAt: context.now() };
  await store.db.update(schema.answer).set(set).where(eq(schema.answer.id, answer.id));
  context.log.info('receipt-delivered', { mailbox: row.id });
}

function askedBack({ ignored, askBack, outcomes }: AnswerRow): string | null {
  if (ignored !== null) return `Nothing was done: ${ignored}. Please answer the latest one.`;
  if (!askBack) return null;
  const rest = outcomes.length > 0 ? 'Some of your answer' : 'Your answer';
  return `${rest} was not clear to us, and nothing was changed by it. Say it once more with the number, such as "2 yes" or "3 no".`;
}

/** What became of a change since it was approved. */
async function outcomeNow(context: Context, outcome: Outcome): Promise<Outcome> {
  const { store } = context;
  if (outcome.state !== 'waits' || outcome.change === null) return outcome;
  const change = await findChange(store.db, outcome.change);
  if (!change) return { ...outcome, state: 'refused', said: 'It is not known any more.' };
  const lasts = isFinal(change) ? { final: true as const } : {};
  if (change.state === 'approved') {
    const row = await findMailbox(store.db, change.mailboxId);
    const paused = row && (await pausedBecause(context, row, change, peopleOf(change), ['pause']));
    if (paused) return { ...outcome, said: `Approved, and not made before this has ended: ${paused}.` };
    const why = change.outcome === null ? '' : ` ${change.outcome}`;
    return { ...outcome, said: `Approved; the CRM has not confirmed it yet, and it is tried again.${why}` };
  }
  if (change.state === 'done')
    return {
      ...outcome,
      ...lasts,
      state: 'done',
      said: `${change.text} ${change.outcome ?? 'It is made in the CRM.'}`,
    };
  const anew = (await replacementOf(store.db, change.id)) ? ' It is proposed anew, and the next summary asks.' : '';
  return { ...outcome, state: 'refused', said: `${change.outcome ?? `It is ${change.state}.`}${anew}` };
}
