/** Meetings from iCalendar parts (RFC 5545, RFC 5546) and, where a mail has none, from the words of the invitation. */
import ICAL from 'ical.js';
import { civilDate } from '../calendar.ts';
import { baseSubject, type Message } from '../mail.ts';
import { plainRule, type Series } from '../recurrence.ts';
import { type DateContext, periodsIn } from './dates.ts';
import { fold } from './fold.ts';
import { calendarSubject } from './kind-words.ts';

/** What one notice says of one meeting; which of them stand follows from all of them (`meetings.ts`). */
export interface Meeting {
  /** Civil date on which it begins, in the zone given; null where nothing says it. */
  at: string | null;
  state: 'proposed' | 'accepted' | 'cancelled';
  /** Its name in every notice about it (UID). */
  uid?: string;
  /** Version of the notice (SEQUENCE). */
  sequence?: number;
  /** Of a series, the day that this notice is about (RECURRENCE-ID), as it was before. */
  occurrence?: string;
  series?: Series;
  /** Who answers an invitation, lower-cased; absent where the notice is the organiser's own. */
  by?: string;
  /** Lower-cased addresses of those who are invited, and of who invites. */
  guests?: string[];
  /** Its title, folded: what stands for a missing UID. */
  title?: string;
  /** Further meetings that the same calendar speaks of. */
  also?: Meeting[];
  /** A person's words and no calendar's. */
  inWords?: true;
  /** All days that the words put to the other, where a person may choose. */
  offers?: string[];
  /** Days that do not suit whoever wrote this. */
  calledOff?: string[];
}

/** Longer calendars are not looked at: an invitation has a few hundred characters. */
const maxCalendar = 100_000;
const maxEvents = 20;
/** Days named one by one, and people. */
const maxNamed = 200;

export function meetingOf(message: Message, zone: string, context: DateContext): Meeting {
  const [named, ...also] = message.calendar ? fromCalendar(message.calendar, zone, message) : [];
  const text = message.text.slice(0, 4_000);
  const when = /^[ \t]*(?:when|wann|quand|cuándo|quando|wanneer|date|datum|fecha)[ \t]*:[ \t]*(\S.{3,119})$/im.exec(
    text,
  )?.[1];
  const said = (words: string) =>
    periodsIn(fold(words), context, words).find(({ unit }) => unit === 'day')?.first ?? null;
  const at = named?.at ?? (when ? said(when) : (said(message.subject.slice(0, 500)) ?? said(text.slice(0, 1_000))));
  const title = titleOf(message.subject);
  return {
    ...(title ? { title } : {}),
    ...(named ?? fromSubject(message)),
    at,
    ...(also.length > 0 ? { also } : {}),
  };
}

/** "Invitation: Prices @ Thu 12 Nov 2026 10:00 (Dana)" is about "prices". */
const titleOf = (subject: string): string =>
  fold(baseSubject(subject.slice(0, 500)))
    .replace(calendarSubject, '')
    .replace(/ @ .*$/, '')
    .trim();

function fromSubject({ subject, signals, from }: Message): Pick<Meeting, 'state' | 'by'> {
  const method = /method=["']?(\w+)/i.exec(signals['content-type'] ?? '')?.[1]?.toUpperCase();
  const head = fold(subject);
  const by = from ? { by: from.address } : {};
  if (/^\s*(?:declin|abgelehnt|refus|rechazad|recusad|rifiutat|afgewezen)/.test(head))
    return { state: 'cancelled', ...by };
  if (method === 'CANCEL' || /^\s*(?:cancel|abgesagt|annul|geannuleerd)/.test(head)) return { state: 'cancelled' };
  if (method === 'REPLY' || /^\s*(?:accepted|zugesagt|accepte|aceptad|aceite|accettat|geaccepteerd)/.test(head))
    return { state: 'accepted', ...by };
  if (/^\s*(?:tentative|new time proposed|mit vorbehalt|terminvorschlag)/.test(head))
    return { state: 'proposed', ...by };
  return { state: 'proposed' };
}

/** Lines that make a series of a meeting, folded ones with them. */
const recurrence = /^(?:rrule|rdate|exdate)[:;][^\n]{0,4000}(?:\n[ \t][^\n]{0,1000}){0,50}\n/gim;

function fromCalendar(text: string, zone: string, message: Message): Meeting[] {
  const calendar = text.slice(0, maxCalendar);
  // With a rule that is none the first day stands all the same. What is torn says nothing; the words of the mail may.
  return eventsIn(calendar, zone, message) ?? eventsIn(calendar.replace(recurrence, ''), zone, message) ?? [];
}

function eventsIn(text: string, zone: string, { from }: Message): Meeting[] | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const method = String(calendar.getFirstPropertyValue('method') ?? '').toUpperCase();
    return calendar
      .getAllSubcomponents('vevent')
      .slice(0, maxEvents)
      .map((event) => fromEvent(event, method, zone, from?.address));
  } catch {
    return null;
  }
}

/** Methods of an attendee (RFC 5546 §1.4): they answer, and change nothing for the others. */
const answers = new Set(['REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER']);

function fromEvent(event: ICAL.Component, method: string, zone: string, author: string | undefined): Meeting {
  const people = event.getAllProperties('attendee').slice(0, maxNamed);
  const parts = people.map((each) => String(each.getParameter('partstat') ?? '').toUpperCase());
  const guests = [...people, ...event.getAllProperties('organizer').slice(0, 1)]
    .filter((each) => !/^(?:room|resource)$/i.test(String(each.getParameter('cutype') ?? '')))
    .map((each) => mailOf(each.getFirstValue()))
    .filter((address) => address !== '');
  const status = String(event.getFirstPropertyValue('status') ?? '').toUpperCase();
  const isAnswer = answers.has(method);
  const by = isAnswer ? mailOf(people[0]?.getFirstValue()) || author : undefined;
  const cancelled =
    method === 'CANCEL' || (!isAnswer && status === 'CANCELLED') || (method === 'REPLY' && parts.includes('DECLINED'));
  const uid = textOf(event, 'uid');
  const title = fold(textOf(event, 'summary')).trim();
  const sequence = event.getFirstPropertyValue('sequence');
  const occurrence = dayOf(event.getFirstPropertyValue('recurrence-id'), zone);
  const at = canBe(event, 'dtstart') ? dayOf(event.getFirstPropertyValue('dtstart'), zone) : null;
  const series = at !== null && occurrence === null ? seriesOf(event, at, zone) : null;
  return {
    at: at ?? occurrence,
    state: cancelled ? 'cancelled' : method === 'REPLY' && parts.includes('ACCEPTED') ? 'accepted' : 'proposed',
    ...(uid ? { uid } : {}),
    ...(title ? { title } : {}),
    ...(typeof sequence === 'number' ? { sequence } : {}),
    ...(occurrence ? { occurrence } : {}),
    ...(series ? { series } : {}),
    ...(by ? { by } : {}),
    ...(guests.length > 0 && !isAnswer ? { guests: [...new Set(guests)] } : {}),
  };
}

const textOf = (event: ICAL.Component, name: string): string => {
  const value = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.slice(0, 500) : '';
};

const mailOf = (value: unknown): string =>
  /^mailto:([^\s<>]{1,320})$/i.exec(String(value ?? '').trim())?.[1]?.toLowerCase() ?? '';

function seriesOf(event: ICAL.Component, start: string, zone: string): Series | null {
  const named = (name: string): string[] =>
    event
      .getAllProperties(name)
      .flatMap((each) => each.getValues())
      .slice(0, maxNamed)
      .flatMap((value) => dayOf(value, zone) ?? []);
  const written = event.getFirstPropertyValue('rrule');
  const also = named('rdate');
  if (written === null && also.length === 0) return null;
  return { start, rule: written === null ? null : plainRule(String(written)), except: named('exdate'), also };
}

/** A calendar rolls the 31 June on to the 1 July; nobody meets on a day that cannot be. */
function canBe(event: ICAL.Component, name: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(String(event.getFirstProperty(name)?.toJSON()[3])) ?? [];
  return day === undefined || Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** A time in UTC or with an offset is an instant; one in a named or no zone is meant on the day it names. */
function dayOf(time: unknown, zone: string): string | null {
  if (!(time instanceof ICAL.Time) || Number.isNaN(time.toUnixTime())) return null;
  if (!time.isDate && time.zone === ICAL.Timezone.utcTimezone) return civilDate(time.toJSDate(), zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time.year}-${two(time.month)}-${two(time.day)}`;
}
