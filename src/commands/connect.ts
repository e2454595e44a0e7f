/** `connect KIND …`: what the page does, for scripts. An account is tried before it is stored. */

import { eq } from 'drizzle-orm';
import { type App, mailboxOfRep, secretBinding } from '../app.ts';
import { policySchema } from '../config.ts';
import { appendLedger } from '../db/ledger.ts';
import * as schema from '../db/schema.ts';
import { BadInput } from '../errors.ts';
import type { Io } from './io.ts';

const own = new Set(['rep', 'name', 'alias', 'time-zone', 'password-stdin']);

/** Options of the command line become settings: `--date-order dmy` is `dateOrder`, `--folder-drafts X` is `folders.drafts`. */
function settingsOf(options: Record<string, string | boolean | string[]>): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (own.has(name)) continue;
    const folder = /^folder-(\w+)$/.exec(name)?.[1];
    if (folder) settings.folders = { ...(settings.folders as object | undefined), [folder]: value };
    else settings[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = value;
  }
  return settings;
}

/** Connecting what is connected already replaces its settings and secret, and starts it at once. */
export async function connect(
  app: App,
  kindName: string,
  options: Record<string, string | boolean | string[]>,
  io: Io,
): Promise<number> {
  const crmKind = app.crmKinds.find(({ name }) => name === kindName);
  if (crmKind) return connectCrm(app, kindName, options, io);
  const mailboxKind = app.mailboxKinds.find(({ name }) => name === kindName);
  if (mailboxKind) return connectMailbox(app, kindName, options, io);
  const known = [...app.mailboxKinds, ...app.crmKinds].map(({ name }) => name).join(', ');
  throw new BadInput(`There is nothing to connect called "${kindName}": it can be ${known}.`);
}

async function connectMailbox(
  app: App,
  kindName: string,
  options: Record<string, string | boolean | string[]>,
  io: Io,
): Promise<number> {
  const kind = app.mailboxKinds.find(({ name }) => name === kindName);
  if (!kind) return 2;
  const rep = String(options.rep ?? '')
    .trim()
    .toLowerCase();
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(rep)) throw new BadInput('Name the rep by address: --rep ADDRESS.');
  const timeZone = String(options['time-zone'] ?? app.config.policy.timeZone);
  if (!policySchema.shape.timeZone.safeParse(timeZone).success)
    throw new BadInput(`"${timeZone}" is not a time zone: give one such as --time-zone Europe/Berlin.`);
  const aliases = [options.alias ?? []].flat().map((each) => String(each).trim().toLowerCase());
  if (options['password-stdin'] !== true)
    throw new BadInput(
      'Give the password on standard input and say so with --password-stdin: an argument would show in the process list.',
    );
  const secret = (await io.stdin()).replace(/\r?\n$/, '');
  if (secret === '') throw new BadInput('The password on standard input is empty.');
  const settings = kind.parseSettings(settingsOf(options));
  const repName = String(options.name ?? '').trim() || nameFrom(rep);

  io.out(`Trying ${rep} …\n`);
  const { operationSeconds, pollSeconds } = app.config;
  const trial = kind.open({
    owner: { name: repName, address: rep },
    settings,
    secret,
    tuning: { operationSeconds, pollSeconds },
  });
  try {
    await trial.changes(null);
  } finally {
    await trial.close();
  }
  const known = await mailboxOfRep(app.store, rep);
  const id = known?.id ?? app.context.newId();
  const sealed = await app.keyring.seal(secret, secretBinding('mailbox', id));
  const at = app.context.now();
  await app.store.transaction(async (tx) => {
    const values = { kind: kindName, repName, aliases, timeZone, settings, secret: sealed };
    const well = { problem: null, problemSince: null, failures: 0, nextTryAt: null };
    if (known)
      await tx
        .update(schema.mailbox)
        .set({ ...values, ...well })
        .where(eq(schema.mailbox.id, id));
    else await tx.insert(schema.mailbox).values({ id, rep, createdAt: at, ...values });
    await appendLedger(
      tx,
      {
        at,
        by: rep,
        kind: 'mailbox_connected',
        key: `mailbox_connected/${id}/${at.toISOString()}`,
        body: { mailbox: id, kind: kindName },
      },
      app.store.sha256,
    );
  });
  await app.forget(id);
  await app.context.enqueue('sync-mailbox', id);
  io.out(`Connected ${rep}. Its threads with contacts of open deals are being read now.\n`);
  return 0;
}

/** "dana.berg@x.example" signs as "Dana Berg" until somebody says otherwise. */
function nameFrom(address: string): string {
  return (address.split('@')[0] ?? '')
    .split(/[._-]+/)
    .filter((part) => part !== '')
    .map((part) => part[0]?.toUpperCase() + part.slice(1))
    .join(' ');
}

async function connectCrm(
  app: App,
  kindName: string,
  options: Record<string, string | boolean | string[]>,
  io: Io,
): Promise<number> {
  const kind = app.crmKinds.find(({ name }) => name === kindName);
  if (!kind) return 2;
  const settings = kind.parseSettings(settingsOf(options));
  const secret = options['password-stdin'] === true ? (await io.stdin()).replace(/\r?\n$/, '') : null;
  const trial = kind.open({ settings, secret, now: app.context.now });
  try {
    const { deals, problems } = await trial.changedDeals(null);
    io.out(`Found ${deals.length} deals.\n`);
    for (const problem of problems.slice(0, 20)) io.err(`${problem}\n`);
    if (problems.length > 20) io.err(`… and ${problems.length - 20} more.\n`);
  } finally {
    await trial.close();
  }
  const [known] = await app.store.db.select().from(schema.crm).where(eq(schema.crm.kind, kindName));
  const id = known?.id ?? kindName;
  const sealed = secret === null ? null : await app.keyring.seal(secret, secretBinding('crm', id));
  const at = app.context.now();
  await app.store.transaction(async (tx) => {
    const well = { problem: null, problemSince: null, failures: 0, nextTryAt: null, cursor: null, syncedAt: null };
    if (known)
      await tx
        .update(schema.crm)
        .set({ settings, secret: sealed, ...well })
        .where(eq(schema.crm.id, id));
    else await tx.insert(schema.crm).values({ id, kind: kindName, settings, secret: sealed, createdAt: at });
    await appendLedger(
      tx,
      {
        at,
        by: 'countersign',
        kind: 'crm_connected',
        key: `crm_connected/${id}/${at.toISOString()}`,
        body: { crm: id, kind: kindName },
      },
      app.store.sha256,
    );
  });
  await app.forget(id);
  await app.context.enqueue('sync-deals', id);
  io.out(`Connected ${kindName}.\n`);
  return 0;
}
