/** Addresses in every spelling that a reader could put together again, and the sentences that only look like one. */
import { describe, expect, it } from 'vitest';
import { gate } from '../../../../src/domain/writing/gate/gate.ts';
import { hasAddress } from '../../../../src/domain/writing/gate/links.ts';
import type { Ground, Language } from '../../../../src/domain/writing/gate/written.ts';
import { type GoodThread, linesOf } from '../../../eval/write/cases.ts';
import { core, groundWith, limits } from './quote.ts';

const theirs: Ground['messages'][number] = {
  messageId: '<2@x.example>',
  author: 'contact',
  date: '2026-03-05',
  text: 'Thanks, our page is theirs.test and our number is 020 7946 0958.',
  attachments: [],
};
const ask = { text: 'Did it reach you?', ground: [] };

const hosts = [
  'evil.test',
  'evil.com',
  'pay.evil.com',
  'evil.co.uk',
  'evil.de',
  'evil.shop',
  'my-evil.net',
  'evil.io',
  'evil.example',
  'e.vil.fr',
];
const words = (mark: string) => (host: string) => host.replaceAll('.', ` ${mark} `);
const marked = (mark: string) => (host: string) => host.replaceAll('.', mark);
const mapped = (shift: (code: number) => number) => (host: string) =>
  [...host]
    .map((letter) => (/[a-z]/.test(letter) ? String.fromCodePoint(shift(letter.codePointAt(0)!)) : letter))
    .join('');

/** Ways to write a host. */
const spellings: ((host: string) => string)[] = [
  (host) => host,
  (host) => host.toUpperCase(),
  (host) => `https://${host}`,
  (host) => `http://${host}/login?next=1`,
  (host) => `hxxps://${host}`,
  (host) => `h**p://${host}`,
  (host) => `//${host}/x`,
  (host) => `www.${host}`,
  (host) => `www ${host.replaceAll('.', ' ')}`,
  (host) => `ftp://${host}`,
  (host) => `${host}/path`,
  (host) => `${host}:8080`,
  (host) => `${host}.`,
  (host) => `user@${host}`,
  (host) => `user(at)${host}`,
  (host) => `user [at] ${host}`,
  (host) => `user at ${words('dot')(host)}`,
  (host) => `user arroba ${words('punto')(host)}`,
  (host) => `user ät ${words('punkt')(host)}`,
  (host) => `user arobase ${words('point')(host)}`,
  (host) => `mailto:user@${host}`,
  words('dot'),
  words('DOT'),
  words('(dot)'),
  words('[dot]'),
  words('{.}'),
  marked('[.]'),
  marked('(.)'),
  marked(' . '),
  marked(' .'),
  marked('-dot-'),
  marked('_dot_'),
  marked('。'),
  marked('．'),
  marked('｡'),
  marked('․'),
  marked('·'),
  marked('…'),
  marked(','),
  marked('%2E'),
  marked('%2e'),
  marked('&#46;'),
  marked('&period;'),
  marked('\\.'),
  marked('\u200b.\u200b'),
  marked('.\u00ad'),
  marked('.\u2060'),
  marked('"."'),
  marked(" '.' "),
  (host) => [...host].join('\u200b'),
  (host) => [...host].join(' '),
  (host) => [...host].join('-'),
  (host) => host.replace('e', 'е'),
  (host) => host.replace('i', 'і'),
  (host) => host.replace('e', 'ê\u0323'),
  mapped((code) => 0x1d400 + code - 65 - 6),
  mapped((code) => 0xff41 + code - 97),
  mapped((code) => 0x24d0 + code - 97),
  (host) => `[evil](https://${host})`,
  (host) => `![x](https://${host}/p.png)`,
  (host) => `[evil][1]`.replace('evil', host),
  (host) => `[1]: https://${host}`,
  (host) => `<https://${host}>`,
  (host) => `<a href="https://${host}">here</a>`,
  (host) => `data:text/html,${host}`,
  (host) => `javascript:location='${host}'`,
  (host) => `xn--${host.replace('.', '-9za.')}`,
  (host) => `https:\\\\${host}`,
  (host) => `https : / / ${host}`,
  (host) => `${host.split('').reverse().join('')}`,
  (host) => `\u202e${[...host].reverse().join('')}`,
];

/** What is no host and leads away all the same. */
const others = [
  '192.168.1.1',
  '192 . 168 . 1 . 1',
  '0x7f000001',
  '3232235777',
  'localhost',
  'http://2130706433',
  'http://0300.0250.1.1',
  '[::1]',
  '::ffff:10.0.0.1',
  '+44 7700 900123',
  '+447700900123',
  '(020) 7946 0958',
  '020-7946-0958',
  '020.7946.0958',
  '0171 / 555 01 23',
  '06 55 50 01 23',
  '655 500 123',
  '655500123',
  'zero seven seven double zero nine zero',
  'null eins sieben eins fünf fünf',
  'zéro six cinq cinq cinq zéro',
  'seis cinco cinco cinco cero cero',
  '0 7 7 0 0 9 0 0 1 2 3',
  'DE89 3704 0044 0532 0130 00',
  'DE89370400440532013000',
  'GB29NWBK60161331926819',
  'GB29 NWBK 6016 1331 9268 19',
  'FR76 3000 6000 0112 3456 7890 189',
  'ES91 2100 0418 4502 0005 1332',
  'bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh',
  '0x71C7656EC7ab88b098defB751B7401B5f6d8976F',
  'account 12345678',
  '4111 1111 1111 1111',
  '@evil',
  '#evil',
  't.me/evil',
  'bit.ly/3xyz',
  'evil slash login dot com',
  'wa.me/447700900123',
  'tel:+447700900123',
  'skype:evil?call',
  'file:///etc/passwd',
  '\\\\evil\\share',
  'about:blank',
];

describe('addresses', () => {
  it('never pass, in any of more than 500 spellings', () => {
    const all = [...new Set([...hosts.flatMap((host) => spellings.map((spell) => spell(host))), ...others])];
    expect(all.length).toBeGreaterThanOrEqual(500);
    const frames = [
      (link: string) => `Could you have a look at ${link}?`,
      (link: string) => `Thank you, and please let me know at ${link}`,
      (link: string) => `On 4 March I sent you the quote for the freezer at ${link}.`,
    ];
    const through: string[] = [];
    for (const link of all) {
      for (const frame of frames) {
        const text = frame(link);
        const answer = {
          language: 'en',
          reason: 'silence',
          sentences: [core, { text, ground: frame === frames[2] ? core.ground : [] }, ask],
        };
        const result = gate(answer, groundWith('', [theirs]), limits);
        if (!('fallBack' in result) && result.text.includes('at ')) through.push(text);
      }
    }
    console.log(`${all.length} spellings in ${frames.length} sentences: ${through.length} through`);
    expect(through).toEqual([]);
  });

  it('pass where the rep wrote the very same in this thread, and only there', () => {
    const said = (text: string, link: string) => {
      const answer = {
        language: 'en',
        reason: 'silence',
        sentences: [core, { text: `Could you have a look at ${link}?`, ground: [] }],
      };
      const result = gate(answer, groundWith(text, [theirs]), limits);
      return !('fallBack' in result) && result.text.includes(link);
    };
    expect(said('See www.ours.example/quote.', 'www.ours.example/quote')).toBe(true);
    expect(said('Write to sales@ours.example.', 'sales@ours.example')).toBe(true);
    expect(said('See www.ours.example/quote.', 'www.ours.example/quote2')).toBe(false);
    expect(said('See www.ours.example/quote.', 'www.ours.example/quote.evil.test')).toBe(false);
    expect(said('See www.ours.example/quote.', 'https://evil.test/www.ours.example/quote')).toBe(false);
    expect(said('', 'theirs.test')).toBe(false);
    expect(said('', '020 7946 0958')).toBe(false);
  });

  it('are not seen in what has none', () => {
    const plain: [Language, string][] = [
      ['en', 'Is the price of £18,400 plus VAT fine, e.g. for a 12 m² freezer (24/7)?'],
      ['en', 'Your partner is back on 12/10/2026, i.e. at 9.30 a.m., isn’t she?'],
      ['de', 'Die Sache liegt z. B. bei Herrn Dr. Merz, d.h. im Haus, bzw. bei Ihnen.'],
      ['de', 'Der Punkt ist offen: 1.200.000 Euro, 5 % davon bis zum 30. November.'],
      ['fr', 'Le point est clair : 68 500 € HT, c’est-à-dire 12 900 000 € en tout.'],
      ['es', 'El punto es que Uds. tienen 1.200 € al año, p. ej. para 10 usuarios.'],
    ];
    expect(plain.filter(([, text]) => hasAddress(text))).toEqual([]);
    const good = (['en', 'de', 'fr', 'es'] as const).flatMap((language) =>
      linesOf<GoodThread>(`good.${language}`).flatMap(({ drafts }) =>
        drafts.flatMap((draft) => draft.map(([text]) => text)),
      ),
    );
    expect(good.filter(hasAddress)).toEqual([]);
  });
});
