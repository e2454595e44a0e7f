/** What the service has answered to an answer. */
import { findMailbox } from '../../src/db/mailboxes.ts';
import type { Thread } from '../../src/domain/mail.ts';
import type { Morning } from './digests.ts';

/** The conversation of a mail, as the service's own mailbox shows it. */
export async function conversationOf(morning: Morning, messageId: string): Promise<Thread> {
  const { context, store } = morning.service.app;
  const row = await findMailbox(store.db, morning.mailboxId);
  const mailbox = await context.mailbox(row!);
  const [answer] = (await morning.answers()).filter((each) => each.messageId === messageId);
  return mailbox.readThread(answer!.threadRef);
}

/** What the receipt of an answer says, one line. */
export async function receiptIn(morning: Morning, messageId: string): Promise<string> {
  const { messages } = await conversationOf(morning, messageId);
  const found = messages.findLast(({ inReplyTo }) => inReplyTo === messageId);
  if (!found) throw new Error('There is no receipt.');
  return found.text.replace(/\n\s*\| /g, '\n').replace(/\s+/g, ' ');
}
