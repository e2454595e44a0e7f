/** A rep's day as a whole: whatever the deals look like, no draft goes where it must not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DealFacts } from '../../src/domain/assess.ts';
import type { Message } from '../../src/domain/mail.ts';
import { planDay, type Render } from '../../src/domain/plan.ts';
import { contact, deal, facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

const render: Render = (_, { said, said_on }) => `It was ${said_on ?? 'once'}: "${said ?? 'something'}"\n`;
const now = new Date('2026-11-17T11:00:00Z');
const plan = (deals: DealFacts[], room = policy.draftsPerDay) => planDay(deals, rep, policy, room, render, now);

/** What must keep a deal without a draft, and the mails or facts that bring it about. */
const obstacles = [
  'hold',
  'opt-out',
  'CRM opt-out',
  'unread',
  'meeting',
  'closed',
  'draft',
  'followed up',
  'bounce',
  'two follow-ups',
  'only no-reply',
] as const;
type Obstacle = (typeof obstacles)[number];

const someDeal = fc.record({
  obstacles: fc.subarray([...obstacles], { maxLength: 2 }),
  asked: fc.integer({ min: 1, max: 30 }),
  words: fc.constantFrom(
    'Would forty seats be enough?',
    'Here is the offer, as we said.',
    'Anbei das Angebot, wir haben es für Sie und mit Ihnen geprüft.',
  ),
  noise: fc.subarray(['newsletter', 'absence over', 'earlier talk'] as const),
  copies: fc.boolean(),
});
type SomeDeal = typeof someDeal extends fc.Arbitrary<infer T> ? T : never;

function dealOf({ obstacles: these, asked, words, noise, copies }: SomeDeal, n: number): DealFacts {
  const has = (obstacle: Obstacle): boolean => these.includes(obstacle);
  const buyer = { name: 'Dana Berg', address: has('only no-reply') ? `no-reply@b${n}.test` : `dana@b${n}.test` };
  const day = (of: number): Date => new Date(Date.UTC(2026, 9, of, 9));
  let ids = 0;
  const id = (): string => `<${n}-${++ids}@x.test>`;
  const theirs = (of: number, change: Partial<Message>) => mail({ id: id(), from: buyer, date: day(of), ...change });
  const mine = (of: number, change: Partial<Message> = {}) =>
    ours({
      id: id(),
      to: [buyer],
      cc: copies ? [{ name: '', address: `boss@b${n}.test` }] : [],
      date: day(of),
      text: words,
      ...change,
    });
  if (has('only no-reply')) copies = false;
  const messages: Message[] = [];
  if (noise.includes('earlier talk')) messages.push(mine(-20), theirs(-19, {}));
  if (has('hold')) messages.push(theirs(0, { text: 'Please, not before 15 December 2026.' }));
  if (has('opt-out')) messages.push(theirs(0, { text: 'Please do not contact us again.' }));
  if (has('two follow-ups')) messages.push(mine(1), mine(1));
  const last = mine(asked);
  messages.push(last);
  if (noise.includes('newsletter'))
    messages.push(theirs(asked + 1, { signals: { 'list-unsubscribe': '<x>' }, read: false }));
  if (noise.includes('absence over'))
    messages.push(theirs(asked, { text: 'I am back tomorrow.', signals: { 'auto-submitted': 'auto-replied' } }));
  if (has('unread')) messages.push(theirs(asked + 1, { read: false, text: 'I will send it by tomorrow.' }));
  if (has('meeting')) messages.push(theirs(asked, { text: 'When: 20 November 2026', attachments: ['invite.ics'] }));
  if (has('bounce')) messages.push(theirs(asked + 1, { from: { name: '', address: 'mailer-daemon@x.test' } }));
  const ref = `thread-${n}`;
  return {
    deal: { ...deal, id: `d${n}`, status: has('closed') ? 'lost' : 'open' },
    contacts: [{ ...contact, emails: [buyer.address], optOut: has('CRM opt-out') ? 'yes' : 'no' }],
    threads: [{ ...thread(...messages), ref }],
    threadsWithDraft: new Set(has('draft') ? [ref] : []),
    followedUp: new Set(has('followed up') ? [last.id] : []),
  };
}

describe('over many deals', () => {
  test('nothing is drafted that must not be, and never more than there is room for', () => {
    let drafted = 0;
    let deals = 0;
    fc.assert(
      fc.property(
        fc.array(someDeal, { minLength: 10, maxLength: 10 }),
        fc.integer({ min: 0, max: 10 }),
        (list, room) => {
          const all = list.map(dealOf);
          const { drafts, deals: judged } = plan(all, room);
          drafted += drafts.length;
          deals += all.length;
          expect(drafts.length).toBeLessThanOrEqual(room);
          expect(drafts.map(({ dealId }) => dealId).sort()).toEqual(
            judged
              .filter(({ picked }) => picked)
              .map(({ dealId }) => dealId)
              .sort(),
          );
          for (const { dealId, reply } of drafts) {
            const n = Number(dealId.slice(1));
            expect(list[n]?.obstacles.filter((each) => each !== 'only no-reply' || !list[n]?.copies)).toEqual([]);
            const people = new Set(
              all[n]?.threads.flatMap(({ messages }) =>
                messages.flatMap(({ from, to, cc }) => [from, ...to, ...cc].map((each) => each?.address)),
              ),
            );
            for (const { address } of [...reply.to, ...reply.cc]) {
              expect(people).toContain(address);
              expect(rep.addresses).not.toContain(address);
              expect(address).not.toMatch(/^no-reply/);
            }
          }
          for (const each of judged) expect(each.picked).toBe(each.notPicked === null);
        },
      ),
      { numRuns: 200 },
    );
    expect(deals).toBeGreaterThanOrEqual(2_000);
    // So that drafting nothing at all is no way to pass.
    expect(drafted).toBeGreaterThan(100);
  });

  test('the same day gives the same plan, in whatever order the deals come', () => {
    fc.assert(
      fc.property(fc.array(someDeal, { minLength: 2, maxLength: 8 }), (list) => {
        const all = list.map(dealOf);
        const once = plan(all);
        expect(plan(all)).toEqual(once);
        const ids = ({ drafts }: ReturnType<typeof plan>) => drafts.map(({ dealId }) => dealId).sort();
        expect(ids(plan(all.toReversed()))).toEqual(ids(once));
      }),
      { numRuns: 100 },
    );
  });
});

test('only what is chosen is worded, and a deal without a wording leaves its place to another', () => {
  const all = ['d1', 'd2', 'd3', 'd4'].map((id) =>
    facts({
      deal: { ...deal, id },
      contacts: [{ ...contact, id, emails: [`${id}@buyer.test`] }],
      threads: [
        {
          ...thread(
            ours({
              id: `<${id}>`,
              to: [{ name: '', address: `${id}@buyer.test` }],
              text: `Would the tier ${id} be enough for you?`,
            }),
          ),
          ref: id,
        },
      ],
    }),
  );
  const day = (render: Render) => planDay(all, rep, policy, 1, render, now);
  let wordings = 0;
  const [chosen] = day((...given) => {
    wordings += 1;
    return render(...given);
  }).drafts;
  expect(wordings).toBe(1);
  const first = chosen?.dealId ?? '';
  const { deals, drafts } = day((template, given) =>
    String(given.said ?? first).includes(first) ? 'See https://evil.test' : render(template, given),
  );
  expect(drafts).toHaveLength(1);
  expect(drafts[0]?.dealId).not.toBe(first);
  expect(deals.find(({ dealId }) => dealId === first)?.notPicked).toContain('no wording there is for it may stand');
});

test('a draft carries the words it rests on', () => {
  const { drafts } = plan([facts()]);
  expect(drafts).toMatchObject([
    {
      dealId: 'd1',
      followUp: { parent: '<m2@seller.test>' },
      reply: { subject: 'Re: Pilot in Lyon', to: [{ address: 'dana@buyer.test' }], inReplyTo: '<m2@seller.test>' },
      evidence: [{ messageId: '<m2@seller.test>', quote: 'Would the second tier with forty seats be enough for you?' }],
    },
  ]);
  expect(drafts[0]?.followUp.template).toBe('follow-up/question_open.en');
  expect(drafts[0]?.reply.text).toMatch(/^Hi Dana,\n\nIt was on 3 November: ".*be enough for you\?"\n\nBest regards/);
});

test('nobody to write to takes no room from others', () => {
  const alone = facts({
    threads: [thread(ours({ to: [{ name: '', address: 'noreply@buyer.test' }] }))],
    contacts: [{ ...contact, emails: ['noreply@buyer.test'] }],
  });
  const other = facts({ deal: { ...deal, id: 'd2' }, threads: [{ ...thread(ours({ id: '<b>' })), ref: 'b' }] });
  const { deals, drafts } = plan([alone, other], 1);
  expect(deals[0]?.notPicked).toContain('nobody in the thread may be written to');
  expect(drafts.map(({ dealId }) => dealId)).toEqual(['d2']);
});

test('a mail without words of its own is nothing to refer to', () => {
  const empty = facts({ threads: [thread(ours({ text: 'On 1/5/26, Dana Berg wrote:\n> Well?' }))] });
  expect(plan([empty]).deals[0]?.notPicked).toContain('nothing in it can be referred to');
});

test('of deals with one person the most pressing gets the draft of the day; a colleague may be copied in on all', () => {
  const jo = { name: 'Jo', address: 'jo@seller.test' };
  const lee = { name: '', address: 'lee@other.test' };
  const asked = (id: string, day: number, to = { name: 'Dana Berg', address: 'dana@buyer.test' }) =>
    facts({
      deal: { ...deal, id },
      contacts: [{ ...contact, emails: [to.address] }],
      threads: [
        { ...thread(ours({ id: `<${id}>`, to: [to], cc: [jo], date: new Date(Date.UTC(2026, 9, day, 9)) })), ref: id },
      ],
    });
  const { deals, drafts } = plan([asked('d1', 28), asked('d2', 20), asked('d3', 26, lee)]);
  expect(drafts.map(({ dealId }) => dealId)).toEqual(['d2', 'd3']);
  expect(deals[0]?.notPicked).toBe('dana@buyer.test gets another follow-up today');
});
