/** What a rep's rejections teach: which situation, not which words. It only restrains. */
import type { Situation } from './situation.ts';

/** What became of one draft. */
export interface Outcome {
  situation: Situation;
  became: 'sent' | 'edited' | 'rejected';
  /** Civil date in the rep's zone. */
  on: string;
}

/** So many rejections in a row, with nothing of the kind sent between. */
const inARow = 3;

/** The kinds of which the last drafts were all rejected, with the civil date of the last rejection. `outcomes` in order of decision. */
export function rejectedKinds(outcomes: readonly Outcome[]): Map<Situation, { on: string }> {
  const kinds = new Map<Situation, { on: string }>();
  for (const [situation, all] of Map.groupBy(outcomes, (each) => each.situation)) {
    const last = all.slice(-inARow);
    if (last.length === inARow && last.every(({ became }) => became === 'rejected'))
      kinds.set(situation, { on: last.at(-1)?.on ?? '' });
  }
  return kinds;
}

export interface KindCount {
  situation: Situation;
  sent: number;
  edited: number;
  rejected: number;
}

/** How many of each kind were sent, sent in other words, and rejected. */
export function countKinds(outcomes: readonly Outcome[]): KindCount[] {
  return [...Map.groupBy(outcomes, ({ situation }) => situation)].map(([situation, all]) => {
    const count = (what: Outcome['became']): number => all.filter(({ became }) => became === what).length;
    return { situation, sent: count('sent'), edited: count('edited'), rejected: count('rejected') };
  });
}

const words: Readonly<Record<Situation, string>> = {
  silence: 'after silence',
  question_open: 'your question is open',
  promise_overdue: 'their promise is overdue',
  we_promised: 'your promise is overdue',
  after_meeting: 'after a meeting',
  after_absence: 'after an absence',
  hold_over: 'the rest they asked for is over',
  last_try: 'a last try',
};

/** A situation, for a sentence to the rep. */
export const kindInWords = (situation: Situation): string => words[situation];
