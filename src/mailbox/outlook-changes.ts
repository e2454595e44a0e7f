/**
 * What is new or gone: one delta query for each folder whose changes mean something, and a list of what arrived anywhere else. One cursor holds all
 * their links. `@removed` says only that something left a folder: it may have been moved, sent or deleted, and a mail that is moved away and back is
 * reported removed and never again (`facts/drafts.md` §2.3). So here it is never more than "touched"; the looks at drafts ask for themselves.
 * The recoverable items are not followed: whatever reaches them has left a folder that is.
 */
import type { Place } from '../domain/mail.ts';
import { Gone } from '../errors.ts';
import type { Changes, NewMessage } from './mailbox.ts';
import { type Graph, instant, type Page, Refused, StateLost } from './outlook-api.ts';
import { enveloped, envelopeOf, type Item, isDraft, isOwn, placeOf } from './outlook-messages.ts';
import type { Reach } from './outlook-threads.ts';

/** Folders with a delta of their own, and as what their changes are told. */
const followed: Record<string, { place: Place; filtered: boolean }> = {
  inbox: { place: 'inbox', filtered: true },
  sentitems: { place: 'sent', filtered: true },
  drafts: { place: 'drafts', filtered: false },
  deleteditems: { place: 'trash', filtered: true },
  // Mail that a client is sending, or will send later: for us still a draft.
  outbox: { place: 'drafts', filtered: false },
};

/** A delta starts by listing the folder; of large ones only so much. Mail that is older is not followed, read or not. */
const windowMs = 3 * 86_400_000;
/** A filtered delta covers at most 5,000 mails (delta-query-messages): it is opened anew long before. */
const reopenMs = 7 * 86_400_000;
/** The list of the whole mailbox may be a little behind its folders; so long arrivals are told again. */
const overlapMs = 300_000;
/** For the difference of two clocks. */
const slackMs = 3_600_000;

interface Cursor {
  v: 1;
  /** When the deltas were opened, and when the last round began. */
  opened: string;
  at: string;
  links: Record<string, string>;
  /** Arrival of the latest mail seen anywhere. */
  latest: string;
}

/** Repeatable: a link may be followed again, and then tells the same. */
export async function changesSince(reach: Reach, text: string | null): Promise<Changes> {
  const fromNow = async () => JSON.stringify((await open(reach)).cursor);
  if (text === null) return { kind: 'changes', cursor: await fromNow(), messages: [], touched: [] };
  const cursor = readCursor(text);
  const startOver = async (why: string): Promise<Changes> => ({ kind: 'start-over', cursor: await fromNow(), why });
  if (!cursor) return startOver('The place up to which mail was read cannot be understood.');
  try {
    return await round(reach, cursor);
  } catch (error) {
    if (error instanceof StateLost) return startOver(error.message);
    throw error;
  }
}

/** Every folder from here on, and what lies in the window before. */
async function open({ graph, now }: Reach): Promise<{ cursor: Cursor; messages: NewMessage[] }> {
  const at = now();
  const messages: NewMessage[] = [];
  const links = await eachFolder(async (folder, { place, filtered }) => {
    const since = instant(new Date(at.getTime() - windowMs));
    const filter: Record<string, string> = filtered ? { $filter: `receivedDateTime ge ${since}` } : {};
    return drain(
      graph,
      await graph.get<Page<Item>>(`/me/mailFolders/${folder}/messages/delta`, { ...enveloped, ...filter }),
      (item) => {
        if (isNew(item, folder, place)) messages.push(newMessage(item, place));
      },
    );
  });
  const latest = new Date(at.getTime() - slackMs).toISOString();
  return { cursor: { v: 1, opened: at.toISOString(), at: at.toISOString(), links, latest }, messages };
}

async function round(reach: Reach, cursor: Cursor): Promise<Changes> {
  const { graph, now } = reach;
  const at = now();
  const messages: NewMessage[] = [];
  const touched = new Set<Place>();
  const links = await eachFolder(async (folder, { place }) => {
    const take = (item: Item) => {
      if (isNew(item, folder, place)) messages.push(newMessage(item, place));
      // What was there before the last look has changed. What merely arrived is told by `messages`, except in Drafts.
      if (place === 'drafts' || isOld(item, cursor.at)) touched.add(place);
      if (item.isDraft) touched.add('drafts');
    };
    try {
      return await drain(graph, await graph.follow<Item>(cursor.links[folder] ?? ''), take);
    } catch (error) {
      // Not only 410 ends a link: of a mailbox that was moved or restored it may be unknown (404), or be refused (400). It would be so for ever.
      if (error instanceof Gone || error instanceof Refused)
        throw new StateLost('The place up to which mail was read is not known to the mail service any more.', {
          cause: error,
        });
      throw error;
    }
  });
  const elsewhere = await arrivedElsewhere(reach, cursor.latest);
  messages.push(...elsewhere.messages);
  let next: Cursor = { ...cursor, at: at.toISOString(), links };
  if (at.getTime() - Date.parse(cursor.opened) > reopenMs) {
    // Told once more, for between the two deltas something may have come.
    const opened = await open(reach);
    messages.push(...opened.messages);
    next = opened.cursor;
  }
  const reached = JSON.stringify({ ...next, latest: elsewhere.latest });
  return { kind: 'changes', cursor: reached, messages, touched: [...touched] };
}

async function eachFolder(
  link: (folder: string, each: (typeof followed)[string]) => Promise<string>,
): Promise<Record<string, string>> {
  const links = Object.entries(followed).map(async ([folder, each]) => [folder, await link(folder, each)] as const);
  return Object.fromEntries(await Promise.all(links));
}

/** Hands out what is on this page and the ones after it; answers the link to go on from. */
async function drain(graph: Graph, first: Page<Item>, take: (item: Item) => void): Promise<string> {
  let page = first;
  page.value.forEach(take);
  while (page['@odata.nextLink'] !== undefined) {
    page = await graph.follow<Item>(page['@odata.nextLink']);
    page.value.forEach(take);
  }
  return page['@odata.deltaLink'] ?? '';
}

/** A changed flag may come with the id and the flag alone (graph-docs#7776); whatever comes whole is told, for it may have been moved here. */
function isNew(item: Item, folder: string, place: Place): boolean {
  if (item['@removed'] || !item.conversationId || folder === 'outbox') return false;
  return !item.isDraft || place === 'drafts' || place === 'trash';
}

function isOld(item: Item, at: string): boolean {
  return !(Date.parse(item.createdDateTime ?? '') > Date.parse(at));
}

const newMessage = (item: Item, place: Place): NewMessage => ({
  ...envelopeOf(item, item.isDraft === true || isOwn(place)),
  threadRef: item.conversationId ?? '',
  place,
});

/** Rules file mail into folders that have no delta here: what arrived there is found by its time. Flags in them are not followed. */
async function arrivedElsewhere(
  { graph, folders, now }: Reach,
  latest: string,
): Promise<{ messages: NewMessage[]; latest: string }> {
  const whereOf = await folders();
  const since = new Date(Date.parse(latest) - overlapMs);
  const items = await graph.list<Item>('/me/messages', {
    ...enveloped,
    $filter: `receivedDateTime ge ${instant(since)}`,
    $orderby: 'receivedDateTime asc',
    $top: '100',
  });
  return {
    messages: items
      .filter((item) => whereOf(item) === 'filed' && !isDraft(item, 'filed'))
      .map((item) => newMessage(item, placeOf('filed'))),
    latest: items
      .map(({ receivedDateTime }) => receivedDateTime ?? '')
      // What was stored with a date ahead says nothing about what has arrived.
      .filter((arrived) => Date.parse(arrived) <= now().getTime() + slackMs)
      .reduce((a, b) => (a > b ? a : b), latest),
  };
}

function readCursor(text: string): Cursor | null {
  try {
    const cursor = JSON.parse(text) as Cursor;
    const dates = [cursor.opened, cursor.at, cursor.latest];
    const whole = Object.keys(followed).every((folder) => typeof cursor.links[folder] === 'string');
    return cursor.v === 1 && whole && dates.every((date) => !Number.isNaN(Date.parse(date))) ? cursor : null;
  } catch {
    return null;
  }
}
