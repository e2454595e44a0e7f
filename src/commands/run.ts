/** Commands that need the database: run in this process, or inside the running service on behalf of another. */
import type { App } from '../app.ts';
import { overviewOf } from '../db/overview.ts';
import { authorshipInWords } from '../domain/writing/authorship.ts';
import { BadInput } from '../errors.ts';
import { explainDeal, explainedInWords } from '../jobs/explain-deal.ts';
import { explainPlacement } from '../jobs/explain-placement.ts';
import { spendingInWords, spendingOf } from '../jobs/spending.ts';
import { type RunCommand, setupLink } from '../node.ts';
import { changes, checkDecide, decide } from './changes.ts';
import { connect, disconnectRep, readConnect } from './connect.ts';
import { checkDigest, digest } from './digest.ts';
import { doctor } from './doctor.ts';
import type { Io } from './io.ts';
import { exportLedger, verifyStored } from './ledger.ts';
import { readLedgerRequest } from './ledger-file.ts';
import { checkManner, manner } from './manner.ts';
import { checkNote, note } from './note.ts';
import { optionsOf } from './options.ts';
import { checkPause, pauseCommand, pausesCommand, resumeCommand } from './pauses.ts';
import { bind, questions } from './questions.ts';
import { checkUsage } from './usage.ts';

const commands = [
  'connect',
  'disconnect',
  'doctor',
  'explain',
  'why',
  'ledger',
  'questions',
  'bind',
  'manner',
  'changes',
  'decide',
  'pause',
  'resume',
  'pauses',
  'note',
  'digest',
  'status',
  'setup-link',
];

/** Throws BadInput for a command line that cannot be right, before a database is opened for it. */
export function checkStored(argv: string[]): void {
  const [command] = argv;
  const { words, options } = optionsOf(argv.slice(1));
  if (!command || !commands.includes(command))
    throw new BadInput(`There is no command "${command}"; "help" lists them.`);
  checkUsage(command, words, options);
  if (command === 'connect') readConnect(words[0], options);
  if (command === 'disconnect' && !words[0] && typeof options.rep !== 'string')
    throw new BadInput('Say whose mailbox: disconnect ADDRESS; "status" lists them.');
  if (command === 'explain' && !words[0])
    throw new BadInput('Say which draft: explain PLACEMENT; "status" shows the ids.');
  if (command === 'why' && words.length === 0)
    throw new BadInput('Say which deal: why DEAL, by its id in the CRM or a part of its name.');
  if (command === 'bind' && words.length !== 2)
    throw new BadInput(
      'Say which thread belongs where: bind THREAD DEAL, or bind THREAD none; "questions" lists both.',
    );
  if (command === 'manner') checkManner(options);
  if (command === 'digest') checkDigest(options);
  if (command === 'decide') checkDecide(words);
  if (command === 'pause') checkPause(words, options);
  if (command === 'resume' && !words[0]) throw new BadInput('Say which pause: resume PAUSE; "pauses" lists them.');
  if (command === 'note') checkNote(options);
  if (command === 'ledger') readLedgerRequest(words, options);
}

/** Runs a command that needs the database; gives back its exit code, throws the errors of errors.ts. */
export const runStored: RunCommand = async (app, argv, stdin, out, taken) => {
  checkStored(argv);
  const io: Io = { out: (text) => out({ out: text }), err: (text) => out({ err: text }), taken };
  const { words, options } = optionsOf(argv.slice(1));
  switch (argv[0]) {
    case 'connect': {
      const secret = options['password-stdin'] === true ? stdin.replace(/\r?\n$/, '') : null;
      return connect(app, readConnect(words[0], options, app.config.policy.timeZone), secret, io);
    }
    case 'disconnect':
      return disconnectRep(app, words[0] ?? String(options.rep), io);
    case 'doctor':
      return doctor(app, io, options.model === true);
    case 'explain':
      io.out(await explainPlacement(app.context, words[0] ?? ''));
      return 0;
    case 'why': {
      const deals = await explainDeal(app.context, words.join(' '));
      io.out(options.json === true ? `${JSON.stringify(deals, null, 2)}\n` : explainedInWords(deals));
      return 0;
    }
    case 'ledger':
      return words[0] === 'export' ? exportLedger(app.store.db, io) : verifyStored(app.store.db, io);
    case 'questions':
      return questions(app, options.json === true, io);
    case 'bind':
      return bind(app, words[0] ?? '', words[1] ?? '', io);
    case 'manner':
      return manner(app, options, io);
    case 'digest':
      return digest(app, options, io);
    case 'changes':
      return changes(app, options.json === true, io);
    case 'decide':
      return decide(app, words, options, io);
    case 'pause':
      return pauseCommand(app, words, options, io);
    case 'resume':
      return resumeCommand(app, words[0] ?? '', io);
    case 'pauses':
      return pausesCommand(app, options.json === true, io);
    case 'note':
      return note(app, options, io);
    case 'setup-link':
      io.out(`${await setupLink(app)}\n`);
      return 0;
    default:
      return status(app, io);
  }
};

async function status(app: App, io: Io): Promise<number> {
  const overview = await overviewOf(app.store.db, 10);
  const told = (at: Date | null): string => at?.toISOString() ?? 'never';
  for (const { rep, kind, syncedAt, problem, problemSince, disconnectedAt } of overview.mailboxes) {
    const state = problem ? `${problem} Since ${told(problemSince)}.` : `read ${told(syncedAt)}`;
    io.out(`mailbox ${rep} (${kind}): ${disconnectedAt ? `disconnected ${told(disconnectedAt)}` : state}\n`);
  }
  for (const { kind, syncedAt, problem } of overview.crms)
    io.out(`crm ${kind}: ${problem ?? `read ${told(syncedAt)}`}\n`);
  const spending = await spendingOf(app.store.db, app.config.policy, app.config.model, app.context.now());
  for (const line of spending ? spendingInWords(spending) : []) io.out(`${line}\n`);
  for (const { id, deal, verdict, placedAt, written } of overview.drafts)
    io.out(
      `draft ${id} for ${deal}: ${verdict}, placed ${told(placedAt)}${written ? `, written ${authorshipInWords(written)}` : ''}\n`,
    );
  for (const { placementId, deal, decision, verdict, at } of overview.decisions)
    io.out(`decision on draft ${placementId} for ${deal}: ${decision || 'none'} (${verdict}), ${told(at)}\n`);
  for (const { id, rep, askedAt, candidates } of overview.questions)
    io.out(`question ${id} of ${rep}, since ${told(askedAt)}: ${candidates.map(({ name }) => name).join(' or ')}?\n`);
  for (const { address, name, deal, because } of overview.strangers)
    io.out(`not in the CRM: ${name ? `${name}, ` : ''}${address}, for ${deal}: ${because}\n`);
  io.out(overview.head ? `ledger: ${overview.head.seq} entries, head ${overview.head.hash}\n` : 'ledger: empty\n');
  return 0;
}
