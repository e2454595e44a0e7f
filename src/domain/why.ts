/** Why a deal was picked or not, in words: what `why` prints, and `try` of every deal that has stalled. */
import type { Assessment } from './assess.ts';
import { workingDaysInWords } from './deal-case.ts';
import { type HoldInForce, restInWords } from './holds-in-force.ts';
import type { Picked } from './pick.ts';
import type { Waiting } from './turn.ts';

/** By which rule it has stalled, or that it has not. */
export function stalledInWords({ stalled, waiting }: Pick<Assessment, 'stalled' | 'waiting'>): string {
  if (!waiting) return 'Not stalled: nobody is waited for.';
  return `${stalled ? 'Stalled' : 'Not stalled'}: ${waited(waiting)}.`;
}

function waited({ by, waited: count, allowed }: Waiting): string {
  const days = workingDaysInWords(count);
  if (by === 'our_turn') return `your turn for ${days}; the limit is ${allowed}`;
  if (by === 'promise') return `what they promised is due since ${days}; the limit is ${allowed}`;
  return `their turn for ${days}; the limit is ${Math.ceil(allowed)}`;
}

export function holdInWords({ quote, ...hold }: Omit<HoldInForce, 'optOut' | 'scope' | 'messageId'>): string {
  return `${restInWords(hold)}${hold.toColleague ? '' : `: "${quote}"`}`;
}

/** Each part of the score with its points and its words. */
export function scoreInWords({ score, reasons }: Pick<Assessment, 'score' | 'reasons'>): string[] {
  if (reasons.length === 0) return [];
  return [
    `Score ${score.toFixed(2)}:`,
    ...reasons.map(({ points, text, quote }) => `  ${points.toFixed(2)}  ${text}${quote ? ` "${quote}"` : ''}`),
  ];
}

/** Everything about one deal. `drafted`: it has today's draft already. */
export function whyLines(deal: Picked, drafted = false): string[] {
  const { because, holds, forbidden, picked, notPicked, again } = deal;
  const others = forbidden.map(({ text }) => text).filter((text) => text !== notPicked);
  const verdict = drafted ? 'Picked: there is a draft.' : picked ? 'Picked.' : `No draft: ${notPicked}.`;
  return [
    `${because.text}${because.quote ? ` "${because.quote}"` : ''}`,
    stalledInWords(deal),
    ...holds.map((hold) => `On hold: ${holdInWords(hold)}`),
    ...scoreInWords(deal),
    verdict,
    ...(drafted ? [] : others.map((text) => `Also: ${text}.`)),
    ...(again && !picked && !drafted ? [`It may be drafted from ${again} on, if nothing else comes.`] : []),
  ];
}
