/** The first and the last lines of a follow-up, as the rep and these people use them, by the thread that the real plan reads. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/domain/assess.ts';
import type { Contact } from '../../../src/domain/deal.ts';
import type { Address, Message } from '../../../src/domain/mail.ts';
import { planFollowUp } from '../../../src/domain/writing/compose.ts';
import { plainLine } from '../../../src/domain/writing/gate/characters.ts';
import { hasAddress } from '../../../src/domain/writing/gate/links.ts';
import type { Limits } from '../../../src/domain/writing/gate/written.ts';
import { inManner } from '../../../src/domain/writing/manner.ts';
import { personOf } from '../../../src/domain/writing/names.ts';
import { noNotes } from '../../../src/domain/writing/public-to-thread.ts';
import { facts, mail, ours, thread } from '../deals.ts';
import { policy } from '../placements.ts';

const now = new Date('2026-11-17T11:00:00Z');
const rep = { name: 'Jana Wolf', addresses: ['jana@seller.test'], zone: 'Europe/Berlin' };
const jana = { name: 'Jana Wolf', address: 'jana@seller.test' };
const named = (name: string, n = 1): Address => ({ name, address: `p${n}@buyer.test` });
const contactOf = ({ name, address }: Address): Contact => ({
  id: address,
  name,
  emails: [address],
  title: null,
  phone: null,
  optOut: 'no',
});

interface Talk {
  to?: Address[];
  cc?: Address[];
  before?: Message[];
  signature?: string;
  repName?: string;
}

/** What is decided for a follow-up to a mail with this text; null where none is due. */
function limitsIfDue(
  text: string,
  { to = [named('Holly Grant')], cc = [], before = [], signature, repName }: Talk = {},
): Limits | null {
  const people = [...to, ...cc];
  const last = ours({ id: '<last@seller.test>', from: jana, to, cc, text, subject: 'X' });
  const threads = [thread(...before, last)];
  const contacts = people.map(contactOf);
  const who = { ...rep, name: repName ?? rep.name };
  const voice = { profile: null, notes: noNotes, ...(signature === undefined ? {} : { signature }) };
  const planned = planFollowUp(
    assess(facts({ threads, contacts }), who, policy, now),
    threads,
    contacts,
    who,
    now,
    voice,
  );
  return planned?.limits ?? null;
}

function limitsOf(text: string, talk: Talk = {}): Limits {
  const limits = limitsIfDue(text, talk);
  if (!limits) throw new Error('nothing was planned');
  return limits;
}

const bodies = {
  en: 'We sent you the offer for the forty seats last week. Would the second tier be enough for you and the team?',
  du: 'wir haben dir das Angebot für die vierzig Plätze geschickt. Passt das für dich und das Team?',
  sie: 'wir haben Ihnen das Angebot für die vierzig Plätze geschickt. Passt das für Sie und das Team?',
  tu: "nous t'avons envoyé le devis pour les quarante places. Est-ce que cela te convient pour la suite ?",
  vous: 'nous vous avons envoyé le devis pour les quarante places. Est-ce que cela vous convient pour la suite ?',
  usted: 'le enviamos la oferta para las cuarenta plazas. ¿Le parece bien a usted y al equipo de la empresa?',
  tú: 'te enviamos la oferta para las cuarenta plazas. ¿Te parece bien a ti y al equipo de la empresa?',
};
type Form = keyof typeof bodies;

/** Form, name of the contact, head and tail of the rep's mail; then greeting and sign-off of the follow-up, "=" for the same. */
const seen: [Form, string, string, string, string, string][] = [
  ['en', 'Holly Grant', 'Hi Holly,', 'Best,\nJana', '=', '='],
  ['en', 'Holly Grant', 'Hi Holly', 'Cheers,\nJana', '=', '='],
  ['en', 'Holly Grant', 'Holly –', 'Thanks,\nJana', '=', '='],
  ['en', 'Holly Grant', 'Holly,', 'J.', '=', '='],
  ['en', 'Holly Grant', 'Hey Holly!', '– Jana', '=', '='],
  ['en', 'Holly Grant', 'Dear Ms Grant,', 'Yours sincerely,\nJana Wolf', '=', '='],
  [
    'en',
    'Holly Grant',
    'Dear Holly Grant,',
    'Kind regards\nJana Wolf\nAccount Executive\n+49 30 555 0142',
    '=',
    'Kind regards\nJana Wolf',
  ],
  ['en', 'Robert Stone', 'Hi Rob,', 'All the best,\nJana', '=', '='],
  ['en', 'Holly Grant', 'Good morning Holly,', 'Have a great weekend,\nJana', 'Hello Holly,', 'Best regards,\nJana'],
  ['en', 'Holly Grant', 'Morning Holly,', 'Thanks! Jana', 'Hi Holly,', '='],
  ['en', 'Holly Grant', 'Hi Holly, thanks for your time on the phone.', 'Best, Jana', 'Hi Holly,', '='],
  ['en', 'Holly Grant', 'Hello,', 'Regards,\nJana Wolf', '=', '='],
  ['du', 'Nele Voss', 'Hallo Nele, der Zugang ist da.', 'LG Jana', 'Hallo Nele,', '='],
  ['en', 'Holly Grant', '', 'Best,\nJana', '', '='],
  ['en', 'Jan van der Berg', 'Dear Dr. van der Berg:', 'JW', '=', '='],
  ['du', 'Dana Kern', 'Hallo Dana,', 'Viele Grüße\nJana', '=', '='],
  ['du', 'Dana Kern', 'Liebe Dana,', 'LG Jana', '=', '='],
  ['du', 'Jan Weber', 'Lieber Jan,', 'Liebe Grüße, Jana', '=', '='],
  ['du', 'Jan Weber', 'Moin Jan', 'VG\nJana', '=', '='],
  ['du', 'Dana Kern', 'Hi Dana,', 'Danke und viele Grüße\nJana', '=', '='],
  ['du', 'Dana Kern', 'Servus Dana,', 'Viele Grüße aus Hamburg\nJana', '=', '='],
  ['du', 'Dana Kern', 'Guten Morgen Dana,', 'Schönes Wochenende\nJana', 'Guten Tag Dana,', 'Viele Grüße\nJana'],
  ['du', 'Dana Kern', 'Dana,', 'Gruß Jana', '=', '='],
  ['sie', 'Dana Kern', 'Hallo Frau Dr. Kern,', 'Mit freundlichen Grüßen\nJana Wolf', '=', '='],
  ['sie', 'Dana Kern', 'Sehr geehrte Frau Kern,', 'Freundliche Grüße\nJ. Wolf', '=', '='],
  ['sie', 'Dana Kern', 'Liebe Frau Kern,', 'Herzliche Grüße\nJana Wolf', '=', '='],
  ['sie', 'Dana Kern', 'Guten Tag Dana Kern,', 'Beste Grüße\nJana Wolf', '=', '='],
  ['sie', 'Dana Kern', 'Sehr geehrte Damen und Herren,', 'MfG\nJana Wolf', '=', '='],
  ['sie', 'Anton von und zu Hohenfels', 'Sehr geehrter Herr von und zu Hohenfels,', 'MfG\nJana Wolf', '=', '='],
  ['sie', 'Ursula von der Leyen', 'Sehr geehrte Frau Dr. v. d. Leyen,', 'MfG\nJana Wolf', '=', '='],
  ['sie', 'Jean d’Arc', 'Sehr geehrter Herr d’Arc,', 'MfG\nJana Wolf', '=', '='],
  ['sie', 'Petra Klein', 'Guten Tag Frau Dipl.-Ing. Klein,', 'MfG\nJana Wolf', '=', '='],
  ['sie', 'Dana Kern', 'Frau Kern,', 'Besten Dank\nJana Wolf', '=', '='],
  ['sie', 'Dana Kern', 'Hallo Dana,', 'Beste Grüße\n\nJana', '=', 'Beste Grüße\nJana'],
  ['tu', 'Claire Petit', 'Salut Claire,', 'À bientôt,\nJana', '=', '='],
  ['tu', 'Claire Petit', 'Bonjour Claire,', 'Bien à toi,\nJana', '=', '='],
  ['tu', 'Paul Petit', 'Cher Paul,', 'Amicalement, Jana', '=', '='],
  ['vous', 'Paul Petit', 'Bonjour Monsieur Petit,', 'Cordialement,\nJana Wolf', '=', '='],
  ['vous', 'Claire Petit', 'Bonjour Claire,', 'Bien à vous,\nJana', '=', '='],
  ['vous', 'Claire Petit', 'Chère Madame Petit,', 'Bonne journée,\nJana Wolf', '=', '='],
  ['vous', 'Claire Petit', 'Madame,', 'Salutations distinguées,\nJana Wolf', '=', '='],
  ['vous', 'Claire Petit', 'Bonjour,', 'Merci et bonne journée,\nJana Wolf', '=', '='],
  ['vous', 'Claire Petit', 'Bonsoir Claire,', 'Bonne soirée,\nJana', 'Bonjour Claire,', 'Cordialement,\nJana'],
  ['tú', 'Marta Ruiz', 'Hola, Marta:', 'Un abrazo,\nJana', '=', '='],
  ['tú', 'Marta Ruiz', 'Hola Marta,', 'Saludos,\nJana', '=', '='],
  ['tú', 'Marta Ruiz', 'Querida Marta:', 'Un saludo, Jana', '=', '='],
  ['usted', 'Marta Ruiz', 'Estimada Sra. Ruiz:', 'Un cordial saludo,\nJana Wolf', '=', '='],
  ['usted', 'Luis Gómez', 'Estimado señor Gómez:', 'Atentamente,\nJana Wolf', '=', '='],
  ['usted', 'Marta Ruiz', 'Buenas tardes, Marta:', 'Gracias y un saludo,\nJana', 'Buenos días, Marta:', '='],
  ['usted', 'Marta Ruiz', 'Buenos días:', 'Quedo atenta,\nJana Wolf', '=', '='],
];

describe('as the rep wrote to these people last', () => {
  test.each(seen)('%s to %s: %j … %j', (form, name, head, tail, greeting, signOff) => {
    const limits = limitsOf([head, bodies[form], tail].filter((part) => part !== '').join('\n\n'), {
      to: [named(name)],
    });
    expect([limits.greeting, limits.signOff]).toEqual([
      greeting === '=' ? head : greeting,
      signOff === '=' ? tail : signOff,
    ]);
  });

  test.each([
    ['Would the second tier be enough for you? Jana', 'Jana'],
    ['Would the second tier be enough for you? Thanks, Jana', 'Thanks,\nJana'],
    ['Would the second tier be enough for you? Kind regards, Jana Wolf.', 'Kind regards,\nJana Wolf'],
    ['Would the second tier be enough for you and Jana?', 'Best regards,\nJana Wolf'],
    ['Would it be enough? J.', 'J'],
  ])('signed behind the last sentence: %s', (text, signOff) => {
    expect(limitsOf(`Hi Holly, ${text}`).signOff).toBe(signOff);
  });

  test('a short answer without a greeting stands for no habit where another mail has one', () => {
    const before = [
      ours({
        id: '<0>',
        from: jana,
        to: [named('Holly Grant')],
        text: `Hi Holly,\n\n${bodies.en}`,
        date: new Date('2026-11-01T09:00:00Z'),
      }),
    ];
    expect(limitsOf(bodies.en, { before }).greeting).toBe('Hi Holly,');
    expect(limitsOf(bodies.en).greeting).toBe('');
  });

  test('a name that the rep goes by is taken from mails that bear it, and a name that a quote left behind is not', () => {
    const text = `Hi Holly,\n\n${bodies.en}\n\nBest,\nSasha`;
    const before = [
      ours({ id: '<0>', from: jana, to: [named('Holly Grant')], text, date: new Date('2026-11-01T09:00:00Z') }),
    ];
    expect(limitsOf(text, { before, repName: 'Alexandra Wolf' }).signOff).toBe('Best,\nSasha');
    expect(limitsOf(text, { repName: 'Alexandra Wolf' }).signOff).toBe('Best,\nAlexandra Wolf');
    const holly = text.replace('Sasha', 'Holly');
    const quoted = before.map((each) => ({ ...each, text: holly }));
    expect(limitsOf(holly, { before: quoted, repName: 'Alexandra Wolf' }).signOff).toBe('Best,\nAlexandra Wolf');
  });
});

describe('where the thread shows no habit', () => {
  const unsigned = (form: Form) => bodies[form].slice(0, 1).toUpperCase() + bodies[form].slice(1);
  const theirs = (text: string, name: string) => [
    mail({ from: named(name), to: [jana], text, date: new Date('2026-11-01T09:00:00Z') }),
  ];
  /** Their mail, and in which form; nobody has greeted anybody, for the rep's mail is too short to tell. */
  test.each<[string, string, string, string, string]>([
    [
      'Thank you, the team has it and will look at the offer.',
      'Holly Grant',
      'Ok?',
      'Hi Holly,',
      'Best regards,\nJana Wolf',
    ],
    [
      'Dear Ms Wolf,\n\nthank you, the team has it and will look at the offer.',
      'Holly Grant',
      'Ok?',
      'Dear Holly Grant,',
      'Best regards,\nJana Wolf',
    ],
    [
      'Können Sie uns das Angebot und die Liste schicken? Wir sind auf Ihnen nicht böse.',
      'Dana Kern',
      'Anbei.',
      'Guten Tag Dana Kern,',
      'Mit freundlichen Grüßen\nJana Wolf',
    ],
    [
      'Können Sie uns das Angebot und die Liste schicken? Das ist für Frau Kern.',
      'Dana Kern',
      'Anbei.',
      'Sehr geehrte Frau Kern,',
      'Mit freundlichen Grüßen\nJana Wolf',
    ],
    [
      'Können Sie uns das Angebot und die Liste schicken? Das ist für Herrn Dr. Kern.',
      'Sascha Kern',
      'Anbei.',
      'Sehr geehrter Herr Dr. Kern,',
      'Mit freundlichen Grüßen\nJana Wolf',
    ],
    [
      'Können Sie Frau Kern und Herrn Kern die Liste schicken? Das ist für uns.',
      'Sascha Kern',
      'Anbei.',
      'Guten Tag Sascha Kern,',
      'Mit freundlichen Grüßen\nJana Wolf',
    ],
    [
      'Können Sie uns das Angebot und die Liste schicken?',
      'Dr. Dana Kern',
      'Anbei.',
      'Guten Tag Dr. Dana Kern,',
      'Mit freundlichen Grüßen\nJana Wolf',
    ],
    [
      'Können Sie uns das Angebot und die Liste schicken?',
      'Frau Dr. Dana Kern',
      'Anbei.',
      'Sehr geehrte Frau Dr. Kern,',
      'Mit freundlichen Grüßen\nJana Wolf',
    ],
    [
      'Kannst du uns das Angebot und die Liste schicken? Wir sind auf dich gespannt.',
      'Dana Kern',
      'Anbei.',
      'Hallo Dana,',
      'Viele Grüße\nJana',
    ],
    [
      'Hallo Jana,\n\ndas Angebot ist da, und die Liste auch. Wir sind zufrieden.',
      'Dana Kern',
      'Anbei.',
      'Hallo Dana,',
      'Viele Grüße\nJana',
    ],
    [
      'Das Angebot ist da, und die Liste auch. Wir sind zufrieden.',
      'Dana Kern',
      'Anbei.',
      'Guten Tag Dana Kern,',
      'Viele Grüße\nJana Wolf',
    ],
    [
      'Pouvez-vous nous envoyer le devis et la liste pour votre offre ?',
      'Claire Petit',
      'Voici.',
      'Bonjour,',
      'Cordialement,\nJana Wolf',
    ],
    [
      'Pouvez-vous envoyer le devis et la liste à Mme Petit pour votre offre ?',
      'Claire Petit',
      'Voici.',
      'Bonjour Madame Petit,',
      'Cordialement,\nJana Wolf',
    ],
    [
      "Peux-tu nous envoyer le devis et la liste pour ton offre ? Je t'attends.",
      'Claire Petit',
      'Voici.',
      'Bonjour Claire,',
      'Bien à toi,\nJana',
    ],
    [
      '¿Puede usted enviar la oferta y la lista para el equipo, por favor?',
      'Marta Ruiz',
      'Adjunto.',
      'Buenos días:',
      'Un cordial saludo,\nJana Wolf',
    ],
    [
      '¿Puede usted enviar la oferta y la lista a la Sra. Ruiz, por favor?',
      'Marta Ruiz Gómez',
      'Adjunto.',
      'Estimada Sra. Ruiz:',
      'Un cordial saludo,\nJana Wolf',
    ],
    [
      '¿Puedes enviar la oferta y la lista para el equipo, por favor? Te espero.',
      'Marta Ruiz',
      'Adjunto.',
      'Hola, Marta:',
      'Un saludo,\nJana',
    ],
  ])('%j of %s, %j: %s', (text, name, last, greeting, signOff) => {
    const limits = limitsOf(last, { to: [named(name)], before: theirs(text, name) });
    expect([limits.greeting, limits.signOff]).toEqual([greeting, signOff]);
  });

  test('a title is one only where it is written as one', () => {
    const said = (text: string) => limitsOf('Ok?', { before: theirs(text, 'Holly Grant') }).greeting;
    expect(said('Dear Ms Wolf,\n\nwe will miss Grant when she has left, and you will too.')).toBe('Dear Holly Grant,');
    expect(said('Dear Ms Wolf,\n\nplease write to Mrs Grant about it, she knows all of this.')).toBe('Dear Ms Grant,');
  });

  test('thanks at the head of a mail is no sign-off', () => {
    const text = 'Hi Holly,\n\nThanks!\n\nWould the list with the forty seats be enough for you?';
    expect(limitsOf(text).signOff).toBe('Best regards,\nJana Wolf');
  });

  test('a signature that names the rep is not said twice; a closing of the rep stays', () => {
    const signature = 'Jana Wolf\nAccount Executive, Seller';
    expect(
      limitsOf('Ok?', { before: theirs('Thank you, the team has it and will see.', 'Holly Grant'), signature }).signOff,
    ).toBe('Best regards');
    const closed = `Mit freundlichen Grüßen\n${signature}`;
    expect(
      limitsOf('Ok?', { before: theirs('Thank you, the team has it and will see.', 'Holly Grant'), signature: closed })
        .signOff,
    ).toBe('');
    expect(limitsOf(`Hi Holly,\n\n${bodies.en}`, { signature }).signOff).toBe('');
    expect(limitsOf(`Hi Holly,\n\n${bodies.en}`).signOff).toBe('Best regards,\nJana Wolf');
    const signed = (tail: string) => limitsOf(`Hi Holly,\n\n${bodies.en}\n\n${tail}`, { signature }).signOff;
    expect(signed('Best,')).toBe('Best');
    expect(signed('Best,\nJana')).toBe('Best,\nJana');
    expect(limitsOf(`Hi Holly,\n\n${bodies.en}\n\nBest,`).signOff).toBe('Best,\nJana Wolf');
    expect(unsigned('du')).toMatch(/^Wir/);
  });
});

describe('the right people', () => {
  const holly = named('Holly Grant', 1);
  const neil = named('Neil Stone', 2);
  const others = ['Ada Byrne', 'Bo Finch', 'Cy Young'].map((name, n) => named(name, n + 3));
  const wrote = (head: string, to: Address[], body = bodies.en, cc: Address[] = []) =>
    ours({
      id: '<0>',
      from: jana,
      to,
      cc,
      text: `${head}\n\n${body}\n\nBest,\nJana`,
      date: new Date('2026-11-01T09:00:00Z'),
    });

  test.each<[string, Address[], Address[], string]>([
    ['Hi Holly and Neil,', [holly, neil], [holly, neil], 'Hi Holly and Neil,'],
    ['Hi both,', [holly, neil], [holly, neil], 'Hi both,'],
    ['Hi Holly,\nhi Neil,', [holly, neil], [holly, neil], 'Hi Holly,\nhi Neil,'],
    ['Hi both,', [holly, neil], [holly], 'Hi Holly,'],
    ['Hola a los dos:', [holly, neil], [holly, neil], 'Hola a los dos:'],
    ['Hi Holly,', [holly], [holly, neil], 'Hi Holly and Neil,'],
    ['Holly –', [holly], [neil], 'Neil –'],
    ['Hi Holly,', [holly], [neil], 'Hi Neil,'],
    ['Dear Ms Grant,', [holly], [neil], 'Dear Neil Stone,'],
    ['Dear Holly Grant,', [holly], [neil], 'Dear Neil Stone,'],
    ['Hi Holly,', [holly], [holly, neil, ...others], 'Hi all,'],
    ['Hello,', [holly], [neil], 'Hello,'],
    ['Hi Neil,', [holly], [holly], 'Hi Holly,'],
    // What was not taken apart is said to nobody else.
    ['Dear Mr v. d. Berg,', [named('Jan van den Berg', 3)], [neil], 'Dear Neil Stone,'],
  ])('%j to %j, now to %j: %j', (head, before, to, greeting) => {
    const seenByAll = [...new Set([...before, ...to])];
    const cc = seenByAll.filter((each) => !before.includes(each));
    expect(limitsOf('Ok?', { to, before: [wrote(head, before, bodies.en, cc)] }).greeting).toBe(greeting);
  });

  test('an older mail to these people goes before a later one to others', () => {
    const before = [
      wrote('Dear Ms Grant,', [holly], bodies.en, [neil]),
      ours({
        id: '<1>',
        from: jana,
        to: [neil],
        cc: [holly],
        text: `Neil –\n\n${bodies.en}`,
        date: new Date('2026-11-02T09:00:00Z'),
      }),
    ];
    expect(limitsOf('Ok?', { to: [holly], before }).greeting).toBe('Dear Ms Grant,');
  });

  test('somebody in copy is greeted where the rep does so, and not once they are gone', () => {
    const text = `Hi Holly, hi Neil,\n\n${bodies.en}\n\nBest,\nJana`;
    expect(limitsOf(text, { to: [holly], cc: [neil] }).greeting).toBe('Hi Holly, hi Neil,');
    expect(
      limitsOf('Ok?', { to: [holly], before: [wrote('Hi Holly, hi Neil,', [holly], bodies.en, [neil])] }).greeting,
    ).toBe('Hi Holly,');
  });

  test.each<[Form, string, Address[], string]>([
    ['du', 'Hallo Dana,', [named('Dana Kern'), named('Jan Weber', 2)], 'Hallo Dana und Jan,'],
    ['sie', 'Guten Tag Dana Kern,', [named('Dana Kern'), named('Jan Weber', 2)], 'Guten Tag Dana Kern und Jan Weber,'],
    ['tu', 'Salut Claire,', [named('Claire Petit'), named('Paul Roux', 2)], 'Salut Claire et Paul,'],
    ['tú', 'Hola, Marta:', [named('Marta Ruiz'), named('Inés Gil', 2)], 'Hola, Marta e Inés:'],
    ['tú', 'Hola, Marta:', [named('Marta Ruiz'), named('Pablo Gil', 2)], 'Hola, Marta y Pablo:'],
    ['sie', 'Sehr geehrte Frau Kern,', [named('Dana Kern'), named('Jan Weber', 2)], 'Guten Tag,'],
  ])('%s: %j becomes for several %j', (form, head, to, greeting) => {
    const [first, ...more] = to as [Address];
    expect(limitsOf('Ok?', { to, before: [wrote(head, [first], bodies[form], more)] }).greeting).toBe(greeting);
  });

  test('one title known for each', () => {
    const to = [named('Dana Kern'), named('Jan Weber', 2)];
    const body = `${bodies.sie} Herr Weber liest mit.`;
    expect(
      limitsOf('Anbei.', { to, before: [wrote('Sehr geehrte Frau Kern,', [to[0]!], body, [to[1]!])] }).greeting,
    ).toBe('Sehr geehrte Frau Kern, sehr geehrter Herr Weber,');
  });

  test("a colleague's manner is not the rep's", () => {
    const kim = ours({
      id: '<0>',
      from: { name: 'Kim', address: 'kim@seller.test' },
      to: [holly],
      cc: [jana],
      place: 'inbox',
      text: `Yo Holly,\n\n${bodies.en}\n\nCheers,\nKim`,
      date: new Date('2026-11-01T09:00:00Z'),
    });
    const limits = limitsOf('Ok?', { to: [holly], before: [kim] });
    expect([limits.greeting, limits.signOff]).toEqual(['Hi Holly,', 'Best regards,\nJana Wolf']);
  });
});

describe('the form of address', () => {
  const dana = named('Dana Kern');
  const theirs = (text: string, day = 2) =>
    mail({ id: `<t${day}>`, from: dana, to: [jana], text, date: new Date(`2026-11-0${day}T10:00:00Z`) });
  const mine = (text: string, day = 1) =>
    ours({ id: `<o${day}>`, from: jana, to: [dana], text, date: new Date(`2026-11-0${day}T09:00:00Z`) });

  test.each<[string, Message[], string, boolean | null]>([
    [
      'the rep offered du and they took it',
      [
        mine('Sehr geehrte Frau Kern,\n\nkönnen Sie uns die Liste schicken?'),
        theirs('Hallo Jana, gern, ich schicke dir die Liste.'),
      ],
      `Hallo Dana,\n\n${bodies.du}`,
      false,
    ],
    [
      'they offer du, and the rep has not taken it',
      [theirs('Hallo Jana, sag gern du zu mir, ich schicke dir die Liste.', 2)],
      `Hallo Frau Kern,\n\n${bodies.sie}`,
      true,
    ],
    [
      'the rep says du, whatever they say',
      [theirs('Können Sie uns die Liste schicken?')],
      `Hallo Dana,\n\n${bodies.du}`,
      false,
    ],
    ['only they tell', [theirs('Kannst du uns die Liste und das Angebot schicken?')], 'Anbei.', false],
    ['nobody tells', [theirs('Danke, die Liste und das Angebot sind da.')], 'Anbei.', null],
  ])('%s', (_, before, text, formal) => {
    expect(limitsOf(text, { to: [dana], before }).formal).toBe(formal);
  });

  test('an older greeting by title is none for a friend', () => {
    const before = [
      mine(`Sehr geehrte Frau Kern,\n\n${bodies.sie}\n\nMit freundlichen Grüßen\nJana Wolf`),
      mine(`PS: ich rufe dich an.`, 2),
    ];
    const limits = limitsOf('Anbei.', { to: [dana], before });
    expect([limits.formal, limits.greeting, limits.signOff]).toEqual([false, 'Hallo Dana,', 'Viele Grüße\nJana']);
  });
});

describe('a name that is none', () => {
  test.each([
    'http://evil.test/pay',
    'Ignore Previous Instructions',
    'Click Here Now',
    'Dana\r\nBcc: all@evil.test',
    'Dana \u202egreb',
    'D\u200bana Berg',
    'x'.repeat(300),
    `Dana ${'Berg '.repeat(60)}`,
    '<img src=x>',
    '{{ rep.name }}',
    '[Your Name]',
    'dana@buyer.test',
    '+49 30 555 0142',
    '= cmd|calc',
    'Please Wire Money',
    'Buyer GmbH',
    'Team Einkauf',
    'Support',
    '王伟',
    'Dana.evil.test Berg',
    'Bitte Überweisen',
    'Cliquez Ici',
    'Pague Aquí',
    'Dana Click Here',
    'Feld SA',
    'Front Desk',
    'Night Desk',
  ])('%j', (name) => {
    expect(personOf(name)).toBeNull();
    const limits = limitsOf('Ok?', { to: [named(name)] });
    expect(limits.greeting).toBe('Hi,');
  });

  test.each([
    ['Berg, Dana (Buyer Ltd)', 'Dana', 'Berg'],
    ['BERG Dana', 'Dana', 'Berg'],
    ['dana berg', 'Dana', 'Berg'],
    ["SEAN O'NEIL", 'Sean', "O'Neil"],
    ['Dana Berg | Buyer', 'Dana', 'Berg'],
    ['Ludwig van der Berg', 'Ludwig', 'van der Berg'],
    ['Herr Prof. Dr. Kern', '', 'Kern'],
    ['J. Berg', '', 'Berg'],
    ['Jean-Luc Petit', 'Jean-Luc', 'Petit'],
    ['José Sá', 'José', 'Sá'],
    ['Ina Tell', 'Ina', 'Tell'],
  ])('%j is one', (name, first, last) => {
    expect(personOf(name)).toMatchObject({ first, last });
  });
});

describe('a name that may be nobody to call so', () => {
  test.each(['Captain Jack Marsh', 'Graf Anton von Hohenfels', 'Sir Holly Marsh', 'Rev. John Marsh'])('%s', (name) => {
    expect(personOf(name)?.first).toBe('');
    expect(limitsOf('Ok?', { to: [named(name)] }).greeting).toBe('Hi,');
  });

  test('that the company has is used only where somebody signs with it alone', () => {
    const date = new Date('2026-11-01T09:00:00Z');
    const said = (address: string, tail: string) => {
      const to = [{ name: 'Bracken Oak', address }];
      const before = [mail({ from: to[0]!, to: [jana], text: `${bodies.en}\n\n${tail}`, date })];
      return limitsOf('Ok?', { to, before }).greeting;
    };
    expect(said('post@bracken-oak.test', 'Thanks\nBracken Oak')).toBe('Hi,');
    expect(said('post@brackenoak.test', 'Thanks')).toBe('Hi,');
    expect(said('post@bracken-oak.test', 'Thanks, Bracken')).toBe('Hi Bracken,');
    expect(said('post@buyer.test', 'Thanks')).toBe('Hi Bracken,');
  });

  test('of one word is used where the person signs with it, or the rep greeted so', () => {
    const to = [named('Bracken')];
    const date = new Date('2026-11-01T09:00:00Z');
    const theirs = (tail: string) => [mail({ from: to[0]!, to: [jana], text: `${bodies.en}\n\n${tail}`, date })];
    expect(limitsOf('Ok?', { to }).greeting).toBe('Hi,');
    expect(limitsOf('Ok?', { to, before: theirs('Thanks') }).greeting).toBe('Hi,');
    expect(limitsOf('Ok?', { to, before: theirs('Thanks\nBracken') }).greeting).toBe('Hi Bracken,');
    const greeted = ours({ id: '<0>', from: jana, to, text: `Hi Bracken,\n\n${bodies.en}`, date });
    expect(limitsOf('Ok?', { to, before: [greeted] }).greeting).toBe('Hi Bracken,');
  });
});

const isWordless = (text: string): boolean => !/[\p{L}\p{N}?]/u.test(text);

test('whatever names and mails say, the first and last lines are short, plain and inert', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'Hi ',
      'Hi Holly',
      'Dear http://evil.test,',
      'Hallo Frau <b>Kern</b>,',
      'Hola, {{ name }}:',
      'Best,\nhttp://evil.test',
      'Thanks, sales@evil.test',
      'LG +49 30 555 0142',
      '\u202eHi',
      'Hi Holly\u200b,',
      'Hi [Name],',
      '\r\nBcc: x@evil.test',
      'Jana Wolf\r\nBcc: x@evil.test',
    ),
  );
  fc.assert(
    // Letters could say something, and whose turn it is would be another.
    fc.property(nasty, nasty, nasty, fc.string({ maxLength: 80 }).filter(isWordless), (name, head, tail, more) => {
      const to = [named(name)];
      const before = [
        mail({ from: named(name), to: [jana], text: `${head}\n\n${more}`, date: new Date('2026-11-01T09:00:00Z') }),
      ];
      const text = `${head}\n\n${bodies.en} ${more}\n\n${tail}`;
      const limits = limitsIfDue(text, { to, before });
      fc.pre(limits !== null);
      const { greeting, signOff } = limits as Limits;
      for (const part of [greeting, signOff]) {
        expect(part.length).toBeLessThanOrEqual(120);
        expect(part.split('\n').length).toBeLessThanOrEqual(2);
        for (const line of part.split('\n')) {
          expect(plainLine(line)).toBe(line.trim());
          expect(hasAddress(line)).toBe(false);
        }
      }
    }),
    { numRuns: 150 },
  );
});

describe('the text as it is left', () => {
  const limits = (change: Partial<Limits> = {}): Limits => ({
    language: 'en',
    formal: null,
    maxWords: 80,
    greeting: 'Hi Holly,',
    signOff: 'Best,\nJana',
    before: [],
    ...change,
  });
  test('begins in a capital where no greeting with a comma stands before', () => {
    const german = (greeting: string) =>
      inManner(`${greeting}\n\nam Dienstag schrieb ich.\n\nBest,\nJana`.trim(), limits({ language: 'de', greeting }));
    expect(german('Hallo Dana,')).toContain('\n\nam Dienstag');
    expect(german('Hallo Dana!')).toContain('\n\nAm Dienstag');
    expect(german('')).toMatch(/^Am Dienstag/);
  });
  test("has the rep's words, but in quotes", () => {
    const avoid = [
      { phrase: 'getting back to you', instead: 'following up' },
      { phrase: 'at your earliest convenience', instead: null },
    ];
    const text =
      'Hi Holly,\n\nGetting back to you on "getting back to you": tell me at your earliest convenience.\n\nBest,\nJana';
    expect(inManner(text, limits({ avoid }))).toBe(
      'Hi Holly,\n\nFollowing up on "getting back to you": tell me at your earliest convenience.\n\nBest,\nJana',
    );
  });
  test('leaves out what the rep always deletes, and never the matter', () => {
    const text =
      'Hi Holly,\n\nOn Monday I wrote to you: "Forty seats."\n\nDoes it fit? Shall I call? A short word is enough for me.\n\nBest,\nJana';
    const left = (...leaveOut: NonNullable<Limits['leaveOut']>) => inManner(text, limits({ leaveOut }));
    expect(left('afterthought')).toBe(text.replace(' A short word is enough for me.', ''));
    expect(left('second_question')).toBe(text.replace(' Shall I call?', ''));
    expect(left('afterthought', 'second_question')).toContain('Does it fit?\n\nBest');
  });
});
