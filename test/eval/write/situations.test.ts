/** The least that templates must reach on the situations, each recognised by the day's plan from the mail alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { situations } from '../../../src/domain/situation.ts';
import { languages } from '../../../src/domain/writing/compose.ts';
import { shippedTemplates } from '../../../src/node.ts';
import { columns, type Judged, judge, judgeAll } from './judge.ts';
import { dayOf, fromTemplates, situated } from './situations.ts';

const { render } = shippedTemplates();
const items = situated();

describe('templates on the situations', () => {
  let judged: Judged[];
  beforeAll(async () => {
    judged = await judgeAll(items, render, fromTemplates);
  });

  it('there are twenty in each language, and all situations among them', () => {
    for (const language of languages) {
      const some = items.filter(({ lang }) => lang === language);
      expect(some.length).toBeGreaterThanOrEqual(20);
      expect(new Set(some.map(({ expect: { situation } }) => situation))).toEqual(new Set(situations));
    }
  });

  it.each(columns)('nothing is wrong: %s', (column) => {
    expect(judged.flatMap(({ item, wrong }) => wrong[column].map((what) => `${item.id}: ${what}`))).toEqual([]);
  });

  it('no two drafts of one language are alike', () => {
    const texts = judged.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('a second follow-up says nothing that the first said', async () => {
    for (const item of items) {
      const first = judged.find((each) => each.item === item)?.text ?? '';
      const { draft } = dayOf(item, render);
      const later =
        draft && dayOf({ ...item, mails: [...item.mails, sent(item.now, first)], now: '2026-03-31T09:00' }, render);
      const sentences = (later?.draft?.reply.text ?? '')
        .split(/(?<=[.?!])\s+|\n+/)
        .filter((each) => each.split(' ').length > 4 && /[.?!]$/.test(each));
      for (const sentence of sentences) expect(first).not.toContain(sentence);
    }
  });
});

const sent = (at: string, text: string) => ({ by: 'r', at, text });

describe('the judge', () => {
  const item = items.find(({ id }) => id === 'en-04')!;
  const { deal, draft, messages } = dayOf(item, render);
  const wrongIn = (text: string, evidence = draft!.evidence) =>
    columns.filter(
      (column) => judge(item, deal.situation, draft!.followUp, messages, { text, evidence }).wrong[column].length > 0,
    );
  const good = draft!.reply.text;

  it('finds what is wrong with a draft', () => {
    expect(wrongIn(good)).toEqual([]);
    expect(wrongIn(good, [])).toEqual(['ungrounded']);
    expect(wrongIn(`${good}\n\nYour director has approved it.`)).toEqual(['ungrounded']);
    expect(wrongIn(good, [{ ...draft!.evidence[0]!, quote: 'We buy.' }])).toEqual(['ungrounded']);
    expect(wrongIn(good.replace('One question', 'Just checking in: one question'), []).includes('opener')).toBe(true);
    expect(wrongIn(messages.at(-1)!.text).includes('repeats')).toBe(true);
    expect(wrongIn('Hi Graham,\n\nAny news?').sort()).toEqual(['length', 'mention']);
    expect(wrongIn('Guten Tag, haben Sie die Frage gelesen, die ich Ihnen gestellt habe?')).toContain('language');
  });

  it('counts a refusal', () => {
    const refused = judge(item, deal.situation, draft!.followUp, messages, { refused: 'no' });
    expect(refused.wrong.refused).toEqual(['no']);
  });
});
