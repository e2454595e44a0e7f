/** A rep's open deals by the people who lead to them, and who of a mail counts as one of those people. */
import { type Addresses, addressKey, addressSet, companyDomain, noReply } from './addresses.ts';
import type { Contact, Deal } from './deal.ts';
import { asWritten, type Envelope } from './mail.ts';

/** A deal as far as it matters here. */
export interface BookDeal extends Pick<Deal, 'name' | 'owner' | 'closeDate'> {
  /** Its name across CRMs. */
  key: string;
  /** The CRM's own id or number, which a subject may hold. */
  number: string;
  contacts: readonly Contact[];
}

/** Open deals of one rep, by who and what leads to them. */
export interface Book {
  deals: ReadonlyMap<string, BookDeal>;
  byAddress: ReadonlyMap<string, readonly BookDeal[]>;
  byDomain: ReadonlyMap<string, readonly BookDeal[]>;
  own: Addresses;
  /** Domains of the rep's own company; none where the rep is on free mail. */
  ownDomains: ReadonlySet<string>;
  freeMail: readonly string[];
}

export function openBook(deals: readonly BookDeal[], own: readonly string[], freeMail: readonly string[] = []): Book {
  const byAddress = new Map<string, BookDeal[]>();
  const byDomain = new Map<string, BookDeal[]>();
  const mine = addressSet(own);
  const ownDomains = new Set(own.flatMap((address) => companyDomain(address, freeMail) ?? []));
  for (const deal of inOrder(deals))
    for (const address of deal.contacts.flatMap(({ emails }) => emails)) {
      if (mine.has(address)) continue;
      add(byAddress, addressKey(address), deal);
      const domain = companyDomain(address, freeMail);
      if (domain !== null && !ownDomains.has(domain)) add(byDomain, domain, deal);
    }
  const byKey = new Map(deals.map((deal) => [deal.key, deal]));
  return { deals: byKey, byAddress, byDomain, own: mine, ownDomains, freeMail };
}

export const inOrder = <T extends { key: string }>(deals: readonly T[]): T[] =>
  [...deals].sort((a, b) => compare(a.key, b.key));
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function add(map: Map<string, BookDeal[]>, key: string, deal: BookDeal): void {
  const found = map.get(key);
  if (!found) map.set(key, [deal]);
  else if (!found.includes(deal)) found.push(deal);
}

/** Every spelling under which a mailbox is searched for the contacts of the book. */
export function addressesToSearch(deals: readonly BookDeal[], own: Addresses): string[] {
  const written = deals.flatMap(({ contacts }) => contacts.flatMap(({ emails }) => emails));
  return [...new Set(written.flatMap((address) => [address, addressKey(address)]))].filter((each) => !own.has(each));
}

/** What the book says of these people, as one text that is equal while it says the same. */
export function factsOfPeople(book: Book, people: readonly string[]): string {
  const keys = [...new Set(people.map(addressKey))].sort(compare);
  const said = (key: string) =>
    (book.byAddress.get(key) ?? []).map(({ key: deal, name, owner }) => [deal, name, owner]);
  return JSON.stringify(keys.map((key) => [key, said(key)]));
}

export interface Person {
  address: string;
  name: string;
}

/** The people of a message, the rep and machines left out, by key. Who rewrote From is not among them; its author is. */
export function peopleOf(message: Envelope, book: Book): Map<string, Person> {
  const { from, to, cc, bcc, signals } = asWritten(message);
  const people = new Map<string, Person>();
  if (signals['list-id'] !== undefined && !concernsRep(message, book)) return people;
  for (const each of [from, ...to, ...cc, ...bcc]) {
    if (!each || book.own.has(each.address) || noReply.test(each.address)) continue;
    const key = addressKey(each.address);
    if (!people.get(key)?.name) people.set(key, each);
  }
  return people;
}

/** Mail of a list that the rep only reads is about no deal; what came to the rep or their company through one may be. */
function concernsRep({ from, to, cc }: Envelope, book: Book): boolean {
  return [from, ...to, ...cc].some((each) => each && (book.own.has(each.address) || isInside(each.address, book)));
}

const isInside = (address: string, book: Book): boolean => {
  const domain = companyDomain(address, book.freeMail);
  return domain !== null && book.ownDomains.has(domain);
};

/** Whether a new mail may belong to a deal by its people. */
export function namesContact(message: Envelope, book: Book): boolean {
  return [...peopleOf(message, book).keys(), ...unreachedBy(message)].some((key) => book.byAddress.has(key));
}

/** Those that a delivery report names in its header: it belongs to them, and comes from nobody. */
export const unreachedBy = ({ signals }: Envelope): string[] =>
  (signals['x-failed-recipients'] ?? '')
    .split(/[\s,]+/)
    .filter((address) => address.includes('@'))
    .map(addressKey);

/**
 * Who of a thread counts: people outside the rep's company; colleagues only where nobody else takes part, for a deal inside of one company.
 */
export function outsiders(messages: readonly Envelope[], book: Book): Map<string, Person> {
  const people = new Map(messages.flatMap((each) => [...peopleOf(each, book)]));
  for (const address of messages.flatMap(unreachedBy))
    if (book.byAddress.has(address) && !people.has(address)) people.set(address, { address, name: '' });
  const outside = [...people].filter(([, { address }]) => !isInside(address, book));
  return new Map((outside.length > 0 ? outside : [...people]).sort(([a], [b]) => compare(a, b)));
}
