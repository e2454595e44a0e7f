/**
 * What was written into the outbox and no export has taken over yet, read over the files: a change counts as made from the moment it is handed over.
 * One that is older than the export counts no more, for the export is the CRM's own word: whoever imports it had done so, or it was undone there.
 */
import type { Contact, DealNow, Stage } from '../domain/deal.ts';
import { COLUMN, FIELDS, textOf, withText } from './csv-fields.ts';
import type { OutboxRecord } from './csv-outbox.ts';
import type { Book } from './csv-rows.ts';
import { fold } from './csv-values.ts';

/** When each export was made. */
export interface ExportedAt {
  deals: Date;
  contacts: Date;
}

/** The stage that a text of an export or of the outbox means, by id or name. */
export function stageOf(book: Pick<Book, 'stages'>, text: string): Stage | undefined {
  return book.stages.find(({ id }) => id === text) ?? book.stages.find(({ name }) => fold(name) === fold(text));
}

/** The deal with what waits for it. Of changes that follow one another each begins where the one before ended, whichever of them the export has. */
export function dealNow(
  book: Book,
  dealId: string,
  records: readonly OutboxRecord[],
  exported: ExportedAt,
): DealNow | null {
  const deal = book.deals.get(dealId);
  if (!deal) return null;
  const waiting = records.filter(({ at = '' }) => new Date(at) > exported.deals);
  const ofDeal = waiting.filter((record) => record.deal === dealId);
  let { stage, status } = deal;
  for (const { field, old = '', new: next = '' } of ofDeal) {
    if (field !== 'stage' || (stageOf(book, old)?.id ?? old) !== stage) continue;
    const found = stageOf(book, next);
    stage = found?.id ?? next;
    status = found?.status ?? status;
  }
  const added = ofDeal.filter(({ field }) => field === 'contact').map(({ contact = '' }) => contact);
  const contactIds = [...new Set([...deal.contactIds, ...added])];
  const known = contactIds.flatMap((id) => contactNow(book, id, records, exported) ?? []);
  return { deal: { ...deal, stage, status, contactIds: known.map(({ id }) => id) }, contacts: known };
}

/** A contact with what waits for it: of the files, or one whom the outbox adds. */
export function contactNow(
  book: Book,
  id: string,
  records: readonly OutboxRecord[],
  exported: ExportedAt,
): Contact | null {
  const waiting = records.filter((record) => record.contact === id && new Date(record.at ?? '') > exported.contacts);
  const fresh = waiting.some(({ field }) => field === 'contact');
  let contact = book.contacts.get(id) ?? (fresh ? nobody(id) : null);
  for (const { field: column, old = '', new: next = '' } of waiting) {
    const field = FIELDS.find((each) => COLUMN[each] === column);
    if (contact && field && textOf(contact, field) === old) contact = withText(contact, field, next);
  }
  return contact;
}

const nobody = (id: string): Contact => ({ id, name: '', emails: [], title: null, phone: null, optOut: 'unknown' });
