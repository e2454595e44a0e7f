/** What Gmail does beyond the contract: the service's own habits, its limits and failures, and what a rep's clients leave behind. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/domain/mail.ts';
import { Gone, NeedsPerson, OutcomeUnknown, TryLater } from '../../src/errors.ts';
import { gmail, gmailKind } from '../../src/mailbox/gmail.ts';
import { withoutSignature, withSignature } from '../../src/mailbox/gmail-signature.ts';
import { mailboxKinds } from '../../src/mailbox/index.ts';
import type { Changes, Mailbox, PlacementQuery } from '../../src/mailbox/mailbox.ts';
import { type FakeAccount, type FakeGmail, type FakeOptions, startGmail } from '../fakes/gmail.ts';
import { folderOf, type Stored, type Switches } from '../fakes/gmail-store.ts';
import { describeWithCorpus } from '../support/corpus.ts';
import { allow, openOn, startFake, validate } from './gmail-account.ts';

const buyer = 'buyer@corp.test';
const owner = { name: 'Rep Ö', address: 'rep@acme.test' };
const alias = { sendAsEmail: 'sales@acme.test', displayName: 'Sales', signature: '<i>Sales team</i>' };
const day = 86_400_000;
const text = 'Hello Béa,\n\ndid you have time to look at the offer we sent on Tuesday?\n\nBest regards\nRep';

let fake: FakeGmail;
let account: FakeAccount;
let mailbox: Mailbox;
let at: Date;
const now = () => at;
const ago = (days: number) => new Date(at.getTime() - days * day);
const pass = (ms: number) => {
  at = new Date(at.getTime() + ms);
};

async function start(switches: Partial<Switches> = {}, options: Partial<FakeOptions> = {}): Promise<void> {
  await fake?.stop();
  fake = await startFake({ now, switches, ...options });
  account = fake.account(owner, [
    { ...alias, verificationStatus: 'accepted' },
    { sendAsEmail: 'not-yet@acme.test', verificationStatus: 'pending' },
  ]);
  mailbox = openOn(fake, account, { now });
}

beforeEach(async () => {
  at = new Date('2026-11-24T09:00:00Z');
  await start();
});
afterEach(() => fake.stop());

const receive = (mail: object = {}) =>
  account.rep.receive({
    from: `"Béa Buyer" <${buyer}>`,
    subject: 'Offer',
    text: 'Please send an offer.',
    date: ago(9),
    ...mail,
  });
const stored = (rfcId: string) => [...account.store.messages.values()].filter((each) => each.rfcId === rfcId);
const threadOf = (rfcId: string) => stored(rfcId)[0]!.threadId;
const inFolder = (name: string): Stored[] =>
  [...account.store.messages.values()].filter((each) => folderOf(each) === name);
const asked = (what: RegExp) => fake.requests.filter(({ method, path }) => what.test(`${method} ${path}`));
const told = (changes: Changes) => {
  if (changes.kind !== 'changes') throw new Error(changes.why);
  return changes;
};

function replyTo(parent: string, change: Partial<Reply> = {}): Reply {
  return {
    threadRef: threadOf(parent),
    inReplyTo: parent,
    references: [parent],
    from: owner,
    to: [{ name: 'Béa Buyer', address: buyer }],
    cc: [],
    subject: 'Re: Offer',
    text,
    ...change,
  };
}

async function place(change: Partial<Reply> = {}) {
  const parent = await receive();
  const placed = await mailbox.placeDraft(replyTo(parent, change), 'key-1');
  const query: PlacementQuery = {
    messageId: placed.message.id,
    knownIds: [],
    refs: [placed.ref],
    threadRef: threadOf(parent),
    inReplyTo: parent,
    placedAt: at,
    recipients: [buyer],
  };
  return { parent, placed, query, id: placed.message.id };
}

const seenIn = async (query: PlacementQuery, where: string) =>
  (await mailbox.observeDraft(query)).sightings.filter((each) => each.place === where);

describeWithCorpus('answers of the fake', () => {
  test('fit the published schema, which refuses what does not', () => {
    expect(() => validate!('Message', { id: 7 })).toThrow(/Not a Message/);
    expect(() => validate!('Message', { id: 'x', subject: 'no such member' })).toThrow(/Not a Message/);
    expect(() => validate!('Draft', { id: 'x', message: { labelIds: 'DRAFT' } })).toThrow(/Not a Draft/);
    expect(() => validate!('Message', { id: 'x', labelIds: ['INBOX'] })).not.toThrow();
  });
});

describe('the fake', () => {
  const headers = () => ({ authorization: `Bearer ${account.token}` });

  test('fails at the end when something left that may not', async () => {
    const strict = await startGmail({ now, allow });
    await fetch(`${strict.origin}/gmail/v1/users/me/drafts/send`, { method: 'POST', headers: headers() });
    await expect(strict.stop()).rejects.toThrow(/drafts\/send is not on the list/);
  });

  test('fails at the end when drafts are searched, or a sent mail is deleted through its draft', async () => {
    const strict = await startGmail({ now, allow, switches: { wrapperAfterSend: true } });
    const other = strict.account(owner);
    const authorized = { headers: { authorization: `Bearer ${other.token}` } };
    const draft = await other.rep.saveDraft({ to: buyer, subject: 'x', text: 'x' });
    await other.rep.sendDraft(draft, { messageId: 'keep' });
    const [id] = [...other.store.drafts.keys()];
    await fetch(`${strict.origin}/gmail/v1/users/me/drafts?q=in:drafts`, authorized);
    await fetch(`${strict.origin}/gmail/v1/users/me/drafts/${id}`, { ...authorized, method: 'DELETE' });
    await expect(strict.stop()).rejects.toThrow(/Drafts were searched[\s\S]*was sent was deleted/);
  });

  test.each([403, 429] as const)('charges every user by the minute, and says so with %s', async (limitStatus) => {
    await start({ limitStatus }, { unitsPerMinute: 100 });
    await receive();
    const read = async () =>
      (
        await fetch(`${fake.origin}/gmail/v1/users/me/threads/${inFolder('INBOX')[0]!.threadId}`, {
          headers: headers(),
        })
      ).status;
    expect([await read(), await read(), await read()]).toEqual([200, 200, limitStatus]);
    pass(60_001);
    expect(await read()).toBe(200);
  });
});

describe('access', () => {
  const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

  test('asks for one scope, for as long as nobody ends it', () => {
    const server = gmail.oauth!.server({ id: 'app', secret: 's' });
    expect(server).toMatchObject({
      issuer: 'https://accounts.google.com',
      authorizationEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenEndpoint: 'https://oauth2.googleapis.com/token',
      revocationEndpoint: 'https://oauth2.googleapis.com/revoke',
      scopes: [scope('gmail.modify')],
      parameters: { access_type: 'offline' },
    });
    expect(server.parameters).not.toHaveProperty('prompt');
    expect(gmail.oauth!.needs).toContainEqual([scope('gmail.readonly'), scope('gmail.compose'), scope('gmail.insert')]);
    expect(mailboxKinds).toContain(gmail);
  });

  test('says what it could do about sending', () => {
    const { aboutSending, meaning } = gmail.oauth!;
    for (const each of ['gmail.modify', 'gmail.compose', 'gmail.send'].map(scope))
      expect(aboutSending([each])).toMatch(/could send mail.*gateway lets no request out/);
    expect(aboutSending(['https://mail.google.com/'])).toMatch(/could send/);
    expect(aboutSending([scope('gmail.readonly'), scope('gmail.insert')])).toMatch(/cannot send/);
    expect(meaning(scope('gmail.modify'))).toMatch(/SEND/);
    expect(meaning(scope('drive'))).toBeNull();
  });

  test('lets nothing out that sends, hides others or writes to a draft', () => {
    expect(Object.keys(allow).filter((rule) => /send\b|batch|upload|import|modify|^PUT|^PATCH/i.test(rule))).toEqual(
      [],
    );
    const help = gmail.oauth!.help({ redirectUri: 'https://c.test/back', pushUrl: 'https://c.test/push' });
    expect(help).toMatch(/Internal[\s\S]*https:\/\/c\.test\/back[\s\S]*https:\/\/c\.test\/push/);
  });

  test('has no settings of its own', () => {
    expect(gmail.parseSettings({})).toEqual({});
    expect(() => gmail.parseSettings({ host: 'x' })).toThrow(/no setting "host"/);
  });

  test('says whose mailbox it is, with the aliases that are verified', async () => {
    expect(await mailbox.identity!()).toEqual({ address: owner.address, aliases: ['sales@acme.test'] });
  });

  test.each([
    [400, 'failedPrecondition', /no mail service: turn Gmail on/],
    [403, 'accessNotConfigured', /enable the "Gmail API"/],
    [403, 'insufficientPermissions', /leave all permissions ticked/],
    [403, 'domainPolicy', /closed to apps by the admin/],
    [403, 'forbidden', /refuses access .*forbidden/],
  ])('a closed mailbox (%s %s) needs a person, and says which', async (status, reason, words) => {
    account.closed = { status, reason };
    const failed = mailbox.changes(null);
    await expect(failed).rejects.toThrow(NeedsPerson);
    await expect(failed).rejects.toThrow(words);
    await expect(failed).rejects.toThrow(owner.address);
  });
});

describe('the service under load', () => {
  test.each([403, 429] as const)('a limit (%s) is a pause, and asked for no sooner', async (answer) => {
    fake.fault({ on: /GET .*\/profile/, answer, reason: 'rateLimitExceeded' });
    const error = await mailbox.changes(null).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(TryLater);
    expect(error.retryAt).toEqual(new Date(at.getTime() + 30_000));
    const before = fake.requests.length;
    pass(29_000);
    await expect(mailbox.changes(null)).rejects.toThrow(TryLater);
    expect(fake.requests.length).toBe(before);
    pass(2_000);
    expect((await mailbox.changes(null)).kind).toBe('changes');
  });

  test('no minute takes more than its units, and the work goes on in the next', async () => {
    const { cursor } = await mailbox.changes(null);
    const ids: string[] = [];
    for (let n = 0; n < 400; n++) ids.push(await receive({ subject: `Mail ${n}`, date: at }));
    const tries: Date[] = [];
    let changes: Changes | null = null;
    while (changes === null) {
      changes = await mailbox.changes(cursor).catch((error) => {
        expect(error).toBeInstanceOf(TryLater);
        tries.push(error.retryAt);
        at = error.retryAt;
        return null;
      });
    }
    // 400 heads are 8,000 units: two minutes, and none is read twice.
    expect(tries).toHaveLength(1);
    expect(
      told(changes)
        .messages.map(({ id }) => id)
        .sort(),
    ).toEqual(ids.sort());
    expect(asked(/GET .*\/messages\/\w+$/)).toHaveLength(400);
  });

  test('a long first read waits for the next minute, and reads every thread once', async () => {
    for (let n = 0; n < 200; n++) await receive({ subject: `Mail ${n}`, date: ago(20 + n / 10) });
    const waits: number[] = [];
    const kind = gmailKind({
      api: fake.origin,
      wait: async (until) => {
        waits.push(until.getTime() - at.getTime());
        at = until;
      },
    });
    let count = 0;
    for await (const _ of openOn(fake, account, { now, kind }).findThreads([buyer], ago(300))) count += 1;
    expect(count).toBe(200);
    expect(waits).toEqual([60_001]);
    expect(asked(/GET .*\/threads\//)).toHaveLength(200);
  });

  test('every unit is counted, and a day of them is far below the limit', async () => {
    let units = 0;
    const counted = openOn(fake, account, { now, spent: (each) => (units += each) });
    const cost = async (work: () => Promise<unknown>) => {
      const before = units;
      await work();
      return units - before;
    };
    const { query, parent } = await place();
    const { cursor } = await counted.changes(null);
    expect(units).toBe(1);
    expect(await cost(() => counted.changes(cursor))).toBe(2);
    const look = await cost(() => counted.observeDraft(query));
    expect(look).toBeLessThan(250);
    // While nothing moves.
    expect(await cost(() => counted.observeDraft(query))).toBe(1);
    expect(await cost(() => counted.placeDraft(replyTo(parent), 'other'))).toBeLessThan(200);
  });

  test.each([500, 503, 'before', 'after', 'garbled'] as const)(
    'a failure while reading (%s) is for later',
    async (answer) => {
      const { query } = await place();
      fake.fault({ on: /GET .*\/threads\//, answer });
      await expect(mailbox.observeDraft(query)).rejects.toThrow(TryLater);
      pass(60_000);
      expect(await seenIn(query, 'drafts')).toHaveLength(1);
    },
  );
});

describe('much mail', () => {
  test('a thread of 200 messages is read by one request', async () => {
    const first = await receive({ date: ago(100) });
    for (let n = 1; n < 200; n++)
      await receive({ subject: 'Re: Offer', inReplyTo: first, references: [first], date: ago(100 - n / 4) });
    expect((await mailbox.readThread(threadOf(first))).messages).toHaveLength(200);
    expect(fake.requests.filter(({ path }) => !path.endsWith('/sendAs'))).toHaveLength(1);
  });

  test.each([false, true])('of 25 MB only the text and the names are read (long texts apart: %s)', async (apart) => {
    await start({ longTextIsAttached: apart });
    const id = await receive({
      text: 'ü'.repeat(400_000),
      attachments: [{ filename: 'Größe – 見積.pdf', content: 'x'.repeat(25 * 1024 * 1024) }],
    });
    const [message] = (await mailbox.readThread(threadOf(id))).messages;
    expect(message!.attachments).toEqual(['Größe – 見積.pdf']);
    // Characters of two bytes, and a break between both ends.
    expect(Buffer.byteLength(message!.text)).toBe(256 * 1024 - 1);
    expect(asked(/attachments/)).toHaveLength(apart ? 1 : 0);
  });

  test('what nobody asked for is read by its head only', async () => {
    await receive();
    const { cursor } = await mailbox.changes(null);
    await receive({ subject: 'Other', date: at });
    await mailbox.changes(cursor);
    for await (const _ of mailbox.findThreads(['nobody@else.test'], ago(30)));
    const read = asked(/GET .*\/messages\/\w+$/).map(({ query }) => new URLSearchParams(query));
    expect(read.length).toBeGreaterThan(0);
    for (const query of read) {
      expect(query.get('format')).toBe('metadata');
      expect(query.getAll('metadataHeaders')).toContain('auto-submitted');
    }
    expect(asked(/threads|raw/)).toEqual([]);
  });

  test('mail that the search index does not know yet is found', async () => {
    await start({ searchLags: true });
    const id = await receive({ from: 'boss@corp.test', cc: buyer, date: ago(1) });
    const found: string[] = [];
    for await (const { messages } of mailbox.findThreads([buyer], ago(30)))
      found.push(...messages.map((each) => each.id));
    expect(found).toEqual([id]);
  });

  test('a thread is also found by a Message-ID', async () => {
    const id = await receive();
    expect((await mailbox.readThread(id)).ref).toBe(threadOf(id));
    await expect(mailbox.readThread('<"{x}@y>')).rejects.toThrow(Gone);
  });

  test.each([true, false])('letters of another age are read (in UTF-8: %s)', async (bodiesAreUtf8) => {
    await start({ bodiesAreUtf8 });
    const head = `Message-ID: <old@x.test>\r\nFrom: <${buyer}>\r\nTo: <rep@acme.test>\r\nSubject: =?iso-8859-1?Q?Gr=F6=DFe?=\r\n`;
    const body = Buffer.from('Grüße für Zoë', 'latin1');
    const raw = Buffer.concat([
      Buffer.from(`${head}Date: ${ago(1).toUTCString()}\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n`),
      body,
    ]);
    const { threadId } = account.store.add(raw, ['INBOX']);
    expect((await mailbox.readThread(threadId)).messages).toMatchObject([{ subject: 'Größe', text: 'Grüße für Zoë' }]);
  });
});

describe('hostile heads', () => {
  test('a line break in a decoded header begins no field, and a subject with one is one line', async () => {
    const subject = `=?utf-8?B?${Buffer.from('Offer\r\nTo: <all@corp.test>\r\n\r\nx').toString('base64')}?=`;
    const raw = `Message-ID: <h@x.test>\r\nFrom: <${buyer}>\r\nSubject: ${subject}\r\nTo: <rep@acme.test>\r\nDate: ${ago(1).toUTCString()}\r\n\r\nbody\r\n`;
    const { threadId } = account.store.add(Buffer.from(raw), ['INBOX']);
    const [message] = (await mailbox.readThread(threadId)).messages;
    expect(message).toMatchObject({ id: '<h@x.test>', to: [{ address: 'rep@acme.test' }], text: 'body' });
    expect(message!.subject).toMatch(/^Offer To: <all@corp\.test> x$/);
  });

  test.each([true, false])('ISO-2022-JP is read (in UTF-8: %s)', async (bodiesAreUtf8) => {
    await start({ bodiesAreUtf8 });
    const head = `Message-ID: <jp@x.test>\r\nFrom: <${buyer}>\r\nDate: ${ago(1).toUTCString()}\r\nContent-Type: text/plain; charset=ISO-2022-JP\r\n\r\n`;
    const raw = Buffer.concat([Buffer.from(head), Buffer.from('\x1b$B8+@Q\x1b(B', 'latin1')]);
    const { threadId } = account.store.add(raw, ['INBOX']);
    expect((await mailbox.readThread(threadId)).messages[0]!.text).toBe('見積');
  });
});

describe('changes', () => {
  test('a history that is gone starts over, and what came meanwhile is found', async () => {
    const { cursor } = await mailbox.changes(null);
    const id = await receive({ date: ago(0.1) });
    account.store.expireHistory();
    const lost = await mailbox.changes(cursor);
    expect(lost.kind).toBe('start-over');
    const found: string[] = [];
    for await (const { messages } of mailbox.findThreads([buyer], ago(30)))
      found.push(...messages.map((each) => each.id));
    expect(found).toEqual([id]);
    const later = await receive({ subject: 'Later', date: at });
    expect(told(await mailbox.changes(lost.cursor)).messages).toMatchObject([{ id: later }]);
  });

  test('what comes while the pages of a history are read is not lost', async () => {
    await start({}, { pageSize: 2 });
    const { cursor } = await mailbox.changes(null);
    for (let n = 0; n < 5; n++) await receive({ subject: `Mail ${n}`, date: at });
    let during = '';
    fake.meanwhile(/GET .*\/messages\/\w+$/, async () => {
      during = await receive({ subject: 'During', date: at });
    });
    const first = told(await mailbox.changes(cursor));
    const second = told(await mailbox.changes(first.cursor));
    expect([...first.messages, ...second.messages].map(({ id }) => id)).toContain(during);
  });

  test.each([true, false])(
    'a draft that is sent is told as sent (another message: %s)',
    async (sendMakesNewMessage) => {
      await start({ sendMakesNewMessage });
      const { id, parent } = await place();
      const { cursor } = await mailbox.changes(null);
      await account.rep.sendDraft(id, { messageId: 'keep' });
      const { messages, touched } = told(await mailbox.changes(cursor));
      expect(messages).toMatchObject([{ id, place: 'sent', threadRef: threadOf(parent) }]);
      expect(touched).toContain('drafts');
    },
  );

  test('autosaves that are gone again cost nothing', async () => {
    const { cursor } = await mailbox.changes(null);
    let id = await account.rep.saveDraft({ to: buyer, subject: 'x', text: '0' });
    for (let n = 1; n < 6; n++) id = await account.rep.saveEdit(id, { text: `${n}` }, { messageId: 'new' });
    const { messages } = told(await mailbox.changes(cursor));
    expect(messages.map((each) => each.id)).toEqual([id]);
    expect(asked(/GET .*\/messages\/\w+$/)).toHaveLength(1);
  });

  test('stars and categories are told as nothing', async () => {
    const id = await receive();
    const { cursor } = await mailbox.changes(null);
    account.store.label(stored(id)[0]!, ['STARRED', 'IMPORTANT', 'CATEGORY_UPDATES', 'Label_7']);
    account.store.label(stored(id)[0]!, [], ['STARRED']);
    expect(told(await mailbox.changes(cursor))).toMatchObject({ messages: [], touched: [] });
  });

  test('junk is not told; fetched out of it, it is', async () => {
    const { cursor } = await mailbox.changes(null);
    const id = await account.rep.receive({ from: buyer, subject: 'Win', text: 'x' }, 'SPAM');
    const first = told(await mailbox.changes(cursor));
    expect(first.messages).toEqual([]);
    await account.rep.move(id, 'SPAM', 'INBOX');
    expect(told(await mailbox.changes(first.cursor)).messages).toMatchObject([{ id, place: 'inbox' }]);
  });
});

describe('the signature', () => {
  test('is cut off to the letter where it is ours, and nowhere else', () => {
    const sign = 'Rep Ö\nAcme';
    for (const ours of [text, 'x\n', '', 'a\n-- \nb', 'ends\n\n'])
      expect(withoutSignature(withSignature(ours, sign), ['other', sign])).toBe(ours);
    expect(withSignature(`x\n${sign}`, sign)).toBe(`x\n${sign}`);
    expect(withoutSignature('x\n-- \nRep Ö\nElsewhere', [sign])).toBe('x\n-- \nRep Ö\nElsewhere');
    expect(withoutSignature('x', [''])).toBe('x');
  });

  test('of the address a draft is from stands below it, and is no edit', async () => {
    const from = { name: 'Sales', address: 'sales@acme.test' };
    const { placed, query, id } = await place({ from });
    expect(placed.message).toMatchObject({ text, from });
    expect(inFolder('DRAFT')[0]!.raw.toString()).toContain('\r\n--=20\r\nSales team\r\n');
    await account.rep.open(id);
    expect(await seenIn(query, 'drafts')).toMatchObject([{ ours: true, message: { text } }]);
    await account.rep.sendDraft(id, { messageId: 'new' });
    expect(await seenIn(query, 'sent')).toMatchObject([{ message: { text } }]);
  });

  test('is told, so that a mail does not say it twice', async () => {
    account.sendAs[0]!.signature = '<b>Rep Ö</b><br>Acme GmbH &amp; Co.';
    expect(await mailbox.signature?.()).toBe('Rep Ö\nAcme GmbH & Co.');
  });

  test('changed by the rep in a draft it is an edit, and the draft stays', async () => {
    account.sendAs[0]!.signature = 'Rep<br>Acme';
    const { query, id } = await place();
    await account.rep.saveEdit(id, { text: `${text}\n\n-- \nRep, on holiday until May` }, { messageId: 'keep' });
    expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: false, why: 'changed' });
  });

  test('of an address that is not verified, and the address, are not used', async () => {
    const { placed } = await place({ from: { name: 'X', address: 'not-yet@acme.test' } });
    expect(placed.message.from).toEqual({ name: 'X', address: owner.address });
  });
});

describe('placing', () => {
  test('sets all that threads it: thread, In-Reply-To, References, subject', async () => {
    const { parent, placed } = await place();
    const [draft] = inFolder('DRAFT');
    expect(draft!.threadId).toBe(threadOf(parent));
    expect(placed.message).toMatchObject({ inReplyTo: parent, references: [parent], subject: 'Re: Offer' });
    expect(asked(/POST .*\/drafts$/)).toHaveLength(1);
  });

  test('a draft that came into another thread is taken back, and a person is told', async () => {
    const parent = await receive();
    await expect(mailbox.placeDraft(replyTo(parent, { subject: 'Re: Something else' }), 'k')).rejects.toThrow(
      /changed a draft .*\(thread\)/,
    );
    expect(inFolder('DRAFT')).toEqual([]);
  });

  test('is refused when the mail to be answered is gone', async () => {
    const parent = await receive();
    const reply = replyTo(parent);
    await account.rep.expunge(parent, 'INBOX');
    await expect(mailbox.placeDraft(reply, 'k')).rejects.toThrow(Gone);
    expect(asked(/POST/)).toEqual([]);
  });

  test.each([
    ['creating it', /POST .*\/drafts$/, 'after'],
    ['creating it', /POST .*\/drafts$/, 'before'],
    ['creating it', /POST .*\/drafts$/, 'garbled'],
    ['creating it', /POST .*\/drafts$/, 500],
    ['reading it back', /GET .*\/drafts\/r\d+/, 'before'],
    ['reading it back', /GET .*\/drafts\/r\d+/, 429],
  ] as const)('no answer to %s (%s, %s): placed again there is one draft', async (_, on, answer) => {
    await start({ searchLags: true });
    const parent = await receive();
    fake.fault({ on, answer });
    await expect(mailbox.placeDraft(replyTo(parent), 'k')).rejects.toThrow(OutcomeUnknown);
    pass(60_000);
    const placed = await openOn(fake, account, { now }).placeDraft(replyTo(parent), 'k');
    expect(placed.message.text).toBe(text);
    expect(inFolder('DRAFT').map(({ rfcId }) => rfcId)).toEqual([placed.message.id]);
  });

  test('a request that was refused for its number is no draft, and is made later', async () => {
    const parent = await receive();
    fake.fault({ on: /POST .*\/drafts$/, answer: 403, reason: 'userRateLimitExceeded' });
    await expect(mailbox.placeDraft(replyTo(parent), 'k')).rejects.toThrow(TryLater);
    pass(60_000);
    expect((await mailbox.placeDraft(replyTo(parent), 'k')).existed).toBe(false);
  });

  test('with another subject, in another thread, and before any search knows it, it is found', async () => {
    await start({ searchLags: true });
    const { parent, id } = await place();
    await account.rep.saveEdit(id, { subject: 'Something better' }, { messageId: 'keep' });
    expect(threadOf(id)).not.toBe(threadOf(parent));
    expect(await mailbox.placeDraft(replyTo(parent), 'key-1')).toMatchObject({ existed: true });
  });

  test('sent under another Message-ID before we could note it, it is not placed again', async () => {
    const { parent, id } = await place();
    const sent = await account.rep.sendDraft(id, { messageId: 'new' });
    expect(await mailbox.draftLeft(replyTo(parent), 'key-1', { at, cursor: '' })).toMatchObject({
      existed: true,
      message: { id: sent, place: 'sent' },
    });
    expect(inFolder('DRAFT')).toEqual([]);
  });
});

describe('what the rep does to a draft', () => {
  test('its draft id proves it, however its message changes', async () => {
    const { placed, query, id } = await place();
    const saved = await account.rep.saveEdit(id, { text: 'Quite other words' }, { messageId: 'new' });
    const [draft] = await seenIn({ ...query, inReplyTo: null }, 'drafts');
    expect(draft).toMatchObject({ ours: true, draft: true, message: { id: saved, text: 'Quite other words' } });
    expect(draft!.ref).not.toBe(placed.ref);
    expect(draft!.ref.split('~')[0]).toBe(placed.ref.split('~')[0]);
  });

  test('around a mail that was sent, the draft id proves the mail (S1), and is never deleted', async () => {
    await start({ wrapperAfterSend: true });
    const { query, id } = await place();
    const sent = await account.rep.sendDraft(id, { messageId: 'new', edit: 'Other words' });
    expect(await seenIn(query, 'sent')).toMatchObject([{ ours: true, draft: false, message: { id: sent } }]);
    expect(await mailbox.withdrawDraft(query, 'Other words')).toEqual({ done: false, why: 'not-a-draft' });
    expect(await mailbox.withdrawDraft({ ...query, knownIds: [sent] }, 'Other words')).toMatchObject({ done: false });
    expect(inFolder('SENT')).toHaveLength(1);
    expect(asked(/DELETE/)).toEqual([]);
  });

  test('where the label moves instead, the message proves it', async () => {
    await start({ sendMakesNewMessage: false });
    const { query, id } = await place();
    await account.rep.sendDraft(id, { messageId: 'keep' });
    expect(await seenIn(query, 'sent')).toMatchObject([{ ours: true, draft: false, message: { id } }]);
  });

  test('where the draft id is gone nothing is vouched for', async () => {
    const { query, id } = await place();
    await account.rep.sendDraft(id, { messageId: 'new' });
    const [sent] = await seenIn(query, 'sent');
    expect(sent).toMatchObject({ message: { text } });
    expect(sent).not.toHaveProperty('ours');
  });

  test('another draft that was only taken for ours is not vouched for', async () => {
    const { parent, query } = await place();
    await account.rep.saveDraft({
      to: buyer,
      subject: 'Re: Offer',
      text: 'x',
      inReplyTo: parent,
      references: [parent],
    });
    const drafts = await seenIn(query, 'drafts');
    expect(drafts.map(({ ours }) => ours ?? false).sort()).toEqual([false, true]);
    const other = drafts.find(({ ours }) => !ours)!;
    const further = await seenIn({ ...query, refs: [...query.refs, other.ref] }, 'drafts');
    expect(further.filter(({ ours }) => ours)).toHaveLength(1);
  });

  test('with a draft id that died, a new one in the thread is found by what it answers', async () => {
    await start({ draftIdSurvivesEdit: false });
    const { query, id } = await place();
    await account.rep.saveEdit(id, { text: 'Other' }, { messageId: 'new' });
    const [draft] = await seenIn(query, 'drafts');
    expect(draft).toMatchObject({ draft: true, message: { text: 'Other' } });
    expect(draft).not.toHaveProperty('ours');
  });

  test.each([true, false])(
    'under another subject it is still found (another thread: %s)',
    async (subjectEditRethreads) => {
      await start({ subjectEditRethreads, searchLags: true });
      const { query, id } = await place();
      await account.rep.saveEdit(id, { subject: 'Better' }, { messageId: 'new' });
      expect(await seenIn(query, 'drafts')).toMatchObject([{ ours: true, message: { subject: 'Better' } }]);
      const [draft] = inFolder('DRAFT');
      await account.rep.sendDraft(draft!.rfcId, { messageId: 'new' });
      expect(await seenIn(query, 'sent')).toMatchObject([{ message: { subject: 'Better' } }]);
    },
  );

  test.each(['draft', 'label', 'hidden'] as const)(
    'send later is never taken for a discard (shown: %s)',
    async (scheduled) => {
      await start({ scheduled });
      const { query, id, parent } = await place();
      await account.rep.schedule(id);
      const look = await mailbox.observeDraft(query);
      const seen = look.sightings.filter(({ message }) => message.id === id);
      if (scheduled === 'hidden') expect(seen).toEqual([]);
      else expect(seen).toMatchObject([{ place: 'drafts', draft: true, ours: true }]);
      // Nothing tells it from one that vanished, which is final only after a week.
      expect(mailbox.holds.vanishedFinalMs).toBe(7 * day);
      expect((await mailbox.readThread(threadOf(parent))).messages).toHaveLength(1);
      await account.rep.cancelSchedule(id);
      expect(await seenIn(query, 'drafts')).toMatchObject([{ draft: true, message: { id } }]);
    },
  );

  test('sent under another subject long ago it is found, though no search is asked', async () => {
    const { query, id } = await place();
    pass(3_600_000);
    const saved = await account.rep.saveEdit(id, { subject: 'Better' }, { messageId: 'new' });
    const sent = await account.rep.sendDraft(saved, { messageId: 'new' });
    pass(6 * day);
    expect(await seenIn(query, 'sent')).toMatchObject([{ message: { id: sent } }]);
  });

  test('thrown away under another subject and to somebody else it is found by its Message-ID', async () => {
    const { query, id } = await place();
    await account.rep.saveEdit(id, { subject: 'Better', to: 'else@where.test' }, { messageId: 'keep' });
    await account.rep.deleteToTrash(id);
    pass(6 * day);
    expect(await seenIn(query, 'trash')).toMatchObject([{ message: { id } }]);
  });

  test('found without a draft id nothing is vouched for', async () => {
    const { query, id } = await place();
    await account.rep.sendDraft(id, { messageId: 'keep' });
    const [sent] = await seenIn({ ...query, refs: [`~${stored(id)[0]!.id}`] }, 'sent');
    expect(sent).toMatchObject({ message: { id } });
    expect(sent).not.toHaveProperty('ours');
  });

  test('sent and taken back it is a draft again', async () => {
    const { id, query } = await place();
    await account.rep.sendDraft(id, { messageId: 'keep' });
    await account.rep.undoSend(id);
    expect(await seenIn(query, 'drafts')).toMatchObject([{ draft: true, message: { id } }]);
    expect(await seenIn(query, 'sent')).toEqual([]);
  });

  test.each([true, false])('in trash it is there, once (still a draft: %s)', async (trashedDraftStays) => {
    await start({ trashedDraftStays });
    const { id, query } = await place();
    await account.rep.deleteToTrash(id);
    const seen = (await mailbox.observeDraft(query)).sightings.filter(({ message }) => message.id === id);
    expect(seen).toMatchObject([{ place: 'trash', draft: true, ours: true }]);
    expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: false, why: 'not-a-draft' });
  });

  test('that its thread does not show it is no movement', async () => {
    await start({ threadShowsDrafts: false });
    const { query } = await place();
    expect(await mailbox.observeDraft(query)).toMatchObject({ complete: true, gap: null });
    expect(await seenIn(query, 'drafts')).toHaveLength(1);
  });

  test('a look that something slips away from is taken again', async () => {
    const { id, query } = await place();
    fake.meanwhile(/GET .*\/threads\//, () => account.rep.saveEdit(id, { text: 'Just then' }, { messageId: 'new' }));
    const look = await mailbox.observeDraft(query);
    expect(look.complete).toBe(true);
    expect(look.sightings.filter(({ place }) => place === 'drafts')).toMatchObject([
      { message: { text: 'Just then' } },
    ]);
  });

  test('a look that everything slips away from is not complete', async () => {
    const { id, query } = await place();
    let last = id;
    for (let n = 0; n < 2; n++)
      fake.meanwhile(/GET .*\/threads\//, async () => {
        last = await account.rep.saveEdit(last, { text: `Save ${n}` }, { messageId: 'new' });
      });
    expect(await mailbox.observeDraft(query)).toMatchObject({ complete: false, gap: expect.stringMatching(/moved/) });
  });

  test('sent while it is looked for, it is not in two places', async () => {
    const { id, query } = await place();
    fake.meanwhile(/GET .*\/threads\//, () => account.rep.sendDraft(id, { messageId: 'new' }));
    const places = (await mailbox.observeDraft(query)).sightings.map(({ place }) => place);
    expect(places.filter((each) => each !== 'inbox')).toEqual(['sent']);
  });

  test('while nothing moves the last look is given again, but not for ever', async () => {
    const { query } = await place();
    await mailbox.observeDraft(query);
    const before = fake.requests.length;
    await mailbox.observeDraft(query);
    expect(fake.requests.length).toBe(before + 1);
    pass(11 * 60_000);
    await mailbox.observeDraft(query);
    expect(fake.requests.length).toBeGreaterThan(before + 5);
  });

  test('while it is in its place, the other drafts of the rep are not read', async () => {
    for (let n = 0; n < 30; n++)
      await account.rep.saveDraft({ to: buyer, subject: `Draft ${n}`, text: 'x', date: ago(20) });
    const { query } = await place();
    const fresh = openOn(fake, account, { now });
    const heads = () => asked(/GET .*\/messages\/\w+$/).length;
    const before = heads();
    await fresh.observeDraft(query);
    expect(heads() - before).toBeLessThan(10);
  });

  test('saved under many ids, the first and the latest are still asked for', async () => {
    const { query } = await place();
    const knownIds = Array.from({ length: 30 }, (_, n) => `<save-${n}@x.test>`);
    await mailbox.observeDraft({ ...query, knownIds });
    const queries = fake.requests.map((each) => decodeURIComponent(each.query)).join('\n');
    for (const id of [query.messageId, '<save-29@x.test>']) expect(queries).toContain(`rfc822msgid:${id.slice(1, -1)}`);
    expect(queries.match(/rfc822msgid:save/g)!.length).toBeLessThan(10);
  });
});

describe('withdrawing', () => {
  test('a draft changed just before it is deleted stays', async () => {
    const { id, query } = await place();
    // The list, then the draft, then the draft once more.
    fake.meanwhile(/GET .*\/drafts\/r\d+$/, () =>
      fake.meanwhile(/GET .*\/drafts\/r\d+$/, () => account.rep.saveEdit(id, { text }, { messageId: 'keep' })),
    );
    expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: false, why: 'changed' });
    expect(inFolder('DRAFT')).toHaveLength(1);
    expect(asked(/DELETE/)).toEqual([]);
  });

  test('opened and saved in the same words it is still ours; with something attached it is not', async () => {
    const { id, query } = await place();
    await account.rep.open(id);
    await account.rep.attach(id, 'Preise.pdf');
    expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: false, why: 'changed' });
    await account.rep.saveEdit(id, { attachments: [] }, { messageId: 'keep' });
    expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: true });
    expect(inFolder('DRAFT')).toEqual([]);
  });

  test.each([
    ['another subject', { subject: 'Re: Offer, improved' }, true],
    ['another subject in the same thread', { subject: 'Re: Offer, improved' }, false],
    ['one more recipient', { to: [buyer, 'boss@corp.test'] }, true],
    ['somebody in copy', { cc: 'boss@corp.test' }, true],
  ] as const)('%s is the work of the rep', async (_, change, subjectEditRethreads) => {
    await start({ subjectEditRethreads });
    const { id, query } = await place();
    await account.rep.saveEdit(id, change as object, { messageId: 'keep' });
    expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: false, why: 'changed' });
    expect(inFolder('DRAFT')).toHaveLength(1);
  });

  test.each(['label', 'hidden'] as const)(
    'mail that waits for its time is left alone (shown: %s)',
    async (scheduled) => {
      await start({ scheduled });
      const { id, query } = await place();
      await account.rep.schedule(id);
      expect(await mailbox.withdrawDraft(query, text)).toMatchObject({ done: false });
      expect(asked(/DELETE/)).toEqual([]);
    },
  );

  test('a draft that is marked as scheduled is left alone', async () => {
    const { query } = await place();
    account.store.label(inFolder('DRAFT')[0]!, ['SCHEDULED']);
    expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: false, why: 'changed' });
  });

  test('no answer to the deletion: asked again it says what is', async () => {
    const { query } = await place();
    fake.fault({ on: /DELETE /, answer: 'after' });
    await expect(mailbox.withdrawDraft(query, text)).rejects.toThrow(OutcomeUnknown);
    expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: false, why: 'not-a-draft' });
  });
});

describe('delivering to the owner', () => {
  const mail = { from: owner, subject: 'Übersicht', text: 'Grüße', headers: { 'Auto-Submitted': 'auto-generated' } };

  test('is unread in the inbox, dated now, and no draft', async () => {
    await mailbox.deliverToSelf(mail, 'd');
    const [stored] = inFolder('INBOX');
    expect([...stored!.labels].sort()).toEqual(['INBOX', 'UNREAD']);
    expect(stored!.internalDate).toEqual(at);
    expect(stored!.raw.toString()).toContain('Auto-Submitted: auto-generated');
  });

  test.each(['after', 'before'] as const)(
    'no answer (%s): delivered again there is one, though no search knows it',
    async (answer) => {
      await start({ searchLags: true });
      fake.fault({ on: /POST /, answer });
      await expect(mailbox.deliverToSelf(mail, 'd')).rejects.toThrow(OutcomeUnknown);
      await openOn(fake, account, { now }).deliverToSelf(mail, 'd');
      await mailbox.deliverToSelf(mail, 'd');
      expect(inFolder('INBOX')).toHaveLength(1);
    },
  );
});

describe('wake-ups', () => {
  const target = { url: 'https://c.test/hook', lifecycleUrl: 'https://c.test/life', secret: 'word' };

  test('are asked for once a day, until the time the service names', async () => {
    const watching = openOn(fake, account, { now, client: { topic: 'projects/acme/topics/mail' } });
    const first = await watching.renewPush!(target);
    expect(first!.until).toEqual(new Date(at.getTime() + 7 * day));
    pass(23 * 3_600_000);
    expect(await watching.renewPush!(target)).toEqual(first);
    expect(account.watched).toEqual(['projects/acme/topics/mail']);
    pass(2 * 3_600_000);
    expect((await watching.renewPush!(target))!.until).toEqual(new Date(at.getTime() + 7 * day));
    expect(account.watched).toHaveLength(2);
  });

  test('are not set up without a topic', async () => {
    expect(await mailbox.renewPush!(target)).toBeNull();
    expect(account.watched).toEqual([]);
  });

  test('a topic that the service may not use needs a person', async () => {
    const watching = openOn(fake, account, { now, client: { topic: 'projects/acme/topics/mail' } });
    fake.fault({ on: /POST .*watch/, answer: 403, reason: 'forbidden' });
    await expect(watching.renewPush!(target)).rejects.toThrow(/gmail-api-push@.*projects\/acme\/topics\/mail/);
  });
});

test('the service is reached at its own address only', async () => {
  const elsewhere = gmailKind({ api: 'http://127.0.0.1:1' });
  await expect(openOn(fake, account, { kind: elsewhere }).changes(null)).rejects.toThrow(TryLater);
  expect(fake.requests).toEqual([]);
});
