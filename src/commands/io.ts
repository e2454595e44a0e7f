/** What commands share: where they write, and a short patience. */
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { BadInput, TryLater } from '../errors.ts';

/** Where a command writes: a terminal, or the running service on behalf of one. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /**
   * Waits until what was written has been taken, and answers false once nobody reads any more: for what prints without end. Absent where
   * all is taken at once.
   */
  taken?(): Promise<boolean>;
}

/** A person at a terminal would rather wait these few seconds than type the command again. */
const patienceMs = 10_000;

/** Does the work, and once more when it says that it can be done within ten seconds: a file that was written just now. */
export async function soon<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const wait =
      error instanceof TryLater && error.retryAt ? error.retryAt.getTime() - Date.now() : Number.POSITIVE_INFINITY;
    if (wait > patienceMs) throw error;
    await pause(Math.max(0, wait) + 100);
    return work();
  }
}

/** The text of a policy file. Throws BadInput when it cannot be read. */
export async function readPolicyFile(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error) => {
    throw new BadInput(`The policy file ${path} cannot be read: ${(error as Error).message}.`, { cause: error });
  });
}
