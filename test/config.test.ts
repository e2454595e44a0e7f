import { describe, expect, it } from 'vitest';
import { describeConfig, readConfig } from '../src/config.ts';
import { policySchema, readPolicy } from '../src/config-policy.ts';
import { BadInput } from '../src/errors.ts';

describe('configuration', () => {
  it('has a default for everything', () => {
    const config = readConfig({ HOME: '/home/rep' });
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4610,
      dataDir: 'data',
      keyFile: '/home/rep/.config/countersign/key',
    });
    expect(config.policy).toMatchObject({
      draftsPerDay: 3,
      stalledAfterWorkingDays: 5,
      workingDays: [1, 2, 3, 4, 5],
      region: null,
      holds: {},
    });
  });

  it('names the setting that is wrong', () => {
    const wrong: [() => unknown, RegExp][] = [
      [() => readConfig({ COUNTERSIGN_PORT: 'ninety' }), /environment variable COUNTERSIGN_PORT/],
      [() => readConfig({ DATABASE_URL: 'mysql://x' }), /environment variable DATABASE_URL/],
      [() => readPolicy('{'), /not JSON/],
      [() => readPolicy('{"draftsPerDay": -1}'), /policy setting draftsPerDay/],
      [() => readPolicy('{"draftPerDay": 1}'), /draftPerDay/],
      [() => readPolicy('{"timeZone": "Mars/Olympus"}'), /policy setting timeZone/],
      [() => readPolicy('{"holds": {"trashFinalMs": "long"}}'), /holds\.trashFinalMs/],
      [() => readPolicy('[]'), /policy setting/],
    ];
    for (const [read, sentence] of wrong) {
      expect(read).toThrow(BadInput);
      expect(read).toThrow(sentence);
    }
  });

  it('says what each setting means', () => {
    for (const [name, schema] of Object.entries(policySchema.shape)) expect(schema.description, name).toBeTruthy();
    const shown = describeConfig(readConfig({ COUNTERSIGN_KEY: 'k' }), { COUNTERSIGN_KEY: 'k' });
    expect(shown).toContain('COUNTERSIGN_KEY = (set, not shown)');
    expect(shown).not.toContain('HOME');
  });

  it('takes a language model, hosted with its key or local without one, and says what is wrong in one sentence', () => {
    expect(readConfig({}).model).toBeNull();
    expect(readConfig({ COUNTERSIGN_MODEL_KEY: 'k', COUNTERSIGN_MODEL: ' ' }).model).toBeNull();
    expect(readConfig({ COUNTERSIGN_MODEL: 'gpt', COUNTERSIGN_MODEL_KEY: 'k' }).model).toEqual({
      name: 'gpt',
      url: 'https://api.openai.com/v1',
      key: 'k',
      temperature: 0.3,
      seconds: 45,
      prices: null,
    });
    const local = [
      'http://127.0.0.1:11434/v1/',
      'http://localhost:1234/v1',
      'http://ollama:11434/v1',
      'http://[::1]:8000/v1',
      'http://10.0.0.7/v1',
      'http://gpu.internal/v1',
      'http://100.101.102.103/v1',
    ];
    for (const url of local)
      expect(readConfig({ COUNTERSIGN_MODEL: 'q', COUNTERSIGN_MODEL_URL: url }).model, url).toMatchObject({
        key: null,
        url: url.replace(/\/$/, ''),
      });
    const priced = {
      COUNTERSIGN_MODEL: 'q',
      COUNTERSIGN_MODEL_URL: 'http://localhost/v1',
      COUNTERSIGN_MODEL_PRICE_IN: '0.15',
      COUNTERSIGN_MODEL_PRICE_OUT: '0.60',
    };
    expect(readConfig(priced, '{"modelMoneyPerDay": 2.5}')).toMatchObject({
      model: { prices: { in: 150_000, out: 600_000 } },
      policy: { modelMoneyPerDay: '2.5' },
    });
    const hosted = { COUNTERSIGN_MODEL: 'gpt', COUNTERSIGN_MODEL_KEY: 'k' };
    const wrong: [Record<string, string>, string | null, RegExp][] = [
      [{ COUNTERSIGN_MODEL: 'gpt' }, null, /api\.openai\.com needs a key: set COUNTERSIGN_MODEL_KEY/],
      [{ ...hosted, COUNTERSIGN_MODEL_URL: 'http://models.example.com/v1' }, null, /with https/],
      [{ ...hosted, COUNTERSIGN_MODEL_URL: 'http://10.evil.example/v1' }, null, /with https/],
      [{ ...hosted, COUNTERSIGN_MODEL_URL: 'http://100.20.1.1/v1' }, null, /with https/],
      [{ ...hosted, COUNTERSIGN_MODEL_URL: 'https://k:k@models.example.com/v1' }, null, /holds a password/],
      [{ ...hosted, COUNTERSIGN_MODEL_URL: 'models.example.com' }, null, /COUNTERSIGN_MODEL_URL/],
      [{ ...hosted, COUNTERSIGN_MODEL_TEMPERATURE: '3' }, null, /COUNTERSIGN_MODEL_TEMPERATURE/],
      [{ ...hosted, COUNTERSIGN_MODEL_SECONDS: '0' }, null, /COUNTERSIGN_MODEL_SECONDS/],
      [{ ...hosted, COUNTERSIGN_MODEL_PRICE_IN: 'cheap' }, null, /COUNTERSIGN_MODEL_PRICE_IN is wrong: is no amount/],
      [{ ...hosted, COUNTERSIGN_MODEL_PRICE_IN: '1' }, null, /both COUNTERSIGN_MODEL_PRICE_IN and/],
      [hosted, '{"modelMoneyPerDay": "2.50"}', /modelMoneyPerDay needs prices/],
      [hosted, '{"modelMoneyPerDay": "lots"}', /modelMoneyPerDay is wrong: is no amount/],
      [hosted, '{"modelMoneyPerDay": -1}', /modelMoneyPerDay/],
      [hosted, '{"modelTokensPerRepDay": 1.5}', /modelTokensPerRepDay/],
      [{}, '{"publicNote": "hidden\u200b"}', /publicNote is wrong: holds characters/],
      [{}, JSON.stringify({ publicNote: 'x'.repeat(2_001) }), /publicNote/],
    ];
    for (const [environment, policy, sentence] of wrong) {
      expect(() => readConfig(environment, policy)).toThrow(BadInput);
      expect(() => readConfig(environment, policy)).toThrow(sentence);
    }
    expect(describeConfig(readConfig(hosted), hosted)).toContain('COUNTERSIGN_MODEL_KEY = (set, not shown)');
  });

  it('takes registrations with providers by name, and shows which there are, but not what they hold', () => {
    const environment = {
      COUNTERSIGN_URL: 'https://c.example.com/',
      COUNTERSIGN_CLIENT_ACME_ID: ' app ',
      COUNTERSIGN_CLIENT_ACME_PUSH_AUDIENCE: 'aud',
      COUNTERSIGN_CLIENT_ACME_SECRET: '',
      COUNTERSIGN_CLIENT_ACNE_ID: 'typo-value',
    };
    const config = readConfig(environment);
    expect(config.url).toBe('https://c.example.com');
    expect(config.clients).toEqual({ acme: { id: 'app', push_audience: 'aud' }, acne: { id: 'typo-value' } });
    const shown = describeConfig(config, environment, {
      COUNTERSIGN_CLIENT_ACME_ID: 'The id.',
      COUNTERSIGN_CLIENT_ACME_SECRET: 'The secret.',
    });
    expect(shown).toMatch(/COUNTERSIGN_CLIENT_ACME_ID = \(set, not shown\)\n {4}The id\./);
    expect(shown).toContain('COUNTERSIGN_CLIENT_ACME_SECRET = (not set)');
    expect(shown).toMatch(/COUNTERSIGN_CLIENT_ACNE_ID = .*\n.*typing mistake/);
    expect(shown).not.toContain('typo-value');
    expect(() => readConfig({ COUNTERSIGN_URL: 'javascript:alert(1)' })).toThrow(BadInput);
  });
});
