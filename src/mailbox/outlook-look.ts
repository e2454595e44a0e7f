/**
 * Looking for a draft. No id of it survives every client (`facts/drafts.md` §2.2): Outlook on the web keeps its ids, classic Outlook changes
 * them on sending and even on moving. So it is asked for by the item's id, by our mark, by every Message-ID it ever had, by its conversation and by
 * the people it goes to; and whatever is found is read anew by its id before anything is said, for lists may be older than that.
 */
import { createHash } from 'node:crypto';
import { type Envelope, type Message, participants } from '../domain/mail.ts';
import { Gone } from '../errors.ts';
import type { Look, PlacementQuery, Sighting } from './mailbox.ts';
import { at, instant, quoted } from './outlook-api.ts';
import {
  aboveQuote,
  basic,
  envelopeOf,
  type Item,
  inReplyTo,
  isDeferred,
  isDraft,
  messageOf,
  placeOf,
  property,
  tag,
  type Where,
  whole,
} from './outlook-messages.ts';
import type { Reach } from './outlook-threads.ts';

const dayMs = 86_400_000;
/** Of a draft that was saved under many ids the first, ours, and the latest say enough. */
const latestIds = 7;
const ends = (ids: string[]): string[] => [...ids.slice(0, 1), ...ids.slice(1).slice(-latestIds)];

/** An item as it was when it was read by its id. */
export interface ReadItem {
  item: Item;
  where: Where;
  message: Message;
}

/** Null: it is not there any more. */
export async function readItem(reach: Reach, id: string): Promise<ReadItem | null> {
  const { graph, folders } = reach;
  const whereOf = await folders();
  try {
    const item = await graph.get<Item>(at(id), whole);
    const where = whereOf(item);
    const message = await messageOf(reach, item, where);
    // What the service quoted below an answer of the rep is not the rep's. It comes and goes with the client.
    const outgoing = isDraft(item, where) || where === 'sent' || property(item, tag) !== null;
    return { item, where, message: outgoing ? { ...message, text: aboveQuote(message.text) } : message };
  } catch (error) {
    if (error instanceof Gone) return null;
    throw error;
  }
}

/** One state of a message: an edit keeps the id. */
export function refOf({ item, message }: ReadItem): string {
  return `${item.id}~${createHash('sha256').update(message.text).digest('hex').slice(0, 12)}`;
}

export const idOf = (ref: string): string => ref.slice(0, ref.lastIndexOf('~'));

/** All lists there are of where it can be; Drafts before any other, so that a draft on its way is seen where it came from or where it went. */
export async function observeDraft(reach: Reach, query: PlacementQuery): Promise<Look> {
  for (let again = false; ; again = true) {
    const candidates = await candidatesFor(reach, query);
    const read = await Promise.all(candidates.map(({ id }) => readItem(reach, id)));
    const found = read.filter((each) => each !== null);
    // Something went away while we looked: what took its place is there now.
    const torn = found.length < read.length;
    if (torn && !again) continue;
    const sightings = found
      .filter(({ item, where }) => isCandidate(item, where, query))
      .map((each): Sighting => {
        const { item, where, message } = each;
        const seen = { place: placeOf(where), ref: refOf(each), draft: isDraft(item, where), message };
        return {
          ...seen,
          ...(isProven(item, query) ? { ours: true } : {}),
          ...(seen.draft && isDeferred(item) ? { scheduled: true } : {}),
        };
      });
    return { sightings, complete: !torn, gap: torn ? 'Mails were moved while they were looked at.' : null };
  }
}

async function candidatesFor(reach: Reach, query: PlacementQuery): Promise<Item[]> {
  const { graph, folders } = reach;
  const whereOf = await folders();
  const found = new Map<string, Item>();
  const keep = (items: Item[]) => {
    for (const item of items) if (isCandidate(item, whereOf(item), query)) found.set(item.id, item);
  };
  keep(await listDrafts(reach));
  const page = { ...basic, $top: '100' };
  const since = `receivedDateTime ge ${instant(new Date(query.placedAt.getTime() - dayMs))}`;
  const ids = ends([...idsOf(query)]);
  const everywhere = [
    `conversationId eq ${quoted(query.threadRef)}`,
    ...ids.map((id) => `internetMessageId eq ${quoted(id)}`),
    // Whoever answers it says that it was sent, in whatever conversation.
    ...ids.map((id) => withProperty(inReplyTo, id)),
    ...(query.messageId === '' ? [] : [withProperty(tag, query.messageId)]),
    ...query.recipients.map((address) => `${since} and from/emailAddress/address eq ${quoted(address)}`),
  ];
  const lists = [
    ...everywhere.map(($filter) => graph.list<Item>('/me/messages', { ...page, $filter })),
    graph.list<Item>('/me/mailFolders/sentitems/messages', { ...page, $filter: since }),
    ...itemsOf(query).map((id) => graph.get<Item>(at(id), basic).then((item) => [item], absent)),
  ];
  for (const list of await Promise.all(lists)) keep(list);
  return [...found.values()];
}

/** All of Drafts: it is small, and no list of changes is complete (§2.3). */
export async function listDrafts({ graph }: Reach): Promise<Item[]> {
  return graph.list<Item>('/me/mailFolders/drafts/messages', { ...basic, $top: '100' });
}

export function withProperty(id: string, value: string): string {
  return `singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value eq ${quoted(value)})`;
}

export function absent(error: unknown): [] {
  if (error instanceof Gone) return [];
  throw error;
}

export const idsOf = (query: PlacementQuery) => new Set([query.messageId, ...query.knownIds].filter((id) => id !== ''));

const itemsOf = (query: PlacementQuery) => ends([...new Set(query.refs.map(idOf))].filter((id) => id !== ''));

/** S1 and S2: the very item that we placed, or one with our mark. Later refs were only taken for it. */
function isProven(item: Item, query: PlacementQuery): boolean {
  const mark = property(item, tag);
  return (
    (mark !== null && mark === query.messageId) || (query.refs[0] !== undefined && item.id === idOf(query.refs[0]))
  );
}

/** Whether it is this draft, or was, by any of its ids. */
export function isKnown(item: Item, query: PlacementQuery): boolean {
  return isProven(item, query) || itemsOf(query).includes(item.id) || idsOf(query).has(envelopeOf(item).id);
}

export function isCandidate(item: Item, where: Where, query: PlacementQuery): boolean {
  // What lies behind Deleted Items proves nothing: clients put there what they send, too. It counts as gone, which takes longer to be final.
  if (where === 'junk' || where === 'deleted') return false;
  if (isKnown(item, query)) return true;
  const envelope = envelopeOf(item);
  const related = item.conversationId === query.threadRef || namesAny(envelope, query);
  if (where === 'drafts') return related;
  // The date is the sender's own clock.
  if (envelope.date.getTime() < query.placedAt.getTime() - dayMs) return false;
  if (related) return true;
  const people = new Set(query.recipients.map((address) => address.toLowerCase()));
  if (where === 'sent') return participants({ ...envelope, from: null }).some((address) => people.has(address));
  return where !== 'trash' && envelope.from !== null && people.has(envelope.from.address);
}

function namesAny(envelope: Envelope, query: PlacementQuery): boolean {
  const ids = idsOf(query);
  const named = [...envelope.references, ...(envelope.inReplyTo ? [envelope.inReplyTo] : [])];
  return named.some((id) => ids.has(id) || id === query.inReplyTo);
}
