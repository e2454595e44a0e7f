/** An answer is not older than what it answers. */
import { expect, test } from 'vitest';
import { afterAnswered } from '../../src/domain/answer-dates.ts';
import { boundConversations, isThere } from '../../src/domain/dry-run.ts';
import { contact, deal, mail, ours, rep } from './deals.ts';

const asked = ours({ id: '<asked>', date: new Date('2026-11-02T09:00:00Z') });
const answer = (date: string, change = {}) =>
  mail({
    id: '<answer>',
    inReplyTo: '<asked>',
    references: ['<asked>'],
    date: new Date(date),
    utcOffset: 120,
    ...change,
  });

test.each<[string, ReturnType<typeof mail>, string, number | undefined]>([
  [
    'by its subject, undated',
    answer('1980-01-01T00:00:00Z', { inReplyTo: null, references: [], subject: 'Re: Pilot in Lyon' }),
    '2026-11-02T09:00:01Z',
    undefined,
  ],
  ['a year behind', answer('2025-11-03T09:00:00Z'), '2026-11-02T09:00:01Z', undefined],
  ['by its references', answer('1980-01-01T00:00:00Z', { inReplyTo: null }), '2026-11-02T09:00:01Z', undefined],
  ['by a clock that goes wrong by minutes', answer('2026-11-02T08:55:00Z'), '2026-11-02T09:00:01Z', 120],
  ['as it should be', answer('2026-11-02T09:05:00Z'), '2026-11-02T09:05:00Z', 120],
  [
    'that answers nothing here',
    answer('2025-11-03T09:00:00Z', { inReplyTo: '<x>', references: [] }),
    '2025-11-03T09:00:00Z',
    120,
  ],
  ['of the rep', answer('2025-11-03T09:00:00Z', { from: asked.from, place: 'sent' }), '2025-11-03T09:00:00Z', 120],
])('%s', (_, message, date, utcOffset) => {
  const dated = afterAnswered([asked, message], rep);
  expect(dated[0]).toBe(asked);
  expect(dated[1]?.date).toEqual(new Date(date));
  expect(dated[1]?.utcOffset).toBe(utcOffset);
  expect(afterAnswered(dated, rep)).toEqual(dated);
});

test('in a dry run, where a mail is there whatever its date says', () => {
  const crm = { deals: [deal], contacts: [contact] };
  const dates = (message: ReturnType<typeof mail>) =>
    boundConversations([asked, message], crm, rep, new Date('2026-11-10T09:00:00Z')).facts.flatMap(({ threads }) =>
      threads.flatMap(({ messages }) => messages.map(({ date }) => date.toISOString().slice(0, 10))),
    );
  expect(dates(answer('2025-11-03T09:00:00Z'))).toEqual(['2026-11-02', '2026-11-02']);
  expect(dates(answer('2037-11-03T09:00:00Z'))).toEqual(['2026-11-02', '2037-11-03']);
});

test.each([
  ['2026-11-10', true],
  ['2026-11-11', false],
  ['2026-12-01', false],
  ['2026-12-02', true],
])('on 10 November a mail of %s is there on 1 December: %s', (day, there) => {
  expect(isThere(new Date(day), new Date('2026-11-10'), new Date('2026-12-01'))).toBe(there);
});
