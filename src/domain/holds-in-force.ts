/** Holds, opt-outs and absences that still stand: in the deal they were spoken in, and in every other that the same people are in. */
import { addressKey, addressSet, companyDomain } from './addresses.ts';
import type { Contact } from './deal.ts';
import { fold } from './reading/fold.ts';
import { invitesContact } from './reading/hold-lift.ts';
import type { Hold, Reading } from './reading.ts';
import type { ReadMessageOf } from './talk.ts';
import { shorten } from './text.ts';

export interface HoldInForce extends Pick<Hold, 'until' | 'scope' | 'quote'> {
  /** Not asked for: the person is away until then. */
  away: boolean;
  /** They want no more mail at all. */
  optOut: boolean;
  contact: string;
  messageId: string;
  /** Another rep was told, who alone may see the words. */
  toColleague?: true;
}

/** "dana@buyer.test asked not to be contacted before 2026-06-01". */
export function restInWords({
  contact,
  until,
  away,
  toColleague,
}: Pick<HoldInForce, 'contact' | 'until' | 'away' | 'toColleague'>): string {
  const day = until ? ` ${away ? 'until' : 'before'} ${until}` : '';
  if (away) return `${contact} is away${day}${toColleague ? ', as a colleague of yours was told' : ''}`;
  return `${contact} asked ${toColleague ? 'a colleague of yours ' : ''}not to be contacted${day}`;
}

/**
 * What the contacts spoke and still stands, oldest first. A hold spoken by the rep's side is none. Rests of different scope stand side by side, and
 * so does an absence; of one scope the longer stands, but where the later word says that it changes the day. What was asked for good
 * is ended by a plain invitation to write again, and by nothing else.
 */
export function holdsInForce(read: readonly ReadMessageOf[], today: string): HoldInForce[] {
  let held: HoldInForce[] = [];
  for (const { message, reading, byRep } of read) {
    if (byRep) continue;
    const contact = message.from?.address ?? '';
    held = held.filter((each) => each.contact !== contact || !endsRest(reading, each.until === null));
    const { hold, absence, optOut } = reading;
    const asked = hold !== null || optOut;
    // An absence without a day says nothing of when.
    if (!asked && !absence?.until) continue;
    const until = optOut ? null : hold ? hold.until : (absence?.until ?? null);
    const quote = restQuote(reading, message.subject);
    const scope = hold?.scope ?? 'person';
    const now = { until, scope, quote, away: !asked, optOut, contact, messageId: message.id };
    const before = held.find((each) => isSameRest(each, now));
    if (before && lasts(before, now) && !(hold && changesDay(hold.quote) && before.until !== null)) continue;
    held = [...held.filter((each) => each !== before), now];
  }
  return held.filter((hold) => hold.until === null || hold.until > today);
}

/** The words of a wish for rest or of an absence, by which it is known. */
export const restQuote = ({ hold, text }: Pick<Reading, 'hold' | 'text'>, subject: string): string =>
  hold?.quote || shorten(text || subject, 240);

/** Whether what a contact writes ends a rest of his: one for good only where he plainly invites to write again. */
export const endsRest = ({ lifts, text }: Pick<Reading, 'lifts' | 'text'>, forGood: boolean): boolean =>
  lifts && (!forGood || invitesContact(text));

/** Whether the first lasts at least as long as the second. */
const lasts = (one: HoldInForce, other: HoldInForce): boolean =>
  one.until === null || (other.until !== null && one.until >= other.until);

const isSameRest = (one: HoldInForce, other: HoldInForce): boolean =>
  one.contact === other.contact &&
  one.away === other.away &&
  one.optOut === other.optOut &&
  (one.away || one.scope === other.scope);

/** "Make it the 1st instead": the day takes the place of one that was named before. What only names another day changes none. */
const changes =
  /\b(?:instead|after all|(?:can|could|may) (?:\p{L}+ ){0,5}already|stattdessen|anstatt|doch schon|(?:schon|bereits) (?:ab|wieder|im|am)|au lieu|finalement|des maintenant|en lugar|en vez|finalmente|al final|em vez|afinal|invece|anziche|alla fine|in plaats|toch al|toch alvast)\b/u;

/** "You may call, but not before the 20th": what they had asked to be spared is allowed again, from a day on. */
const allows =
  /\b(?:(?:may|can|could)\b[^,;]{1,60}, but not (?:before|until|till)|(?:durfen|konnen|darfst|kannst)\b[^,;]{1,60}, aber (?:erst|nicht vor)|(?:pouvez|peux)\b[^,;]{1,60}, mais pas avant|(?:puede|pueden|puedes)\b[^,;]{1,60}, pero no antes|(?:pode|podem)\b[^,;]{1,60}, mas nao antes|(?:puo|potete|puoi)\b[^,;]{1,60}, ma non prima|(?:mag|mogen|kunt|kan)\b[^,;]{1,60}, maar niet (?:voor|eerder))\b/u;

function changesDay(quote: string): boolean {
  const folded = fold(quote);
  return changes.test(folded) || allows.test(folded);
}

/** One deal's share of what may concern others. */
export interface Spoken {
  dealId: string;
  contacts: readonly Contact[];
  holds: readonly HoldInForce[];
}

/** Holds by address, and those of a whole company by its domain as well. */
export type HoldsByAddress = ReadonlyMap<string, readonly { dealId: string; hold: HoldInForce }[]>;

/**
 * What was spoken in one deal and holds in another, by address: for the person under every address that the CRM has of them, for the company
 * under those of all contacts of its deal, and for everybody at its domain. What concerned only that deal's topic stays there.
 */
export function holdsByAddress(all: readonly Spoken[], freeMail: readonly string[] = []): HoldsByAddress {
  const found = new Map<string, { dealId: string; hold: HoldInForce }[]>();
  for (const { dealId, contacts, holds } of all) {
    for (const hold of holds) {
      if (hold.scope === 'topic' && !hold.optOut) continue;
      const company = hold.scope === 'company';
      const covered = contacts.filter(({ emails }) => company || addressSet(emails).has(hold.contact));
      const keys = [hold.contact, ...covered.flatMap(({ emails }) => emails)].map(addressKey);
      const domain = company ? companyDomain(hold.contact, freeMail) : null;
      for (const key of new Set([...keys, ...(domain === null ? [] : [domain])]))
        found.set(key, [...(found.get(key) ?? []), { dealId, hold }]);
    }
  }
  return found;
}

/** The holds of other deals that these people are under. */
export function holdsElsewhere(
  held: HoldsByAddress,
  dealId: string,
  people: Iterable<string>,
  freeMail: readonly string[] = [],
): HoldInForce[] {
  const found = new Set<HoldInForce>();
  if (held.size === 0) return [];
  for (const address of people)
    for (const key of [addressKey(address), companyDomain(address, freeMail) ?? ''])
      for (const each of held.get(key) ?? []) if (each.dealId !== dealId) found.add(each.hold);
  return [...found].sort((a, b) => (a.messageId < b.messageId ? -1 : 1));
}
