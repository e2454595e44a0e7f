/** `npm run kills`: the service killed 300 times instead of the 20 of a test run, or as often as COUNTERSIGN_KILLS says. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// Vitest by node itself: no shell has to set a variable, so it is the same on every system.
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', 'test/vitest.config.ts', 'test/story/killed.test.ts'],
  { stdio: 'inherit', env: { COUNTERSIGN_KILLS: '300', ...process.env } },
);
process.exitCode = status ?? 1;
