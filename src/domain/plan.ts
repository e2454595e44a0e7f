/** One rep's day: every deal assessed, the picks, and the drafts they would get. The service and the dry run share it. */
import { type Assessment, assessCase, caseOf, type DealFacts, type Rep } from './assess.ts';
import { type Evidence, evidenceOf, planFollowUp } from './compose.ts';
import { aroundEach } from './elsewhere.ts';
import type { Reply } from './mail.ts';
import type { Rule } from './never.ts';
import { byScore, isReady, type Picked, pick } from './pick.ts';
import type { Policy } from './policy.ts';

export interface Draft {
  dealId: string;
  /** Message-ID of the mail that is followed up. */
  parent: string;
  reply: Reply;
  evidence: Evidence[];
}

/** Renders a template by name; throws on an unknown one. */
export type Render = (template: string, facts: Record<string, unknown>) => string;

export interface Plan {
  deals: Picked[];
  drafts: Draft[];
}

/** What else a day may know. */
export interface DayOptions {
  /** Why there is no room, where there is none; the end of "No draft: …". */
  noRoom?: string | undefined;
  /** Those of `never.ts`, where not told otherwise. */
  rules?: readonly Rule[];
}

/** Pure but for `render`, which must be so too. `room` is how many drafts the rep may still get today. */
export function planDay(
  deals: readonly DealFacts[],
  rep: Rep,
  policy: Policy,
  room: number,
  render: Render,
  now: Date,
  { noRoom, rules }: DayOptions = {},
): Plan {
  const assessed = assessDay(deals, rep, policy, now, rules).map((assessment, at) => {
    const facts = deals[at];
    if (!facts || !isReady(assessment)) return assessment;
    const someone = planFollowUp(assessment, facts.threads, facts.contacts, rep, now);
    return someone
      ? assessment
      : { ...assessment, never: 'nobody in the thread may be written to, or nothing in it can be referred to' };
  });
  const picks = pick(assessed, room, noRoom);
  const drafts = picks
    .filter(({ picked }) => picked)
    .sort(byScore)
    .flatMap((picked) => {
      const facts = deals.find(({ deal }) => deal.id === picked.dealId);
      const followUp = facts && planFollowUp(picked, facts.threads, facts.contacts, rep, now);
      if (!followUp) return [];
      const text = render(followUp.template, { ...followUp.facts }).trim();
      return [
        {
          dealId: picked.dealId,
          parent: followUp.parent,
          reply: { ...followUp.reply, text },
          evidence: evidenceOf(text, followUp),
        },
      ];
    });
  return { deals: picks, drafts };
}

/** All deals of a rep judged together: who asked for rest in one deal is left alone in the others. In the order given. */
export function assessDay(
  deals: readonly DealFacts[],
  rep: Rep,
  policy: Policy,
  now: Date,
  rules?: readonly Rule[],
): Assessment[] {
  const cases = deals.map((facts) => caseOf(facts, rep, policy, now));
  const around = aroundEach(cases);
  return cases.map((deal, at) => assessCase(deal, around[at], rules));
}
