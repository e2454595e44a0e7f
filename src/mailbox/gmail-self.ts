/** A mail into the owner's own inbox: stored there as it is (messages.insert), sent nowhere. */
import type { Address } from '../domain/mail.ts';
import { byMessageId, type Reach } from './gmail-threads.ts';
import { composeMessage, draftMessageId } from './mime.ts';

/** An attempt whose answer was lost is made again within minutes: by then it is among the newest mail, which is fresh where a search is not. */
const newest = 50;
const lookBackMs = 2 * 86_400_000;

export async function deliverToSelf(
  { gmail, heads, owner, now }: Reach,
  mail: { from: Address; subject: string; text: string; headers: Record<string, string> },
  key: string,
): Promise<void> {
  const messageId = draftMessageId(key, owner.address);
  const raw = await composeMessage({ ...mail, to: [owner], messageId, date: now() });
  // Also where the rep threw it away: it does not come back.
  const since = new Date(now().getTime() - lookBackMs);
  for await (const { envelope } of heads.since({ includeSpamTrash: true }, since, newest))
    if (envelope.id === messageId) return;
  for await (const page of gmail.messages({ q: byMessageId([messageId]), includeSpamTrash: true }))
    for (const { id } of page) if ((await heads.of(id ?? ''))?.envelope.id === messageId) return;
  await gmail.insert(raw, ['INBOX', 'UNREAD']);
}
