/** Meetings from iCalendar parts (RFC 5545, RFC 5546) and, where a mail has none, from the words of the invitation. */
import ICAL from 'ical.js';
import { civilDate } from '../calendar.ts';
import type { Message } from '../mail.ts';
import { type DateContext, periodsIn } from './dates.ts';
import { fold } from './fold.ts';

export interface Meeting {
  /** Civil date on which it begins, in the zone given; null where nothing says it. */
  at: string | null;
  state: 'proposed' | 'accepted' | 'cancelled';
}

/** Longer calendars are not looked at: an invitation has a few hundred characters. */
const maxCalendar = 100_000;

export function meetingOf(message: Message, zone: string, context: DateContext): Meeting {
  const named = message.calendar ? fromCalendar(message.calendar, zone) : null;
  const text = message.text.slice(0, 4_000);
  const when = /^[ \t]*(?:when|wann|quand|cuándo|quando|wanneer|date|datum|fecha)[ \t]*:[ \t]*(\S.{3,119})$/im.exec(
    text,
  )?.[1];
  const said = (words: string) =>
    periodsIn(fold(words), context, words).find(({ unit }) => unit === 'day')?.first ?? null;
  return {
    at: named?.at ?? (when ? said(when) : (said(message.subject) ?? said(text.slice(0, 1_000)))),
    state: named?.state ?? stateOfSubject(message),
  };
}

function stateOfSubject({ subject, signals }: Message): Meeting['state'] {
  const method = /method=["']?(\w+)/i.exec(signals['content-type'] ?? '')?.[1]?.toUpperCase();
  const head = fold(subject);
  if (
    method === 'CANCEL' ||
    /^\s*(?:cancel|declin|abgesagt|abgelehnt|annul|refus|rechazad|recusad|rifiutat|geannuleerd|afgewezen)/.test(head)
  )
    return 'cancelled';
  if (method === 'REPLY' || /^\s*(?:accepted|zugesagt|accepte|aceptad|aceite|accettat|geaccepteerd)/.test(head))
    return 'accepted';
  return 'proposed';
}

function fromCalendar(text: string, zone: string): Meeting | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text.slice(0, maxCalendar)));
    const event = calendar.getFirstSubcomponent('vevent');
    if (!event) return null;
    const method = String(calendar.getFirstPropertyValue('method') ?? '').toUpperCase();
    const status = String(event.getFirstPropertyValue('status') ?? '').toUpperCase();
    const answers = event
      .getAllProperties('attendee')
      .map((each) => String(each.getParameter('partstat') ?? '').toUpperCase());
    const cancelled =
      method === 'CANCEL' || status === 'CANCELLED' || (method === 'REPLY' && answers.includes('DECLINED'));
    const accepted = method === 'REPLY' && answers.includes('ACCEPTED');
    return { at: dayOf(event, zone), state: cancelled ? 'cancelled' : accepted ? 'accepted' : 'proposed' };
  } catch {
    // A torn calendar says nothing; the words of the mail may.
    return null;
  }
}

/** A time in UTC or with an offset is an instant; one in a named or no zone is meant on the day it names. */
function dayOf(event: ICAL.Component, zone: string): string | null {
  const start = event.getFirstPropertyValue('dtstart');
  if (!(start instanceof ICAL.Time) || Number.isNaN(start.toUnixTime())) return null;
  if (!start.isDate && start.zone === ICAL.Timezone.utcTimezone) return civilDate(start.toJSDate(), zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${start.year}-${two(start.month)}-${two(start.day)}`;
}
