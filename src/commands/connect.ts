/** `connect KIND …`: what the page does, for scripts. An account is tried before it is stored. */
import { eq } from 'drizzle-orm';
import type { App } from '../app.ts';
import { clientOf, isOAuth, secretBinding } from '../connect/desk.ts';
import { connectWithPassword, disconnect } from '../connect/save.ts';
import { readWanted } from '../connect/wanted.ts';
import { crmKinds } from '../crm/index.ts';
import { appendLedger } from '../db/ledger.ts';
import { findByRep } from '../db/mailboxes.ts';
import type { Wanted } from '../db/schema.ts';
import * as schema from '../db/schema.ts';
import { BadInput } from '../errors.ts';
import { mailboxKinds } from '../mailbox/index.ts';
import { type Io, soon } from './io.ts';
import type { Options } from './options.ts';

/** What somebody wants connected, checked as far as that goes without trying it. */
export type ConnectRequest =
  | { what: 'crm'; kind: string; settings: Record<string, unknown> }
  | { what: 'mailbox'; kind: string; settings: Record<string, unknown>; wanted: Wanted }
  /** Connected in a browser. */
  | { what: 'page'; kind: string; rep: string };

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

/** Reads the command line; `timeZone` is that of reps who have none of their own. Throws BadInput for whatever can be seen to be wrong before anything is opened. */
export function readConnect(kindName: string | undefined, options: Options, timeZone = 'UTC'): ConnectRequest {
  const known = [...mailboxKinds, ...crmKinds].map(({ name }) => name).join(', ');
  if (!kindName) throw new BadInput(`Say what to connect: ${known}; "help" shows the options.`);
  const crmKind = crmKinds.find(({ name }) => name === kindName);
  if (crmKind) return { what: 'crm', kind: kindName, settings: crmKind.parseSettings(settingsOf(options)) };
  const kind = mailboxKinds.find(({ name }) => name === kindName);
  if (!kind) throw new BadInput(`There is nothing to connect called "${kindName}": it can be ${known}.`);
  const wanted = readWanted(
    {
      rep: String(options.rep ?? ''),
      name: typeof options.name === 'string' ? options.name : '',
      aliases: [options.alias ?? []].flat().map(String),
      timeZone: typeof options['time-zone'] === 'string' ? options['time-zone'] : '',
    },
    timeZone,
  );
  if (isOAuth(kind)) return { what: 'page', kind: kindName, rep: wanted.rep };
  if (options['password-stdin'] !== true)
    throw new BadInput(
      'Give the password on standard input and say so with --password-stdin: an argument would show in the process list.',
    );
  return { what: 'mailbox', kind: kindName, settings: kind.parseSettings(settingsOf(options)), wanted };
}

/** Connecting what is connected already replaces its settings and secret, and starts it at once. `secret` comes from standard input. */
export async function connect(app: App, request: ConnectRequest, secret: string | null, io: Io): Promise<number> {
  if (request.what === 'crm') return connectCrm(app, request, secret, io);
  const kind = app.mailboxKinds.find((each) => each.name === request.kind);
  if (!kind) throw new BadInput(`This service cannot connect "${request.kind}".`);
  if (request.what === 'page') {
    if (isOAuth(kind)) clientOf(app.desk, kind);
    const base = app.url ?? `http://${app.config.host}:${app.config.port}`;
    io.out(`${kind.title} is connected in a browser, signed in as an admin ("setup-link" prints a way in):\n`);
    io.out(`${base}/connect/${kind.name}?${new URLSearchParams({ rep: request.rep })}\n`);
    return 0;
  }
  if (!secret) throw new BadInput('The password on standard input is empty.');
  const { rep } = request.wanted;
  io.out(`Trying ${rep} …\n`);
  await connectWithPassword(app.desk, kind, request.wanted, request.settings, secret);
  io.out(`Connected ${rep}. Its threads with contacts of open deals are being read now.\n`);
  return 0;
}

/** `disconnect ADDRESS`: ends the access and keeps the record. */
export async function disconnectRep(app: App, rep: string, io: Io): Promise<number> {
  const row = await findByRep(app.store.db, rep.trim().toLowerCase());
  if (!row || row.disconnectedAt) throw new BadInput(`No mailbox of ${rep} is connected; "status" lists them.`);
  const { told } = await disconnect(app.desk, row.id);
  io.out(`Disconnected ${row.rep}. ${told} The record of what was read, drafted and decided stays.\n`);
  return 0;
}

const well = { problem: null, problemSince: null, failures: 0, nextTryAt: null };

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
