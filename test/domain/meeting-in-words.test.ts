/** Meetings that people agree on, move and call off in words. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

// Tuesday 3 November 2026.
const theirs = (text: string) => readMessage(mail({ text }), 'Europe/Berlin').meeting;
const repSays = (text: string) => readMessage(ours({ text, date: mail().date }), 'Europe/Berlin', true).meeting;

describe('one mail', () => {
  test.each([
    ['Tuesday 3 pm works for me, see you then.', '2026-11-10'],
    ["Hi Robin,\n\nlet's speak on Thursday at 10.\n\nDana", '2026-11-05'],
    ['Works, talk Thursday.', '2026-11-05'],
    ["Thursday is fine, I'll send you the dial-in.", '2026-11-05'],
    ['Confirmed for 12 November at 9:30.', '2026-11-12'],
    ['Perfect. Thursday at 10 then.', '2026-11-05'],
    ['I have put Friday 2 pm in my diary.', '2026-11-06'],
    ['Happy to meet on the 18th at 10:30, our office.', '2026-11-18'],
    ['On se retrouve lundi à 9h30 dans vos locaux.', '2026-11-09'],
    ['Der Termin am 12.11. um 10 Uhr ist für uns in Ordnung.', '2026-11-12'],
    ['Ich habe Dienstag 14 Uhr eingetragen.', '2026-11-10'],
    ['Freitag passt mir gut, bis dann.', '2026-11-06'],
    ['Mittwoch um 9 Uhr geht klar.', '2026-11-04'],
    ['Jeudi 14 h me convient, à jeudi.', '2026-11-05'],
    ["C'est noté pour vendredi à 10 h.", '2026-11-06'],
    ['El jueves a las 10 me viene bien.', '2026-11-05'],
    ['De acuerdo, hablamos el viernes a las 12.', '2026-11-06'],
    ['Combinado, falamos na quinta-feira às 15h.', '2026-11-05'],
    ['Giovedì alle 10 va bene per me.', '2026-11-05'],
    ['Donderdag om 10 uur is prima, tot dan.', '2026-11-05'],
  ])('accepts: %s', (text, at) => {
    expect(theirs(text)).toMatchObject({ at, state: 'accepted' });
  });

  test.each([
    ['Could we talk on Thursday at 10?', '2026-11-05'],
    ['How about Friday at 2 pm?', '2026-11-06'],
    ['Would Thursday suit you for a call?', '2026-11-05'],
    ["Friday doesn't work, could you do Monday at 9?", '2026-11-09'],
    ['Leider klappt es am Donnerstag nicht, wie wäre Freitag 9 Uhr?', '2026-11-06'],
    ['Passt Ihnen Dienstag um 14 Uhr?', '2026-11-10'],
    ['Êtes-vous disponible vendredi à 10 h pour un appel ?', '2026-11-06'],
    ['¿Le viene bien el jueves a las 11?', '2026-11-05'],
    ['Possiamo sentirci giovedì alle 15?', '2026-11-05'],
    ['Kunnen we donderdag om 11 uur bellen?', '2026-11-05'],
  ])('proposes: %s', (text, at) => {
    expect(theirs(text)).toMatchObject({ at, state: 'proposed' });
    expect(repSays(text)).toMatchObject({ at, state: 'proposed' });
  });

  test('of the rep that says "let us" only proposes', () => {
    expect(repSays("Let's speak on Thursday at 10.")).toMatchObject({ at: '2026-11-05', state: 'proposed' });
  });

  test.each([
    ['I have to cancel our call on Thursday.', '2026-11-05'],
    ['Can we move it?', null],
    ["Something came up, we need to postpone tomorrow's call.", '2026-11-04'],
    ['Could we push our meeting back a bit?', null],
    ['Leider muss ich unseren Termin absagen.', null],
    ['Können wir unser Gespräch am Donnerstag verschieben?', '2026-11-05'],
    ['Je dois annuler notre rendez-vous de jeudi.', '2026-11-05'],
    ['Tengo que cancelar la reunión del jueves.', '2026-11-05'],
    ['Dobbiamo spostare la chiamata.', null],
    ['Helaas moet ik onze afspraak verzetten.', null],
    ['Temos de adiar a nossa reunião.', null],
    ["Tuesday's meeting with you has to be postponed.", '2026-11-10'],
    ['Our call on Thursday has been cancelled, sorry.', '2026-11-05'],
    ["Sorry, I can't make it.", null],
    ["I can't make our call.", null],
    ['I have to cancel, my train is stuck.', null],
    ['I need to reschedule.', null],
    ['Das Telefonat am Donnerstag muss leider ausfallen.', '2026-11-05'],
    ['La réunion de jeudi est annulée.', '2026-11-05'],
    ['La llamada del jueves queda aplazada.', '2026-11-05'],
  ])('calls off: %s', (text, at) => {
    expect(theirs(text)).toMatchObject({ at, state: 'cancelled' });
  });

  test.each([
    'The internal meeting was cancelled, so I have no decision yet.',
    'The board meeting was postponed.',
    'We had to cancel the demo subscription with the old vendor.',
    'I had to skip the call with our supplier in Lyon.',
    'We need to reschedule the delivery.',
    "I can't make the board meeting myself.",
    "We can't make it cheaper.",
    'We ordered too much, we have to cancel it.',
    'The team has to postpone the kick-off with the new supplier.',
    'I need to move the visit of the auditors.',
    'Die interne Besprechung wurde verschoben.',
    'Wir müssen das Treffen mit dem Vorstand verschieben.',
    'Der Liefertermin muss verschoben werden.',
    'La réunion du conseil a été reportée.',
    'Nous devons reporter la réunion avec notre fournisseur.',
    'La reunión del consejo queda aplazada.',
    'Hemos tenido que cancelar la visita de los auditores.',
    'I will send the contract on Thursday.',
    "Perfect, I'll send the signed contract on Thursday.",
    'Could you send the offer by Thursday?',
    'Delivery on Thursday works for us.',
    'Our server works again since Monday.',
    'The board meets on Thursday, and we decide after that.',
    'We have to cancel the order.',
    'Please cancel our subscription.',
    'Can you move the machine to Lyon?',
    'The offer is valid until Thursday at 10.',
    'Wir schicken die Unterlagen am Donnerstag, das passt.',
    'Nous livrons jeudi, parfait.',
    'Thanks, that works.',
    'Works for me.',
  ])('books nothing: %s', (text) => {
    expect(theirs(text)).toBeNull();
  });
});

let sent = 0;
type Line = [who: 'rep' | 'contact' | 'colleague', day: string, text: string];
const judge = (today: string, ...lines: Line[]) => {
  const messages = lines.map(([who, day, text]) => {
    const change = { text, id: `<w${sent++}@x.test>`, date: new Date(`${day}T09:00:00Z`) };
    return who === 'rep' ? ours(change) : mail(change);
  });
  const found = assess(facts({ threads: [thread(...messages)] }), rep, policy, new Date(`${today}T11:00:00Z`));
  return found.forbidden.find(({ rule }) => rule === 'meeting')?.text ?? null;
};
const booked = (day: string) => `a meeting is booked for ${day}`;

describe('a talk', () => {
  const asked: Line = ['rep', '2026-11-03', 'Could we talk on Thursday, 19 November at 10?'];
  test('in which the contact says yes has a meeting ahead', () => {
    expect(judge('2026-11-11', asked, ['contact', '2026-11-03', 'Works for me.'])).toBe(booked('2026-11-19'));
    expect(judge('2026-11-11', asked, ['contact', '2026-11-03', 'Hi Robin,\n\nthat suits me well.\n\nDana'])).toBe(
      booked('2026-11-19'),
    );
    expect(judge('2026-11-20', asked, ['contact', '2026-11-03', 'Works for me.'])).toBeNull();
  });
  test('in which nobody has said yes has none', () => {
    expect(judge('2026-11-11', asked)).toBeNull();
    expect(judge('2026-11-11', asked, ['rep', '2026-11-04', 'Perfect, that works for me too.'])).toBeNull();
    expect(judge('2026-11-11', asked, ['contact', '2026-11-04', 'That does not work for me.'])).toBeNull();
    expect(judge('2026-11-11', asked, ['contact', '2026-11-04', 'What is it about?'])).toBeNull();
  });
  test('in which the rep accepts the day of the contact has one', () => {
    const theirDay: Line = ['contact', '2026-11-03', 'I could do a call on 19 November at 10.'];
    expect(judge('2026-11-11', theirDay)).toBeNull();
    expect(judge('2026-11-11', theirDay, ['rep', '2026-11-04', 'Perfect, see you then.'])).toBe(booked('2026-11-19'));
    expect(judge('2026-11-11', theirDay, ['rep', '2026-11-04', 'Great: 19 November at 10 it is.'])).toBe(
      booked('2026-11-19'),
    );
  });
  test('of several days keeps the one that was taken', () => {
    const two: Line = ['rep', '2026-11-03', 'Would 17 November at 10 or 19 November at 10 suit you for a call?'];
    expect(judge('2026-11-11', two, ['contact', '2026-11-04', '19 November suits me.'])).toBe(booked('2026-11-19'));
  });
  test('that moves the meeting has it on the new day only', () => {
    const agreed: Line = ['contact', '2026-11-03', 'Thursday 12 November at 3 pm works for me, see you then.'];
    expect(judge('2026-11-11', agreed)).toBe(booked('2026-11-12'));
    const moves: Line = ['contact', '2026-11-05', 'Can we move it to 19 November at 3 pm?'];
    expect(judge('2026-11-11', agreed, moves)).toBeNull();
    expect(judge('2026-11-11', agreed, moves, ['rep', '2026-11-06', 'Sure, that works.'])).toBe(booked('2026-11-19'));
    expect(judge('2026-11-11', agreed, ['contact', '2026-11-05', 'I have to cancel our call.'])).toBeNull();
    expect(judge('2026-11-11', agreed, ['contact', '2026-11-05', 'We have to cancel the order.'])).toBe(
      booked('2026-11-12'),
    );
  });
});

test('words call off what a calendar booked', () => {
  const invitation = mail({
    id: '<cal@x.test>',
    subject: 'Invitation: Pilot',
    text: 'When: 19 November 2026',
    attachments: ['invite.ics'],
  });
  const called = mail({
    id: '<off@x.test>',
    date: new Date('2026-11-05T09:00:00Z'),
    text: 'I have to cancel our call.',
  });
  const rule = (...messages: (typeof called)[]) =>
    assess(facts({ threads: [thread(...messages)] }), rep, policy, new Date('2026-11-11T11:00:00Z')).forbidden.some(
      (each) => each.rule === 'meeting',
    );
  expect(rule(ours({ date: new Date('2026-11-01T09:00:00Z') }), invitation)).toBe(true);
  expect(rule(ours({ date: new Date('2026-11-01T09:00:00Z') }), invitation, called)).toBe(false);
});
