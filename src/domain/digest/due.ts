/** When a digest is due: once on a working day of the rep, from an hour on; what was missed is made up for until noon. */
import { civilDate, localHour } from '../calendar.ts';
import type { Policy } from '../policy.ts';
import { workingDaysOf } from '../working-days.ts';

/** A summary of the morning is none in the afternoon. */
const lastHour = 12;

/** The civil date for which a digest is due now, whether or not one has been made; null where none is. `zone` is the rep's. */
export function digestDay(
  now: Date,
  zone: string,
  policy: Pick<Policy, 'digestOn' | 'digestAtHour' | 'region' | 'workingDays'>,
): string | null {
  const { digestOn, digestAtHour, region, workingDays } = policy;
  const today = civilDate(now, zone);
  const hour = localHour(now, zone);
  const inTime = hour >= digestAtHour && hour < untilHour(digestAtHour);
  return digestOn && inTime && workingDaysOf(region, workingDays).works(today) ? today : null;
}

/** Whoever wants it in the afternoon gets two hours to be caught up, if the day still has them. */
const untilHour = (digestAtHour: number): number => Math.min(24, Math.max(lastHour, digestAtHour + 2));

/** The last hour in which it can be delivered: what is not known by now is not waited for. */
export function isLastHour(now: Date, zone: string, { digestAtHour }: Pick<Policy, 'digestAtHour'>): boolean {
  return localHour(now, zone) >= untilHour(digestAtHour) - 1;
}
