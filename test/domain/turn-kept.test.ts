/** A word of ours that a file keeps, and one that hangs on theirs. R is the rep, P the other side. */
import { expect, test } from 'vitest';
import { turnNow, turnOf } from './talks.ts';

const promised = `P 05-04 Can you send the drawing?
  R 05-05 I will send the drawing by 8 May.`;

test.each([
  ['with a word', 'here it is [drawing.pdf]'],
  ['with thanks alone', 'Thanks! [drawing.pdf]'],
  ['with no word at all', ' [drawing.pdf]'],
])('a file of ours keeps our promise, %s', (_, line) => {
  expect(turnOf(`${promised}\n R 05-07 ${line}`)).toBe('theirs');
});

test.each([
  ['thanks alone', 'Thanks!'],
  ['a logo below thanks', 'Thanks! [image001.png]'],
  ['an invitation below thanks', 'Thanks! [invite.ics]'],
])('%s keeps nothing', (_, line) => {
  expect(turnNow(`${promised}\n R 05-07 ${line}`)).toMatchObject({ turn: 'ours', reason: 'promise' });
});

test('a file of theirs keeps no promise of ours', () => {
  expect(turnOf(`${promised}\n P 05-07 Thanks! [plan.pdf]`)).toBe('ours');
});

test.each([
  'Once you confirm the size I will send the contract.',
  'Once you confirm the size I will send our contract by Friday.',
  'I will send the contract by Friday if you confirm the size today.',
  'After your confirmation I will send the contract by Friday.',
  'Upon receipt of your deposit we will book our fitters.',
  'Please confirm the size, then I will send the contract by Friday.',
  'Sobald Sie die Größe bestätigen, schicke ich Ihnen den Vertrag bis Freitag.',
  'Nach Ihrer Freigabe schicke ich Ihnen bis Freitag unseren Vertrag.',
  'Dès que vous confirmez la taille, je vous envoie notre contrat avant vendredi.',
  'En cuanto me confirme la medida le envío nuestro contrato antes del viernes.',
])('what hangs on them is their turn: %s', (line) => {
  expect(turnOf(`P 05-04 Hello, we need a shelf.\n R 05-05 ${line}`)).toBe('theirs');
});

test.each([
  'Once our factory confirms the size I will send the contract.',
  'When you come on 8 May I will bring the contract.',
  'I will send you the contract by Friday.',
])('what hangs on us, or on nobody, is ours: %s', (line) => {
  expect(turnNow(`P 05-04 Hello, we need a shelf.\n R 05-05 ${line}`)).toMatchObject({
    turn: 'ours',
    reason: 'promise',
  });
});
