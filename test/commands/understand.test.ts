/** `understand` on the command line: a reply in, what it asks for out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { understandReply, understoodSchema } from '../../src/commands/understand.ts';
import { checkUsage } from '../../src/commands/usage.ts';
import { BadInput } from '../../src/errors.ts';

const items = [
  { n: 1, kind: 'stage_change', deal: 'Acme Ltd', contact: 'Dana Berg', text: 'Acme Ltd: move to Negotiation' },
  { n: 2, kind: 'match_question', deal: null, contact: 'Kim Lee', text: 'Thread with Kim: Alpha Spa or Alpha Gym?' },
];

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-understand-'));
  writeFileSync(join(dir, 'items.json'), JSON.stringify(items));
  writeFileSync(join(dir, 'marked.json'), `\ufeff${JSON.stringify(items)}`);
  writeFileSync(join(dir, 'torn.json'), '[{"n": 1');
  writeFileSync(join(dir, 'twice.json'), JSON.stringify([items[0], items[0]]));
  writeFileSync(join(dir, 'kind.json'), JSON.stringify([{ ...items[0], kind: 'frob' }]));
  writeFileSync(join(dir, 'object.json'), '{}');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function ran(reply: string, { file = 'items.json', today = '2026-11-30', json = true } = {}) {
  const said = { out: '', err: '' };
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
  };
  const code = await understandReply({ items: join(dir, file), today, json }, reply, io);
  return { code, ...said };
}

describe('understand', () => {
  test('prints one line of JSON of the documented form', async () => {
    const { code, out, err } = await ran('1 no, wrong deal\n2 gym\n7 yes\n');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(understoodSchema.parse(JSON.parse(out))).toEqual({
      actions: [
        { n: 1, do: 'reject', until: null, reason: 'wrong deal', value: null },
        { n: 2, do: 'answer', until: null, reason: null, value: 'Alpha Gym' },
      ],
      askBack: true,
    });
  });

  test('takes items behind a byte order mark', async () => {
    expect((await ran('1 yes', { file: 'marked.json' })).out).toContain('"approve"');
  });

  test('says in words what was understood, that some was not, or that there is nothing to do', async () => {
    expect((await ran('hold acme until 12 jan. What is 2?', { json: false })).out).toBe(
      '1: hold until 2027-01-12 (Acme Ltd: move to Negotiation)\n' +
        'Some of it is unclear: that changes nothing and is asked back.\n',
    );
    expect((await ran('pause a week', { json: false })).out).toBe('pause everything until 2026-12-07\n');
    expect((await ran('Thanks!', { json: false })).out).toBe('Nothing to do.\n');
  });

  test.each([
    ['a file that is not there', { file: 'nosuch.json' }, /items file .*nosuch\.json cannot be read/],
    ['no JSON', { file: 'torn.json' }, /torn\.json is no JSON/],
    ['no list', { file: 'object.json' }, /object\.json is no list of items/],
    ['a number twice', { file: 'twice.json' }, /twice\.json is no list of items: a number stands there twice/],
    ['an unknown kind', { file: 'kind.json' }, /kind\.json is no list of items at 0\.kind/],
    ['a day that cannot be', { today: '2026-02-31' }, /"2026-02-31" is not a date/],
    [
      'a day beyond which nobody counts',
      { today: '9999-12-31' },
      /^From 9999-12-31 no days .* from 1970-01-01 to 2100-12-31\.$/,
    ],
    ['a day before anybody counts', { today: '1969-12-31' }, /from 1970-01-01 to 2100-12-31/],
  ])('refuses %s in one sentence', async (_, settings, says) => {
    const refused = await ran('1 yes', settings).catch((error) => error);
    expect(refused).toBeInstanceOf(BadInput);
    expect(refused.message).toMatch(says);
    expect(refused.message.split('\n')).toHaveLength(1);
  });

  test('refuses what it has no use for', () => {
    for (const [words, options] of [
      [['reply.txt'], {}],
      [[], { frob: true }],
      [[], { items: true }],
      [[], { json: 'yes' }],
    ] as const)
      expect(() => checkUsage('understand', words, options)).toThrow(BadInput);
  });
});
