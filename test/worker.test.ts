/** The same code in workerd: it boots, answers, and drains the queue on PostgreSQL. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unstable_startWorker } from 'wrangler';
import { issueToken } from '../src/db/admins.ts';
import { migratePostgres, openPostgres } from '../src/db/postgres.ts';
import type { Store } from '../src/db/store.ts';
import { sha256 } from '../src/lib/hash.ts';
import { type Behaviour, faults, startModelServer } from './fakes/model-server.ts';
import { type PostgresServer, postgresMissing, startPostgres } from './support/postgres.ts';

type Worker = Awaited<ReturnType<typeof unstable_startWorker>>;

const root = fileURLToPath(new URL('..', import.meta.url));

async function startWorker(bindings: Record<string, string>, entrypoint?: string): Promise<Worker> {
  const values = Object.entries(bindings).map(([name, value]) => [name, { type: 'plain_text' as const, value }]);
  const worker = await unstable_startWorker({
    config: `${root}wrangler.toml`,
    ...(entrypoint ? { entrypoint } : {}),
    bindings: Object.fromEntries(values),
    dev: {
      server: { hostname: '127.0.0.1', port: 0 },
      inspector: false,
      logLevel: 'error',
      watch: false,
      persist: false,
      testScheduled: true,
    },
  });
  await worker.ready;
  return worker;
}

describe('the worker', () => {
  it('boots in workerd and answers /health with every template on board', async () => {
    const worker = await startWorker({});
    try {
      const response = await worker.fetch('http://127.0.0.1/health');
      expect(response.status).toBe(200);
      const templates = readdirSync(`${root}templates`, { recursive: true }).filter((name) =>
        String(name).endsWith('.liquid'),
      );
      expect(await response.json()).toEqual({ ok: true, templates: templates.length });
    } finally {
      await worker.dispose();
    }
  });
});

describe('requests to elsewhere, in workerd', () => {
  it('go to a provider and to a language model as on Node, and follow no redirect', async () => {
    const server = await startModelServer();
    const worker = await startWorker({ MODEL_URL: server.url }, `${root}test/fakes/lib-worker.ts`);
    try {
      const ask = async (behaviour: Behaviour): Promise<unknown> => {
        server.will(behaviour);
        return (await worker.fetch('http://127.0.0.1/')).json();
      };
      const answered = { kind: 'answered', value: { ready: true }, tokens: { in: 7, out: 2 }, requests: 1 };
      expect(await ask({ say: { ready: true }, usage: { in: 7, out: 2 } })).toEqual([['test-model'], answered]);
      expect(await (await worker.fetch('http://127.0.0.1/gateway')).json()).toEqual([200, 'TryLater']);
      expect(await ask(faults.megabyte)).toMatchObject([['test-model'], { kind: 'too_large' }]);
      expect(await ask(faults.wrongKey)).toMatchObject([['test-model'], { kind: 'denied' }]);
      expect(Object.keys(server.requests[0]?.headers ?? {}).filter((name) => name.startsWith('x-stainless'))).toEqual(
        [],
      );
    } finally {
      await worker.dispose();
      await server.close();
    }
  });
});

describe.skipIf(postgresMissing)(`the worker on a database (${postgresMissing ?? 'PostgreSQL'})`, () => {
  let server: PostgresServer;
  let worker: Worker;
  let store: Store;

  beforeAll(async () => {
    server = await startPostgres();
    const url = await server.database();
    await migratePostgres(url, `${root}drizzle`);
    const model = { COUNTERSIGN_MODEL: 'test-model', COUNTERSIGN_MODEL_URL: 'http://127.0.0.1:1/v1' };
    const key = Buffer.alloc(32, 7).toString('base64');
    worker = await startWorker({ DATABASE_URL: url, COUNTERSIGN_KEY: key, ...model });
    store = openPostgres(url, sha256);
  });
  afterAll(async () => {
    await worker?.dispose();
    await store?.close();
    await server?.stop();
  });

  it('serves the pages, which want a session', async () => {
    const response = await worker.fetch('http://127.0.0.1/');
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('setup link');
  });

  it('knows its language model from the bindings, and what it cost today', async () => {
    const now = new Date();
    const token = await issueToken(store.db, 'setup', new Date(now.getTime() + 60_000), sha256, now);
    const origin = 'http://127.0.0.1';
    const opened = await worker.fetch(`${origin}/setup/${token}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin },
    });
    const cookie = opened.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const page = await (await worker.fetch(`${origin}/`, { headers: { cookie } })).text();
    expect(page).toContain('model test-model today: 0 questions, 0 tokens; at most 5000000 tokens');
  });

  it('serves the pages that connect, and takes no notice for a kind that nobody registered', async () => {
    expect((await worker.fetch('http://127.0.0.1/connect')).status).toBe(401);
    expect((await worker.fetch('http://127.0.0.1/push/imap', { method: 'POST', body: '{}' })).status).toBe(404);
  });

  it('sweeps and drains the queue from a scheduled event', async () => {
    const response = await worker.fetch('http://127.0.0.1/__scheduled?cron=*+*+*+*+*');
    expect(await response.text()).toBe('Ran scheduled event');
    expect(response.status).toBe(200);
  });
});
