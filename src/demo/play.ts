/** How the play is told and held to its script: what is said on each morning and of each act, and what counts as a fault. */
import type { DecisionName } from '../domain/verdict.ts';
import { nextMorning } from './clock.ts';
import { civil } from './inbox-mail.ts';
import type { MailClient, MailView } from './mailbox.ts';
import { clockText, threadOf } from './page.ts';
import {
  closedDeals,
  type Decided,
  decidedAfter,
  draftedSoFar,
  draftInMailbox,
  judgedDeals,
  ledgerHead,
} from './record.ts';
import type { Stage } from './stage.ts';

/** Says what must hold, and notes a fault when it does not. */
export type Check = (holds: boolean, what: string) => void;

/** What a draft must have ended in. */
export interface Acted {
  dealId: string;
  decision: string;
  verdict: string;
}

/** What a verdict means for the deal. Any other: nobody decided. */
const decisions: Partial<Record<string, DecisionName>> = {
  sent_as_is: 'approved',
  sent_edited: 'approved_edited',
  discarded: 'rejected',
};

export function startPlay<Act extends string>(
  stage: Stage,
  say: (line: string) => void,
  verdicts: Record<Act, string>,
) {
  const { rep } = stage.inbox;
  const faults: string[] = [];
  const acted: Acted[] = [];
  const announced = new Set<string>();
  /** The last ledger entry of which has been told. */
  let told = 0;
  /** The last morning to which somebody slept. */
  let morningNow = stage.now();

  const check: Check = (holds, what) => {
    say(`  ${holds ? '✓' : '✗'} ${what}`);
    if (!holds) faults.push(what);
  };
  const scene = (what: string): void => say(`\n${clockText({ now: stage.now(), zone: rep.zone })}: ${what}`);
  const tell = ({ deal, verdict, flags, why, decision, seq, hash, logged }: Decided): void => {
    say(`  verdict        ${[verdict, ...flags].join(', ')} for ${deal}. ${why}`);
    say(`  decision       ${decision ? `${decision}, by ${rep.address}` : 'none: nobody decided'}`);
    say(`  ledger         entry ${seq}, hash ${hash.slice(0, 16)}…`);
    say(`  decisions.csv  ${logged ? `${logged.deal_id}: ${logged.text}` : 'nothing'}`);
  };
  const draft = async (dealId: string): Promise<MailView> => {
    const found = await draftInMailbox(stage, dealId);
    if (!found) throw new Error(`There is no draft for ${dealId} to play with.`);
    return found;
  };

  return {
    faults,
    acted,
    scene,
    check,
    draft,

    /** What has appeared by now: exactly these deals got a draft. The first morning also says why the others did not. */
    async morning(dealIds: string[], what: string): Promise<void> {
      scene(what);
      const drafts = (await draftedSoFar(stage)).filter(({ placementId }) => !announced.has(placementId));
      for (const { deal, day, reasons } of drafts)
        say(`  new draft      ${deal}: ${reasons.join(' ')}${day === civil(stage.now()) ? '' : ` (since ${day})`}`);
      if (announced.size === 0) await tellOthers(stage, say, check);
      for (const { placementId } of drafts) announced.add(placementId);
      const got = drafts.map(({ dealId }) => dealId).sort();
      check(got.join() === [...dealIds].sort().join(), `new drafts for ${dealIds.join(', ')} and no others`);
      told = await ledgerHead(stage);
    },

    /** Someone does something, or time passes, and one draft comes to its end. */
    async act(name: Act, dealId: string, what: string, play: () => Promise<unknown>): Promise<void> {
      scene(what);
      const verdict = verdicts[name];
      const decision = decisions[verdict] ?? '';
      acted.push({ dealId, decision, verdict });
      await play();
      const decided = await decidedAfter(stage, told);
      told = await ledgerHead(stage);
      for (const each of decided) tell(each);
      const got = decided.map((each) => `${each.dealId} ${each.verdict} ${each.decision}`).join('; ') || 'nothing';
      const asActed = got === `${dealId} ${verdict} ${decision}`;
      const wanted = `${name}: ${verdict}${decision ? `, ${decision}` : ''}`;
      check(asActed, asActed ? wanted : `${wanted}, but it was ${got}`);
      const logged = decided.length > 0 && decided.every((each) => each.logged !== null);
      check(logged, 'logged against the deal in the CRM');
    },

    /** Whether nothing was decided since the last act or morning. */
    undecided: async (): Promise<boolean> => (await decidedAfter(stage, told)).length === 0,

    async withDraft(dealId: string, does: (mail: MailClient, of: MailView) => Promise<unknown>): Promise<void> {
      const of = await draft(dealId);
      await stage.act((mail) => does(mail, of));
    },

    /** The last mail of a draft's conversation, which is what people answer. */
    lastMail: async (dealId: string): Promise<MailView> =>
      threadOf(await draft(dealId), await stage.mail.list()).at(-1) as MailView,

    /** Until so many working mornings after the last one, if that is not over already. */
    async sleep(nights: number): Promise<void> {
      for (let night = 0; night < nights; night++) {
        morningNow = nextMorning(morningNow);
        await stage.skipTo(morningNow);
      }
    },
  };
}

/** Says of each deal without a draft why it has none. */
async function tellOthers(stage: Stage, say: (line: string) => void, check: Check): Promise<void> {
  const withDraft = new Set((await draftedSoFar(stage)).map(({ dealId }) => dealId));
  const deals = await judgedDeals(stage);
  for (const { dealId, deal, reasons, notPicked } of deals)
    if (!withDraft.has(dealId)) say(`  no draft       ${deal}: ${notPicked}.${reasons[0] ? ` (${reasons[0]})` : ''}`);
  for (const { deal, why } of await closedDeals(stage)) say(`  no draft       ${deal}: ${why}.`);
  const stalled = deals.filter((each) => each.stalled).length;
  const may = Object.values(stage.inbox.expected).filter((rule) => rule === 'draft').length;
  check(withDraft.size === 3, `${stalled} deals have stalled, ${may} may get a draft, 3 a day are enough`);
}
