/** How the gate's cost grows: with the text that it reads, and past its limits not at all. Only costs on one machine are held against each other. */
import { beforeAll, describe, expect, it } from 'vitest';
import { gate } from '../../../../src/domain/writing/gate/gate.ts';
import type { Ground, Limits } from '../../../../src/domain/writing/gate/written.ts';
import { cost, linear } from '../../../support/own-time.ts';

const limits: Limits = { language: 'en', formal: null, maxWords: 160, greeting: 'Hi,', signOff: 'Sasha', before: [] };
const groundOf = (text: string, mails = 2): Ground => ({
  messages: Array.from({ length: mails }, (_, at) => ({
    messageId: `<${at}@x.example>`,
    author: at % 2 ? 'contact' : 'rep',
    date: '2026-03-04',
    text,
    attachments: [],
  })),
  contact: { name: 'Dana Berg', company: 'Berg' },
  rep: { name: 'Sasha Cole' },
  today: '2026-03-16',
  monthFirst: false,
});
const small = groundOf('Here is the quote for 40 sensors.');
const fill = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);
const answer = (sentences: unknown) => ({ language: 'en', reason: 'silence', sentences });

/** Texts in which careless expressions go back and forth. */
const patterns = [
  ...['a', 'a.', '1 ', '1.', '(', ' ', '"\' ', 'A', 'de89 ', 'a b ', 'evil dot com ', '%2', '&a', '?!', '--', "'s "],
  ...[
    '\u0301',
    'ä',
    'İ',
    '[](',
    '\r\n',
    '12 March ',
    'two hundred ',
    'if you ',
    'ich habe nicht ',
    "je ne l'ai ",
    ', and ',
  ],
];

describe('the gate', () => {
  beforeAll(() => {
    gate(answer([{ text: 'Did it reach you?', ground: [] }]), small, limits);
  });

  it.each(patterns)('takes as long as the sentence %j is', (pattern) => {
    const of = (length: number) =>
      answer(Array.from({ length: 16 }, () => ({ text: `${fill(pattern, length)}?`, ground: [] })));
    const [short, long] = [of(115), of(460)].map((each) => cost(() => gate(each, small, limits)));
    expect(linear(short!, long!), `${short} ms, ${long} ms`).toBe(true);
  });

  it.each(patterns)('takes as long as the mail of %j is, and past its limits no longer', (pattern) => {
    const cited = Array.from({ length: 6 }, (_, at) => ({ messageId: `<${at}@x.example>`, words: fill(pattern, 590) }));
    const asked = answer([{ text: 'Did the quote for the sensors reach you?', ground: cited }]);
    const of = (length: number, mails: number) => {
      const ground = groundOf(fill(pattern, length), mails);
      return cost(() => gate(asked, ground, limits));
    };
    const [short, long] = [of(6_000, 6), of(24_000, 6)];
    expect(linear(short, long), `${short} ms, ${long} ms`).toBe(true);
    const [most, tenfold] = [of(24_000, 9), of(240_000, 9)];
    expect(tenfold, `${most} ms, ${tenfold} ms`).toBeLessThanOrEqual(3 * most + 20);
  });

  it('reads nothing of an answer that is larger than any follow-up', () => {
    const good = cost(() => gate(answer([{ text: 'Did the quote reach you?', ground: [] }]), small, limits));
    const text = fill('12 March ', 1024 * 1024);
    const many = Array.from({ length: 65_536 }, () => ({ text: 'Hi?', ground: [] }));
    for (const huge of [
      text,
      answer([{ text, ground: [] }]),
      answer([{ text: 'Hi?', ground: [{ messageId: text, words: text }] }]),
      answer(many),
    ])
      expect(cost(() => gate(huge, small, limits))).toBeLessThanOrEqual(good + 20);
  });
});
