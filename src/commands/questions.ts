/** `questions` and `bind`: threads that may belong to several deals, and a person's answer. */
import type { App } from '../app.ts';
import { dealOfKey, dealsWithId, findDeal, type StoredDeal } from '../db/deals.ts';
import { namedQuestions } from '../db/questions.ts';
import type { Db } from '../db/store.ts';
import { BadInput } from '../errors.ts';
import { bindThread } from '../jobs/bind-thread.ts';
import type { Io } from './io.ts';

/** One line a thread, JSON on request. Of people only contacts are shown, and nothing of the text. */
export async function questions(app: App, json: boolean, io: Io): Promise<number> {
  const open = await namedQuestions(app.store.db);
  for (const { id, rep, ref, people, askedAt, lastAt, candidates } of open) {
    const since = askedAt?.toISOString() ?? null;
    const last = lastAt?.toISOString() ?? null;
    if (json) {
      const deals = candidates.map(({ crmId, dealId, ...rest }) => ({ crm: crmId, deal: dealId, ...rest }));
      io.out(`${JSON.stringify({ thread: id, rep, ref, since, lastMail: last, people, candidates: deals })}\n`);
      continue;
    }
    io.out(
      `${id} of ${rep}, with ${people.join(', ') || `nobody known (${ref})`}, last mail ${last}, asked ${since}:\n`,
    );
    for (const { dealId, name, status, because } of candidates)
      io.out(`    ${dealId} "${name}"${status === 'open' ? '' : ` (${status})`}: ${because.join(' ')}\n`);
  }
  if (open.length === 0 && !json) io.out('No thread waits for an answer.\n');
  return 0;
}

/** `deal` is an id, or CRM/ID where several CRMs have it, or "none". */
export async function bind(app: App, thread: string, deal: string, io: Io): Promise<number> {
  const found = deal === 'none' ? null : await theDeal(app.store.db, deal);
  const changed = await bindThread(app.context, thread, found, 'admin');
  const where = found ? `belongs to the deal ${found.id} "${found.name}"` : 'belongs to no deal';
  io.out(changed ? `The thread ${where}. Recorded.\n` : `The thread ${where} already.\n`);
  return 0;
}

/** By the CRM's id, or CRM/ID. Throws BadInput where none or several fit. */
export async function theDeal(db: Db, name: string): Promise<StoredDeal> {
  const { crmId, dealId } = dealOfKey(name);
  const named = await dealsWithId(db, name);
  const [deal, another] = named.length === 0 ? [await findDeal(db, crmId, dealId)] : named;
  if (another)
    throw new BadInput(
      `Several CRMs have a deal "${name}": say which one, ${named.map((each) => `${each.crmId}/${each.id}`).join(' or ')}.`,
    );
  if (!deal) throw new BadInput(`There is no deal "${name}": give the id that the CRM has for it, or "none".`);
  if (deal.gone) throw new BadInput(`The deal "${name}" is gone from the CRM: give another one, or "none".`);
  return deal;
}
