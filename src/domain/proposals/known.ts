/** Which of the changes that a talk calls for are new: what waits is not proposed again, nor what a person has rejected. */
import { canonical } from '../ledger.ts';
import type { Change, ChangeState } from './change.ts';

export type KnownChange = Pick<Change, 'kind' | 'dealId' | 'contactId' | 'after' | 'ground'> & {
  id: string;
  crmId: string;
  state: ChangeState;
};

type Found = Change & { crmId: string };

const waiting: ReadonlySet<ChangeState> = new Set(['open', 'snoozed', 'approved']);

/** Two changes of one slot contradict each other: the stage of a deal, a field of a contact, a person of a deal. */
function slotOf({ kind, crmId, dealId, contactId, after }: Found | KnownChange): string {
  if (kind === 'contact_update') return canonical([crmId, 'contact', contactId, Object.keys(after).sort()]);
  if (kind === 'new_contact') return canonical([crmId, 'person', dealId, after.emails ?? '']);
  return canonical([crmId, 'stage', dealId]);
}

/** What to propose now, each with the undecided ones in whose place it comes. */
export function newAmong<T extends Found>(
  found: readonly T[],
  known: readonly KnownChange[],
): { change: T; replaces: KnownChange[] }[] {
  const bySlot = Map.groupBy(known, slotOf);
  const taken = new Set<string>();
  return found.flatMap((change) => {
    const slot = slotOf(change);
    const others = bySlot.get(slot) ?? [];
    if (taken.has(slot) || others.some((other) => settles(other, change))) return [];
    taken.add(slot);
    return [{ change, replaces: others.filter(({ state }) => state === 'open' || state === 'snoozed') }];
  });
}

/** Whether a known change leaves nothing to propose. */
function settles(known: KnownChange, change: Found): boolean {
  if (known.state === 'approved') return true;
  const same = canonical(known.after) === canonical(change.after);
  if (!same) return false;
  if (waiting.has(known.state) || known.ground.messageId === change.ground.messageId) return true;
  // A signature stands under every mail: whoever did not want its number does not want it from the next one either.
  const ofPerson = change.kind === 'contact_update' || change.kind === 'new_contact';
  return ofPerson && known.state !== 'superseded';
}
