/** Commands that need the database: run in this process, or inside the running service on behalf of another. */
import { parseArgs } from 'node:util';
import type { App } from '../app.ts';
import { overviewOf } from '../db/overview.ts';
import { BadInput } from '../errors.ts';
import { type RunCommand, setupLink } from '../node.ts';
import { connect } from './connect.ts';
import type { Io } from './io.ts';
import { exportLedger, verifyStored } from './ledger.ts';

/** Words of the command line into options: `--name value`, `--flag`; what stands alone comes first. */
export function optionsOf(argv: string[]): { words: string[]; options: Record<string, string | boolean | string[]> } {
  const { tokens } = parseArgs({ args: argv, strict: false, allowPositionals: true, tokens: true });
  const words: string[] = [];
  const options: Record<string, string | boolean | string[]> = {};
  let open: string | null = null;
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (open === null) words.push(token.value);
      else options[open] = several(options[open], token.value);
      open = null;
    } else if (token.kind === 'option') {
      if (token.value === undefined) {
        options[token.name] ??= true;
        open = token.name;
      } else {
        options[token.name] = several(options[token.name], token.value);
        open = null;
      }
    }
  }
  return { words, options };
}

function several(before: string | boolean | string[] | undefined, value: string): string | string[] {
  if (before === undefined || typeof before === 'boolean') return value;
  return [...[before].flat(), value];
}

export const storedCommands = ['connect', 'ledger', 'status', 'setup-link'];

/** Runs one of `storedCommands`; gives back the exit code, throws the errors of errors.ts. */
export const runStored: RunCommand = async (app, argv, stdin, out) => {
  const io: Io = {
    out: (text) => out({ out: text }),
    err: (text) => out({ err: text }),
    stdin: async () => stdin,
  };
  const { words, options } = optionsOf(argv.slice(1));
  switch (argv[0]) {
    case 'connect': {
      const [kind] = words;
      if (!kind) throw new BadInput('Say what to connect: connect imap … or connect csv …; "help" shows the options.');
      return connect(app, kind, options, io);
    }
    case 'ledger':
      if (words[0] === 'export') return exportLedger(app.store.db, io);
      if (words[0] === 'verify') return verifyStored(app.store.db, io);
      throw new BadInput('Say "ledger export" or "ledger verify".');
    case 'setup-link': {
      io.out(`${await setupLink(app, baseUrl(app))}\n`);
      return 0;
    }
    case 'status':
      return status(app, io);
    default:
      throw new BadInput(`There is no command "${argv[0]}"; "help" lists them.`);
  }
};

function baseUrl({ config }: App): string {
  return config.url ?? `http://${config.host}:${config.port}`;
}

async function status(app: App, io: Io): Promise<number> {
  const overview = await overviewOf(app.store.db, 10);
  const told = (at: Date | null): string => at?.toISOString() ?? 'never';
  for (const { rep, kind, syncedAt, problem } of overview.mailboxes)
    io.out(`mailbox ${rep} (${kind}): ${problem ?? `read ${told(syncedAt)}`}\n`);
  for (const { kind, syncedAt, problem } of overview.crms)
    io.out(`crm ${kind}: ${problem ?? `read ${told(syncedAt)}`}\n`);
  for (const { id, deal, verdict, placedAt } of overview.drafts)
    io.out(`draft ${id} for ${deal}: ${verdict}, placed ${told(placedAt)}\n`);
  for (const { deal, decision, verdict, at } of overview.decisions)
    io.out(`decision on ${deal}: ${decision || 'none'} (${verdict}), ${told(at)}\n`);
  io.out(overview.head ? `ledger: ${overview.head.seq} entries, head ${overview.head.hash}\n` : 'ledger: empty\n');
  return 0;
}
