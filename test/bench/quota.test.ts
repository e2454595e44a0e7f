import { expect, test } from 'vitest';
import { quotaReport, run } from './quota.ts';

test('bench quota counts at the door what the service counts for itself', async () => {
  const said: string[] = [];
  const io = { out: (text: string): void => void said.push(text), err: () => {} };
  expect(await run(io, true, { deals: 12, mailsIn: 12, mailsOut: 6, minutes: 560 })).toBe(0);
  const report = quotaReport.parse(JSON.parse(said.join('')));
  expect(report.providers.map(({ provider }) => provider)).toEqual(['Gmail', 'Outlook']);
  for (const { day, counted, limits, firstRead } of report.providers) {
    expect(day.requests).toBeGreaterThan(560);
    expect(firstRead.requests).toBeGreaterThan(12);
    // The fake's door and the gateway are two counts of the same.
    expect(counted).toEqual(day);
    for (const { headroom } of limits) expect(headroom).toBeGreaterThan(1);
  }
}, 600_000);
