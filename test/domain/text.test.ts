import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newText } from '../../src/domain/new-text.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { comparable, comparableNew, containment, languageOf, sentences, shorten } from '../../src/domain/text.ts';
import { mail } from './deals.ts';

describe('what the author newly wrote ends', () => {
  test.each([
    ['English', 'On Mon, Jan 5, 2026 at 10:12 AM Dana Berg <dana@buyer.test> wrote:'],
    ['English, Thunderbird', 'On 1/5/26 10:12, Dana Berg wrote:'],
    ['English, name first', 'Dana Berg <dana@buyer.test> wrote:'],
    ['German', 'Am Mo., 5. Jan. 2026 um 10:12 Uhr schrieb Dana Berg <dana@buyer.test>:'],
    ['German, Thunderbird', 'Am 05.01.26 um 10:12 schrieb Dana Berg:'],
    ['French', 'Le lun. 5 janv. 2026 à 10:12, Dana Berg <dana@buyer.test> a écrit :'],
    ['Spanish', 'El lun, 5 ene 2026 a las 10:12, Dana Berg (<dana@buyer.test>) escribió:'],
    ['Italian', 'Il giorno lun 5 gen 2026 alle ore 10:12 Dana Berg <dana@buyer.test> ha scritto:'],
    ['Dutch', 'Op ma 5 jan. 2026 om 10:12 schreef Dana Berg <dana@buyer.test>:'],
    ['Portuguese', 'Em seg., 5 de jan. de 2026 às 10:12, Dana Berg <dana@buyer.test> escreveu:'],
  ])('at an attribution line: %s', (_, line) => {
    expect(newText(`Yes.\n\n${line}\n> Will you?\n> Dana`)).toBe('Yes.');
    expect(newText(`Yes.\n\n${line}\n\nWill you?\nDana`)).toBe('Yes.');
    const wrapped = line.replace(/^(.{20}\S*) /, '$1\n');
    // A name on a line of its own says nothing.
    if (!line.startsWith('Dana')) expect(newText(`Yes.\n\n${wrapped}\n\nWill you?`)).toBe('Yes.');
  });

  test.each([
    ['Outlook, English', 'From: Dana\nSent: Monday, 5 January 2026\nTo: Robin\nSubject: Pilot'],
    ['Outlook, German', 'Von: Dana\nGesendet: Montag, 5. Januar 2026\nAn: Robin\nBetreff: Pilot'],
    ['Outlook, French', 'De : Dana\nEnvoyé : lundi 5 janvier 2026\nÀ : Robin\nObjet : Pilote'],
    ['Outlook, Spanish', 'De: Dana\nEnviado el: lunes, 5 de enero de 2026\nPara: Robin\nAsunto: Piloto'],
    ['Outlook, bold', '*From:* Dana\n*Sent:* Monday\n*To:* Robin\n*Subject:* Pilot'],
    ['a rule', '________________________________\nFrom: Dana'],
    ['Outlook on the web, its rule', `${'-'.repeat(40)}\nFrom: Dana\nSent: Monday\nTo: Robin\nSubject: Pilot`],
    ['an original message', '-----Original Message-----\nFrom: Dana'],
    ['a German original', '-----Ursprüngliche Nachricht-----\nVon: Dana'],
    ['a forwarded message', '---------- Forwarded message ---------\nFrom: Dana'],
    ['Apple Mail forwards', 'Begin forwarded message:\n\nFrom: Dana'],
    ['a signature', '-- \nRobin Rep\nSeller Ltd'],
    ['a signature, stripped', '--\nRobin Rep'],
    ['a phone', 'Sent from my iPhone'],
    ['a German phone', 'Von meinem iPhone gesendet'],
  ])('at %s', (_, block) => {
    expect(newText(`Yes.\n\n${block}\n\nWill you?`)).toBe('Yes.');
  });

  test('not at prose that looks alike', () => {
    for (const prose of [
      'On Monday I wrote:\nplease call me.',
      'On Tuesday, 3 November you wrote:\n"I will send it."',
      'Am Dienstag, den 3. November schrieb ich:\nBitte um Rückruf.',
      'From: where I stand, it is fine.\nThat is all.',
      'On the whole\nit is fine: we agree.',
      'On my desk there is what the lawyer wrote.\nFine so far.',
      'To: do. That is what I wrote on the list.',
    ])
      expect(newText(prose)).toBe(prose);
  });

  test('but goes on with answers between and below quoted lines', () => {
    const inline = 'On 1/5/26 10:12, Dana wrote:\n> Is it forty?\nYes, forty.\n> And when?\n\nIn May.\n';
    expect(newText(inline)).toBe('Yes, forty.\n\nIn May.');
    expect(newText('> Is it forty?\nYes.')).toBe('Yes.');
  });

  test('and is nothing in a mail that is nothing but quote', () => {
    expect(newText('On 1/5/26 10:12, Dana wrote:\n> Is it forty?')).toBe('');
    expect(newText('')).toBe('');
  });
});

describe('a comparable text', () => {
  test.each([
    ['line breaks', 'one two\nthree', 'one\ntwo three'],
    ['fixed and narrow spaces', 'one\u00a0two\u202fthree', 'one two three'],
    ['invisible characters', 'o\u200bne\ufeff t\u00adwo', 'one two'],
    ['quotation marks', '“one” ‘two’ „three“', '"one" \'two\' "three"'],
    ['dashes', 'one–two—three', 'one-two-three'],
    ['compatible characters', 'ﬁne № １２', 'fine No 12'],
    ['composition', 'e\u0301', 'é'],
    ['trackers', 'see https://x.test/a?utm_source=m&b=1&fbclid=z now', 'see https://x.test/a?b=1 now'],
    ['trackers among what a link asks for', 'https://x.test/?a=1&mc_eid=9&msclkid=2#p', 'https://x.test/?a=1#p'],
    ['marks of direction', 'one \u200eTwo\u200f \u202athree\u202c', 'one Two three'],
    ['joiners and variation selectors', 'one\u2060 \u2764\ufe0f', 'one \u2764'],
    ['ideographic and thin spaces', 'one\u3000two\u2009three', 'one two three'],
    ['only trackers', '(https://x.test/a?utm_source=m&gclid=z#top)', '(https://x.test/a#top)'],
  ])('is equal after a client changed %s', (_, one, other) => {
    expect(comparable(one)).toBe(comparable(other));
  });

  test.each([
    ['a question mark', 'You accept?', 'You accept'],
    ['a letter', 'form', 'from'],
    ['case', 'We will', 'we will'],
    ['a number', '20 seats', '200 seats'],
    ['what a link asks for', 'https://x.test/a?b=1', 'https://x.test/a?b=2'],
    ['a comma', 'Yes, no', 'Yes no'],
  ])('differs by %s', (_, one, other) => {
    expect(comparable(one)).not.toBe(comparable(other));
  });

  test('is the same made twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(comparable(comparable(text))).toBe(comparable(text));
      }),
    );
  });

  test('goes without a known signature', () => {
    expect(comparableNew('Yes.\n\nRobin Rep\nSeller Ltd', 'Robin Rep\nSeller  Ltd')).toBe('Yes.');
    expect(comparableNew('Robin Rep said yes.', 'Robin Rep')).toBe('Robin Rep said yes.');
  });
});

describe('containment', () => {
  const text = 'would the second tier with forty seats be enough for the pilot in Lyon this year';

  test('is whole for the same words, also inside a longer mail', () => {
    expect(containment(text, text, 5)).toBe(1);
    expect(containment(text, `Hello, ${text.toUpperCase()}! And more than that.`, 5)).toBe(1);
  });

  test('falls a little with a word changed, and all the way with the order gone', () => {
    expect(containment(text, text.replace('forty', 'fifty'), 5)).toBeCloseTo(15 / 16);
    expect(containment(text, text.split(' ').reverse().join(' '), 5)).toBe(0);
  });

  test('counts repeats', () => {
    expect(containment('very very very good very very very good', 'very very very good', 1)).toBeLessThan(1);
  });

  test('is nothing for texts too short to tell', () => {
    expect(containment('one two three four', 'one two three four', 5)).toBe(0);
    expect(containment('', '', 0)).toBe(0);
    expect(containment('one two', 'one two', 1)).toBe(1);
  });

  test('lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.lorem({ maxCount: 30 }), (one, other) => {
        const share = containment(one, other, 1);
        expect(share >= 0 && share <= 1).toBe(true);
        expect(containment(one, one, 1)).toBe(1);
      }),
    );
  });
});

test('sentences end at their marks, at blank lines and at list marks, not at line breaks', () => {
  expect(sentences('We agree. Do you\nknow when?\n\nThanks\n- first\n- second, e.g. this\n\n…')).toEqual([
    'We agree.',
    'Do you know when?',
    'Thanks',
    '- first',
    '- second, e.g. this',
  ]);
  expect(sentences('He said "yes." Then left (really!) “Ok” 3.5 percent')).toEqual([
    'He said "yes."',
    'Then left (really!) “Ok” 3.5 percent',
  ]);
  expect(sentences('')).toEqual([]);
});

test('shortening cuts at a word and says so', () => {
  expect(shorten('one  two\nthree', 100)).toBe('one two three');
  expect(shorten('one two three four', 12)).toBe('one two…');
  expect(shorten('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
  expect(shorten('😀'.repeat(50), 10).isWellFormed()).toBe(true);
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 80 }), (text, limit) => shorten(text, limit).length <= limit),
  );
});

test.each([
  ['en', 'Thank you for the offer, we have to ask the board and will be back with that.'],
  ['de', 'Vielen Dank für das Angebot, wir haben es erhalten und melden uns nicht vor Montag.'],
  ['fr', 'Merci pour votre offre, nous avons une question et je vous appelle pour la suite.'],
  ['es', 'Gracias por la oferta, usted sabe que no es para este mes y con gusto hablamos en enero.'],
  [null, 'Ok'],
  [null, 'Dziękuję bardzo, przekażę to dalej jutro rano.'],
  [null, ''],
])('language %s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

/** A quadratic step takes minutes here, far more than a test may. */
describe('256 KB of anything take linear time', () => {
  const size = 256 * 1024;
  const of = (unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  test.each([
    ['spaces', `${of(' ')}x`],
    ['lines', `${of('\n')}x`],
    ['a rule and spaces', `${'_'.repeat(20)}${of(' ')}x`],
    ['a marker and spaces', `-- original message${of(' ')}x`],
    ['question marks', `${of('?')}x`],
    ['attributions', of('On Monday, Dana wrote ')],
    ['attribution lines', of('On 1\n')],
    ['angle brackets', of('<a@b')],
    ['quotes', of('>')],
    ['header lines', of('From: a\nTo: b\n')],
    ['invitation lines', of('when:\n')],
    ['trackers', `https://x?${of('utm_a=1&')}`],
    ['links', of('https://')],
    ['one word', of('a')],
    ['numbers', of('1 ')],
    ['sentences', of('I will. ')],
    ['one sentence of dates', `I will ${of('march ')}`],
    ['one sentence of spans', `Not before ${of('from 1 to ')}`],
    ['holds', of('not before Friday, ')],
    ['zero-width', of('\u200b')],
    ['what grows when folded', of('\ufdfa').slice(0, size / 4)],
    ['list marks', of('\n-')],
  ])('%s', (_, text) => {
    comparableNew(text);
    containment(text, text, 5);
    shorten(text, 100);
    languageOf(text);
    readMessage(mail({ text }), 'Europe/Berlin');
    readMessage(mail({ text, signals: { 'auto-submitted': 'auto-replied' } }), 'Europe/Berlin');
    readMessage(mail({ text, attachments: ['invite.ics'] }), 'Europe/Berlin');
  });
});
