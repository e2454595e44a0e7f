/** Whether a person has told us to leave a deal alone: asked before anything is drafted, placed, left lying or written to the CRM. */
import { contactsOfDeals, dealKey, findDeal } from '../db/deals.ts';
import type { MailboxRow } from '../db/mailboxes.ts';
import { pausesInForce } from '../db/pauses.ts';
import type { Db } from '../db/store.ts';
import { civilDate } from '../domain/calendar.ts';
import { type PauseKind, pausedNow } from '../domain/pause.ts';
import type { Context } from './context.ts';

/**
 * Why nothing of these kinds may be done in this deal with these people, as the end of a sentence; null where it may. People absent: all contacts of
 * the deal. `tx`: as it stands in that transaction, see `keepPauses`.
 */
export async function pausedBecause(
  context: Context,
  row: Pick<MailboxRow, 'id' | 'timeZone'>,
  { crmId, dealId }: { crmId: string; dealId: string },
  people: readonly string[] = [],
  kinds: readonly PauseKind[] = ['pause', 'hold'],
  db: Db = context.store.db,
): Promise<string | null> {
  const pauses = (await pausesInForce(db)).filter(({ kind }) => kinds.includes(kind));
  if (pauses.length === 0) return null;
  const deal = await findDeal(db, crmId, dealId);
  const contacts = deal ? ((await contactsOfDeals(db, [deal])).get(dealKey(deal)) ?? []) : [];
  const all = [...people, ...contacts.flatMap(({ emails }) => emails)];
  const about = { mailboxId: row.id, crmId, dealId, people: all };
  return pausedNow(pauses, about, civilDate(context.now(), row.timeZone))?.text ?? null;
}
