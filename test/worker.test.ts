/** The same code in workerd: it boots, answers, and drains the queue on PostgreSQL. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unstable_startWorker } from 'wrangler';
import { migratePostgres } from '../src/db/postgres.ts';
import { type PostgresServer, postgresMissing, startPostgres } from './support/postgres.ts';

type Worker = Awaited<ReturnType<typeof unstable_startWorker>>;

const root = fileURLToPath(new URL('..', import.meta.url));

async function startWorker(bindings: Record<string, string>): Promise<Worker> {
  const values = Object.entries(bindings).map(([name, value]) => [name, { type: 'plain_text' as const, value }]);
  const worker = await unstable_startWorker({
    config: `${root}wrangler.toml`,
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

describe.skipIf(postgresMissing)(`the worker on a database (${postgresMissing ?? 'PostgreSQL'})`, () => {
  let server: PostgresServer;
  let worker: Worker;

  beforeAll(async () => {
    server = await startPostgres();
    const url = await server.database();
    await migratePostgres(url, `${root}drizzle`);
    worker = await startWorker({ DATABASE_URL: url, COUNTERSIGN_KEY: Buffer.alloc(32, 7).toString('base64') });
  });
  afterAll(async () => {
    await worker?.dispose();
    await server?.stop();
  });

  it('serves the pages, which want a session', async () => {
    const response = await worker.fetch('http://127.0.0.1/');
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('setup link');
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
