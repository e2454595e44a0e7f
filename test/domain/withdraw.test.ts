import { describe, expect, test } from 'vitest';
import type { DealFacts } from '../../src/domain/assess.ts';
import type { Judgement } from '../../src/domain/verdict.ts';
import { reasonToWithdraw } from '../../src/domain/withdraw.ts';
import { deal, facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

const pending: Judgement = {
  verdict: 'pending',
  flags: [],
  final: false,
  why: '',
  evidence: [],
  question: null,
  recheckAt: null,
};
/** Placed on Tuesday, 10 November. */
const placed = { placedAt: new Date('2026-11-10T08:00:00Z'), parent: '', stage: 'Proposal' };
const reason = (judgement: Partial<Judgement>, change: Partial<DealFacts> = {}, day = '2026-11-11') =>
  reasonToWithdraw({ ...pending, ...judgement }, placed, facts(change), rep, policy, new Date(`${day}T11:00:00Z`));
const then = (change: Parameters<typeof mail>[0]) => ({
  threads: [thread(ours(), mail({ id: '<new>', date: new Date('2026-11-10T10:00:00Z'), ...change }))],
});

describe('a draft goes', () => {
  test.each<[string, string, Partial<Judgement>, Partial<DealFacts>]>([
    ['the prospect answered', 'dana@buyer.test answered', {}, then({})],
    ['the prospect asked for silence', 'dana@buyer.test answered', {}, then({ text: 'Not before March, please.' })],
    [
      'the mail before came back',
      'the last mail came back undelivered',
      {},
      then({ from: { name: '', address: 'mailer-daemon@x.test' } }),
    ],
    [
      'the prospect is away',
      'dana@buyer.test is away',
      {},
      then({ text: 'I am out of the office.', signals: { 'auto-submitted': 'auto-replied' } }),
    ],
    ['the deal is won', 'the deal is won', {}, { deal: { ...deal, status: 'won' } }],
    ['the stage moved', 'the deal moved from "Proposal" to "Closing"', {}, { deal: { ...deal, stage: 'Closing' } }],
    ['the rep wrote', 'you answered the thread yourself', { verdict: 'superseded', final: true }, {}],
  ])('when %s', (_, why, judgement, change) => {
    expect(reason(judgement, change)).toBe(why);
  });

  test('after five working days untouched, not before', () => {
    expect(reason({}, {}, '2026-11-16')).toBeNull();
    expect(reason({}, {}, '2026-11-17')).toBe('it lay untouched for 5 working days');
  });
});

describe('a draft stays', () => {
  test.each<[string, Partial<Judgement>, Partial<DealFacts>]>([
    ['nothing happened', {}, {}],
    ['the prospect wrote before it was placed', {}, then({ date: new Date('2026-11-10T07:00:00Z') })],
    ['a newsletter came', {}, then({ signals: { 'list-unsubscribe': '<x>' } })],
    ['the rep edited it', { flags: ['edited'] }, then({})],
    ['the rep moved it', { flags: ['moved'] }, then({})],
    ['the rep edited it and wrote', { verdict: 'superseded', flags: ['edited'] }, {}],
    ['what the rep wrote may have been it', { verdict: 'superseded', flags: ['inferred'] }, {}],
  ])('when %s', (_, judgement, change) => {
    expect(reason(judgement, change)).toBeNull();
  });

  test.each(['sent_as_is', 'sent_edited', 'discarded', 'withdrawn', 'unknown', 'scheduled'] as const)(
    'when it is %s',
    (verdict) => {
      expect(reason({ verdict }, then({}), '2026-12-17')).toBeNull();
    },
  );
});
