/** The OData of the fake: only what is documented for messages; anything else is refused as the service refuses it. */

import { textOf } from './outlook-body.ts';
import type { Folder, Item, Store } from './outlook-store.ts';
import { deferredUntil, inReplyTo, references } from './outlook-store.ts';

export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const iso = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;

/**
 * Property ids as the service gives them back: hexadecimal without leading zeros, lower case ("Binary 0x0E0A" comes as "Binary 0xe0a",
 * learn.microsoft.com answers 599013).
 */
export function normalId(id: string): string {
  return id
    .replace(/0x0*([0-9a-f]+)$/i, (_, hex: string) => `0x${hex.toLowerCase()}`)
    .replace(/\{[^}]*\}/, (guid) => guid.toLowerCase());
}

const recipient = ({ name, address }: { name: string; address: string }) => ({
  // Without a name of its own an address is its own name.
  emailAddress: { name: name === '' ? address : name, address },
});

/** One message as JSON: the selected properties, id and etag always (message resource). */
export function render(
  store: Store,
  item: Item,
  {
    select,
    expand,
    immutable,
    text,
  }: { select: string[] | null; expand: string | null; immutable: boolean; text: boolean },
): Record<string, unknown> {
  const received = !item.isDraft && store.nameOf(item) !== 'sentitems';
  const headers = received || item.headers !== null || store.switches.sentHeaders ? headersOf(item) : null;
  const all: Record<string, unknown> = {
    createdDateTime: iso(item.created),
    lastModifiedDateTime: iso(item.modified),
    changeKey: `CQAAABYAAA${item.version}`,
    receivedDateTime: iso(item.received),
    sentDateTime: iso(item.sent),
    hasAttachments: item.attachments.some(({ isInline }) => !isInline),
    internetMessageId: item.internetMessageId,
    subject: item.subject,
    bodyPreview: textOf(item.body).slice(0, 255),
    parentFolderId: item.folder,
    conversationId: item.conversationId,
    isRead: item.isRead,
    isDraft: item.isDraft,
    // eventmessage-get: bodies of event messages come "in only HTML format", whatever is preferred.
    body: text && !item.meeting ? { contentType: 'text', content: textOf(item.body) } : item.body,
    sender: senderOf(item),
    from: item.from && recipient(item.from),
    toRecipients: item.to.map(recipient),
    ccRecipients: item.cc.map(recipient),
    bccRecipients: item.bcc.map(recipient),
    replyTo: [],
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(item.plainId)}&exvsurl=1&viewmodel=ReadMessageItem`,
    flag: { flagStatus: 'notFlagged' },
  };
  const wanted = select ?? Object.keys(all);
  for (const name of wanted)
    if (!(name in all) && !isCast(name) && !['id', 'internetMessageHeaders'].includes(name))
      throw new Refused(
        400,
        'RequestBroker--ParseUri',
        `Could not find a property named '${name}' on type 'microsoft.graph.message'.`,
      );
  return {
    '@odata.etag': `W/"CQAAABYAAA${item.version}"`,
    id: immutable ? item.id : item.plainId,
    ...Object.fromEntries(wanted.filter((name) => name in all).map((name) => [name, all[name]])),
    // Only when asked for (message resource), and absent where there are none.
    ...(select?.includes('internetMessageHeaders') && headers ? { internetMessageHeaders: headers } : {}),
    ...meetingView(item, select, store.switches.castsRefused),
    ...expanded(item, expand),
  };
}

const cast = 'microsoft.graph.eventMessage/';
const isCast = (name: string): boolean => name.startsWith(cast);

/** Properties of an eventMessage by the schema. */
const known = new Set([
  'meetingMessageType',
  'startDateTime',
  'endDateTime',
  'isAllDay',
  'isDelegated',
  'isOutOfDate',
  'location',
  'recurrence',
  'type',
]);

/**
 * What was selected of the properties of the derived type. They are selected with the type before them, and come back without it; unqualified they
 * are no property of a message (graph-docs#2018). Of any other mail there is nothing. The type itself always comes with what is of a derived one.
 */
function meetingView({ meeting }: Item, select: string[] | null, refused: boolean): Record<string, unknown> {
  const named = select?.filter((name) => name.startsWith(cast)).map((name) => name.slice(cast.length));
  if (named?.length && refused)
    throw new Refused(400, 'RequestBroker--ParseUri', `Could not find a property named '${named[0]}'.`);
  for (const name of named ?? []) if (!known.has(name)) throw new Refused(400, 'RequestBroker--ParseUri', name);
  if (!meeting) return {};
  const { '@odata.type': type, ...properties } = meeting;
  const wanted = named ?? Object.keys(properties);
  return { '@odata.type': type, ...Object.fromEntries(wanted.map((name) => [name, properties[name] ?? null])) };
}

/** Whoever sent it, on behalf of whom it is from. */
function senderOf({ from, headers }: Item) {
  const address = headers?.find(({ name }) => name.toLowerCase() === 'sender')?.value.match(/[^\s<>]+@[^\s<>]+/)?.[0];
  return address === undefined ? from && recipient(from) : recipient({ name: '', address });
}

function headersOf(item: Item): { name: string; value: string }[] {
  const named = (name: string, id: string) => {
    const value = item.properties.get(normalId(id));
    return value ? [{ name, value }] : [];
  };
  return [...(item.headers ?? []), ...named('In-Reply-To', inReplyTo), ...named('References', references)];
}

/** `singleValueExtendedProperties($filter=id eq 'A' or id eq 'B')`; items without any lack the member. */
function expanded(item: Item, expand: string | null): Record<string, unknown> {
  if (expand === null) return {};
  const found = /^singleValueExtendedProperties\(\$filter=(id eq '[^']+'(?: or id eq '[^']+')*)\)$/.exec(expand);
  if (!found) throw new Refused(400, 'RequestBroker--ParseUri', `The expand '${expand}' is not understood.`);
  const ids = [...(found[1] as string).matchAll(/'([^']+)'/g)].map((match) => normalId(match[1] as string));
  const values = ids.flatMap((id) => {
    const value = item.properties.get(id);
    return value === undefined ? [] : [{ id, value }];
  });
  return values.length > 0 ? { singleValueExtendedProperties: values } : {};
}

interface Query {
  filter: string | null;
  orderby: string | null;
  search: string | null;
}

/** The messages of a folder, or of the whole mailbox, newest first where nothing else is asked for. */
export function select(store: Store, folder: Folder | null, { filter, orderby, search }: Query): Item[] {
  // "Returns messages in the signed-in user's mailbox (including the Deleted Items and Clutter folders)": not what is behind it.
  const all = [...store.items.values()].filter((item) =>
    folder ? item.folder === folder.id : store.nameOf(item) !== 'recoverableitemsdeletions',
  );
  const newest = (a: Item, b: Item) => b.received.getTime() - a.received.getTime();
  if (search !== null) {
    // search-query-parameter: not together with $filter or $orderby; by date; at most 1,000.
    if (filter !== null || orderby !== null)
      throw new Refused(400, 'SearchWithFilter', "The query parameter '$filter' is not supported with '$search'.");
    const address = /^"participants:([^"\s]+)"$/.exec(search)?.[1]?.toLowerCase();
    if (!address) throw new Refused(400, 'BadRequest', `The search ${search} is not understood.`);
    const indexed = store.now().getTime() - (store.switches.searchLags ? 2 * 86_400_000 : 0);
    return all
      .filter((item) => item.received.getTime() <= indexed)
      .filter((item) =>
        [...(item.from ? [item.from] : []), ...item.to, ...item.cc, ...item.bcc].some((one) =>
          one.address.toLowerCase().includes(address),
        ),
      )
      .sort(newest)
      .slice(0, 1000);
  }
  const terms = filter === null ? [] : termsOf(filter);
  if (orderby !== null) {
    const [property, direction] = orderby.split(' ');
    if (property !== 'receivedDateTime') throw new Refused(400, 'ErrorInvalidUrlQuery', `Cannot sort by ${property}.`);
    // user-list-messages: what is sorted by must come first in the filter, in the same order.
    if (terms.length > 0 && terms[0]?.property !== property)
      throw new Refused(400, 'InefficientFilter', 'The restriction or sort order is too complex for this operation.');
    all.sort((a, b) => (direction === 'desc' ? newest(a, b) : newest(b, a)));
  } else all.sort(newest);
  return all.filter((item) => terms.every((term) => term.holds(item)));
}

function termsOf(filter: string): { property: string; holds: (item: Item) => boolean }[] {
  return splitByAnd(filter).map((term) => {
    const equal = /^([\w/]+) eq '((?:[^']|'')*)'$/.exec(term);
    const value = equal?.[2]?.replaceAll("''", "'") ?? '';
    switch (equal?.[1]) {
      case 'conversationId':
        return { property: 'conversationId', holds: (item) => item.conversationId === value };
      case 'internetMessageId':
        return { property: 'internetMessageId', holds: (item) => item.internetMessageId === value };
      case 'from/emailAddress/address':
        return { property: 'from', holds: (item) => item.from?.address.toLowerCase() === value.toLowerCase() };
    }
    const since = /^receivedDateTime (ge|gt) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)$/.exec(term);
    if (since) {
      const at = Date.parse(since[2] as string);
      const seconds = (item: Item) => Date.parse(iso(item.received));
      return {
        property: 'receivedDateTime',
        holds: (item) => (since[1] === 'ge' ? seconds(item) >= at : seconds(item) > at),
      };
    }
    // singlevaluelegacyextendedproperty-get: over all of the mailbox, the value without regard to case.
    const any =
      /^singleValueExtendedProperties\/Any\(ep: ep\/id eq '([^']+)' and ep\/value eq '((?:[^']|'')*)'\)$/.exec(term);
    if (any) {
      const [id, wanted] = [normalId(any[1] as string), (any[2] as string).replaceAll("''", "'").toLowerCase()];
      return { property: 'properties', holds: (item) => item.properties.get(id)?.toLowerCase() === wanted };
    }
    // Among them toRecipients: there is no such filter (graph known issue).
    throw new Refused(400, 'ErrorInvalidUrlQueryFilter', 'The query filter contains one or more invalid nodes.');
  });
}

function splitByAnd(filter: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let at = 0; at < filter.length; at++) {
    const letter = filter[at];
    if (letter === "'") quoted = !quoted;
    else if (!quoted && letter === '(') depth += 1;
    else if (!quoted && letter === ')') depth -= 1;
    else if (!quoted && depth === 0 && filter.startsWith(' and ', at)) {
      parts.push(filter.slice(start, at));
      start = at + 5;
    }
  }
  return [...parts, filter.slice(start)];
}

/** Whether a deferred mail is still to go. */
export function isScheduled(store: Store, item: Item): boolean {
  const until = item.properties.get(normalId(deferredUntil));
  return until !== undefined && Date.parse(until) > store.now().getTime();
}
