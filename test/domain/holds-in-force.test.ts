/** Rests stand side by side: a shorter word ends none that was asked for longer, unless it says so. */
import { expect, test } from 'vitest';
import { holdsInForce } from '../../src/domain/holds-in-force.ts';
import type { Message } from '../../src/domain/mail.ts';
import type { Reading } from '../../src/domain/reading.ts';
import { readThreads } from '../../src/domain/talk.ts';
import { mail, rep, thread } from './deals.ts';

type Rest = Partial<NonNullable<Reading['hold']>>;
const base = readThreads([thread(mail())], rep)[0]!.reading;
/** A mail of Dana's on that day of November, as it was read. */
const said = (day: number, reading: Partial<Reading>): Message =>
  mail({ id: `<${day}>`, date: new Date(Date.UTC(2026, 10, day, 9)), reading: { ...base, ...reading } });
const hold = (day: number, until: string | null, rest: Rest = {}, more: Partial<Reading> = {}): Message => {
  const whole = { until, assumed: false, scope: 'person', quote: 'x', optOut: false, theyReturn: false } as const;
  return said(day, { hold: { ...whole, ...rest }, optOut: rest.optOut ?? false, ...more });
};
const away = (day: number, until: string) =>
  said(day, { kind: 'auto_reply', absence: { until } as Reading['absence'] });
const standing = (messages: Message[], today = '2026-11-10') =>
  holdsInForce(readThreads([thread(...messages)], rep), today).map(
    ({ until, scope, away: gone, optOut }) => `${until} ${optOut ? 'opted out' : gone ? 'away' : scope}`,
  );

test.each<[string, Message[], string[]]>([
  ['an absence ends no rest', [hold(2, '2027-04-01'), away(3, '2026-11-13')], ['2027-04-01 person', '2026-11-13 away']],
  [
    'nor does a shorter rest, when in doubt',
    [hold(2, '2027-04-01'), hold(3, '2026-11-13', { quote: 'Please write after Friday.' })],
    ['2027-04-01 person'],
  ],
  ['a longer one does', [hold(2, '2026-11-13'), hold(3, '2027-04-01')], ['2027-04-01 person']],
  [
    'a topic stands beside the person',
    [hold(2, '2027-04-01'), hold(3, '2026-11-17', { scope: 'topic' })],
    ['2027-04-01 person', '2026-11-17 topic'],
  ],
  [
    'and the company beside both',
    [hold(2, '2026-12-01', { scope: 'topic' }), hold(3, '2026-11-20', { scope: 'company' }), hold(4, '2027-01-11')],
    ['2026-12-01 topic', '2026-11-20 company', '2027-01-11 person'],
  ],
  ...[
    'Feel free to write to me again.',
    'You can e-mail us again now.',
    'Please call me again tomorrow.',
    'Sie dürfen mir gern wieder schreiben.',
    'Vous pouvez de nouveau nous écrire.',
    'Ya puede volver a llamarme.',
  ].map((text): [string, Message[], string[]] => [
    `an invitation ends all: ${text}`,
    [hold(2, '2027-04-01'), hold(3, null, { optOut: true }), said(4, { lifts: true, text })],
    [],
  ]),
  ...[
    'No need to wait until April any more.',
    'Forget what I said about April, the budget came through early.',
    'Change of plan, we are ready now.',
    'Das mit April hat sich erledigt.',
    "Plus besoin d'attendre avril.",
    'Ya no hace falta esperar a abril.',
  ].map((text): [string, Message[], string[]] => [
    `what takes a hold back ends no opt-out: ${text}`,
    [hold(2, '2027-04-01'), hold(3, null, { optOut: true }), said(4, { lifts: true, text })],
    ['null opted out'],
  ]),
  [
    'and may name another day',
    [hold(2, '2027-04-01'), hold(3, '2026-12-01', {}, { lifts: true })],
    ['2026-12-01 person'],
  ],
  ...[
    'Make that the 1st of December instead.',
    'You can of course write to us already on 1 December.',
    'Stattdessen bitte ab 1. Dezember.',
    'Sie können doch schon ab 1. Dezember schreiben.',
    'Finalement, à partir du 1er décembre.',
    'En lugar de eso, a partir del 1 de diciembre.',
    'Afinal pode ser a partir de 1 de dezembro.',
    'Invece dal primo dicembre.',
    'In plaats daarvan vanaf 1 december.',
    'You may call, but not before 1 December.',
    'Sie dürfen gern anrufen, aber nicht vor dem 1. Dezember.',
  ].map((quote): [string, Message[], string[]] => [
    `a day that takes the place of another: ${quote}`,
    [hold(2, '2027-04-01'), hold(3, '2026-12-01', { quote })],
    ['2026-12-01 person'],
  ]),
  [
    'what was asked for good is not shortened',
    [hold(2, null), hold(3, '2026-12-01', { quote: 'Make that the 1st of December instead.' })],
    ['null person'],
  ],
  [
    'an opt-out stays beside what comes after it',
    [hold(2, null, { optOut: true }), hold(3, '2026-12-01'), away(4, '2026-11-20')],
    ['null opted out', '2026-12-01 person', '2026-11-20 away'],
  ],
])('%s', (_, messages, expected) => {
  expect(standing(messages)).toEqual(expected);
});

test('a rest in the subject is asked for by whoever wrote it there first', () => {
  const subject = 'Re: Pilot - please do not contact me before 1 April 2027';
  const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9));
  const theirs = (day: number) => mail({ id: `<${day}>`, date: at(day), subject, text: '' });
  const { from, to } = theirs(1);
  const ours = mail({ id: '<ours>', date: at(1), subject, from: to[0]!, to: [from!], place: 'sent', text: 'Hello.' });
  expect(standing([theirs(2)])).toEqual(['2027-04-01 person']);
  expect(standing([ours, theirs(2)])).toEqual([]);
  const twice = holdsInForce(readThreads([thread(theirs(2), theirs(3))], rep), '2026-11-10');
  expect(twice.map(({ messageId }) => messageId)).toEqual(['<2>']);
});
