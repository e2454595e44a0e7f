import { describe, expect, it } from 'vitest';
import { describeConfig, policySchema, readConfig, readPolicy } from '../src/config.ts';
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
