import { describe, expect, test } from 'vitest';
import type { DealFacts } from '../../src/domain/assess.ts';
import { type Finding, type FindingKind, indexFindings } from '../../src/domain/findings.ts';
import type { Judgement } from '../../src/domain/verdict.ts';
import { reasonToWithdraw } from '../../src/domain/withdraw.ts';
import { contact, deal, facts, mail, ours, rep, thread } from './deals.ts';
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
    [
      'a meeting is booked',
      'a meeting has been booked',
      {},
      then({ text: 'When: 20 November 2026', attachments: ['invite.ics'] }),
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

describe('a draft goes for what is found outside of its deal', () => {
  const found = (kind: FindingKind, change: Partial<Finding> = {}): Partial<DealFacts> => ({
    contacts: [{ ...contact, emails: ['dana@buyer.test', 'd.berg@old.test'] }, sam],
    outside: indexFindings([
      {
        kind,
        address: 'dana@buyer.test',
        messageId: '<out>',
        date: new Date('2026-11-10T10:00:00Z'),
        until: null,
        scope: 'person',
        quote: '',
        ...change,
      },
    ]),
  });
  const sam = { ...contact, id: 'c2', name: 'Sam Roth', emails: ['sam@other.test'] };
  const to = { ...placed, recipients: ['dana@buyer.test'] };
  const why = (change: Partial<DealFacts>) =>
    reasonToWithdraw(pending, to, facts(change), rep, policy, new Date('2026-11-11T11:00:00Z'));
  const early = { date: new Date('2026-11-09T10:00:00Z') };

  test.each<[string, Partial<DealFacts>]>([
    ['dana@buyer.test asked in another mail not to be contacted', found('opt_out')],
    ['dana@buyer.test asked in another mail not to be contacted', found('hold', { until: '2026-12-01', ...early })],
    ['sam@other.test asked in another mail not to be contacted', found('opt_out', { address: 'sam@other.test' })],
    ['dana@buyer.test is away', found('absence', { until: '2026-12-01' })],
    ['dana@buyer.test wrote another mail, which you have not read yet', found('unread')],
    [
      'd.berg@old.test wrote another mail, which you have not read yet',
      found('unread', { address: 'd.berg@old.test' }),
    ],
    ['dana@buyer.test wrote something elsewhere that cannot be read here', found('unreadable')],
    ['a mail to dana@buyer.test came back undelivered', found('bounce')],
    ['a meeting with dana@buyer.test has been booked', found('meeting', { until: '2026-11-20' })],
  ])('%s', (reason, change) => {
    expect(why(change)).toBe(reason);
  });

  test.each<[string, Partial<DealFacts>]>([
    ['a rest that is over', found('hold', { until: '2026-11-11' })],
    ['an absence of before', found('absence', { until: '2026-12-01', ...early })],
    ['a bounce of before', found('bounce', early)],
    ['a bounce at another address', found('bounce', { address: 'd.berg@old.test' })],
    ['somebody else’s mail', found('unread', { address: 'sam@other.test' })],
    ['a meeting that was', found('meeting', { until: '2026-11-10' })],
    ['a mail of ours', found('sent')],
  ])('but not for %s', (_, change) => {
    expect(why(change)).toBeNull();
  });

  test('and none of it takes back what the rep edited', () => {
    const edited = { ...pending, flags: ['edited' as const] };
    const now = new Date('2026-11-11T11:00:00Z');
    expect(reasonToWithdraw(edited, to, facts(found('opt_out')), rep, policy, now)).toBeNull();
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
