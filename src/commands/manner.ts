/** `manner`: how a rep writes, as far as it was learned, and the rep's say in it. */
import type { App } from '../app.ts';
import { appendLedger } from '../db/ledger.ts';
import { findByRep, type MailboxRow } from '../db/mailboxes.ts';
import { eraseManner, findManner, lockManner, outcomesOf, saveManner } from '../db/manner.ts';
import { countKinds, kindInWords, rejectedKinds } from '../domain/rejections.ts';
import { profileLines } from '../domain/writing/profile-words.ts';
import { BadInput } from '../errors.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

const acts = ['erase', 'off', 'on', 'reset'] as const;
type Act = (typeof acts)[number];

/** Throws BadInput for a command line that names no rep, or wants two things at once. */
export function checkManner(options: Options): { rep: string; act: Act | null } {
  if (typeof options.rep !== 'string')
    throw new BadInput('Say whose manner: manner --rep ADDRESS; "status" lists them.');
  const [act = null, another] = acts.filter((each) => options[each] === true);
  if (another) throw new BadInput(`Say one thing at a time: --${act} or --${another}.`);
  return { rep: options.rep.trim().toLowerCase(), act };
}

/** Shows what was learned, or does what the rep wants with it. Whatever was learned before an erasure is gone, and nothing older is learned again. */
export async function manner(app: App, options: Options, io: Io): Promise<number> {
  const { rep, act } = checkManner(options);
  const row = await findByRep(app.store.db, rep);
  if (!row) throw new BadInput(`There is no mailbox of ${rep}; "status" lists them.`);
  if (act === null) return show(app, row, options.json === true, io);
  await change(app, row, act);
  const said: Record<Act, string> = {
    erase: 'What was learned is erased, and nothing that was sent or decided before now is learned from again.',
    off: 'Nothing is learned any more, and what was learned is not used; --erase deletes it, --on takes it up again.',
    on: 'Learned from now on, and used.',
    reset: 'Rejections before now keep no kind of draft back.',
  };
  io.out(`${said[act]} Recorded.\n`);
  return 0;
}

async function change(app: App, row: MailboxRow, act: Act): Promise<void> {
  const { context, store } = app;
  const at = context.now();
  await store.transaction(async (tx) => {
    await lockManner(tx, row.id);
    if (act === 'erase') {
      await saveManner(tx, row.id, { since: at });
      await eraseManner(tx, row.id);
    }
    if (act === 'off' || act === 'on') await saveManner(tx, row.id, { off: act === 'off' });
    if (act === 'reset') await saveManner(tx, row.id, { rejectionsSince: at });
    const kind = { erase: 'manner_erased', off: 'manner_off', on: 'manner_on', reset: 'rejections_reset' }[act];
    const entry = { at, by: 'admin', kind, key: `${kind}/${row.id}/${at.toISOString()}`, body: { mailbox: row.id } };
    await appendLedger(tx, entry, context);
  });
  if (act !== 'off') await context.enqueue('assess', row.id);
}

async function show(app: App, row: MailboxRow, json: boolean, io: Io): Promise<number> {
  const { db } = app.store;
  const known = await findManner(db, row.id);
  const outcomes = await outcomesOf(db, row);
  const rejected = rejectedKinds(outcomes);
  const kinds = countKinds(outcomes).map((each) => ({ ...each, rejectedInARow: rejected.has(each.situation) }));
  const learnedAt = known?.learnedAt?.toISOString() ?? null;
  const since = known?.since?.toISOString() ?? null;
  if (json) {
    const told = { rep: row.rep, on: !known?.off, learnedAt, since, profile: known?.profile ?? null, kinds };
    io.out(`${JSON.stringify(told, null, 2)}\n`);
    return 0;
  }
  const lines = [
    `How ${row.rep} writes${known?.off ? ' (off: not learned, not used)' : ''}:`,
    ...profileLines(known?.profile ?? null).map((line) => `  ${line}`),
    ...(since ? [`  Erased on ${since}; nothing older is learned from.`] : []),
  ];
  if (kinds.length > 0) lines.push('What became of drafts:');
  for (const { situation, sent, edited, rejected: not, rejectedInARow } of kinds)
    lines.push(
      `  ${kindInWords(situation)}: ${sent} sent, ${edited} sent in other words, ${not} rejected${rejectedInARow ? '; the last three in a row, --reset lifts that' : ''}`,
    );
  io.out(`${lines.join('\n')}\n`);
  return 0;
}
