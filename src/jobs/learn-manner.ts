/** How a rep writes, learned from what the rep sent. */
import type { MailboxRow } from '../db/mailboxes.ts';
import { draftsSent, findManner, lockManner, namesAround, ownMails, saveManner } from '../db/manner.ts';
import { comparableNew } from '../domain/text.ts';
import { learnProfile, wordsOfNames } from '../domain/writing/profile.ts';
import type { Context } from './context.ts';

/** Habits change slowly. */
const learnedForMs = 86_400_000;
/** What is older says little about how somebody writes today. */
const looksBackMs = 365 * 86_400_000;

/**
 * Learns the manner of a rep where that is due: never learned, learned more than a day ago, or a draft was decided since. Otherwise it costs one
 * question to the database. Nothing older than an erasure is learned from, and nothing at all where the rep wants none. Safe to run twice. That it fails
 * is logged, and keeps no draft back.
 */
export async function learnManner(context: Context, row: MailboxRow): Promise<void> {
  try {
    await learn(context, row);
  } catch (error) {
    context.log.warn('manner-not-learned', { mailbox: row.id, error });
  }
}

async function learn({ store, now }: Context, row: MailboxRow): Promise<void> {
  const { db } = store;
  const known = await findManner(db, row.id);
  const at = now();
  if (known?.off || (known?.learnedAt && at.getTime() - known.learnedAt.getTime() < learnedForMs)) return;
  const since = new Date(Math.max(at.getTime() - looksBackMs, known?.since?.getTime() ?? 0));
  const drafts = await draftsSent(db, row.id, since);
  // What went out as we wrote it shows our manner.
  const ours = new Set(drafts.map(({ text }) => comparableNew(text)));
  const mails = (await ownMails(db, row, since)).filter(({ text }) => !ours.has(comparableNew(text)));
  const people = [...mails.flatMap(({ to }) => to), ...drafts.flatMap((each) => each.people)];
  const names = wordsOfNames([
    ...(await namesAround(db, row.id)),
    ...people.flatMap(({ name, address }) => [name, address]),
    row.repName,
    row.rep,
  ]);
  const profile = learnProfile(mails, drafts, row.repName, names);
  await store.transaction(async (tx) => {
    const connected = await lockManner(tx, row.id);
    const latest = await findManner(tx, row.id);
    // Erased or forbidden while it was learned: nothing of it is kept.
    if (!connected || latest?.off || latest?.since?.getTime() !== known?.since?.getTime()) return;
    await saveManner(tx, row.id, { profile, learnedAt: at });
  });
}
