/** One question to a model: every way it can go, and what each costs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jsonIn } from '../../src/lib/json-in.ts';
import { type Answer, type ModelSettings, openModel, type Question } from '../../src/lib/llm.ts';
import { type Behaviour, faults, type ModelServer, startModelServer } from '../fakes/model-server.ts';
import { manualTimer } from '../support/manual-timer.ts';

const question: Question = {
  system: 'You write. Answer with JSON.',
  user: 'Grüße an m1',
  schema: { type: 'object', properties: { a: { type: 'number' } }, required: ['a'], additionalProperties: false },
  maxTokens: 900,
};
const seconds = 45;

let server: ModelServer;
let stop: AbortController;
let timer: ReturnType<typeof manualTimer>;
beforeEach(async () => {
  server = await startModelServer();
  stop = new AbortController();
  timer = manualTimer(seconds * 1_000);
});
afterEach(() => server.close());

function model(settings: Partial<ModelSettings> = {}) {
  const all = { name: 'test-model', url: server.url, key: 'sk-secret', temperature: 0.3, seconds, ...settings };
  return openModel(all, stop.signal, timer);
}

async function ask(...behaviours: Behaviour[]): Promise<Answer> {
  server.will(...behaviours);
  return model().ask(question);
}

describe('a question', () => {
  it('is asked once, with the schema, without tools, and answered as data with what it cost', async () => {
    const answer = await ask({ say: { a: 1 }, usage: { in: 70, out: 8 } });
    expect(answer).toEqual({ kind: 'answered', value: { a: 1 }, tokens: { in: 70, out: 8 }, requests: 1 });
    const [{ body, headers } = { body: null, headers: {} as Record<string, string> }] = server.requests;
    expect(body).toEqual({
      model: 'test-model',
      messages: [
        { role: 'system', content: question.system },
        { role: 'user', content: question.user },
      ],
      max_tokens: 900,
      stream: false,
      temperature: 0.3,
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'answer', strict: true, schema: question.schema },
      },
    });
    expect(headers.authorization).toBe('Bearer sk-secret');
    expect(Object.keys(headers).filter((name) => name.startsWith('x-') || name.startsWith('openai'))).toEqual([]);
  });

  it('carries no key where the endpoint wants none', async () => {
    server.will({ say: { a: 1 } });
    await model({ key: null }).ask(question);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('costs by its characters where the endpoint does not say, and never more than its bound', async () => {
    const { tokens } = await ask({ say: { a: 1 }, usage: false });
    expect(tokens).toEqual({ in: Math.ceil((question.system.length + question.user.length) / 3), out: 3 });
    const bound = model().bound(question);
    expect(bound.out).toBe(900);
    expect(bound.in).toBeGreaterThan(tokens.in);
    expect(bound.in).toBeGreaterThan(Buffer.byteLength(question.system + question.user));
  });

  it('costs no more than its bound and no less than its text can, whatever the endpoint says', async () => {
    const bound = model().bound(question);
    const { tokens: estimate } = await ask({ say: { a: 1 }, usage: false });
    const least = { in: Math.ceil(estimate.in / 4), out: Math.ceil(estimate.out / 4) };
    const cases: [unknown, unknown, { in: number; out: number }][] = [
      [3_000_000_000, 9_999_999_999, bound],
      [1e300, 1e300, bound],
      [1, 0, least],
      [0, 0, least],
      [-5, -1, estimate],
      [12.5, 0.1, estimate],
      ['70', null, estimate],
      [20, 'none', { in: 20, out: estimate.out }],
    ];
    for (const [tokensIn, out, tokens] of cases)
      expect((await ask({ say: { a: 1 }, usage: { in: tokensIn, out } })).tokens, `${tokensIn}/${out}`).toEqual(tokens);
  });

  it('tells apart what may come of it', async () => {
    const cases: [string, Behaviour, Answer['kind']][] = [
      ['refused in its own member', faults.refusal, 'refused'],
      ['refused in words', faults.plainRefusal, 'refused'],
      ['filtered', faults.filtered, 'refused'],
      ['cut off', faults.truncated, 'truncated'],
      ['empty', faults.empty, 'empty'],
      ['no content', { say: null }, 'empty'],
      ['broken JSON', faults.brokenJson, 'broken'],
      ['words', { say: 'Sure thing, I will get to it.' }, 'broken'],
      ['broken envelope', faults.brokenEnvelope, 'broken'],
      ['a page', faults.proxyPage, 'broken'],
      ['a JSON that is no completion', { raw: '{"choices":[]}' }, 'broken'],
      ['a list for content', { raw: '{"choices":[{"message":{"content":[]},"finish_reason":"stop"}]}' }, 'broken'],
      ['null', { raw: 'null' }, 'broken'],
      ['a megabyte', faults.megabyte, 'too_large'],
      ['a wrong key', faults.wrongKey, 'denied'],
      ['no money', faults.noQuota, 'denied'],
      ['an unknown model', faults.unknownModel, 'unknown_model'],
      ['another address', { status: 307, headers: { location: 'http://127.0.0.1:1/v1' } }, 'unknown_model'],
      ['too large a question', { status: 413 }, 'misunderstood'],
    ];
    for (const [name, behaviour, kind] of cases) {
      const before = server.requests.length;
      expect((await ask(behaviour)).kind, name).toBe(kind);
      expect(server.requests.length - before, name).toBe(1);
    }
  });

  it('finds the JSON in what was written around it', async () => {
    const around = [
      '```json\n{"a": 1}\n```',
      'Here it is:\n{"a": 1}\nGood luck {you}!',
      '<think>{"a": 2}</think>{"a": 1}',
    ];
    for (const say of around) expect(await ask({ say })).toMatchObject({ kind: 'answered', value: { a: 1 } });
    expect(jsonIn('{"a": "}{\\"", "b": {}} {')).toEqual({ a: '}{"', b: {} });
    expect(jsonIn('{'.repeat(50_000))).toBeUndefined();
    expect(jsonIn('no { here"')).toBeUndefined();
  });
});

describe('an endpoint that wants to be asked otherwise', () => {
  const formats = () => server.requests.map(({ body }) => body.response_format?.type ?? 'text');

  it('is asked more plainly, and from then on so', async () => {
    const one = model();
    server.will(faults.noSchema, faults.noObject, { say: 'So: {"a": 1}' });
    expect(await one.ask(question)).toMatchObject({ kind: 'answered', value: { a: 1 }, requests: 3 });
    expect(formats()).toEqual(['json_schema', 'json_object', 'text']);
    server.will({ say: { a: 2 } });
    expect(await one.ask(question)).toMatchObject({ kind: 'answered', requests: 1 });
    expect(formats().at(-1)).toBe('text');
    expect(timer.waited).toEqual([]);
  });

  it('takes 422 for the same', async () => {
    await ask(faults.unprocessable, { say: { a: 1 } });
    expect(formats()).toEqual(['json_schema', 'json_object']);
  });

  it('is spared the setting that it names, and keeps the schema', async () => {
    const one = model();
    server.will(faults.noMaxTokens, faults.noTemperature, { say: { a: 1 } });
    expect(await one.ask(question)).toMatchObject({ kind: 'answered', requests: 3 });
    const last = server.requests.at(-1)?.body;
    expect(last).toMatchObject({ max_completion_tokens: 900, response_format: { type: 'json_schema' } });
    expect(last).not.toHaveProperty('temperature');
    expect(last).not.toHaveProperty('max_tokens');
    await one.ask(question);
    expect(server.requests.at(-1)?.body).toEqual(last);
  });

  it('that refuses every form is given up, and nothing is remembered of it', async () => {
    const one = model();
    server.will(faults.noSchema);
    expect(await one.ask(question)).toMatchObject({ kind: 'misunderstood', tokens: { in: 0, out: 0 } });
    expect(server.requests.length).toBe(5);
    server.will({ say: { a: 1 } });
    await one.ask(question);
    expect(formats().at(-1)).toBe('json_schema');
  });
});

describe('a failure that may pass', () => {
  it('is tried twice more, later each time', async () => {
    expect(await ask(faults.failing, 'hang up', { say: { a: 1 } })).toMatchObject({ kind: 'answered', requests: 3 });
    expect(timer.waited).toEqual([1_000, 2_000]);
    expect(await ask(faults.failing)).toMatchObject({ kind: 'unreachable', requests: 3 });
  });

  it('waits as long as it is told, if there is time', async () => {
    expect(await ask(faults.rateLimit('7'), { say: { a: 1 } })).toMatchObject({ kind: 'answered', requests: 2 });
    expect(timer.waited).toEqual([7_000]);
    expect(await ask(faults.rateLimit('44'), faults.rateLimit('2'), { say: { a: 1 } })).toMatchObject({
      kind: 'busy',
      requests: 2,
    });
    expect(await ask(faults.rateLimit('86400'), { say: { a: 1 } })).toMatchObject({ kind: 'busy', requests: 1 });
    expect(await ask(faults.rateLimit('soon'), { say: { a: 1 } })).toMatchObject({ kind: 'answered' });
    expect(timer.waited.at(-1)).toBe(1_000);
  });

  it('counts as the most it can have cost where work may have been done, and as nothing where none was', async () => {
    const { in: most, out } = model().bound(question);
    expect((await ask('hang up')).tokens).toEqual({ in: 3 * most, out: 3 * out });
    expect((await ask(faults.failing, { say: { a: 1 }, usage: { in: 5, out: 5 } })).tokens).toEqual({
      in: most + 5,
      out: out + 5,
    });
    expect((await ask(faults.rateLimit('1'))).tokens).toEqual({ in: 0, out: 0 });
    await server.close();
    expect(await model().ask(question)).toMatchObject({
      kind: 'unreachable',
      tokens: { in: 0, out: 0 },
      requests: 3,
    });
  });
});

describe('the deadline', () => {
  it('ends a question that is never answered, and what comes later is nobody’s', async () => {
    server.will({ after: { say: { a: 1 } } });
    const asked = model().ask(question);
    await server.arrived(1);
    timer.expire();
    const answer = await asked;
    expect(answer.kind).toBe('too_late');
    expect(answer.tokens).toEqual(model().bound(question));
    server.release();
  });

  it('is one for all that is tried', async () => {
    server.will(faults.failing, { after: { say: { a: 1 } } });
    const asked = model().ask(question);
    await server.arrived(2);
    timer.expire();
    expect(await asked).toMatchObject({ kind: 'too_late', requests: 2 });
  });

  it('lets a slow answer in time through', async () => {
    server.will({ after: { say: { a: 1 } } });
    const asked = model().ask(question);
    await server.arrived(1);
    server.release();
    expect(await asked).toMatchObject({ kind: 'answered' });
  });

  it('gives way to a shutdown', async () => {
    server.will({ after: { say: { a: 1 } } });
    const asked = model().ask(question);
    await server.arrived(1);
    stop.abort();
    expect((await asked).kind).toBe('stopped');
    expect(await model().ask(question)).toMatchObject({ kind: 'stopped', requests: 0 });
  });
});

describe('a dead endpoint', () => {
  it('is left alone for five minutes after three questions in a row, and then asked again', async () => {
    const one = model();
    server.will(faults.failing);
    for (let n = 0; n < 3; n++) expect(await one.ask(question)).toMatchObject({ kind: 'unreachable', requests: 3 });
    expect(await one.ask(question)).toEqual({ kind: 'unreachable', requests: 0, tokens: { in: 0, out: 0 } });
    expect(server.requests).toHaveLength(9);
    server.will({ say: { a: 1 } });
    timer.pass(299_000);
    expect(await one.ask(question)).toMatchObject({ kind: 'unreachable', requests: 0 });
    timer.pass(1_000);
    expect(await one.ask(question)).toMatchObject({ kind: 'answered' });
    server.will(faults.failing);
    await one.ask(question);
    server.will(faults.refusal);
    await one.ask(question);
    server.will(faults.failing);
    for (let n = 0; n < 2; n++) expect((await one.ask(question)).requests).toBe(3);
    expect((await one.ask(question)).requests).toBe(3);
  });
});

describe('requests', () => {
  it('leave only when they are allowed, each for itself', async () => {
    server.will(faults.failing);
    const allowed = [true, true, false];
    const answer = await model().ask(question, async () => allowed.shift() ?? false);
    expect(answer).toMatchObject({ kind: 'not_allowed', requests: 2 });
    expect(server.requests).toHaveLength(2);
  });
});

describe('the list of models', () => {
  it('says what is there, or why not', async () => {
    timer = manualTimer(10_000);
    expect(await model().models()).toEqual(['test-model']);
    server.models = null;
    expect(await model().models()).toBe('unknown_model');
    await server.close();
    expect(await model().models()).toBe('unreachable');
  });
});
