/** `doctor` on the language model: one clear sentence, and a question only when it is asked for one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults, type ModelServer, startModelServer } from '../fakes/model-server.ts';
import { startService, type TestService } from '../support/service.ts';

describe('doctor', () => {
  let server: ModelServer;
  let service: TestService;
  beforeAll(async () => {
    server = await startModelServer();
    const environment = { COUNTERSIGN_MODEL: 'test-model', COUNTERSIGN_MODEL_URL: server.url };
    service = await startService({ at: new Date('2026-11-10T11:00:00Z'), environment });
  });
  afterAll(async () => {
    await service.stop();
    await server.close();
  });
  const doctor = (...argv: string[]) => service.command(['doctor', ...argv]).catch((error) => String(error.message));

  it('sees that the model is there without asking it anything', async () => {
    expect(await doctor()).toContain(`ok    model: ${server.url} answers, and has test-model`);
    server.models = ['another', 'third'];
    expect(await doctor()).toMatch(/WRONG model: .* has no test-model in its list: another, third/);
    server.models = null;
    expect(await doctor()).toMatch(/ok {4}model: .* lists no models; "doctor --model" asks test-model/);
    expect(server.requests).toEqual([]);
  });

  it('asks it one small thing when told to', async () => {
    server.models = ['test-model'];
    server.will({ say: { ready: true }, usage: { in: 30, out: 5 } });
    expect(await doctor('--model')).toContain('ok    model: test-model was asked and answered, for 35 tokens');
    server.will(faults.wrongKey);
    expect(await doctor('--model')).toMatch(/WRONG model: .* does not accept the key.*COUNTERSIGN_MODEL_KEY/);
    server.will(faults.unknownModel);
    expect(await doctor('--model')).toMatch(/WRONG model: .* knows no test-model/);
    server.will(faults.plainRefusal);
    expect(await doctor('--model')).toMatch(/WRONG model: test-model was asked and gave no answer of the form/);
    expect(server.requests).toHaveLength(4);
  });

  it('says when it cannot be reached', async () => {
    await server.close();
    expect(await doctor()).toMatch(/WRONG model: http:\S+ does not answer: start it, or correct COUNTERSIGN_MODEL_URL/);
  });
});
