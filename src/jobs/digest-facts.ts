/** What a day's digest is made of, gathered from the tables. */
import { and, asc, desc, eq, gt, gte, isNotNull, isNull } from 'drizzle-orm';
import { type ChangeRow, changesToDecide } from '../db/changes.ts';
import { contactsOfDeals, dealKey, dealOfKey, dealsAround, dealsById, openDealsOf } from '../db/deals.ts';
import type { MailboxRow } from '../db/mailboxes.ts';
import { liftedHolds, pausesInForce } from '../db/pauses.ts';
import { lastDecision } from '../db/placements.ts';
import { namedQuestions } from '../db/questions.ts';
import { unreadMails } from '../db/readings.ts';
import * as schema from '../db/schema.ts';
import { spentByMailbox } from '../db/writing.ts';
import { addDays, civilDate } from '../domain/calendar.ts';
import type { Contact } from '../domain/deal.ts';
import type { DealFact, DigestFacts, HoldFact, ProposalFact } from '../domain/digest/facts.ts';
import { restInWords } from '../domain/holds-in-force.ts';
import { liftedKey } from '../domain/lifted-holds.ts';
import type { Address } from '../domain/mail.ts';
import { pauseInWords } from '../domain/pause.ts';
import { assessDay } from '../domain/plan.ts';
import { inWords } from '../domain/proposals/change.ts';
import { unreadInWords } from '../domain/reading.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { factsOf } from './assess.ts';
import { type Context, repOf } from './context.ts';

/** A question that was shown for so long is let be: the rep knows of it. */
const askedMs = 14 * 86_400_000;

/** Of a first digest: decisions of so long are news. */
const firstMs = 3 * 86_400_000;

/** `since`: when the last digest was made. `mailbox` only says where conversations are shown. */
export async function digestFacts(
  context: Context,
  row: MailboxRow,
  mailbox: Pick<Mailbox, 'threadUrl'>,
  since: Date | null,
): Promise<DigestFacts> {
  const { db } = context.store;
  const now = context.now();
  const today = civilDate(now, row.timeZone);
  const from = since ?? new Date(now.getTime() - firstMs);
  const names = await namesOf(context, row);
  const urlOf = async (ref: string): Promise<string | null> => (await mailbox.threadUrl?.(ref)) ?? null;
  const asked = await namedQuestions(db, undefined, row.id);
  const matchQuestions = [];
  for (const { id, ref, people, candidates, askedAt } of asked) {
    const open = candidates.filter(({ status }) => status === 'open');
    if (open.length === 0) continue;
    const options = open.map(({ crmId, dealId, name, because }) => ({ crmId, dealId, name, because }));
    const fresh = askedAt !== null && (since === null || askedAt > since);
    matchQuestions.push({ thread: id, fresh, people, options, url: await urlOf(ref) });
  }
  return {
    today,
    ...(await draftsAndDecisions(context, row, names, from, urlOf)),
    proposals: await proposalsOf(context, row, names, today, since),
    matchQuestions,
    ...(await standing(context, row, names, today)),
    trouble: await troubleOf(context, row, today),
  };
}

/** Names of deals, of everything that this rep's mail is about; the id of one that is not known any more. */
type Names = (deal: { crmId: string; dealId: string }) => string;

async function namesOf({ store: { db } }: Context, row: MailboxRow): Promise<Names> {
  const known = [...(await openDealsOf(db, row)), ...(await dealsAround(db, row.id))];
  const byKey = new Map(known.map((each) => [dealKey(each), each.name]));
  return ({ crmId, dealId }) => byKey.get(dealKey({ crmId, id: dealId })) ?? dealId;
}

const dealFact = ({ crmId, dealId }: { crmId: string; dealId: string }, names: Names): DealFact => ({
  crmId,
  dealId,
  deal: names({ crmId, dealId }),
});

const named = ({ name, address }: Address): string => name || address;

async function draftsAndDecisions(
  { store, now }: Context,
  row: MailboxRow,
  names: Names,
  since: Date,
  urlOf: (ref: string) => Promise<string | null>,
): Promise<Pick<DigestFacts, 'drafts' | 'decisions' | 'sentQuestions'>> {
  const { placement, proposal, decision } = schema;
  const mine = eq(placement.mailboxId, row.id);
  const lying = await store.db
    .select({ placement, proposal })
    .from(placement)
    .innerJoin(proposal, eq(proposal.id, placement.proposalId))
    .where(and(mine, eq(placement.final, false), isNull(placement.withdrawnAt), gt(placement.placedAt, since)))
    .orderBy(asc(placement.placedAt), asc(placement.id));
  const drafts = [];
  for (const { proposal: each } of lying)
    drafts.push({
      ...dealFact(each, names),
      to: [...each.reply.to, ...each.reply.cc].map(named),
      why: each.reasons.map(({ text }) => text),
      evidence: each.evidence.map(({ quote }) => ({ quote })),
      url: await urlOf(each.reply.threadRef),
    });
  const decided = await store.db
    .select({ decision, placement, proposal })
    .from(decision)
    .innerJoin(placement, eq(placement.id, decision.placementId))
    .innerJoin(proposal, eq(proposal.id, placement.proposalId))
    .where(and(mine, gte(decision.at, since)))
    .orderBy(asc(decision.at), asc(decision.n));
  const latest = new Map(decided.map((each) => [each.placement.id, each]));
  const decisions = [...latest.values()]
    .filter(({ decision: each }) => each.verdict !== 'unknown')
    .map(({ decision: { verdict, why }, proposal: each }) => ({ ...dealFact(each, names), verdict, why }));
  const unknown = await store.db
    .select({ placement, proposal })
    .from(placement)
    .innerJoin(proposal, eq(proposal.id, placement.proposalId))
    .where(
      and(
        mine,
        eq(placement.verdict, 'unknown'),
        eq(placement.final, true),
        isNotNull(placement.question),
        gt(placement.placedAt, new Date(now().getTime() - askedMs)),
      ),
    )
    .orderBy(desc(placement.placedAt));
  const sentQuestions = [];
  for (const { placement: each, proposal: about } of unknown) {
    // What the rep has told since is no question any more, though nothing was seen.
    const last = await lastDecision(store.db, each.id);
    if (last?.decision) continue;
    const to = about.reply.to.map(named);
    const fresh = last !== null && last.at > since;
    sentQuestions.push({
      placement: each.id,
      fresh,
      ...dealFact(about, names),
      to,
      question: each.question?.text ?? '',
    });
  }
  return { drafts, decisions, sentQuestions };
}

async function proposalsOf(
  { store }: Context,
  row: MailboxRow,
  names: Names,
  today: string,
  since: Date | null,
): Promise<ProposalFact[]> {
  const { db } = store;
  const changes = await changesToDecide(db, row.id, today);
  if (changes.length === 0) return [];
  const crms = await db.select({ id: schema.crm.id, stages: schema.crm.stages }).from(schema.crm);
  const stages = new Map(crms.map(({ id, stages: all }) => [id, new Map(all.map((each) => [each.id, each.name]))]));
  const people = await peopleOf(store.db, changes);
  return changes.map(({ id, kind, hash, crmId, dealId, contactId, before, after, ground, text, ...times }) => ({
    change: id,
    fresh: isFresh(times, today, since),
    kind,
    hash,
    ...dealFact({ crmId, dealId }, names),
    contact: people.get(`${crmId}/${contactId}`)?.name ?? after.name ?? '',
    said: text,
    before: bare(inWords(before, stages.get(crmId))),
    after: bare(inWords(after, stages.get(crmId))),
    quote: ground.quote,
    expiresOn: times.expiresOn,
  }));
}

/** Of a snoozed one its day has come; of any other it came since, or this is the last time that it is asked. */
const isFresh = (
  { state, createdAt, expiresOn }: Pick<ChangeRow, 'state' | 'createdAt' | 'expiresOn'>,
  today: string,
  since: Date | null,
): boolean => state === 'snoozed' || since === null || createdAt > since || expiresOn === today;

/** Values come in quotation marks; the mail has its own. */
const bare = (words: string): string =>
  words === 'nothing' ? '' : words.replace(/^"|"$/g, '').replaceAll('", "', ', ');

async function peopleOf(
  db: Context['store']['db'],
  changes: readonly { crmId: string; dealId: string }[],
): Promise<Map<string, Contact>> {
  const found = new Map<string, Contact>();
  for (const [crmId, some] of Map.groupBy(changes, (each) => each.crmId)) {
    const deals = await dealsById(
      db,
      crmId,
      some.map(({ dealId }) => dealId),
    );
    for (const contact of [...(await contactsOfDeals(db, deals)).values()].flat())
      found.set(`${crmId}/${contact.id}`, contact);
  }
  return found;
}

/** What stands without being news: rests, deals that were not picked, what persons have stopped. */
async function standing(
  context: Context,
  row: MailboxRow,
  names: Names,
  today: string,
): Promise<Pick<DigestFacts, 'holds' | 'notPicked' | 'pauses'>> {
  const { store, policy } = context;
  const facts = await factsOf(context, row, today);
  const lifted = await liftedHolds(store.db, row.id);
  const holds = new Map<string, HoldFact>();
  for (const { dealId: key, holds: found } of assessDay([...facts.values()], repOf(row), policy, context.now())) {
    const { crmId, dealId } = dealOfKey(key);
    for (const hold of found) {
      const { messageId, quote, until, contact, optOut, toColleague } = hold;
      const id = liftedKey({ messageId, quote });
      // Who wants no mail at all is not to be asked about, and a colleague's words are not this rep's to lift.
      if (optOut || toColleague || lifted.has(id) || holds.has(id)) continue;
      holds.set(id, {
        ...dealFact({ crmId, dealId }, names),
        contact,
        until,
        pause: null,
        messageId,
        quote,
        said: `${restInWords(hold)}.`,
      });
    }
  }
  const pauses = (await pausesInForce(store.db)).filter(
    ({ mailboxId, until }) => (mailboxId === null || mailboxId === row.id) && (until === null || until > today),
  );
  const own = pauses
    .filter(({ kind }) => kind === 'hold')
    .map((each): HoldFact => {
      const deal = { crmId: each.crmId ?? '', dealId: each.dealId ?? '' };
      return {
        ...deal,
        deal: each.dealId === null ? '' : names(deal),
        contact: each.address ?? '',
        until: each.until,
        pause: each.id,
        messageId: '',
        quote: '',
        said: `${pauseInWords(each)}.`,
      };
    });
  return {
    holds: [...holds.values(), ...own].sort((a, b) => ((a.until ?? '9') < (b.until ?? '9') ? -1 : 1)),
    notPicked: await notPicked(context, row, names, facts),
    pauses: pauses
      .filter(({ kind }) => kind === 'pause')
      .map(
        (each) =>
          `${pauseInWords(each)}${each.dealId === null ? '' : ` "${names({ crmId: each.crmId ?? '', dealId: each.dealId })}"`}.`,
      ),
  };
}

async function notPicked(
  { store }: Context,
  row: MailboxRow,
  names: Names,
  facts: ReadonlyMap<string, { threadsWithDraft: ReadonlySet<string> }>,
): Promise<DigestFacts['notPicked']> {
  const { assessment } = schema;
  const rows = await store.db
    .select()
    .from(assessment)
    .where(
      and(
        eq(assessment.mailboxId, row.id),
        eq(assessment.stalled, true),
        eq(assessment.picked, false),
        isNotNull(assessment.notPicked),
      ),
    )
    .orderBy(desc(assessment.score), asc(assessment.dealId));
  return rows
    .filter(({ crmId, dealId }) => facts.get(dealKey({ crmId, id: dealId }))?.threadsWithDraft.size === 0)
    .map((each) => ({ ...dealFact(each, names), why: each.notPicked ?? '' }));
}

/** What a person has to see to, of this mailbox and of the CRMs. */
async function troubleOf({ store }: Context, row: MailboxRow, today: string): Promise<string[]> {
  const { crm, decision, placement, change } = schema;
  const crms = await store.db.select().from(crm).where(isNotNull(crm.problem)).orderBy(crm.kind);
  const unlogged = await store.db
    .select({ problem: decision.logProblem })
    .from(decision)
    .innerJoin(placement, eq(placement.id, decision.placementId))
    .where(and(eq(placement.mailboxId, row.id), isNotNull(decision.logProblem), isNull(decision.loggedAt)));
  const unmade = await store.db
    .select({ outcome: change.outcome })
    .from(change)
    .where(and(eq(change.mailboxId, row.id), eq(change.state, 'approved'), isNotNull(change.outcome)));
  const days = [addDays(today, -1), today];
  const spent = await spentByMailbox(store.db, days, row.id);
  const capped = spent.filter(({ reached }) => reached.length > 0);
  const [first] = unlogged;
  const unread = (await unreadMails(store.db)).get(row.id) ?? 0;
  return [
    ...(row.problem === null ? [] : [`Your mailbox: ${row.problem}`]),
    ...(unread === 0 ? [] : [`Your mailbox: ${unreadInWords(unread)}`]),
    ...crms.map(({ kind, problem }) => `The CRM (${kind}): ${problem}`),
    ...(first
      ? [
          `${unlogged.length === 1 ? '1 decision is' : `${unlogged.length} decisions are`} not logged in the CRM: ${first.problem}`,
        ]
      : []),
    ...unmade.map(({ outcome }) => `A change that you approved is not made yet: ${outcome}`),
    ...capped.map(({ day }) => `What the language model may cost was reached on ${day}: templates wrote the drafts.`),
  ];
}
