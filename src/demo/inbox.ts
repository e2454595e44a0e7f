/**
 * The demo's data: the mailbox of a sales rep and her CRM as CSV files, with every date relative to the demo's clock. People and
 * companies are made up. Each deal is there to show one rule; `expected` says which.
 */
import { crm, type DemoCrm } from './inbox-crm.ts';
import {
  at,
  civil,
  conversation,
  type DemoMail,
  type Person,
  shifted,
  spoken,
  weekday,
  workingDaysBefore,
} from './inbox-mail.ts';
import { others } from './inbox-others.ts';
import {
  celine,
  dan,
  eamon,
  gareth,
  helene,
  ingrid,
  joerg,
  lucia,
  marcus,
  maya,
  priya,
  rhys,
  sofia,
  tomas,
} from './people.ts';

/** What should become of a deal on the first morning: a draft is due, or the rule that forbids one. */
export type Expected =
  | 'draft'
  | 'your turn'
  | 'not read yet'
  | 'on hold'
  | 'away'
  | 'meeting booked'
  | 'opted out'
  | 'closed';

export interface DemoInbox extends DemoCrm {
  rep: { name: string; address: string; zone: string };
  mails: DemoMail[];
  /** By deal id. Five drafts are due, so that the limit of three a day shows. */
  expected: Record<string, Expected>;
  /** By deal id: the first day on which such a rule is over. Where there is none, it stays while nobody acts. */
  freeFrom: Record<string, string>;
}

/** The rep's mailbox and CRM as they are at `now`. The same `now` gives the same bytes. */
export function demoInbox(now: Date): DemoInbox {
  const today = civil(now);
  /** A time of day so many working days ago. */
  const ago = (days: number, time: string) => at(workingDaysBefore(today, days), time);

  // The Friday of a promise is long enough past on any weekday that the demo starts on; the promise is of the Tuesday before.
  let friday = shifted(today, -6);
  while (weekday(friday) !== 5) friday = shifted(friday, -1);
  const back = workingDaysBefore(today, 6);
  const stillAway = shifted(today, 9);
  const after = shifted(today, 38);
  const meeting = shifted(today, weekday(today) >= 4 ? 5 : 2);

  const mails: DemoMail[] = [
    ...conversation('norvik-intro', 'Dock slots at two freight terminals', 'en', maya, [
      {
        from: ingrid,
        to: [maya],
        at: ago(31, '10:05'),
        text: `Hi Maya,

we met at the ports evening. We run two freight terminals and plan trailer slots in a spreadsheet that four people edit at once. On a bad day forty trailers wait outside gate 2.

Could you show us how Quaymark would handle a late vessel?`,
      },
      {
        from: maya,
        to: [ingrid],
        at: ago(30, '09:20'),
        text: `Hi Ingrid,

gladly. When a vessel slips, Quaymark moves every slot that depends on it and texts the drivers their new time. I have put a short recording of exactly that case here: two terminals, one late vessel, 38 trailers.`,
      },
    ]),
    ...conversation('norvik-security', 'Security questionnaire for Quaymark', 'en', maya, [
      {
        from: ingrid,
        to: [maya],
        cc: [tomas],
        at: ago(15, '14:12'),
        text: `Hi Maya,

the terminals liked the trial. Before we can go to contract, IT security (Tomas, in copy) needs the attached questionnaire: 62 questions, most of them about hosting and sign-on.`,
        attachment: {
          name: 'NF-supplier-security-v4.xlsx',
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        },
      },
      {
        from: maya,
        to: [ingrid],
        cc: [tomas],
        at: ago(12, '11:40'),
        text: `Hi Ingrid, hi Tomas,

the questionnaire is attached, all 62 answered. In short: hosted in Frankfurt only, single sign-on by SAML, backups every hour, kept 30 days.`,
        attachment: {
          name: 'NF-supplier-security-v4-answered.xlsx',
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        },
      },
      {
        from: ingrid,
        to: [maya],
        cc: [tomas],
        at: ago(10, '16:03'),
        text: `Thanks Maya, that was quick. Tomas came back with two points: does the penetration test cover the gate app on the phones, and how long do you keep drivers' phone numbers?`,
      },
      {
        from: maya,
        to: [ingrid],
        cc: [tomas],
        at: ago(8, '09:48'),
        text: `Hi Ingrid,

both are quick to answer. The penetration test covers the gate app (section 4 of the summary). Drivers' phone numbers are deleted 30 days after their last slot.

Is there anything else Tomas needs before he can sign off the questionnaire?`,
      },
    ]),
    ...conversation('halden-redlines', 'MSA redlines: price uplift and term', 'en', maya, [
      {
        from: marcus,
        to: [maya],
        at: ago(13, '17:25'),
        text: `Maya,

our redlines to the MSA are attached. The one that matters is 7.3: an uplift tied to CPI without a cap will not get past our board. We also need 45 days payment instead of 30.

Regards`,
        attachment: {
          name: 'Quaymark-MSA-HPM-redline-v2.docx',
          type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        },
      },
      {
        from: maya,
        to: [marcus],
        at: ago(9, '10:30'),
        text: `Hi Marcus,

thank you for the redlines. 45 days is fine. On 7.3 I have agreed this with our finance team: the uplift follows CPI and is capped at 3 % a year, if the term is 24 months instead of 12. That is in v3, attached.

Does the 3 % cap with the 24-month term work for your board?`,
        attachment: {
          name: 'Quaymark-MSA-HPM-redline-v3.docx',
          type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        },
      },
    ]),
    ...conversation('ostheim-pilot', 'Pilot Rampensteuerung Werk 2', 'de', maya, [
      {
        from: joerg,
        to: [maya],
        at: ago(15, '08:15'),
        text: `Sehr geehrte Frau Torrick,

vielen Dank für die Vorführung in Ostheim. Die Kollegen an der Rampe waren angetan, vor allem von der Anzeige am Tor. Wir möchten das in Werk 2 mit den Toren 5 bis 9 ausprobieren, vier Wochen lang.

Was brauchen Sie dafür von uns?

Mit freundlichen Grüßen`,
      },
      {
        from: maya,
        to: [joerg],
        at: ago(11, '09:05'),
        text: `Guten Tag Herr Hartwieg,

das freut mich sehr. Für die Tore 5 bis 9 brauchen wir drei Dinge: einen WLAN-Zugang an der Rampe, die Liste Ihrer Spediteure mit Ansprechpartnern und jemanden aus der Schicht, der an zwei Vormittagen dabei ist. Die Anzeigen bringen wir mit, Kosten entstehen Ihnen in den vier Wochen keine.

Wer aus der Schicht könnte den Piloten bei Ihnen begleiten?

Viele Grüße`,
      },
    ]),
    ...conversation('castellan-order', 'Order form Castellan Foods', 'en', maya, [
      {
        from: maya,
        to: [priya],
        at: at(shifted(friday, -7), '15:10'),
        text: `Hi Priya,

here is the order form with the three sites (Leeds, Goole, Wakefield) and the price we settled on: 31,200 GBP a year, first invoice after go-live.`,
        attachment: { name: 'Quaymark-order-form-Castellan.pdf', type: 'application/pdf' },
      },
      {
        from: priya,
        to: [maya],
        at: at(shifted(friday, -3), '11:32'),
        text: `Hi Maya,

looks good to me, and our CFO has no objections. I'll send you the signed order form by Friday.`,
      },
      {
        from: maya,
        to: [priya],
        at: at(shifted(friday, -3), '13:05'),
        text: `Perfect, thank you Priya. Leeds goes first, then, as you wished.`,
      },
    ]),
    ...conversation('pellan-docks', 'Which cold-chain docks first', 'en', maya, [
      {
        from: helene,
        to: [maya],
        at: ago(13, '10:44'),
        text: `Dear Maya,

the quality team agrees in principle. They insist that the temperature log is attached to each slot, and that we begin with one cold-chain dock only, not six.`,
      },
      {
        from: maya,
        to: [helene],
        at: ago(10, '09:12'),
        text: `Dear Helene,

that is how it works: each slot carries its temperature log as a PDF, signed by the driver. One dock is a sensible start, and both K1 and K4 have the sensor already.

Which of the two would you like to begin with, K1 or K4?`,
      },
      {
        from: helene,
        to: [maya],
        at: ago(10, '09:13'),
        subject: 'Automatic reply: Which cold-chain docks first',
        quoting: false,
        headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All', Precedence: 'auto_reply' },
        text: `Thank you for your message. I am out of the office and will be back on ${spoken(back)}. For urgent matters please call the dock office.`,
      },
    ]),
    ...conversation('brightwater-api', 'Slot changes into our warehouse system', 'en', maya, [
      {
        from: maya,
        to: [dan],
        at: ago(7, '10:20'),
        text: `Hi Dan,

as promised the API description for your integrator. The part on slots is chapter 3. How does your warehouse system take changes in today?`,
        attachment: { name: 'quaymark-api.pdf', type: 'application/pdf' },
      },
      {
        from: dan,
        to: [maya],
        at: ago(4, '15:37'),
        text: `Thanks Maya. Today it is a nightly file, which is the whole problem.

Two questions from the integrator: do you push slot changes to a webhook, or do we have to poll? And if we poll, how many calls a minute do we get?`,
      },
    ]),
    ...conversation('orrin-vale', 'Carrier onboarding for the Felling site', 'en', maya, [
      {
        from: sofia,
        to: [maya],
        at: ago(11, '12:02'),
        text: `Hello Maya, we use 46 carriers at Felling and about a third of them are one-man firms. My worry is that they will never log in anywhere.`,
      },
      {
        from: maya,
        to: [sofia],
        at: ago(7, '08:55'),
        text: `Hello Sofia,

they do not have to: small carriers book by answering a text message. At a site like yours about 80 % of one-man firms book that way.

Would it help if I set up ten of your carriers for a week, so that you see it with your own?`,
      },
      {
        from: sofia,
        to: [maya],
        at: ago(7, '08:56'),
        subject: 'Out of office: Carrier onboarding for the Felling site',
        quoting: false,
        headers: { 'Auto-Submitted': 'auto-replied', Precedence: 'auto_reply' },
        text: `Hello, I am on annual leave and will be back on ${spoken(stillAway)}. I am not reading mail until then.`,
      },
    ]),
    ...conversation('silvermere-budget', 'Quaymark for the Silvermere depots', 'en', maya, [
      {
        from: maya,
        to: [eamon],
        at: ago(13, '11:15'),
        text: `Hi Eamon,

the offer for the four depots is attached: 52,000 GBP a year, set-up included. Which of the four would you want to see live first?`,
        attachment: { name: 'Quaymark-offer-Silvermere.pdf', type: 'application/pdf' },
      },
      {
        from: eamon,
        to: [maya],
        at: ago(10, '17:50'),
        text: `Hi Maya,

the offer is fair and Thirlby would be first. But we are in the middle of the budget round and I will not get a decision this side of it. Please don't chase us before then, let's pick this up again after ${spoken(after)}.

Best`,
      },
      {
        from: maya,
        to: [eamon],
        at: ago(9, '09:00'),
        text: `Understood, Eamon, and thank you for saying so plainly. Good luck with the budget round.`,
      },
    ]),
    ...conversation('tarn-valley', 'Yard plan for the dairy', 'en', maya, [
      {
        from: maya,
        to: [rhys],
        at: ago(6, '14:30'),
        text: `Hi Rhys,

I drew your yard as you described it: tanker lane on the left, four docks, weighbridge at the exit. Have I got the tanker lane the right way round?`,
        attachment: { name: 'tarn-valley-yard.pdf', type: 'application/pdf' },
      },
      {
        from: rhys,
        to: [maya],
        at: new Date(now.getTime() - 19 * 3_600_000),
        unread: true,
        text: `Hi Maya, sorry, silage week. The lane is right, but the weighbridge is at the entrance. With that changed we would like to go ahead for the winter. Do you bill monthly?`,
      },
    ]),
    ...conversation('lumen-onboarding', 'Go-live at Lumen & Oak', 'en', maya, [
      {
        from: lucia,
        to: [maya],
        at: ago(16, '09:30'),
        text: `Hi Maya, signed, sealed, and the carriers have their letters. Thank you for the patience with our legal team!`,
      },
      {
        from: maya,
        to: [lucia],
        at: ago(9, '10:10'),
        text: `Hi Lucia,

wonderful. Our onboarding team has taken over and will train both shifts. Did the first week at the docks go as you hoped?`,
      },
    ]),
    ...conversation('harrow-review', 'Pilot review, Harrow Components', 'en', maya, [
      {
        from: gareth,
        to: [maya],
        at: ago(9, '13:20'),
        text: `Maya, pilot numbers are in: average wait down from 54 to 21 minutes. I want our plant manager to hear that from you. Will set something up.`,
      },
      {
        from: maya,
        to: [gareth],
        at: ago(8, '09:35'),
        text: `Hi Gareth,

54 to 21 is better than I dared to hope. Would half an hour be enough for your plant manager?`,
      },
      {
        from: gareth,
        to: [maya],
        at: ago(7, '16:45'),
        subject: `Invitation: Quaymark pilot review`,
        quoting: false,
        text: `Pilot review with our plant manager.

When: ${spoken(meeting)}, 10:00 to 10:30
Where: call, link in the invitation`,
        calendar: { method: 'REQUEST', text: calendar(meeting, gareth, maya, 'Quaymark pilot review') },
      },
    ]),
    ...conversation('ferrant', 'Dock scheduling for the kiln yard', 'en', maya, [
      {
        from: celine,
        to: [maya],
        at: ago(12, '09:50'),
        text: `Hello, a colleague passed your brochure on. We fire around the clock, so trucks come at night as well. Does that work without somebody at the gate?`,
      },
      {
        from: maya,
        to: [celine],
        at: ago(8, '11:25'),
        text: `Hello Celine,

it does: at night drivers check in on the gate panel. How many trucks come between ten and six?`,
      },
    ]),
    ...others(now, ago),
  ];

  return {
    rep: { name: maya.name, address: maya.address, zone: 'Europe/Berlin' },
    mails: mails.sort((a, b) => a.date.getTime() - b.date.getTime()),
    ...crm(today),
    expected: {
      'D-1041': 'draft',
      'D-1042': 'draft',
      'D-1043': 'draft',
      'D-1044': 'draft',
      'D-1045': 'draft',
      'D-1046': 'your turn',
      'D-1047': 'away',
      'D-1048': 'on hold',
      'D-1049': 'not read yet',
      'D-1050': 'closed',
      'D-1051': 'meeting booked',
      'D-1052': 'opted out',
    },
    freeFrom: { 'D-1047': stillAway, 'D-1048': after, 'D-1051': shifted(meeting, 1) },
  };
}

/** An invitation as the organizer's program sends it. */
function calendar(day: string, organizer: Person, guest: Person, title: string): string {
  const utc = (time: string) =>
    at(day, time)
      .toISOString()
      .replace(/[-:]|\.000/g, '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Harrow Components//Calendar//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:pilot-review-${day}@harrowcomponents.example`,
    `DTSTAMP:${utc('08:00')}`,
    `DTSTART:${utc('10:00')}`,
    `DTEND:${utc('10:30')}`,
    `SUMMARY:${title}`,
    `ORGANIZER;CN=${organizer.name}:mailto:${organizer.address}`,
    `ATTENDEE;CN=${guest.name};PARTSTAT=ACCEPTED:mailto:${guest.address}`,
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\n');
}
