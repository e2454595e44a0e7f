/** What a daily summary listed, and what an answer to it asks for. */
import { changeKinds } from '../proposals/change.ts';

export const itemKinds = [...changeKinds, 'unknown_sent', 'match_question', 'hold'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** One item of a summary, as the rep saw it. */
export interface Item {
  /** Its number; below one where it has none to be seen, so that nobody can write it. */
  n: number;
  /** `deal`: one that is shown without a number, and can be left alone by its name. */
  kind: ItemKind | 'deal';
  deal: string | null;
  contact: string | null;
  /** The words beside the number. */
  text: string;
}

export type Deed = 'approve' | 'reject' | 'snooze' | 'hold' | 'lift_hold' | 'undo' | 'pause' | 'resume' | 'answer';

/** One thing that the rep clearly asked for. */
export interface Action {
  /** The item; null for a pause and its end, which concern everything. */
  n: number | null;
  do: Deed;
  /** Civil date in the rep's zone, the first day on which it is over; null where none was named. */
  until: string | null;
  /** The rep's words for why. */
  reason: string | null;
  /** An answer: `sent`, `not_sent`, the deal chosen as the item names it, or `none`. */
  value: string | null;
}

export interface Understood {
  actions: Action[];
  /** Some of it was unclear, and none of that is among the actions. */
  askBack: boolean;
}

/** Those that have a number. */
export const listed = <T extends Pick<Item, 'n'>>(items: readonly T[]): T[] => items.filter(({ n }) => n > 0);

export const isProposal = ({ kind }: Item): boolean => (changeKinds as readonly string[]).includes(kind);
