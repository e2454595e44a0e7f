/** One exchange with an endpoint that speaks OpenAI's chat completions: the request as it leaves, and the answer as far as it can be believed. */
import type OpenAI from 'openai';
import { jsonIn } from './json-in.ts';
import type { Failure, ModelSettings, Question, Tokens } from './llm.ts';

const mostBytes = 256 * 1_024;

type Format = 'json_schema' | 'json_object' | 'text';
/** How an endpoint wants to be asked. */
export interface Form {
  format: Format;
  limit: 'max_tokens' | 'max_completion_tokens';
  temperature: boolean;
}

function bodyOf({ name, temperature }: ModelSettings, { system, user, schema, maxTokens }: Question, form: Form) {
  const formats = {
    json_schema: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } },
    json_object: { type: 'json_object' },
    text: undefined,
  } as const;
  const format = formats[form.format];
  return {
    model: name,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    [form.limit]: maxTokens,
    stream: false,
    ...(form.temperature ? { temperature } : {}),
    ...(format ? { response_format: format } : {}),
  } as OpenAI.ChatCompletionCreateParamsNonStreaming;
}

export type Failed =
  | {
      kind: 'status';
      status: number;
      code: string | null;
      param: string | null;
      retryAfterMs: number | null;
      tokens?: Tokens;
    }
  | { kind: 'lost'; retryAfterMs?: undefined; tokens?: Tokens };

/** `tokens`: what it cost; absent where that is not known. */
export type Reply =
  | { kind: 'completion'; completion: Completion; tokens: Tokens }
  | Failed
  | { kind: 'broken'; tokens?: undefined }
  | { kind: 'too_large'; tokens?: undefined };

export interface Completion {
  text: string;
  refusal: boolean;
  finish: string;
}

/** One request, one reply, which costs at most `bound`. Never throws. */
export async function exchange(
  client: OpenAI,
  settings: ModelSettings,
  question: Question,
  form: Form,
  bound: Tokens,
  signal: AbortSignal,
): Promise<Reply> {
  try {
    const given: unknown = await client.chat.completions.create(bodyOf(settings, question, form), { signal });
    const completion = completionOf(given);
    if (!completion) return { kind: 'broken' };
    const asked = question.system.length + question.user.length;
    const tokens = believed(usageIn(given), estimated(asked, completion.text.length), bound);
    return { kind: 'completion', completion, tokens };
  } catch (error) {
    return failureOf(error);
  }
}

const nothing: Tokens = { in: 0, out: 0 };

/** Codes of connections that were never made: nobody has counted anything. */
const neverMade = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What a thrown value of the library means. */
export async function failureOf(error: unknown): Promise<Exclude<Reply, { kind: 'completion' }>> {
  const { APIError } = await import('openai');
  const chain = causes(error);
  if (chain.some((cause) => cause instanceof TooLarge)) return { kind: 'too_large' };
  if (!(error instanceof APIError)) return { kind: 'broken' };
  if (typeof error.status !== 'number') {
    const unmade = chain.some((cause) => neverMade.has(String((cause as { code?: unknown }).code)));
    return { kind: 'lost', ...(unmade ? { tokens: nothing } : {}) };
  }
  const { status, code, param, headers } = error;
  return {
    kind: 'status',
    status,
    code: typeof code === 'string' ? code : null,
    param: typeof param === 'string' ? param : null,
    retryAfterMs: retryAfter(headers?.get('retry-after') ?? null),
    // What was refused was not worked on; what failed may have been.
    ...(status < 500 ? { tokens: nothing } : {}),
  };
}

function causes(error: unknown): unknown[] {
  const all: unknown[] = [];
  for (let at = error; at instanceof Error && all.length < 8; at = at.cause) all.push(at);
  return all;
}

/** RFC 9110 §10.2.3: seconds or a date; null where it says neither. */
function retryAfter(header: string | null): number | null {
  if (header === null) return null;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(ms, 0) : null;
}

type Loose = Record<string, unknown>;
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/** Nothing that an endpoint says is taken for granted. */
function completionOf(given: unknown): Completion | null {
  const choice: unknown = isLoose(given) && Array.isArray(given.choices) ? given.choices[0] : null;
  if (!isLoose(choice) || !isLoose(choice.message)) return null;
  const { content, refusal } = choice.message;
  if (content !== null && content !== undefined && typeof content !== 'string') return null;
  return {
    text: content ?? '',
    refusal: typeof refusal === 'string' && refusal !== '',
    finish: String(choice.finish_reason ?? ''),
  };
}

function usageIn(given: unknown): Record<keyof Tokens, unknown> {
  const usage = isLoose(given) && isLoose(given.usage) ? given.usage : {};
  return { in: usage.prompt_tokens, out: usage.completion_tokens };
}

/** No text has tokens so long that it has fewer than this part of the estimate: who says less would never fill a cap. */
const leastPart = 4;

/** What an endpoint says that a request cost, kept within what it can have cost; the estimate where it says no number. */
function believed(said: Record<keyof Tokens, unknown>, estimate: Tokens, bound: Tokens): Tokens {
  const within = (side: keyof Tokens): number => {
    const value = said[side];
    const counts = Number.isInteger(value) && (value as number) >= 0;
    const least = Math.ceil(estimate[side] / leastPart);
    return Math.min(Math.max(counts ? (value as number) : estimate[side], least), bound[side]);
  };
  return { in: within('in'), out: within('out') };
}

/** Three characters a token: more tokens than ordinary text has in the languages we write. */
export const estimated = (asked: number, written: number): Tokens => ({
  in: Math.ceil(asked / 3),
  out: Math.ceil(written / 3),
});

/** How models say no in words, at the beginning of an answer that holds no JSON. */
const no =
  /^\W*(?:(?:i['’]?m |i am )?(?:very |so )?(?:sorry|afraid|unable)|i (?:can ?not|can['’]?t|won['’]?t|must decline)|as an ai|es tut mir leid|tut mir leid|ich kann (?:das |dabei |ihnen |dir )?nicht|je suis désolée?|désolée?|je ne peux pas|lo siento|no puedo)/i;

/** What a whole completion says. */
export function readCompletion({
  text,
  refusal,
  finish,
}: Completion): { kind: 'answered'; value: unknown } | { kind: Failure } {
  if (refusal || finish === 'content_filter') return { kind: 'refused' };
  if (finish === 'length') return { kind: 'truncated' };
  if (text.trim() === '') return { kind: 'empty' };
  const value = jsonIn(text);
  if (value !== undefined) return { kind: 'answered', value };
  return { kind: no.test(text) ? 'refused' : 'broken' };
}

class TooLarge extends Error {}

export async function openClient({ url, key }: ModelSettings): Promise<OpenAI> {
  const { default: Client } = await import('openai');
  return new Client({
    baseURL: url,
    // The library insists on one. It also looks into the environment for whatever it is not told, null included.
    apiKey: key ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    // Ours is the deadline; the library's must not come before it.
    timeout: 3_600_000,
    logLevel: 'off',
    fetch: (input, init) => boundedFetch(input, init, key !== null),
  });
}

/** Lets out no header but these, follows nothing to another address, and reads no further than an answer can go. */
async function boundedFetch(
  input: string | URL | Request,
  init: RequestInit | undefined,
  withKey: boolean,
): Promise<Response> {
  const given = new Headers(init?.headers);
  const headers = new Headers();
  for (const name of ['content-type', 'accept', ...(withKey ? ['authorization'] : [])]) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  // Not `error`, which Workers do not know: a redirect is an answer that is none.
  const response = await fetch(input, { ...init, headers, redirect: 'manual' });
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.length;
    if (size > mostBytes) {
      await reader?.cancel().catch(() => undefined);
      throw new TooLarge(`The answer has more than ${mostBytes} bytes.`);
    }
    chunks.push(next.value);
  }
  const body = size === 0 ? null : new Blob(chunks as Uint8Array<ArrayBuffer>[]);
  const kept = new Headers(response.headers);
  kept.delete('content-encoding');
  kept.delete('content-length');
  return new Response(body, { status: response.status, statusText: response.statusText, headers: kept });
}
