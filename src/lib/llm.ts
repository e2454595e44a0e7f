/**
 * A language model behind an endpoint that speaks OpenAI's chat completions: hosted, Ollama, vLLM, LM Studio. One question, one structured answer; no
 * streaming, no tools, and whatever goes wrong is an outcome. Endpoints differ in how they want to be asked for JSON, and in two settings: what one
 * refuses is left away, and that is remembered as long as the process lives.
 */
import type OpenAI from 'openai';
import { exchange, type Failed, type Form, failureOf, openClient, readCompletion } from './llm-exchange.ts';
import { wait } from './wait.ts';

export interface ModelSettings {
  /** As the endpoint calls it. */
  name: string;
  /** Up to and with `/v1`. */
  url: string;
  /** Null for an endpoint that wants none. */
  key: string | null;
  temperature: number;
  /** Deadline of a question, with everything that is tried for it. */
  seconds: number;
}

export interface Question {
  system: string;
  user: string;
  /** JSON Schema of the answer, in the subset that `strict` allows: every member required, no others. */
  schema: Record<string, unknown>;
  /** More than this is not written. */
  maxTokens: number;
}

export interface Tokens {
  in: number;
  out: number;
}

/** What may come of a question beside an answer. */
export const failures = [
  /** The model will not. */
  'refused',
  /** It came to its limit in the middle of the answer. */
  'truncated',
  'empty',
  /** Something else than JSON, or than an answer of the endpoint. */
  'broken',
  /** Larger than any answer; the rest was not read. */
  'too_large',
  /** The deadline passed. */
  'too_late',
  /** It asks for more patience than there is, or goes on refusing for lack of room. */
  'busy',
  /** No connection, or no end of failures on its side. */
  'unreachable',
  /** The key is wrong, or has no money behind it. */
  'denied',
  /** It does not know the model, or the address is no such endpoint. */
  'unknown_model',
  /** It finds the question itself wrong, in every form. */
  'misunderstood',
  /** We are shutting down. */
  'stopped',
  /** The caller allowed no (further) request. */
  'not_allowed',
] as const;
export type Failure = (typeof failures)[number];

export interface Asked {
  /** What was spent: as the endpoint says as far as that can be, or estimated from the characters. A request that got lost counts as the most it can have cost. */
  tokens: Tokens;
  requests: number;
}
export type Answer = Asked & ({ kind: 'answered'; value: unknown } | { kind: Failure });

export interface Model {
  readonly name: string;
  /** All settings that an answer depends on, as text. */
  readonly settings: string;
  /** The most that one request of this question can cost. */
  bound(question: Question): Tokens;
  /**
   * Throws nothing but what `allow` throws. Tries at most twice more, on 429, 5xx and lost connections. `allow` is asked before each request leaves, and each costs at most
   * `bound`.
   */
  ask(question: Question, allow?: () => Promise<boolean>): Promise<Answer>;
  /** Names of the models there; a failure in one word else. Costs nothing. */
  models(): Promise<string[] | Failure>;
}

/** Time, for tests to move. `wait` ends early, without an error, when the signal says so. */
export interface Timer {
  now(): number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

const retries = 2;

/** After so many questions in a row that nothing came of, a dead endpoint is left alone for so long: else each rep's drafts would wait for it anew. */
const dead = { questions: 3, restMs: 300_000 } as const;

/** `signal`: shutting down. Opening asks nothing, and loads no library yet. */
export function openModel(settings: ModelSettings, signal: AbortSignal, timer: Timer = realTimer): Model {
  const { name, url, temperature, seconds } = settings;
  let form: Form = { format: 'json_schema', limit: 'max_tokens', temperature: true };
  let client: Promise<OpenAI> | null = null;
  const lend = (): Promise<OpenAI> => {
    client ??= openClient(settings);
    return client;
  };

  let lost = 0;
  let restUntil = Number.NEGATIVE_INFINITY;
  let lastLoss: Failure = 'unreachable';
  const noted = (answer: Answer): Answer => {
    const { kind } = answer;
    if (kind === 'unreachable' || kind === 'too_late') {
      lost += 1;
      lastLoss = kind;
      if (lost >= dead.questions) restUntil = timer.now() + dead.restMs;
    } else if (answer.requests > 0 && kind !== 'stopped' && kind !== 'not_allowed') lost = 0;
    return answer;
  };

  const bound = ({ system, user, schema, maxTokens }: Question): Tokens => ({
    // No tokenizer makes more tokens than there are bytes; the frame of a chat has some of its own.
    in: new TextEncoder().encode(system + user + JSON.stringify(schema)).length + 200,
    out: maxTokens,
  });

  async function ask(question: Question, allow: () => Promise<boolean> = async () => true): Promise<Answer> {
    if (timer.now() < restUntil) return { kind: lastLoss, tokens: { in: 0, out: 0 }, requests: 0 };
    return noted(await askOnce(question, allow));
  }

  async function askOnce(question: Question, allow: () => Promise<boolean>): Promise<Answer> {
    const asked: Asked = { tokens: { in: 0, out: 0 }, requests: 0 };
    const deadline = deadlineOf(seconds * 1_000, signal, timer);
    const end = (kind: Failure): Answer => ({ kind, ...asked });
    let trying = form;
    let left = retries;
    try {
      const openai = await lend();
      for (;;) {
        if (deadline.signal.aborted) return end(deadline.why());
        if (!(await allow())) return end('not_allowed');
        asked.requests += 1;
        const reply = await exchange(openai, settings, question, trying, bound(question), deadline.signal);
        add(asked.tokens, reply.tokens ?? bound(question));
        if (reply.kind === 'completion') {
          form = trying;
          return { ...readCompletion(reply.completion), ...asked };
        }
        if (reply.kind === 'broken' || reply.kind === 'too_large') return end(reply.kind);
        if (deadline.signal.aborted) return end(deadline.why());
        const plainer = isRefused(reply) ? without(trying, reply.param) : null;
        if (plainer) {
          trying = plainer;
          continue;
        }
        const failure = failureIn(reply);
        const passing = failure === 'busy' || failure === 'unreachable';
        const pause = reply.retryAfterMs ?? 1_000 * 2 ** (retries - left);
        // Waiting longer than there is time helps nobody.
        if (!passing || left === 0 || pause >= deadline.leftMs()) return end(failure);
        left -= 1;
        await timer.wait(pause, deadline.signal);
      }
    } finally {
      deadline.clear();
    }
  }

  async function models(): Promise<string[] | Failure> {
    const deadline = deadlineOf(Math.min(seconds, 10) * 1_000, signal, timer);
    try {
      const page = await (await lend()).models.list({ signal: deadline.signal });
      const names = page.data?.map(({ id }) => id);
      return Array.isArray(names) ? names : 'broken';
    } catch (error) {
      if (deadline.signal.aborted) return deadline.why();
      const reply = await failureOf(error);
      return reply.kind === 'lost' || reply.kind === 'status' ? failureIn(reply) : reply.kind;
    } finally {
      deadline.clear();
    }
  }

  return { name, settings: JSON.stringify({ name, url, temperature }), bound, ask, models };
}

const isRefused = (reply: Failed): reply is Failed & { kind: 'status' } =>
  reply.kind === 'status' && (reply.status === 400 || reply.status === 422);

/** What is left to try when a setting was refused: without the one that the endpoint names, else with a plainer way to ask for JSON. */
function without(form: Form, param: string | null): Form | null {
  const { format, limit, temperature } = form;
  const plainest = format === 'text';
  if (temperature && (param === 'temperature' || plainest)) return { ...form, temperature: false };
  if (limit === 'max_tokens' && (param === 'max_tokens' || plainest))
    return { ...form, limit: 'max_completion_tokens' };
  if (plainest) return null;
  return { ...form, format: format === 'json_schema' ? 'json_object' : 'text' };
}

function failureIn(reply: Failed): Failure {
  if (reply.kind === 'lost') return 'unreachable';
  const { status, code } = reply;
  if (status === 401 || status === 402 || status === 403 || code === 'insufficient_quota') return 'denied';
  if (status === 429) return 'busy';
  if (status >= 500) return 'unreachable';
  return status === 404 || status === 405 || status < 400 ? 'unknown_model' : 'misunderstood';
}

function add(tokens: Tokens, more: Tokens): void {
  tokens.in += more.in;
  tokens.out += more.out;
}

interface Deadline {
  signal: AbortSignal;
  leftMs(): number;
  why(): 'stopped' | 'too_late';
  clear(): void;
}

function deadlineOf(ms: number, stop: AbortSignal, timer: Timer): Deadline {
  const passed = new AbortController();
  const cleared = new AbortController();
  const at = timer.now() + ms;
  timer.wait(ms, cleared.signal).then(() => {
    if (!cleared.signal.aborted) passed.abort();
  });
  return {
    signal: AbortSignal.any([passed.signal, stop]),
    leftMs: () => at - timer.now(),
    why: () => (stop.aborted ? 'stopped' : 'too_late'),
    clear: () => cleared.abort(),
  };
}

export const realTimer: Timer = { now: () => performance.now(), wait };
