/** The demo's time. Everything in it is dated by this clock, which only ever goes forward. */
import { at, civil, shifted, weekday } from './inbox-mail.ts';

export interface DemoClock {
  now(): Date;
  /** Moves on to a time; one that is over already changes nothing. */
  forwardTo(time: Date): void;
}

/** Starts at a time. With `running` it also goes on by itself, as clocks do; else only `forwardTo` moves it. */
export function startClock(start: Date, running: boolean): DemoClock {
  let shown = start.getTime();
  let since = performance.now();
  const now = () => shown + (running ? Math.floor(performance.now() - since) : 0);
  return {
    now: () => new Date(now()),
    forwardTo(time) {
      shown = Math.max(now(), time.getTime());
      since = performance.now();
    },
  };
}

/** Nine o'clock of a day, or of the Monday after when that day is at a weekend. */
export function morningOf(date: string): Date {
  let day = date;
  while (weekday(day) > 5) day = shifted(day, 1);
  return at(day, '09:00');
}

/** Nine o'clock of the next working day. */
export function nextMorning(now: Date): Date {
  return morningOf(shifted(civil(now), 1));
}
