/**
 * Which deal a thread belongs to. Only a contact's exact address binds; a domain never does. One open deal of this rep:
 * bound. Several: a question for a person. Whatever was bound stays bound.
 */
import type { Contact, Deal } from './deal.ts';

export type Match =
  | { kind: 'bound'; dealId: string; why: string }
  | { kind: 'ambiguous'; dealIds: string[] }
  | { kind: 'none' };

/** Address to the ids of open deals of this rep that name it. Deals without an owner count for every rep. */
export function dealsByAddress(
  deals: readonly Deal[],
  contacts: readonly Contact[],
  rep: string,
): Map<string, string[]> {
  const byContact = new Map(contacts.map((contact) => [contact.id, contact]));
  const found = new Map<string, string[]>();
  for (const deal of deals) {
    if (deal.status !== 'open' || (deal.owner !== null && deal.owner !== rep)) continue;
    for (const contactId of deal.contactIds) {
      for (const address of byContact.get(contactId)?.emails ?? []) {
        const ids = found.get(address) ?? [];
        if (!ids.includes(deal.id)) found.set(address, [...ids, deal.id]);
      }
    }
  }
  return found;
}

/**
 * Judges by the people of a thread. `own` are the rep's addresses: a deal that names the rep as its own contact binds
 * nothing.
 */
export function matchThread(people: readonly string[], own: readonly string[], deals: Map<string, string[]>): Match {
  const dealIds = new Set<string>();
  let because = '';
  for (const address of people) {
    if (own.includes(address)) continue;
    for (const id of deals.get(address) ?? []) {
      dealIds.add(id);
      because ||= address;
    }
  }
  const [only, ...others] = [...dealIds].sort();
  if (only === undefined) return { kind: 'none' };
  if (others.length > 0) return { kind: 'ambiguous', dealIds: [only, ...others] };
  return { kind: 'bound', dealId: only, why: `${because} is a contact of this deal and of no other open one` };
}
