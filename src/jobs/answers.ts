/** Carries out what a rep's answer to a digest asks for, one item at a time: each through the one way in that there is for it. */
import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { findChange } from '../db/changes.ts';
import { type AnswerRow, type DigestRow, outcomesOf } from '../db/digests.ts';
import type { MailboxRow } from '../db/mailboxes.ts';
import { findPause, type PauseRow, pausesInForce } from '../db/pauses.ts';
import { findPlacement } from '../db/placements.ts';
import * as schema from '../db/schema.ts';
import type { Action } from '../domain/answer/items.ts';
import { civilDate } from '../domain/calendar.ts';
import type { Item, Target } from '../domain/digest/item.ts';
import type { Outcome } from '../domain/digest/outcome.ts';
import { pauseInWords } from '../domain/pause.ts';
import { isRep } from '../domain/talk.ts';
import { BadInput, isDefect, messageOf, sentenceOf } from '../errors.ts';
import { bindThread } from './bind-thread.ts';
import { type Context, repOf } from './context.ts';
import { type ChangeDecision, decideChange, isFinal } from './decide-change.ts';
import { liftHold, pause, resume } from './pause.ts';
import { settleBySaying } from './settle-by-saying.ts';

/** Whose answer it is, to which digest. */
export interface Asked {
  context: Context;
  row: MailboxRow;
  digest: DigestRow;
  /** Digests of this mailbox that came after it. */
  newer: readonly DigestRow[];
  answer: Pick<AnswerRow, 'messageId' | 'seenAt'>;
}

type Done = Pick<Outcome, 'state' | 'said' | 'final'> & { change?: string };

const done = (said: string): Done => ({ state: 'done', said });
const refused = (said: string): Done => ({ state: 'refused', said });

/** Safe to repeat: the same word of the same answer has one effect. What cannot be done is said, and never thrown. */
export async function carryOut(asked: Asked, action: Action): Promise<Outcome> {
  const { n, do: deed, until, value } = action;
  const came = await attempt(asked, action).catch((error) => {
    if (error instanceof BadInput) return refused(messageOf(error));
    if (!isDefect(error)) throw error;
    asked.context.log.error('answer-not-carried-out', { mailbox: asked.row.id, error });
    return refused(sentenceOf(error));
  });
  return { n, do: deed, until, value, change: null, ...came };
}

/** Not carried out, and why. */
export const leftAlone = ({ n, do: deed, until, value }: Action, said: string): Outcome => ({
  n,
  do: deed,
  until,
  value,
  change: null,
  ...refused(said),
});

async function attempt(asked: Asked, action: Action): Promise<Done> {
  if (action.n === null) return action.do === 'pause' || action.do === 'resume' ? wholly(asked, action) : unfit();
  const item = asked.digest.items.find(({ n }) => n === action.n);
  if (!item) return refused(`There is no number ${action.n} in that summary.`);
  const held = action.do === 'undo' ? await heldLast(asked, item) : null;
  // Rest is the same however the deal is shown.
  const since = action.do === 'hold' || held ? null : shownSince(asked, item);
  if (since !== null) return refused(since);
  if (held) return endHolds(asked, held.deal, held.until);
  return ofKind[item.target.kind](asked, item, action);
}

/** The hold that answers to this digest have put on an item's deal, where that is the last thing they did to it. */
async function heldLast({ context, digest }: Asked, { n, target }: Item): Promise<Held | null> {
  const { db } = context.store;
  const said: Outcome[] = [];
  for (const outcome of (await outcomesOf(db, digest.id)).filter((each) => each.n === n && each.state !== 'refused'))
    if (outcome.do === 'undo') said.pop();
    else said.push(outcome);
  const last = said.at(-1);
  if (last?.do !== 'hold') return null;
  if ('change' in target) return heldOf(await findChange(db, target.change), last);
  return target.kind === 'unknown_sent'
    ? heldOf((await findPlacement(db, target.placement))?.proposal ?? null, last)
    : null;
}

type Held = { deal: DealName; until: string | null };

const heldOf = (deal: DealName | null, { until }: Outcome): Held | null => deal && { deal, until };

const unfit = (): Done => refused('That cannot be done with it: it was left as it is.');

/** Shown otherwise in a later digest: only that one counts. */
function shownSince({ newer }: Asked, { target, hash }: Item): string | null {
  // Of a deal nothing was asked.
  if (target.kind === 'deal') return null;
  for (const { day, items } of newer) {
    const later = items.find((each) => nameOf(each.target) === nameOf(target));
    if (later && later.hash !== hash)
      return `It is asked otherwise since, in the summary of ${day} as number ${later.n}: answer that one.`;
  }
  return null;
}

function nameOf(target: Target): string {
  switch (target.kind) {
    case 'unknown_sent':
      return `placement ${target.placement}`;
    case 'match_question':
      return `thread ${target.thread}`;
    case 'deal':
      return `deal ${target.crmId}/${target.dealId}`;
    case 'hold':
      return `hold ${target.pause} ${target.messageId} ${target.quote}`;
    default:
      return `change ${target.change}`;
  }
}

type OfKind = (asked: Asked, item: Item, action: Action) => Promise<Done>;

const ofKind: Record<Target['kind'], OfKind> = {
  stage_change: ofChange,
  contact_update: ofChange,
  new_contact: ofChange,
  close_lost: ofChange,
  unknown_sent: ofDraft,
  match_question: ofThread,
  hold: ofHold,
  deal: ofDeal,
};

const evidenceOf = ({ answer, digest }: Asked, n: number | null): Record<string, string> => ({
  message: answer.messageId,
  digest: digest.id,
  item: String(n ?? ''),
});

async function ofChange(asked: Asked, { n, target }: Item, action: Action): Promise<Done> {
  const { context, row } = asked;
  if (!('change' in target)) return unfit();
  const { until, reason } = action;
  const deed = action.do;
  if (deed === 'hold') return hold(asked, n, action, await findChange(context.store.db, target.change));
  if (deed !== 'approve' && deed !== 'reject' && deed !== 'snooze' && deed !== 'undo') return unfit();
  const decision: ChangeDecision = {
    changeId: target.change,
    hash: target.hash,
    by: row.rep,
    how: 'reply',
    evidence: evidenceOf(asked, n),
    do: deed,
    until,
    reason,
  };
  const decided = await decideChange(context, decision);
  if (decided.kind === 'refused') return refused(decided.text);
  const made = await findChange(context.store.db, decided.changeId);
  if (made?.state === 'approved') return { state: 'waits', said: decided.text, change: decided.changeId };
  return { ...done(decided.text), ...(made && isFinal(made) ? { final: true } : {}) };
}

async function ofDraft(asked: Asked, { n, target }: Item, action: Action): Promise<Done> {
  const { context, row, answer } = asked;
  if (target.kind !== 'unknown_sent') return unfit();
  if (action.do === 'hold') {
    const found = await findPlacement(context.store.db, target.placement);
    return hold(asked, n, action, found?.proposal ?? null);
  }
  if (action.do !== 'answer' || (action.value !== 'sent' && action.value !== 'not_sent')) return unfit();
  const sent = action.value === 'sent';
  const said = await settleBySaying(context, target.placement, { sent, by: row.rep, messageId: answer.messageId });
  return said.done ? done(said.text) : refused(said.text);
}

async function ofThread({ context, row }: Asked, { target }: Item, { do: deed, value }: Action): Promise<Done> {
  if (target.kind !== 'match_question' || deed !== 'answer' || value === null) return unfit();
  const { thread, mailbox } = schema;
  const [open] = await context.store.db
    .select({ answeredBy: thread.answeredBy, dealId: thread.dealId, askedAt: thread.askedAt })
    .from(thread)
    .innerJoin(mailbox, eq(mailbox.id, thread.mailboxId))
    .where(and(eq(thread.id, target.thread), eq(mailbox.id, row.id)));
  if (!open) return refused('That conversation is not there any more.');
  const chosen =
    value === 'none' ? null : target.options.find(({ name }) => name.toLowerCase() === value.toLowerCase());
  if (chosen === undefined) return refused(`None of the deals asked about is called "${value}".`);
  const same = open.answeredBy !== null && open.dealId === (chosen?.dealId ?? null);
  if (open.askedAt === null && !same) return refused('It is no question any more: it has been settled since.');
  await bindThread(context, target.thread, chosen && { crmId: chosen.crmId, id: chosen.dealId }, row.rep);
  return done(
    chosen ? `The conversation belongs to "${chosen.name}" from now on.` : 'The conversation belongs to no deal.',
  );
}

async function ofHold(asked: Asked, { n, target }: Item, action: Action): Promise<Done> {
  const { context, row } = asked;
  if (target.kind !== 'hold') return unfit();
  const { do: deed, reason } = action;
  if (deed === 'hold') return hold(asked, n, action, target);
  if (deed === 'undo') return endHolds(asked, target);
  if (deed !== 'lift_hold') return unfit();
  if (target.pause !== null) {
    const held = await findPause(context.store.db, target.pause);
    if (held && !isOwn(held, row)) return refused(whose(held));
    const ended = await resume(context, target.pause, row.rep);
    return done(ended ? 'Your hold has ended.' : 'Your hold had ended already.');
  }
  const { messageId, quote } = target;
  const evidence = evidenceOf(asked, n);
  await liftHold(context, { mailboxId: row.id, messageId, quote, by: row.rep, reason, evidence });
  return done('The hold counts no more for you; another mail that asks for rest counts anew.');
}

async function ofDeal(asked: Asked, { n, target }: Item, action: Action): Promise<Done> {
  if (target.kind !== 'deal') return unfit();
  if (action.do === 'hold') return hold(asked, n, action, target);
  return action.do === 'lift_hold' || action.do === 'undo' ? endHolds(asked, target) : unfit();
}

type DealName = { crmId: string; dealId: string };

async function hold(asked: Asked, n: number, { until, reason }: Action, deal: DealName | null): Promise<Done> {
  const { context, row } = asked;
  if (!deal || deal.dealId === '') return unfit();
  const { crmId, dealId } = deal;
  const base = { kind: 'hold', scope: 'deal', mailboxId: row.id, crmId, dealId } as const;
  const made = await pause(context, { ...base, until, by: row.rep, reason, evidence: evidenceOf(asked, n) });
  return done(`${pauseInWords(made)}: no mail is drafted for it.`);
}

/** Whoever set a pause ends it, or an admin does. */
const isOwn = ({ by }: PauseRow, row: MailboxRow): boolean => isRep(by, repOf(row));

const whose = (held: PauseRow): string => `${pauseInWords(held)}: only they or an admin can end that.`;

/** The rep's own holds of a deal; of those the one until then, where that is given. */
async function endHolds(
  { context, row, answer }: Asked,
  { crmId, dealId }: DealName,
  until?: string | null,
): Promise<Done> {
  const held = (await standing(context, row, answer)).filter(
    (each) => each.kind === 'hold' && each.crmId === crmId && each.dealId === dealId,
  );
  const own = held.filter((each) => isOwn(each, row) && (until === undefined || each.until === until));
  const [other] = held.filter((each) => !isOwn(each, row));
  for (const { id } of own) await resume(context, id, row.rep);
  if (own.length > 0) return done(['Your hold has ended.', ...(other ? [whose(other)] : [])].join(' '));
  return refused(
    other
      ? whose(other)
      : 'You have no hold of your own on it. To leave it alone again, say until when: "hold 2 until Friday".',
  );
}

/** Everything of this rep, and nothing of anybody else. */
async function wholly(asked: Asked, { do: deed, until, reason }: Action): Promise<Done> {
  const { context, row } = asked;
  if (deed === 'resume') return goOn(asked);
  const evidence = evidenceOf(asked, null);
  const request = { kind: 'pause', scope: 'rep', mailboxId: row.id, until, by: row.rep, reason, evidence } as const;
  const made = await pause(context, request);
  return done(
    `Nothing is drafted for you and nothing changed in the CRM${made.until === null ? ' until you say "resume"' : ` until ${made.until}`}.`,
  );
}

/** What stands for this mailbox alone; and what this answer ended before we died. */
async function standing({ store: { db } }: Context, row: MailboxRow, { seenAt }: Pick<AnswerRow, 'seenAt'>) {
  const { pause: table } = schema;
  const ended = and(eq(table.liftedBy, row.rep), gte(table.liftedAt, seenAt));
  const mine = and(eq(table.mailboxId, row.id), or(isNull(table.liftedAt), ended));
  return db.select().from(table).where(mine);
}

/** What the rep has stopped altogether; see `standing`. */
export async function ownStops(
  context: Context,
  row: MailboxRow,
  answer: Pick<AnswerRow, 'seenAt'>,
): Promise<PauseRow[]> {
  return (await standing(context, row, answer)).filter(
    (each) => each.kind === 'pause' && each.scope === 'rep' && isOwn(each, row),
  );
}

/** Ends what the rep has stopped; what another has stopped rests, and the rep is told whose it is. */
async function goOn({ context, row, answer }: Asked): Promise<Done> {
  const own = await ownStops(context, row, answer);
  for (const { id } of own) await resume(context, id, row.rep);
  const today = civilDate(context.now(), row.timeZone);
  const others = (await pausesInForce(context.store.db)).filter(
    ({ kind, scope, mailboxId, until }) =>
      kind === 'pause' &&
      (scope === 'all' || scope === 'rep') &&
      (mailboxId === null || mailboxId === row.id) &&
      (until === null || until > today),
  );
  const rest = others.map(whose).join(' ');
  if (own.length > 0) return done(rest === '' ? 'It goes on from here.' : `Your stop has ended. ${rest}`);
  return refused(rest === '' ? 'Nothing of yours was stopped, so nothing was changed.' : rest);
}
