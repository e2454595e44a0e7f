/**
 * Quota units of one user in a sliding minute. Whoever asks for more than there are is told when there will be: nothing is kept waiting that holds
 * a lock. Safe for work that is repeated, because what was read is remembered.
 */
import { TryLater } from '../errors.ts';

const minuteMs = 60_000;

export interface Pace {
  /** Throws TryLater, with the time, when the minute has too little left. */
  take(units: number): void;
  /** The service itself asked for a pause. */
  pauseUntil(at: Date): TryLater;
}

export function openPace(perMinute: number, account: string, now: () => Date): Pace {
  let taken: { at: number; units: number }[] = [];
  let closedUntil = 0;
  const tooMuch = (at: number) =>
    new TryLater(
      `The requests of ${account} for this minute are used up; it goes on at ${new Date(at).toISOString()}.`,
      {
        retryAt: new Date(at),
      },
    );
  return {
    take(units) {
      const at = now().getTime();
      if (closedUntil > at) throw tooMuch(closedUntil);
      taken = taken.filter((each) => each.at > at - minuteMs && each.at <= at);
      let left = perMinute - taken.reduce((sum, each) => sum + each.units, 0);
      if (left >= units) {
        taken.push({ at, units });
        return;
      }
      for (const each of taken) {
        left += each.units;
        if (left >= units) throw tooMuch(each.at + minuteMs + 1);
      }
    },
    pauseUntil(at) {
      closedUntil = Math.max(closedUntil, at.getTime());
      return tooMuch(closedUntil);
    },
  };
}
