/** The gateway follows no redirect: the token of an account goes nowhere but to its provider. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutcomeUnknown, TryLater } from '../../src/errors.ts';
import { openGateway } from '../../src/lib/gateway.ts';
import { type ModelServer, startModelServer } from '../fakes/model-server.ts';

describe('a redirect', () => {
  let server: ModelServer;
  beforeEach(async () => {
    server = await startModelServer();
  });
  afterEach(() => server.close());

  it('is no answer, and leads nowhere', async () => {
    const gateway = openGateway({
      origin: new URL(server.url).origin,
      allow: { 'GET /v1/moved': 1, 'POST /v1/moved': 1, 'GET /v1/models': 1 },
      token: async () => 'token',
      account: 'a@b.test',
      atOnce: 1,
      seconds: 10,
      now: () => new Date(),
    });
    await expect(gateway.fetch(`${server.url}/moved`)).rejects.toBeInstanceOf(TryLater);
    await expect(gateway.fetch(`${server.url}/moved`, { method: 'POST', body: '{}' })).rejects.toBeInstanceOf(
      OutcomeUnknown,
    );
    expect((await gateway.fetch(`${server.url}/models`)).status).toBe(200);
    expect(server.listed).toBe(1);
  });
});
