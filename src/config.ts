/**
 * The one typed reading of the environment and of `--policy FILE`. Nobody else reads the environment. Every setting stands here with
 * its default and its meaning; `config` prints what is in force.
 */

import { z } from 'zod';
import { firstProblem, policySchema, readPolicy } from './config-policy.ts';
import { millionths } from './domain/money.ts';
import type { Policy } from './domain/policy.ts';
import { BadInput } from './errors.ts';
import type { ModelSettings } from './lib/llm.ts';

/** The setting `COUNTERSIGN_MODEL_URL` where it is not set. */
const hostedUrl = 'https://api.openai.com/v1';

const notAnAmount = (context: z.RefinementCtx): never => {
  context.addIssue({ code: 'custom', message: 'is no amount such as "2.50"' });
  return z.NEVER;
};

const price = (meaning: string) =>
  z
    .string()
    .transform((amount, context) => millionths(amount) ?? notAnAmount(context))
    .optional()
    .describe(meaning);

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
  COUNTERSIGN_TEMPLATES: z
    .string()
    .optional()
    .describe(
      'Folder of templates of your own: each takes the place of the shipped one with the same name, such as follow-up/silence.en.liquid.',
    ),
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
  COUNTERSIGN_MODEL: z
    .string()
    .max(200)
    .optional()
    .describe(
      'Name of a language model that writes follow-ups, such as "gpt-4.1-mini" or "qwen3:8b". Without one, templates write them.',
    ),
  COUNTERSIGN_MODEL_URL: z
    .url({ protocol: /^https?$/ })
    .default(hostedUrl)
    .describe(
      "Endpoint that speaks OpenAI's chat completions, such as http://127.0.0.1:11434/v1. One on this machine or network needs no key.",
    ),
  COUNTERSIGN_MODEL_KEY: z.string().optional().describe('Key for that endpoint. Secret.'),
  COUNTERSIGN_MODEL_TEMPERATURE: z.coerce
    .number()
    .min(0)
    .max(2)
    .default(0.3)
    .describe('How freely the model writes; left away where the endpoint does not take it.'),
  COUNTERSIGN_MODEL_SECONDS: z.coerce
    .number()
    .min(1)
    .max(240)
    .default(45)
    .describe('How long a draft waits for the model before a template writes it.'),
  COUNTERSIGN_MODEL_PRICE_IN: price('What a million tokens cost that the model reads, such as "0.40". Any currency.'),
  COUNTERSIGN_MODEL_PRICE_OUT: price('What a million tokens cost that it writes, in the same currency.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'must begin with postgres://')
    .optional()
    .describe('PostgreSQL to use instead of the embedded database. Secret.'),
  HOME: z.string().optional(),
  XDG_CONFIG_HOME: z.string().optional(),
});

/** A language model, and what it costs. */
export interface ModelConfig extends ModelSettings {
  /** Millionths of a currency for a million tokens. */
  prices: { in: number; out: number } | null;
}

export interface Config {
  host: string;
  port: number;
  url: string | null;
  dataDir: string;
  /** Folder of an admin's templates; null: the shipped ones are used. */
  templatesDir: string | null;
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
  /** Null: templates write. */
  model: ModelConfig | null;
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
  const policy = readPolicy(policyText);
  const model = modelIn(env);
  if (policy.modelMoneyPerDay !== null && model && !model.prices)
    throw new BadInput(
      'The policy setting modelMoneyPerDay needs prices: set COUNTERSIGN_MODEL_PRICE_IN and COUNTERSIGN_MODEL_PRICE_OUT.',
    );
  const configHome = env.XDG_CONFIG_HOME ?? `${env.HOME ?? ''}/.config`;
  return {
    host: env.COUNTERSIGN_HOST,
    port: env.COUNTERSIGN_PORT,
    url: env.COUNTERSIGN_URL ? env.COUNTERSIGN_URL.replace(/\/+$/, '') : null,
    dataDir: env.COUNTERSIGN_DATA,
    templatesDir: env.COUNTERSIGN_TEMPLATES ?? null,
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
    model,
    policy,
  };
}

function modelIn(env: z.infer<typeof environmentSchema>): ModelConfig | null {
  const name = env.COUNTERSIGN_MODEL?.trim();
  if (!name) return null;
  const { COUNTERSIGN_MODEL_PRICE_IN: priceIn, COUNTERSIGN_MODEL_PRICE_OUT: priceOut } = env;
  if ((priceIn === undefined) !== (priceOut === undefined))
    throw new BadInput('Set both COUNTERSIGN_MODEL_PRICE_IN and COUNTERSIGN_MODEL_PRICE_OUT, or neither.');
  const url = new URL(env.COUNTERSIGN_MODEL_URL);
  const local = isLocal(url.hostname);
  const key = env.COUNTERSIGN_MODEL_KEY?.trim() || null;
  if (url.username || url.password)
    throw new BadInput('COUNTERSIGN_MODEL_URL holds a password: put the key into COUNTERSIGN_MODEL_KEY.');
  if (!local && key === null)
    throw new BadInput(
      `The model at ${url.host} needs a key: set COUNTERSIGN_MODEL_KEY, or COUNTERSIGN_MODEL_URL to an endpoint of your own network.`,
    );
  if (!local && url.protocol !== 'https:')
    throw new BadInput(`Mail would go to ${url.host} for everyone to read: give COUNTERSIGN_MODEL_URL with https.`);
  return {
    name,
    url: url.href.replace(/\/+$/, ''),
    key,
    temperature: env.COUNTERSIGN_MODEL_TEMPERATURE,
    seconds: env.COUNTERSIGN_MODEL_SECONDS,
    prices: priceIn === undefined || priceOut === undefined ? null : { in: priceIn, out: priceOut },
  };
}

/** This machine, a private network, or a name without a dot, as containers have. */
const isLocal = (host: string): boolean =>
  /^(?:localhost|[^.:[\]]+|.+\.(?:localhost|local|internal|lan|home\.arpa)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])(?:\.\d+){2}|\[(?:::1|f[cd][^\]]*|fe80[^\]]*)\])$/i.test(
    host,
  );

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
