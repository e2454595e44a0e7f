/** Threads in which a follow-up is due, and what it has to be like. They go through the day's plan as real mail does. */
import type { DealFacts, Rep } from '../../../src/domain/assess.ts';
import { addDays, civilDate, zoneOffsetMinutes } from '../../../src/domain/calendar.ts';
import type { Contact } from '../../../src/domain/deal.ts';
import type { Address, Message } from '../../../src/domain/mail.ts';
import type { Picked } from '../../../src/domain/pick.ts';
import { type Draft, planDay } from '../../../src/domain/plan.ts';
import type { Situation } from '../../../src/domain/situation.ts';
import type { Evidence, FollowUp } from '../../../src/domain/writing/compose.ts';
import { languages } from '../../../src/domain/writing/compose.ts';
import type { Render } from '../../../src/domain/writing/from-template.ts';
import type { Language } from '../../../src/domain/writing/gate/written.ts';
import { policy } from '../../domain/placements.ts';
import { linesOf } from './cases.ts';

/** A mail by the rep, `r`, or a contact, `c` with a number where not the first. Times are those of the zone. */
interface Mail {
  by: string;
  at: string;
  text: string;
  subject?: string;
  /** Contacts by number; of the rep's mails only: the first where absent. */
  to?: number[];
  cc?: number[];
  files?: string[];
  /** Sent by a machine. */
  auto?: boolean;
  /** An invitation to a meeting at this time. */
  meets?: string;
}

export interface Situated {
  id: string;
  lang: Language;
  zone: string;
  now: string;
  subject: string;
  rep: Omit<Address, never>;
  contacts: Address[];
  mails: Mail[];
  expect: {
    situation: Situation;
    formal: boolean | null;
    /** Words that a follow-up to this has to have, in any letter case. */
    mention: string[];
    not: string[];
  };
}

/** What a writer gives back: a draft, or why there is none. */
export type Attempt = { text: string; evidence: Evidence[] } | { refused: string };

/** A way to write follow-ups: templates, or a model. */
export type Writer = (followUp: FollowUp, templated: Draft) => Promise<Attempt>;

export const fromTemplates: Writer = async (_, { reply, evidence }) => ({ text: reply.text, evidence });

export const situated = (): Situated[] => languages.flatMap((lang) => linesOf<Situated>(`situations.${lang}`));

function instant(local: string, zone: string): Date {
  const utc = new Date(`${local}:00Z`);
  return new Date(utc.getTime() - zoneOffsetMinutes(utc, zone) * 60_000);
}

const compact = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');

function calendarOf({ subject }: Situated, mail: Mail, zone: string, guests: readonly Address[]): string {
  const start = instant(mail.meets ?? mail.at, zone);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${subject}-${mail.at}`,
    `SUMMARY:${mail.text}`,
    `DTSTART:${compact(start)}`,
    `DTEND:${compact(new Date(start.getTime() + 3_600_000))}`,
    ...guests.map(({ address }) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

export function messagesOf(item: Situated): Message[] {
  const { id, zone, subject, rep, contacts, mails } = item;
  const ids = mails.map((_, at) => `<${id}.${at}@eval.example>`);
  return mails.map((mail, at) => {
    const byRep = mail.by === 'r';
    const people = (numbers: number[]): Address[] => numbers.flatMap((number) => contacts[number] ?? []);
    const date = instant(mail.at, zone);
    const to = byRep ? people(mail.to ?? [0]) : [rep];
    const cc = people(mail.cc ?? []);
    return {
      id: ids[at]!,
      inReplyTo: ids[at - 1] ?? null,
      references: ids.slice(0, at),
      from: byRep ? rep : (contacts[Number(mail.by.slice(1))] ?? null),
      to,
      cc,
      bcc: [],
      subject: mail.subject ?? (at === 0 ? subject : `Re: ${subject}`),
      date,
      utcOffset: zoneOffsetMinutes(date, zone),
      signals: mail.auto ? { 'auto-submitted': 'auto-replied' } : {},
      text: mail.text,
      ...(mail.meets ? { calendar: calendarOf(item, mail, zone, [rep, ...(byRep ? to : cc)]) } : {}),
      attachments: mail.files ?? [],
      place: byRep ? 'sent' : 'inbox',
      read: true,
    };
  });
}

export function dayOf(item: Situated, render: Render): { deal: Picked; draft: Draft | null; messages: Message[] } {
  const messages = messagesOf(item);
  const contacts = item.contacts.map(
    ({ name, address }, at): Contact => ({
      id: `c${at}`,
      name,
      emails: [address],
      title: null,
      phone: null,
      optOut: 'unknown',
    }),
  );
  const now = instant(item.now, item.zone);
  const facts: DealFacts = {
    deal: {
      id: item.id,
      name: 'a deal',
      owner: item.rep.address,
      stage: 'Proposal',
      status: 'open',
      amount: null,
      currency: null,
      closeDate: addDays(civilDate(now, item.zone), 90),
      contactIds: contacts.map(({ id }) => id),
    },
    contacts,
    threads: [{ ref: item.id, messages }],
    threadsWithDraft: new Set(),
    followedUp: new Set(),
  };
  const rep: Rep = { name: item.rep.name, addresses: [item.rep.address], zone: item.zone };
  const { deals, drafts } = planDay([facts], rep, policy, 3, render, now);
  return { deal: deals[0]!, draft: drafts[0] ?? null, messages };
}
