import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DemoInbox, demoInbox } from '../../src/demo/inbox.ts';
import { type MailClient, prospectAnswer } from '../../src/demo/mailbox.ts';
import { openImapClient } from './imap-demo.ts';
import { type ImapServer, startImapServer } from './imap-server.ts';

const now = new Date('2026-11-24T08:00:00Z');
const draftRaw = [
  'From: Maya Torrick <maya.torrick@quaymark.example>',
  'To: =?UTF-8?Q?J=C3=B6rg?= <j.hartwieg@moebelwerk-ostheim.example>',
  'Subject: AW: Pilot',
  'Message-ID: <ours@countersign.example>',
  'In-Reply-To: <last@quaymark.example>',
  'References: <first@quaymark.example>',
  ' <last@quaymark.example>',
  'X-Countersign: 1',
  'Date: Mon, 23 Nov 2026 08:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Gr=C3=BC=C3=9Fe',
  '',
].join('\r\n');

let server: ImapServer;
let inbox: DemoInbox;
let client: MailClient & { close(): Promise<void> };

beforeEach(async () => {
  inbox = demoInbox(now);
  server = await startImapServer({ users: [{ address: inbox.rep.address, password: 'demo' }] });
  for (const mail of inbox.mails) server.append(mail.folder, mail.raw, mail.flags, mail.date);
  server.append('Drafts', draftRaw, ['\\Draft', '\\Seen'], now);
  client = await openImapClient({
    port: server.port,
    user: inbox.rep.address,
    password: 'demo',
    name: inbox.rep.name,
    now: () => now,
  });
});
afterEach(async () => {
  await client.close();
  await server.stop();
});

const identity = {
  messageId: '<ours@countersign.example>',
  references: ['<first@quaymark.example>', '<last@quaymark.example>'],
  subject: 'AW: Pilot',
};

test('lists the folders, newest first, with decoded text', async () => {
  const folders = await client.list();
  expect(folders.drafts).toMatchObject([{ ...identity, text: 'Grüße', to: [{ name: 'Jörg' }] }]);
  expect(folders.inbox.length + folders.sent.length).toBe(inbox.mails.length - 1);
  expect(folders.inbox.filter((mail) => !mail.read).map((mail) => mail.subject)).toContain(
    'Re: Yard plan for the dairy',
  );
  const dates = folders.inbox.map((mail) => mail.date.getTime());
  expect(dates).toEqual([...dates].sort((a, b) => b - a));
  expect(await client.list()).toEqual(folders);
});

test('marks a mail as read by opening it', async () => {
  const unread = (await client.list()).inbox.find((mail) => mail.subject === 'Re: Yard plan for the dairy')!;
  expect(await client.open(unread.ref)).toMatchObject({ read: true });
  expect((await client.list()).inbox.find((mail) => mail.ref === unread.ref)).toMatchObject({ read: true });
});

test('saves an edited draft as a new message with the same Message-ID', async () => {
  const [draft] = (await client.list()).drafts;
  const ref = await client.saveEdit(draft!.ref, 'Schöne Grüße\n.\nMaya');
  expect(ref).not.toBe(draft!.ref);
  expect((await client.list()).drafts).toMatchObject([{ ...identity, ref, text: 'Schöne Grüße\n.\nMaya', date: now }]);
  await expect(client.open(draft!.ref)).rejects.toThrow('not there any more');
});

test('sends a draft as it is: the copy in Sent has its identity and text, the draft is gone', async () => {
  const [draft] = (await client.list()).drafts;
  const ref = await client.send(draft!.ref);
  const folders = await client.list();
  expect(folders.drafts).toEqual([]);
  expect(folders.trash).toEqual([]);
  expect(folders.sent.find((mail) => mail.ref === ref)).toMatchObject({
    ...identity,
    text: 'Grüße',
    date: now,
    to: [{ name: 'Jörg' }],
  });
});

test('sends a draft with another text', async () => {
  const [draft] = (await client.list()).drafts;
  const ref = await client.send(draft!.ref, 'Ganz anders.');
  expect(await client.open(ref)).toMatchObject({ ...identity, text: 'Ganz anders.' });
  await expect(client.send(draft!.ref)).rejects.toThrow('not there any more');
});

test('deletes a draft into Trash, where it keeps its Message-ID', async () => {
  const [draft] = (await client.list()).drafts;
  await client.remove(draft!.ref);
  const folders = await client.list();
  expect(folders.drafts).toEqual([]);
  expect(folders.trash).toMatchObject([identity]);
});

test('answers by hand beside the draft, and lets a prospect answer', async () => {
  const before = await client.list();
  const question = before.inbox.find((mail) => mail.subject === 'Re: Slot changes into our warehouse system')!;
  const sent = await client.open(await client.writeByHand(question.ref, 'Push, always.'));
  expect(sent).toMatchObject({
    to: [question.from],
    references: [...question.references, question.messageId],
    subject: question.subject,
  });
  expect((await client.list()).drafts).toHaveLength(1);

  const ref = await client.receive(prospectAnswer(sent, inbox.rep, 'Great, thanks!', now));
  const answer = (await client.list()).inbox.find((mail) => mail.ref === ref)!;
  expect(answer).toMatchObject({
    from: question.from,
    to: [{ address: inbox.rep.address }],
    read: false,
    text: 'Great, thanks!',
  });
  expect(answer.references).toContain(sent.messageId);
});

test.each(['drafts-0', 'inbox-1\r\nx LOGOUT', 'INBOX-1', ''])('refuses a ref that it never gave: %j', async (ref) => {
  await expect(client.open(ref)).rejects.toThrow('No mail is called');
  await expect(client.send('inbox-1')).rejects.toThrow('No draft is called');
});
