/** Who is who among the contacts of a rep: a person is every address that the CRM has of them. */
import { addressKey } from './addresses.ts';
import type { Contact } from './deal.ts';

export interface People {
  /** These addresses, and every other one of the people behind them, as keys to compare with. */
  everyAddressOf(addresses: Iterable<string>): Set<string>;
}

export function knownPeople(contacts: Iterable<Contact>): People {
  const others = new Map<string, Set<string>>();
  for (const { emails } of contacts) {
    if (emails.length < 2) continue;
    const keys = emails.map(addressKey);
    for (const key of keys) others.set(key, new Set([...(others.get(key) ?? []), ...keys]));
  }
  return {
    everyAddressOf(addresses) {
      const keys = [...addresses].map(addressKey);
      return new Set(keys.flatMap((key) => [key, ...(others.get(key) ?? [])]));
    },
  };
}
