/** Looks for each open draft, records what was seen, judges, and takes back what should no longer be there. */
import { eq } from 'drizzle-orm';
import { contactsOfDeals, dealKey, dealsById, type StoredDeal } from '../db/deals.ts';
import { appendLedger } from '../db/ledger.ts';
import { findConnected, type MailboxRow } from '../db/mailboxes.ts';
import { forgetLearned } from '../db/manner.ts';
import {
  addScan,
  draftsOf,
  lastDecision,
  noteUnchanged,
  type OurDraft,
  type PlacedProposal,
  type PlacementRow,
  placementsToSettle,
  revisionNames,
  saveJudgement,
  saveRevisions,
  scansOf,
} from '../db/placements.ts';
import { separated } from '../db/questions.ts';
import { threadsWithReadings } from '../db/readings.ts';
import * as schema from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import type { DealFacts } from '../domain/assess.ts';
import type { VerdictRules } from '../domain/explain.ts';
import { historyOf, type NewScan, ofPlacement } from '../domain/observation.ts';
import { recipients } from '../domain/plan.ts';
import { sentenceChanges } from '../domain/sentence-changes.ts';
import { decisionOf, type Judgement, judge, type PlacementFacts, type Scan, type Seen } from '../domain/verdict.ts';
import { reasonToWithdraw } from '../domain/withdraw.ts';
import type { Mailbox, PlacementQuery, Sighting } from '../mailbox/mailbox.ts';
import { type Context, hashOfLook, mailboxKey, repOf } from './context.ts';
import { besideDeal, findOutside } from './outside.ts';
import { pausedBecause } from './paused.ts';
import { placementFacts, verdictRules } from './placement-facts.ts';
import { noteUnreadable } from './sync-mailbox.ts';

/** After so long without any look, what happened between is a gap. */
const gapMs = 3_600_000;

/** A mail may be on its way for so long; one that is older was there when the draft was proposed. */
const longestWayMs = 2 * 86_400_000;

/** Safe to run twice: a look that shows nothing new changes nothing, and a verdict decides once. */
export async function settle(context: Context, mailboxId: string): Promise<void> {
  const { store } = context;
  const decided = await store.exclusively(mailboxKey(mailboxId), async () => {
    const row = await findConnected(store.db, mailboxId);
    const open = await placementsToSettle(store.db, mailboxId, context.now());
    if (!row || open.length === 0) return [];
    const decisions: string[] = [];
    const unchanged: string[] = [];
    try {
      const facts = await factsOf(context, row, open);
      const drafts = await draftsOf(store.db, mailboxId);
      const obstacles = new Map<string, string | null>();
      for (const { placement, proposal } of open)
        obstacles.set(placement.id, (await separated(store.db, proposal)) ?? (await pausedOf(context, row, proposal)));
      const desk: Desk = { row, mailbox: await context.mailbox(row), facts, obstacles, drafts };
      for (const each of open) {
        const done = await settleOne(context, desk, each);
        if (done === 'unchanged') unchanged.push(each.placement.id);
        else decisions.push(...done);
      }
      await noteUnchanged(store.db, unchanged, context.now());
    } catch (error) {
      await noteUnreadable(context, row, error);
      context.log.warn('settle-problem', { mailbox: row.id, error });
    }
    return decisions;
  });
  for (const id of decided) await context.enqueue('log-decision', id);
  // A decision makes room for another draft, and what was sent changes whose turn it is.
  if (decided.length > 0) {
    await context.enqueue('sync-mailbox', mailboxId);
    await context.enqueue('assess', mailboxId);
  }
}

/** Why nothing of ours may lie in this thread, by a person's word. */
const pausedOf = (context: Context, row: MailboxRow, proposal: PlacedProposal['proposal']): Promise<string | null> =>
  pausedBecause(context, row, proposal, recipients(proposal.reply));

/** What settling one mailbox works with. */
interface Desk {
  row: MailboxRow;
  mailbox: Mailbox;
  /** What is known now of each deal with an open draft, by deal key. */
  facts: Map<string, DealFacts>;
  /** What stands between an open draft and its deal, by placement. */
  obstacles: Map<string, string | null>;
  /** Every draft that was ever placed in it. */
  drafts: OurDraft[];
}

async function factsOf(context: Context, row: MailboxRow, open: PlacedProposal[]): Promise<Map<string, DealFacts>> {
  const { db } = context.store;
  const byCrm = Map.groupBy(open, ({ proposal }) => proposal.crmId);
  const deals: StoredDeal[] = [];
  for (const [crmId, placed] of byCrm)
    deals.push(
      ...(await dealsById(
        db,
        crmId,
        placed.map(({ proposal }) => proposal.dealId),
      )),
    );
  const contacts = await contactsOfDeals(db, deals);
  const threads = Map.groupBy(await threadsWithReadings(db, row.id, deals, repOf(row)), ({ crmId, dealId }) =>
    dealKey({ crmId, id: dealId }),
  );
  const earliest = Math.min(...open.map(({ placement }) => (placement.placedAt ?? placement.intendedAt).getTime()));
  const since = new Date(earliest - longestWayMs);
  const reached = open.map(({ proposal }) => ({ emails: recipients(proposal.reply) }));
  const outside = await findOutside(context, row, [], [...[...contacts.values()].flat(), ...reached], since);
  const none = new Set<string>();
  return new Map(
    deals.map((deal) => {
      const key = dealKey(deal);
      const mine = { contacts: contacts.get(key) ?? [], threads: threads.get(key) ?? [] };
      const known = { ...mine, outside: besideDeal(outside, key) };
      return [key, { deal, ...known, threadsWithDraft: none, followedUp: none }];
    }),
  );
}

/** What the judgement needs of a sighting. */
export function seenOf({ place, ref, draft, ours, scheduled, message }: Sighting): Seen {
  const addresses = (list: { address: string }[]): string[] => list.map(({ address }) => address);
  return {
    place,
    draft,
    ...(ours ? { ours } : {}),
    ...(scheduled ? { scheduled } : {}),
    ref,
    messageId: message.id,
    inReplyTo: message.inReplyTo,
    references: message.references,
    from: message.from?.address ?? '',
    to: addresses(message.to),
    cc: addresses(message.cc),
    bcc: addresses(message.bcc),
    subject: message.subject,
    text: message.text,
    attachments: message.attachments,
    date: message.date,
  };
}

function queryOf(
  facts: PlacementFacts,
  { placement, proposal }: PlacedProposal,
  seen: { messageId: string; ref: string }[],
): PlacementQuery {
  const { messageId, inReplyTo, placedAt } = facts;
  const refs = [placement.ref, ...seen.map(({ ref }) => ref)].filter((ref) => ref !== null && ref !== '');
  return {
    messageId,
    knownIds: [...new Set([messageId, ...seen.map((each) => each.messageId)])],
    refs: [...new Set(refs as string[])],
    threadRef: proposal.reply.threadRef,
    inReplyTo,
    placedAt,
    recipients: [...facts.to, ...facts.cc],
  };
}

/** Looks, records, judges, decides, takes back. `unchanged`: the look showed what the last one did, and nothing is due. */
async function settleOne(context: Context, desk: Desk, each: PlacedProposal): Promise<string[] | 'unchanged'> {
  const { store, newId, policy } = context;
  const { row, mailbox } = desk;
  const { placement } = each;
  const rules = verdictRules(policy, mailbox.holds);
  const facts = await placementFacts(store.db, row, each, desk.drafts);
  const query = queryOf(facts, each, await revisionNames(store.db, placement.id));
  const look = await mailbox.observeDraft(query);
  const at = context.now();
  const seen = look.sightings.map(seenOf).sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const scan: NewScan = { id: newId(), at, complete: look.complete, gap: look.gap, seen };
  const lookHash = hashOfLook(context, scan);
  const stillThere = seen.some(({ place, messageId }) => place === 'drafts' && query.knownIds.includes(messageId));
  if (nothingDue(placement, lookHash, at) && withdrawalReason(context, desk, each, placement, at) === null)
    return 'unchanged';

  let { judgement, scans } = await store.transaction(async (tx) => {
    await noteHole(tx, context, each, at);
    const [fresh] = await tx.select().from(schema.placement).where(eq(schema.placement.id, placement.id));
    const all = await addScan(tx, fresh ?? placement, scan, newId, lookHash);
    await saveRevisions(tx, placement.id, historyOf(facts, ofPlacement(facts, all), rules).revisions);
    return { judgement: judge(facts, all, rules, rules.holds, at), scans: all };
  });

  if (placement.withdrawAt && !placement.withdrawnAt) {
    // We set out to take it back and died. Still there: we did not. Seen elsewhere: somebody else moved it. Nowhere: it was us.
    const seenAnywhere = seen.some(({ messageId }) => query.knownIds.includes(messageId));
    if (stillThere) await forgetWithdrawal(context, placement.id);
    else if (look.complete && !seenAnywhere) {
      facts.withdrawnAt = placement.withdrawAt;
      await noteWithdrawn(context, placement.id, placement.withdrawAt, placement.withdrawReason ?? '');
      judgement = judge(facts, scans, rules, rules.holds, at);
    }
  }
  const decided = await save(context, row, each, judgement, scans, rules);
  const reason = facts.withdrawnAt === null && stillThere ? withdrawalReason(context, desk, each, judgement, at) : null;
  if (reason !== null && (await withdraw(context, mailbox, query, each, reason))) {
    facts.withdrawnAt = context.now();
    const after = judge(facts, scans, rules, rules.holds, facts.withdrawnAt);
    decided.push(...(await save(context, row, each, after, scans, rules)));
  }
  return decided;
}

/** Whether a look that shows `lookHash` can say nothing new: the same was seen not long ago, and no hold has ended since. */
function nothingDue(
  { lookHash: last, unchangedAt, recheckAt, final }: PlacementRow,
  lookHash: string,
  at: Date,
): boolean {
  return (
    !final &&
    last === lookHash &&
    unchangedAt !== null &&
    at.getTime() - unchangedAt.getTime() <= gapMs &&
    (recheckAt === null || recheckAt > at)
  );
}

/** When nobody looked for long (the service was off), the time between is a gap, and said to be one. */
async function noteHole(tx: Db, context: Context, { placement }: PlacedProposal, now: Date): Promise<void> {
  const scans = await scansOf(tx, placement);
  const last = scans.at(-1);
  if (!last?.complete || now.getTime() - last.at.getTime() <= gapMs) return;
  const gap = { id: context.newId(), at: now, complete: false, gap: 'nobody looked', seen: [] };
  await addScan(tx, placement, gap, context.newId, hashOfLook(context, gap));
}

function withdrawalReason(
  { policy }: Context,
  { row, facts, obstacles }: Desk,
  { placement, proposal }: PlacedProposal,
  judged: Pick<PlacementRow, 'verdict' | 'flags'>,
  now: Date,
): string | null {
  const known = facts.get(dealKey({ crmId: proposal.crmId, id: proposal.dealId }));
  if (!known) return null;
  const { stage, parent } = proposal;
  const obstacle = obstacles.get(placement.id) ?? null;
  const placedAt = placement.placedAt ?? placement.intendedAt;
  const placed = { placedAt, stage, parent, recipients: recipients(proposal.reply), obstacle };
  return reasonToWithdraw(judged, placed, known, repOf(row), policy, now);
}

/** Intent, act, record. True when the draft is gone by our hand. */
async function withdraw(
  context: Context,
  mailbox: Mailbox,
  query: PlacementQuery,
  { placement, proposal }: PlacedProposal,
  reason: string,
): Promise<boolean> {
  // With a time to look again: should we die here, even a settled placement is taken up once more.
  const withdrawAt = context.now();
  await context.store.db
    .update(schema.placement)
    .set({ withdrawAt, withdrawReason: reason, recheckAt: withdrawAt })
    .where(eq(schema.placement.id, placement.id));
  const result = await mailbox.withdrawDraft(query, proposal.reply.text);
  if (result.done) await noteWithdrawn(context, placement.id, context.now(), reason);
  else await forgetWithdrawal(context, placement.id);
  context.log.info(result.done ? 'draft-withdrawn' : 'draft-left-alone', { placement: placement.id });
  return result.done;
}

/** That it is gone by our hand, and why, in row and ledger. Safe to do twice. */
async function noteWithdrawn(context: Context, placementId: string, at: Date, reason: string): Promise<void> {
  await context.store.transaction(async (tx) => {
    await tx.update(schema.placement).set({ withdrawnAt: at }).where(eq(schema.placement.id, placementId));
    await appendLedger(
      tx,
      {
        at,
        by: 'countersign',
        kind: 'draft_withdrawn',
        key: `draft_withdrawn/${placementId}`,
        body: { placement: placementId },
        texts: { reason },
      },
      context,
    );
  });
}

async function forgetWithdrawal({ store }: Context, placementId: string): Promise<void> {
  await store.db
    .update(schema.placement)
    .set({ withdrawAt: null, withdrawReason: null })
    .where(eq(schema.placement.id, placementId));
}

/** Keeps the judgement; a final one that says something new becomes a decision, in the same transaction. */
async function save(
  context: Context,
  row: MailboxRow,
  { placement, proposal }: PlacedProposal,
  judgement: Judgement,
  scans: Scan[],
  rules: VerdictRules,
): Promise<string[]> {
  const { store } = context;
  return store.transaction(async (tx) => {
    await saveJudgement(tx, placement.id, judgement);
    if (!judgement.final) return [];
    const last = await lastDecision(tx, placement.id);
    if (last?.verdict === judgement.verdict) return [];
    const n = (last?.n ?? -1) + 1;
    const id = `${placement.key}-${n}`;
    const decision = decisionOf(judgement) ?? '';
    const sent = sentIn(judgement, scans);
    const sentHash = sent === null ? '' : store.sha256(sent);
    const at = context.now();
    const entry = await appendLedger(
      tx,
      {
        at,
        by: decision === '' ? 'countersign' : row.rep,
        kind: 'decision',
        key: `decision/${id}`,
        body: {
          placement: placement.id,
          crm: proposal.crmId,
          deal: proposal.dealId,
          proposed: proposal.replyHash,
          decision,
          verdict: judgement.verdict,
          flags: judgement.flags,
          evidence: judgement.evidence.map((each) => ({ ...each })),
          overturns: last?.id ?? null,
        },
        texts: { proposed_text: proposal.reply.text, ...(sent === null ? {} : { sent_text: sent }) },
      },
      context,
    );
    await tx.insert(schema.decision).values({
      id,
      placementId: placement.id,
      n,
      decision,
      verdict: judgement.verdict,
      flags: judgement.flags,
      why: judgement.why,
      evidence: judgement.evidence,
      question: judgement.question,
      rules,
      sentText: sent,
      changes: sent === null ? [] : sentenceChanges(proposal.reply.text, sent),
      sentHash,
      at,
      overturns: last?.id ?? null,
      ledgerSeq: entry.seq,
    });
    await tx.update(schema.mailbox).set({ assessedAt: null }).where(eq(schema.mailbox.id, row.id));
    await forgetLearned(tx, row.id);
    context.log.info('decided', { placement: placement.id, verdict: judgement.verdict });
    return [id];
  });
}

/** The words that really went out, when the verdict rests on a mail that was seen. */
function sentIn(judgement: Judgement, scans: Scan[]): string | null {
  if (judgement.verdict !== 'sent_as_is' && judgement.verdict !== 'sent_edited') return null;
  const ref = judgement.evidence[0]?.ref;
  const seen = scans.flatMap((scan) => scan.seen).find((each) => each.place === 'sent' && each.ref === ref);
  return seen?.text ?? null;
}
