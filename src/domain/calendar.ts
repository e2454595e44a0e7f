/** Days as people count them: civil dates in a zone. */

const formats = new Map<string, Intl.DateTimeFormat>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return format;
}

function partsOf(instant: Date, zone: string): Record<string, string> {
  return Object.fromEntries(
    formatFor(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
}

/** The civil date, YYYY-MM-DD, that a clock in the zone (IANA name) shows at this instant. */
export function civilDate(instant: Date, zone: string): string {
  const ms = instant.getTime();
  const minutes = steadyOffset(Math.floor(ms / dayMs), zone);
  if (minutes !== null) return new Date(ms + minutes * 60_000).toISOString().slice(0, 10);
  let format = dayFormats.get(zone);
  if (!format) {
    // Swedes write dates as ISO 8601 does, and one text is many times quicker than its parts.
    const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...day });
    dayFormats.set(zone, format);
  }
  return format.format(instant);
}

const dayMs = 86_400_000;
/** Days since 1970 between which zones keep to whole minutes: 1980 to 2100. */
const [firstSteady, lastSteady] = [3_652, 47_481];
const offsets = new Map<string, Map<number, number | null>>();

/**
 * Minutes that the zone is ahead all through a UTC day, from memory; null when its clocks change in it. Thousands of dates of mails are asked
 * for by each assessment, most of them of the same few hundred days.
 */
function steadyOffset(day: number, zone: string): number | null {
  if (!(day >= firstSteady && day <= lastSteady)) return null;
  let known = offsets.get(zone);
  if (!known) {
    known = new Map();
    offsets.set(zone, known);
  }
  let offset = known.get(day);
  if (offset === undefined) {
    const [start, end] = [day, day + 1].map((each) => zoneOffsetMinutes(new Date(each * dayMs), zone));
    offset = start === end ? (start ?? null) : null;
    known.set(day, offset);
  }
  return offset;
}

/** The hour, 0 to 23, that a clock in the zone shows. */
export function localHour(instant: Date, zone: string): number {
  return Number(partsOf(instant, zone).hour);
}

/** Minutes that the zone's clocks are ahead of UTC at this instant. */
export function zoneOffsetMinutes(instant: Date, zone: string): number {
  const { year, month, day, hour, minute } = partsOf(instant, zone);
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  return Math.round((shown - Math.floor(instant.getTime() / 60_000) * 60_000) / 60_000);
}

/** ISO weekday of a civil date: 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

const spokenFormats = new Map<string, Intl.DateTimeFormat>();

/** "Tuesday, 3 November" in the language given, for a sentence; the year only when it is not the current one. */
export function spokenDate(instant: Date, zone: string, language: string, now: Date): string {
  const sameYear = civilDate(instant, zone).slice(0, 4) === civilDate(now, zone).slice(0, 4);
  const key = `${zone} ${language} ${sameYear}`;
  let format = spokenFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      timeZone: zone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(sameYear ? {} : { year: 'numeric' }),
    });
    spokenFormats.set(key, format);
  }
  return format.format(instant);
}

/** Whether a name is one of the IANA zones that are known here. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
