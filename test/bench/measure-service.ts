/** The service, in a process of its own so that its memory is its own, with one mailbox and the deals of a CSV folder. */
import { runStored } from '../../src/commands/run.ts';
import { readConfig } from '../../src/config.ts';
import * as schema from '../../src/db/schema.ts';
import { jobs } from '../../src/jobs/index.ts';
import { createLog } from '../../src/lib/log.ts';
import { openService } from '../../src/node.ts';
import { measured, type ServiceTask, serve, taskOf } from './measure.ts';

const { dir, fresh, crm, at, port, user, password } = taskOf<ServiceTask>();
const environment = { COUNTERSIGN_DATA: `${dir}/data`, COUNTERSIGN_KEY_FILE: `${dir}/key` };
const service = await openService(readConfig(environment, JSON.stringify({ timeZone: 'Europe/Berlin' })), {
  supervise: false,
  now: () => new Date(at),
  log: createLog({ level: 'silent' }),
});
const { app, store } = service;

async function command(argv: string[]): Promise<void> {
  let printed = '';
  const code = await runStored(app, argv, `${password}\n`, ({ out, err }) => {
    printed += (out ?? '') + (err ?? '');
  });
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${printed}`);
}

if (fresh) {
  const login = ['--host', '127.0.0.1', '--port', String(port), '--user', user, '--secure', 'none', '--password-stdin'];
  await command(['connect', 'csv', '--dir', crm]);
  await jobs['sync-deals'](app.context, 'csv');
  await command(['connect', 'imap', '--rep', user, '--name', 'Robin Rep', ...login]);
}
const [row] = await store.db.select().from(schema.mailbox);
if (!row) throw new Error('No mailbox was connected.');
const sync = () => jobs['sync-mailbox'](app.context, row.id);
// A first read begins with connecting; a later one finds the connection open.
if (!fresh) await sync();

serve(
  async () => {
    const figures = await measured(sync);
    const stored = await store.db.select({ id: schema.message.id, text: schema.message.text }).from(schema.message);
    const [after] = await store.db.select({ problem: schema.mailbox.problem }).from(schema.mailbox);
    return { ...figures, stored, texts: stored.length, problem: after?.problem ?? null };
  },
  () => service.close(),
);
