import { describe, expect, test } from 'vitest';
import { assess, readThreads } from '../../../src/domain/assess.ts';
import type { Contact } from '../../../src/domain/deal.ts';
import type { Message } from '../../../src/domain/mail.ts';
import { type FollowUp, planFollowUp, recipientsOf } from '../../../src/domain/writing/compose.ts';
import { firstNameOf } from '../../../src/domain/writing/names.ts';
import { contact, facts, mail, ours, rep, thread } from '../deals.ts';
import { policy } from '../placements.ts';

const now = new Date('2026-11-17T11:00:00Z');
const person = (address: string, name = '') => ({ name, address });

function followUp(messages: Message[], contacts: Contact[] = [contact]): FollowUp {
  const threads = [thread(...messages)];
  const planned = planFollowUp(assess(facts({ threads, contacts }), rep, policy, now), threads, contacts, rep, now);
  if (!planned) throw new Error('nothing was planned');
  return planned;
}

describe('recipients', () => {
  const of = (message: Message, contacts: Contact[] = [contact]) => {
    const [last] = readThreads([thread(message)], rep);
    const { to, cc } = recipientsOf(last!, rep, contacts);
    return [to, cc].map((list) => list.map(({ address }) => address));
  };
  test.each<[string, Message, string[], string[]]>([
    [
      'of our own mail: whom it went to',
      ours({ cc: [person('boss@buyer.test')] }),
      ['dana@buyer.test'],
      ['boss@buyer.test'],
    ],
    [
      'of theirs: who wrote, the others in copy',
      mail({ to: [person('robin@seller.test'), person('sam@buyer.test')], cc: [person('boss@buyer.test')] }),
      ['dana@buyer.test'],
      ['sam@buyer.test', 'boss@buyer.test'],
    ],
    [
      "never the rep's own addresses",
      ours({ to: [person('dana@buyer.test'), person('r.rep@seller.test')], cc: [person('robin@seller.test')] }),
      ['dana@buyer.test'],
      [],
    ],
    [
      'never a machine',
      ours({
        to: [person('dana@buyer.test')],
        cc: [
          'no-reply@x.test',
          'noreply@x.test',
          'crm.donotreply@x.test',
          'do-not-reply@x.test',
          'bounces+1@x.test',
          'mailer-daemon@x.test',
        ].map((each) => person(each)),
      }),
      ['dana@buyer.test'],
      [],
    ],
    [
      'never twice',
      ours({ to: [person('dana@buyer.test'), person('dana@buyer.test')], cc: [person('dana@buyer.test')] }),
      ['dana@buyer.test'],
      [],
    ],
    [
      'never what is no address',
      ours({
        cc: [person('undisclosed-recipients'), person('a b@c.test'), person('a@b.test,c@d.test'), person('"x"@y.test')],
      }),
      ['dana@buyer.test'],
      [],
    ],
    ['never a Bcc', ours({ bcc: [person('secret@buyer.test')] }), ['dana@buyer.test'], []],
    [
      'those in copy, when nobody else is left',
      ours({ to: [person('noreply@buyer.test')], cc: [person('sam@buyer.test')] }),
      ['sam@buyer.test'],
      [],
    ],
  ])('%s', (_, message, to, cc) => {
    expect(of(message)).toEqual([to, cc]);
  });

  test('never somebody who opted out', () => {
    const message = ours({ to: [person('dana@buyer.test'), person('sam@buyer.test')] });
    const out = { ...contact, id: 'c2', emails: ['s@old.test', 'sam@buyer.test'], optOut: 'yes' as const };
    expect(of(message, [contact, out])).toEqual([['dana@buyer.test'], []]);
  });
});

describe('headers', () => {
  const before = mail({ id: '<1>', date: new Date('2026-11-01T09:00:00Z') });
  test('answer the last mail and carry its References', () => {
    const { reply, parent } = followUp([
      before,
      ours({ id: '<3>', inReplyTo: '<2>', references: ['<1>', '<2>'], subject: 'RE: AW: Re: Pilot' }),
    ]);
    expect(parent).toBe('<3>');
    expect(reply).toMatchObject({
      inReplyTo: '<3>',
      references: ['<1>', '<2>', '<3>'],
      subject: 'Re: Pilot',
      threadRef: 'thread-1',
    });
  });

  test('fall back on In-Reply-To, as RFC 5322 says', () => {
    expect(followUp([before, ours({ id: '<2>', inReplyTo: '<1>' })]).reply.references).toEqual(['<1>', '<2>']);
    expect(followUp([ours({ id: '<2>' })]).reply.references).toEqual(['<2>']);
  });

  test('name no mail that has no name', () => {
    const nameless = ours({ id: '<abc@no-message-id.invalid>' });
    expect(followUp([nameless]).reply).toMatchObject({ inReplyTo: null, references: [], subject: 'Re: Pilot in Lyon' });
    expect(followUp([before, nameless]).reply).toMatchObject({ inReplyTo: '<1>', references: ['<1>'] });
  });

  test('do not answer an absence notice, nor take its subject', () => {
    const away = mail({
      id: '<9>',
      subject: 'Automatic reply: Pilot',
      text: 'Away.',
      date: new Date('2026-11-04T09:00:00Z'),
    });
    expect(followUp([ours(), away]).reply).toMatchObject({
      inReplyTo: '<m2@seller.test>',
      subject: 'Re: Pilot in Lyon',
    });
  });

  test('go out from the address that wrote before', () => {
    expect(followUp([ours()]).reply.from).toEqual({ name: 'Robin Rep', address: 'robin@seller.test' });
    expect(followUp([ours({ from: person('r.rep@seller.test') })]).reply.from.address).toBe('r.rep@seller.test');
  });
});

test.each([
  ['Dana Berg', 'Dana'],
  ['Berg, Dana', 'Dana'],
  ['Dr. Dana Berg', 'Dana'],
  ['Frau Prof. Dr. Dana Berg', 'Dana'],
  ['"Dana Berg"', 'Dana'],
  ['dana@buyer.test', null],
  ['=evil@x', null],
  ['evil.example now', null],
  ['J. Berg', null],
  ['', null],
])('"%s" is greeted as "%s"', (name, first) => {
  expect(firstNameOf(name)).toBe(first);
  const nameless = { ...ours(), to: [person('dana@buyer.test')] };
  const greeting = first ? `Hi ${first},` : 'Hi,';
  expect(followUp([nameless], [{ ...contact, name }]).limits.greeting).toBe(greeting);
  expect(
    followUp([{ ...nameless, to: [person('dana@buyer.test', name)] }], [{ ...contact, name: '' }]).limits.greeting,
  ).toBe(greeting);
});

test.each([
  ['en', 'Thank you for the talk, we have sent you the offer with all that you asked.'],
  ['de', 'Vielen Dank für das Gespräch, wir haben Ihnen das Angebot mit der Liste geschickt.'],
  ['fr', 'Merci pour votre temps, nous avons envoyé la liste des prix avec une offre pour vous.'],
  ['es', 'Gracias por su tiempo, la oferta que usted pidió está en el correo con los precios.'],
  ['en', 'Ok'],
])('in %s for: %s', (language, text) => {
  expect(followUp([ours({ text, subject: 'X' })]).template).toBe(`follow-up/silence.${language}`);
});

test.each([
  'De offerte is in de bijlage. Welke maat heeft u nodig? Kunt u de prijs nog bekijken?',
  'El pressupost és al fitxer adjunt. Necessitem saber la mida abans del mes que ve.',
  'Offerten är bifogad. Vilken storlek behöver ni?',
  'Oferta w załączniku. Jaki rozmiar jest potrzebny?',
])('in English for what is in no language of ours: %s', (text) => {
  expect(followUp([ours({ text, subject: 'X' })]).template).toMatch(/^follow-up\/\w+\.en$/);
});

test('the language of the talk counts where the last mail is too short', () => {
  const earlier = mail({
    text: 'Vielen Dank, wir haben das Angebot erhalten und sind zufrieden mit der Liste.',
    date: new Date('2026-11-02T09:00:00Z'),
  });
  expect(followUp([earlier, ours({ text: 'Plan 7 anbei.', subject: 'X' })]).template).toBe('follow-up/silence.de');
});
