/** People at the companies of contacts whom the CRM does not know: something to ask about, never a match. */
import { companyDomain, mayBePerson } from './addresses.ts';
import { type Book, compare, peopleOf } from './book.ts';
import { type Envelope, isListAddress } from './mail.ts';

/** Somebody at a contact's company whom the CRM does not know. */
export interface NewContact {
  deal: string;
  address: string;
  name: string;
  because: string;
  /** Where they were seen first. */
  messageId: string;
}

/** More deals of one company than this say nothing about where somebody of it belongs. */
const mostSuggested = 3;

/**
 * People whom the CRM does not know at the companies of contacts: of the deal a thread is bound to, or, with null, of any open deal. Never a match, only
 * something to ask about. Roles, machines, free mail and the rep's own company are nobody new.
 */
export function newContacts(messages: readonly Envelope[], book: Book, deal: string | null): NewContact[] {
  const found = new Map<string, NewContact>();
  for (const message of [...messages].sort((a, b) => a.date.getTime() - b.date.getTime() || compare(a.id, b.id)))
    for (const [key, { address, name }] of peopleOf(message, book)) {
      if (book.byAddress.has(key) || !mayBePerson(address) || isListAddress(address, message.signals)) continue;
      const domain = companyDomain(address, book.freeMail);
      const there = (domain === null ? [] : (book.byDomain.get(domain) ?? [])).filter(
        (each) => deal === null || each.key === deal,
      );
      if (there.length > mostSuggested) continue;
      for (const each of there) {
        if (found.has(`${each.key} ${key}`)) continue;
        const colleague = each.contacts
          .flatMap(({ emails }) => emails)
          .find((email) => companyDomain(email, book.freeMail) === domain);
        found.set(`${each.key} ${key}`, {
          deal: each.key,
          address: key,
          name,
          because: `${address} is at ${domain}, like ${colleague}, and no contact of this deal.`,
          messageId: message.id,
        });
      }
    }
  return [...found.values()].sort((a, b) => compare(a.deal, b.deal) || compare(a.address, b.address));
}
