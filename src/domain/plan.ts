/** One rep's day: every deal assessed, the picks, and the drafts they would get. The service and the dry run share it. */
import { assess, type DealFacts, type Rep } from './assess.ts';
import { type Evidence, evidenceOf, planFollowUp } from './compose.ts';
import type { Reply } from './mail.ts';
import { type Picked, pick } from './pick.ts';
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

/** Pure but for `render`, which must be so too. `room` is how many drafts the rep may still get today. */
export function planDay(
  deals: readonly DealFacts[],
  rep: Rep,
  policy: Policy,
  room: number,
  render: Render,
  now: Date,
): Plan {
  const assessed = deals.map((facts) => {
    const assessment = assess(facts, rep, policy, now);
    if (!assessment.stalled || assessment.never !== null) return assessment;
    const someone = planFollowUp(assessment, facts.threads, facts.contacts, rep, now);
    return someone
      ? assessment
      : { ...assessment, never: 'nobody in the thread may be written to, or nothing in it can be referred to' };
  });
  const picks = pick(assessed, room);
  const drafts = picks
    .filter(({ picked }) => picked)
    .sort((a, b) => b.score - a.score)
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
