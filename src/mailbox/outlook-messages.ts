/**
 * Graph's messages in our nouns. In-Reply-To and References are read from the MAPI properties behind them, because the headers of sent mail and
 * of drafts are not always shown; our own mark on a draft is a named property that nobody else sets and that never leaves the mailbox.
 */
import { createHash } from 'node:crypto';
import type { Address, Envelope, Message, Place } from '../domain/mail.ts';
import { comparable } from '../domain/text.ts';
import { Gone } from '../errors.ts';
import { textOfHtml } from './html.ts';
import { believedDate } from './mail-date.ts';
import { attachmentName, idsIn, madeUpId, maxCalendarBytes, signalsOf, storable } from './mime.ts';
import { at, type Graph, Refused } from './outlook-api.ts';
import { calendarOf, type MeetingItem, meetingFields, meetingProperties, messageClass } from './outlook-meetings.ts';
import { asReported, isFailure } from './outlook-reports.ts';
import { bounded } from './text-bounds.ts';

/** What of a message is asked for; members are absent where nothing was asked. */
export interface Item extends MeetingItem {
  id: string;
  '@odata.etag'?: string;
  '@removed'?: { reason: string };
  createdDateTime?: string;
  lastModifiedDateTime?: string;
  receivedDateTime?: string;
  sentDateTime?: string;
  internetMessageId?: string | null;
  subject?: string | null;
  from?: Recipient | null;
  sender?: Recipient | null;
  toRecipients?: Recipient[] | null;
  ccRecipients?: Recipient[] | null;
  bccRecipients?: Recipient[] | null;
  conversationId?: string | null;
  parentFolderId?: string | null;
  isRead?: boolean | null;
  isDraft?: boolean | null;
  hasAttachments?: boolean | null;
  body?: { contentType: string; content: string } | null;
  internetMessageHeaders?: { name: string; value: string }[] | null;
  singleValueExtendedProperties?: { id: string; value: string }[];
}

interface Recipient {
  emailAddress?: { name?: string | null; address?: string | null } | null;
}

/** Our own set of names, made once for this product. */
export const tag = 'String {5e7c2f6a-0b1d-4c39-9a58-2d6f1b83c7e4} Name Countersign';
/** What a draft of ours said when it was left, quote included: the rep may write inside the quote, too. */
export const seal = 'String {5e7c2f6a-0b1d-4c39-9a58-2d6f1b83c7e4} Name CountersignSeal';
/** PidTagInReplyToId, PidTagInternetReferences, PidTagDeferredSendTime. */
export const inReplyTo = 'String 0x1042';
export const references = 'String 0x1039';
const deferredUntil = 'SystemTime 0x3FEF';

const basics = [
  'createdDateTime,lastModifiedDateTime,receivedDateTime,sentDateTime,internetMessageId,subject,from,sender,toRecipients,ccRecipients,bccRecipients',
  'conversationId,parentFolderId,isRead,isDraft,hasAttachments',
].join(',');
const properties = [tag, seal, inReplyTo, references, deferredUntil];
const withProperties = (ids: string[]) =>
  `singleValueExtendedProperties($filter=${ids.map((id) => `id eq '${id}'`).join(' or ')})`;
const $expand = withProperties(properties);

/** Who, when and where: all that is read of mail nobody asked for. */
export const basic = { $select: basics, $expand };
/** With what tells a person from a machine. */
export const enveloped = { $select: `${basics},internetMessageHeaders`, $expand };
export const whole = {
  $select: `${basics},internetMessageHeaders,body`,
  $expand: withProperties([...properties, ...meetingProperties]),
};

const withMeetings = { ...whole, $select: `${whole.$select},${meetingFields}` };
/** Mailboxes that do not give what only meeting mails have. */
const plain = new WeakSet<Graph>();

/** Asks for all of a message, its meeting included. Some mailboxes are said to refuse that: what their items say of it without must do. */
export async function askWhole<T>(graph: Graph, ask: (query: typeof whole) => Promise<T>): Promise<T> {
  if (plain.has(graph)) return ask(whole);
  try {
    return await ask(withMeetings);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const answer = await ask(whole);
    plain.add(graph);
    return answer;
  }
}

/** Property ids come back in another spelling: "SystemTime 0x3FEF" as "SystemTime 0x3fef". */
const spelling = (id: string) => id.toLowerCase().replace(/ 0x0+/, ' 0x');

export function property(item: Item, id: string): string | null {
  return item.singleValueExtendedProperties?.find((each) => spelling(each.id) === spelling(id))?.value ?? null;
}

/** Waits for its time to be sent: the rep has let go of it. */
export function isDeferred(item: Item): boolean {
  return property(item, deferredUntil) !== null;
}

/** Where it lies. The outbox holds what a client is sending, or will send later; `deleted` are the recoverable items behind Deleted Items. */
export type Where = Place | 'outbox' | 'junk' | 'deleted';

const wellKnown: Record<string, Where> = {
  inbox: 'inbox',
  sentitems: 'sent',
  drafts: 'drafts',
  deleteditems: 'trash',
  outbox: 'outbox',
  junkemail: 'junk',
  recoverableitemsdeletions: 'deleted',
};

export type Folders = (item: Item) => Where;

/** The ids behind the names that mean the same in every language; they never change. */
export async function readFolders(graph: Graph): Promise<Folders> {
  const ids = new Map<string, Where>();
  await Promise.all(
    Object.entries(wellKnown).map(async ([name, where]) => {
      const found = await graph.get<{ id: string }>(`/me/mailFolders/${name}`, { $select: 'id' }).catch((error) => {
        // Not every mailbox has an outbox, or shows what is behind Deleted Items.
        if ((error instanceof Gone && where === 'outbox') || where === 'deleted') return null;
        throw error;
      });
      if (found) ids.set(found.id, where);
    }),
  );
  return (item) => ids.get(item.parentFolderId ?? '') ?? 'filed';
}

/** A draft, whatever `isDraft` says while it waits for its time. */
export function isDraft(item: Item, where: Where): boolean {
  return item.isDraft === true || where === 'drafts' || where === 'outbox';
}

export function placeOf(where: Where): Place {
  if (where === 'deleted') return 'trash';
  return where === 'outbox' || where === 'junk' ? 'filed' : where;
}

/** Mails there keep the date of their author. */
export const isOwn = (place: Place): boolean => place === 'sent' || place === 'drafts';

/** What the headers say. `own`: it lies where the owner's mails do. */
export function envelopeOf(item: Item, own = item.isDraft === true): Envelope {
  const headers = new Map<string, string>();
  for (const { name, value } of item.internetMessageHeaders ?? [])
    if (!headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value);
  const from = peopleOf([item.from])[0] ?? null;
  const to = peopleOf(item.toRecipients);
  // What was sent here has no headers: on whose behalf stands in `from` then, and who did it in `sender`.
  const [sender] = peopleOf([item.sender]);
  if (sender && from && sender.address !== from.address) headers.set('sender', sender.address);
  const subject = (item.subject ?? '').replace(/\s+/g, ' ').trim();
  const made = () =>
    madeUpId(
      new Map([
        ['date', item.sentDateTime ?? ''],
        ['from', from?.address ?? ''],
        ['to', to.map(({ address }) => address).join()],
        ['subject', subject],
      ]),
    );
  return storable({
    id: idsIn(item.internetMessageId ?? '', true)[0] ?? made(),
    inReplyTo: idsIn(property(item, inReplyTo) ?? headers.get('in-reply-to'))[0] ?? null,
    references: idsIn(property(item, references) ?? headers.get('references')),
    from,
    to,
    cc: peopleOf(item.ccRecipients),
    bcc: peopleOf(item.bccRecipients),
    subject,
    date: dateOf(item, own),
    signals: signalsOf(headers),
  });
}

function peopleOf(list: (Recipient | null | undefined)[] | null | undefined): Address[] {
  return (list ?? []).slice(0, 1000).flatMap((each) => {
    const address = (each?.emailAddress?.address ?? '').trim().toLowerCase();
    const name = (each?.emailAddress?.name ?? '').trim();
    // Colleagues may come as a name of the directory ("/o=ExchangeLabs/…"), which is no address.
    if (!/^[^\s,;<>]+@[^\s,;<>@]+$/.test(address)) return [];
    return [{ name: name.toLowerCase() === address ? '' : name, address }];
  });
}

function dateOf({ sentDateTime, receivedDateTime }: Item, own: boolean): Date {
  const [sent = null, received = null] = [sentDateTime, receivedDateTime].map((each) => {
    const date = new Date(each ?? '');
    return Number.isNaN(date.getTime()) ? null : date;
  });
  return believedDate(sent, received, own) ?? new Date('1980-01-01T00:00:00Z');
}

/** How messages are read: `own` are the owner's addresses. */
interface Reader {
  graph: Graph;
  own(): Promise<ReadonlySet<string>>;
}

/** With its text as the service gives it, and the names of what is attached. */
export async function messageOf({ graph, own }: Reader, item: Item, where: Where): Promise<Message> {
  const attachments = item.hasAttachments
    ? await graph.list<{ name?: string; contentType?: string; isInline?: boolean }>(`${at(item.id)}/attachments`, {
        $select: 'name,contentType,isInline',
      })
    : [];
  const kind = property(item, messageClass);
  const envelope = envelopeOf(item, isOwn(placeOf(where)) || isDraft(item, where));
  const calendar = calendarOf(item, envelope, (id) => property(item, id))?.slice(0, maxCalendarBytes);
  return storable({
    ...asReported({ ...envelope, text: bounded(textOf(item)) }, kind, isFailure(kind) ? await own() : new Set()),
    ...(calendar === undefined ? {} : { calendar }),
    attachments: attachments
      .filter(({ isInline }) => isInline !== true)
      .map(({ name, contentType }, n) => attachmentName(name, contentType ?? '', n)),
    place: placeOf(where),
    read: item.isRead === true,
  });
}

/** Meeting mails come as HTML, whatever is preferred (eventmessage-get). */
function textOf({ body }: Item): string {
  const content = body?.content ?? '';
  return body?.contentType.toLowerCase() === 'html' ? textOfHtml(content) : content;
}

/** Equal for equal words, however a client spaced and wrapped them. */
export function sealOf(text: string): string {
  return createHash('sha256').update(comparable(text)).digest('hex').slice(0, 32);
}

/** The rule that Outlook draws above a quote, with the head of the quote below it. */
const quoteStart = /(?:^|\n\n?)_{20,}[^\S\n]*\n(?=[^\S\n]*\*?[^\n:]{1,40}:)/;

/** What somebody wrote above the quote that the service put below a new answer. */
export function aboveQuote(text: string): string {
  const found = quoteStart.exec(text);
  return found ? text.slice(0, found.index) : text;
}

/** A text of ours above the quote of a fresh answer; without it where `aboveQuote` would not give the text back to the letter. */
export function withQuote(text: string, fresh: string): string {
  // A mail of megabytes is not quoted whole.
  const quote = bounded(fresh).trim().slice(0, 100_000);
  if (quote === '') return text;
  const quoted = `${text}\n\n${/^_{20,}/.test(quote) ? '' : `${'_'.repeat(32)}\n`}${quote}`;
  return aboveQuote(quoted) === text ? quoted : text;
}
