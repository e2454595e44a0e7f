/** What a sender can put into a mail to harm whoever stores it. */
import { expect, test } from 'vitest';
import { parseEnvelope, parseMessage } from '../../src/mailbox/mime.ts';

const raw = [
  'From: =?utf-8?q?Da=00na?= <dana@buyer.test>',
  'To: rep@acme.test',
  'Subject: =?utf-8?q?Of=00fer?=',
  'Message-ID: <1@buyer.test>',
  'Date: Tue, 03 Mar 2026 10:00:00 +0000',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Hel=00lo',
].join('\r\n');

test('a NUL, which no database text can hold, is left out of every text of a mail', async () => {
  const message = await parseMessage(raw);
  expect(JSON.stringify(message)).not.toContain('\\u0000');
  expect(message).toMatchObject({ subject: 'Offer', from: { name: 'Dana' } });
  expect(message.text.trim()).toBe('Hello');
  expect(await parseEnvelope(`${raw.split('\r\n\r\n')[0]}\r\n\r\n`)).toMatchObject({
    subject: 'Offer',
    from: { name: 'Dana' },
  });
});
