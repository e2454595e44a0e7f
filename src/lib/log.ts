/**
 * The log of a running process: what happened, to which id, how long it took. It never says what a mail says or who wrote
 * it. Fields are an allow-list, held again at run time, because a log is copied to places where no mail should be
 * (`facts/security.md` §1.9).
 */
import { pino, stdTimeFunctions, destination as toFile } from 'pino';
import { BadInput, Gone, Mismatch, NeedsPerson, OutcomeUnknown, TryLater } from '../errors.ts';

/** Ids, kinds and names of ours. Values with a space or an "@", or longer than 64 characters, are withheld. */
const words = [
  'job',
  'queue',
  'mailbox',
  'crm',
  'provider',
  'rep',
  'deal',
  'proposal',
  'placement',
  'change',
  'decision',
  'digest',
  'operation',
  'kind',
  'place',
  'state',
  'verdict',
  'method',
  'route',
  'version',
] as const;
/** Counts, sizes, durations (milliseconds) and codes. */
const numbers = ['count', 'bytes', 'ms', 'attempt', 'status', 'seq', 'port', 'pid'] as const;
/** UTC instants. */
const instants = ['at', 'retryAt', 'until'] as const;

export type LogFields = Partial<
  Record<(typeof words)[number], string> &
    Record<(typeof numbers)[number], number> &
    Record<(typeof instants)[number], Date> & {
      /** Its name and code. The sentence of our own errors, addresses blotted out; of any other error only where it arose. */
      error: unknown;
    }
>;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** An `event` is a constant of ours, such as "draft placed"; anything else in it is withheld. No method ever throws. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export interface LogOptions {
  /** What is less than this is not written. */
  level: LogLevel;
  /** Gets one JSON line a call. Absent: standard error, because standard output belongs to what a command answers. */
  destination?: { write(line: string): void };
}

/** Makes a log. Nothing is buffered: a line is out before the call returns. */
export function createLog({ level, destination }: LogOptions): Log {
  const formatters = { level: (label: string) => ({ level: label }) };
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: stdTimeFunctions.isoTime,
      formatters,
      // Workers get pino's build for browsers, which knows only this way out and has no `toFile`.
      browser: {
        formatters,
        write: (line) => {
          const text = JSON.stringify(line);
          if (destination) destination.write(`${text}\n`);
          else console.error(text);
        },
      },
    },
    destination ?? toFile?.({ dest: 2, sync: true }),
  );
  const write = (at: Exclude<LogLevel, 'silent'>) => (event: string, fields?: LogFields) => {
    if (logger.isLevelEnabled(at)) logger[at](allowed(fields), /^[\w .:/-]{1,80}$/.test(event) ? event : withheld);
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

const withheld = '[withheld]';

function allowed(fields: LogFields | undefined): Record<string, unknown> {
  const given: Record<string, unknown> = fields ?? {};
  const kept: Record<string, unknown> = {};
  for (const name of words) {
    const value = given[name];
    if (typeof value === 'string') kept[name] = /^[\w.:/#|=+-]{1,64}$/.test(value) ? value : withheld;
  }
  for (const name of numbers) if (typeof given[name] === 'number') kept[name] = given[name];
  for (const name of instants) {
    const value = given[name];
    if (value instanceof Date) kept[name] = Number.isNaN(value.getTime()) ? null : value.toISOString();
  }
  return given.error === undefined ? kept : { ...kept, ...described(given.error) };
}

function described(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as NodeJS.ErrnoException).code;
  const known: Record<string, unknown> = {
    error: word(error.name),
    ...(typeof code === 'string' || typeof code === 'number' ? { code: word(String(code)) } : {}),
    ...(error.cause instanceof Error ? { cause: word(error.cause.name) } : {}),
  };
  const ours = [NeedsPerson, TryLater, OutcomeUnknown, Gone, BadInput, Mismatch].some((each) => error instanceof each);
  if (ours) return { ...known, sentence: error.message.replace(/\S+@\S+/g, '[address]').slice(0, 300) };
  // The message of a foreign error may quote a mail, and so may the stack, which begins with it.
  const stack = typeof error.stack === 'string' ? error.stack : '';
  const end = stack.indexOf(error.message) + error.message.length;
  const frames = stack.includes(error.message) ? stack.slice(end).split('\n') : [];
  return {
    ...known,
    where: frames
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 4)
      .map((line) => line.trim().slice(3, 200)),
  };
}

const word = (text: string) => (/^[\w.:-]{1,64}$/.test(text) ? text : withheld);
