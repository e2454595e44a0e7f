/** Words that are only said again, and days that are over, promise and arrange nothing. */
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../src/domain/reading.ts';
import { messageOf } from '../eval/sets.ts';

const read = (text: string) =>
  readMessage(messageOf({ text, sentAt: '2026-03-17T09:00:00+00:00' }), 'Europe/London', true);

describe('a word given', () => {
  test.each([
    'On 9 March you wrote: "I will send you the form by Friday."',
    'Am 9. März schrieben Sie: „Ich schicke Ihnen die Zeichnung bis Freitag zurück.“',
    "Le 9 mars, vous m'écriviez : « Je vous envoie le bon de commande d'ici vendredi. »",
    'El 9 de marzo me escribió: «Le enviaré el contrato antes del viernes.»',
    'On 5 March I wrote to you about the freezer.',
    'Of the 36 doors that I sent you on 24 February, 29 can stay.',
  ])('is none in: %s', (text) => expect(read(text).promises).toEqual([]));

  test.each([
    ['I will send you the "final" form by Friday.', '2026-03-20'],
    ['I will send you the 12" pipe by Friday.', '2026-03-20'],
    ['You wrote "by Monday", and I will send you the form by Friday.', '2026-03-20'],
    ['I will send you the form by 5 March 2027.', '2027-03-05'],
    ['I will send you the form by 5 December.', '2026-12-05'],
  ])('is one in: %s', (text, until) => expect(read(text).promises).toMatchObject([{ until }]));
});

describe('a meeting', () => {
  test.each([
    'Thank you for your time on 9 March and the walk-through.',
    'You wrote on 5 February: "Not before 9 March please - then happy to talk."',
  ])('is none in: %s', (text) => expect(read(text).meeting).toBeNull());

  test('is one on a day ahead', () => {
    expect(read("Let's talk on 24 March at 10:00.").meeting).toMatchObject({ at: '2026-03-24' });
  });
});
