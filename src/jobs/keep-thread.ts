/** Keeps a thread that belongs to a deal, asks about one that may belong to several, and lets any other be. */
import { closedDealsOf, contactsOfDeals, dealKey, dealOfKey, openDealsOf, type StoredDeal } from '../db/deals.ts';
import { dropFindings, replaceFindings } from '../db/findings.ts';
import type { MailboxRow } from '../db/mailboxes.ts';
import { dealsOfDrafts } from '../db/placements.ts';
import { closeQuestion, dealsByMessage, dropQuestion, saveNewContacts, saveQuestion } from '../db/questions.ts';
import { threadWithReadings } from '../db/readings.ts';
import { replaceRests } from '../db/rests.ts';
import type { Db } from '../db/store.ts';
import { findThread, saveThread } from '../db/threads.ts';
import { afterAnswered } from '../domain/answer-dates.ts';
import { addressesToSearch, type Book, type BookDeal, factsOfPeople, openBook } from '../domain/book.ts';
import { civilDate } from '../domain/calendar.ts';
import { contactsConcerned } from '../domain/concern.ts';
import { type Finding, findingsIn } from '../domain/findings.ts';
import { asWritten, type Envelope, participants, type Thread } from '../domain/mail.ts';
import { type Link, matchThread } from '../domain/matching.ts';
import { type NewContact, newContacts } from '../domain/new-contact.ts';
import { asReport, looksReported } from '../domain/reading/delivery-report.ts';
import { type Reading, unread } from '../domain/reading.ts';
import { restsIn } from '../domain/rests.ts';
import { isRep, readThreads } from '../domain/talk.ts';
import { isDefect } from '../errors.ts';
import { type Context, repOf } from './context.ts';

/** What threads of one mailbox are judged by, as the CRM has it now. */
export interface Shelf {
  row: MailboxRow;
  book: Book;
  /** Under which the mailbox is searched. */
  addresses: string[];
  /** Deals that have ended; looked up when the first thread needs them. */
  ended(): Promise<Book>;
}

/** Opens the book on the rep's deals. */
export async function openShelf(context: Context, row: MailboxRow): Promise<Shelf> {
  const { db } = context.store;
  const own = repOf(row).addresses;
  const { freeMailDomains } = context.policy;
  const deals = await openDealsOf(db, row);
  const entries = await entriesOf(db, deals);
  const book = openBook(entries, own, freeMailDomains);
  const today = civilDate(context.now(), row.timeZone);
  let ended: Promise<Book> | null = null;
  return {
    row,
    book,
    addresses: addressesToSearch(entries, book.own),
    ended: () => {
      ended ??= closedDealsOf(db, row).then(async (closed) => {
        // A date to come was a hope, not the end.
        const dated = closed.map((deal) => ({
          ...deal,
          closeDate: (deal.closeDate ?? '9') > today ? null : deal.closeDate,
        }));
        return openBook(await entriesOf(db, dated), own, freeMailDomains);
      });
      return ended;
    },
  };
}

async function entriesOf(db: Db, deals: StoredDeal[]): Promise<BookDeal[]> {
  const contacts = await contactsOfDeals(db, deals);
  return deals.map((deal) => {
    const key = dealKey(deal);
    const { id, name, owner, closeDate } = deal;
    return { key, number: id, name, owner, closeDate, contacts: contacts.get(key) ?? [] };
  });
}

/** Equal while the CRM says the same of these people; a question that was judged by something else is judged again. */
export function bookHash({ store }: Context, { book }: Shelf, people: readonly string[]): string {
  return store.sha256(factsOfPeople(book, people));
}

/**
 * Keeps a thread whatever our own code makes of it, as `keepThread` does: where that fails, with its words unread, and where that fails too only that its people have
 * written what cannot be read, so that nothing is drafted to them. A failure of the database is thrown.
 */
export async function keepAnyThread(
  context: Context,
  shelf: Shelf,
  read: Thread,
): Promise<'thread' | 'findings' | null> {
  try {
    return await keepThread(context, shelf, read);
  } catch (error) {
    if (!isDefect(error)) throw error;
    context.log.error('thread-not-read', { mailbox: shelf.row.id, error });
    const reading = unread(error);
    const words = { ...read, messages: read.messages.map((message) => ({ ...message, reading })) };
    return keepThread(context, shelf, words).catch((again) => {
      if (!isDefect(again)) throw again;
      return keepUnread(context, shelf, read, reading);
    });
  }
}

/** All who take part, but the rep. */
async function keepUnread(
  { store, now }: Context,
  { row }: Shelf,
  { ref, messages }: Thread,
  { defect }: Reading,
): Promise<'findings' | null> {
  const rep = repOf(row);
  const found = messages.flatMap((message) =>
    participants(message)
      .filter((address) => !isRep(address, rep))
      .map((address): Finding => {
        const said = { kind: 'unreadable', scope: 'person', until: null, quote: defect ?? '' } as const;
        return { ...said, address, messageId: message.id, date: now() };
      }),
  );
  const name = { ref, messageIds: messages.map(({ id }) => id) };
  return (await store.transaction((tx) => replaceFindings(tx, row.id, name, found))) ? 'findings' : null;
}

/**
 * Stores a thread if it belongs to a deal; of any other with a contact only what it forbids. Says which of the two was done, null where neither was or
 * nothing is new. What is bound stays bound, and what a person has answered stays answered.
 */
export async function keepThread(context: Context, shelf: Shelf, read: Thread): Promise<'thread' | 'findings' | null> {
  const { store, newId } = context;
  const { row, book } = shelf;
  const now = context.now();
  const messages = afterAnswered(read.messages.map(asWritten), repOf(row)).map(asReport);
  const thread = { ...read, messages: messages.sort((a, b) => a.date.getTime() - b.date.getTime()) };
  const ids = thread.messages.map(({ id }) => id);
  const known = await findThread(store.db, row.id, thread.ref, ids);
  if (known?.dealId) {
    const { crmId, dealId, boundBecause } = known;
    await bind(context, shelf, thread, { crmId: crmId ?? '', dealId, because: boundBecause ?? '' });
    return 'thread';
  }
  if (known?.answeredBy) {
    const changed = await store.transaction((tx) => keepFindings(tx, context, shelf, thread, true));
    return changed ? 'findings' : null;
  }
  const asked = (known?.candidates ?? []).map(({ crmId, dealId }) => dealKey({ crmId, id: dealId }));
  const links = await linksOf(store.db, row.id, thread.messages);
  const match = matchThread(thread.messages, book, { links, ended: await shelf.ended(), asked });
  // Nobody is asked about a delivery report: whom it names counts in all of their deals.
  const [first] = match.kind === 'ambiguous' && thread.messages.every(looksReported) ? match.candidates : [];
  const bound = match.kind === 'bound' ? match : first;
  if (bound) {
    await bind(context, shelf, thread, { ...dealOfKey(bound.deal), because: bound.because.join(' ') });
    return 'thread';
  }
  return store.transaction(async (tx) => {
    const changed = await keepFindings(tx, context, shelf, thread, false);
    const done = changed ? 'findings' : null;
    if (match.kind !== 'ambiguous') {
      await dropQuestion(tx, row.id, thread.ref);
      return done;
    }
    const question = {
      mailboxId: row.id,
      ref: known?.ref ?? thread.ref,
      candidates: match.candidates.map(({ deal, because }) => ({ ...dealOfKey(deal), because })),
      lastAt: new Date(Math.max(...thread.messages.map(({ date }) => date.getTime()))),
      people: match.people,
      bookHash: bookHash(context, shelf, match.people),
    };
    await saveQuestion(tx, question, newId, now);
    return done;
  });
}

/**
 * Keeps what a thread forbids that belongs to no open deal, in the place of what it did before. True when that is something else by now. A thread that
 * concerns no contact of an open deal is let be, with what was found in it while it did.
 */
export async function keepFindings(
  tx: Db,
  context: Context,
  { row, book }: Pick<Shelf, 'row' | 'book'>,
  thread: Thread,
  ownMatter: boolean,
): Promise<boolean> {
  const contacts = contactsConcerned(thread.messages, book, row.timeZone);
  if (contacts.length === 0) return false;
  const today = civilDate(context.now(), row.timeZone);
  const freeMail = context.policy.freeMailDomains;
  const rep = repOf(row);
  const around = { rep, today, contacts, freeMail, ownMatter };
  const read = {
    ...thread,
    messages: readThreads([thread], rep).map(({ message, reading }) => ({ ...message, reading })),
  };
  sayUnread(context, row, read);
  const found = findingsIn([read], around);
  await replaceRests(tx, row.id, nameOf(thread).messageIds, restsIn([read], around, true));
  return replaceFindings(tx, row.id, nameOf(thread), found);
}

/** Whoever maintains this has to know, and nobody else what the mail says. */
function sayUnread({ log }: Context, row: MailboxRow, { messages }: Thread): void {
  const count = messages.filter(({ reading }) => reading?.defect !== undefined).length;
  if (count > 0) log.error('message-not-read', { mailbox: row.id, count });
}

const nameOf = ({ ref, messages }: Thread) => ({ ref, messageIds: messages.map(({ id }) => id) });

/** Stores the thread under its deal, and whoever in it is new there. */
async function bind(
  context: Context,
  { row, book }: Shelf,
  thread: Thread,
  binding: { crmId: string; dealId: string; because: string },
): Promise<void> {
  const { store, newId } = context;
  const now = context.now();
  const deal = dealKey({ crmId: binding.crmId, id: binding.dealId });
  const rep = repOf(row);
  const contacts = book.deals.get(deal)?.contacts ?? [];
  const today = civilDate(now, row.timeZone);
  const around = { rep, today, contacts, freeMail: context.policy.freeMailDomains };
  const strangers = newContacts(thread.messages, book, deal);
  await store.transaction(async (tx) => {
    const id = await saveThread(tx, row.id, thread, binding, newId, now);
    await closeQuestion(tx, id);
    const stored = { id, mailboxId: row.id, ref: thread.ref, crmId: binding.crmId, dealId: binding.dealId };
    const read = await threadWithReadings(tx, stored, rep);
    if (read) sayUnread(context, row, read);
    if (read) await replaceRests(tx, row.id, nameOf(read).messageIds, restsIn([read], around));
    await dropFindings(tx, row.id, nameOf(thread));
    await saveNewContacts(tx, rowsOf(row.id, strangers, now));
  });
}

/** Notes who of mails that belong to no deal is at a contact's company: name and address, and nothing else of the mail. */
export async function noteStrangers(context: Context, { row, book }: Shelf, mails: readonly Envelope[]): Promise<void> {
  const people = mails.filter(({ signals }) => !isMachine(signals));
  const rows = rowsOf(row.id, newContacts(people, book, null), context.now());
  if (rows.length > 0) await context.store.transaction((tx) => saveNewContacts(tx, rows));
}

function isMachine(signals: Envelope['signals']): boolean {
  const auto = signals['auto-submitted'] ?? 'no';
  return (
    !/^\s*no\b/i.test(auto) ||
    signals['list-unsubscribe'] !== undefined ||
    /bulk|list|junk/i.test(signals.precedence ?? '')
  );
}

const rowsOf = (mailboxId: string, found: readonly NewContact[], seenAt: Date) =>
  found.map(({ deal, ...rest }) => ({ mailboxId, ...dealOfKey(deal), ...rest, seenAt }));

/** Deals that a thread is tied to by the messages it holds or refers to. */
async function linksOf(db: Db, mailboxId: string, messages: readonly Envelope[]): Promise<Link[]> {
  const ids = [...new Set(messages.flatMap(idsNamed))];
  const link = (by: Link['by']) => (deal: { crmId: string; dealId: string }) => ({
    deal: dealKey({ crmId: deal.crmId, id: deal.dealId }),
    by,
  });
  return [
    ...(await dealsByMessage(db, mailboxId, ids)).map(link('thread')),
    ...(await dealsOfDrafts(db, mailboxId, ids)).map(link('draft')),
  ];
}

/** The Message-IDs that a mail carries: its own, and those it answers. */
export function idsNamed({ id, inReplyTo, references }: Pick<Envelope, 'id' | 'inReplyTo' | 'references'>): string[] {
  return [id, ...references, ...(inReplyTo ? [inReplyTo] : [])];
}
