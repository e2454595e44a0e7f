/** One rep's day: every deal assessed, the picks, and the drafts they would get. The service and the dry run share it. */
import { addressSet, companyDomain } from './addresses.ts';
import { type Assessment, assessCase, caseOf, type DealFacts, type Rep } from './assess.ts';
import type { Contact } from './deal.ts';
import { aroundEach } from './elsewhere.ts';
import type { Reply } from './mail.ts';
import type { Rule } from './never.ts';
import { knownPeople } from './people.ts';
import { byScore, isReady, type Picked, pick, type Written } from './pick.ts';
import type { Policy } from './policy.ts';
import { type Evidence, type FollowUp, planFollowUp, type Voice } from './writing/compose.ts';
import { fromTemplate, type Render, type Templated, whyNone } from './writing/from-template.ts';

export interface Draft {
  dealId: string;
  /** Everything that was decided before a word was written: a model may write it instead. */
  followUp: FollowUp;
  /** As the template says it. */
  reply: Reply;
  evidence: Evidence[];
}

export type { Render } from './writing/from-template.ts';

export interface Plan {
  deals: Picked[];
  drafts: Draft[];
}

/** What else a day may know. */
export interface DayOptions {
  /** Why there is no room, where there is none; the end of "No draft: …". */
  noRoom?: string | undefined;
  /** Follow-ups of the day, and drafts that lie there. */
  written?: readonly Written[];
  /** Those of `never.ts`, where not told otherwise. */
  rules?: readonly Rule[];
  /** The rep's manner and public notes; nothing where absent. */
  voice?: Voice;
}

/** Pure but for `render`, which must be so too. `room` is how many drafts the rep may still get today. */
export function planDay(
  deals: readonly DealFacts[],
  rep: Rep,
  policy: Policy,
  room: number,
  render: Render,
  now: Date,
  { noRoom, written = [], rules, voice }: DayOptions = {},
): Plan {
  const followUps = new Map<string, FollowUp>();
  const assessed = assessDay(deals, rep, policy, now, rules).map((assessment, at) => {
    const facts = deals[at];
    if (!facts || !isReady(assessment)) return assessment;
    const followUp = planFollowUp(assessment, facts.threads, facts.contacts, rep, now, voice);
    if (followUp) followUps.set(assessment.dealId, followUp);
    return followUp
      ? assessment
      : { ...assessment, never: 'nobody in the thread may be written to, or nothing in it can be referred to' };
  });
  const contacts = deals.flatMap((deal) => deal.contacts);
  const isTheirs = outsideOf(rep, contacts);
  const reaches = new Map([...followUps].map(([id, { reply }]) => [id, recipients(reply).filter(isTheirs)]));
  const people = knownPeople(contacts);
  return worded(followUps, render, (unworded) =>
    pick(
      assessed.map((each) => ({ ...each, never: unworded.get(each.dealId) ?? each.never })),
      room,
      { noRoom, reaches, people, written },
    ),
  );
}

/**
 * Words what is chosen. Only that: of many deals that are ready few are, and each wording takes longer than its deal's judgement. A deal for which there
 * is none leaves its place to another.
 */
function worded(
  followUps: ReadonlyMap<string, FollowUp>,
  render: Render,
  choose: (unworded: ReadonlyMap<string, string>) => Picked[],
): Plan {
  const unworded = new Map<string, string>();
  const drafts = new Map<string, Draft>();
  for (;;) {
    const deals = choose(unworded);
    const chosen = deals.filter(({ picked }) => picked).sort(byScore);
    const before = unworded.size;
    for (const { dealId } of chosen) {
      const followUp = followUps.get(dealId);
      if (!followUp || drafts.has(dealId)) continue;
      const templated = fromTemplate(followUp, render);
      if (templated) drafts.set(dealId, draftOf(dealId, followUp, templated));
      else unworded.set(dealId, whyNone(followUp, render));
    }
    if (unworded.size === before) return { deals, drafts: chosen.flatMap(({ dealId }) => drafts.get(dealId) ?? []) };
  }
}

export const recipients = ({ to, cc }: Pick<Reply, 'to' | 'cc'>): string[] =>
  [...to, ...cc].map(({ address }) => address);

/** Whether an address is not one of the rep's own company; a colleague may be copied in on any number of mails. */
function outsideOf({ addresses }: Rep, contacts: readonly Contact[]): (address: string) => boolean {
  const known = addressSet(contacts.flatMap(({ emails }) => emails));
  const house = new Set(addresses.map((address) => companyDomain(address)));
  house.delete(null);
  return (address) => known.has(address) || !house.has(companyDomain(address));
}

function draftOf(dealId: string, followUp: FollowUp, { text, evidence }: Templated): Draft {
  return { dealId, followUp, reply: { ...followUp.reply, text }, evidence };
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
