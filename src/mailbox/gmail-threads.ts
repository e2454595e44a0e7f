/** Conversations are Gmail's own: a thread has an id, and is read whole by one request. */
import { type Address, participants, type Thread } from '../domain/mail.ts';
import { Gone, TryLater } from '../errors.ts';
import { absent, type Gmail, type Item } from './gmail-api.ts';
import type { Heads } from './gmail-heads.ts';
import { isDraft, labelsOf, messageOf, placeOf } from './gmail-messages.ts';
import type { Identities } from './gmail-signature.ts';

/** How a mailbox's operations reach it. */
export interface Reach {
  gmail: Gmail;
  heads: Heads;
  owner: Address;
  /** The addresses the owner may write from, with their signatures. */
  identities(): Promise<Identities>;
  now(): Date;
  /** For reads that may take minutes: until then. */
  wait(until: Date): Promise<void>;
}

/** The index behind `q` is behind by hours, for some by days (`facts/drafts.md` §1.5); so far back the mailbox itself is asked, but for no more than this. */
const indexLagMs = 3 * 86_400_000;
const mostRecent = 100;

const inThread = (item: Item): boolean => {
  const labels = labelsOf(item);
  return !isDraft(labels) && ['inbox', 'sent', 'filed'].includes(placeOf(labels) ?? '');
};

/** Also by the Message-ID of one of its mails, as far as the index knows it. */
export async function readThread(reach: Reach, ref: string): Promise<Thread> {
  const { gmail, owner } = reach;
  const id = ref.startsWith('<') ? await threadWith(gmail, ref) : ref;
  const found = id !== null && isId(id) ? await gmail.thread(id).catch(absent) : null;
  const items = (found?.messages ?? []).filter(inThread);
  const messages = (await Promise.all(items.map((item) => messageOf(gmail, item)))).filter((each) => each !== null);
  if (!found?.id || messages.length === 0)
    throw new Gone(`No message of the conversation is left in the mailbox of ${owner.address}.`);
  const unique = [...new Map(messages.map((each) => [each.id, each])).values()];
  return {
    ref: found.id,
    messages: unique.sort((a, b) => a.date.getTime() - b.date.getTime() || (a.id < b.id ? -1 : 1)),
  };
}

/** Anything else would be refused as malformed. */
export const isId = (text: string): boolean => /^[0-9a-f]{1,16}$/i.test(text);

async function threadWith(gmail: Gmail, messageId: string): Promise<string | null> {
  const q = byMessageId([messageId]);
  // Without a term it would be a list of everything.
  if (q === '') return null;
  for await (const [item] of gmail.messages({ q })) return item?.threadId ?? null;
  return null;
}

/** Terms of a search; empty when nothing can be asked for. */
export function byMessageId(ids: readonly string[]): string {
  return anyOf(
    ids
      .map((id) => id.slice(1, -1))
      .filter((id) => /^[^\s"{}()]+$/.test(id))
      .map((id) => `rfc822msgid:${id}`),
  );
}

export function byPerson(addresses: readonly string[], fields: readonly string[]): string {
  const plain = addresses.filter((address) => /^[^\s"{}()]+$/.test(address));
  return anyOf(plain.flatMap((address) => fields.map((field) => `${field}:${address}`)));
}

const anyOf = (terms: string[]): string => (terms.length > 1 ? `{${terms.join(' ')}}` : (terms[0] ?? ''));

/** `after:` counts in seconds when it is given a number. */
export const after = (instant: Date): string => `after:${Math.floor(instant.getTime() / 1_000)}`;

/** How many addresses go into one search; longer ones are refused. */
const addressesAtOnce = 20;

/** By the index, and the newest mail itself, which the index may not know yet. Waits where the minute's units run out: a first read is long. */
export async function* findThreads(reach: Reach, addresses: string[], since: Date): AsyncGenerator<Thread> {
  const { gmail, heads, now } = reach;
  const wanted = [...new Set(addresses.map((address) => address.toLowerCase()))];
  if (wanted.length === 0) return;
  const isWanted = new Set(wanted);
  const found = new Set<string>();
  for (let at = 0; at < wanted.length; at += addressesAtOnce) {
    const people = byPerson(wanted.slice(at, at + addressesAtOnce), ['from', 'to', 'cc', 'bcc']);
    if (people === '') continue;
    const ids = await patiently(reach, async () => {
      const all: Item[] = [];
      for await (const page of gmail.messages({ q: `${people} ${after(since)}` })) all.push(...page);
      return all.map(({ threadId }) => threadId ?? '');
    });
    for (const id of ids) found.add(id);
  }
  const recent = new Date(Math.max(since.getTime(), now().getTime() - indexLagMs));
  const newest = await patiently(reach, async () => {
    const all: string[] = [];
    for await (const { threadId, envelope } of heads.since({}, recent, mostRecent))
      if (participants(envelope).some((address) => isWanted.has(address))) all.push(threadId);
    return all;
  });
  for (const id of newest) found.add(id);
  for (const id of found) {
    const thread = await patiently(reach, () => readThread(reach, id)).catch(absent);
    const named = thread?.messages.some((each) => participants(each).some((address) => isWanted.has(address)));
    if (thread && named && thread.messages.some(({ date }) => date >= since)) yield thread;
  }
}

/** As often as the service, or our own pace, says when to go on: within minutes. */
async function patiently<T>({ now, wait }: Reach, work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const until = error instanceof TryLater ? error.retryAt : null;
      if (until === null || tries >= 10 || until.getTime() - now().getTime() > 120_000) throw error;
      await wait(until);
    }
  }
}
