/** Wake-ups from connections of their own, each idling on one folder (RFC 2177). */
import { setTimeout as sleep } from 'node:timers/promises';
import { NeedsPerson } from '../errors.ts';
import { type ImapAccount, openClient, recycleMs, withDeadline } from './imap-connection.ts';
import type { Tuning } from './mailbox.ts';

/** An idle connection is asked for a sign of life this often: some die without a word (`facts/drafts.md` §3.4). */
const maxIdleMs = 270_000;
const firstPauseMs = 1_000;
const longestPauseMs = 300_000;
/** A connection that lasted this long was a good one. */
const steadyMs = 60_000;

export type Pause = (ms: number, signal: AbortSignal) => Promise<unknown>;

const realPause: Pause = (ms, signal) => sleep(ms, undefined, { signal, ref: false }).catch(() => {});

/** Where a folder lies now; null when the server has none of the kind. Asked on each connection, for folders get renamed. */
export type FindFolder = () => Promise<string | null>;

/**
 * Calls `wake` on every sign of change in the folder and after every reconnect, until aborted. Connects again after a loss,
 * waiting twice as long each time up to 5 minutes, with jitter, so that many mailboxes do not return in step. Ends at once
 * where there is no such folder. Throws NeedsPerson, because that does not mend itself.
 */
export async function watchFolder(
  findFolder: FindFolder,
  account: ImapAccount,
  tuning: Tuning,
  signal: AbortSignal,
  wake: () => void,
  pause: Pause = realPause,
  random: () => number = Math.random,
): Promise<void> {
  let failures = 0;
  let first = true;
  while (!signal.aborted) {
    const began = performance.now();
    try {
      const path = await findFolder();
      if (path === null) return;
      await idleOnce(
        path,
        account,
        tuning,
        signal,
        () => {
          // While we were away anything may have happened.
          if (!first) wake();
          first = false;
        },
        wake,
      );
    } catch (error) {
      if (error instanceof NeedsPerson) throw error;
    }
    if (signal.aborted) return;
    // A server that lets us in and throws us out at once is no better than one that does not answer.
    if (performance.now() - began > steadyMs) failures = 0;
    const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** failures);
    failures = Math.min(failures + 1, 20);
    await pause(Math.round(longest * (0.5 + random() / 2)), signal);
  }
}

async function idleOnce(
  path: string,
  account: ImapAccount,
  tuning: Tuning,
  signal: AbortSignal,
  ready: () => void,
  wake: () => void,
): Promise<void> {
  const client = await openClient(account, tuning, { maxIdleTime: maxIdleMs });
  const end = () => client.close();
  const age = setTimeout(end, recycleMs);
  age.unref();
  try {
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) return;
    await withDeadline(client, account, tuning.operationSeconds, client.mailboxOpen(path, { readOnly: true }));
    for (const event of ['exists', 'expunge', 'flags']) client.on(event, () => wake());
    ready();
    // Ends when the connection does; a server may also end the idling by itself.
    while (client.usable && !signal.aborted) {
      const before = performance.now();
      await client.idle();
      if (performance.now() - before < 100) break;
    }
  } finally {
    clearTimeout(age);
    signal.removeEventListener('abort', end);
    client.close();
  }
}
