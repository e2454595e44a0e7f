/** Debian's Chromium, driven by playwright-core. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/**
 * Null when the tests that need a browser can run, else why not. Under CI=true a missing browser is a failure, because a
 * suite that is always skipped tests nothing.
 */
export const chromiumMissing: string | null = (() => {
  const why = existsSync(executablePath) ? null : 'chromium is not installed';
  if (why && process.env.CI === 'true') throw new Error(`The browser suites cannot run: ${why}.`);
  return why;
})();

/** Starts with an empty profile, and asks nobody outside this machine for anything. */
export function startChromium(): Promise<Browser> {
  const quiet = ['quic', 'background-networking', 'component-update', 'sync', 'gpu'].map((name) => `--disable-${name}`);
  return chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--no-first-run', ...quiet] });
}
