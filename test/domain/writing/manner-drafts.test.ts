/** What was learned of a rep is in the draft: of a template and of a model alike, and its evidence still stands in it. */
import { expect, test } from 'vitest';
import { planDay } from '../../../src/domain/plan.ts';
import type { Voice } from '../../../src/domain/writing/compose.ts';
import type { Profile } from '../../../src/domain/writing/profile.ts';
import { noNotes } from '../../../src/domain/writing/public-to-thread.ts';
import { draftWith } from '../../../src/domain/writing/write.ts';
import { shippedTemplates } from '../../../src/node.ts';
import { facts, ours, rep, thread } from '../deals.ts';
import { policy } from '../placements.ts';

const now = new Date('2026-11-17T11:00:00Z');
const { render } = shippedTemplates();
const words = 'Would the second tier with forty seats be enough for you?';
const sent = ours({ text: words });

const learned = (change: Partial<Profile>): Voice => ({
  profile: { threads: 3, habits: [], swaps: [], leavesOut: [], keeps: null, ...change },
  notes: noNotes,
});
function drafted(voice: Voice) {
  const [draft] = planDay([facts({ threads: [thread(sent)] })], rep, policy, 3, render, now, { voice }).drafts;
  if (!draft) throw new Error('nothing was drafted');
  return draft;
}
const swap = (phrase: string, instead: string | null) => ({ language: 'en' as const, phrase, instead, threads: 3 });

test("of a template: the rep's words, and what it rests on", () => {
  const plain = drafted(learned({}));
  const phrase = /\b[a-z]+ [a-z]+(?= [a-z])/.exec(plain.reply.text.split('\n\n')[1] ?? '')?.[0] ?? '';
  expect(phrase).not.toBe('');
  const { reply, evidence } = drafted(
    learned({ swaps: [swap(phrase, 'so to speak'), swap('Best regards', 'Cheers')] }),
  );
  expect(reply.text).toContain('so to speak');
  expect(reply.text).toMatch(/\nCheers,\nRobin Rep$/);
  expect(evidence.length).toBeGreaterThan(0);
  const said = reply.text.replace(/\s+/g, ' ');
  for (const { sentence } of evidence) expect(said).toContain(sentence.replace(/\s+/g, ' '));
});

test('of a habit: greeting and sign-off, where the thread shows none', () => {
  const greeting = { word: 'Hey', comma: false, names: 'first' as const, end: '!' };
  const signOff = { closing: 'LG', name: 'initials' as const, inline: true };
  const habit = { language: 'en' as const, formal: null, threads: 3, greeting, signOff, words: 20 };
  expect(drafted(learned({ habits: [habit] })).reply.text).toMatch(/^Hey Dana!\n[\s\S]*\nLG RR$/);
  // Another language is another habit.
  const german = { ...habit, language: 'de' as const };
  expect(drafted(learned({ habits: [german] })).reply.text).toMatch(/^Hi Dana,\n/);
});

test('of a model', () => {
  const answer = {
    language: 'en' as const,
    reason: 'question_open' as const,
    sentences: [
      { text: 'I asked you about the second tier with forty seats.', ground: [{ messageId: sent.id, words }] },
      { text: 'Would it be enough for you?', ground: [] },
      { text: 'A short word is enough for me.', ground: [] },
    ],
  };
  const written = (voice: Voice) => draftWith(drafted(voice), { kind: 'answered', answer }, 'm');
  expect(written(learned({})).written.by).toBe('model');
  const { reply, evidence } = written(
    learned({ swaps: [swap('asked you about', 'wrote to you about')], leavesOut: ['afterthought'] }),
  );
  expect(reply.text).toContain('I wrote to you about the second tier');
  expect(reply.text).not.toContain('A short word');
  expect(evidence.map(({ sentence }) => sentence)).toContain('I wrote to you about the second tier with forty seats.');
});
