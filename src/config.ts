/**
 * The one typed reading of the environment and of `--policy FILE`. Nobody else reads the environment. Every setting stands here with
 * its default and its meaning; `config` prints what is in force.
 */

import { z } from 'zod';
import { isTimeZone } from './domain/calendar.ts';
import type { Policy } from './domain/policy.ts';
import { isRegion } from './domain/working-days.ts';
import { BadInput } from './errors.ts';

const hold = (meaning: string) =>
  z.number().min(0).optional().describe(`${meaning} Milliseconds; the mailbox's own value when absent.`);

/** What `--policy FILE` may hold, JSON. */
export const policySchema = z.strictObject({
  timeZone: z
    .string()
    .refine(isTimeZone, 'is not a time zone such as "Europe/Berlin"')
    .default(Intl.DateTimeFormat().resolvedOptions().timeZone)
    .describe('Zone in which days are counted for reps who have none of their own.'),
  workingDays: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .default([1, 2, 3, 4, 5])
    .describe('Weekdays on which reps work; 1 is Monday.'),
  region: z
    .string()
    .refine(isRegion, 'is no region such as "DE-BY", "GB-ENG" or "US"')
    .nullable()
    .default(null)
    .describe('Region (ISO 3166-2, or a country) whose public holidays are no working days; null counts none.'),
  draftsFromHour: z
    .number()
    .int()
    .min(0)
    .max(23)
    .default(6)
    .describe("Local hour from which a day's drafts may appear."),
  draftsPerDay: z.number().int().min(0).max(20).default(3).describe('Drafts a rep may get in a day; 0 stops them.'),
  stalledAfterWorkingDays: z
    .number()
    .int()
    .min(1)
    .max(60)
    .default(5)
    .describe('Their turn for so many working days: stalled.'),
  promiseGraceWorkingDays: z
    .number()
    .int()
    .min(0)
    .max(60)
    .default(2)
    .describe('Working days past its date until a promise is overdue.'),
  restAfterRejectionWorkingDays: z
    .number()
    .int()
    .min(0)
    .max(60)
    .default(10)
    .describe('A deal whose draft was rejected gets no other for so many working days.'),
  restOfKindWorkingDays: z
    .number()
    .int()
    .min(0)
    .max(60)
    .default(15)
    .describe('After three rejected drafts of one kind in a row, such as after a meeting, none of it for so many.'),
  ourTurnAfterWorkingDays: z
    .number()
    .int()
    .min(0)
    .max(60)
    .default(2)
    .describe("The rep's turn for more working days is pointed out."),
  unansweredFollowUps: z
    .number()
    .int()
    .min(0)
    .max(10)
    .default(2)
    .describe('Follow-ups without an answer before we stop drafting.'),
  withdrawAfterWorkingDays: z
    .number()
    .int()
    .min(1)
    .max(60)
    .default(5)
    .describe('An untouched draft is taken back after so many.'),
  firstReadDays: z.number().int().min(1).max(3_650).default(180).describe('How far back a mailbox is read. Days.'),
  similarity: z
    .number()
    .min(0.5)
    .max(1)
    .default(0.85)
    .describe('Share of our words from which a sent mail counts as our draft, rewritten.'),
  similarityWords: z
    .number()
    .int()
    .min(5)
    .max(500)
    .default(25)
    .describe('Fewest words of ours for that share to mean anything.'),
  freeMailDomains: z
    .array(z.string().regex(/^[^\s@/]+\.[^\s@/]+$/, 'is no domain such as "mail.example"'))
    .default([])
    .describe('Further domains of free mail: who writes from one is at no company.'),
  holds: z
    .strictObject({
      sentMs: hold('How long a sent copy must have stood before it counts.'),
      recheckMs: hold('Least distance of two looks that both miss a draft.'),
      supersededMs: hold('How long another mail of the rep must stand beside our draft.'),
      trashProvisionalMs: hold('In trash: provisionally discarded.'),
      trashFinalMs: hold('In trash: finally discarded.'),
      vanishedProvisionalMs: hold('Gone without a trace: provisionally discarded.'),
      vanishedFinalMs: hold('Gone without a trace: finally discarded.'),
    })
    .default({})
    .describe('Overrides of how long evidence has to stand.'),
});

const environmentSchema = z.object({
  COUNTERSIGN_HOST: z.string().default('127.0.0.1').describe('Address the pages listen on.'),
  COUNTERSIGN_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4610)
    .describe('Port of the pages; 0 picks one.'),
  COUNTERSIGN_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'How browsers and providers reach the pages, when a proxy stands before them. With https, providers can tell of new mail at once.',
    ),
  COUNTERSIGN_DATA: z.string().default('data').describe('Folder of the embedded database.'),
  COUNTERSIGN_KEY: z
    .string()
    .optional()
    .describe('Key that seals secrets: base64 of 32 bytes. Secret. Wins over the key file.'),
  COUNTERSIGN_KEY_FILE: z.string().optional().describe('File that holds the key; must lie outside the data folder.'),
  COUNTERSIGN_POLL_SECONDS: z.coerce
    .number()
    .min(1)
    .max(86_400)
    .default(60)
    .describe('How often folders and the CRM are looked at.'),
  COUNTERSIGN_LOOK_SECONDS: z.coerce
    .number()
    .min(1)
    .max(840)
    .default(600)
    .describe('How often an open draft is looked at while nothing moves in its mailbox.'),
  COUNTERSIGN_SWEEP_SECONDS: z.coerce
    .number()
    .min(0.1)
    .max(3_600)
    .default(5)
    .describe('How often due work is looked for.'),
  COUNTERSIGN_ASSESS_SECONDS: z.coerce
    .number()
    .min(1)
    .max(86_400)
    .default(1_800)
    .describe('How often deals are judged anew.'),
  COUNTERSIGN_OPERATION_SECONDS: z.coerce
    .number()
    .min(1)
    .max(3_600)
    .default(60)
    .describe('Deadline of one exchange with a mail server.'),
  COUNTERSIGN_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least level that is logged.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'must begin with postgres://')
    .optional()
    .describe('PostgreSQL to use instead of the embedded database. Secret.'),
  HOME: z.string().optional(),
  XDG_CONFIG_HOME: z.string().optional(),
});

export interface Config {
  host: string;
  port: number;
  url: string | null;
  dataDir: string;
  key: string | null;
  keyFile: string;
  databaseUrl: string | null;
  pollSeconds: number;
  lookSeconds: number;
  sweepSeconds: number;
  assessSeconds: number;
  operationSeconds: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** One's own registrations with providers: settings by kind of mailbox, names in lower case. */
  clients: Record<string, Record<string, string>>;
  policy: Policy;
}

const clientPrefix = /^COUNTERSIGN_CLIENT_([A-Z0-9]+)_([A-Z0-9_]+)$/;

/** COUNTERSIGN_CLIENT_<KIND>_<NAME>: a new provider adds no line here. */
function clientsIn(environment: Record<string, string | undefined>): Config['clients'] {
  const clients: Config['clients'] = {};
  for (const [variable, value = ''] of Object.entries(environment)) {
    const [, kind, name] = clientPrefix.exec(variable) ?? [];
    if (!kind || !name || value.trim() === '') continue;
    clients[kind.toLowerCase()] = { ...clients[kind.toLowerCase()], [name.toLowerCase()]: value.trim() };
  }
  return clients;
}

/** Reads everything once. `policyText` is the content of the policy file. Throws BadInput that names the setting. */
export function readConfig(environment: Record<string, string | undefined>, policyText: string | null = null): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = environmentSchema.safeParse(filled);
  if (!read.success) throw new BadInput(firstProblem('The environment variable', read.error));
  const env = read.data;
  const configHome = env.XDG_CONFIG_HOME ?? `${env.HOME ?? ''}/.config`;
  return {
    host: env.COUNTERSIGN_HOST,
    port: env.COUNTERSIGN_PORT,
    url: env.COUNTERSIGN_URL ? env.COUNTERSIGN_URL.replace(/\/+$/, '') : null,
    dataDir: env.COUNTERSIGN_DATA,
    key: env.COUNTERSIGN_KEY ?? null,
    keyFile: env.COUNTERSIGN_KEY_FILE ?? `${configHome}/countersign/key`,
    databaseUrl: env.DATABASE_URL ?? null,
    pollSeconds: env.COUNTERSIGN_POLL_SECONDS,
    lookSeconds: env.COUNTERSIGN_LOOK_SECONDS,
    sweepSeconds: env.COUNTERSIGN_SWEEP_SECONDS,
    assessSeconds: env.COUNTERSIGN_ASSESS_SECONDS,
    operationSeconds: env.COUNTERSIGN_OPERATION_SECONDS,
    logLevel: env.COUNTERSIGN_LOG,
    clients: clientsIn(environment),
    policy: readPolicy(policyText),
  };
}

/** The policy of a JSON text; the defaults when there is none. */
export function readPolicy(text: string | null): Policy {
  let value: unknown = {};
  if (text !== null) {
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw new BadInput(`The policy file is not JSON: ${(error as Error).message}.`, { cause: error });
    }
  }
  const read = policySchema.safeParse(value);
  if (!read.success) throw new BadInput(firstProblem('The policy setting', read.error));
  return read.data;
}

function firstProblem(what: string, error: z.ZodError): string {
  const [issue] = error.issues;
  return `${what} ${issue?.path.join('.') || '(whole)'} is wrong: ${issue?.message}; "config" lists every setting with its meaning.`;
}

/**
 * Every setting with its value and meaning, secrets masked: what `config` prints. `registrations` has the meaning of each setting of a registration, by its
 * name in the environment; their values are not shown.
 */
export function describeConfig(
  config: Config,
  environment: Record<string, string | undefined>,
  registrations: Readonly<Record<string, string>> = {},
): string {
  const lines = Object.entries(environmentSchema.shape).flatMap(([name, schema]) => {
    if (!schema.description) return [];
    const secret = schema.description.includes('Secret.');
    const value = environment[name] ?? (schema.safeParse(undefined).data as unknown);
    const shown = value === undefined ? '(not set)' : secret ? '(set, not shown)' : String(value);
    return [`${name} = ${shown}`, `    ${schema.description}`];
  });
  const policy = Object.entries(policySchema.shape).flatMap(([name, schema]) => [
    `${name} = ${JSON.stringify(config.policy[name as keyof Policy])}`,
    `    ${schema.description ?? ''}`,
  ]);
  const given = Object.keys(environment).filter((name) => clientPrefix.test(name));
  const clients = [...new Set([...Object.keys(registrations), ...given])].flatMap((name) => [
    `${name} = ${environment[name] ? '(set, not shown)' : '(not set)'}`,
    `    ${registrations[name] ?? 'Not a setting of any kind of mailbox: a typing mistake?'}`,
  ]);
  return ['Environment', ...lines, ...clients, '', 'Policy (--policy FILE, JSON)', ...policy, ''].join('\n');
}
