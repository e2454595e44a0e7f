/** A mail into the owner's own inbox: stored there as it is (messages.insert), sent nowhere. */

import { composeMessage, draftMessageId } from './compose.ts';
import { absent } from './gmail-api.ts';
import { isDraft, labelsOf, messageOf } from './gmail-messages.ts';
import { byMessageId, isId, type Reach } from './gmail-threads.ts';
import type { Delivered, OwnMail, SentCopy } from './mailbox.ts';

/** An attempt whose answer was lost is made again within minutes: by then it is among the newest mail, which is fresh where a search is not. */
const newest = 50;
const lookBackMs = 2 * 86_400_000;

export async function deliverToSelf(
  { gmail, heads, owner, now }: Reach,
  { answers, ...mail }: OwnMail,
  key: string,
): Promise<Delivered> {
  const messageId = draftMessageId(key, owner.address);
  const raw = await composeMessage({ ...mail, ...answers, to: [owner], messageId, date: now() });
  // Also where the rep threw it away: it does not come back.
  const since = new Date(now().getTime() - lookBackMs);
  for await (const { envelope, threadId } of heads.since({ includeSpamTrash: true }, since, newest))
    if (envelope.id === messageId) return { messageId, threadRef: threadId };
  for await (const page of gmail.messages({ q: byMessageId([messageId]), includeSpamTrash: true }))
    for (const { id } of page) {
      const head = await heads.of(id ?? '');
      if (head?.envelope.id === messageId) return { messageId, threadRef: head.threadId };
    }
  // A thread takes only what names it (guides/threads); one that is gone is no reason to say nothing.
  const threadId = answers && isId(answers.threadRef) ? answers.threadRef : null;
  const there = threadId !== null && (await gmail.thread(threadId).catch(absent)) !== null;
  const threadRef = await gmail.insert(raw, ['INBOX', 'UNREAD'], there ? threadId : null);
  return { messageId, threadRef };
}

/** SENT cannot be put on a mail by hand or by a filter (guides/labels): no trace has to be looked for. */
export async function sentCopies({ gmail }: Reach, messageId: string, threadRef: string): Promise<SentCopy[]> {
  const found = isId(threadRef) ? await gmail.thread(threadRef).catch(absent) : null;
  const sent = (found?.messages ?? []).filter((item) => labelsOf(item).includes('SENT'));
  const copies = await Promise.all(
    sent.map(async (item) => ({ message: await messageOf(gmail, item), draft: isDraft(labelsOf(item)) })),
  );
  return copies.flatMap(({ message, draft }) => (message?.id === messageId ? [{ message, draft, trace: [] }] : []));
}
