/** What a person asks for in a mail that a machine sent, or that looks like it. */
import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/domain/mail.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { mail } from './deals.ts';

const read = (change: Partial<Message>) => readMessage(mail(change), 'Europe/Berlin');
const auto = { signals: { 'auto-submitted': 'auto-replied' }, subject: 'Automatic reply: Pilot in Lyon' };
const bulk = { signals: { 'list-unsubscribe': '<mailto:leave@buyer.test>' }, subject: 'Pilot in Lyon' };
const declined = { subject: 'Declined: Pilot in Lyon', attachments: ['invite.ics'] };

describe('an opt-out', () => {
  test.each<[string, Partial<Message>]>([
    ['I am out until 4 December. Please stop mailing me.', auto],
    ['I am out of the office until 4 December.\n\nPlease remove me from your list, we are not interested.', auto],
    ['Ich bin bis 4. Dezember im Urlaub. Bitte schreiben Sie mir nicht mehr.', auto],
    ["Je suis absente jusqu'au 4 décembre. Merci de ne plus me contacter.", auto],
    ['Estoy de vacaciones hasta el 4 de diciembre. No me escriban más, por favor.', auto],
    ['Please stop emailing me.', declined],
    ['Hello,\n\nplease take me off your mailing list.', bulk],
    ['Bitte nehmen Sie mich aus Ihrem Verteiler.', bulk],
  ])('%s', (text, change) => {
    const reading = read({ text, ...change });
    expect(reading.kind).not.toBe('human');
    expect(reading).toMatchObject({ optOut: true, hold: { until: null, optOut: true } });
  });
});

describe('a hold', () => {
  test.each<[string, Partial<Message>, string]>([
    ['Please get back to me in September.', declined, '2027-09-01'],
    ['', { ...declined, subject: 'Declined: Pilot in Lyon - please get back to me in September' }, '2027-09-01'],
    ['I am away until 9 November. Please do not contact me about the pilot before 1 February.', auto, '2027-02-01'],
    [
      'Ich bin bis 9. November im Urlaub. Wegen des Piloten melden Sie sich bitte erst im Februar wieder.',
      auto,
      '2027-02-01',
    ],
    ['Please do not call me before 12 January.', bulk, '2027-01-12'],
    ['We are in the middle of an audit, please give us until 12 January.', bulk, '2027-01-13'],
  ])('%s', (text, change, until) => {
    const reading = read({ text, ...change });
    expect(reading.kind).not.toBe('human');
    expect(reading).toMatchObject({ optOut: false, hold: { until } });
  });
  test('may stand in the comment of the calendar part', () => {
    const calendar =
      'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261112T090000Z\r\nATTENDEE;PARTSTAT=DECLINED:mailto:dana@buyer.test\r\nCOMMENT:Please get back to me\r\n  in September\\, not before.\r\nEND:VEVENT\r\nEND:VCALENDAR';
    expect(read({ text: '', subject: 'Pilot', calendar })).toMatchObject({
      hold: { until: '2027-09-01' },
      meeting: { state: 'cancelled' },
    });
  });
});

describe('neither', () => {
  test.each<[string, Partial<Message>]>([
    ['I am out of the office until 4 December. In urgent cases please contact my colleague Sam.', auto],
    [
      'I am on leave until 4 December and will get back to you then. Please do not send anything before I am back.',
      auto,
    ],
    [
      'Ich bin bis 4. Dezember nicht im Büro. Ihre Mail wird nicht weitergeleitet, bitte schreiben Sie nach meiner Rückkehr noch einmal.',
      auto,
    ],
    ['Our autumn offers are here. Click here to unsubscribe.', bulk],
    ['News for you.\n\nTo stop receiving emails from us, change your preferences: https://news.test/leave', bulk],
    ['Great offers until 1 December! If you no longer wish to hear from us, unsubscribe.', bulk],
    ['Do you want me to stop emailing you? Just reply STOP and I will not contact you again.', bulk],
    ['Unser Angebot gilt bis 1. Dezember. Wenn Sie keine Mails mehr von uns erhalten möchten, klicken Sie hier.', bulk],
    ['When: Thursday, 12 November 2026 10:00\nWhere: online', { attachments: ['invite.ics'] }],
    ['Sorry, another meeting.', declined],
  ])('%s', (text, change) => {
    expect(read({ text, ...change })).toMatchObject({ optOut: false, hold: null, questions: [], promises: [] });
  });
});

describe('in a letter with the header of a list it is read as without', () => {
  test.each([
    'Hello Robin,\n\nplease take me off your mailing list.',
    'Robin, please do not call me before 12 January.',
    'Hi,\n\nwe are in the middle of an audit, give us until June please.\n\nDana',
    'Hallo Robin,\n\nwir sind mitten in der Prüfung, bitte erst wieder im Juni.\n\nDana Berg',
  ])('%s', (text) => {
    const [with_, without] = [read({ text, ...bulk }), read({ text, subject: bulk.subject })];
    expect(without.hold).not.toBeNull();
    expect(with_).toEqual(without);
    expect(with_.kind).toBe('human');
  });
  test('but not what a newsletter says to many', () => {
    const text = 'Hello Robin,\n\nyour free trial ends soon. Click here, and please give us until June.\n\nDana';
    expect(read({ text, ...bulk })).toMatchObject({ kind: 'bulk' });
    expect(
      read({ text: 'Please give us until June.', ...bulk, from: { name: '', address: 'news@buyer.test' } }).hold,
    ).toBeNull();
  });
});
