/** `connect KIND …`: what the page does, for scripts. An account is tried before it is stored. */
import { eq } from 'drizzle-orm';
import { type App, mailboxOfRep, secretBinding } from '../app.ts';
import { policySchema } from '../config.ts';
import { crmKinds } from '../crm/index.ts';
import { appendLedger } from '../db/ledger.ts';
import * as schema from '../db/schema.ts';
import { BadInput } from '../errors.ts';
import { mailboxKinds } from '../mailbox/index.ts';
import { type Io, soon } from './io.ts';
import type { Options } from './options.ts';

/** What somebody wants connected, checked as far as that goes without trying it. */
export type ConnectRequest =
  | { what: 'crm'; kind: string; settings: Record<string, unknown> }
  | {
      what: 'mailbox';
      kind: string;
      settings: Record<string, unknown>;
      rep: string;
      name: string;
      aliases: string[];
      timeZone: string | null;
    };

const addressForm = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;
const notSettings = new Set(['rep', 'name', 'alias', 'time-zone', 'password-stdin']);

/** Options become settings: `--date-order dmy` is `dateOrder`, `--folder-drafts X` is `folders.drafts`. */
function settingsOf(options: Options): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (notSettings.has(name)) continue;
    const folder = /^folder-(\w+)$/.exec(name)?.[1];
    if (folder) settings.folders = { ...(settings.folders as object | undefined), [folder]: value };
    else settings[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = value;
  }
  return settings;
}

/** Reads the command line; throws BadInput for whatever can be seen to be wrong before anything is opened. */
export function readConnect(kindName: string | undefined, options: Options): ConnectRequest {
  const known = [...mailboxKinds, ...crmKinds].map(({ name }) => name).join(', ');
  if (!kindName) throw new BadInput(`Say what to connect: ${known}; "help" shows the options.`);
  const crmKind = crmKinds.find(({ name }) => name === kindName);
  if (crmKind) return { what: 'crm', kind: kindName, settings: crmKind.parseSettings(settingsOf(options)) };
  const kind = mailboxKinds.find(({ name }) => name === kindName);
  if (!kind) throw new BadInput(`There is nothing to connect called "${kindName}": it can be ${known}.`);
  const rep = String(options.rep ?? '')
    .trim()
    .toLowerCase();
  if (!addressForm.test(rep)) throw new BadInput('Name the rep by address: --rep ADDRESS.');
  const aliases = [options.alias ?? []].flat().map((each) => String(each).trim().toLowerCase());
  const wrong = aliases.find((alias) => !addressForm.test(alias));
  if (wrong !== undefined) throw new BadInput(`The alias "${wrong}" is not an address.`);
  const timeZone = typeof options['time-zone'] === 'string' ? options['time-zone'] : null;
  if (timeZone !== null && !policySchema.shape.timeZone.safeParse(timeZone).success)
    throw new BadInput(`"${timeZone}" is not a time zone: give one such as --time-zone Europe/Berlin.`);
  if (options['password-stdin'] !== true)
    throw new BadInput(
      'Give the password on standard input and say so with --password-stdin: an argument would show in the process list.',
    );
  const name = typeof options.name === 'string' ? options.name.trim() : '';
  if (/[\u0000-\u001f\u007f]/.test(name)) throw new BadInput('The name of the rep may not hold control characters.');
  const settings = kind.parseSettings(settingsOf(options));
  return { what: 'mailbox', kind: kindName, settings, rep, name: name || nameFrom(rep), aliases, timeZone };
}

/** "dana.berg@x.example" signs as "Dana Berg" until somebody says otherwise. */
function nameFrom(address: string): string {
  return (address.split('@')[0] ?? '')
    .split(/[._-]+/)
    .filter((part) => part !== '')
    .map((part) => part[0]?.toUpperCase() + part.slice(1))
    .join(' ');
}

/** Connecting what is connected already replaces its settings and secret, and starts it at once. `secret` comes from standard input. */
export async function connect(app: App, request: ConnectRequest, secret: string | null, io: Io): Promise<number> {
  if (request.what === 'crm') return connectCrm(app, request, secret, io);
  if (!secret) throw new BadInput('The password on standard input is empty.');
  return connectMailbox(app, request, secret, io);
}

const well = { problem: null, problemSince: null, failures: 0, nextTryAt: null };

async function connectMailbox(
  app: App,
  { kind: kindName, settings, rep, name, aliases, timeZone }: Extract<ConnectRequest, { what: 'mailbox' }>,
  secret: string,
  io: Io,
): Promise<number> {
  const kind = app.mailboxKinds.find((each) => each.name === kindName);
  if (!kind) throw new BadInput(`This service cannot connect "${kindName}".`);
  io.out(`Trying ${rep} …\n`);
  const { operationSeconds, pollSeconds } = app.config;
  const tuning = { operationSeconds, pollSeconds };
  const trial = kind.open({ owner: { name, address: rep }, settings, secret, tuning });
  try {
    await trial.changes(null);
  } finally {
    await trial.close();
  }
  const known = await mailboxOfRep(app.store, rep);
  const id = known?.id ?? app.context.newId();
  const sealed = await app.keyring.seal(secret, secretBinding('mailbox', id));
  const zone = timeZone ?? app.config.policy.timeZone;
  const values = { kind: kindName, repName: name, aliases, timeZone: zone, settings, secret: sealed };
  const at = app.context.now();
  await app.store.transaction(async (tx) => {
    if (known)
      await tx
        .update(schema.mailbox)
        .set({ ...values, ...well })
        .where(eq(schema.mailbox.id, id));
    else await tx.insert(schema.mailbox).values({ id, rep, createdAt: at, ...values });
    const key = `mailbox_connected/${id}/${at.toISOString()}`;
    const body = { mailbox: id, kind: kindName };
    await appendLedger(tx, { at, by: rep, kind: 'mailbox_connected', key, body }, app.context);
  });
  await app.forget(id);
  await app.context.enqueue('sync-mailbox', id);
  io.out(`Connected ${rep}. Its threads with contacts of open deals are being read now.\n`);
  return 0;
}

async function connectCrm(
  app: App,
  { kind: kindName, settings }: Extract<ConnectRequest, { what: 'crm' }>,
  secret: string | null,
  io: Io,
): Promise<number> {
  const kind = app.crmKinds.find((each) => each.name === kindName);
  if (!kind) throw new BadInput(`This service cannot connect "${kindName}".`);
  // Whether a file is finished is judged by the clock it was written under, not by one that a story moves.
  const trial = kind.open({ settings, secret, now: () => new Date() });
  try {
    const { deals, problems } = await soon(() => trial.changedDeals(null));
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
    const values = { settings, secret: sealed };
    const fresh = { ...values, ...well, cursor: null, syncedAt: null };
    if (known) await tx.update(schema.crm).set(fresh).where(eq(schema.crm.id, id));
    else await tx.insert(schema.crm).values({ id, kind: kindName, createdAt: at, ...values });
    const key = `crm_connected/${id}/${at.toISOString()}`;
    const body = { crm: id, kind: kindName };
    await appendLedger(tx, { at, by: 'countersign', kind: 'crm_connected', key, body }, app.context);
  });
  await app.forget(id);
  await app.context.enqueue('sync-deals', id);
  io.out(`Connected ${kindName}.\n`);
  return 0;
}
