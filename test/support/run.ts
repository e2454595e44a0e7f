/** The commands and the service as processes of their own, the way people start them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** A home of its own for processes of one test: data, key and settings lie below it. */
export function makeHome() {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-'));
  const env = {
    COUNTERSIGN_DATA: join(dir, 'data'),
    COUNTERSIGN_PORT: '0',
    COUNTERSIGN_SWEEP_SECONDS: '0.3',
    XDG_CONFIG_HOME: join(dir, 'config'),
  };
  return { dir, env, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Runs `cli.ts` to its end. */
export async function cli(args: string[], env: Record<string, string> = {}, stdin = ''): Promise<Ran> {
  const child = spawn(process.execPath, [join(root, 'src/cli.ts'), ...args], { env: { ...process.env, ...env } });
  child.stdin.end(stdin);
  return ended(child);
}

/** Collects what a process says until it ends. */
export async function ended(child: ChildProcess): Promise<Ran> {
  const ran: Ran = { code: -1, out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    ran.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    ran.err += chunk;
  });
  ran.code = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  return ran;
}

export interface Running {
  child: ChildProcess;
  /** Everything it printed until it was ready. */
  greeting: string;
  url: string;
  setupLink: string;
  stop(): Promise<void>;
}

/** Starts `node.ts`, what `npm start` does, and waits until it says where it is. */
export async function startNode(env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [join(root, 'src/node.ts')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let greeting = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      greeting += chunk;
      if (/^Setup link.*\n/m.test(greeting)) resolve();
    });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}: ${greeting}${complaint}`)));
  });
  return {
    child,
    greeting,
    url: /runs on (\S+)/.exec(greeting)?.[1] ?? '',
    setupLink: /^Setup link.*?: (\S+)/m.exec(greeting)?.[1] ?? '',
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Asks again and again until the answer is there; fails with `what` after `limitMs`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  limitMs = 20_000,
): Promise<T> {
  const limit = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > limit) throw new Error(`It never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
