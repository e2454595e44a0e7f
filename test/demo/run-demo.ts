/** Starts `npm run demo` as a person would: as a process of its own, with a folder for temporary files that the test can look into. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/demo/main.ts', import.meta.url));

const mailbox = fileURLToPath(new URL('../fakes/gmail-demo.ts', import.meta.url));

export interface DemoRun {
  process: ChildProcess;
  /** What it has printed so far. */
  out(): string;
  err(): string;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  /** What it left behind. */
  leftovers(): string[];
  cleanUp(): void;
}

export function runDemo(args: string[], environment: Record<string, string> = {}): DemoRun {
  const folder = mkdtempSync(join(tmpdir(), 'demo-test-'));
  const child = spawn(process.execPath, [main, '--mailbox', mailbox, ...args], {
    env: { ...process.env, TMPDIR: folder, ...environment },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    err += bytes.toString();
  });
  return {
    process: child,
    out: () => out,
    err: () => err,
    ended: new Promise((resolve) => child.once('close', resolve)),
    leftovers: () => readdirSync(folder).filter((name) => name.startsWith('countersign-demo-')),
    cleanUp() {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
