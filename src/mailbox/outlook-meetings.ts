/**
 * Meeting mails. The service shows no calendar part: what was in it is in properties of the item, and is written down here as that part again (RFC 5545,
 * RFC 5546), so that a meeting is read in one way wherever it came from. The event that belongs to such a mail is not asked for: of answers it is
 * empty (python-o365#422), and one that was deleted makes the service fail the whole list (graph-docs-contrib#8064).
 */
import type { Envelope } from '../domain/mail.ts';

/** What a meeting mail has beyond a mail. */
export interface MeetingItem {
  meetingMessageType?: string | null;
  startDateTime?: { dateTime: string; timeZone?: string | null } | null;
  isAllDay?: boolean | null;
  recurrence?: Recurrence | null;
}

interface Recurrence {
  pattern?: {
    type?: string | null;
    interval?: number;
    daysOfWeek?: string[] | null;
    firstDayOfWeek?: string | null;
    index?: string | null;
    dayOfMonth?: number;
    month?: number;
  } | null;
  range?: { type?: string | null; endDate?: string | null; numberOfOccurrences?: number } | null;
}

/** They belong to a derived type: without it before them the service refuses the request (graph-docs#2018). */
export const meetingFields = ['meetingMessageType', 'startDateTime', 'isAllDay', 'recurrence']
  .map((name) => `microsoft.graph.eventMessage/${name}`)
  .join(',');

const appointment = '{00062002-0000-0000-C000-000000000046}';
/** PidTagMessageClass: what kind of item it is, reports included. */
export const messageClass = 'String 0x001A';
/** PidLidGlobalObjectId, PidLidAppointmentSequence, PidLidAppointmentStartWhole (MS-OXOCAL 2.2.1). */
const globalId = 'Binary {6ED8DA90-450B-101B-98DA-00AA003F1305} Id 0x3';
const sequence = `Integer ${appointment} Id 0x8201`;
const startWhole = `SystemTime ${appointment} Id 0x820D`;
export const meetingProperties = [messageClass, globalId, sequence, startWhole];

interface Purpose {
  method: 'REQUEST' | 'CANCEL' | 'REPLY';
  answer?: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED';
}

const request: Purpose = { method: 'REQUEST' };
const cancel: Purpose = { method: 'CANCEL' };
const accept: Purpose = { method: 'REPLY', answer: 'ACCEPTED' };
const perhaps: Purpose = { method: 'REPLY', answer: 'TENTATIVE' };
const decline: Purpose = { method: 'REPLY', answer: 'DECLINED' };

const byType = new Map([
  ['meetingRequest', request],
  ['meetingCancelled', cancel],
  ['meetingAccepted', accept],
  // As the schema spells it, and as it may be spelled one day.
  ['meetingTenativelyAccepted', perhaps],
  ['meetingTentativelyAccepted', perhaps],
  ['meetingDeclined', decline],
]);

/** MS-OXOCAL 2.2.5 to 2.2.7. */
const byClass = new Map([
  ['ipm.schedule.meeting.request', request],
  ['ipm.schedule.meeting.canceled', cancel],
  ['ipm.schedule.meeting.resp.pos', accept],
  ['ipm.schedule.meeting.resp.tent', perhaps],
  ['ipm.schedule.meeting.resp.neg', decline],
]);

/** More people than this are no meeting with a contact; a calendar that is too long is cut, and then says nothing. */
const maxGuests = 200;

/** The calendar of a meeting mail, null of any other. `property` gives the extended property of that id. */
export function calendarOf(
  item: MeetingItem,
  { from, to, cc }: Pick<Envelope, 'from' | 'to' | 'cc'>,
  property: (id: string) => string | null,
): string | null {
  const purpose = byType.get(item.meetingMessageType ?? '') ?? byClass.get(property(messageClass)?.toLowerCase() ?? '');
  if (!purpose) return null;
  const { method, answer } = purpose;
  const version = property(sequence);
  const rule = item.recurrence ? ruleOf(item.recurrence) : null;
  const author = from ? `mailto:${from.address}` : null;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    ...nameOf(property(globalId)),
    ...(version !== null && /^\d{1,9}$/.test(version) ? [`SEQUENCE:${version}`] : []),
    ...startOf(item, property(startWhole)),
    ...(rule ? [`RRULE:${rule}`] : []),
    ...(answer && author ? [`ATTENDEE;PARTSTAT=${answer}:${author}`] : []),
    ...(!answer && author ? [`ORGANIZER:${author}`] : []),
    ...(answer ? [] : [...to, ...cc].slice(0, maxGuests).map(({ address }) => `ATTENDEE:mailto:${address}`)),
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
}

/** Where the day of an exception stands in a global object id, its year with the high byte first (MS-OXOCAL 2.2.1.27). */
const [dayFrom, dayTo] = [16, 20];

/** All mails about a meeting and about one of its series have the same id, but for that day. */
function nameOf(value: string | null): string[] {
  const id = Buffer.from(value ?? '', 'base64').subarray(0, 1_000);
  if (id.length <= dayTo) return [];
  const [year, month, day] = [id.readUInt16BE(dayFrom), id[dayFrom + 2], id[dayFrom + 3]];
  const name = Buffer.from(id).fill(0, dayFrom, dayTo).toString('hex').toUpperCase();
  return [
    `UID:${name}`,
    ...(year ? [`RECURRENCE-ID;VALUE=DATE:${digits(year, 4)}${digits(month)}${digits(day)}`] : []),
  ];
}

const halfDay = 12 * 3_600_000;

/** In UTC unless the service says otherwise. `whole` is the same in UTC always. */
function startOf({ startDateTime, isAllDay }: MeetingItem, whole: string | null): string[] {
  const zone = startDateTime?.timeZone ?? 'UTC';
  const at = new Date(`${(startDateTime?.dateTime ?? whole ?? '').slice(0, 19)}Z`);
  if (Number.isNaN(at.getTime())) return [];
  // A whole day begins at some midnight, which in UTC may be on the evening before: the nearest one is meant.
  if (isAllDay) return [`DTSTART;VALUE=DATE:${compact(new Date(at.getTime() + halfDay)).slice(0, 8)}`];
  return [`DTSTART:${compact(at)}${/(?:^|\/)utc$/i.test(zone) ? 'Z' : ''}`];
}

const compact = (at: Date): string => at.toISOString().slice(0, 19).replace(/[-:]/g, '');
const digits = (value: number | undefined, length = 2): string => String(value ?? 0).padStart(length, '0');

const positions: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };

/** RFC 5545 §3.3.10. Null for what the service calls by another name. */
function ruleOf({ pattern, range }: Recurrence): string | null {
  const { type, interval = 1, daysOfWeek, firstDayOfWeek, index, dayOfMonth, month } = pattern ?? {};
  const days = (daysOfWeek ?? []).map((day) => day.slice(0, 2).toUpperCase());
  const position = positions[index ?? ''] ?? 1;
  // "The second Tuesday" is one day, "the second working day" one of several.
  const nth = days.length === 1 ? [`BYDAY=${position}${days[0]}`] : [`BYDAY=${days.join()}`, `BYSETPOS=${position}`];
  const inMonth = `BYMONTH=${month}`;
  const patterns: Record<string, string[]> = {
    daily: ['FREQ=DAILY'],
    weekly: ['FREQ=WEEKLY', ...(days.length > 0 ? [`BYDAY=${days.join()}`] : [])],
    absoluteMonthly: ['FREQ=MONTHLY', `BYMONTHDAY=${dayOfMonth}`],
    relativeMonthly: ['FREQ=MONTHLY', ...nth],
    absoluteYearly: ['FREQ=YEARLY', inMonth, `BYMONTHDAY=${dayOfMonth}`],
    relativeYearly: ['FREQ=YEARLY', inMonth, ...nth],
  };
  const parts = patterns[type ?? ''];
  if (!parts) return null;
  const end =
    range?.type === 'numbered'
      ? [`COUNT=${range.numberOfOccurrences}`]
      : range?.type === 'endDate'
        ? [`UNTIL=${(range.endDate ?? '').replaceAll('-', '')}`]
        : [];
  const week = firstDayOfWeek ? [`WKST=${firstDayOfWeek.slice(0, 2).toUpperCase()}`] : [];
  return [...parts, `INTERVAL=${interval}`, ...end, ...week].join(';');
}
