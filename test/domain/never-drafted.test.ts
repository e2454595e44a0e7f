/**
 * Over 20,000 generated deals: no draft is proposed where one must not be, whatever else is true of the deal. What must not be is told from
 * the plan of each deal, not by the rules that are tested; and without any one of the rules it does go wrong.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DealFacts } from '../../src/domain/assess.ts';
import { type RuleName, rules } from '../../src/domain/never.ts';
import { readySince } from '../../src/domain/pick.ts';
import { type DayOptions, planDay, type Render } from '../../src/domain/plan.ts';
import { workingDaysOf } from '../../src/domain/working-days.ts';
import { itemsOf, type Labelled, messageOf } from '../eval/sets.ts';
import { contact, deal, facts, ours, rep } from './deals.ts';
import { policy as policyOfTests } from './placements.ts';
import { dateOf, factsOf, now, obstaclesOf, type Plan, plans, region } from './plans.ts';

const seed = Number(process.env.COUNTERSIGN_SEED ?? 20_260_114);
const aDay = 10;
const days = fc
  .sample(
    fc.record({
      deals: fc.array(plans, { minLength: aDay, maxLength: aDay }),
      room: fc.constantFrom(10, 10, 10, 3, 2, 1, 0),
    }),
    {
      seed,
      numRuns: 2_000,
    },
  )
  .map(({ deals, room }) => ({ deals, room, facts: deals.map((_, n) => factsOf(deals, n)) }));

const policy = { ...policyOfTests, region };
const render: Render = (_, { said, said_on }) => `It was ${said_on ?? 'once'}: "${said ?? 'something'}"\n`;
const draftedIn = (of: readonly DealFacts[], room: number, options?: DayOptions): string[] =>
  planDay(of, rep, policy, room, render, now, options).drafts.map(({ dealId }) => dealId);

/** The first deal that gets a draft in spite of an obstacle. */
function violation(options?: DayOptions, among = days): { obstacles: string[]; plan: Plan | undefined } | null {
  for (const { deals, facts: all, room } of among) {
    for (const id of draftedIn(all, room, options)) {
      const n = Number(id.slice(1));
      const obstacles = obstaclesOf(deals, n);
      if (obstacles.length > 0) return { obstacles, plan: deals[n] };
    }
  }
  return null;
}

describe(`20,000 deals (COUNTERSIGN_SEED=${seed})`, () => {
  test('no draft through an obstacle, and never more than there is room for', () => {
    expect(violation()).toBeNull();
    let drafted = 0;
    let free = 0;
    for (const { deals, facts: all, room } of days) {
      const ids = draftedIn(all, room);
      expect(ids.length).toBeLessThanOrEqual(room);
      expect(new Set(ids).size).toBe(ids.length);
      drafted += ids.length;
      free += deals.filter((_, n) => obstaclesOf(deals, n).length === 0).length;
    }
    // So that drafting nothing at all is no way to pass.
    expect(free).toBeGreaterThan(2_000);
    expect(drafted).toBeGreaterThan(800);
  });

  /** Where these speak there is nothing that a draft could say: without them none comes either. */
  const bySense: RuleName[] = ['no_mail', 'ended', 'not_stalled', 'our_turn'];

  test.each(rules.map(({ name }) => name).filter((name) => !bySense.includes(name)))(
    'goes wrong without the rule "%s"',
    (name) => {
      expect(violation({ rules: rules.filter((rule) => rule.name !== name) })).not.toBeNull();
    },
  );

  test.each(bySense)('does not rest on the rule "%s" alone', (name) => {
    expect(violation({ rules: rules.filter((rule) => rule.name !== name) }, days.slice(0, 400))).toBeNull();
  });

  test('one person gets one follow-up a day', () => {
    let others = 0;
    for (const { facts: all, room } of days) {
      const { deals, drafts } = planDay(all, rep, policy, room, render, now);
      const reached = drafts.flatMap(({ reply }) => [...reply.to, ...reply.cc].map(({ address }) => address));
      expect(new Set(reached).size).toBe(reached.length);
      others += deals.filter(({ notPicked }) => notPicked?.endsWith('gets another follow-up today')).length;
    }
    expect(others).toBeGreaterThan(10);
  });

  test('goes wrong without the cap', () => {
    expect(days.some(({ facts: all, room }) => draftedIn(all, Number.POSITIVE_INFINITY).length > room)).toBe(true);
  });
});

describe('choosing', () => {
  const some = days.slice(0, 300);
  const judged = (all: readonly DealFacts[], room: number) =>
    new Map(planDay(all, rep, policy, room, render, now).deals.map((each) => [each.dealId, each]));

  test('does not depend on the order in which deals, threads and mails come', () => {
    for (const { facts: all, room } of some) {
      const turned = all
        .map((each) => ({
          ...each,
          threads: each.threads.map((thread) => ({ ...thread, messages: thread.messages.toReversed() })).toReversed(),
        }))
        .toReversed();
      expect(Object.fromEntries(judged(turned, room))).toEqual(Object.fromEntries(judged(all, room)));
      expect(draftedIn(turned, room)).toEqual(draftedIn(all, room));
    }
  });

  test('of one deal is not changed by a deal that has nothing to do with it', () => {
    const stranger = facts({
      deal: { ...deal, id: 'stranger' },
      contacts: [{ ...contact, id: 'x', emails: ['x@stranger.test'] }],
      threads: [
        {
          ref: 'x',
          messages: [
            ours({ id: '<x>', to: [{ name: '', address: 'x@stranger.test' }], date: new Date('2025-12-01T09:00:00Z') }),
          ],
        },
      ],
    });
    for (const { facts: all, room } of some) {
      const [before, after] = [judged(all, room), judged([...all, stranger], room)];
      for (const [id, { score, never, stalled, reasons }] of before)
        expect(after.get(id)).toMatchObject({ score, never, stalled, reasons });
    }
  });

  test('comes to each of thirty equal deals within ten days, three a day', () => {
    const calendar = workingDaysOf(region);
    const deals = Array.from({ length: 30 }, (_, n): DealFacts => {
      const buyer = { name: '', address: `dana@b${n}.test` };
      return facts({
        deal: { ...deal, id: `d${n}` },
        contacts: [{ ...contact, id: `c${n}`, emails: [buyer.address] }],
        threads: [
          { ref: `t${n}`, messages: [ours({ id: `<${n}>`, to: [buyer], date: new Date('2025-12-29T09:00:00Z') })] },
        ],
      });
    });
    const picked = new Set<string>();
    let date = calendar.from(dateOf(0));
    for (let passed = 0; passed < 10; passed++) {
      const at = new Date(`${date}T11:00:00Z`);
      const plan = planDay(deals, rep, policy, 3, render, at);
      expect(plan.drafts).toHaveLength(3);
      for (const [n, each] of plan.deals.entries()) {
        const known = deals[n] as DealFacts;
        known.readySince = readySince(known.readySince, each, date);
        if (!each.picked) continue;
        picked.add(each.dealId);
        // The rep sends it, and hears nothing.
        const [thread] = known.threads;
        const first = thread?.messages[0];
        if (thread && first) thread.messages.push({ ...first, id: `<${n}-${passed}>`, date: at });
      }
      date = calendar.from(nextDay(date));
    }
    expect(picked.size).toBe(30);
  });
});

const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe('in real sentences', () => {
  type Held = Labelled & { hold: { until: string | null; optOut: boolean } | null };
  const said = itemsOf<Held>('holds').filter(({ hold, role }) => hold !== null && role !== 'rep');

  test('no draft before the day that was asked for', () => {
    const wrong: string[] = [];
    for (const item of said) {
      const asked = Date.parse(item.sentAt);
      const theirs = { ...messageOf(item), id: '<said>', from: { name: '', address: 'dana@buyer.test' }, read: true };
      const mine = ours({
        id: '<mine>',
        date: new Date(asked + 3_600_000),
        text: 'Understood, thank you for telling me.',
      });
      const { until } = item.hold!;
      // The day itself may be read one working day off, over a weekend.
      const end = until === null ? asked + 170 * 86_400_000 : Date.parse(`${until}T00:00:00Z`) - 4 * 86_400_000;
      for (let at = asked + 3 * 86_400_000; at < end && at < asked + 170 * 86_400_000; at += 3 * 86_400_000) {
        const day = planDay(
          [facts({ threads: [{ ref: 't', messages: [theirs, mine] }] })],
          { ...rep, zone: item.zone },
          policy,
          3,
          render,
          new Date(at),
        );
        if (day.drafts.length > 0)
          wrong.push(`${item.id} on ${new Date(at).toISOString().slice(0, 10)}, until ${until}: ${item.text}`);
      }
    }
    expect(said.length).toBeGreaterThan(process.env.COUNTERSIGN_SETS ? 0 : 150);
    expect(wrong).toEqual([]);
  });
});
