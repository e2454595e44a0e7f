/** What a person has told us not to do: a pause stops drafts and changes of the CRM, a hold only mail. Nobody but a person ends it before its day. */
import { addressSet } from './addresses.ts';

export type PauseKind = 'pause' | 'hold';
export type PauseScope = 'person' | 'deal' | 'rep' | 'all';

export interface Pause {
  id: string;
  kind: PauseKind;
  scope: PauseScope;
  /** Whose mail it stops; null: every rep's. */
  mailboxId: string | null;
  crmId: string | null;
  dealId: string | null;
  address: string | null;
  /** First civil date on which it no longer holds; null: until a person ends it. */
  until: string | null;
  by: string;
}

/** What may be under a pause: a deal of a mailbox and the addresses that a mail or a change of it would concern. */
export interface Concerned {
  mailboxId: string;
  crmId: string;
  dealId: string;
  people: readonly string[];
}

/** Those of these pauses that hold here on this civil date, the longest first. */
export function pausesOver(pauses: readonly Pause[], concerned: Concerned, today: string): Pause[] {
  const people = addressSet(concerned.people);
  const covers = ({ scope, mailboxId, crmId, dealId, address }: Pause): boolean => {
    if (mailboxId !== null && mailboxId !== concerned.mailboxId) return false;
    if (scope === 'deal') return crmId === concerned.crmId && dealId === concerned.dealId;
    return scope !== 'person' || (address !== null && people.has(address));
  };
  const end = ({ until }: Pause): string => until ?? '9999';
  return pauses
    .filter((each) => (each.until === null || each.until > today) && covers(each))
    .sort((a, b) => (end(a) < end(b) ? 1 : end(a) > end(b) ? -1 : a.id < b.id ? -1 : 1));
}

/** Why a deal is left alone, by these pauses; null where none of them holds. The first day on which none does is known where each has one. */
export function pausedNow(
  pauses: readonly Pause[],
  concerned: Concerned,
  today: string,
): { text: string; until?: string } | null {
  const [first] = pausesOver(pauses, concerned, today);
  if (!first) return null;
  return { text: pauseInWords(first), ...(first.until === null ? {} : { until: first.until }) };
}

/** The end of "No draft: …" and of "taken back because …". */
export function pauseInWords({ kind, scope, address, until, by }: Pause): string {
  const day = until === null ? '' : ` until ${until}`;
  if (kind === 'hold') return `${by} holds ${scope === 'person' ? address : 'the deal'}${day}`;
  const what = { person: `all with ${address}`, deal: 'the deal', rep: 'all of this rep', all: 'everything' }[scope];
  return `${by} paused ${what}${day}`;
}
