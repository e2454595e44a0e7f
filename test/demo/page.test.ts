import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { demoInbox } from '../../src/demo/inbox.ts';
import type { Folders, MailFolder, MailView } from '../../src/demo/mailbox.ts';
import { type DealsPane, dealsPane, demoPage, mailboxPane, threadOf } from '../../src/demo/page.ts';
import { script, styles } from '../../src/demo/page-assets.ts';

const now = new Date('2026-11-24T08:00:00Z');
const clock = { now, zone: 'Europe/Berlin' };
const hostile = `</textarea></title><script>alert('x')</script><img src=x onerror="a()">"'&<!--`;

function mail(folder: MailFolder, uid: number, over: Partial<MailView> = {}): MailView {
  return {
    ref: `${folder}-${uid}`,
    folder,
    messageId: `<${folder}-${uid}@x.example>`,
    references: ['<root@x.example>'],
    from: { name: 'Ingrid', address: 'ingrid@x.example' },
    to: [{ name: '', address: 'rep@x.example' }],
    subject: 'Docks',
    date: new Date(now.getTime() - uid * 3_600_000),
    text: 'Hello',
    attachments: [],
    read: true,
    ...over,
  };
}

const nasty = (folder: MailFolder, uid: number) =>
  mail(folder, uid, {
    ref: hostile,
    messageId: hostile,
    from: { name: hostile, address: hostile },
    to: [{ name: hostile, address: hostile }],
    subject: hostile,
    text: `${hostile}\n> ${hostile}`,
    attachments: [hostile],
    read: false,
  });

/** All tags that a page may hold; anything else came from data. */
function tags(page: string): Set<string> {
  return new Set([...page.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map((match) => match[1]!.toLowerCase()));
}

test.each<MailFolder>(['drafts', 'inbox', 'sent', 'trash'])('shows hostile text in %s as text', async (folder) => {
  const folders: Folders = {
    drafts: [nasty('drafts', 1)],
    inbox: [nasty('inbox', 2)],
    sent: [nasty('sent', 3)],
    trash: [nasty('trash', 4)],
  };
  for (const open of [null, hostile]) {
    const left = mailboxPane({ rep: { name: hostile, address: hostile }, folders, folder, open, clock });
    const right = dealsPane({
      deals: [
        {
          id: hostile,
          name: hostile,
          stage: hostile,
          contact: hostile,
          status: hostile,
          kind: hostile as 'note',
          timeline: [{ at: now, text: hostile, kind: hostile as 'note', detail: hostile }],
        },
      ],
      picks: [{ dealId: hostile, name: hostile, picked: open === null, reasons: [hostile] }],
      ledger: [{ seq: 1, kind: hostile, at: now, hash: hostile }],
      clock,
    });
    const page = String(
      await demoPage({
        left,
        right,
        clock: { ...clock, skips: [{ to: hostile, label: hostile }] },
        version: hostile,
        notice: [hostile],
      }),
    );
    expect(page).not.toMatch(/<img|alert\('x'\)|<!--|onerror="/);
    // One script of our own; a textarea ends once for each that begins.
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<textarea/g)?.length ?? 0).toBe(page.match(/<\/textarea/g)?.length ?? 0);
    expect(tags(page)).not.toContain('img');
    expect(page).toContain('&lt;script&gt;');
  }
});

test('a link that data could spoil stays on the page', async () => {
  const folders: Folders = {
    drafts: [],
    inbox: [mail('inbox', 1, { ref: 'javascript:alert(1)" onclick="x' })],
    sent: [],
    trash: [],
  };
  const page = String(
    await mailboxPane({ rep: { name: 'R', address: 'r@x.example' }, folders, folder: 'inbox', open: null, clock }),
  );
  for (const [, href] of page.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^\/\?folder=/);
  expect(page).not.toContain('onclick="x');
});

test('an open draft stands below its thread and keeps its text to the letter', async () => {
  const draft = mail('drafts', 1, {
    text: '\n\nHi Ingrid,\n\n  two spaces & an <angle>.',
    references: ['<inbox-9@x.example>'],
  });
  const folders: Folders = {
    drafts: [draft],
    inbox: [mail('inbox', 9, { text: 'The question' }), mail('inbox', 8, { references: [], text: 'Another talk' })],
    sent: [],
    trash: [],
  };
  expect(threadOf(draft, folders).map((each) => each.ref)).toEqual(['inbox-9']);
  const page = String(
    await mailboxPane({
      rep: { name: 'R', address: 'r@x.example' },
      folders,
      folder: 'drafts',
      open: draft.ref,
      clock,
    }),
  );
  expect(page.indexOf('The question')).toBeLessThan(page.indexOf('<textarea'));
  expect(page).not.toContain('Another talk');
  // HTML drops one line end right after the tag; ours is that one.
  const text = /<textarea[^>]*>\n([\s\S]*?)<\/textarea>/.exec(page)![1]!;
  expect(text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')).toBe(draft.text);
  for (const action of ['/mail/send', '/mail/save', '/mail/delete']) expect(page).toContain(`formaction="${action}"`);
});

test('says so when there is nothing', async () => {
  const empty: DealsPane = { deals: [], picks: [], ledger: [], clock };
  const folders: Folders = { drafts: [], inbox: [], sent: [], trash: [] };
  const left = mailboxPane({
    rep: { name: 'R', address: 'r@x.example' },
    folders,
    folder: 'drafts',
    open: null,
    clock,
  });
  const page = String(await demoPage({ left, right: dealsPane(empty), clock }));
  expect(page).toContain('No drafts.');
  expect(page).toContain('Tuesday 24 November, 09:00');
  expect(page).not.toContain('<button');
});

test('style and script load nothing from elsewhere', () => {
  expect(styles + script).not.toMatch(/https?:|@import|url\(/);
});

test.each(['2026-11-24T08:00:00Z', '2026-11-22T20:00:00Z', '2026-12-31T23:30:00Z', '2027-03-29T06:00:00Z'])(
  'the inbox at %s is consistent',
  async (time) => {
    const at = new Date(time);
    const { mails, deals, contacts, expected } = demoInbox(at);
    expect(demoInbox(at)).toEqual(demoInbox(new Date(time)));
    const parsed = await Promise.all(mails.map(async (each) => ({ ...each, mail: await simpleParser(each.raw) })));
    const ids = parsed.map(({ mail }) => mail.messageId!);
    expect(new Set(ids).size).toBe(mails.length);
    for (const { mail, date } of parsed) {
      expect(date.getTime()).toBeLessThanOrEqual(at.getTime());
      expect(Math.abs(mail.date!.getTime() - date.getTime())).toBeLessThan(1000);
      if (mail.inReplyTo) expect(ids).toContain(mail.inReplyTo);
      const addresses = [mail.from, mail.to, mail.cc].flat().flatMap((each) => each?.value ?? []);
      for (const each of addresses) expect(each.address).toMatch(/\.example$/);
    }
    expect(deals.match(/^D-\d+/gm)).toEqual(Object.keys(expected));
    const known = new Set(contacts.match(/^[^,\n]+@[^,\n]+/gm));
    for (const address of deals.match(/[\w.-]+@[\w.-]+(?=[;\n])/g)!) expect(known).toContain(address);
    expect(Object.values(expected).filter((each) => each === 'draft')).toHaveLength(5);
  },
);
