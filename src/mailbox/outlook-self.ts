/**
 * A mail into the owner's own inbox: created there, sent nowhere. It is no draft and unread because its MAPI flags say so at creation; afterwards
 * they cannot be changed (`facts/drafts.md` §2.1). Of headers only those that begin with "x-" can be set.
 */
import type { Address } from '../domain/mail.ts';
import { composeMessage, draftMessageId } from './compose.ts';
import { traceIn } from './header-fields.ts';
import type { Delivered, OwnMail, SentCopy } from './mailbox.ts';
import { quoted } from './outlook-api.ts';
import { absent } from './outlook-look.ts';
import { askWhole, basic, type Item, inReplyTo, isDraft, messageOf, references } from './outlook-messages.ts';
import type { Reach } from './outlook-threads.ts';

/** PidTagMessageFlags without "read" and "unsent"; PidTagMessageDeliveryTime. */
const flags = 'Integer 0x0E07';
const delivered = 'SystemTime 0x0E06';

export async function deliverToSelf(
  { graph, owner, now }: Reach,
  { answers, ...mail }: OwnMail,
  key: string,
): Promise<Delivered> {
  const messageId = draftMessageId(key, owner.address);
  const date = now();
  await composeMessage({ ...mail, ...answers, to: [owner], messageId, date });
  const $filter = `internetMessageId eq ${quoted(messageId)}`;
  const places = [
    '/me/mailFolders/inbox/messages',
    '/me/messages',
    '/me/mailFolders/recoverableitemsdeletions/messages',
  ];
  for (const place of places) {
    const [there] = (await graph.list<Item>(place, { ...basic, $filter }).catch(absent)) ?? [];
    if (there) return { messageId, threadRef: there.conversationId ?? '' };
  }
  const person = ({ name, address }: Address) => ({ emailAddress: { name, address } });
  const stored = await graph.post<Item>('/me/mailFolders/inbox/messages', {
    subject: mail.subject,
    // One body is all there is; a client that shows text makes it of this one.
    body:
      mail.html === undefined
        ? { contentType: 'text', content: mail.text }
        : { contentType: 'html', content: mail.html },
    from: person(mail.from),
    toRecipients: [person(owner)],
    internetMessageId: messageId,
    internetMessageHeaders: headersOf(mail.headers),
    singleValueExtendedProperties: [
      { id: flags, value: '0' },
      { id: delivered, value: date.toISOString() },
      ...(answers
        ? [
            { id: inReplyTo, value: answers.inReplyTo },
            { id: references, value: answers.references.join(' ') },
          ]
        : []),
    ],
  });
  return { messageId, threadRef: stored.conversationId ?? '' };
}

/** That a machine wrote it is said in the words Exchange has for it, for Auto-Submitted cannot be. */
function headersOf(headers: Record<string, string>): { name: string; value: string }[] {
  const settable = Object.entries(headers).filter(([name]) => /^x-/i.test(name));
  const automatic = Object.keys(headers).some((name) => /^auto-submitted$/i.test(name));
  const all = new Map(settable.map(([name, value]) => [name.toLowerCase(), { name, value }]));
  const suppress = 'X-Auto-Response-Suppress';
  if (automatic && !all.has(suppress.toLowerCase())) all.set(suppress, { name: suppress, value: 'All' });
  return [...all.values()];
}

/** A rule of the mailbox can move what came from outside into Sent Items: the headers that servers gave it on its way are told. */
export async function sentCopies(reach: Reach, messageId: string): Promise<SentCopy[]> {
  const { graph } = reach;
  const $filter = `internetMessageId eq ${quoted(messageId)}`;
  const items = await askWhole(graph, (query) =>
    graph.list<Item>('/me/mailFolders/sentitems/messages', { ...query, $filter, $top: '50' }),
  );
  return Promise.all(
    items.map(async (item) => ({
      message: await messageOf(reach, item, 'sent'),
      draft: isDraft(item, 'sent'),
      trace: traceIn(item.internetMessageHeaders ?? []),
    })),
  );
}
