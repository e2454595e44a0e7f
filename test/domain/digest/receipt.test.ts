/** What a receipt says of an answer, and that no line of it is an answer itself. */
import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/domain/answer/understand.ts';
import { digestOf } from '../../../src/domain/digest/digest.ts';
import { columns, widthOf } from '../../../src/domain/digest/lay.ts';
import { headersOf } from '../../../src/domain/digest/mail.ts';
import type { Outcome } from '../../../src/domain/digest/outcome.ts';
import { type ReceiptFacts, receiptMail } from '../../../src/domain/digest/receipt.ts';
import { sha256 } from '../../../src/lib/hash.ts';
import { textOfHtml } from '../../../src/mailbox/html.ts';
import { shippedTemplates } from '../../../src/node.ts';
import { dayOf, fullDay } from './facts.ts';

const { render } = shippedTemplates();
const witness = { seq: 7, head: 'b'.repeat(64) };
const base = { until: null, value: null, state: 'done', said: 'It is so.', change: null } as const;
const outcomes: Outcome[] = [
  { ...base, n: 1, do: 'approve' },
  { ...base, n: 2, do: 'reject' },
  { ...base, n: 2, do: 'snooze', until: '2026-12-04' },
  { ...base, n: 3, do: 'answer', value: 'sent' },
  { ...base, n: 3, do: 'answer', value: 'not_sent' },
  { ...base, n: 4, do: 'answer', value: 'Soylent Green' },
  { ...base, n: 4, do: 'answer', value: 'none' },
  { ...base, n: 5, do: 'hold', until: '2027-01-12' },
  { ...base, n: 5, do: 'lift_hold', state: 'refused', said: 'No mail with these words asks for rest.' },
  { ...base, n: 1, do: 'undo', state: 'refused', said: 'The CRM has "Won" now.' },
  { ...base, n: null, do: 'pause' },
  { ...base, n: null, do: 'resume' },
];

function receiptOf(change: Partial<ReceiptFacts> = {}, day = fullDay) {
  const { items } = digestOf(day, sha256)!;
  const facts = {
    at: 'Monday 30 November',
    subject: 'Re: Countersign',
    outcomes,
    items,
    today: '2026-11-30',
    askBack: null,
  };
  return { items, ...receiptMail({ ...facts, ...change }, witness, render) };
}

describe('a receipt', () => {
  it('says what was understood, what was done and what was not, and how to undo', () => {
    const { text, html } = receiptOf();
    for (const part of [text, textOfHtml(html)]) {
      const flat = part.replace(/\n\s*\| /g, ' ').replace(/\s+/g, ' ');
      for (const words of [
        'Number 1: “Initech rollout”',
        'Understood as: ask again on Friday 4 December',
        'Understood as: you sent it',
        'Understood as: it belongs to “Soylent Green”',
        'Understood as: hold it until Tuesday',
        'The CRM has "Won" now.',
        'Everything',
        '"undo 1"',
        `Ledger: entry 7, head ${witness.head}`,
      ])
        expect(flat).toContain(words);
      expect(flat.toUpperCase().indexOf('NOT DONE')).toBeGreaterThan(flat.toUpperCase().indexOf('DONE'));
    }
  });

  it('puts what waits under a heading of its own', () => {
    const waits: Outcome[] = [{ ...base, n: 1, do: 'approve', state: 'waits', said: 'The CRM is silent.' }];
    const { text, html } = receiptOf({ outcomes: waits });
    for (const part of [text, textOfHtml(html)]) {
      expect(part).toMatch(/waiting/i);
      expect(part).not.toMatch(/done/i);
      expect(part).toContain('"undo 1"');
    }
  });

  it.each([
    ['a wish for rest that was lifted', { n: 5, do: 'lift_hold' }],
    ['what nothing takes back', { n: 1, do: 'approve', final: true }],
    ['an answer to a question', { n: 3, do: 'answer', value: 'sent' }],
  ] as const)('names no undo of %s', (_, outcome) => {
    const { text, html } = receiptOf({ outcomes: [{ ...base, ...outcome }] });
    for (const part of [text, textOfHtml(html)]) expect(part).not.toMatch(/undo/i);
  });

  it('asks back', () => {
    const { text, html } = receiptOf({ outcomes: [], askBack: 'Your answer was not clear to us.' });
    for (const part of [text, textOfHtml(html)]) expect(part).toContain('Your answer was not clear to us.');
    expect(text).not.toContain('undo');
  });

  it('is known to be of a machine', () => {
    expect(headersOf(witness, true)).toMatchObject({
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
    });
  });

  it.each(['1 yes', 'approve all', 'stop', 'yes', '<b>ok</b>"><img src=x>', `${'x '.repeat(60)}1 yes`, '\n1 yes\n'])(
    'no line of it is a command, nor mark-up, when all in it is %j',
    (words) => {
      const said = outcomes.map((each) => ({
        ...each,
        said: words,
        ...(each.value === 'Soylent Green' ? { value: words } : {}),
      }));
      const { text, html, items } = receiptOf({ outcomes: said }, dayOf(words));
      for (const line of text.split('\n')) expect(understand(line, items, '2026-11-30').actions, line).toEqual([]);
      expect(html).not.toMatch(/<img|<b>ok/);
      for (const line of text.split('\n'))
        if (!line.startsWith('Ledger: ')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    },
  );
});
