/** What is kept of a mail that a machine wrote, from the parts that the API gives. */
import { expect, test } from 'vitest';
import type { Gmail, Item } from '../../src/mailbox/gmail-api.ts';
import { messageOf } from '../../src/mailbox/gmail-messages.ts';
import { payloadOf } from '../fakes/gmail-mime.ts';

async function read(raw: string, labelIds = ['INBOX']) {
  const bytes = Buffer.from(raw.replaceAll('\n', '\r\n'));
  const view = { headersDecoded: true, bodiesAreUtf8: true, longTextIsAttached: false };
  const { payload, attachments } = payloadOf(bytes, view);
  const gmail = {
    attachment: async (_: string, id: string) => ({ data: attachments.get(id)?.toString('base64url') }),
  } as unknown as Gmail;
  const item = { id: 'm1', labelIds, internalDate: '1793700000000', payload } as Item;
  return messageOf(gmail, item);
}

const parts = (type: string, ...each: string[]) =>
  `From: a@x.test\nTo: b@x.test\nSubject: s\nContent-Type: ${type}; boundary=b\n\n${each.map((part) => `--b\n${part}\n`).join('')}--b--\n`;

test('a delivery report keeps the fields that say whom it is about', async () => {
  const message = await read(
    parts(
      'multipart/report; report-type=delivery-status',
      'Content-Type: text/plain\n\nIt could not be delivered.',
      'Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.test\n\nFinal-Recipient: rfc822; c@x.test\nAction: failed',
      'Content-Type: message/rfc822\n\nSubject: the old one\n\nwords',
    ),
  );
  expect(message?.text).toContain('It could not be delivered.');
  expect(message?.text).toContain('Final-Recipient: rfc822; c@x.test');
  expect(message?.text).not.toContain('words');
});

test('an invitation keeps its calendar', async () => {
  const message = await read(
    parts(
      'multipart/mixed',
      'Content-Type: text/plain\n\nCome.',
      'Content-Type: text/calendar; method=REQUEST\nContent-Disposition: attachment; filename=invite.ics\n\nBEGIN:VCALENDAR\nEND:VCALENDAR',
    ),
  );
  expect(message).toMatchObject({ text: 'Come.', attachments: ['invite.ics'] });
  expect(message?.calendar).toContain('BEGIN:VCALENDAR');
});

test('a Date that its arrival contradicts is not believed, but for a mail of the owner', async () => {
  const mail = 'From: a@x.test\nTo: b@x.test\nDate: Mon, 3 Nov 2025 10:00:00 +0000\nSubject: s\n\nwords\n';
  expect((await read(mail))?.date).toEqual(new Date(1_793_700_000_000));
  for (const label of ['SENT', 'DRAFT'])
    expect((await read(mail, [label]))?.date).toEqual(new Date('2025-11-03T10:00:00Z'));
});
