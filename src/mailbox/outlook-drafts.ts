/**
 * Leaving our drafts and taking them back. A draft in a conversation can only be made by the service (createReply); our words, our Message-ID and
 * our mark follow in a second request, to an item that nobody has seen yet. A process that dies between the two leaves an answer with nothing in
 * it, which the next attempt takes up. A draft that was placed is never written to again: an open client would not show it, and win.
 *
 * The text is plain, as everywhere, and stands above the quote that the service made, for a rep expects one in an Outlook answer. What is
 * below the rule that begins the quote is cut off again wherever a draft is read, so texts compare as they were written.
 */
import { type Message, noMessageId, participants, type Reply } from '../domain/mail.ts';
import { comparable } from '../domain/text.ts';
import { Gone, NeedsPerson, OutcomeUnknown, TryLater } from '../errors.ts';
import { composeMessage, draftMessageId, sameText } from './compose.ts';
import type { Placed, PlacementQuery, Withdrawn } from './mailbox.ts';
import { at, Changed, quoted, Refused } from './outlook-api.ts';
import {
  absent,
  isCandidate,
  isKnown,
  listDrafts,
  type ReadItem,
  readItem,
  refOf,
  withProperty,
} from './outlook-look.ts';
import {
  basic,
  envelopeOf,
  type Item,
  inReplyTo,
  isDeferred,
  property,
  references,
  seal,
  sealOf,
  tag,
  withQuote,
} from './outlook-messages.ts';
import type { Reach } from './outlook-threads.ts';
import { bounded } from './text-bounds.ts';

/** An answer nobody has touched is not older than this when it was last changed. */
const untouchedMs = 10_000;
/** For the difference of two clocks. */
const slackMs = 120_000;

/** `facts/drafts.md` §2.1 and §4.6. */
export async function placeDraft(reach: Reach, reply: Reply, key: string): Promise<Placed> {
  const messageId = draftMessageId(key, reach.owner.address);
  // Refuses line breaks and what is no address, as for every kind of mailbox.
  await composeMessage({ ...reply, messageId, date: reach.now() });
  const before = await findPlaced(reach, messageId);
  if (before && !isHalfMade(before)) return asPlaced(before);
  return fill(reach, reply, messageId, before?.item.id ?? (await emptyAnswer(reach, reply, messageId)));
}

/**
 * Placing takes two requests: an empty answer made since then is filled. Nothing goes without a trace here: what is deleted for good still lies
 * among the recoverable items, and is found there.
 */
export async function draftLeft(reach: Reach, reply: Reply, key: string, since: Date): Promise<Placed | 'nothing'> {
  const messageId = draftMessageId(key, reach.owner.address);
  const before = await findPlaced(reach, messageId);
  if (before && !isHalfMade(before)) return asPlaced(before);
  const id = before?.item.id ?? (await leftBehind(reach, await threadOf(reach, reply), since));
  return id === null ? 'nothing' : fill(reach, reply, messageId, id);
}

const asPlaced = (found: ReadItem): Placed => ({ ref: refOf(found), message: found.message, existed: true });

const threadOf = ({ graph }: Reach, { threadRef }: Reply): Promise<Item[]> =>
  graph.list<Item>('/me/messages', { ...basic, $filter: `conversationId eq ${quoted(threadRef)}`, $top: '100' });

/** In Drafts first, which a list shows at once; then wherever it went. */
async function findPlaced(reach: Reach, messageId: string): Promise<ReadItem | null> {
  const { graph } = reach;
  const isIt = (item: Item) => property(item, tag) === messageId || envelopeOf(item).id === messageId;
  const drafts = (await listDrafts(reach)).filter(isIt);
  const elsewhere = async () => {
    const filters = [`internetMessageId eq ${quoted(messageId)}`, withProperty(tag, messageId)];
    const lists = filters.map(($filter) => graph.list<Item>('/me/messages', { ...basic, $filter }));
    // Deleted for good it must not come back either.
    const deleted = graph
      .list<Item>('/me/mailFolders/recoverableitemsdeletions/messages', { ...basic, $filter: filters[0] as string })
      .catch((error) => (error instanceof NeedsPerson ? [] : absent(error)));
    return (await Promise.all([...lists, deleted])).flat();
  };
  for (const { id } of [...drafts, ...(drafts.length > 0 ? [] : await elsewhere())]) {
    const found = await readItem(reach, id);
    if (found) return found;
  }
  return null;
}

/** Ours by its Message-ID alone, with nothing in it: the second request never came. */
function isHalfMade({ item, where, message }: ReadItem): boolean {
  return where === 'drafts' && property(item, tag) === null && isBlank({ message });
}

function isBlank({ message }: Pick<ReadItem, 'message'>): boolean {
  return message.text.trim() === '' && message.attachments.length === 0;
}

/** The id of a new answer in the conversation. */
async function emptyAnswer(reach: Reach, reply: Reply, messageId: string): Promise<string> {
  const { owner, folders } = reach;
  const whereOf = await folders();
  const thread = await threadOf(reach, reply);
  const mails = thread
    .filter((item) => item.isDraft !== true && !['drafts', 'outbox', 'junk', 'deleted'].includes(whereOf(item)))
    .sort((a, b) => envelopeOf(a).date.getTime() - envelopeOf(b).date.getTime());
  // Never a draft: the answer would be in a thread of its own (graph-docs#4355).
  const parent = mails.findLast((item) => reply.inReplyTo === null || envelopeOf(item).id === reply.inReplyTo);
  if (!parent) throw new Gone(`The mail to be answered is no longer in the mailbox of ${owner.address}.`);
  const fresh = await createReply(reach, parent, reply, messageId);
  await restoreUnread(reach, parent);
  return fresh.id;
}

/**
 * An empty answer in Drafts, made since we set out and not touched since: ours, for a rep who opens an answer has it saved with what they wrote.
 */
async function leftBehind(reach: Reach, thread: Item[], since: Date): Promise<string | null> {
  const whereOf = await reach.folders();
  for (const { id, isDraft, ...item } of thread) {
    const created = Date.parse(item.createdDateTime ?? '');
    const touched = Date.parse(item.lastModifiedDateTime ?? '') - created > untouchedMs;
    if (!isDraft || touched || !(created >= since.getTime() - slackMs)) continue;
    if (whereOf({ id, ...item }) !== 'drafts' || property({ id, ...item }, tag) !== null) continue;
    const found = await readItem(reach, id);
    if (found && isBlank(found)) return id;
  }
  return null;
}

async function createReply({ graph }: Reach, parent: Item, reply: Reply, messageId: string): Promise<Item> {
  const action = reply.to.length + reply.cc.length > 1 ? 'createReplyAll' : 'createReply';
  const path = `${at(parent.id)}/${action}`;
  // Where the service takes the Message-ID with the first request, a crash before the second leaves nothing without a name.
  return graph.post<Item>(path, { message: { internetMessageId: messageId } }).catch((error) => {
    if (error instanceof Refused) return graph.post<Item>(path, {});
    throw error;
  });
}

/** createReply may mark the original as read (§2.1). Whether the rep has seen it is none of our business to change. */
async function restoreUnread({ graph }: Reach, parent: Item): Promise<void> {
  if (parent.isRead !== false) return;
  const { isRead } = await graph.get<Item>(at(parent.id), { $select: 'isRead' });
  if (isRead) await graph.patch(at(parent.id), { isRead: false });
}

async function fill(reach: Reach, reply: Reply, messageId: string, id: string): Promise<Placed> {
  const { graph, owner } = reach;
  // Read once more: the answer to createReply may hold HTML, and the service itself may have changed the item after it.
  const fresh = await readItem(reach, id);
  if (!fresh || !isBlank(fresh)) throw new TryLater(`A draft of ${owner.address} is being changed just now.`);
  // Pictures of the quoted mail, which a plain text would carry along as attachments.
  const pictures = await graph.list<{ id: string }>(`${at(id)}/attachments`, { $select: 'id' });
  for (const picture of pictures) await graph.remove(`${at(id)}/attachments/${encodeURIComponent(picture.id)}`);
  const untouched = pictures.length > 0 ? await readItem(reach, id) : fresh;
  if (!untouched || !isBlank(untouched)) throw new TryLater(`A draft of ${owner.address} is being changed just now.`);
  const content = withQuote(reply.text, untouched.item.body?.content ?? '');
  const people = (list: Reply['to']) => list.map(({ name, address }) => ({ emailAddress: { name, address } }));
  const named = reply.references.filter((id) => !noMessageId.test(id)).join(' ');
  const parent = reply.inReplyTo !== null && !noMessageId.test(reply.inReplyTo) ? reply.inReplyTo : null;
  await graph.patch(
    at(id),
    {
      internetMessageId: messageId,
      subject: reply.subject,
      toRecipients: people(reply.to),
      ccRecipients: people(reply.cc),
      bccRecipients: [],
      body: { contentType: 'text', content },
      singleValueExtendedProperties: [
        { id: tag, value: messageId },
        { id: seal, value: sealOf(content) },
        // createReply sets them or not (§2.1). Recipients elsewhere thread by nothing else.
        ...(parent === null ? [] : [{ id: inReplyTo, value: parent }]),
        ...(named === '' ? [] : [{ id: references, value: named }]),
      ],
    },
    untouched.item['@odata.etag'],
  );
  const stored = await readItem(reach, id);
  if (!stored)
    throw new OutcomeUnknown(`The draft left for ${owner.address} was gone at once; look for it before trying again.`);
  const wrong = differences(reply, messageId, stored);
  if (wrong.length > 0) {
    // Ours, unseen and not what was meant.
    await graph.remove(at(id), stored.item['@odata.etag']);
    throw new NeedsPerson(
      `The mail service changed a draft of ${owner.address} while storing it (${wrong.join(', ')}): tell whoever maintains Countersign.`,
    );
  }
  return { ref: refOf(stored), message: stored.message, existed: false };
}

/** What a reader or a client's threading would notice. */
function differences(reply: Reply, messageId: string, { item, message }: ReadItem): string[] {
  const people = (each: Pick<Message, 'to' | 'cc' | 'bcc'>) =>
    participants({ ...each, from: null })
      .sort()
      .join(' ');
  const meant = { to: reply.to, cc: reply.cc, bcc: [] };
  const checks: [string, boolean][] = [
    ['Message-ID', message.id === messageId],
    ['conversation', item.conversationId === reply.threadRef],
    ['subject', comparable(message.subject) === comparable(reply.subject)],
    ['recipients', people(message) === people(meant).toLowerCase()],
    ['In-Reply-To', message.inReplyTo === null || message.inReplyTo === reply.inReplyTo],
    ['text', sameText(message.text, reply.text)],
  ];
  return checks.flatMap(([name, same]) => (same ? [] : [name]));
}

/** Words of the rep may stand in what we do not compare. */
function isQuoteUntouched({ item, message }: ReadItem): boolean {
  const all = bounded(item.body?.content ?? '');
  return comparable(all) === comparable(message.text) || property(item, seal) === sealOf(all);
}

/**
 * Into Deleted Items, and only what was just read and still says what we wrote. Whether DELETE minds If-Match is not documented, so what was
 * deleted is read once more, and goes back when the rep was faster.
 */
export async function withdrawDraft(reach: Reach, query: PlacementQuery, expected: string): Promise<Withdrawn> {
  const { graph } = reach;
  const inDrafts = async () => (await listDrafts(reach)).filter((item) => isCandidate(item, 'drafts', query));
  const states = await inDrafts();
  const ours = states.filter((item) => isKnown(item, query));
  if (states.length === 0) return { done: false, why: 'not-a-draft' };
  // Another draft that answers the same message may be ours, saved by a client that gives new ids.
  if (ours.length < states.length) return { done: false, why: 'changed' };
  const read = await Promise.all(ours.map(({ id }) => readItem(reach, id)));
  const isOurs = (each: ReadItem | null): each is ReadItem =>
    each !== null &&
    comparable(each.message.text) === comparable(expected) &&
    each.message.attachments.length === 0 &&
    isQuoteUntouched(each) &&
    // The rep has said "send it later".
    !isDeferred(each.item);
  if (!read.every((each) => each?.where === 'drafts')) return { done: false, why: 'not-a-draft' };
  if (!read.every(isOurs)) return { done: false, why: 'changed' };
  for (const { item } of read) {
    try {
      await graph.remove(at(item.id), item['@odata.etag']);
    } catch (error) {
      if (error instanceof Changed) return { done: false, why: 'changed' };
      if (error instanceof Gone) return { done: false, why: 'not-a-draft' };
      throw error;
    }
    const deleted = await readItem(reach, item.id);
    if (deleted?.where === 'trash' && !isOurs(deleted)) {
      await graph.post(`${at(item.id)}/move`, { destinationId: 'drafts' });
      return { done: false, why: 'changed' };
    }
  }
  return (await inDrafts()).length > 0 ? { done: false, why: 'changed' } : { done: true };
}
