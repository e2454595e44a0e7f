/**
 * Reads a rep's answer to a digest from their own Sent folder, and carries out what is clear in it. What is unclear changes nothing. Each word has its one
 * way in, which makes it safe to die anywhere: the same words are read again and find what they have done.
 */
import { eq } from 'drizzle-orm';
import {
  type AnswerRow,
  type DigestRow,
  digestsSince,
  findAnswer,
  findDigest,
  readLike,
  receiptsOf,
} from '../db/digests.ts';
import { appendLedger } from '../db/ledger.ts';
import { findConnected, type MailboxRow } from '../db/mailboxes.ts';
import * as schema from '../db/schema.ts';
import type { Action } from '../domain/answer/items.ts';
import { understand } from '../domain/answer/understand.ts';
import { civilDate } from '../domain/calendar.ts';
import { aboveDigest, countsLate, refusalOf, restrains } from '../domain/digest/acceptance.ts';
import type { Outcome } from '../domain/digest/outcome.ts';
import type { LedgerValue } from '../domain/ledger.ts';
import type { Message } from '../domain/mail.ts';
import { isDefect } from '../errors.ts';
import { carryOut, leftAlone, ownStops } from './answers.ts';
import { type Context, mailboxKey, repOf } from './context.ts';
import { noteUnreadable } from './sync-mailbox.ts';

/** The same words again within this are a copy of one mail, as clients and servers make them. */
const copyMs = 10 * 60_000;

/** Safe to run twice, and after a crash anywhere in it. */
export async function readAnswer(context: Context, answerId: string): Promise<void> {
  const { store } = context;
  const asked = await findAnswer(store.db, answerId);
  if (asked?.state !== 'seen') return;
  await store.exclusively(`answers/${asked.mailboxId}`, async () => {
    const answer = await findAnswer(store.db, answerId);
    const row = answer && (await findConnected(store.db, answer.mailboxId));
    const digest = answer && (await findDigest(store.db, answer.digestId));
    if (answer?.state !== 'seen' || !row || !digest) return;
    try {
      const ids = [digest.messageId ?? '', ...(await receiptsOf(store.db, digest.id))];
      const { messageId, threadRef } = answer;
      const copies = await store.exclusively(mailboxKey(row.id), async () =>
        (await context.mailbox(row)).sentCopies(messageId, threadRef),
      );
      const mine = { mailboxId: row.id, own: repOf(row).addresses, now: context.now() };
      const refusal = refusalOf(copies, { digest, ids }, mine);
      const message = copies[0]?.message;
      if (!message || (refusal && !refusal.tell)) await ignore(context, answer, refusal?.why ?? 'it is not there');
      else await decide(context, row, digest, answer, message, refusal?.why ?? null);
    } catch (error) {
      // Read again it would fail again: the rep says it in other words.
      if (isDefect(error)) {
        context.log.error('answer-not-understood', { mailbox: row.id, error });
        return close(context, answer, { state: 'read', at: answer.seenAt, askBack: true });
      }
      await noteUnreadable(context, row, error);
      context.log.warn('answer-not-read', { mailbox: row.id, error });
    }
  });
  const read = await findAnswer(store.db, answerId);
  if (read?.state === 'read') await context.enqueue('receipt', answerId);
}

/** `late`: why only what may always be said is carried out; null where everything is. */
async function decide(
  context: Context,
  row: MailboxRow,
  digest: DigestRow,
  answer: AnswerRow,
  message: Message,
  late: string | null,
): Promise<void> {
  const { store } = context;
  const now = context.now();
  const words = aboveDigest(message.text, digest);
  const wordsHash = store.sha256(words.trim());
  // "Friday" is said on the day on which it is written, where that can be believed.
  const at = message.date > digest.createdAt && message.date < now ? message.date : now;
  const { actions, askBack } = understand(words, digest.items, civilDate(at, row.timeZone));
  if (
    !actions.some((action) => restrains(action.do)) &&
    (await readLike(store.db, answer, wordsHash, new Date(now.getTime() - copyMs)))
  )
    return ignore(context, answer, 'it is a copy of one that was read');
  if (actions.length === 0 && !askBack) return ignore(context, answer, 'it asks for nothing');
  await store.transaction(async (tx) => {
    const said = actions.map(({ n, do: deed, until, value }) => ({ n, do: deed, until, value }));
    const body: { [key: string]: LedgerValue } = { answer: answer.id, digest: digest.id, said, ask_back: askBack };
    const entry = { at: now, by: row.rep, kind: 'answer', key: `answer/${answer.id}`, body, texts: { words } };
    await appendLedger(tx, entry, context);
  });
  const stopped = late !== null && (await ownStops(context, row, answer)).length > 0;
  const inTime = (action: Action): boolean => late === null || countsLate(action.do, stopped);
  if (late !== null && !actions.some(inTime)) return close(context, answer, { state: 'read', at, ignored: late });
  const newer = (await digestsSince(store.db, row.id, digest.createdAt)).filter(({ id }) => id !== digest.id);
  const outcomes: Outcome[] = [];
  for (const action of actions)
    outcomes.push(
      inTime(action)
        ? {
            ...(await carryOut({ context, row, digest, newer, answer }, action)),
            ...(late !== null && { final: true }),
          }
        : leftAlone(action, `Nothing was done, for ${late}. Please answer the latest one.`),
    );
  await close(context, answer, { state: 'read', at, wordsHash, askBack, outcomes });
  context.log.info('answer-read', { mailbox: row.id, count: actions.length });
}

async function ignore(context: Context, answer: AnswerRow, ignored: string): Promise<void> {
  await close(context, answer, { state: 'ignored', ignored });
  context.log.info('answer-ignored', { mailbox: answer.mailboxId });
}

/** A receipt's key is random, and stands before the receipt does. */
async function close(context: Context, { id }: AnswerRow, set: Partial<AnswerRow>): Promise<void> {
  const { store, newId } = context;
  const receiptKey = set.state === 'read' ? store.sha256(`${newId()}${newId()}`).slice(0, 32) : null;
  await store.db
    .update(schema.answer)
    .set({ ...set, receiptKey, readAt: context.now() })
    .where(eq(schema.answer.id, id));
}
