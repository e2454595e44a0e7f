/** Judges every open deal of a rep and proposes today's follow-ups. */
import { eq, sql } from 'drizzle-orm';
import { saveAssessments } from '../db/assessments.ts';
import {
  contactsOfDeals,
  dealKey,
  openDealsOf,
  optedOutAddresses,
  readySinceByDeal,
  rotDaysByStage,
} from '../db/deals.ts';
import { appendLedger } from '../db/ledger.ts';
import { findConnected, type MailboxRow } from '../db/mailboxes.ts';
import { outcomesOf } from '../db/manner.ts';
import { pausesInForce } from '../db/pauses.ts';
import { followUpsThere, lastDrafts, liveThreads, messagesFollowedUp, proposalsOfDay } from '../db/placements.ts';
import { threadsWithReadings } from '../db/readings.ts';
import * as schema from '../db/schema.ts';
import type { DealFacts } from '../domain/assess.ts';
import { undeliverable } from '../domain/bounces.ts';
import { civilDate, localHour } from '../domain/calendar.ts';
import { canonical, wellFormed } from '../domain/ledger.ts';
import { pausedNow } from '../domain/pause.ts';
import { readySince, type Written } from '../domain/pick.ts';
import { type Plan, planDay, recipients } from '../domain/plan.ts';
import { rejectedKinds } from '../domain/rejections.ts';
import { workingDaysOf } from '../domain/working-days.ts';
import { draftWith, type WriteOutcome, type WrittenDraft } from '../domain/writing/write.ts';
import { type Context, mailboxKey, repOf } from './context.ts';
import { learnManner } from './learn-manner.ts';
import { findOutside, othersIn } from './outside.ts';
import { voiceOf } from './voice.ts';
import { askAll, askingsFor, knownOutcomes, type ToAsk } from './write-drafts.ts';

/** A mailbox read longer ago than this may hide an answer: nothing is proposed until it was read again. */
const staleMs = 30 * 60_000;

/** No policy lets a deal rest longer after a draft: 60 working days, holidays among them. */
const longestRestMs = 120 * 86_400_000;

/** A deal that is picked only because others changed while the model was asked is asked for too; one that comes after that gets its template. */
const mostRounds = 2;

/**
 * Safe to run twice: a follow-up to one mail is proposed once, and the day's limit counts what is there. What the model is to write is asked between
 * two looks at the deals, with the mailbox free for other jobs; the second look decides.
 */
export async function assess(context: Context, mailboxId: string): Promise<void> {
  const { store } = context;
  const outcomes = new Map<string, WriteOutcome>();
  for (let round = 1; ; round++) {
    const next = await store.exclusively(mailboxKey(mailboxId), () =>
      proposeOrAsk(context, mailboxId, outcomes, round <= mostRounds),
    );
    if ('proposed' in next) {
      for (const id of next.proposed) await context.enqueue('place-draft', id);
      return;
    }
    for (const [hash, outcome] of await askAll(context, next)) outcomes.set(hash, outcome);
    // Whoever starts next begins anew; a template now would only be because we end.
    if ([...outcomes.values()].some(({ kind }) => kind === 'stopped')) return;
  }
}

/** Proposes today's follow-ups, or says what to ask the model first. */
async function proposeOrAsk(
  context: Context,
  mailboxId: string,
  outcomes: ReadonlyMap<string, WriteOutcome>,
  mayAsk: boolean,
): Promise<{ proposed: string[] } | ToAsk> {
  const { store, policy, writer } = context;
  const row = await findConnected(store.db, mailboxId);
  const now = context.now();
  if (!row?.syncedAt) return { proposed: [] };
  const day = civilDate(now, row.timeZone);
  const closed = whyClosed(context, row, now);
  const room = closed === null ? policy.draftsPerDay - (await proposalsOfDay(store.db, row.id, day)) : 0;
  const facts = await factsOf(context, row, day);
  await learnManner(context, row);
  const options = {
    noRoom: closed ?? undefined,
    written: await writtenOf(context, row, day),
    voice: await voiceOf(context, row),
  };
  const plan = planDay([...facts.values()], repOf(row), policy, room, context.render, now, options);
  const askings = writer ? askingsFor(context, writer, plan.drafts) : [];
  const known = new Map([...(await knownOutcomes(context, row, askings)), ...outcomes]);
  const open = mayAsk ? askings.filter(({ hash }) => !known.has(hash)) : [];
  if (writer && open.length > 0) return { writer, row, day, askings: open };
  const drafts = writer
    ? askings.map(({ draft, hash }) => draftWith(draft, known.get(hash) ?? { kind: 'not_asked' }, writer.model.name))
    : plan.drafts.map((draft) => draftWith(draft, null, ''));
  return { proposed: await save(context, row, facts, { ...plan, drafts }, day) };
}

/** Why nothing is drafted now whatever the deals are like, as the end of "No draft: …"; null when it may be. */
export function whyClosed({ policy }: Context, row: MailboxRow, now: Date): string | null {
  const today = civilDate(now, row.timeZone);
  if (!workingDaysOf(policy.region, policy.workingDays).works(today)) return 'today is no working day';
  if (localHour(now, row.timeZone) < policy.draftsFromHour)
    return `drafts are written from ${policy.draftsFromHour}:00 on`;
  if (row.problem !== null || !row.syncedAt || now.getTime() - row.syncedAt.getTime() > staleMs)
    return 'the mailbox could not be read lately, and may hold an answer';
  return null;
}

/** Follow-ups that are there already. */
export async function writtenOf({ store }: Context, row: MailboxRow, today: string): Promise<Written[]> {
  const there = await followUpsThere(store.db, row.id, today);
  return there.map(({ crmId, dealId, reply, day }) => ({
    dealId: dealKey({ crmId, id: dealId }),
    addresses: recipients(reply),
    today: day === today,
  }));
}

/** What is known of each open deal, by deal key; the deal's id in the facts is the key too. */
export async function factsOf(
  context: Context,
  row: MailboxRow,
  today: string,
): Promise<Map<string, DealFacts & { crmId: string; dealId: string }>> {
  const { db } = context.store;
  const deals = await openDealsOf(db, row);
  const contacts = await contactsOfDeals(db, deals);
  const bound = await threadsWithReadings(db, row.id, deals, repOf(row));
  const threads = Map.groupBy(bound, ({ crmId, dealId }) => dealKey({ crmId, id: dealId }));
  const people = [...[...contacts.values()].flat(), ...othersIn(bound, repOf(row))];
  const outside = await findOutside(context, row, deals, people);
  const live = await liveThreads(db, row.id);
  const followedUp = await messagesFollowedUp(db, row.id, today);
  const optedOut = await optedOutAddresses(db);
  const bounced = undeliverable(
    bound.flatMap(({ messages }) =>
      messages.flatMap((message) => (message.reading ? [{ message, reading: message.reading }] : [])),
    ),
  );
  const decided = await lastDrafts(db, row.id, new Date(context.now().getTime() - longestRestMs));
  const ready = await readySinceByDeal(db, row.id);
  const rot = await rotDaysByStage(db);
  const kinds = rejectedKinds(await outcomesOf(db, row));
  const pauses = await pausesInForce(db);
  const peopleOf = (key: string): string[] =>
    [...(contacts.get(key) ?? []), ...othersIn(threads.get(key) ?? [], repOf(row))].flatMap(({ emails }) => emails);
  return new Map(
    deals.map((deal) => {
      const key = dealKey(deal);
      const mine = threads.get(key) ?? [];
      const last = decided.get(key);
      return [
        key,
        {
          deal: { ...deal, id: key },
          crmId: deal.crmId,
          dealId: deal.id,
          contacts: contacts.get(key) ?? [],
          threads: mine,
          threadsWithDraft: new Set(mine.filter(({ id }) => live.has(id)).map(({ ref }) => ref)),
          followedUp,
          optedOut,
          bounced,
          outside,
          ...(last ? { lastDraft: { on: civilDate(last.at, row.timeZone), became: last.became } } : {}),
          paused: pausedNow(
            pauses,
            { mailboxId: row.id, crmId: deal.crmId, dealId: deal.id, people: peopleOf(key) },
            today,
          ),
          readySince: ready.get(key) ?? null,
          rejectedKinds: kinds,
          rotDays: rot.get(dealKey({ crmId: deal.crmId, id: deal.stage })) ?? null,
        },
      ];
    }),
  );
}

/** Writes assessments and proposals down in one transaction; gives back the proposals' ids. */
async function save(
  context: Context,
  row: MailboxRow,
  facts: Map<string, DealFacts & { crmId: string; dealId: string }>,
  plan: Omit<Plan, 'drafts'> & { drafts: readonly WrittenDraft[] },
  day: string,
): Promise<string[]> {
  const { store, newId } = context;
  const { sha256 } = store;
  const at = context.now();
  return store.transaction(async (tx) => {
    await tx.update(schema.mailbox).set({ assessedAt: at }).where(eq(schema.mailbox.id, row.id));
    const judged = plan.deals.map((picked) => {
      const known = facts.get(picked.dealId) as DealFacts & { crmId: string; dealId: string };
      return {
        crmId: known.crmId,
        dealId: known.dealId,
        turn: picked.turn,
        stalled: picked.stalled,
        score: Math.round(picked.score * 1_000),
        reasons: picked.reasons,
        picked: picked.picked,
        notPicked: picked.notPicked,
        rule: picked.forbidden[0]?.rule ?? null,
        readySince: readySince(known.readySince, picked, day),
      };
    });
    await saveAssessments(tx, row.id, at, judged);
    const ids: string[] = [];
    for (const { dealId: key, followUp, reply, evidence, written } of plan.drafts) {
      const deal = facts.get(key) as DealFacts & { crmId: string; dealId: string };
      const thread = deal.threads.find(({ ref }) => ref === reply.threadRef) as { id?: string } | undefined;
      const replyHash = sha256(canonical(wellFormed(JSON.parse(JSON.stringify(reply)))));
      const reasons = plan.deals.find(({ dealId }) => dealId === key)?.reasons ?? [];
      const [inserted] = await tx
        .insert(schema.proposal)
        .values({
          id: newId(),
          kind: 'follow_up',
          mailboxId: row.id,
          crmId: deal.crmId,
          dealId: deal.dealId,
          threadId: thread?.id ?? '',
          parent: followUp.parent,
          situation: followUp.context.topic.situation,
          day,
          reply,
          replyHash,
          evidence,
          written,
          reasons,
          stage: deal.deal.stage,
          createdAt: at,
        })
        .onConflictDoNothing({
          target: [schema.proposal.mailboxId, schema.proposal.parent],
          where: sql`cancelled is null`,
        })
        .returning({ id: schema.proposal.id });
      if (!inserted) continue;
      ids.push(inserted.id);
      await appendLedger(
        tx,
        {
          at,
          by: 'countersign',
          kind: 'proposal',
          key: `proposal/${inserted.id}`,
          body: { proposal: inserted.id, crm: deal.crmId, deal: deal.dealId, reply: replyHash },
          texts: { reasons: reasons.map(({ text }) => text).join(' ') },
        },
        context,
      );
    }
    return ids;
  });
}
