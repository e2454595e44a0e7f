/** Why a deal was picked today or not: judged anew from what is stored, as the service judges it. */
import { dealKey, findDeals } from '../db/deals.ts';
import type { MailboxRow } from '../db/mailboxes.ts';
import { draftOfDay, proposalsOfDay } from '../db/placements.ts';
import * as schema from '../db/schema.ts';
import { civilDate } from '../domain/calendar.ts';
import { isOwnedBy } from '../domain/deal.ts';
import type { Picked } from '../domain/pick.ts';
import { planDay } from '../domain/plan.ts';
import { whyLines } from '../domain/why.ts';
import { BadInput } from '../errors.ts';
import { factsOf, whyClosed, writtenOf } from './assess.ts';
import { type Context, repOf } from './context.ts';
import { voiceOf } from './voice.ts';

/** One deal in the eyes of one rep. */
export interface ExplainedDeal extends Picked {
  rep: string;
  /** The draft of today, where there is one. */
  drafted: boolean;
}

/**
 * By the CRM's id, the name, or a part of the name that only one open deal has. Once for each connected mailbox that follows the deal. Throws
 * BadInput for one that is not known, and for words that fit several, which it names.
 */
export async function explainDeal(context: Context, words: string): Promise<ExplainedDeal[]> {
  const { db } = context.store;
  const deal = await oneDeal(context, words);
  const mailboxes = (await db.select().from(schema.mailbox)).filter(
    (row) => row.disconnectedAt === null && isOwnedBy(deal, repOf(row)),
  );
  const found: ExplainedDeal[] = [];
  for (const row of mailboxes) found.push(...(await judged(context, row, dealKey(deal))));
  if (found.length === 0)
    throw new BadInput(
      deal.status === 'open'
        ? `No connected mailbox follows "${deal.name}": its owner is ${deal.owner ?? 'nobody'}, and "status" lists the mailboxes.`
        : `"${deal.name}" is ${deal.status}: only open deals are judged.`,
    );
  return found;
}

async function oneDeal(context: Context, words: string) {
  const found = await findDeals(context.store.db, words);
  const exact = found.filter(({ id, name }) => id === words || name.toLowerCase() === words.toLowerCase());
  const fitting = exact.length > 0 ? exact : found;
  const [deal, ...others] = fitting.some(({ status }) => status === 'open')
    ? fitting.filter(({ status }) => status === 'open')
    : fitting;
  if (!deal) throw new BadInput(`There is no deal "${words}": give its id in the CRM, or a part of its name.`);
  if (others.length > 0) {
    const names = [deal, ...others].slice(0, 6).map(({ id, name }) => `${name} (${id})`);
    const more = others.length > 5 ? ', and more' : '';
    throw new BadInput(`"${words}" fits several deals: ${names.join(', ')}${more}; give the id of one.`);
  }
  return deal;
}

async function judged(context: Context, row: MailboxRow, key: string): Promise<ExplainedDeal[]> {
  const { store, policy } = context;
  const now = context.now();
  const today = civilDate(now, row.timeZone);
  const facts = await factsOf(context, row, today);
  const deal = facts.get(key);
  if (!deal) return [];
  const closed = whyClosed(context, row, now);
  const room = closed === null ? policy.draftsPerDay - (await proposalsOfDay(store.db, row.id, today)) : 0;
  const plan = planDay([...facts.values()], repOf(row), policy, room, context.render, now, {
    noRoom: closed ?? undefined,
    written: await writtenOf(context, row, today),
    voice: await voiceOf(context, row),
  });
  const drafted = await draftOfDay(store.db, row.id, deal, today);
  return plan.deals
    .filter(({ dealId }) => dealId === key)
    .map((each) => ({ ...each, dealId: deal.dealId, rep: row.rep, drafted }));
}

/** The same as plain text. */
export function explainedInWords(deals: readonly ExplainedDeal[]): string {
  return deals
    .map((deal) => {
      const lines = whyLines(deal, deal.drafted).map((line) => `  ${line}\n`);
      return `${deal.name} (${deal.dealId}), for ${deal.rep}\n${lines.join('')}`;
    })
    .join('\n');
}
