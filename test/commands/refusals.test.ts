/** Wrong use of any command: one sentence that says what, where and what to do, and exit code 2. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { optionsOf } from '../../src/commands/options.ts';
import { checkStored } from '../../src/commands/run.ts';
import { checkUsage, timeOf } from '../../src/commands/usage.ts';
import { BadInput } from '../../src/errors.ts';
import { cli } from '../support/run.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-'));
  mkdirSync(join(dir, 'crm'));
  writeFileSync(join(dir, 'crm', 'deals.csv'), 'id,name,owner_email,stage,status,close_date,contact_emails\n');
  writeFileSync(join(dir, 'a.eml'), 'From: dana@buyer.test\nSubject: x\n\nHello?\n');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const rep = ['--rep', 'robin@seller.test'];

describe('on the command line', () => {
  const refused = async (says: RegExp, ...args: string[]) => {
    const { code, out, err } = await cli(args.map((arg) => arg.replace('DIR', dir)));
    expect(err).toMatch(says);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  };
  const tried = ['try', '--mail', 'DIR/a.eml', '--crm', 'DIR/crm', ...rep];
  test.each<[string, RegExp, string[]]>([
    ['an unknown option', /no option --frob: it takes --mail/, [...tried, '--frob']],
    ['an impossible day', /"2026-02-31" is not a time: give one such as/, [...tried, '--now', '2026-02-31']],
    ['an option without its value', /--now of "try" needs a value/, [...tried, '--now']],
    ['an option given twice', /--rep of "try" is given 2 times/, [...tried, ...rep]],
    [
      'no such mail',
      /no file or folder .*nosuch; name mail that exists/,
      ['try', '--mail', 'DIR/nosuch', '--crm', 'DIR/crm', ...rep],
    ],
    [
      'no such folder',
      /no folder .*nosuch: name the one that holds deals.csv/,
      ['try', '--mail', 'DIR/a.eml', '--crm', 'DIR/nosuch', ...rep],
    ],
    ['a folder without deals', /no deals\.csv in /, ['try', '--mail', 'DIR/a.eml', '--crm', 'DIR', ...rep]],
    ['a file for a folder', /no folder .*a\.eml/, ['try', '--mail', 'DIR/a.eml', '--crm', 'DIR/a.eml', ...rep]],
    ['an unknown option', /"read" has no option --verbose/, ['read', 'DIR/a.eml', ...rep, '--verbose']],
    ['a torn time', /"2026-11" is not a time/, ['read', 'DIR/a.eml', ...rep, '--now', '2026-11']],
    ['no such mail', /no file or folder .*nosuch\.eml/, ['read', 'DIR/nosuch.eml', ...rep]],
    ['no such bench', /no bench "frob" here/, ['bench', 'frob']],
    ['no items', /understand needs --items FILE and --today DATE/, ['understand', '--today', '2026-11-30']],
    [
      'no such items',
      /items file .*nosuch\.json cannot be read/,
      ['understand', '--items', 'DIR/nosuch.json', '--today', '2026-11-30'],
    ],
    ['a part of a bench', /no bench "wire" here/, ['bench', 'wire']],
    ['an unknown option', /"bench" has no option --fast/, ['bench', 'choose', '--fast']],
    ['an unknown option', /"why" has no option --all/, ['why', 'Lyon', '--all']],
    ['no such policy', /policy file .*nosuch\.json cannot be read/, ['why', 'Lyon', '--policy', 'DIR/nosuch.json']],
  ])('%s (%#)', (_, says, args) => refused(says, ...args));
});

describe('by itself', () => {
  test.each([
    'questions --frob',
    'questions everything',
    'bind one two --now',
    'bind one two three',
    'explain p1 --json',
    'explain p1 p2',
    'why --frob Lyon',
    'why Lyon --json=yes',
    'doctor --fix',
    'status now',
    'ledger export -v',
  ])('%s', (line) => {
    expect(() => checkStored(line.split(' '))).toThrow(BadInput);
  });
  test('what is right is not refused', () => {
    for (const line of [
      'questions --json',
      'bind one two',
      'explain p1',
      'why the Lyon deal --json',
      'status',
      'ledger verify',
    ])
      expect(() => checkStored(line.split(' '))).not.toThrow();
    const { words, options } = optionsOf(['--mail', 'a', '--mail', 'b', '--crm', 'c', '--rep', 'd', '--json']);
    expect(() => checkUsage('try', words, options)).not.toThrow();
  });
  test.each(['constructor', '__proto__', 'toString'])('an option called %s', (name) => {
    expect(() => checkStored(['status', `--${name}`])).toThrow(BadInput);
  });
});

describe('a time', () => {
  test.each([
    ['2026-11-22', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T09:30Z', '2026-11-22T09:30:00.000Z'],
    ['2026-11-22 09:30:15+01:00', '2026-11-22T08:30:15.000Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ])('%s', (written, iso) => {
    expect(timeOf(written).toISOString()).toBe(iso);
  });
  test.each([
    '',
    'yesterday',
    '2026',
    '2026-13-01',
    '2026-02-30',
    '2026-02-29T10:00:00Z',
    '2026-11-22T24:00Z',
    '2026-11-22T09',
    '22.11.2026',
    '2026-11-22T09:61Z',
    '1',
  ])('not "%s"', (written) => {
    expect(() => timeOf(written)).toThrow(BadInput);
  });
});
