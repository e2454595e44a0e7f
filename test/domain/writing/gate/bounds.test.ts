/** How long the gate takes at worst: nothing that a model or a prospect can send makes it slow. */
import { beforeAll, describe, expect, it } from 'vitest';
import { gate } from '../../../../src/domain/writing/gate/gate.ts';
import type { Ground, Limits } from '../../../../src/domain/writing/gate/written.ts';

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

/** The best of a few runs, in milliseconds of this thread's own time: others share this machine. */
function best(run: () => unknown): number {
  const times = Array.from({ length: 4 }, () => {
    const start = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

const megabyte = 1024 * 1024;
const fill = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Texts in which careless expressions go back and forth. */
const patterns = [
  'a',
  'a.',
  '1 ',
  '1.',
  '(',
  ' ',
  '"\' ',
  'A',
  'de89 ',
  'a b ',
  'evil dot com ',
  '%2',
  '&a',
  '?!',
  '--',
  "'s ",
  '\u0301',
  'ä',
  'İ',
  '[](',
  '\r\n',
  '12 March ',
  'two hundred ',
  'if you ',
];

describe('the gate', () => {
  beforeAll(() => {
    gate({ language: 'en', reason: 'silence', sentences: [{ text: 'Did it reach you?', ground: [] }] }, small, limits);
  });

  it.each(patterns)('looks at a megabyte of %j within a bound', (pattern) => {
    const text = fill(pattern, megabyte);
    const sentence = { text, ground: [] };
    const of = (sentences: unknown) => ({ language: 'en', reason: 'silence', sentences });
    expect(best(() => gate(text, small, limits))).toBeLessThan(1_000);
    expect(best(() => gate(of([sentence]), small, limits))).toBeLessThan(1_000);
    expect(
      best(() => gate(of([{ text: 'Hi?', ground: [{ messageId: text, words: text }] }]), small, limits)),
    ).toBeLessThan(1_000);
    expect(
      best(() => gate(of(Array.from({ length: megabyte / 16 }, () => ({ text: pattern, ground: [] }))), small, limits)),
    ).toBeLessThan(1_000);
  });

  it.each(patterns)('looks at the longest answer that it reads, full of %j, within a bound', (pattern) => {
    const text = `${fill(pattern, 470)}?`;
    const sentences = Array.from({ length: 16 }, () => ({ text, ground: [] }));
    expect(best(() => gate({ language: 'en', reason: 'silence', sentences }, small, limits))).toBeLessThan(8_000);
  });

  it.each(patterns)('looks at a thread of five megabytes of %j within a bound', (pattern) => {
    const ground = groundOf(fill(pattern, 256 * 1024), 20);
    const words = fill(pattern, 590);
    const sentences = Array.from({ length: 16 }, () => ({
      text: 'Did the quote for the sensors reach you?',
      ground: Array.from({ length: 6 }, (_, at) => ({ messageId: `<${at + 14}@x.example>`, words })),
    }));
    expect(best(() => gate({ language: 'en', reason: 'silence', sentences }, ground, limits))).toBeLessThan(8_000);
  });
});
