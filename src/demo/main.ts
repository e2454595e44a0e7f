/**
 * `npm run demo`: the whole loop with no account. Everything lies in a temporary folder and in memory, listens on this machine
 * only, and is gone when it ends.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { BadInput, messageOf } from '../errors.ts';
import { type ActName, actNames, type Expectations, playThrough } from './acts.ts';
import { morningOf } from './clock.ts';
import { civil } from './inbox-mail.ts';
import type { OpenDemoMailbox } from './mailbox.ts';
import { openStage, type Stage } from './stage.ts';
import { demoPages } from './web.ts';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      headless: { type: 'boolean', default: false },
      /** A module that exports `openDemoMailbox`: where the rep of the demo has her mail. `npm run demo` names one. */
      mailbox: { type: 'string' },
      /** The day it begins on, YYYY-MM-DD; today when absent. */
      day: { type: 'string' },
      /** ACT=VERDICT: expects another verdict than the script's own, to prove that a wrong one is noticed. */
      expect: { type: 'string', multiple: true, default: [] },
    },
  });
  const day = values.day ?? civil(new Date());
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new BadInput(`"${day}" is not a day: give one such as --day 2026-11-24.`);
  const start = morningOf(day);
  const openMailbox = await mailboxFrom(values.mailbox);
  return values.headless ? play(start, openMailbox, expectationsOf(values.expect)) : show(start, openMailbox);
}

async function mailboxFrom(path: string | undefined): Promise<OpenDemoMailbox> {
  if (!path)
    throw new BadInput('Which mailbox? Start the demo by "npm run demo", or name a module with --mailbox FILE.');
  const found: unknown = await import(pathToFileURL(path).href).catch((error) => {
    throw new BadInput(`No mailbox for the demo can be loaded from ${path}: ${messageOf(error)}`);
  });
  const { openDemoMailbox } = found as { openDemoMailbox?: OpenDemoMailbox };
  if (typeof openDemoMailbox !== 'function') throw new BadInput(`${path} exports no openDemoMailbox.`);
  return openDemoMailbox;
}

function expectationsOf(pairs: string[]): Expectations {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name, verdict] = pair.split('=');
      if (!actNames.includes(name as ActName) || !verdict)
        throw new BadInput(`"${pair}" is no expectation: give ACT=VERDICT with an act of ${actNames.join(', ')}.`);
      return [name, verdict];
    }),
  );
}

/** By script. Exit code 1 when anything went otherwise than acted. */
async function play(start: Date, openMailbox: OpenDemoMailbox, changed: Expectations): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const began = performance.now();
  const stage = await openStage({ start, running: false, openMailbox });
  try {
    const faults = await playThrough(stage, (line) => process.stdout.write(`${line}\n`), changed);
    const seconds = Math.round((performance.now() - began) / 1_000);
    for (const fault of faults) process.stderr.write(`Not as acted: ${fault}\n`);
    process.stdout.write(
      `\n${faults.length === 0 ? 'All as acted' : `${faults.length} faults`}, in ${seconds} seconds.\n`,
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    await stage.close();
  }
}

/** At the page, until Ctrl-C. */
async function show(start: Date, openMailbox: OpenDemoMailbox): Promise<number> {
  const port = Number(process.env.COUNTERSIGN_DEMO_PORT ?? 4611);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new BadInput('COUNTERSIGN_DEMO_PORT must be a port; 0 picks one.');
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopped.abort());
  const stage = await openStage({ start, running: true, openMailbox });
  try {
    const server = await listen(stage, port);
    const { name } = stage.inbox.rep;
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.stdout.write(
      `${[
        `The demo is open on ${url} until you press Ctrl-C: on the left the mailbox of ${name}, on the right her deals.`,
        'Send a draft as it is, or edit one first: the ledger and crm/outbox/decisions.csv say approved, or approved_edited.',
        'Delete one and press "Until the deletion counts": rejected. Answer a conversation by hand: its draft is taken back.',
        'The summary of the day lies in the inbox: answer it with a number and yes or no, or with "stop", and read the receipt.',
        'Let a prospect answer, or press "Tomorrow, 09:00" and look at what is drafted next, and what is not, and why.',
        ...stage.hints,
      ].join('\n')}\n`,
    );
    await keepWorking(stage, stopped.signal);
    process.stdout.write('Stopping; nothing stays behind.\n');
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  } finally {
    await stage.close();
  }
  return 0;
}

function listen(stage: Stage, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const made = serve({ fetch: demoPages(stage).fetch, hostname: '127.0.0.1', port }, () => resolve(made as Server));
    made.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new BadInput(`Port ${port} is taken: set COUNTERSIGN_DEMO_PORT to another one, or to 0.`)
          : error,
      ),
    );
  });
}

/** The service notices by itself what a mail program did. */
async function keepWorking(stage: Stage, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await stage.work();
    await setTimeout(1_000, undefined, { signal }).catch(() => undefined);
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = error instanceof BadInput || error instanceof TypeError ? 2 : 1;
  },
);
