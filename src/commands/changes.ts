/** `changes` and `decide`: what we suggest to change in the CRM, and a person's word on it. */
import type { App } from '../app.ts';
import { changesToDecide, findChange } from '../db/changes.ts';
import { dealKey, dealsById } from '../db/deals.ts';
import * as schema from '../db/schema.ts';
import { civilDate } from '../domain/calendar.ts';
import { BadInput } from '../errors.ts';
import { type ChangeDecision, decideChange } from '../jobs/decide-change.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

const verbs = ['approve', 'reject', 'snooze', 'undo'];
/** Of the hash so many letters are enough to say that this and no other was read. */
const shownOfHash = 12;

export function checkDecide(words: readonly string[]): void {
  if (words.length !== 3 || !verbs.includes(words[2] ?? ''))
    throw new BadInput('Say which and what: decide CHANGE HASH approve, reject, snooze or undo; "changes" shows both.');
}

/** One line a proposal, JSON on request: its id, the beginning of the hash of what is shown, the deal and the sentence with its ground. */
export async function changes(app: App, json: boolean, io: Io): Promise<number> {
  const { db } = app.store;
  for (const { id: mailboxId, rep, timeZone } of await db.select().from(schema.mailbox)) {
    const rows = await changesToDecide(db, mailboxId, civilDate(app.context.now(), timeZone));
    const deals = new Map<string, string>();
    for (const [crmId, mine] of Map.groupBy(rows, (row) => row.crmId))
      for (const deal of await dealsById(
        db,
        crmId,
        mine.map(({ dealId }) => dealId),
      ))
        deals.set(dealKey(deal), deal.name);
    for (const row of rows) {
      const { id, hash, kind, crmId, dealId, contactId, before, after, text, ground, expiresOn } = row;
      const name = deals.get(dealKey({ crmId, id: dealId })) ?? dealId;
      const shown = { kind, rep, crm: crmId, deal: dealId, contact: contactId, before, after, text, ground, expiresOn };
      if (json) io.out(`${JSON.stringify({ id, hash, ...shown })}\n`);
      else
        io.out(
          `${id} ${hash.slice(0, shownOfHash)} ${name} (${dealId}), for ${rep}: ${text}${ground.quote ? ` Because: "${ground.quote}"` : ''} Until ${expiresOn}.\n`,
        );
    }
  }
  return 0;
}

export async function decide(app: App, words: readonly string[], options: Options, io: Io): Promise<number> {
  const [id = '', given = '', verb = ''] = words;
  const row = await findChange(app.store.db, id);
  if (!row) throw new BadInput(`There is no proposal "${id}": "changes" lists them.`);
  const decided = await decideChange(app.context, {
    changeId: id,
    hash: given.length >= shownOfHash && row.hash.startsWith(given) ? row.hash : given,
    by: 'admin',
    how: 'command',
    evidence: { command: app.context.newId() },
    do: verb as ChangeDecision['do'],
    until: typeof options.until === 'string' ? options.until : null,
    reason: typeof options.reason === 'string' ? options.reason : null,
  });
  if (decided.kind === 'refused') throw new BadInput(decided.text);
  io.out(`${decided.text}\n`);
  return 0;
}
