/**
 * A change of the CRM that we suggest and a person decides: a stage, a field of a contact, a new contact, a deal closed as lost. Plain data; what is shown
 * of it is hashed, and only a decision about that hash lets it be made.
 */
import { addDays } from '../calendar.ts';
import type { Contact, Deal, DealNow } from '../deal.ts';
import { canonical, type Sha256 } from '../ledger.ts';
import type { WorkingDays } from '../working-days.ts';

export const changeKinds = ['stage_change', 'contact_update', 'new_contact', 'close_lost'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * open, snoozed: to be decided · approved: to be made · done, failed: what came of that · rejected, expired: never made · superseded: the CRM or the talk
 * has gone on, and another may stand in its place.
 */
export type ChangeState = 'open' | 'snoozed' | 'approved' | 'rejected' | 'expired' | 'superseded' | 'done' | 'failed';

/** The words it rests on; a deal is closed for want of words, so there the quote may be our own last mail's. */
export interface Ground {
  messageId: string;
  quote: string;
}

/** By the contract's names: `stage` by its id; `name`, `title`, `phone`; `emails` joined with "; ". An empty text is nothing. */
export type Values = Record<string, string>;

/** As it is shown. */
export interface Change {
  kind: ChangeKind;
  dealId: string;
  contactId: string | null;
  before: Values;
  after: Values;
  ground: Ground;
  /** One sentence for the rep, old and new value in it. */
  text: string;
}

/** SHA-256 over the canonical JSON of exactly what is shown, the CRM it is for among it. */
export function changeHash(change: Change & { crmId: string }, sha256: Sha256): string {
  const { kind, crmId, dealId, contactId, before, after, ground, text } = change;
  return sha256(canonical({ kind, crmId, dealId, contactId, before, after, ground: { ...ground }, text }));
}

/** The last civil date on which it may be decided: so many working days behind `from`. */
export function lastDay(from: string, workingDays: number, days: WorkingDays): string {
  let day = from;
  for (let left = workingDays, looked = 0; left > 0 && looked < 400; looked++) {
    day = addDays(day, 1);
    if (days.works(day)) left -= 1;
  }
  return day;
}

export type Compared =
  | { kind: 'gone'; what: 'deal' | 'contact' }
  /** The CRM has it already. */
  | { kind: 'there' }
  /** As the person saw it. */
  | { kind: 'as_seen' }
  | { kind: 'differs'; now: Values };

/** Holds a change against what the CRM has now. `undoing`: a deal that is closed may be opened again. */
export function compare(change: Omit<Change, 'text' | 'ground'>, now: DealNow | null, undoing = false): Compared {
  if (!now) return { kind: 'gone', what: 'deal' };
  if (change.kind === 'new_contact') {
    const address = change.after.emails ?? '';
    return { kind: now.contacts.some(({ emails }) => emails.includes(address)) ? 'there' : 'as_seen' };
  }
  if (change.kind !== 'contact_update') {
    const { stage, status } = now.deal;
    if (stage === change.after.stage) return { kind: 'there' };
    if (stage !== change.before.stage || (status !== 'open' && !undoing)) return { kind: 'differs', now: { stage } };
    return { kind: 'as_seen' };
  }
  const contact = now.contacts.find(({ id }) => id === change.contactId);
  if (!contact) return { kind: 'gone', what: 'contact' };
  const has = valuesOf(contact, change.after);
  if (same(has, change.after)) return { kind: 'there' };
  return same(has, change.before) ? { kind: 'as_seen' } : { kind: 'differs', now: has };
}

const same = (one: Values, other: Values): boolean => canonical(one) === canonical(other);

/** What a contact has in the fields that `like` names. */
function valuesOf(contact: Contact, like: Values): Values {
  const texts: Values = {
    name: contact.name,
    title: contact.title ?? '',
    phone: contact.phone ?? '',
    emails: contact.emails.join('; '),
  };
  return Object.fromEntries(Object.keys(like).map((field) => [field, texts[field] ?? '']));
}

/** Values as the CRM's contract takes them. */
export function fieldsOf(values: Values): Partial<Contact> {
  const { name, title, phone, emails } = values;
  return {
    ...(name === undefined ? {} : { name }),
    ...(title === undefined ? {} : { title: title || null }),
    ...(phone === undefined ? {} : { phone: phone || null }),
    ...(emails === undefined ? {} : { emails: emails.split('; ').filter(Boolean) }),
  };
}

/** The same change from what the CRM has now, with a sentence that says so; null where the deal is closed, for nothing is to be moved then. */
export function proposedAnew(
  change: Change,
  now: Values,
  deal: Pick<Deal, 'status'>,
  names: StageNames,
): Change | null {
  if (change.kind !== 'contact_update' && deal.status !== 'open') return null;
  const was = inWords(change.before, names);
  const is = inWords(now, names);
  const text = `${change.text} The CRM has ${is} now, not ${was} as when this was proposed.`;
  return { ...change, before: now, text };
}

/** Names of stages by their ids. */
export type StageNames = ReadonlyMap<string, string>;

export function inWords(values: Values, stages: StageNames = new Map()): string {
  const words = Object.entries(values).map(([field, value]) =>
    field === 'stage' ? (stages.get(value) ?? value) : value,
  );
  const said = words.filter(Boolean).map((value) => `"${value}"`);
  return said.length === 0 ? 'nothing' : said.join(', ');
}
