/** Holds, opt-outs and absences that still stand: in the deal they were spoken in, and in every other that the same people are in. */
import { addressKey, addressSet } from './addresses.ts';
import type { Contact } from './deal.ts';
import type { Hold } from './reading.ts';
import type { ReadMessageOf } from './talk.ts';
import { shorten } from './text.ts';

export interface HoldInForce extends Pick<Hold, 'until' | 'scope' | 'quote'> {
  /** Not asked for: the person is away until then. */
  away: boolean;
  /** They want no more mail at all. */
  optOut: boolean;
  contact: string;
  messageId: string;
}

/**
 * What the contacts spoke and still stands. A hold spoken by the rep's side is none. Their latest word counts, but an absence shortens
 * nothing that they asked for, what was asked for good ends only by being lifted, and who opted out stays so.
 */
export function holdsInForce(read: readonly ReadMessageOf[], today: string): HoldInForce[] {
  const held = new Map<string, HoldInForce>();
  for (const { message, reading, byRep } of read) {
    if (byRep) continue;
    const contact = message.from?.address ?? '';
    const { hold, absence, optOut, lifts } = reading;
    if (held.get(contact)?.optOut) continue;
    if (lifts) held.delete(contact);
    const before = held.get(contact);
    const asked = hold !== null || optOut;
    const until = optOut ? null : hold ? hold.until : (absence?.until ?? null);
    // An absence without a day says nothing of when.
    if (until === null && !asked) continue;
    if (before?.until === null && !optOut) continue;
    if (!asked && before && (before.until ?? '') >= (until ?? '')) continue;
    const quote = hold?.quote || shorten(reading.text || message.subject, 240);
    held.set(contact, {
      until,
      scope: hold?.scope ?? 'person',
      quote,
      away: !asked,
      optOut,
      contact,
      messageId: message.id,
    });
  }
  return [...held.values()].filter((hold) => hold.until === null || hold.until > today);
}

/** One deal's share of what may concern others. */
export interface Spoken {
  dealId: string;
  contacts: readonly Contact[];
  holds: readonly HoldInForce[];
}

/**
 * What was spoken in one deal and holds in another, by address: for the person under every address that the CRM has of them, for the company
 * under those of all contacts of its deal. What concerned only that deal's topic stays there.
 */
export function holdsByAddress(all: readonly Spoken[]): Map<string, { dealId: string; hold: HoldInForce }[]> {
  const found = new Map<string, { dealId: string; hold: HoldInForce }[]>();
  for (const { dealId, contacts, holds } of all) {
    for (const hold of holds) {
      if (hold.scope === 'topic' && !hold.optOut) continue;
      const covered = contacts.filter(({ emails }) => hold.scope === 'company' || addressSet(emails).has(hold.contact));
      for (const address of new Set([hold.contact, ...covered.flatMap(({ emails }) => emails)].map(addressKey)))
        found.set(address, [...(found.get(address) ?? []), { dealId, hold }]);
    }
  }
  return found;
}

/** The holds of other deals that these people are under. */
export function holdsElsewhere(
  byAddress: ReadonlyMap<string, { dealId: string; hold: HoldInForce }[]>,
  dealId: string,
  people: Iterable<string>,
): HoldInForce[] {
  const found = new Set<HoldInForce>();
  for (const address of people)
    for (const each of byAddress.get(addressKey(address)) ?? []) if (each.dealId !== dealId) found.add(each.hold);
  return [...found];
}
