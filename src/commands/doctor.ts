/** `doctor`: whether everything that is needed is there, and for each mailbox what we could do with it and what we let ourselves do. */
import { stat } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import type { App } from '../app.ts';
import { clientOf, isOAuth, type OAuthKind, secretBinding } from '../connect/desk.ts';
import type { MailboxRow } from '../db/mailboxes.ts';
import { unreadMails } from '../db/readings.ts';
import * as schema from '../db/schema.ts';
import { usageOn } from '../db/usage.ts';
import { unreadInWords } from '../domain/reading.ts';
import { BadInput, sentenceOf } from '../errors.ts';
import { openGateway } from '../lib/gateway.ts';
import type { Failure, Question } from '../lib/llm.ts';
import { missingScopes, readTokens } from '../lib/oauth.ts';
import type { Io } from './io.ts';

/** Prints a line for each thing that was looked at; 1 when one of them is wrong. `askModel`: the language model is asked something, which costs a little. */
export async function doctor(app: App, io: Io, askModel = false): Promise<number> {
  let wrong = 0;
  const say = (good: boolean, text: string): void => {
    if (!good) wrong += 1;
    io.out(`${good ? 'ok   ' : 'WRONG'} ${text}\n`);
  };
  await lookAtPlace(app, say);
  lookAtTemplates(app, say);
  await lookAtModel(app, askModel, say);
  const rows = await app.store.db.select().from(schema.mailbox).orderBy(schema.mailbox.rep);
  if (rows.length === 0) io.out('     no mailbox is connected\n');
  for (const row of rows) await lookAtMailbox(app, row, say, io);
  io.out(wrong === 0 ? 'Nothing is wrong.\n' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.\n`);
  return wrong === 0 ? 0 : 1;
}

type Say = (good: boolean, text: string) => void;

async function lookAtPlace({ store, config }: App, say: Say): Promise<void> {
  try {
    await store.db.execute(sql`select 1`);
    const where =
      store.queue.backend === 'postgres' ? 'the PostgreSQL of DATABASE_URL' : `embedded, in ${config.dataDir}`;
    say(true, `database: ${where}, answers`);
  } catch (error) {
    say(false, `database: ${sentenceOf(error)}`);
  }
  if (config.key !== null) say(true, 'key: from COUNTERSIGN_KEY');
  else
    try {
      const mode = (await stat(config.keyFile)).mode & 0o777;
      const others = process.platform !== 'win32' && (mode & 0o077) !== 0;
      const octal = mode.toString(8).padStart(4, '0');
      say(!others, `key: ${config.keyFile}, mode ${octal}${others ? ', others can read it: chmod 600' : ''}`);
    } catch {
      say(false, `key: ${config.keyFile} cannot be read; put it back from your own copy`);
    }
  const url = config.url;
  say(
    true,
    url?.startsWith('https:') ? `public address: ${url}` : 'no public https address is set: mailboxes are polled',
  );
}

function lookAtTemplates({ config, templateProblems }: App, say: Say): void {
  const problems = templateProblems();
  for (const problem of problems) say(false, `templates: ${problem}`);
  if (problems.length === 0)
    say(true, `templates: ${config.templatesDir ? `those in ${config.templatesDir} can be used` : 'as shipped'}`);
}

async function lookAtModel({ config, context }: App, ask: boolean, say: Say): Promise<void> {
  const { writer } = context;
  if (!config.model || !writer) return say(true, 'no language model is set (COUNTERSIGN_MODEL): templates write');
  const { name, url } = config.model;
  const listed = await writer.model.models();
  // Not every endpoint has a list; whether it answers is then known by asking.
  if (listed === 'unknown_model')
    say(true, `model: ${url} answers, and lists no models; "doctor --model" asks ${name}`);
  else if (typeof listed === 'string') return say(false, `model: ${modelFailure[listed](name, url)}`);
  else if (!listed.includes(name))
    say(
      ask,
      `model: ${url} answers, and has no ${name} in its list: ${listed.slice(0, 8).join(', ') || 'it is empty'}`,
    );
  else say(true, `model: ${url} answers, and has ${name}`);
  if (!ask) return;
  const { kind, tokens } = await writer.model.ask(tiny);
  if (kind === 'answered') say(true, `model: ${name} was asked and answered, for ${tokens.in + tokens.out} tokens`);
  else say(false, `model: ${modelFailure[kind](name, url)}`);
}

const tiny: Question = {
  system: 'Answer with JSON only.',
  user: 'Answer with {"ready": true}.',
  schema: {
    type: 'object',
    properties: { ready: { type: 'boolean' } },
    required: ['ready'],
    additionalProperties: false,
  },
  maxTokens: 500,
};

const odd = (name: string): string =>
  `${name} was asked and gave no answer of the form that was asked for; choose another model`;

/** What is wrong, and what to do. */
const modelFailure: Record<Failure, (name: string, url: string) => string> = {
  unreachable: (_, url) => `${url} does not answer: start it, or correct COUNTERSIGN_MODEL_URL`,
  too_late: (_, url) => `${url} gave no answer in time: look at it, or raise COUNTERSIGN_MODEL_SECONDS`,
  denied: (_, url) => `${url} does not accept the key, or there is no money behind it: correct COUNTERSIGN_MODEL_KEY`,
  busy: (_, url) => `${url} asks for patience: try again later`,
  unknown_model: (name, url) =>
    `${url} knows no ${name}, or is no such endpoint: correct COUNTERSIGN_MODEL or COUNTERSIGN_MODEL_URL`,
  misunderstood: (name, url) => `${url} does not accept what ${name} is asked, in any form; choose another model`,
  broken: (name) => odd(name),
  empty: (name) => odd(name),
  truncated: (name) => odd(name),
  too_large: (name) => odd(name),
  refused: (name) => odd(name),
  stopped: () => 'not asked, for the service is stopping',
  not_allowed: () => 'not asked',
};

async function lookAtMailbox(app: App, row: MailboxRow, say: Say, io: Io): Promise<void> {
  io.out(`\n${row.rep} (${row.kind})\n`);
  if (row.disconnectedAt) return say(true, `disconnected since ${row.disconnectedAt.toISOString()}, not read`);
  if (row.problem) say(false, `needs attention since ${row.problemSince?.toISOString()}: ${row.problem}`);
  const unread = (await unreadMails(app.store.db)).get(row.id) ?? 0;
  if (unread > 0) say(false, unreadInWords(unread));
  await lookInside(app, row, say);
  const kind = app.mailboxKinds.find(({ name }) => name === row.kind);
  if (!kind) return;
  if (!isOAuth(kind)) {
    say(true, 'access: a password, which by itself could do anything its server lets it');
    say(true, 'sending: no way to send is in the code, and no server to send by is configured');
    return;
  }
  await lookAtGrant(app, row, kind, say);
  await tryToSend(row, kind, say);
  const today = await usageOn(app.store.db, row.id, app.context.now().toISOString().slice(0, 10));
  say(true, `asked of the provider today (UTC): ${today.requests} requests, ${today.units} of its units`);
  const at = (date: Date | null): string => date?.toISOString() ?? 'at the next sweep';
  const told = row.pushUntil ? `arranged until ${at(row.pushUntil)}, renewed ${at(row.pushRenewAt)}` : 'none arranged';
  say(
    true,
    `notices: ${told}${row.pushProblem ? ` (${row.pushProblem})` : ''}; polled every ${app.config.pollSeconds} s in any case`,
  );
}

async function lookInside(app: App, row: MailboxRow, say: Say): Promise<void> {
  try {
    const mailbox = await app.context.mailbox(row);
    const whose = await mailbox.identity?.();
    await mailbox.changes(null);
    say(true, `reachable${whose ? `, answers as ${whose.address}` : ''}`);
  } catch (error) {
    say(false, `not reachable: ${sentenceOf(error)}`);
  }
}

async function lookAtGrant(app: App, row: MailboxRow, kind: OAuthKind, say: Say): Promise<void> {
  try {
    clientOf(app.desk, kind);
    const tokens = readTokens(await app.keyring.unseal(row.secret, secretBinding('mailbox', row.id)), row.rep);
    for (const scope of tokens.scopes)
      say(true, `granted ${scope}: ${kind.oauth.meaning(scope) ?? 'not known to Countersign'}`);
    const missing = missingScopes(kind.oauth.needs, tokens.scopes);
    if (missing.length > 0) say(false, `not granted: ${missing.join(', ')}; connect it again`);
    say(true, `sending: ${kind.oauth.aboutSending(tokens.scopes)}`);
    say(true, `access renews itself; the present token ends ${tokens.expiresAt}`);
  } catch (error) {
    say(false, sentenceOf(error));
  }
}

/** Asks a gateway as the mailbox has it to send, in each of the provider's ways. It holds no token here, so nothing could leave even if it let it. */
async function tryToSend(row: MailboxRow, { oauth }: OAuthKind, say: Say): Promise<void> {
  let asked = 0;
  const gateway = openGateway({
    origin: oauth.origin,
    allow: oauth.allow,
    token: async () => {
      asked += 1;
      throw new BadInput('No token is here.');
    },
    account: row.rep,
    atOnce: 1,
    seconds: 1,
    now: () => new Date(),
  });
  for (const path of oauth.sendPaths) {
    const [method = '', pattern = ''] = path.split(' ');
    const url = new URL(pattern.replaceAll('{}', 'x'), oauth.origin).href;
    const before = asked;
    const refused = await gateway.fetch(url, { method }).then(
      () => false,
      (error) => error instanceof BadInput && asked === before,
    );
    const shut = refused && !gateway.lets(method, url);
    say(shut, `gateway ${shut ? 'refuses' : 'LETS OUT'} ${path}`);
  }
}
