/** The deals of today: at most so many, in order of score, each deal not chosen with one reason. */
import type { Assessment } from './assess.ts';

export interface Picked extends Assessment {
  picked: boolean;
  /** Why not, in one sentence; null when picked. */
  notPicked: string | null;
}

/** Nothing forbids a draft; that it has not stalled is one of the rules. */
export const isReady = ({ never }: Assessment): boolean => never === null;

/** The most pressing first; equal scores go by deal id. */
export const byScore = (a: Assessment, b: Assessment): number => b.score - a.score || (a.dealId < b.dealId ? -1 : 1);

/**
 * Chooses among one rep's assessments. `room` is how many drafts the rep may still get now, `noRoom` why there are none at all. Deterministic,
 * whatever the order given.
 */
export function pick(
  assessments: readonly Assessment[],
  room: number,
  noRoom = 'the daily limit is reached',
): Picked[] {
  const chosen = new Set(
    assessments
      .filter(isReady)
      .sort(byScore)
      .slice(0, Math.max(0, room))
      .map((each) => each.dealId),
  );
  const left = room > 0 ? 'others matter more today, and the daily limit is reached' : noRoom;
  return assessments.map((each) => {
    const picked = chosen.has(each.dealId);
    return { ...each, picked, notPicked: picked ? null : (each.never ?? left) };
  });
}

/** Since when a deal could have been picked and was not; null when it was, or could not be. To be kept for the next day. */
export function readySince(before: string | null | undefined, picked: Picked, today: string): string | null {
  if (picked.picked || !isReady(picked)) return null;
  return before ?? today;
}
