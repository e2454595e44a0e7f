import { expect, test } from 'vitest';
import { costReport, run } from './cost.ts';

test('bench cost counts calls for picks beside one call a mail', async () => {
  const said: string[] = [];
  const io = { out: (text: string): void => void said.push(text), err: () => {} };
  expect(await run(io, true, { messages: 1_500, relevant: 200, deals: 20, days: 40 })).toBe(0);
  const { incoming, drafts, workingDays, ours, everyMail } = costReport.parse(JSON.parse(said.join('')));
  expect(drafts).toBeGreaterThan(0);
  expect(drafts).toBeLessThanOrEqual(3 * workingDays);
  expect(ours.calls).toBeCloseTo((drafts / incoming) * 1_000, 1);
  expect(everyMail.calls).toBe(1_000);
  expect(ours.tokensIn).toBeGreaterThan(ours.calls * 500);
  expect(ours.tokensIn).toBeLessThan(everyMail.tokensIn);
});
