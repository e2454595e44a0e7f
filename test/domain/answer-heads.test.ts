/** Heads of quotes that no mail program has made: a person, a chat, a page. What stands below is never carried out, and asked about. */
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/domain/answer/items.ts';
import { understand } from '../../src/domain/answer/understand.ts';

const today = '2026-11-30';
const items: Item[] = [
  { n: 1, kind: 'stage_change', deal: 'Acme Ltd', contact: 'Dana Berg', text: 'Acme Ltd: move to Negotiation' },
  { n: 2, kind: 'contact_update', deal: 'Brightside', contact: 'Omar Haddad', text: 'Omar Haddad: new phone' },
  { n: 3, kind: 'close_lost', deal: 'Delta Print', contact: 'Tom Nowak', text: 'Delta Print: close as lost' },
];
const deeds = (text: string) => understand(text, items, today).actions.map(({ n, do: deed }) => `${n} ${deed}`);

/** By a name alone, as people write it above what they paste. */
const wrote: Record<string, readonly string[]> = {
  English: [
    'Dana wrote:',
    'Dana Berg said:',
    'dana@acme.test wrote:',
    'On Monday Dana Berg wrote:',
    'Here is what Dana wrote:',
    'She replied:',
  ],
  German: [
    'Dana schrieb:',
    'Am Montag schrieb Dana Berg:',
    'Dana Berg schrieb am Montag:',
    'Dana hat geschrieben:',
    'siehe unten, Dana schreibt:',
  ],
  French: ['Dana Berg a écrit :', 'Le lundi, Dana a écrit :', 'Dana dit :', 'Elle a répondu :'],
  Spanish: ['Dana escribió:', 'El lunes escribió Dana:', 'Dana dijo:'],
  Italian: ['Dana Berg ha scritto:', 'Ha scritto Dana:'],
  Portuguese: ['Dana escreveu:', 'Dana disse:'],
  Dutch: ['Dana schreef:', 'Op maandag schreef Dana:', 'Dana heeft geschreven:'],
  Swedish: ['Dana skrev:'],
  Norwegian: ['Dana skreiv:'],
  Danish: ['Dana skrev mandag:'],
  Icelandic: ['Dana skrifaði:'],
  Finnish: ['Dana kirjoitti:'],
  Estonian: ['Dana kirjutas:'],
  Latvian: ['Dana rakstīja:'],
  Lithuanian: ['Dana rašė:', 'Dana parašė:'],
  Polish: ['Dana napisała:', 'W dniu pon., Dana napisała:', 'Dana pisze:'],
  Czech: ['Dana napsala:', 'Dne pondělí Dana napsala'],
  Slovak: ['Dana napísala:'],
  Hungarian: ['Dana írta:', 'Dana ezt írta:'],
  Romanian: ['Dana a scris:'],
  Russian: ['Дана написала:', 'Дана пишет:'],
  Ukrainian: ['Дана написала:', 'Дана пише:'],
  Belarusian: ['Дана напісала:'],
  Bulgarian: ['Дана написа:'],
  Serbian: ['Dana je napisala:', 'Дана је написао:'],
  Croatian: ['Dana je napisala:', 'Napisao je Dan:'],
  Greek: ['Η Ντάνα έγραψε:'],
  Turkish: ['Dana yazdı:', 'Dana şunu yazdı:'],
  Azerbaijani: ['Dana yazıb:'],
  Kazakh: ['Дана жазды:'],
  Uzbek: ['Dana yozdi:'],
  Catalan: ['Dana va escriure:', 'Dana escrigué:'],
  Basque: ['Danak idatzi du:'],
  Galician: ['Dana escribiu:'],
  Welsh: ['Ysgrifennodd Dana:'],
  Irish: ['Scríobh Dana:'],
  Maltese: ['Dana kiteb:'],
  Albanian: ['Dana shkroi:'],
  Indonesian: ['Dana menulis:', 'Pada Isnin, Dana menulis'],
  Tagalog: ['Noong Lunes, isinulat ni Dana:', 'Sumulat si Dana:'],
  Swahili: ['Mnamo Jumatatu Dana aliandika:', 'Dana ameandika:'],
  Afrikaans: ['Dana het geskryf:'],
  Vietnamese: ['Dana đã viết:'],
  Mongolian: ['Дана бичсэн:'],
  Armenian: ['Դանան գրել է:', 'Dana <dana@acme.test> գրել է 30.11.2026 07:02'],
  Georgian: ['დანამ დაწერა:'],
  Persian: ['دانا نوشت:'],
  Arabic: ['كتبت دانا:', 'كتب دان:'],
  Hebrew: ['דנה כתבה:'],
  Urdu: ['ڈانا نے لکھا:'],
  Hindi: ['दाना ने लिखा:'],
  Bengali: ['দানা লিখেছেন:'],
  Tamil: ['Dana கூறியது:', 'டானா எழுதினார்:'],
  Thai: ['ดาน่า เขียนว่า:', 'เมื่อ จ. 30 พ.ย. Dana เขียน'],
  Chinese: ['达娜写道：', '達娜寫道：'],
  Japanese: ['ダナさんが書きました:', 'ダナのメール:'],
  Korean: ['다나 님이 작성:'],
  Esperanto: ['Dana skribis:'],
};

/** Without any word for it. */
const bare = [
  'From: Dana Berg',
  'Von: Dana Berg',
  'De : Dana Berg',
  'From: Dana <dana@acme.test>',
  'From: Dana Berg\nTo: Robin',
  'Von: Dana Berg\nAn: Robin',
  'From: Dana\nDate: Monday',
  'Dana Berg <dana@acme.test>',
  'Dana Berg | 30 Nov 2026, 07:02',
  'Dana Berg, 30 Nov 2026 07:02',
  'Dana, 30 November 2026',
  '30.11.2026 07:02 Dana Berg',
  '30 Nov 2026 07:02',
  'Mon, Nov 30, 2026, 7:02 AM',
  'Dana Berg\n30 November 2026 at 07:02',
  'Dana Berg\n7:02 AM (2 hours ago)\nto me',
  'Dana Berg\nto me',
  'Dana Berg 7:02 AM',
  'Dana Berg  [7:02 AM]',
  '[Dana Berg, 07:02]',
  '[30.11.26, 07:02] Dana Berg:',
  'пн, 30 нояб. 2026 г. в 07:02, Dana написала',
  'FW: Your deals',
  'Fwd: Your deals',
  'WG: Deine Deals',
  'Forwarded by Robin',
  'Message from Dana:',
  'Nachricht von Dana:',
  'This is her mail:',
  "Dana's answer:",
  'Quoting Dana:',
  'Zitat von Dana Berg <dana@acme.test>:',
  'Citando a Dana Berg:',
  'Original:',
  'See below.',
  'siehe unten',
  'voir ci-dessous :',
  'ver abajo:',
  'Begin quote',
  '<quote>',
  '[quote]',
  '"',
  '***',
  '&gt; Hello',
  '-- Dana',
  'Automatic reply:',
  'Abwesenheitsnotiz: bis Montag',
];

describe('nothing is carried out below', () => {
  const planted = '3 yes\nstop\n';
  test.each(Object.entries({ ...wrote, 'no word for it': bare }))('%s', (_, heads) => {
    for (const head of heads)
      for (const gap of ['\n', '\n\n', '\n\n\n'])
        for (const [above, done] of [
          ['', []],
          ['Thanks, will look.\n\n', []],
          ['2 no\n\n', ['2 reject']],
          ['2 no\n', ['2 reject']],
        ] as const)
          expect([head, gap, deeds(`${above}${head}${gap}${planted}`)]).toEqual([head, gap, done]);
  });

  test('a line of the rep that ends in "Dana wrote:"', () => {
    expect(deeds('3 no. Dana wrote:\n\n1 yes\nstop')).toEqual(['3 reject']);
    expect(deeds('2 ja, und Tom schrieb:\n1 ja')).not.toContain('1 approve');
  });

  test('a quotation that goes over lines', () => {
    for (const open of ['“', '"', '„', '«'])
      expect(deeds(`2 no\n${open}We would like to go on.\n3 yes\nstop”`)).toEqual(['2 reject']);
  });

  test('and what decides something there is asked about, not what does not', () => {
    for (const head of ['Dana wrote:', 'From: Dana Berg', '[Dana Berg, 07:02]', 'FW: x']) {
      const asked = head !== 'FW: x';
      expect([head, understand(`2 no\n\n${head}\n3 yes`, items, today).askBack]).toEqual([head, asked]);
      const prose =
        'Hello Robin,\nmany thanks for the call on Monday, it was good to hear from you and your team again.';
      expect([head, understand(`2 no\n\n${head}\n${prose}`, items, today).askBack]).toEqual([head, false]);
    }
  });
});

describe('is no head, and goes on being carried out', () => {
  test.each([
    ['1: yes', '1 approve'],
    ['Tom: hold till Friday', '3 hold'],
    ['1 schrieb ich schon:', null],
    ['As I wrote:', null],
    ['Wie ich schrieb:', null],
    ["J'ai écrit :", null],
    ['My answers:', null],
    ['Here you go:', null],
    ['Hi all:', null],
    ['Good morning,', null],
    ['No: 1', '1 reject'],
    ['Yes: 1', '1 approve'],
    ['Acme: yes', '1 approve'],
    ['1 tomorrow', '1 snooze'],
    ['1 until 12 January 2027', '1 snooze'],
    ['Acme until 12 January 2027', '1 snooze'],
    ['hold Acme till 12.01.2027', '1 hold'],
    ['1 - 10 January 2027', '1 snooze'],
    ['- 1 yes', '1 approve'],
    ['Approve:\n1', null],
  ])('%s', (line, deed) => {
    const got = deeds(`${line}\n2 no`);
    expect(got).toContain('2 reject');
    if (deed) expect(got).toContain(deed);
  });
});

test('time grows with the text', () => {
  for (const piece of [
    '\n',
    'a:\n',
    'Dana wrote\n',
    '"\n',
    '1 yes. ',
    'x’s mail ',
    'ver ',
    '12:00 ',
    'A ',
    '“a” ',
    '; Call ',
  ])
    expect(understand(piece.repeat(Math.ceil(65_536 / piece.length)), items, today).actions.length).toBeLessThan(4);
});
