/** `pause`, `resume` and `pauses`: an admin stops everything for a person, a deal, a rep or the whole organisation, and lets it go on. */
import type { App } from '../app.ts';
import { findByRep } from '../db/mailboxes.ts';
import { type PauseRow, pausesInForce } from '../db/pauses.ts';
import { civilDate } from '../domain/calendar.ts';
import { isCivilDate } from '../domain/input.ts';
import { pauseInWords, pausesOver } from '../domain/pause.ts';
import { BadInput } from '../errors.ts';
import { type PauseTarget, pause, resume } from '../jobs/pause.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';
import { theDeal } from './questions.ts';

const usage = 'Say what is to rest: pause all, pause rep ADDRESS, pause deal DEAL or pause person ADDRESS.';

/** Throws BadInput for a command line that cannot be right. */
export function checkPause(words: readonly string[], { until }: Options): void {
  const [scope = '', name] = words;
  if (!['all', 'rep', 'deal', 'person'].includes(scope) || (scope === 'all') !== (name === undefined))
    throw new BadInput(usage);
  if (scope === 'person' && !/^[^\s@]+@[^\s@]+$/.test(name ?? ''))
    throw new BadInput(`"${name}" is no address: pause person ADDRESS.`);
  if (until !== undefined && !isCivilDate(String(until)))
    throw new BadInput(`"${until}" is no day: give one such as --until 2026-12-24.`);
}

export async function pauseCommand(app: App, words: readonly string[], options: Options, io: Io): Promise<number> {
  const [scope = '', name = ''] = words;
  const target = await targetOf(app, scope, name, options);
  const row = await pause(app.context, {
    ...target,
    kind: options['mail-only'] === true ? 'hold' : 'pause',
    until: typeof options.until === 'string' ? options.until : null,
    reason: typeof options.reason === 'string' ? options.reason : null,
    by: 'admin',
  });
  io.out(`${row.id}: ${pauseInWords(row)}. Untouched drafts of it are taken back. Ends with: resume ${row.id}\n`);
  return 0;
}

async function targetOf(
  { store: { db } }: App,
  scope: string,
  name: string,
  { rep }: Options,
): Promise<PauseTarget & { mailboxId: string | null }> {
  const whose = scope === 'rep' ? name : typeof rep === 'string' ? rep : null;
  const mailbox = whose === null ? null : await findByRep(db, whose.toLowerCase());
  if (whose !== null && !mailbox) throw new BadInput(`No mailbox of ${whose} is known: "status" lists them.`);
  const mailboxId = mailbox?.id ?? null;
  if (scope === 'person') return { scope, address: name, mailboxId };
  if (scope !== 'deal') return { scope: scope === 'rep' || mailboxId !== null ? 'rep' : 'all', mailboxId };
  const { crmId, id } = await theDeal(db, name);
  return { scope, crmId, dealId: id, mailboxId };
}

export async function resumeCommand(app: App, id: string, io: Io): Promise<number> {
  const ended = await resume(app.context, id, 'admin');
  io.out(ended ? `${id} has ended. Recorded.\n` : `${id} had ended before.\n`);
  return 0;
}

/** Those that hold today, in the zone of whom they concern; one line each. */
export async function pausesCommand(app: App, json: boolean, io: Io): Promise<number> {
  const today = civilDate(app.context.now(), app.config.policy.timeZone);
  const rows = (await pausesInForce(app.store.db)).filter((row) => holds(row, today));
  for (const row of rows) {
    const { id, kind, scope, mailboxId, crmId, dealId, address, until, by, reason, since } = row;
    if (json) {
      const named = { id, kind, scope, mailbox: mailboxId, crm: crmId, deal: dealId, address, until, by, reason };
      io.out(`${JSON.stringify({ ...named, since: since.toISOString() })}\n`);
      continue;
    }
    const about = dealId === null ? '' : ` (${dealId})`;
    io.out(`${id}: ${pauseInWords(row)}${about}, since ${since.toISOString()}${reason ? `: ${reason}` : ''}\n`);
  }
  if (rows.length === 0 && !json) io.out('Nothing is paused.\n');
  return 0;
}

const holds = (row: PauseRow, today: string): boolean => {
  const { mailboxId, crmId, dealId, address } = row;
  const about = {
    mailboxId: mailboxId ?? '',
    crmId: crmId ?? '',
    dealId: dealId ?? '',
    people: address ? [address] : [],
  };
  return pausesOver([row], about, today).length > 0;
};
