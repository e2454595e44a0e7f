/** Dates in mail headers. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** RFC 5322 §4.3: the named zones that are defined; any other name counts as UTC. */
const zones: Record<string, number> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

/** RFC 5322 §3.3 with the obsolete forms, or ISO 8601. Not `Date.parse`: that reads "foo 12" as a day in 2001. */
export function readDate(value: string | undefined): Date | null {
  if (!value) return null;
  const plain = value.slice(0, 200).replace(/\([^()]*\)/g, ' ');
  const found =
    /(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([+-]\d{4}|[a-z]{1,5})?/i.exec(
      plain,
    );
  if (!found) {
    return /^\s*\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)\s*$/.test(plain)
      ? plausible(new Date(plain.trim()))
      : null;
  }
  const month = months.indexOf(found[2]!.toLowerCase());
  if (month < 0) return null;
  const short = Number(found[3]);
  const year = found[3]!.length === 4 ? short : short < 50 ? 2000 + short : 1900 + short;
  const [day, hour, minute, second] = [found[1], found[4], found[5], found[6] ?? 0].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  if (day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return null;
  const zone = (found[7] ?? '').toLowerCase();
  const offset = /^[+-]/.test(zone)
    ? (zone[0] === '-' ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3)))
    : (zones[zone] ?? 0);
  return plausible(new Date(Date.UTC(year, month, day, hour, minute, second) - offset * 60_000));
}

/** Minutes ahead of UTC that a Date names; undefined where it names none: "-0000" says that nothing is known (RFC 5322 §3.3). */
export function readOffset(value: string | undefined): number | undefined {
  const [, sign, hours, minutes] =
    /\d:\d\d(?::\d\d(?:\.\d+)?)?\s*([+-])(\d\d):?(\d\d)/.exec((value ?? '').slice(0, 200)) ?? [];
  const offset = Number(hours) * 60 + Number(minutes);
  if (!sign || offset > 14 * 60 || (sign === '-' && offset === 0)) return undefined;
  return sign === '-' ? -offset : offset;
}

/** When a server got a mail, by its Received field: what stands behind the last semicolon (RFC 5322 §3.6.7). */
export const receivedDate = (field: string | undefined): Date | null => readDate(field?.split(';').at(-1));

const dayMs = 86_400_000;
/** Mail servers try for days to deliver a mail; longer than this hardly any is on its way. */
const onTheWayMs = 3 * dayMs;

/**
 * When a mail was written: by its own Date (`written`), unless the time at which it arrived shows that the sender's clock is wrong: more than a day
 * ahead of it, or more than three days behind. Of the owner's own mails (`own`) only a Date ahead is doubted. Null where neither is known.
 */
export function believedDate(written: Date | null, arrived: Date | null, own = false): Date | null {
  if (!written || !arrived) return written ?? arrived;
  const ahead = written.getTime() - arrived.getTime();
  return ahead > dayMs || (!own && -ahead > onTheWayMs) ? arrived : written;
}

function plausible(date: Date): Date | null {
  const time = date.getTime();
  return time > Date.UTC(1980, 0, 2) && time < Date.UTC(2200, 0, 1) ? date : null;
}
