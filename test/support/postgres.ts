/** A real PostgreSQL for one suite: own cluster in a temp folder, own loopback port, a fresh database for each test. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { freePort } from './dovecot.ts';

const root = '/usr/lib/postgresql';
const version = existsSync(root)
  ? readdirSync(root)
      .filter((name) => existsSync(join(root, name, 'bin', 'initdb')))
      .sort((a, b) => Number(b) - Number(a))[0]
  : undefined;

/** Null when the suites that need PostgreSQL can run, else why not. Under CI=true its absence is a failure. */
export const postgresMissing: string | null = (() => {
  if (version !== undefined) return null;
  if (process.env.CI === 'true') throw new Error('The PostgreSQL suites cannot run: postgresql is not installed.');
  return 'postgresql is not installed';
})();

export interface PostgresServer {
  /** A new empty database's connection string. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a cluster without fsync: it lives as long as one suite. PostgreSQL refuses root, so root hands it to `postgres`. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = join(root, version ?? '', 'bin');
  const directory = mkdtempSync(join(tmpdir(), 'postgres-'));
  const port = await freePort();
  const user = process.getuid?.() === 0 ? ids('postgres') : undefined;
  if (user) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  const as = user ? { uid: user.uid, gid: user.gid } : {};
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const initdb = ['-D', data, '-U', 'tester', '--auth=trust', '--no-sync', '--encoding=UTF8'];
  execFileSync(join(bin, 'initdb'), initdb, { ...as, env, cwd: directory, stdio: 'pipe' });
  const settings = [
    'fsync=off',
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${directory}`,
    'max_connections=200',
  ];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
    ...as,
    env,
    cwd: directory,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = (database: string): string => `postgres://tester@127.0.0.1:${port}/${database}`;
  const admin = postgres(url('postgres'), { max: 1, onnotice: () => undefined });
  for (let left = 200; ; left--) {
    try {
      await admin`select 1`;
      break;
    } catch (error) {
      if (left === 0 || server.exitCode !== null) throw error;
      await pause(50);
    }
  }
  let count = 0;
  return {
    async database() {
      const name = `test_${++count}`;
      await admin.unsafe(`create database ${name}`);
      return url(name);
    },
    async stop() {
      await admin.end({ timeout: 1 });
      server.kill('SIGINT');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function ids(name: string): { uid: number; gid: number } {
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
