/** Whatever a rep, a client and a failing mailbox do together: never a decision that the rep did not make. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionOf, type Judgement, judge } from '../../src/domain/verdict.ts';
import { at, holds, placed, policy } from './placements.ts';
import { type History, histories, live, type Truth } from './simulated-rep.ts';

/**
 * What is wrong with a judgement, given what the rep did; null when nothing is. A rejection speaks of the last complete look: what the rep
 * sent after all, a moment ago, no broken look can know.
 */
function fault(judgement: Judgement, truth: Truth, truthSeen: Truth): string | null {
  const decision = decisionOf(judgement);
  const inferred = judgement.flags.includes('inferred');
  const right =
    decision === null ||
    (decision === 'approved' && truth === 'sent as it was') ||
    // Inferred says that the words are not known.
    (decision === 'approved_edited' && (truth === 'sent, changed' || (inferred && truth === 'sent as it was'))) ||
    (decision === 'rejected' && truthSeen === 'deleted');
  return right ? null : `${decision}, but: ${truth}. ${judgement.why}`;
}

function faults(history: History): string[] {
  const { judged, withdrawnAt } = live(history);
  return judged.flatMap(({ scans, truth, truthSeen }) => {
    const now = scans.at(-1)?.at ?? at(0);
    const { keepsSentCopies } = history;
    const facts = { ...placed, keepsSentCopies, withdrawnAt: withdrawnAt && withdrawnAt <= now ? withdrawnAt : null };
    return fault(judge(facts, scans, policy, holds, now), truth, truthSeen) ?? [];
  });
}

describe('any history', () => {
  test('ends in no wrong approval and no wrong rejection', () => {
    fc.assert(
      fc.property(histories, (history) => {
        expect(faults(history)).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  test('is judged the same again, and whatever the hour when nothing was left open', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const scans = live(history).judged.at(-1)?.scans ?? [];
        const once = judge(placed, scans, policy, holds, scans.at(-1)?.at ?? at(0));
        expect(judge(placed, structuredClone(scans), policy, holds, scans.at(-1)?.at ?? at(0))).toEqual(once);
        if (once.final) expect(judge(placed, scans, policy, holds, at(99_999))).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });
});

/** So that silence is no way to pass: what can be known is said. */
describe('plain histories', () => {
  const habits: History['habits'] = {
    idOnSave: 'new',
    idOnSend: 'keep',
    saveOverlap: 0,
    oldStates: 'expunge',
    onDelete: 'trash',
    onSend: 'expunge',
    copyLag: 1,
    copyPlace: 'sent',
    dress: 'plain',
    marksMoved: true,
    namesDraft: false,
    clockMinutes: 0,
  };
  const last = (acts: History['acts'], change: Partial<History['habits']> = {}) => {
    const looks = [{ wait: 6_000, watched: true, hidden: [], broken: false }];
    const { judged } = live({ habits: { ...habits, ...change }, keepsSentCopies: true, acts, looks });
    const scans = judged.at(-1)?.scans ?? [];
    const { verdict, flags } = judge(placed, scans, policy, holds, scans.at(-1)?.at ?? at(0));
    return [verdict, ...flags].join(' ');
  };
  const clients: [string, Partial<History['habits']>][] = [
    ['Thunderbird', {}],
    ['K-9', { idOnSend: 'new', saveOverlap: 2 }],
    ['Roundcube', { idOnSave: 'keep', copyLag: -1 }],
  ];

  test.each(clients)('in %s each act gets its verdict', (_, client) => {
    const act = (...list: History['acts'][number]['act'][]) =>
      last(
        list.map((each) => ({ wait: 30, act: each, which: 1 })),
        client,
      );
    expect(act('send')).toBe('sent_as_is');
    expect(act('save as it is', 'send')).toBe('sent_as_is');
    expect(act('edit a little', 'send')).toBe('sent_edited');
    expect(act('edit a little', 'edit back', 'send')).toBe('sent_as_is');
    expect(act('edit a little and send')).toMatch(/^sent_edited/);
    expect(act('delete')).toBe('discarded');
    expect(act('delete', 'restore')).toBe('pending');
    expect(act('delete', 'restore', 'send')).toBe('sent_as_is');
    expect(act('delete and write by hand')).toBe('superseded inferred');
    expect(act('write by hand')).toBe('superseded');
    expect(act('move to a folder')).toBe('pending moved');
  });
});
