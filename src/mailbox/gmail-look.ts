/**
 * Looking for a draft. Its draft id is the best name it has, but not a sure one: the message behind it is another one after each save, and the id
 * itself may change or outlive the draft around a mail that was sent (`facts/drafts.md` §1.2). So it is asked for by its id, in the list of all
 * drafts, in its thread, in Sent since it was placed, and last by searches, which may know less than the mailbox does.
 */
import { type Envelope, type Message, type Place, participants } from '../domain/mail.ts';
import { absent, type Item, type Listing } from './gmail-api.ts';
import { envelopeOf, isDraft, isScheduled, isUnsent, labelsOf, messageOf, placeOf } from './gmail-messages.ts';
import { withoutSignature } from './gmail-signature.ts';
import { after, byMessageId, byPerson, isId, type Reach } from './gmail-threads.ts';
import type { Look, PlacementQuery, Sighting } from './mailbox.ts';

const dayMs = 86_400_000;
/** Of a draft that was saved under many ids the first, ours, and the latest say enough. */
const latestIds = 7;
const ends = (ids: string[]): string[] => [...ids.slice(0, 1), ...ids.slice(1).slice(-latestIds)];
const mostSent = 2_000;
/** What searches may not know yet, sent or not. */
const indexLagMs = 3 * dayMs;
const mostRecent = 150;

/** A message as it was read whole, with the draft it belongs to. */
export interface Found {
  item: Item;
  draftId: string | null;
}

/** One state of a draft or mail: a save makes another message of it. */
export function refOf({ item, draftId }: Found): string {
  return `${draftId ?? ''}~${item.id}`;
}

export const draftOf = (ref: string): string => ref.slice(0, Math.max(0, ref.indexOf('~')));
const messageIn = (ref: string): string => ref.slice(ref.indexOf('~') + 1);

const isOwn = (labels: readonly string[], { from }: Message, own: readonly { address: string }[]): boolean =>
  isDraft(labels) || labels.includes('SENT') || own.some(({ address }) => address === from?.address);

/** In our nouns, without the signature where the rep, or we, wrote it. Null where it is not followed. */
export async function readFound(reach: Reach, { item }: Found): Promise<Message | null> {
  const message = await messageOf(reach.gmail, item);
  if (message === null) return null;
  const { all, signatures } = await reach.identities();
  return isOwn(labelsOf(item), message, all)
    ? { ...message, text: withoutSignature(message.text, signatures) }
    : message;
}

/** Looks that found nothing missing, with the state of the whole mailbox they were taken in; the oldest first. */
export type Looks = Map<string, { history: string; at: Date; look: Look }>;

const mostLooks = 200;
/** Searches may find more although nothing moved: the index catches up. */
const keptMs = 10 * 60_000;

/** While nothing at all moved in the mailbox the last look is given again, which costs one unit. */
export async function observeDraft(reach: Reach, query: PlacementQuery, looks: Looks): Promise<Look> {
  const key = JSON.stringify(query);
  // Before the look: what moves during it is looked at again.
  const { historyId } = await reach.gmail.profile();
  const last = looks.get(key);
  looks.delete(key);
  if (last && last.history === historyId && reach.now().getTime() - last.at.getTime() < keptMs) {
    looks.set(key, last);
    return last.look;
  }
  const look = await lookFor(reach, query);
  if (look.complete && historyId) looks.set(key, { history: historyId, at: reach.now(), look });
  for (const oldest of looks.keys()) if (looks.size > mostLooks) looks.delete(oldest);
  return look;
}

async function lookFor(reach: Reach, query: PlacementQuery): Promise<Look> {
  let before: string | null = null;
  for (;;) {
    const { found, unsettled } = await everywhere(reach, query);
    // The same twice is no movement: a draft that its thread does not show (a "ghost draft", §1.1) is not shown the next time either.
    const torn: boolean = unsettled !== '' && unsettled !== before;
    if (torn && before === null) {
      before = unsettled;
      continue;
    }
    const sightings = (await Promise.all(found.map((each) => sightingOf(reach, query, each)))).filter(
      (each) => each !== null,
    );
    return { sightings, complete: !torn, gap: torn ? 'Mails were moved while they were looked at.' : null };
  }
}

async function sightingOf(reach: Reach, query: PlacementQuery, found: Found): Promise<Sighting | null> {
  const message = await readFound(reach, found);
  if (message === null || !isCandidate(query, found, message, message.place)) return null;
  const labels = labelsOf(found.item);
  const draft = isUnsent(labels) && isOwn(labels, message, (await reach.identities()).all);
  const scheduled = isScheduled(labels) ? { scheduled: true } : {};
  const seen = { place: message.place, ref: refOf(found), draft, ...scheduled, message };
  return isProven(query, found) ? { ...seen, ours: true } : seen;
}

/** Drafts before any other place: one on its way is seen where it came from or where it went. `unsettled`: what did not fit together. */
async function everywhere(reach: Reach, query: PlacementQuery): Promise<{ found: Found[]; unsettled: string }> {
  const { gmail, heads } = reach;
  const found = new Map<string, Found>();
  const odd: string[] = [];
  const listed = await gmail.drafts();
  const draftIds = new Map(listed.map(({ id, message }) => [message?.id ?? '', id ?? '']));
  for (const id of draftsOf(query)) {
    const draft = await gmail.draft(id).catch(absent);
    if (!draft?.message?.id) continue;
    found.set(draft.message.id, { item: draft.message, draftId: id });
    draftIds.set(draft.message.id, id);
  }
  const thread = isId(query.threadRef) ? await gmail.thread(query.threadRef).catch(absent) : null;
  const members = new Set((thread?.messages ?? []).map(({ id }) => id ?? ''));
  for (const { item } of found.values())
    if (isDraft(labelsOf(item)) && item.threadId === query.threadRef && !members.has(item.id ?? ''))
      odd.push(`-${item.id}`);
  for (const item of thread?.messages ?? []) {
    const id = item.id ?? '';
    if (labelsOf(item).includes('DRAFT') && !draftIds.has(id)) odd.push(`+${id}`);
    if (!found.has(id)) found.set(id, { item, draftId: draftIds.get(id) ?? null });
  }
  // While ours is where it was, the drafts of other threads are none of its business. Some reps have hundreds.
  const inPlace = [...found.values()].some((each) => isProven(query, each) && labelsOf(each.item).includes('DRAFT'));
  const others = listed.filter(({ message }) => !inPlace || message?.threadId === query.threadRef);
  for (const id of await furtherIds(
    reach,
    query,
    others.map(({ message }) => message?.id ?? ''),
  )) {
    if (found.has(id)) continue;
    const head = await heads.of(id);
    const draftId = draftIds.get(id) ?? null;
    const place = draftId === null ? placeOf(head?.labels ?? []) : 'drafts';
    if (!head || !place || !isCandidate(query, { item: head, draftId }, head.envelope, place)) continue;
    const item = await gmail.message(id, 'whole').catch(absent);
    if (item) found.set(id, { item, draftId });
    else odd.push(`-${id}`);
  }
  return { found: [...found.values()], unsettled: odd.sort().join() };
}

/** Messages outside of its thread that may be it, or what became of it: an edited subject makes another thread (§1.2). */
async function furtherIds(reach: Reach, query: PlacementQuery, drafts: string[]): Promise<Set<string>> {
  const { gmail, heads } = reach;
  const ids = new Set(drafts);
  const since = new Date(query.placedAt.getTime() - dayMs);
  for await (const { id } of heads.since({ labelIds: ['SENT'] }, since, mostSent)) ids.add(id);
  const recent = new Date(Math.max(since.getTime(), reach.now().getTime() - indexLagMs));
  for await (const { id } of heads.since({}, recent, mostRecent)) ids.add(id);
  const { recipients } = query;
  const own = byMessageId(ends([...idsOf(query)]));
  const from = byPerson(recipients, ['from']);
  const to = byPerson(recipients, ['to', 'cc', 'bcc']);
  const searches: Listing[] = [
    ...(own ? [{ q: own, includeSpamTrash: true }] : []),
    ...(from ? [{ q: `${from} ${after(since)}` }] : []),
    ...(to ? [{ q: `in:trash ${to} ${after(since)}` }] : []),
  ];
  for (const listing of searches)
    for await (const page of gmail.messages(listing)) for (const { id } of page) ids.add(id ?? '');
  return ids;
}

const idsOf = (query: PlacementQuery) => new Set([query.messageId, ...query.knownIds].filter((id) => id !== ''));

const draftsOf = (query: PlacementQuery) => ends([...new Set(query.refs.map(draftOf))].filter((id) => id !== ''));

/** S1: under the draft id that we were given, or a message that was seen under it. Later ids were only taken for ours. */
function isProven(
  { refs }: PlacementQuery,
  { item, draftId }: Pick<Found, 'draftId'> & { item: { id?: string | null } },
): boolean {
  const ours = draftOf(refs[0] ?? '');
  if (ours === '') return false;
  return draftId === ours || refs.some((ref) => draftOf(ref) === ours && messageIn(ref) === item.id);
}

/** Whether it is this draft, or was, by any of its ids. */
export function isKnown(query: PlacementQuery, found: Candidate, envelope: Envelope): boolean {
  const { item, draftId } = found;
  return (
    isProven(query, found) ||
    query.refs.some((ref) => (draftId !== null && draftOf(ref) === draftId) || messageIn(ref) === item.id) ||
    idsOf(query).has(envelope.id)
  );
}

interface Candidate {
  item: { id?: string | null; threadId?: string | null };
  draftId: string | null;
}

export function isCandidate(query: PlacementQuery, found: Candidate, envelope: Envelope, place: Place): boolean {
  if (isKnown(query, found, envelope)) return true;
  const related = found.item.threadId === query.threadRef || namesAny(envelope, query);
  if (place === 'drafts') return related;
  // The date is the sender's own clock.
  if (envelope.date.getTime() < query.placedAt.getTime() - dayMs) return false;
  if (related) return true;
  const people = new Set(query.recipients.map((address) => address.toLowerCase()));
  if (place === 'sent') return participants({ ...envelope, from: null }).some((address) => people.has(address));
  return place !== 'trash' && envelope.from !== null && people.has(envelope.from.address);
}

function namesAny(envelope: Envelope, query: PlacementQuery): boolean {
  const ids = idsOf(query);
  const named = [...envelope.references, ...(envelope.inReplyTo ? [envelope.inReplyTo] : [])];
  return named.some((id) => ids.has(id) || id === query.inReplyTo);
}

/** Every draft that may be it, read just now, and whether it is known to be. */
export async function draftsNow(
  reach: Reach,
  query: PlacementQuery,
): Promise<(Found & { known: boolean; message: Message })[]> {
  const { gmail, heads } = reach;
  const all: (Found & { known: boolean; message: Message })[] = [];
  for (const { id, message } of await gmail.drafts()) {
    const head = await heads.of(message?.id ?? '');
    const listed = { item: { id: message?.id, threadId: message?.threadId }, draftId: id ?? '' };
    const maybe = head ? isCandidate(query, listed, head.envelope, 'drafts') : listed.item.threadId === query.threadRef;
    if (!maybe || !id) continue;
    const item = (await gmail.draft(id).catch(absent))?.message;
    // Around a mail that was sent, the draft is only a shell: whoever deletes it deletes the mail (inbox-zero#1480).
    if (!item || placeOf(labelsOf(item)) !== 'drafts') continue;
    const found = { item, draftId: id };
    const read = await readFound(reach, found);
    if (read) all.push({ ...found, known: isKnown(query, found, await envelopeOf(item)), message: read });
  }
  return all;
}
