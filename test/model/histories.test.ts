/** Whatever a rep, the clients and a failing mailbox do together: never a decision that the rep did not make. `soak.ts` runs many more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable } from '../../src/domain/text.ts';
import { type Judgement, judge, type Seen } from '../../src/domain/verdict.ts';
import { buyer, holds, placed, policy } from '../domain/placements.ts';
import { clients } from './clients.ts';
import { type History, histories, live } from './histories.ts';
import { run } from './run.ts';
import type { Judge } from './service.ts';

describe('any history', () => {
  test('ends in no wrong approval and no wrong rejection, and evidence is never missed', () => {
    const seed = Number(process.env.COUNTERSIGN_SEED ?? Math.floor(Math.random() * 2 ** 31));
    const { tally, counterexample } = run({ histories: 2_000, seed });
    console.log(`${tally}\n${tally.histories} histories, seed ${seed}`);
    expect(counterexample?.join('\n') ?? '').toBe('');
  });

  test('is judged the same again, and whatever the hour when nothing was left open', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { scans } = live(history);
        const last = scans.at(-1)?.at ?? placed.placedAt;
        const once = judge(placed, scans, policy, holds, last);
        expect(judge(placed, structuredClone(scans), policy, holds, last)).toEqual(once);
        if (once.final) expect(judge(placed, scans, policy, holds, new Date(last.getTime() + 1e10))).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });
});

/** The rule of a neighbour (`facts/drafts.md` §5.1): a mail to the prospect after the draft is gone was the draft; else it was deleted. */
const naive: Judge = (placement, scans) => {
  const look = scans.at(-1)?.seen ?? [];
  const said = (verdict: Judgement['verdict'], final = true): Judgement => ({
    verdict,
    flags: [],
    final,
    why: 'The draft is gone.',
    evidence: [],
    question: null,
    recheckAt: null,
  });
  if (look.some(({ place }) => place === 'drafts')) return said('pending', false);
  const toThem = ({ place, draft, to }: Seen) => place === 'sent' && !draft && to.includes(buyer);
  const reply = look.find(toThem);
  if (!reply) return said('discarded');
  return said(comparable(reply.text) === comparable(placement.text) ? 'sent_as_is' : 'sent_edited');
};

describe('a judge that guesses', () => {
  test.each([1, 2, 3])('is found out within a few hundred histories (seed %i)', (seed) => {
    const { after, counterexample } = run({ histories: 300, seed, judge: naive });
    expect(after).toBeLessThan(300);
    expect(counterexample?.at(-1)).toMatch(/^wrong: /);
    // Readable: an act or two, a look, a verdict.
    expect(counterexample?.length).toBeLessThan(14);
  });

  test('is wrong about the deleted draft and the mail by hand', () => {
    const history = plain('Thunderbird', 'delete and write by hand');
    expect(live(history, naive).faults.join()).toContain('approved_edited, but what the rep did is: deleted');
    expect(live(history).faults).toEqual([]);
  });

  test('is wrong about a draft that was only moved', () => {
    const history = plain('Roundcube', 'move to a folder');
    expect(live(history, naive).faults.join()).toContain('rejected, but what the rep did is: lies there');
    expect(live(history).faults).toEqual([]);
  });
});

/** Acts half an hour apart with the first values of all open habits, looked at all the time. */
function plain(client: string, ...acts: History['acts'][number]['act'][]): History {
  return {
    client,
    dice: [],
    second: null,
    keepsCopies: true,
    acts: acts.map((act) => ({ wait: 130, act, which: 1, second: false, notices: [0.05] })),
    weather: [{ minutes: 700, kind: 'polled', every: 7, hidden: [] }],
  };
}

/** So that silence is no way to pass: what can be known is said. */
describe('plain histories', () => {
  test.each(clients.map(({ name }) => name))('in %s each act gets its verdict', (client) => {
    const act = (...acts: History['acts'][number]['act'][]): string => {
      const { verdict, faults } = live(plain(client, ...acts));
      expect(faults).toEqual([]);
      return verdict;
    };
    expect(act('send')).toBe('sent_as_is');
    expect(act('save as it is', 'send')).toBe('sent_as_is');
    expect(act('edit a little', 'send')).toBe('sent_edited');
    expect(act('edit a little', 'edit back', 'send')).toBe('sent_as_is');
    expect(act('edit a little and send')).toBe('sent_edited');
    expect(act('delete')).toBe('discarded');
    expect(act('delete', 'restore', 'send')).toBe('sent_as_is');
    expect(act('delete and write by hand')).toBe('superseded');
    expect(act('write by hand')).toBe('superseded');
    expect(act('move to a folder')).toBe('pending');
    expect(act('go offline', 'send')).toBe('sent_as_is');
    expect(act('the prospect writes')).toBe('withdrawn');
  });

  test('mail scheduled in Outlook on the web is called so until it goes out', () => {
    const { lines, verdict, faults } = live(plain('Outlook on the web', 'schedule'));
    expect(faults).toEqual([]);
    const [waits, left] = lines.filter((line) => line.includes('verdict:'));
    expect(waits).toContain('verdict: scheduled …');
    expect(left).toContain('verdict: sent_as_is');
    expect(verdict).toBe('sent_as_is');
  });
});
