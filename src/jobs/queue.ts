/**
 * The queue: pg-boss on the same database. One job waits and one runs per name and key at most; more are not needed, for every job
 * reads what is there when it starts.
 */

import type { PGliteLike } from 'pg-boss';
import { fromPglite, PgBoss } from 'pg-boss';
import type { Store } from '../db/store.ts';

import type { Log } from '../lib/log.ts';
import type { Context, JobName } from './context.ts';
import { jobs } from './index.ts';

const names = Object.keys(jobs) as JobName[];

/** How many jobs of one kind run at once in a process. */
const workersPerJob = 4;

export interface Queue {
  enqueue(job: JobName, key: string): Promise<void>;
  /** Works in the background until `stop`. */
  work(context: Context): Promise<void>;
  /** Runs what is there, and what that leads to, until nothing is left; gives back how many jobs ran. */
  drain(context: Context): Promise<number>;
  /** Waits for running jobs, ten seconds at most. */
  stop(): Promise<void>;
}

/** Opens the queue and its tables. With `supervise` false nothing runs between calls: for Workers, and for tests. */
export async function openQueue(store: Store, log: Log, options: { supervise: boolean }): Promise<Queue> {
  const shared = { supervise: options.supervise, schedule: false, useListenNotify: options.supervise };
  const boss =
    store.queue.backend === 'pglite'
      ? new PgBoss({ ...shared, db: fromPglite(store.queue.pglite as PGliteLike), backend: 'pglite' })
      : new PgBoss({ ...shared, connectionString: store.queue.connectionString, max: 4 });
  boss.on('error', (error) => log.error('queue-error', { error }));
  await boss.start();
  for (const name of names)
    await boss.createQueue(name, {
      policy: 'stately',
      notify: true,
      // What a job could not do stands in the tables, and the sweep finds it: no second mechanism for retries.
      retryLimit: 0,
      // A process that was killed lets go of its jobs after this long.
      heartbeatSeconds: 30,
      expireInSeconds: 3_600,
      deleteAfterSeconds: 3_600,
    });
  // The embedded database has one process: whatever was running there died with the last one.
  if (store.queue.backend === 'pglite') for (const name of names) await boss.deleteAllJobs(name);

  const run = async (context: Context, name: JobName, key: string): Promise<void> => {
    try {
      await jobs[name](context, key);
    } catch (error) {
      log.error('job-failed', { job: name, error });
      throw error;
    }
  };
  return {
    async enqueue(job, key) {
      await boss.send(job, { key }, { singletonKey: key });
    },
    async work(context) {
      for (const name of names)
        for (let n = 0; n < workersPerJob; n++) {
          let worker = '';
          worker = await boss.work<{ key: string }>(
            name,
            { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 10 },
            async ([job]) => {
              try {
                if (job) await run(context, name, job.data.key);
              } finally {
                // Notices of jobs that came while it was busy are lost on a worker: it looks once more before it rests.
                boss.notifyWorker(worker);
              }
            },
          );
        }
    },
    async drain(context) {
      let ran = 0;
      for (let before = -1; before !== ran; ) {
        before = ran;
        for (const name of names) {
          for (const job of await boss.fetch<{ key: string }>(name, { batchSize: 20 })) {
            ran++;
            try {
              await run(context, name, job.data.key);
              await boss.complete(name, job.id);
            } catch (error) {
              await boss.fail(name, job.id, { error });
            }
          }
        }
      }
      return ran;
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
