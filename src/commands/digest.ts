/** `digest`: what the summary of today says, or would say. Delivers nothing and stores nothing. */
import type { App } from '../app.ts';
import { digestOfDay, lastDigestAt } from '../db/digests.ts';
import { ledgerHead } from '../db/ledger.ts';
import { findByRep } from '../db/mailboxes.ts';
import { civilDate } from '../domain/calendar.ts';
import { digestOf } from '../domain/digest/digest.ts';
import { digestMail } from '../domain/digest/mail.ts';
import { BadInput } from '../errors.ts';
import { digestFacts } from '../jobs/digest-facts.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

export function checkDigest({ rep }: Options): void {
  if (typeof rep !== 'string') throw new BadInput('Say whose: digest --rep ADDRESS; "status" lists the mailboxes.');
}

const states = {
  nothing: 'there was nothing to say',
  made: 'it is made and not delivered yet',
  delivered: 'it was delivered',
  missed: 'it was missed',
};

/** One line of what became of today's, and its subject; the whole text with `--print`. */
export async function digest(app: App, options: Options, io: Io): Promise<number> {
  const { context, store } = app;
  const row = await findByRep(store.db, String(options.rep).trim().toLowerCase());
  if (!row || row.disconnectedAt !== null)
    throw new BadInput(`No connected mailbox is ${options.rep}'s: "status" lists those that are.`);
  const today = civilDate(context.now(), row.timeZone);
  const made = await digestOfDay(store.db, row.id, today);
  if (made?.text) {
    io.out(`${made.subject}\nToday ${states[made.state]}.\n`);
    if (options.print === true) io.out(`\n${made.text}`);
    return 0;
  }
  const facts = await digestFacts(context, row, await context.mailbox(row), await lastDigestAt(store.db, row.id));
  const found = digestOf(facts, store.sha256);
  if (!found) {
    io.out('Nothing to say today.\n');
    return 0;
  }
  const { seq, hash: head } = await ledgerHead(store.db);
  const { subject, text } = digestMail(found, { seq, head }, context.render);
  io.out(
    `${subject}\n${made ? `Today ${states[made.state]}; by now it would be this.` : 'Not made yet; it would be this.'}\n`,
  );
  if (options.print === true) io.out(`\n${text}`);
  return 0;
}
