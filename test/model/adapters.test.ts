/** Any history in each provider's fake, seen through its adapter: never a decision that the rep did not make. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gmailKind } from '../../src/mailbox/gmail.ts';
import { outlookKind } from '../../src/mailbox/outlook.ts';
import { rep } from '../domain/placements.ts';
import { type FakeGmail, startGmail } from '../fakes/gmail.ts';
import { likely as gmailLikely } from '../fakes/gmail-store.ts';
import { type Graph, startGraph } from '../fakes/outlook.ts';
import { likely as outlookLikely } from '../fakes/outlook-store.ts';
import { openOn as openGmail } from '../mailbox/gmail-account.ts';
import { openOn as openOutlook } from '../mailbox/outlook-account.ts';
import { histories, live, type OpenWorld, thrown } from './adapters.ts';

const runs = Number(process.env.COUNTERSIGN_HISTORIES ?? 200);
const owner = { name: 'Robin Rep', address: rep };

/** Every second switch of the dice in its unlikely position. */
function odd<T extends object>(
  likely: T,
  dice: readonly number[],
  values: Partial<Record<keyof T, readonly unknown[]>>,
): T {
  const throwing = thrown(dice);
  const entries = Object.entries(likely).map(([name, value], n) => {
    const choices = values[name as keyof T] ?? [value, value, !value];
    return [name, typeof value === 'boolean' || values[name as keyof T] ? throwing(n, choices) : value];
  });
  return Object.fromEntries(entries) as T;
}

const onGmail: OpenWorld = async ({ now, dice }) => {
  const switches = odd(gmailLikely, dice, {
    scheduled: ['draft', 'label', 'hidden'],
    clientsWrite: ['alternative', 'html', 'plain'],
    longTextIsAttached: [false],
    bodiesAreUtf8: [true],
  });
  const fake: FakeGmail = await startGmail({ now, switches, allow: gmailKind().oauth!.allow, unitsPerMinute: 1e9 });
  const account = fake.account(owner);
  const client = account.rep;
  return {
    mailbox: openGmail(fake, account, { now }),
    client,
    threadRef: (id) => [...account.store.messages.values()].find(({ rfcId }) => rfcId === id)?.threadId ?? id,
    fail: () => fake.fault({ on: /^GET/, answer: thrown(dice)(15, [503, 429, 'before'] as const), times: 2 }),
    meanwhile: (act) => fake.meanwhile(/^GET .*\/(drafts|threads|messages)/, act),
    forget: () => account.store.expireHistory(),
    version: () => account.store.historyId(),
    close: fake.stop,
  };
};

const onOutlook: OpenWorld = async ({ now, dice }) => {
  const switches = odd(outlookLikely, dice, { createReplyMessage: ['taken', 'ignored', 'refused'] });
  const graph: Graph = await startGraph({ now, switches, allow: outlookKind().oauth!.allow });
  const account = graph.account(owner);
  return {
    mailbox: openOutlook(graph, account, { now }),
    client: account.rep,
    threadRef: (id) =>
      [...account.store.items.values()].find((item) => item.internetMessageId === id)?.conversationId ?? id,
    fail: () => graph.fault({ on: /^GET/, answer: thrown(dice)(15, [503, 429, 'before'] as const), times: 2 }),
    meanwhile: (act) => graph.meanwhile(/^GET .*\/messages/, act),
    forget: () => graph.expireDeltas(),
    version: () => account.store.seq(),
    close: graph.stop,
  };
};

/** Prints what became of the drafts; fails with the shortest history that goes wrong. */
async function suite(name: string, open: OpenWorld): Promise<void> {
  const seed = Number(process.env.COUNTERSIGN_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const verdicts = new Map<string, number>();
  let lived = 0;
  let failed = false;
  const property = fc.asyncProperty(histories, async (history) => {
    const { faults, verdict } = await live(history, open);
    failed ||= faults.length > 0;
    if (!failed) {
      lived++;
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    }
    return faults.length === 0;
  });
  const result = await fc.check(property, { numRuns: runs, seed });
  const [worst] = result.counterexample ?? [];
  const told = worst ? [JSON.stringify(worst), ...(await live(worst, open)).lines].join('\n') : '';
  const table = [...verdicts].map(([verdict, count]) => `${verdict} ${count}`).join(', ');
  console.log(`${name}: ${lived} histories, seed ${seed}: ${table}`);
  expect(`${told}${result.errorInstance ? `\n${String(result.errorInstance)}` : ''}`).toBe('');
}

describe('any history', () => {
  test('in Gmail', () => suite('Gmail', onGmail), 900_000);
  test('in Outlook', () => suite('Outlook', onOutlook), 900_000);
});
