/** Commands for people and scripts. Exit codes: 0 done, 1 the work failed, 2 wrong use. Errors are one sentence. */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { type Io, readPolicyFile } from './commands/io.ts';
import { type Options, optionsOf } from './commands/options.ts';
import { checkUsage, timeOf } from './commands/usage.ts';
import { type Config, describeConfig, readConfig } from './config.ts';
import { readLock } from './db/lock-file.ts';
import { BadInput, messageOf, TryLater } from './errors.ts';
import { linesOf } from './lib/lines.ts';

const helpWith = (usages: readonly string[]) => `countersign COMMAND

${usages.join('')}  connect KIND --rep ADDRESS
      For kinds that are connected in a browser: prints the address of the page that does it.
  disconnect ADDRESS
      Ends the access, at the provider where it offers that. What was read, drafted and decided stays on record.
  connect csv --dir DIR [--decimal , or .] [--date-order dmy|mdy|ymd] [--delimiter ; , or tab]
      [--reps "NAME=ADDRESS; …"]  DIR holds deals.csv, contacts.csv and, if you like, stages.csv.
  try --mail PATH… --crm DIR --rep ADDRESS [--name NAME] [--now TIME] [--json]
      A dry run over mbox, Maildir or .eml files: what is stalled and what would be drafted. Writes nothing.
  read FILE… --rep ADDRESS [--now TIME] [--json]
      What each mail says, one line a mail: kind, new text, questions, promises, hold, absence, meeting. Writes nothing.
  understand --items FILE --today DATE [--json]
      What a reply to a daily summary asks for; the reply comes on standard input, FILE holds the summary's items as JSON:
      [{n, kind, deal, contact, text}]. Writes nothing.
  status         Mailboxes, open drafts, last decisions.
  questions [--json]  Threads that may belong to several deals, with the reasons; one line a thread.
  bind THREAD DEAL  Says to which deal a thread belongs, by their ids; "none" for no deal. For good, unless said anew.
  manner --rep ADDRESS [--json]  How a rep writes, as learned from mails sent in deals and from edits of drafts, and what became of drafts of
      each kind. --erase deletes it for good, --off stops learning and using it, --on begins again; --reset: kinds that were rejected
      three times in a row are drafted again.
  digest --rep ADDRESS [--print]  What today's summary says, or would say: its subject, or all of its text. Delivers nothing.
  changes [--json]  What we suggest to change in the CRM: one line each, with the beginning of the hash of what is shown.
  decide CHANGE HASH approve|reject|snooze|undo [--until DATE] [--reason TEXT]
      A word on one of them. HASH is what "changes" shows, 12 letters at least. Undo brings back what was, unless somebody has changed it since.
  pause all|rep ADDRESS|deal DEAL|person ADDRESS [--until DATE] [--reason TEXT] [--rep ADDRESS] [--mail-only]
      Stops everything at once: no drafts, untouched ones taken back, no changes of the CRM (with --mail-only only drafts). Until the
      day before DATE, or until it is resumed. --rep: for that rep alone.
  resume PAUSE   Ends a pause; nothing but a person does, or its day.
  pauses [--json]  The pauses that hold.
  note --rep ADDRESS --file FILE | --show | --erase
      What the rep marks as public, plain text: follow-ups may say it to any prospect. The policy's publicNote is the organisation's.
  doctor [--model]  Whether all that is needed is there, the language model too (--model: asks it one tiny question, which no cap
      counts); for each mailbox whether it answers, what was granted, what that could do about sending, and that each way to send is refused here.
  explain PLACEMENT  Who wrote a draft, the words of the thread that each sentence rests on, the looks at it in order, and the verdict after each.
  why DEAL [--json]  Whose turn it is in a deal and by which words, whether it has stalled, holds, each part of its score, and why it was
      picked today or not. DEAL is its id in the CRM, or a part of its name.
  setup-link     A new link to the status page; works once, for 30 minutes.
  ledger export  The record, one JSON line an entry.
  ledger verify [FILE] [--against DIGEST.eml]…
      Proves the record whole; with FILE, on that file alone, and that it is the one which these digests witnessed.
  config         Every setting in force, with its meaning; secrets masked.
  bench NAME [--json]  Measures; from a checkout only.

  --policy FILE  JSON with settings of the policy, before or after any command.
`;

/** Why the output is written no further: a reader that has enough, as `head` does, or a full disk. */
let outputError: NodeJS.ErrnoException | null = null;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (outputError === null && error.code !== 'EPIPE') {
    process.stderr.write(`The output cannot be written (${error.message}): make room, or write it elsewhere.\n`);
    process.exitCode = 1;
  }
  outputError ??= error;
});
// Nobody is left to be told.
process.stderr.on('error', () => undefined);

const terminal = {
  out: (text) => outputError === null && process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  async taken() {
    // It rejects with the error, which is known by then.
    if (outputError === null && process.stdout.writableNeedDrain)
      await once(process.stdout, 'drain').catch(() => undefined);
    return outputError === null;
  },
} satisfies Io;

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Runs one command line; gives back its exit code. */
async function run(args: string[]): Promise<number> {
  const apart = args.flatMap((arg) =>
    /^--[a-z-]+=/.test(arg) ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] : [arg],
  );
  const at = apart.indexOf('--policy');
  const policyPath = at >= 0 ? apart[at + 1] : undefined;
  if (at >= 0 && policyPath === undefined) throw new BadInput('Name the policy file: --policy FILE.');
  const argv = at >= 0 ? apart.toSpliced(at, 2) : apart;
  const [command = 'help'] = argv;
  if (command === 'help' || argv.includes('--help')) {
    const { mailboxKinds } = await import('./mailbox/index.ts');
    terminal.out(helpWith(mailboxKinds.flatMap(({ usage }) => usage ?? [])));
    return 0;
  }
  const { words, options } = optionsOf(argv.slice(1));
  checkUsage(command, words, options);
  const config = readConfig(process.env, policyPath ? await readPolicyFile(policyPath) : null);
  if (command === 'config') {
    terminal.out(describeConfig(config, process.env, await registrations()));
    return 0;
  }
  if (command === 'try') return tryCommand(config, words, options);
  if (command === 'read') return readCommand(config, words, options);
  if (command === 'understand') return understandCommand(options);
  if (command === 'bench') return bench(words[0], options.json === true);
  if (command === 'ledger') {
    const { readLedgerRequest, verifyFile } = await import('./commands/ledger-file.ts');
    const request = readLedgerRequest(words, options);
    if (request.verb === 'verify' && request.file !== null) return verifyFile(request.file, terminal, request.against);
  }
  const { checkStored } = await import('./commands/run.ts');
  checkStored(argv);
  return stored(config, argv, options['password-stdin'] === true);
}

/** The settings of one's own registrations with providers, by their names in the environment. */
async function registrations(): Promise<Record<string, string>> {
  const [{ mailboxKinds }, { clientSettingName }] = [
    await import('./mailbox/index.ts'),
    await import('./connect/desk.ts'),
  ];
  return Object.fromEntries(
    mailboxKinds.flatMap(({ name, oauth }) =>
      Object.entries(oauth?.clientSettings ?? {}).map(([key, meaning]) => [clientSettingName(name, key), meaning]),
    ),
  );
}

async function tryCommand(config: Config, words: string[], options: Options): Promise<number> {
  const [{ tryOut }, { wordingOf }] = [await import('./commands/try.ts'), await import('./node.ts')];
  const mail = [options.mail ?? []].flat().filter((each) => typeof each === 'string');
  if (mail.length === 0 || typeof options.crm !== 'string' || typeof options.rep !== 'string')
    throw new BadInput('try needs --mail PATH…, --crm DIR and --rep ADDRESS.');
  const now = typeof options.now === 'string' ? timeOf(options.now) : new Date();
  const settings = {
    // A shell spreads `--mail *.eml` into many words.
    mail: [...mail, ...words],
    crm: options.crm,
    rep: options.rep,
    ...(typeof options.name === 'string' ? { name: options.name } : {}),
    now,
    json: options.json === true,
  };
  const { render } = wordingOf(config, (problem) => terminal.err(`${problem}\n`));
  return tryOut(settings, config.policy, render, terminal);
}

async function readCommand(config: Config, words: string[], options: Options): Promise<number> {
  if (words.length === 0 || typeof options.rep !== 'string') throw new BadInput('read needs FILE… and --rep ADDRESS.');
  // Each mail is read as of its own day: what day it is changes nothing, and a wrong one is still said.
  if (typeof options.now === 'string') timeOf(options.now);
  const { readFiles } = await import('./commands/read.ts');
  const settings = { paths: words, rep: options.rep, zone: config.policy.timeZone, json: options.json === true };
  return readFiles(settings, terminal);
}

async function understandCommand(options: Options): Promise<number> {
  const { items, today } = options;
  if (typeof items !== 'string' || typeof today !== 'string')
    throw new BadInput('understand needs --items FILE and --today DATE, and the reply on standard input.');
  const { understandReply } = await import('./commands/understand.ts');
  return understandReply({ items, today, json: options.json === true }, await standardInput(), terminal);
}

/** The bench lives with the tests: it needs a mail server and the like. */
async function bench(name: string | undefined, json: boolean): Promise<number> {
  if (!name || !/^[a-z-]+$/.test(name)) throw new BadInput('Name a bench: bench sync --json.');
  const file = new URL(`../test/bench/${name}.ts`, import.meta.url).href;
  const none = `There is no bench "${name}" here: a bench needs a checkout with its tests.`;
  const measured = (await import(file).catch((error) => {
    throw new BadInput(none, { cause: error });
  })) as { run?: (io: Io, json: boolean) => Promise<number> };
  // Beside the benches lie their parts.
  if (typeof measured.run !== 'function') throw new BadInput(none);
  return measured.run(terminal, json);
}

/** In the running service when it has the embedded database, else in this process. */
async function stored(config: Config, argv: string[], needsInput: boolean): Promise<number> {
  const stdin = needsInput ? await standardInput() : '';
  // Paths mean this process's folder, wherever the service was started.
  const absolute = argv.map((each, at) =>
    argv[at - 1] === '--dir' || argv[at - 1] === '--file' ? resolve(each) : each,
  );
  const owner = config.databaseUrl ? null : await readLock(config.dataDir);
  const { url, token } = (owner?.live ? owner.info : {}) as { url?: string; token?: string };
  if (url && token) return remote(url, token, absolute, stdin);
  const [{ runStored }, { openService }] = [await import('./commands/run.ts'), await import('./node.ts')];
  const service = await openService(config, { supervise: false });
  try {
    const hear = ({ out, err }: { out?: string; err?: string }): void => {
      if (out) terminal.out(out);
      if (err) terminal.err(err);
    };
    return await runStored(service.app, absolute, stdin, hear, terminal.taken);
  } finally {
    await service.close();
  }
}

async function remote(url: string, token: string, argv: string[], stdin: string): Promise<number> {
  const response = await fetch(`${url}/control`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ argv, stdin }),
  }).catch((error) => {
    throw new TryLater(`The running service at ${url} does not answer: look at its log, or try again.`, {
      cause: error,
    });
  });
  if (!response.ok || !response.body)
    throw new TryLater(`The running service at ${url} refused the command (${response.status}).`);
  const body = Readable.fromWeb(response.body as import('node:stream/web').ReadableStream);
  let cause: unknown;
  try {
    for await (const { text } of linesOf(body, Number.POSITIVE_INFINITY)) {
      const { out, err, code } = JSON.parse(text ?? '') as { out?: string; err?: string; code?: number };
      if (out) terminal.out(out);
      if (err) terminal.err(err);
      if (code !== undefined) return code;
      // To leave here tells the service.
      if (!(await terminal.taken())) return 0;
    }
  } catch (error) {
    cause = error;
  }
  throw new TryLater(`The running service at ${url} ended before its answer: look at its log, or try again.`, {
    cause,
  });
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode ||= code;
  },
  (error) => {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = error instanceof BadInput ? 2 : 1;
  },
);
