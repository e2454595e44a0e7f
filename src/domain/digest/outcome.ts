/** What was understood of an answer, and what came of each part of it. */

import type { Deed } from '../answer/items.ts';

export interface Outcome {
  /** The item of the digest; null for what concerns everything. */
  n: number | null;
  do: Deed;
  /** Civil date. */
  until: string | null;
  value: string | null;
  /** done · waits: approved, and the CRM has not said yet · refused: not done, and `said` tells why. */
  state: 'done' | 'waits' | 'refused';
  /** One sentence for the rep. */
  said: string;
  /** The change of the CRM that is waited for. */
  change: string | null;
  /** Nothing that is written in answer takes it back. */
  final?: true;
}
