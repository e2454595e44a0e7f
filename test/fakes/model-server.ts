/**
 * An endpoint that speaks OpenAI's chat completions on a loopback port, with the manners and the faults of those that do. What it says is decided by the
 * test, request by request.
 */
import type { AddressInfo, Socket } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** A request as it came. */
export interface ModelRequest {
  headers: Record<string, string>;
  body: {
    model: string;
    messages: { role: string; content: string }[];
    response_format?: { type: string; json_schema?: { schema: Record<string, unknown> } };
    temperature?: number;
    max_tokens?: number;
    max_completion_tokens?: number;
    [member: string]: unknown;
  };
}

/** What it does with a request. */
export type Behaviour =
  /** An answer: an object is written as JSON. `usage: false` says nothing of tokens, as some local servers do. */
  | { say: unknown; finish?: string; refusal?: string; usage?: false | { in: unknown; out: unknown } }
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** Any text under any content type. */
  | { raw: string; type?: string }
  /** Never answers, until `release`, and then so. */
  | { after: Behaviour }
  | 'hang up';

/** Faults as they are met. Sources stand beside each. */
export const faults = {
  /** platform.openai.com, error codes: 429 of the rate limit, with the time to wait. */
  rateLimit: (seconds: string): Behaviour => ({
    status: 429,
    headers: { 'retry-after': seconds },
    body: { error: { message: 'Rate limit reached', type: 'requests', param: null, code: 'rate_limit_exceeded' } },
  }),
  /** The same page: no money behind the key is a 429 too, which no waiting mends. */
  noQuota: {
    status: 429,
    body: {
      error: {
        message: 'You exceeded your current quota',
        type: 'insufficient_quota',
        param: null,
        code: 'insufficient_quota',
      },
    },
  },
  /** The same page, 401. */
  wrongKey: {
    status: 401,
    body: {
      error: {
        message: 'Incorrect API key provided',
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_api_key',
      },
    },
  },
  /** Ollama and OpenAI answer 404 for a model that is not there. */
  unknownModel: {
    status: 404,
    body: { error: { message: 'model not found, try pulling it first', type: 'api_error', param: null, code: null } },
  },
  /** Models before structured output: langchain-ai/langchain#31490. `param` is null there. */
  noSchema: {
    status: 400,
    body: {
      error: {
        message: "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
        type: 'invalid_request_error',
        param: null,
        code: null,
      },
    },
  },
  /** LM Studio: LoadShine/tada#16. The error is a mere text. */
  noObject: { status: 400, body: { error: "'response_format.type' must be 'json_schema' or 'text'" } },
  /** FastAPI servers refuse unknown members with 422. */
  unprocessable: {
    status: 422,
    body: { detail: [{ loc: ['body', 'response_format'], msg: 'extra fields not permitted' }] },
  },
  /** Reasoning models: fish2018/YPrompt#26. */
  noMaxTokens: {
    status: 400,
    body: {
      error: {
        message: "Unsupported parameter: 'max_tokens' is not supported with this model.",
        type: 'invalid_request_error',
        param: 'max_tokens',
        code: 'unsupported_parameter',
      },
    },
  },
  /** The same models allow no temperature but their own. */
  noTemperature: {
    status: 400,
    body: {
      error: {
        message: "Unsupported value: 'temperature' does not support 0.3 with this model.",
        type: 'invalid_request_error',
        param: 'temperature',
        code: 'unsupported_value',
      },
    },
  },
  failing: {
    status: 500,
    body: { error: { message: 'The server had an error', type: 'server_error', param: null, code: null } },
  },
  /** A proxy in front that has lost its server. */
  proxyPage: { raw: '<html><body><h1>502 Bad Gateway</h1></body></html>', type: 'text/html' },
  brokenEnvelope: { raw: '{"id":"x","choices":[{"index":0,"message":{"role":"assis', type: 'application/json' },
  brokenJson: { say: '{"language":"en","reason":"silence","sentences":[{"text":"Just' },
  /** lmstudio-ai/lmstudio-bug-tracker#1684: asked with a schema, it answers nothing at all. */
  empty: { say: '' },
  /** OpenAI's structured output: a refusal has a member of its own. */
  refusal: { say: null, refusal: "I can't help with that." },
  plainRefusal: { say: "I'm sorry, but I can't assist with that request." },
  filtered: { say: '', finish: 'content_filter' },
  truncated: { say: '{"language":"en","reason":"silence","sentences":[', finish: 'length' },
  megabyte: { say: { language: 'en', reason: 'silence', sentences: [{ text: 'x'.repeat(1_000_000), ground: [] }] } },
  hangUp: 'hang up',
} satisfies Record<string, Behaviour | ((...args: never[]) => Behaviour)>;

/** Decided by what was asked. */
type Decides = (request: ModelRequest) => Behaviour | Promise<Behaviour>;

export interface ModelServer {
  /** Up to and with `/v1`. */
  url: string;
  requests: ModelRequest[];
  /** What is done with the requests to come, in order; the last one for all further ones. */
  will(...behaviours: (Behaviour | Decides)[]): void;
  /** Names in the list of models; null: there is no list. */
  models: string[] | null;
  /** How often the list was asked for; `/v1/moved` leads to it. */
  listed: number;
  /** Resolves once so many requests have come. */
  arrived(count: number): Promise<void>;
  /** Lets those go on that wait. */
  release(): void;
  close(): Promise<void>;
}

export async function startModelServer(): Promise<ModelServer> {
  const web = new Hono<{ Bindings: { incoming: { socket: Socket } } }>();
  const requests: ModelRequest[] = [];
  const waiting: { count: number; done: () => void }[] = [];
  let held: (() => void)[] = [];
  let plan: (Behaviour | Decides)[] = [faults.failing];

  web.post('/v1/chat/completions', async (c) => {
    const request: ModelRequest = { headers: c.req.header(), body: await c.req.json() };
    requests.push(request);
    for (const { count, done } of waiting) if (requests.length >= count) done();
    const next = plan.length > 1 ? plan.shift() : plan[0];
    const behaviour = typeof next === 'function' ? await next(request) : next;
    return perform(behaviour ?? faults.failing, request, () => c.env.incoming.socket.destroy());
  });
  web.all('/v1/moved', (c) => c.redirect('/v1/models', 307));
  web.get('/v1/models', (c) => {
    server.listed += 1;
    if (server.models === null) return c.text('404 page not found', 404);
    return c.json({
      object: 'list',
      data: server.models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'us' })),
    });
  });

  async function perform(behaviour: Behaviour, request: ModelRequest, hangUp: () => void): Promise<Response> {
    if (behaviour === 'hang up') {
      hangUp();
      return new Response(null);
    }
    if ('after' in behaviour) {
      await new Promise<void>((done) => held.push(done));
      return perform(behaviour.after, request, hangUp);
    }
    if ('raw' in behaviour)
      return new Response(behaviour.raw, { headers: { 'content-type': behaviour.type ?? 'application/json' } });
    if ('status' in behaviour)
      return Response.json(behaviour.body ?? {}, { status: behaviour.status, headers: behaviour.headers ?? {} });
    const { say, finish = 'stop', refusal, usage } = behaviour;
    const content = say === null || typeof say === 'string' ? say : JSON.stringify(say);
    const asked = request.body.messages.reduce((sum, message) => sum + message.content.length, 0);
    const tokens = usage || { in: Math.ceil(asked / 4), out: Math.ceil((content ?? '').length / 4) };
    return Response.json({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 0,
      model: request.body.model,
      choices: [{ index: 0, message: { role: 'assistant', content, refusal: refusal ?? null }, finish_reason: finish }],
      ...(usage === false
        ? {}
        : {
            usage: {
              prompt_tokens: tokens.in,
              completion_tokens: tokens.out,
              total_tokens: Number(tokens.in) + Number(tokens.out),
            },
          }),
    });
  }

  const listening = await new Promise<ReturnType<typeof serve>>((done) => {
    const made = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 }, () => done(made));
  });
  const release = (): void => {
    for (const go of held.splice(0)) go();
  };
  const server: ModelServer = {
    url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/v1`,
    requests,
    models: ['test-model'],
    listed: 0,
    will(...behaviours) {
      plan = behaviours;
    },
    arrived: (count) =>
      new Promise((done) => {
        if (requests.length >= count) done();
        else waiting.push({ count, done });
      }),
    release,
    async close() {
      release();
      held = [];
      await new Promise<void>((done) => {
        listening.close(() => done());
        if ('closeAllConnections' in listening) listening.closeAllConnections();
      });
    },
  };
  return server;
}
