import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/domain/mail.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { mail } from './deals.ts';

/** Written on Tuesday, 3 November 2026. */
const read = (change: Partial<Message>, zone = 'Europe/Berlin') => readMessage(mail(change), zone);
const says = (text: string, change: Partial<Message> = {}) => read({ text, ...change });

describe('a kind', () => {
  test.each<[string, string, Partial<Message>]>([
    ['a person', 'human', {}],
    ['a person, said outright', 'human', { signals: { 'auto-submitted': 'no' } }],
    ['a person who forwards', 'human', { text: 'FYI\n\nBegin forwarded message:\n\nFrom: x' }],
    ['nothing but a quote', 'human', { text: 'On 1/5/26, Robin wrote:\n> Well?' }],
    ['an absence by its header', 'auto_reply', { signals: { 'auto-submitted': 'auto-replied' } }],
    ['an absence by an older header', 'auto_reply', { signals: { 'x-autoreply': 'yes' } }],
    ['an absence by its precedence', 'auto_reply', { signals: { precedence: 'auto_reply' } }],
    ['an absence by its subject', 'auto_reply', { subject: 'Automatic reply: Pilot' }],
    ['an absence in German', 'auto_reply', { subject: 'Abwesenheitsnotiz: Pilot' }],
    ['an absence in French', 'auto_reply', { subject: 'Absence du bureau' }],
    ['an absence in Spanish', 'auto_reply', { subject: 'Respuesta automática: Piloto' }],
    ['out of office', 'auto_reply', { subject: 'Out of Office Re: Pilot' }],
    [
      'a person who was away',
      'human',
      { subject: 'Afwezig', text: 'Ik was gisteren afwezig, maar ik heb je offerte nu gelezen.' },
    ],
    [
      'a person who tells of it in German',
      'human',
      { subject: 'Abwesend', text: 'War den ganzen Tag abwesend, probier es morgen wieder.' },
    ],
    [
      'a person who will be away',
      'human',
      { subject: 'Férias', text: 'Vou de férias na sexta, por isso preciso da proposta até quinta.' },
    ],
    [
      'a person who tells of a bounce',
      'human',
      { subject: 'Undeliverable', text: 'Your mail came back to me as undeliverable for Peter. Write to me instead.' },
    ],
    [
      'somebody who stands in',
      'auto_reply',
      {
        subject: 'Parental leave',
        text: 'I am on parental leave until 1 November. Ben Stone (ben@buyer.test) is covering for me.',
      },
    ],
    [
      'a new version of an event',
      'invitation',
      { subject: 'Updated invitation: Kickoff', text: 'This event has been updated. When: Mon 15 June 10:00.' },
    ],
    [
      'an event called off',
      'invitation',
      { subject: 'Termin abgesagt: Vorführung', text: 'Dieser Termin wurde abgesagt und aus Ihrem Kalender entfernt.' },
    ],
    [
      'another time for an event',
      'invitation',
      {
        subject: 'Dana Berg proposed a new time: Pilot',
        text: 'Dana Berg has proposed a new time. View it in your calendar.',
      },
    ],
    [
      'a footer in Italian',
      'bulk',
      {
        subject: 'Webinar',
        text: 'Iscriviti al nostro webinar gratuito. Per non ricevere più queste email rispondi STOP.',
      },
    ],
    [
      'a note that thanks for the mail',
      'auto_reply',
      {
        subject: 'Thank you',
        text: 'Thanks for your message! I am travelling this week and will reply when I am back at my desk on Tuesday.',
      },
    ],
    [
      'a house that is closed',
      'auto_reply',
      {
        subject: 'Betriebsurlaub',
        text: 'Wir haben vom 3. bis 21. August Betriebsurlaub. Ab dem 24. August sind wir wieder für Sie da.',
      },
    ],
    [
      'a person who says when',
      'human',
      { text: 'Grüezi Frau Rep, wir haben bis 24. Juli Betriebsferien und schauen es danach an.' },
    ],
    [
      'a person whose shop is closed',
      'human',
      { text: 'La boutique est fermée jusqu’au 12 avril, livrez plutôt au dépôt.' },
    ],
    [
      'a person whose house is closed',
      'human',
      { subject: 'Delivery', text: 'We are closed from 3 to 21 August, so please deliver before.' },
    ],
    ['a talk of absence', 'human', { subject: 'Absence of a price in the offer' }],
    ['an answer under such a subject', 'human', { subject: 'Re: Automatic reply: Pilot' }],
    ['a bounce by its sender', 'bounce', { from: { name: '', address: 'mailer-daemon@buyer.test' } }],
    [
      'a bounce by its type',
      'bounce',
      { signals: { 'content-type': 'multipart/report; report-type=delivery-status' } },
    ],
    [
      'a late delivery',
      'bounce',
      { subject: 'Delivery Status Notification (Delay)', signals: { 'content-type': 'multipart/report' } },
    ],
    [
      'a read receipt',
      'auto_reply',
      { signals: { 'content-type': 'multipart/report; report-type=disposition-notification' } },
    ],
    ['a newsletter', 'bulk', { signals: { 'list-unsubscribe': '<https://x.test>' } }],
    ['bulk mail', 'bulk', { signals: { precedence: 'bulk' } }],
    ['an invitation', 'invitation', { attachments: ['invite.ics'] }],
    ['an invitation without a name', 'invitation', { attachments: ['text-calendar-1'] }],
    [
      'an invitation that is all calendar',
      'invitation',
      { signals: { 'content-type': 'text/calendar; method=REQUEST' } },
    ],
    ['other files', 'human', { attachments: ['offer.ics.pdf', 'text-calendar-x', 'physics'] }],
    ['nothing at all', 'unreadable', { text: ' \n ' }],
  ])('of %s is %s', (_, kind, change) => {
    expect(read(change).kind).toBe(kind);
  });

  test('that is not human asks and promises nothing', () => {
    const loud = { text: 'Will you? I will call before Friday. Not before March.' };
    for (const signals of [{ 'list-unsubscribe': '<x>' }, { 'auto-submitted': 'auto-generated' }])
      expect(read({ ...loud, signals })).toMatchObject({ questions: [], promises: [], hold: null, optOut: false });
  });
});

describe('a hold', () => {
  test.each([
    ['Please do not get in touch before 12 January.', '2027-01-12'],
    ['We cannot decide this before 1 December 2026.', '2026-12-01'],
    ["Please don't contact me until Friday.", '2026-11-06'],
    ['Please don’t contact me until Friday.', '2026-11-06'],
    ['Could you hold off until 15 December?', '2026-12-15'],
    ['Please circle back after 12 January.', '2027-01-13'],
    ['Let us talk again after 31 December.', '2027-01-04'],
    ['Check back in two weeks.', '2026-11-17'],
    ['Not before 12 January, as I told your colleague on 3 October.', '2027-01-12'],
    ['We will not look at this until Q1.', '2027-01-04'],
    ['Not before Q4 2027, I fear.', '2027-10-01'],
    ['Please follow up in Q2.', '2027-04-01'],
    ['Please come back after Q1.', '2027-04-01'],
    ['Please do not write again until our new budget stands.', '2026-12-01'],
    ['Bitte melden Sie sich erst wieder nach dem 15. Januar, wir haben jetzt zu viel zu tun.', '2027-01-18'],
    ['Bitte nicht vor dem 15. Dezember kontaktieren, die Kollegen sind nicht da und wir auch nicht.', '2026-12-15'],
  ])('%s: until %s', (text, until) => {
    const { hold, optOut } = says(text);
    expect(hold).toMatchObject({ until });
    expect(text).toContain(hold?.quote);
    expect(optOut).toBe(false);
  });

  test.each([
    'There is no need to wait until Friday.',
    "You don't have to wait until Friday.",
    'Please do not wait until Friday.',
    'Our store is closed until Monday.',
    'I could not reach you last week.',
    'We opened on Monday.',
    'It is not too late before Friday.',
    'The offer is valid until 12 January.',
    'Wir haben das Angebot erhalten und sprechen morgen im Team darüber.',
  ])('is not: %s', (text) => {
    expect(says(text).hold).toBeNull();
  });

  test('inside quoted text is none', () => {
    expect(says('Thanks!\n\nOn 11/1/26, Robin wrote:\n> Not before Friday, please.').hold).toBeNull();
    expect(says('Thanks!\n\nFrom: Robin\nSent: Sunday\nTo: Dana\n\nNot before Friday, please.').hold).toBeNull();
  });

  test('is found far inside a sentence that does not end', () => {
    expect(says(`${'and so on '.repeat(400)} please not before 12 January`).hold?.until).toBe('2027-01-12');
  });
});

describe('on a mailing list', () => {
  const toList = { signals: { 'list-id': '<dev.lists.example>' }, inReplyTo: '<a@lists.example>' };
  test('what names a time is said to nobody in particular', () => {
    const text = 'Nobody can look at that before the release in December.';
    expect(says(text).hold).not.toBeNull();
    expect(says(text, toList).hold).toBeNull();
  });
  test('a wish in so many words counts', () => {
    expect(says('Please do not call me before 14 December.', toList).hold?.until).toBe('2026-12-14');
    expect(says('Please unsubscribe me from your list.', toList).optOut).toBe(true);
  });
});

describe('what puts nothing off', () => {
  test.each([
    ['a busy time that is over', 'October was bedlam, but we are through it now and the project is moving again.'],
    ['the return of another', 'Ms Ott is back from leave on 7 December and looks forward to the samples.'],
    ['the calendar of a works', 'Our plant is shut from 21 December to 4 January, so deliver to Leeds.'],
    ['the term of a contract', 'The current lease runs until the end of March 2027.'],
    ['somebody who decides meanwhile', 'Hugo kommt am 7.12. wieder, bis dahin entscheidet Dana allein.'],
  ])('%s', (_name, text) => expect(says(text).hold).toBeNull());
});

describe('an opt-out', () => {
  test.each([
    'Please stop emailing me.',
    'Take me off your list.',
    'Please remove me from this list.',
    'Do not contact us again.',
    'Don’t contact me any more.',
    'Please do not email.',
    'Bitte keine weiteren E-Mails.',
    'Bitte keine Mails mehr.',
    'Bitte nicht mehr anschreiben.',
    'Ne me contactez plus, merci.',
    'Por favor no me escriba más.',
  ])('is: %s', (text) => {
    expect(says(text).optOut).toBe(true);
  });

  test.each([
    'I do not write off anything yet.',
    'We do not email invoices.',
    'Ich habe keine Mails von Ihnen im Ordner gefunden.',
    'Ich habe leider keine weiteren Mails erhalten.',
    'Please do not contact me before March.',
    'How do I stop the newsletter?',
    'The machine stops writing logs at night.',
  ])('is not: %s', (text) => {
    expect(says(text).optOut).toBe(false);
  });
});

describe('a promise under a condition', () => {
  const due = (text: string) => says(text).promises.map(({ until }) => until);
  test('that only says "unless something happens" is one', () =>
    expect(due("Unless I hear otherwise, I'm booking the room on 10 November.")).toEqual(['2026-11-10']));
  test("of somebody else's doing is one where it has a day", () =>
    expect(due("If the sample passes, we'll ship the lot on 10 November.")).toEqual(['2026-11-10']));
  test.each([
    "If you send me the readings, I'll work it out by Friday.",
    "If the price is right, we'll sign on Friday.",
  ])('that bargains is none: %s', (text) => expect(due(text)).toEqual([]));
});

describe('promises and questions', () => {
  test('are sentences, with the day', () => {
    const reading = says(
      "Thank you. I'll send you the signed papers by Friday. We will talk to the board. Does that suit you?\nWill we need the second tier?",
    );
    expect(reading.promises).toEqual([
      { text: "I'll send you the signed papers by Friday.", until: '2026-11-06' },
      { text: 'We will talk to the board.', until: null },
    ]);
    expect(reading.questions).toEqual(['Does that suit you?', 'Will we need the second tier?']);
  });

  test.each([
    ['You will have it on 10 November.', '2026-11-10'],
    ['I’ll come back to you tomorrow.', '2026-11-04'],
    ['We are going to sign it next week on Monday.', '2026-11-09'],
    [
      'Wir schicken Ihnen das bis zum 10. November, die Unterlagen sind fast fertig und wir haben sie geprüft.',
      '2026-11-10',
    ],
  ])('%s: by %s', (text, until) => {
    expect(says(text).promises).toMatchObject([{ until }]);
  });

  test('a hold is no promise', () => {
    expect(says('I will not be able to look at this before Friday.')).toMatchObject({
      promises: [],
      hold: { until: '2026-11-06' },
    });
  });
});

describe('an absence', () => {
  const signals = { 'auto-submitted': 'auto-replied' };
  test.each([
    ['I am back on 16 November.', '2026-11-16'],
    ['I am out of the office until 13 November.', '2026-11-13'],
    ['I will return on Monday.', '2026-11-09'],
    ['Away from 2 November until 13 November, back on 16 November.', '2026-11-16'],
    ['Ich bin bis zum 13. November nicht im Büro und habe keinen Zugriff auf die Mails.', '2026-11-16'],
    ['Ich bin am 16. November wieder für Sie da, die Kollegen helfen und sind zu erreichen.', '2026-11-16'],
    ['I am out of the office.', null],
  ])('%s: %s', (text, until) => {
    expect(says(text, { signals }).absence).toEqual({ until });
  });

  test('is not what somebody says beside another matter', () => {
    expect(says('I am back on 16 November. Could you send the offer before?').absence).toBeNull();
    expect(says('Ann is on holiday until 16 November but I can sign.').absence).toBeNull();
  });
});

describe('an invitation', () => {
  const attachments = ['invite.ics'];
  test.each<[string, Partial<Message>, object]>([
    [
      'with its day',
      { text: 'When: Thursday, 12 November 2026 10:00\nWhere: online' },
      { at: '2026-11-12', state: 'proposed' },
    ],
    ['without', { text: 'See you there' }, { at: null, state: 'proposed' }],
    ['cancelled', { subject: 'Cancelled: Pilot' }, { state: 'cancelled' }],
    ['called off in German', { subject: 'Abgesagt: Pilot' }, { state: 'cancelled' }],
    ['declined', { subject: 'Declined: Pilot' }, { state: 'cancelled' }],
    ['accepted', { subject: 'Accepted: Pilot' }, { state: 'accepted' }],
  ])('%s', (_, change, meeting) => {
    expect(read({ attachments, ...change }).meeting).toMatchObject(meeting);
  });

  test('is no mail of a person', () => {
    expect(says('When: 12 November 2026').meeting).toBeNull();
  });
});

describe("days are counted in the rep's zone", () => {
  // 23:30 in London on Tuesday is Wednesday in Berlin, and still Tuesday afternoon in Los Angeles.
  const late = { date: new Date('2026-11-03T23:30:00Z') };
  test.each([
    ['Europe/Berlin', '2026-11-05'],
    ['UTC', '2026-11-04'],
    ['America/Los_Angeles', '2026-11-04'],
    ['Pacific/Auckland', '2026-11-05'],
  ])('tomorrow in %s is %s', (zone, until) => {
    expect(read({ text: 'I will send it tomorrow.', ...late }, zone).promises).toMatchObject([{ until }]);
    expect(read({ text: 'Please not before tomorrow.', ...late }, zone).hold).toMatchObject({ until });
  });

  test('and a hold without a date ends four weeks later there', () => {
    expect(read({ text: 'Please hold off until then.', ...late }, 'Europe/Berlin').hold?.until).toBe('2026-12-02');
    expect(read({ text: 'Please hold off until then.', ...late }, 'UTC').hold?.until).toBe('2026-12-01');
  });
});
