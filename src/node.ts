/** Countersign on Node: reads the environment, opens the database, serves the pages and works until it is told to stop. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { type App, hasSecrets, openApp } from './app.ts';
import { type Io, readPolicyFile } from './commands/io.ts';
import { type Config, readConfig } from './config.ts';
import { crmKinds } from './crm/index.ts';
import { issueToken } from './db/admins.ts';
import { openPglite, type PgliteStore } from './db/pglite.ts';
import { migratePostgres, openPostgres } from './db/postgres.ts';
import type { Store } from './db/store.ts';
import { tryTemplate } from './domain/writing/template-trial.ts';
import { BadInput, messageOf } from './errors.ts';
import { sha256 } from './lib/hash.ts';
import { jsonLines } from './lib/json-lines.ts';
import { loadOrCreateKey } from './lib/key-file.ts';
import { createLog, type Log } from './lib/log.ts';
import { keyId, openKeyring, parseKey } from './lib/seal.ts';
import { loadTemplates } from './lib/template-files.ts';
import { openWording, type Wording } from './lib/wording.ts';
import { mailboxKinds } from './mailbox/index.ts';
import type { MailboxKind } from './mailbox/mailbox.ts';
import { setupMs } from './web/pages.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

export interface Service {
  app: App;
  store: Store;
  /** Where a new key was just made; null when there was one. */
  newKeyFile: string | null;
  close(): Promise<void>;
}

/** The shipped wording. */
export const shippedTemplates = (): Wording => openWording(loadTemplates(folder('templates')));

/** The shipped wording with the admin's own in its place; `tell` hears what is wrong with it. Throws BadInput where their folder cannot be read at all. */
export function wordingOf({ templatesDir }: Pick<Config, 'templatesDir'>, tell: (problem: string) => void): Wording {
  const unread: string[] = [];
  const own = templatesDir === null ? {} : loadTemplates(templatesDir, (problem) => unread.push(problem));
  return openWording(loadTemplates(folder('templates')), own, tell, { unread, tryOut: tryTemplate });
}

/** Opens everything; nothing runs until `app.start()`. Without a key it does not open. */
export async function openService(
  config: Config,
  options: { supervise: boolean; now?: () => Date; log?: Log; mailboxKinds?: readonly MailboxKind[] },
): Promise<Service> {
  const log = options.log ?? createLog({ level: config.logLevel });
  const wording = wordingOf(config, (problem) => log.warn('template-refused', { error: new BadInput(problem) }));
  const store = await openStore(config);
  try {
    const { key, created } = config.key
      ? { key: parseKey(config.key), created: false }
      : await loadOrCreateKey({ path: config.keyFile, dataDir: config.dataDir, mayCreate: !(await hasSecrets(store)) });
    const keyring = await openKeyring([{ id: await keyId(key), key }]);
    const parts = {
      store,
      config,
      keyring,
      log,
      mailboxKinds: options.mailboxKinds ?? mailboxKinds,
      crmKinds,
      wording,
      now: options.now,
    };
    const app = await openApp(parts, { supervise: options.supervise });
    return {
      app,
      store,
      newKeyFile: created ? config.keyFile : null,
      async close() {
        await app.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openStore(config: Config): Promise<Store> {
  if (!config.databaseUrl) return openPglite(config.dataDir, folder('drizzle'), sha256);
  await migratePostgres(config.databaseUrl, folder('drizzle'));
  return openPostgres(config.databaseUrl, sha256);
}

/** A link that opens the status page in one browser, once, within half an hour. */
export async function setupLink(app: App): Promise<string> {
  const now = app.context.now();
  const token = await issueToken(app.store.db, 'setup', new Date(now.getTime() + setupMs), sha256, now);
  return `${app.url ?? `http://${app.config.host}:${app.config.port}`}/setup/${token}`;
}

/** Runs a command on behalf of `cli.ts` in another process. */
export type RunCommand = (
  app: App,
  argv: string[],
  stdin: string,
  out: (line: { out?: string; err?: string; code?: number }) => void,
  taken?: Io['taken'],
) => Promise<number>;

/**
 * Pages, and a door for commands: while the service runs, the embedded database is its alone, so commands come to it. The door opens only
 * to whoever can read the lock file, which is this user.
 */
export async function listen(
  service: Service,
  config: Config,
  run: RunCommand,
): Promise<{ url: string; close(): Promise<void> }> {
  const { app, store } = service;
  const token = randomBytes(32).toString('base64url');
  const web = new Hono();
  web.post('/control', async (c) => {
    const given = Buffer.from(c.req.header('authorization') ?? '');
    const expected = Buffer.from(`Bearer ${token}`);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return c.text('not for you\n', 403);
    const { argv, stdin } = await c.req.json<{ argv: string[]; stdin: string }>();
    const body = jsonLines(async (send, taken) => {
      try {
        send({ code: await run(app, argv, stdin, send, taken) });
      } catch (error) {
        send({ err: `${messageOf(error)}\n`, code: error instanceof BadInput ? 2 : 1 });
      }
    });
    return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
  });
  web.route('/', app.web);
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const made = serve({ fetch: web.fetch, hostname: config.host, port: config.port }, () => resolve(made));
    made.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new BadInput(
              `Port ${config.port} on ${config.host} is taken: set COUNTERSIGN_PORT to another one, or to 0.`,
            )
          : error,
      ),
    );
  });
  const { port } = server.address() as AddressInfo;
  const host = ({ '0.0.0.0': '127.0.0.1', '::': '[::1]' } as Record<string, string>)[config.host] ?? config.host;
  const local = `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;
  app.url ??= local;
  if ('lock' in store) await (store as PgliteStore).lock.update({ url: local, token });
  return {
    url: app.url,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        // Browsers keep sockets open that ask for nothing: they get a second, and no more.
        const impatient = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 1_000);
        impatient.unref();
      }),
  };
}

/** `npm start`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { policy: { type: 'string' } } });
  const policyText = values.policy ? await readPolicyFile(values.policy) : null;
  const config = readConfig(process.env, policyText);
  const service = await openService(config, { supervise: true });
  const { runStored } = await import('./commands/run.ts');
  const door = await listen(service, config, runStored).catch(async (error) => {
    await service.close();
    throw error;
  });
  if (service.newKeyFile)
    process.stdout.write(
      `Made a key for stored passwords: ${service.newKeyFile}. Keep a copy; without it they cannot be opened.\n`,
    );
  process.stdout.write(
    `Countersign runs on ${door.url}\nSetup link (works once, for 30 minutes): ${await setupLink(service.app)}\n`,
  );
  await service.app.start();

  // A driver that throws where nobody can catch it leaves us in a state we do not know: start anew rather than go on.
  process.on('uncaughtException', (error) => {
    service.app.context.log.error('crashed', { error });
    process.exit(1);
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    process.stdout.write('Stopping …\n');
    await door.close();
    await service.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exit(error instanceof BadInput ? 2 : 1);
  });
}
