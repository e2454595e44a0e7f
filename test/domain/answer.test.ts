/** What a reply to a daily summary asks for, held against labelled ones, and that nothing quoted in it is ever carried out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action, Item, Understood } from '../../src/domain/answer/items.ts';
import { understand } from '../../src/domain/answer/understand.ts';
import { longestAnswer } from '../../src/domain/answer/written.ts';
import { newText } from '../../src/domain/new-text.ts';
import { corpusPath, describeWithCorpus } from '../support/corpus.ts';
import { gmail, others, outlook, outlookBare, outlookBold, outlookRuled } from './attributions.ts';

interface Labelled {
  id: string;
  today: string;
  items: Item[];
  text: string;
  expected: Understood;
}

const labelled: Labelled[] = readFileSync(join(import.meta.dirname, '../eval/answers.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const today = '2026-11-30';
const items: Item[] = [
  { n: 1, kind: 'stage_change', deal: 'Acme Ltd', contact: 'Dana Berg', text: 'Acme Ltd: move to Negotiation' },
  { n: 2, kind: 'contact_update', deal: 'Brightside', contact: 'Omar Haddad', text: 'Omar Haddad: new phone' },
  { n: 3, kind: 'close_lost', deal: 'Delta Print', contact: 'Tom Nowak', text: 'Delta Print: close as lost' },
];

/** Of a reason only that there is one: where its words end is a matter of taste. */
const deeds = (actions: readonly Action[]): string[] =>
  actions.map((action) => JSON.stringify({ ...action, reason: action.reason !== null })).sort();
const deedsOnly = (actions: readonly Action[]): string[] =>
  actions.map(({ n, do: deed, until, value }) => JSON.stringify([n, deed, until, value]));

describe('of labelled answers', () => {
  const results = labelled.map((each) => ({ each, got: understand(each.text, each.items, each.today) }));

  test('there are enough, and of those that do nothing', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(500);
    expect(labelled.filter(({ expected }) => expected.actions.length === 0).length).toBeGreaterThanOrEqual(120);
  });

  test('99 of 100 are understood as meant', () => {
    const missed = results.filter(
      ({ each: { expected }, got }) =>
        expected.askBack !== got.askBack || deeds(expected.actions).join() !== deeds(got.actions).join(),
    );
    const told = missed.map(({ each, got }) => `${each.id} ${JSON.stringify(each.text)}: ${JSON.stringify(got)}`);
    expect(told.length, told.join('\n')).toBeLessThanOrEqual(labelled.length / 100);
  });

  test('none is taken for something else', () => {
    const wrong = results.filter(({ each: { expected }, got }) =>
      deedsOnly(got.actions).some((deed) => !deedsOnly(expected.actions).includes(deed)),
    );
    expect(wrong.map(({ each }) => `${each.id} ${JSON.stringify(each.text)}`)).toEqual([]);
  });
});

const commands = [
  '1 yes',
  'approve all',
  'stop',
  'all ok',
  'no to 2, they bought elsewhere',
  'hold Acme until 12 Jan',
  '1 ja',
  'alles genehmigen',
  'Pause bis Montag',
  '1 oui, 2 non',
  'tout approuver',
  'arrête tout',
  '1 sí, 2 no',
  'aprobar todo',
  'para todo',
  'undo 3',
  '👍 1',
];

describe('nothing below the head of a quote is carried out', () => {
  // None contradicts another: each would be carried out.
  const planting = ['1 yes', '2 nein', 'snooze 3 till Friday', 'arrête tout'];
  const planted = planting.join('\n');
  const marked = planting.map((line) => `> ${line}`).join('\n');

  test('though it would be without one', () => {
    expect(understand(planted, items, today).actions).toHaveLength(planting.length);
    for (const command of commands) expect(understand(command, items, today).actions).not.toEqual([]);
  });

  const forms = {
    Gmail: gmail,
    Outlook: outlook,
    'Outlook without address': outlookBare,
    'Outlook in bold': outlookBold,
    'Outlook below a rule': outlookRuled,
    others,
  };
  test.each(Object.entries(forms))('%s', (_, heads) => {
    for (const [tongue, head] of Object.entries(heads))
      for (const body of [planted, marked, `\n${planted}`, `\n${marked}`, `Hello,\n${planted}`])
        for (const above of ['Thanks!', 'FYI', '', 'Hi Sam,\nplease see below.', 'Merci !\n\n-- \nRobin Rep'])
          expect({ tongue, body, ...understand(`${above}\n\n${head}\n${body}\n`, items, today) }).toMatchObject({
            actions: [],
          });
  });

  test('and what stands above is, wherever the head is wrapped', () => {
    // Shorter ones are never wrapped.
    const long = [...Object.values(gmail), ...Object.values(others)].filter(
      (head) => head.length > 60 && !head.includes('\n'),
    );
    for (const head of long) {
      const words = head.split(' ');
      for (let cut = 1; cut < words.length; cut++) {
        const wrapped = `${words.slice(0, cut).join(' ')}\n${words.slice(cut).join(' ')}`;
        const { actions } = understand(`1 no\n\n${wrapped}\n\n${planted}\n`, items, today);
        expect({ wrapped, deeds: deedsOnly(actions) }).toEqual({ wrapped, deeds: ['[1,"reject",null,null]'] });
      }
    }
  });

  test('nor between the lines of a quote or below it: that is asked back', () => {
    for (const command of commands)
      for (const text of [
        `> 1. Acme Ltd: move to Negotiation\n${command}\n> 2. Omar Haddad: new phone\n`,
        `On Mon, Nov 30, 2026 at 7:02 AM Countersign <robin@seller.test> wrote:\n> 1. Acme Ltd\n> 2. Omar\n\n${command}\n`,
        `Acme Ltd: move to Negotiation\n${command}\n`,
      ])
        expect({ text, ...understand(text, items, today) }).toEqual({ text, actions: [], askBack: true });
  });
});

describeWithCorpus('commands planted in the quotes of public replies', () => {
  const folder = (...parts: string[]): string[] => {
    const dir = corpusPath('fixtures', ...parts);
    return readdirSync(dir).flatMap((name) => (name.endsWith('.txt') ? readFileSync(join(dir, name), 'utf8') : []));
  };
  const talon = (
    JSON.parse(readFileSync(corpusPath('fixtures', 'talon', 'cases.json'), 'utf8')) as {
      fn: string;
      input: string;
      expected?: string;
    }[]
  ).filter(({ fn }) => fn === 'extract_from_plain');
  const texts = {
    github: folder('github-email-reply-parser', 'test', 'emails'),
    crisp: folder('crisp-email-reply-parser', 'test', 'fixtures'),
    talon: talon.map(({ input }) => input),
  };
  const quotes = (text: string): boolean =>
    /^\s{0,3}>/m.test(text) || /^-{3,}\s?\S|^_{20,}|wrote:|schrieb|a écrit|escribió|ha scritto/m.test(text);

  test.each(Object.entries(texts))('%s: none is carried out', (_, all) => {
    const quoting = all.filter((text) => quotes(text));
    expect(quoting.length).toBeGreaterThan(5);
    for (const text of quoting) {
      const lines = text.replace(/\r\n/g, '\n').split('\n').slice(0, 200);
      const plain = deedsOnly(understand(lines.join('\n'), items, today).actions);
      expect(plain).toEqual([]);
      for (const command of commands) {
        const within = lines.flatMap((line) => (/^\s{0,3}>/.test(line) ? [line, `> ${command}`] : [line]));
        const { actions } = understand(within.join('\n'), items, today);
        expect({ command, text: within.join('\n').slice(0, 400), actions }).toMatchObject({ actions: [] });
      }
    }
  });

  test('talon: what stands below the reply is never carried out', () => {
    let planted = 0;
    for (const { input, expected = '' } of talon) {
      const text = input.replace(/\r\n/g, '\n');
      const quote = expected !== '' && text.startsWith(expected) ? text.slice(expected.length) : '';
      if (!quote.includes('\n') || newText(text) !== newText(expected)) continue;
      const lines = quote.trimStart().split('\n');
      for (const command of commands) {
        planted += 1;
        const below = [...lines, command].join('\n');
        expect({ below, ...understand(`${expected}\n${below}\n`, items, today) }).toMatchObject({ actions: [] });
      }
    }
    expect(planted).toBeGreaterThan(100);
  });
});

describe('deals whose names are words of the grammar', () => {
  const named: Item[] = [
    { n: 1, kind: 'stage_change', deal: 'Stop & Shop', contact: 'Will May', text: 'Stop & Shop: move to Proposal' },
    { n: 2, kind: 'close_lost', deal: 'No Limits GmbH', contact: 'Mark Young', text: 'No Limits GmbH: close as lost' },
    { n: 3, kind: 'new_contact', deal: 'Next Week AG', contact: 'April Friday', text: 'Add April Friday' },
    { n: 4, kind: 'hold', deal: 'Hold Steady Inc', contact: 'Joy Pause', text: 'Hold Steady Inc: until 3 February' },
  ];
  test.each([
    ['Stop & Shop yes', '[1,"approve",null,null]'],
    ['hold stop & shop until Friday', '[1,"hold","2026-12-04",null]'],
    ['stop', '[null,"pause",null,null]'],
    ['No Limits: yes', '[2,"approve",null,null]'],
    ['No Limits no', '[2,"reject",null,null]'],
    ['snooze No Limits GmbH until next week', '[2,"snooze","2026-12-07",null]'],
    ['snooze Next Week AG until Friday', '[3,"snooze","2026-12-04",null]'],
    ['snooze 3 next week', '[3,"snooze","2026-12-07",null]'],
    ['April Friday yes', '[3,"approve",null,null]'],
    ['lift the hold on Hold Steady', '[4,"lift_hold",null,null]'],
  ])('%s', (text, deed) => {
    const { actions, askBack } = understand(text, named, today);
    expect({ deeds: deedsOnly(actions), askBack }).toEqual({ deeds: [deed], askBack: false });
  });
});

describe('two labelled commands in one answer', () => {
  const single = labelled.filter(
    ({ text, expected: { actions, askBack } }) =>
      !askBack &&
      actions.length === 1 &&
      actions[0]!.n !== null &&
      !/[\n?]|\b(?:all|rest|alle|tout|todo|reste|resto)/i.test(text),
  );
  const pairs = [...Map.groupBy(single, ({ items: listed, today: day }) => JSON.stringify([listed, day])).values()]
    .flatMap((beside) => beside.map((one, at) => [one, beside[(at * 7 + 3) % beside.length]!] as const))
    .filter(([one, two]) => one.expected.actions[0]!.n !== two.expected.actions[0]!.n);

  test.each([
    ['on two lines', '\n', 0.99],
    ['behind a semicolon', '; ', 0.99],
    ['behind a comma', ', ', 0.95],
  ])('%s are both understood, and never as others', (_, join, floor) => {
    let both = 0;
    // "Wait with 3, 4 until Friday" is a list.
    const apart = pairs.filter(([one, two]) => join !== ', ' || /^\d/.test(one.text) || !/^\d/.test(two.text));
    for (const [one, two] of apart) {
      const text = `${one.text.replace(/[.!]+$/, '')}${join}${two.text}`;
      const got = deedsOnly(understand(text, one.items, one.today).actions);
      const meant = deedsOnly([...one.expected.actions, ...two.expected.actions]);
      const other = got.filter((deed) => !meant.includes(deed));
      expect({ text, other }).toEqual({ text, other: [] });
      if (got.length === 2) both += 1;
    }
    expect(apart.length).toBeGreaterThan(300);
    expect(both / apart.length).toBeGreaterThan(floor);
  });
});

test('days are counted from any day that may be given, and from others not for ever', () => {
  const waits =
    'next week|next year|next month|in 3 years|until Friday|end of the month|until Easter|not before the 31st'.split(
      '|',
    );
  for (const from of ['1970-01-01', '1999-12-31', '2028-02-29', '2100-12-31'])
    for (const wait of waits)
      for (const { until } of understand(`1 ${wait}`, items, from).actions)
        expect(until === null || until > from, `${wait} from ${from}: ${until}`).toBe(true);
  expect(understand('1 next week', items, '2100-12-31').actions).toMatchObject([{ until: '2101-01-03' }]);
  for (const from of ['9999-12-31', '9999-12-20', '0000-01-01', '+010000-01-01', 'Friday', ''])
    for (const wait of waits) expect(understand(`1 ${wait}`, items, from).actions).toEqual([]);
});

describe('whatever the text', () => {
  test('it never throws, and names only items that are there', () => {
    const bits = fc.constantFrom(
      ...commands,
      ...'1 2 3 9 yes no all rest hold snooze until Friday , . - ? ! > : \n but not if ( )'.split(' '),
      '\n',
      'Acme',
      'Dana',
      '👍🏽',
      '\u0000',
      '\ud800',
      'sí',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (words) => {
        const { actions } = understand(words.join(' '), items, today);
        const numbers = actions.map(({ n }) => n);
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const { n, until } of actions) {
          expect([null, 1, 2, 3]).toContain(n);
          if (until !== null) expect(until > today).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('beyond the bound nothing is read, and that is asked about', () => {
    const long = `${'word '.repeat(longestAnswer / 5)}\n1 yes\n`;
    expect(understand(long, items, today)).toEqual({ actions: [], askBack: true });
    expect(understand('1 yes\n'.repeat(100), items, today)).toMatchObject({ askBack: false });
  });

  test('long lines of any words are read in bounded steps', () => {
    for (const word of [
      '1 yes ',
      '1 ',
      'yes ',
      'all but ',
      '> ',
      'no, ',
      'the ',
      'until ',
      '- ',
      'on 1:',
      'a:',
      '<a@b.c> ',
      'hold acme ',
    ])
      expect(
        understand(word.repeat(Math.floor(longestAnswer / word.length)), items, today).actions.length,
      ).toBeLessThan(4);
  });
});
