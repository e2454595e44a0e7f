/**
 * Conversations are Exchange's own: `conversationId` is the name of a thread, in whatever folders its mails lie. A filter by it may not be
 * sorted (InefficientFilter), so that is done here.
 */
import { type Address, type Place, participants, type Thread } from '../domain/mail.ts';
import { Gone } from '../errors.ts';
import { type Graph, instant, quoted } from './outlook-api.ts';
import { askWhole, basic, envelopeOf, type Folders, type Item, isDraft, messageOf } from './outlook-messages.ts';

/** How a mailbox's operations reach it. */
export interface Reach {
  graph: Graph;
  owner: Address;
  /** The owner's addresses, aliases included. */
  own(): Promise<ReadonlySet<string>>;
  folders(): Promise<Folders>;
  now(): Date;
}

/** The index behind $search may be behind by this much, as far as anybody has seen; what is younger is looked at mail by mail. */
const indexLagMs = 7 * 86_400_000;

/** Of two copies of one mail the one in the plainest place counts. */
const preference: Partial<Record<Place, number>> = { inbox: 0, sent: 1, filed: 2 };

export async function readThread(reach: Reach, ref: string): Promise<Thread> {
  const { graph, owner, folders } = reach;
  const whereOf = await folders();
  const $filter = `conversationId eq ${quoted(ref)}`;
  const items = await askWhole(graph, (query) => graph.list<Item>('/me/messages', { ...query, $filter, $top: '50' }));
  const members = items
    .map((item) => ({ item, where: whereOf(item) }))
    .filter(({ item, where }) => where in preference && !isDraft(item, where))
    .sort((a, b) => preference[a.where as Place]! - preference[b.where as Place]!);
  const messages = await Promise.all(members.map(({ item, where }) => messageOf(reach, item, where)));
  if (messages.length === 0)
    throw new Gone(`No message of the conversation is left in the mailbox of ${owner.address}.`);
  const unique = [...new Map(messages.toReversed().map((each) => [each.id, each])).values()];
  return { ref, messages: unique.sort((a, b) => a.date.getTime() - b.date.getTime() || (a.id < b.id ? -1 : 1)) };
}

/**
 * Three ways, because none is whole: there is no filter by recipient; the search by participant needs an index that lags, and gives the newest
 * 1,000 only; so mail from the person is filtered as well, and the last week is looked at mail by mail. What can be missed is mail to a person, or
 * with them in copy, older than a week and behind 1,000 newer ones of theirs.
 */
export async function* findThreads(reach: Reach, addresses: string[], since: Date): AsyncGenerator<Thread> {
  const { graph, folders, now } = reach;
  const wanted = new Set(addresses.map((address) => address.toLowerCase()));
  if (wanted.size === 0) return;
  const whereOf = await folders();
  const names = (item: Item) => participants(envelopeOf(item)).some((address) => wanted.has(address));
  const recent = new Date(Math.max(since.getTime(), now().getTime() - indexLagMs));
  const page = { ...basic, $top: '250' };
  const searches: Record<string, string>[] = [{ ...page, $filter: `receivedDateTime ge ${instant(recent)}` }];
  for (const address of wanted) {
    searches.push({
      ...page,
      $filter: `receivedDateTime ge ${instant(since)} and from/emailAddress/address eq ${quoted(address)}`,
    });
    // Quotation marks would end the search term.
    if (/^[^\s"\\]+$/.test(address)) searches.push({ ...page, $search: `"participants:${address}"` });
  }
  const found = new Set<string>();
  for (const search of searches)
    for (const item of await graph.list<Item>('/me/messages', search)) {
      const where = whereOf(item);
      if (item.conversationId && where in preference && !isDraft(item, where) && names(item))
        found.add(item.conversationId);
    }
  for (const ref of found) {
    const thread = await readThread(reach, ref).catch((error) => {
      if (error instanceof Gone) return null;
      throw error;
    });
    if (thread?.messages.some(({ date }) => date >= since)) yield thread;
  }
}

/** Where Outlook on the web shows the latest mail of a conversation. */
export async function threadUrl({ graph }: Reach, ref: string): Promise<string | null> {
  const query = {
    $select: 'webLink,isDraft,receivedDateTime',
    $filter: `conversationId eq ${quoted(ref)}`,
    $top: '50',
  };
  const items = await graph.list<Pick<Item, 'isDraft' | 'receivedDateTime'> & { webLink?: string }>(
    '/me/messages',
    query,
  );
  const [latest] = items
    .filter(({ isDraft: draft }) => !draft)
    .sort((a, b) => ((a.receivedDateTime ?? '') > (b.receivedDateTime ?? '') ? -1 : 1));
  return latest?.webLink ?? null;
}
