/** What a measuring process and its parent say to each other, and how a process measures itself. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Messages of one folder whose text is in the same part. */
export interface TextsOf {
  folder: string;
  textPart: string;
  uids: number[];
}

export interface HeadersOf {
  folder: string;
  uids: number[];
}

export interface Account {
  port: number;
  user: string;
  password: string;
}

export interface ServiceTask extends Account {
  /** Folder of its database and key; `fresh` when there is nothing in it yet. */
  dir: string;
  fresh: boolean;
  crm: string;
  at: string;
}

export interface BareTask extends Account {
  /** The connection is there before the measurement begins. */
  connected: boolean;
}

export type Ask =
  | { kind: 'sync' }
  | { kind: 'status' }
  | { kind: 'read'; fields: string[]; headers: HeadersOf[]; texts: TextsOf[] };

export interface Reply {
  ms: number;
  rssBefore: number;
  rssPeak: number;
  /** Of the service: everything stored. Of the bare fetch: how many texts came. */
  stored: { id: string; text: string }[];
  texts: number;
  problem: string | null;
}

/** Kilobytes; 0 where there is no /proc. */
function statusOf(field: 'VmRSS' | 'VmHWM'): number {
  try {
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Forgets the peak so far (proc(5), clear_refs). What came before, such as creating a database, is not to be measured. */
function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Then the peak is that of the whole life of the process.
  }
}

export async function measured(work: () => Promise<unknown>): Promise<Pick<Reply, 'ms' | 'rssBefore' | 'rssPeak'>> {
  resetPeak();
  const rssBefore = process.memoryUsage.rss() / 1024;
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  // Not resourceUsage().maxRSS where it can be helped: on Linux a child begins with its parent's peak.
  return { ms, rssBefore, rssPeak: statusOf('VmHWM') || process.resourceUsage().maxRSS };
}

/** Says that it is ready, then measures each time it is asked, until its parent lets go of it or is gone. */
export function serve(answer: (ask: Ask) => Promise<Reply>, close: () => Promise<void>): void {
  const failed = (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  };
  process.on('message', (ask: Ask) => {
    answer(ask).then((reply) => process.send?.(reply), failed);
  });
  process.on('disconnect', () => {
    close().then(() => process.exit(0), failed);
  });
  process.send?.('ready');
}

/** What this process was started for. */
export const taskOf = <T>(): T => JSON.parse(process.argv[2] ?? '{}') as T;
