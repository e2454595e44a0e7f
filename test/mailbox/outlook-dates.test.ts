/** When a mail was written, by what the service says of its sending and its arrival. */
import { expect, test } from 'vitest';
import { envelopeOf, type Item } from '../../src/mailbox/outlook-messages.ts';

const sent = '2026-03-03T10:00:00Z';
test.each<[string, Partial<Item>, boolean | undefined, string]>([
  ['as it was sent', { sentDateTime: sent, receivedDateTime: '2026-03-03T10:00:05Z' }, undefined, sent],
  ['a year behind', { sentDateTime: '2025-03-03T10:00:00Z', receivedDateTime: sent }, undefined, sent],
  ['two days ahead', { sentDateTime: '2026-03-05T10:00:00Z', receivedDateTime: sent }, undefined, sent],
  ['the owner’s own', { sentDateTime: sent, receivedDateTime: '2026-05-03T10:00:00Z' }, true, sent],
  ['a draft', { sentDateTime: sent, receivedDateTime: '2026-05-03T10:00:00Z', isDraft: true }, undefined, sent],
  ['without a date', { receivedDateTime: sent }, undefined, sent],
  ['without any', {}, undefined, '1980-01-01T00:00:00Z'],
])('%s', (_, item, own, date) => {
  expect(envelopeOf({ id: 'm', ...item } as Item, own).date).toEqual(new Date(date));
});
