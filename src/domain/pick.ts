/** The deals of today: at most so many, in order of score, each deal not chosen with one reason. */
import type { Assessment } from './assess.ts';

export interface Picked extends Assessment {
  picked: boolean;
  /** Why not, in one sentence; null when picked. */
  notPicked: string | null;
}

/**
 * Chooses among one rep's assessments. `room` is how many drafts the rep may still get today. Deterministic: equal scores
 * go by deal id.
 */
export function pick(assessments: readonly Assessment[], room: number): Picked[] {
  const chosen = new Set(
    assessments
      .filter((each) => each.stalled && each.never === null)
      .sort((a, b) => b.score - a.score || (a.dealId < b.dealId ? -1 : 1))
      .slice(0, Math.max(0, room))
      .map((each) => each.dealId),
  );
  return assessments.map((each) => {
    const picked = chosen.has(each.dealId);
    return {
      ...each,
      picked,
      notPicked: picked ? null : (each.never ?? 'others matter more today, and the daily limit is reached'),
    };
  });
}
