/** Answers of a model, replayed: what a good one writes for real situations goes through the real prompt, endpoint and gate, offline. */
import { readFileSync } from 'node:fs';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedTemplates } from '../../../src/node.ts';
import { columns, judgeAll } from './judge.ts';
import { modelWriter } from './model-writer.ts';
import { situated } from './situations.ts';

const file = new URL('replays.json', import.meta.url).pathname;
const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: { match: { userMessage: string } }[] };

describe('a good model', () => {
  let replays: LLMock;
  beforeAll(async () => {
    replays = new LLMock({ port: 0 });
    replays.loadFixtureFile(file);
    await replays.start();
  });
  afterAll(() => replays.stop());

  it('writes drafts in which nothing is wrong, in each language; few are refused', async () => {
    const { render } = shippedTemplates();
    const model = {
      name: 'replayed',
      url: `${replays.url}/v1`,
      key: null,
      temperature: 0.3,
      seconds: 30,
      prices: null,
    };
    const marks = fixtures.map(({ match }) => match.userMessage);
    const items = situated().filter(({ mails }) => mails.some(({ text }) => marks.some((mark) => text.includes(mark))));
    expect(items).toHaveLength(fixtures.length);
    const judged = await judgeAll(items, render, modelWriter(model, render));
    // What has to be mentioned is said of the templates; a model may find other words for it.
    const counted = columns.filter((column) => column !== 'mention' && column !== 'refused');
    const found = judged.flatMap(({ item, wrong }) =>
      counted.flatMap((column) => wrong[column].map((what) => `${item.id} ${column}: ${what}`)),
    );
    expect(found).toEqual([]);
    const refused = judged.flatMap(({ item, wrong }) => wrong.refused.map((what) => `${item.id}: ${what}`));
    expect(refused.length, refused.join('\n')).toBeLessThanOrEqual(5);
    expect(new Set(judged.map(({ item }) => item.lang)).size).toBe(4);
  });
});
