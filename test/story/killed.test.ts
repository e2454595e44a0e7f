/** The service killed again and again in the middle of its work: nothing is doubled, nothing is lost, the record stays whole. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyFile } from '../../src/commands/ledger-file.ts';
import * as schema from '../../src/db/schema.ts';
import { describeWithCorpus } from '../support/corpus.ts';
import { dovecotMissing } from '../support/dovecot.ts';
import { hour, minute, startService, type TestService } from '../support/service.ts';
import { acts, draftOf, outcomes, perform, type Stage, setStage, stagePolicy } from '../support/stage.ts';

const kills = Number(process.env.COUNTERSIGN_KILLS ?? 20);
const seed = Number(process.env.COUNTERSIGN_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** As in the story, but the longest hold is shortened, so that a run of minutes can see it end. */
const policy = { ...stagePolicy, withdrawAfterWorkingDays: 1, holds: { vanishedFinalMs: 6 * hour } };

/** A moment to die at: so many milliseconds after the process began, or after it had opened everything. */
interface Death {
  from: 'spawn' | 'ready';
  ms: number;
}

/** Mulberry32: the moments of a run can be had again by its seed. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe.skipIf(dovecotMissing)(`a service that is killed (${dovecotMissing ?? 'on Dovecot'})`, () => {
  describeWithCorpus('with real mail', () => {
    let stage: Stage;
    let service: TestService;
    let clock: Date;
    const random = randomFrom(seed);

    /** Moves the clock of every process that runs or will run. */
    const setClock = (at: Date): void => {
      clock = at;
      writeFileSync(join(service.dir, 'clock'), String(at.getTime()));
    };

    const start = (): ChildProcess =>
      spawn(
        process.execPath,
        [
          join(import.meta.dirname, 'service-process.ts'),
          join(service.dir, 'clock'),
          JSON.stringify({ draftsFromHour: 0, digestOn: false, ...policy }),
        ],
        {
          env: {
            ...process.env,
            COUNTERSIGN_DATA: join(service.dir, 'data'),
            COUNTERSIGN_KEY_FILE: join(service.dir, 'key'),
            COUNTERSIGN_SWEEP_SECONDS: '0.3',
            COUNTERSIGN_OPERATION_SECONDS: '20',
          },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );

    /** Lets the service run until `enough` says so, or until it is killed; moves time on meanwhile. */
    async function live(enough: () => Promise<boolean>, stepMs: number, death: Death | null): Promise<boolean> {
      const child = start();
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      let dies = death?.from === 'spawn' ? Date.now() + death.ms : Number.POSITIVE_INFINITY;
      // On a slow machine it takes long to open: no time passes before it could look at anything.
      let ready = false;
      child.stdout?.once('data', () => {
        ready = true;
        if (death?.from === 'ready') dies = Date.now() + death.ms;
      });
      try {
        while (Date.now() < dies) {
          if (child.exitCode !== null) throw new Error(`The service ended by itself with ${child.exitCode}.`);
          if (ready) setClock(new Date(clock.getTime() + stepMs));
          if (await enough()) return true;
          await pause(Math.max(0, Math.min(150, dies - Date.now())));
        }
        return false;
      } finally {
        child.kill('SIGKILL');
        await ended;
      }
    }

    /** Mostly while it works, sometimes while it starts. */
    const someDeath = (): Death =>
      random() < 0.75 ? { from: 'ready', ms: random() * 1_500 } : { from: 'spawn', ms: random() * 1_500 };

    beforeAll(async () => {
      stage = await setStage();
      service = await startService({ policy, at: stage.at, crm: { 'deals.csv': stage.deals } });
      setClock(stage.at);
      for (const act of acts) await service.command(stage.scenes[act].connect.argv, stage.scenes[act].connect.stdin);
      await service.suspend();
    }, 120_000);

    afterAll(async () => {
      await service?.stop();
      await stage?.close();
    });

    it(
      `keeps every promise through ${kills} kills (seed ${seed})`,
      async () => {
        let left = kills;
        /** Kills `count` times at random moments, then lets it finish. */
        const through = async (count: number, stepMs: number, enough: () => Promise<boolean>): Promise<void> => {
          for (let n = 0; n < count; n++) {
            left--;
            // However many die without a look, no gap gets so long that what is gone could not be judged any more.
            await live(async () => false, Math.min(stepMs, 2 * minute), someDeath());
            if (left % 50 === 0 && left > 0) console.log(`${kills - left} of ${kills} kills`);
          }
          const limit = Date.now() + 300_000;
          await live(async () => Date.now() > limit || (await enough()), stepMs, null);
          if (Date.now() > limit) expect.fail(`The service did not get to the end of its work: ${await state()}`);
        };
        /** What an admin would look at. */
        const state = async (): Promise<string> => {
          await service.resume();
          return `at ${clock.toISOString()}\n${await service.command(['status'])}`;
        };
        const drafts = async () => Promise.all(acts.map((act) => draftOf(stage.scenes[act])));

        // The first read and the drafts.
        await through(Math.floor(kills * 0.4), 1_000, async () => (await drafts()).every((draft) => draft !== null));
        const placed = await drafts();

        // The acts, and what follows from them.
        const later: ((date: Date) => Promise<unknown>)[] = [];
        for (const [n, act] of acts.entries()) {
          const rest = await perform(act, stage.scenes[act], await textOf(placed[n]?.id ?? ''), clock);
          if (rest) later.push(rest);
        }
        for (let n = 0; n < 5; n++) {
          left--;
          await live(async () => false, 10_000, someDeath());
        }
        for (const rest of later) await rest(clock);
        const logged = () => service.decisions();
        await through(left, 10 * minute, async () =>
          acts.every((act) => logged().some(({ deal_id }) => deal_id === stage.scenes[act].thread.name)),
        );

        // Killed right after it wrote a line, it had not noted that it did: whoever starts next does, and writes no second line.
        await service.resume();
        service.setClock(clock);
        await service.after(minute);
        for (const act of acts) {
          const rows = logged().filter(({ deal_id }) => deal_id === stage.scenes[act].thread.name);
          expect(rows, act).toHaveLength(1);
          expect(rows[0], act).toMatchObject(outcomes[act]);
        }
        // No second draft in any folder, then or now: each mailbox has had one placement, and one draft was ever made for it.
        expect(await service.verifyLedger()).toBeGreaterThan(0);
        const { db } = service.app.store;
        expect(await db.select().from(schema.placement)).toHaveLength(acts.length);
        const decisions = await db.select().from(schema.decision);
        expect(decisions).toHaveLength(acts.length);
        expect(decisions.every(({ loggedAt }) => loggedAt !== null)).toBe(true);
        for (const [n, act] of acts.entries()) {
          const { client } = stage.scenes[act];
          let copies = 0;
          for (const folder of ['INBOX', 'Drafts', 'Sent', 'Trash', 'Archive'])
            copies += await client.count(folder, placed[n]?.id ?? '');
          expect(copies, act).toBeLessThanOrEqual(1);
          expect(await client.list('Drafts'), act).toHaveLength(0);
        }
        const problems: string[] = [];
        const file = join(service.dir, 'data', 'ledger.jsonl');
        const io = { out: () => undefined, err: (text: string) => void problems.push(text) };
        expect(await verifyFile(file, io), problems.join()).toBe(0);
        expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(await service.verifyLedger());

        /** The proposed text, by the draft's Message-ID, from the ledgered proposal. */
        async function textOf(id: string): Promise<string> {
          await service.resume();
          const rows = await service.app.store.db
            .select({ messageId: schema.placement.messageId, proposalId: schema.placement.proposalId })
            .from(schema.placement);
          const proposals = await service.app.store.db.select().from(schema.proposal);
          const proposalId = rows.find(({ messageId }) => messageId === id)?.proposalId;
          await service.suspend();
          return proposals.find((proposal) => proposal.id === proposalId)?.reply.text ?? '';
        }
      },
      600_000 + kills * 12_000,
    );
  });
});
