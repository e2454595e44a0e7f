/**
 * Leaving our drafts and taking them back. One request makes a draft, with its thread, its headers and our Message-ID; all four things that thread it
 * are set, for with one missing it is shown wrongly or not at all (`facts/drafts.md` §1.1). What was placed is never written to again.
 */
import { baseSubject, type Message, participants, type Reply } from '../domain/mail.ts';
import { comparable } from '../domain/text.ts';
import { Gone, NeedsPerson, OutcomeUnknown } from '../errors.ts';
import { composeMessage, draftMessageId, sameText } from './compose.ts';
import { absent, type Draft, type Item } from './gmail-api.ts';
import { goneSince } from './gmail-changes.ts';
import { draftsNow, type Found, readFound, refOf } from './gmail-look.ts';
import { envelopeOf, isScheduled, labelsOf, placeOf } from './gmail-messages.ts';
import { senderFor, withSignature } from './gmail-signature.ts';
import { byMessageId, isId, type Reach } from './gmail-threads.ts';
import type { Attempt, Placed, PlacementQuery, Withdrawn } from './mailbox.ts';

/** For the difference of two clocks. */
const slackMs = 120_000;

/** §1.1 and §4.6. */
export async function placeDraft(reach: Reach, reply: Reply, key: string): Promise<Placed> {
  const { gmail, owner, now } = reach;
  const messageId = draftMessageId(key, owner.address);
  // Refuses line breaks and what is no address before anything leaves.
  await composeMessage({ ...reply, messageId, date: now() });
  const thread = await threadOf(reach, reply);
  const before = await findPlaced(reach, reply, messageId, thread?.messages ?? [], null);
  if (before) return before;
  if (!thread || !(await hasParent(thread.messages ?? [], reply)))
    throw new Gone(`The mail to be answered is no longer in the mailbox of ${owner.address}.`);
  const { from, signature } = senderFor(await reach.identities(), reply.from);
  const meant = { ...reply, from, text: withSignature(reply.text, signature), messageId, date: now() };
  const created = await gmail.createDraft(await composeMessage(meant), reply.threadRef);
  return readBack(reach, { ...reply, from }, messageId, created);
}

/**
 * One request makes a whole draft, which is found wherever it is, sent under another Message-ID too. Thrown away in the web client it is gone at
 * once: then the history tells of a message of this thread that is no more.
 */
export async function draftLeft(
  reach: Reach,
  reply: Reply,
  key: string,
  { at, cursor }: Attempt,
): Promise<Placed | 'nothing' | 'unknown'> {
  const messageId = draftMessageId(key, reach.owner.address);
  const found = await findPlaced(reach, reply, messageId, (await threadOf(reach, reply))?.messages ?? [], at);
  if (found) return found;
  const gone = await goneSince(reach, cursor);
  return gone === null || gone.has(reply.threadRef) ? 'unknown' : 'nothing';
}

const threadOf = async ({ gmail }: Reach, { threadRef }: Reply) =>
  isId(threadRef) ? await gmail.thread(threadRef).catch(absent) : null;

async function hasParent(items: Item[], { inReplyTo }: Reply): Promise<boolean> {
  if (inReplyTo === null) return items.length > 0;
  const envelopes = await Promise.all(items.map(envelopeOf));
  return envelopes.some(({ id }) => id === inReplyTo);
}

/** Where it is now, if an earlier attempt left it: by what the mailbox itself shows, and only last by a search, which lags. */
async function findPlaced(
  reach: Reach,
  reply: Reply,
  messageId: string,
  thread: Item[],
  since: Date | null,
): Promise<Placed | null> {
  const { gmail, heads } = reach;
  const draftIds = new Map((await gmail.drafts()).map(({ id, message }) => [message?.id ?? '', id ?? '']));
  const asPlaced = async (item: Item | null): Promise<Placed | null> => {
    if (!item?.id) return null;
    const found: Found = { item, draftId: draftIds.get(item.id) ?? null };
    const message = await readFound(reach, found);
    return message && { ref: refOf(found), message, existed: true };
  };
  const whole = async (id: string) => asPlaced(await gmail.message(id, 'whole').catch(absent));
  for (const item of thread) {
    const sent = placeOf(labelsOf(item)) === 'sent';
    if ((await envelopeOf(item)).id !== messageId && !(sent && since)) continue;
    const placed = await asPlaced(item);
    if (placed?.message.id === messageId) return placed;
    // Sent under another Message-ID before we could note that it was placed.
    if (placed && since && isSameMail(placed.message, reply, since)) return placed;
  }
  // In another thread, when the rep has changed its subject.
  for (const id of draftIds.keys())
    if ((await heads.of(id))?.envelope.id === messageId) {
      const placed = await whole(id);
      if (placed) return placed;
    }
  const q = byMessageId([messageId]);
  if (q !== '')
    for await (const page of gmail.messages({ q, includeSpamTrash: true }))
      for (const { id } of page)
        if ((await heads.of(id ?? ''))?.envelope.id === messageId) {
          const placed = await whole(id ?? '');
          if (placed) return placed;
        }
  return null;
}

function isSameMail(message: Message, reply: Reply, since: Date): boolean {
  return message.date.getTime() >= since.getTime() - slackMs && comparable(message.text) === comparable(reply.text);
}

async function readBack(reach: Reach, reply: Reply, messageId: string, { id }: Draft): Promise<Placed> {
  const { gmail, owner } = reach;
  const unknown = (cause?: unknown) =>
    new OutcomeUnknown(`The draft left for ${owner.address} could not be read back; look for it before trying again.`, {
      cause,
    });
  if (!id) throw unknown();
  const item = await gmail.draft(id).then(
    ({ message }) => message,
    (error) => {
      throw unknown(error);
    },
  );
  const found = item && { item, draftId: id };
  const message = found && (await readFound(reach, found));
  if (!found || !message || message.place !== 'drafts') throw unknown();
  const wrong = differences(reply, messageId, item, message);
  if (wrong.length > 0) {
    // Ours, unseen, a draft as just read, and not what was meant.
    await gmail.deleteDraft(id);
    throw new NeedsPerson(
      `The mail service changed a draft of ${owner.address} while storing it (${wrong.join(', ')}): tell whoever maintains Countersign.`,
    );
  }
  return { ref: refOf(found), message, existed: false };
}

/** What a reader or a client's threading would notice. */
function differences(reply: Reply, messageId: string, item: Item, message: Message): string[] {
  const people = (each: Pick<Message, 'from' | 'to' | 'cc' | 'bcc'>) =>
    participants(each).sort().join(' ').toLowerCase();
  const checks: [string, boolean][] = [
    ['Message-ID', message.id === messageId],
    ['thread', item.threadId === reply.threadRef],
    ['subject', comparable(message.subject) === comparable(reply.subject)],
    ['recipients', people(message) === people({ ...reply, bcc: [] })],
    ['In-Reply-To', message.inReplyTo === null ? reply.inReplyTo === null : message.inReplyTo === reply.inReplyTo],
    ['text', sameText(message.text, reply.text)],
  ];
  return checks.flatMap(([name, same]) => (same ? [] : [name]));
}

/**
 * At once and for good, and only what was just read and is still as we left it. Gmail has no condition for that: what the rep saves between our
 * reading and our deleting, some milliseconds, would be lost, so nothing else is asked in between.
 */
export async function withdrawDraft(reach: Reach, query: PlacementQuery, expected: string): Promise<Withdrawn> {
  const { gmail } = reach;
  const thread = isId(query.threadRef) ? await gmail.thread(query.threadRef).catch(absent) : null;
  const subjects = await subjectsOf(thread?.messages ?? []);
  const states = await draftsNow(reach, query);
  if (states.length === 0) return { done: false, why: 'not-a-draft' };
  // Another draft that answers the same message may be ours, under an id that changed.
  if (states.some(({ known }) => !known)) return { done: false, why: 'changed' };
  const people = query.recipients.map((address) => address.toLowerCase());
  const isOurs = ({ item, message }: (typeof states)[number]): boolean =>
    comparable(message.text) === comparable(expected) &&
    message.attachments.length === 0 &&
    sameSet(participants({ ...message, from: null }), people) &&
    (subjects.size === 0 || subjects.has(baseSubject(message.subject))) &&
    // The rep has said "send it later".
    !isScheduled(labelsOf(item));
  if (!states.every(isOurs)) return { done: false, why: 'changed' };
  for (const { draftId, item } of states) {
    // Once more, for a save makes another message: with the same id it says what it said.
    const fresh = (await gmail.draft(draftId ?? '').catch(absent))?.message;
    if (!fresh || placeOf(labelsOf(fresh)) !== 'drafts') return { done: false, why: 'not-a-draft' };
    if (fresh.id !== item.id) return { done: false, why: 'changed' };
    try {
      await gmail.deleteDraft(draftId ?? '');
    } catch (error) {
      if (error instanceof Gone) return { done: false, why: 'not-a-draft' };
      throw error;
    }
  }
  return (await draftsNow(reach, query)).length > 0 ? { done: false, why: 'changed' } : { done: true };
}

/** Of everything in the thread but drafts: the subject that ours was given. */
async function subjectsOf(items: Item[]): Promise<Set<string>> {
  const mails = items.filter((item) => placeOf(labelsOf(item)) !== 'drafts');
  return new Set((await Promise.all(mails.map(envelopeOf))).map(({ subject }) => baseSubject(subject)));
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return [...new Set(one)].sort().join(' ') === [...new Set(other)].sort().join(' ');
}
