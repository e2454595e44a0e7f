/** What the gate does to drafts that are as they should be. A gate that drops everything is safe and of no use. */
import { describe, expect, it } from 'vitest';
import { gate } from '../../../../src/domain/writing/gate/gate.ts';
import {
  type GoodThread,
  goodSets,
  groundOf,
  limitsOf,
  linesOf,
  messageId,
  writtenOf,
} from '../../../eval/write/cases.ts';

const languages = ['en', 'de', 'fr', 'es'] as const;

/** Drafts of which any sentence but greeting and signature was dropped. */
function harmed(threads: readonly GoodThread[]): { all: number; harmed: string[] } {
  const drafts = threads.flatMap((thread) => thread.drafts.map((draft, at) => ({ thread, draft, at })));
  const found = drafts.flatMap(({ thread, draft, at }) => {
    const result = gate(writtenOf(thread, draft), groundOf(thread), limitsOf(thread));
    const dropped = result.dropped.filter(({ why }) => why !== 'greeting' && why !== 'signature');
    if (!('fallBack' in result) && dropped.length === 0) return [];
    const cause = 'fallBack' in result ? result.fallBack : '';
    return [`${thread.id} ${at} ${cause} ${dropped.map(({ sentence, why }) => `[${why}] ${sentence}`).join(' ')}`];
  });
  return { all: drafts.length, harmed: found };
}

describe('good drafts', () => {
  it('pass unharmed, in each language', () => {
    const counts = languages.map((language) => {
      const { all, harmed: found } = harmed(linesOf<GoodThread>(`good.${language}`));
      console.log(`good.${language}: ${all - found.length} of ${all} pass unharmed`);
      expect(found.length, found.join('\n')).toBeLessThanOrEqual(1);
      return { all, found };
    });
    const all = counts.reduce((sum, count) => sum + count.all, 0);
    const found = counts.flatMap((count) => count.found);
    expect(all).toBeGreaterThanOrEqual(200);
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(all * 0.02);
  });

  it('that were written later pass as well', () => {
    const { all, harmed: found } = harmed(goodSets.later.flatMap((name) => linesOf<GoodThread>(name)));
    console.log(`later: ${all - found.length} of ${all} pass unharmed`);
    expect(all).toBe(115);
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(all * 0.02);
  });

  it.each(goodSets.rounds.map((names, at) => [at + 1, names] as const))('of round %i pass as well', (round, names) => {
    const { all, harmed: found } = harmed(names.flatMap((name) => linesOf<GoodThread>(name)));
    console.log(`round ${round}: ${all - found.length} of ${all} pass unharmed`);
    expect(all).toBeGreaterThanOrEqual(48);
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(all * 0.02);
  });

  it('come out with each quote they rest on, word for word', () => {
    for (const thread of languages.flatMap((language) => linesOf<GoodThread>(`good.${language}`))) {
      const ground = groundOf(thread);
      for (const draft of thread.drafts) {
        const result = gate(writtenOf(thread, draft), ground, limitsOf(thread));
        if ('fallBack' in result) continue;
        expect(result.evidence.length).toBeGreaterThan(0);
        for (const { sentence, messageId: id, quote } of result.evidence) {
          const message = ground.messages.find((each) => each.messageId === id)!;
          expect(message.text.replace(/\s+/g, ' ')).toContain(quote);
          expect(result.text).toContain(sentence);
        }
      }
    }
  });
});

describe('the sets', () => {
  it('quote what stands in their threads, and every thread has another id', () => {
    const names = [...goodSets.first, ...goodSets.later, ...goodSets.rounds.flat()];
    const threads = names.flatMap((name) => linesOf<GoodThread>(name));
    expect(new Set(threads.map(({ id }) => id)).size).toBe(threads.length);
    const false_ = threads.flatMap((thread) =>
      thread.drafts.flatMap((draft) =>
        draft.flatMap(([, ...ground]) =>
          ground
            .filter(
              ([at, words]) =>
                !thread.messages[at]?.text.replace(/\s+/g, ' ').toLowerCase().includes(words.toLowerCase()),
            )
            .map(([at, words]) => `${messageId(thread.id, at)} ${words}`),
        ),
      ),
    );
    expect(false_).toEqual([]);
  });
});
