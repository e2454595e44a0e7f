/** The service as a process of its own, on a clock that stands in a file: the test moves time, and kills. */
import { readFileSync } from 'node:fs';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/lib/log.ts';
import { openService } from '../../src/node.ts';

const [clockFile = '', policy = ''] = process.argv.slice(2);
let last = 0;
const now = (): Date => {
  // Half-written reads give the time read before.
  const read = Number(readFileSync(clockFile, 'utf8'));
  if (Number.isFinite(read) && read > last) last = read;
  return new Date(last);
};

const service = await openService(readConfig(process.env, policy), {
  supervise: true,
  now,
  log: createLog({ level: 'error' }),
});
await service.app.start();
process.stdout.write('ready\n');
