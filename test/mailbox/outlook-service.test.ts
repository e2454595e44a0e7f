/** What Outlook does beyond the contract: the service's own habits, its failures, and what a rep's clients leave behind. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/domain/mail.ts';
import { BadInput, Gone, NeedsPerson, OutcomeUnknown, TryLater } from '../../src/errors.ts';
import { mailboxKinds } from '../../src/mailbox/index.ts';
import type { Mailbox, PlacementQuery } from '../../src/mailbox/mailbox.ts';
import { outlook, outlookKind } from '../../src/mailbox/outlook.ts';
import { aboveQuote, withQuote } from '../../src/mailbox/outlook-messages.ts';
import { startOAuthServer } from '../fakes/oauth-server.ts';
import { type Graph, type GraphAccount, startGraph } from '../fakes/outlook.ts';
import type { Item, Switches } from '../fakes/outlook-store.ts';
import { describeWithCorpus } from '../support/corpus.ts';
import { allow, openOn, startFake, validate } from './outlook-account.ts';

const buyer = 'buyer@corp.test';
const owner = { name: 'Rep Ö', address: 'rep@acme.test' };
const day = 86_400_000;
const text = 'Hello Béa,\n\ndid you have time to look at the offer we sent on Tuesday?\n\nBest regards\nRep';

let graph: Graph;
let account: GraphAccount;
let mailbox: Mailbox;
let at: Date;
const now = () => at;
const ago = (days: number) => new Date(at.getTime() - days * day);

async function start(switches: Partial<Switches> = {}, pageSize?: number): Promise<void> {
  await graph?.stop();
  graph = await startFake({ now, switches, ...(pageSize === undefined ? {} : { pageSize }) });
  account = graph.account(owner, ['Rep.Ö@acme.test']);
  mailbox = openOn(graph, account, { now });
}

beforeEach(async () => {
  at = new Date('2026-11-24T09:00:00Z');
  await start();
});
afterEach(() => graph.stop());

const receive = (mail: object = {}) =>
  account.rep.receive({
    from: `"Béa Buyer" <${buyer}>`,
    subject: 'Offer',
    text: 'Please send an offer.',
    date: ago(9),
    ...mail,
  });
const conversation = (id: string) =>
  [...account.store.items.values()].find((item) => item.internetMessageId === id)!.conversationId;
const inFolder = (name: string): Item[] =>
  [...account.store.items.values()].filter((item) => account.store.nameOf(item) === name);

function replyTo(parent: string, change: Partial<Reply> = {}): Reply {
  return {
    threadRef: conversation(parent),
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

async function place(key = 'key-1') {
  const parent = await receive();
  const placed = await mailbox.placeDraft(replyTo(parent), key);
  const query: PlacementQuery = {
    messageId: placed.message.id,
    knownIds: [],
    refs: [placed.ref],
    threadRef: conversation(parent),
    inReplyTo: parent,
    placedAt: at,
    recipients: [buyer],
  };
  return { parent, placed, query, id: placed.message.id };
}

const asked = (what: RegExp) => graph.requests.filter(({ method, path }) => what.test(`${method} ${path}`));
const draftsOf = async (query: PlacementQuery) =>
  (await mailbox.observeDraft(query)).sightings.filter((each) => each.place === 'drafts');

describeWithCorpus('answers of the fake', () => {
  test('fit the published schema, which refuses what does not', async () => {
    expect(() => validate!('message', { id: 'x', isRead: 'yes' })).toThrow(/Not a message/);
    expect(() => validate!('message', { id: 'x', subject: 7 })).toThrow(/Not a message/);
    expect(() => validate!('eventMessage', { id: 'x', meetingMessageType: 'declined' })).toThrow(/Not a eventMessage/);
    expect(() => validate!('subscription', { id: 'x', resource: null })).toThrow(/Not a subscription/);
    expect(() => validate!('message', { id: 'x', isRead: true })).not.toThrow();
  });
});

describe('the fake', () => {
  test('fails at the end when something left that may not', async () => {
    const strict = await startGraph({ now, allow });
    const { token } = strict.account({ name: '', address: 'x@acme.test' });
    const headers = { authorization: `Bearer ${token}`, prefer: 'IdType="ImmutableId"' };
    await fetch(`${strict.origin}/v1.0/me/sendMail`, { method: 'POST', headers });
    await fetch(`${strict.origin}/v1.0/me`, { headers: { authorization: headers.authorization } });
    await expect(strict.stop()).rejects.toThrow(/sendMail is not on the list[\s\S]*did not ask for immutable ids/);
  });

  test('refuses what is not documented', async () => {
    await receive();
    const headers = { authorization: `Bearer ${account.token}`, prefer: 'IdType="ImmutableId"' };
    const code = async (query: string) =>
      (
        (await (await fetch(`${graph.origin}/v1.0/me/messages?${query}`, { headers })).json()) as {
          error?: { code: string };
        }
      ).error?.code;
    expect(await code(`$filter=conversationId eq 'x'&$orderby=receivedDateTime desc`)).toBe('InefficientFilter');
    expect(await code(`$filter=toRecipients/any(r: r/emailAddress/address eq 'x')`)).toBe('ErrorInvalidUrlQueryFilter');
    expect(await code(`$search="participants:x"&$filter=conversationId eq 'x'`)).toBe('SearchWithFilter');
    expect(await code('$select=subject,meetingMessageType')).toBe('RequestBroker--ParseUri');
    expect(await code('$select=subject,microsoft.graph.eventMessage/iCalUId')).toBe('RequestBroker--ParseUri');
    expect(await code('$select=subject,microsoft.graph.eventMessage/meetingMessageType')).toBeUndefined();
  });
});

describe('access', () => {
  test('asks for the least, and never to send', () => {
    const server = outlook.oauth!.server({ id: 'app', secret: 's', tenant: 'acme' });
    expect(server).toMatchObject({
      issuer: 'https://login.microsoftonline.com/acme/v2.0',
      scopes: ['Mail.ReadWrite', 'User.Read', 'offline_access'],
    });
    expect(server.parameters).not.toHaveProperty('prompt');
    expect(outlook.oauth!.adminConsentUrl!({ id: 'app', secret: 's' }, 'https://c.test/back')).toBe(
      'https://login.microsoftonline.com/organizations/v2.0/adminconsent?client_id=app&redirect_uri=https%3A%2F%2Fc.test%2Fback' +
        '&scope=https%3A%2F%2Fgraph.microsoft.com%2FMail.ReadWrite+https%3A%2F%2Fgraph.microsoft.com%2FUser.Read+offline_access',
    );
    expect(mailboxKinds).toContain(outlook);
  });

  test('says what it could do about sending', () => {
    const { aboutSending, meaning } = outlook.oauth!;
    expect(aboutSending(['Mail.ReadWrite', 'User.Read'])).toMatch(/cannot send/);
    for (const scope of ['Mail.Send', 'https://graph.microsoft.com/Mail.Send', 'Mail.Send.Shared'])
      expect(aboutSending(['Mail.ReadWrite', scope])).toMatch(/could send mail.*remove Mail\.Send/);
    expect(meaning('https://graph.microsoft.com/Mail.ReadWrite')).toMatch(/does not allow sending/);
    expect(meaning('Files.Read.All')).toBeNull();
  });

  test('lets nothing out that sends', () => {
    expect(Object.keys(allow).filter((rule) => /send|batch|forward|\/reply|copy/i.test(rule))).toEqual([]);
  });

  test('has no settings of its own', () => {
    expect(outlook.parseSettings({})).toEqual({});
    expect(() => outlook.parseSettings({ host: 'x' })).toThrow(/no setting "host"/);
  });

  test('says whose mailbox it is, with its aliases', async () => {
    expect(await mailbox.identity!()).toEqual({ address: owner.address, aliases: ['rep.ö@acme.test'] });
  });

  test.each([
    [404, 'MailboxNotEnabledForRESTAPI', /no mailbox in Exchange Online: give it a licence/],
    [403, 'ErrorAccountSuspend', /suspended by Microsoft/],
    [403, 'ErrorAccessDenied', /permission Mail\.ReadWrite/],
    [403, 'Authorization_RequestDenied', /refuses access .*Authorization_RequestDenied/],
  ])('a closed mailbox (%s %s) needs a person, and says which', async (status, code, words) => {
    account.closed = { status, code };
    const failed = mailbox.changes(null);
    await expect(failed).rejects.toThrow(NeedsPerson);
    await expect(failed).rejects.toThrow(words);
    await expect(failed).rejects.toThrow(owner.address);
  });

  test('revoked access needs a person, a sign-in service that is down only time', async () => {
    const oauth = await startOAuthServer();
    try {
      const kind = outlookKind({ api: graph.origin, login: oauth.origin });
      const client = { ...oauth.client, tenant: 'acme' };
      account.revoked = true;
      mailbox = openOn(graph, account, { now, kind, client });
      oauth.faults.token = { times: 100, answer: 503, error: 'invalid_grant' };
      await expect(mailbox.changes(null)).rejects.toThrow(TryLater);
      oauth.faults.token = null;
      // The refresh token is none of the server's: as good as revoked.
      await expect(mailbox.changes(null)).rejects.toThrow(/ended or has run out \(invalid_grant\): connect it again/);
      await expect(mailbox.placeDraft({ ...replyTo(await receive()) }, 'k')).rejects.toThrow(NeedsPerson);
      expect(new Set(oauth.exchanges.map(({ error }) => error))).toEqual(new Set(['invalid_grant']));
      expect(inFolder('drafts')).toEqual([]);
    } finally {
      await oauth.stop();
    }
  });
});

describe('the service under load', () => {
  test('a pause that is asked for is kept: no request before its end', async () => {
    graph.fault({ on: /GET .*\/mailFolders\/inbox\?/, answer: 429, headers: { 'retry-after': '120' } });
    const error = await mailbox.readThread('x').catch((thrown) => thrown);
    expect(error).toBeInstanceOf(TryLater);
    expect(error.retryAt).toEqual(new Date(at.getTime() + 120_000));
    const before = graph.requests.length;
    at = new Date(at.getTime() + 119_000);
    await expect(mailbox.changes(null)).rejects.toThrow(TryLater);
    expect(graph.requests.length).toBe(before);
    at = new Date(at.getTime() + 2_000);
    expect((await mailbox.changes(null)).kind).toBe('changes');
  });

  test('every request is counted, and a day of them is far below the limit', async () => {
    let units = 0;
    const counted = openOn(graph, account, { now, spent: (each) => (units += each) });
    const cost = async (work: () => Promise<unknown>) => {
      const before = units;
      await work();
      return units - before;
    };
    const { query, parent } = await place();
    const { cursor } = await counted.changes(null);
    const look = await cost(() => counted.observeDraft(query));
    const poll = await cost(() => counted.changes(cursor));
    const placing = await cost(() => counted.placeDraft(replyTo(parent), 'other'));
    // 10,000 in ten minutes: a poll a minute, and a look at each of three drafts with it.
    expect((poll + 3 * look) * 10 + 3 * placing).toBeLessThan(1_000);
  });

  test('at most four requests at once', async () => {
    const { query } = await place();
    for (let n = 0; n < 12; n++) await receive({ subject: `Mail ${n}`, date: ago(0.5) });
    await Promise.all([mailbox.changes(null), mailbox.observeDraft(query), mailbox.observeDraft(query)]);
    expect(account.atOnce).toBe(4);
  });

  test.each([500, 503, 'before', 'after'] as const)('a failure while reading (%s) is for later', async (answer) => {
    const { query } = await place();
    graph.fault({ on: /GET .*\/sentitems\/messages/, answer });
    await expect(mailbox.observeDraft(query)).rejects.toThrow(TryLater);
    at = new Date(at.getTime() + 60_000);
    expect(await draftsOf(query)).toHaveLength(1);
  });

  test('a page that leads elsewhere is not followed', async () => {
    const { cursor } = await mailbox.changes(null);
    const foreign = JSON.parse(cursor);
    foreign.links.inbox = 'https://evil.test/v1.0/me/mailFolders/inbox/messages/delta?$deltatoken=x';
    expect(await mailbox.changes(JSON.stringify(foreign))).toMatchObject({ kind: 'start-over' });
    foreign.links.inbox = `${graph.origin}/v1.0/me/sendMail`;
    await expect(mailbox.changes(JSON.stringify(foreign))).rejects.toThrow(BadInput);
  });
});

describe('much mail', () => {
  test('what nobody asked for is read by its head only', async () => {
    await receive();
    await mailbox.changes((await mailbox.changes(null)).cursor);
    for await (const _ of mailbox.findThreads(['nobody@else.test'], ago(30)));
    expect(graph.requests.length).toBeGreaterThan(10);
    expect(graph.requests.filter(({ query }) => /\bbody\b/i.test(decodeURIComponent(query)))).toEqual([]);
  });

  test('mail that the search index does not know yet is found', async () => {
    await start({ searchLags: true });
    const id = await receive({ from: 'boss@corp.test', cc: buyer, date: ago(1) });
    const found: string[] = [];
    for await (const { messages } of mailbox.findThreads([buyer], ago(30)))
      found.push(...messages.map((each) => each.id));
    expect(found).toEqual([id]);
  });
});

describe('changes', () => {
  test('mail that a rule files elsewhere is told', async () => {
    const { cursor } = await mailbox.changes(null);
    at = new Date(at.getTime() + 60_000);
    const id = await account.rep.receive({ from: buyer, subject: 'Filed', text: 'x' }, 'archive');
    expect(await mailbox.changes(cursor)).toMatchObject({
      messages: [{ id, place: 'filed', threadRef: conversation(id) }],
    });
  });

  test('a cursor that the service forgot starts over, and what came meanwhile is found', async () => {
    const { cursor } = await mailbox.changes(null);
    const id = await receive({ date: ago(0.1) });
    graph.expireDeltas();
    const lost = await mailbox.changes(cursor);
    expect(lost.kind).toBe('start-over');
    const found: string[] = [];
    for await (const { messages } of mailbox.findThreads([buyer], ago(30)))
      found.push(...messages.map((each) => each.id));
    expect(found).toEqual([id]);
    const later = await receive({ subject: 'Later', date: at });
    expect(await mailbox.changes(lost.cursor)).toMatchObject({ kind: 'changes', messages: [{ id: later }] });
  });

  test.each([
    { answer: 404, code: 'ErrorItemNotFound' },
    { answer: 400, code: 'BadRequest' },
  ])('a delta link that is refused with $answer starts over, and then goes on', async (fault) => {
    const { cursor } = await mailbox.changes(null);
    graph.fault({ on: /GET .*delta/, ...fault });
    const lost = await mailbox.changes(cursor);
    expect(lost.kind).toBe('start-over');
    const later = await receive({ subject: 'Later', date: at });
    expect(await mailbox.changes(lost.cursor)).toMatchObject({ kind: 'changes', messages: [{ id: later }] });
  });

  test('a mailbox that is closed is not taken for a lost place', async () => {
    const { cursor } = await mailbox.changes(null);
    account.closed = { status: 404, code: 'MailboxNotEnabledForRESTAPI' };
    await expect(mailbox.changes(cursor)).rejects.toThrow(NeedsPerson);
  });

  test('deltas are opened anew in time, and nothing falls between', async () => {
    let { cursor } = await mailbox.changes(null);
    at = new Date(at.getTime() + 8 * day);
    const during = await receive({ subject: 'During', date: ago(0.001) });
    graph.meanwhile(/GET .*\/me\/messages$/, () =>
      receive({ subject: 'Between', messageId: '<between@x.test>', date: at }),
    );
    const first = await mailbox.changes(cursor);
    if (first.kind !== 'changes') throw new Error(first.why);
    const ids = new Set(first.messages.map((each) => each.id));
    expect(ids).toContain(during);
    expect(ids).toContain('<between@x.test>');
    cursor = first.cursor;
    const after = await receive({ subject: 'After', date: at });
    expect(await mailbox.changes(cursor)).toMatchObject({ messages: [{ id: after }] });
    const opened = asked(/messages\/delta$/).filter(({ query }) => query.includes('receivedDateTime%20ge')).length;
    expect(opened).toBe(6);
  });

  test('a draft thrown away and fetched back is only touched; a look finds it', async () => {
    const { id, query } = await place();
    const { cursor } = await mailbox.changes(null);
    await account.rep.deleteToTrash(id);
    await account.rep.restoreFromTrash(id);
    const changes = await mailbox.changes(cursor);
    if (changes.kind !== 'changes') throw new Error(changes.why);
    // Reported as removed from Drafts and never again.
    expect(changes.messages).toEqual([]);
    expect(changes.touched.sort()).toEqual(['drafts', 'trash']);
    expect(await draftsOf(query)).toMatchObject([{ draft: true, ours: true, message: { id } }]);
  });
});

describe('the quote below a draft', () => {
  const rule = '_'.repeat(32);
  const head = 'From: Béa <buyer@corp.test>\nSent: Tuesday\nTo: Rep\n\nPlease.';

  test.each([
    ['with the rule of the service', `\r\n${rule}\r\n${head}`],
    ['without a rule', head],
    ['with older quotes in it', `${head}\n\n${rule}\nFrom: Rep\nSent: Monday\n\nHello`],
  ])('%s is cut off again to the letter', (_, quote) => {
    for (const ours of [text, 'x\n', '', `a\n\n${rule}\nno head of a quote`]) {
      const whole = withQuote(ours, quote);
      expect(whole).toContain('Please.');
      expect(aboveQuote(whole)).toBe(ours);
    }
  });

  test('is left out where it could not be cut off again', () => {
    expect(withQuote(text, 'no head\nat all')).toBe(text);
    expect(withQuote(text, ' \r\n')).toBe(text);
  });
});

describe('placing', () => {
  test('keeps the quote below our words, in a draft of its own making', async () => {
    const { parent, placed } = await place();
    const [draft] = inFolder('drafts');
    expect(draft!.body.contentType).toBe('text');
    expect(draft!.body.content.startsWith(`${text}\n\n____`)).toBe(true);
    expect(draft!.body.content).toContain('Please send an offer.');
    expect(draft!.conversationId).toBe(conversation(parent));
    expect(placed.message.text).toBe(text);
    expect(asked(/createReply$/)).toHaveLength(1);
  });

  test('carries no pictures of the mail it answers', async () => {
    const parent = await receive({ attachments: [{ filename: 'logo.png', content: 'x' }] });
    inFolder('inbox')[0]!.attachments[0]!.isInline = true;
    await mailbox.placeDraft(replyTo(parent), 'k');
    expect(inFolder('drafts')[0]!.attachments).toEqual([]);
    expect(inFolder('inbox')[0]!.attachments).toHaveLength(1);
  });

  test('answers to several by createReplyAll', async () => {
    const parent = await receive({ cc: 'boss@corp.test' });
    const cc = [{ name: 'Chefin 女', address: 'boss@corp.test' }];
    expect((await mailbox.placeDraft(replyTo(parent, { cc }), 'k')).message).toMatchObject({ cc });
    expect(asked(/createReplyAll$/)).toHaveLength(1);
  });

  test('our own last mail is followed up to the people meant', async () => {
    const parent = await account.rep.writeByHand({ to: buyer, subject: 'Offer', text: 'x', date: ago(5) });
    const { message } = await mailbox.placeDraft(replyTo(parent), 'k');
    expect(message).toMatchObject({ to: [{ address: buyer }], cc: [], inReplyTo: parent });
  });

  test.each([true, false])(
    'leaves the original unread (createReply marks it read: %s)',
    async (createReplyMarksRead) => {
      await start({ createReplyMarksRead });
      const { parent } = await place();
      expect((await mailbox.readThread(conversation(parent))).messages[0]!.read).toBe(false);
      const seen = await receive({ subject: 'Seen' });
      await account.rep.flag('inbox', seen, ['\\Seen']);
      await mailbox.placeDraft(replyTo(seen), 'k2');
      expect((await mailbox.readThread(conversation(seen))).messages[0]!.read).toBe(true);
    },
  );

  test('is refused when the mail to be answered is gone', async () => {
    const parent = await receive();
    const reply = replyTo(parent);
    await account.rep.expunge(parent, 'inbox');
    await expect(mailbox.placeDraft(reply, 'k')).rejects.toThrow(Gone);
    expect(inFolder('drafts')).toEqual([]);
  });

  describe.each(['taken', 'ignored', 'refused'] as const)('createReply: Message-ID %s', (createReplyMessage) => {
    beforeEach(() => start({ createReplyMessage }));

    test.each([
      ['createReply', /POST .*createReply$/, 'after'],
      ['createReply', /POST .*createReply$/, 'before'],
      ['filling it', /PATCH /, 'after'],
      ['filling it', /PATCH /, 'before'],
    ] as const)('no answer to %s (%s): placed again there is one draft', async (_, on, answer) => {
      const parent = await receive();
      // Where the first form is refused, the loss meets the second.
      const skip = createReplyMessage === 'refused' && on.source.includes('createReply') ? 1 : 0;
      graph.fault({ on, answer, skip });
      const intended = at;
      await expect(mailbox.placeDraft(replyTo(parent), 'k')).rejects.toThrow(OutcomeUnknown);
      at = new Date(at.getTime() + 60_000);
      const again = openOn(graph, account, { now });
      const left = await again.draftLeft(replyTo(parent), 'k', { at: intended, cursor: '' });
      const placed = typeof left === 'string' ? await again.placeDraft(replyTo(parent), 'k') : left;
      expect(placed.message.text).toBe(text);
      expect(inFolder('drafts')).toHaveLength(1);
      expect(inFolder('drafts')[0]!.internetMessageId).toBe(placed.message.id);
    });

    test('an answer that the rep began is not taken for ours', async () => {
      const parent = await receive();
      await account.rep.saveDraft({ to: buyer, subject: 'Re: Offer', text: '', inReplyTo: parent, date: ago(0.1) });
      const own = inFolder('drafts')[0]!;
      own.created = ago(0.1);
      expect(await mailbox.draftLeft(replyTo(parent), 'k', { at, cursor: '' })).toBe('nothing');
      await mailbox.placeDraft(replyTo(parent), 'k');
      expect(own.body.content).toBe('');
      expect(inFolder('drafts')).toHaveLength(2);
      // Nor one with words in it.
      const other = await receive({ subject: 'Other' });
      await account.rep.saveDraft({ to: buyer, subject: 'Re: Other', text: 'mine', inReplyTo: other });
      const again = replyTo(other, { subject: 'Re: Other' });
      expect(await mailbox.draftLeft(again, 'k2', { at, cursor: '' })).toBe('nothing');
      await mailbox.placeDraft(again, 'k2');
      expect(inFolder('drafts').map((each) => each.body.content)).toContain('mine');
    });
  });

  test('a draft that was placed is never written to again', async () => {
    const { parent, id } = await place();
    await account.rep.saveEdit(id, { text: 'Mine' }, { messageId: 'keep' });
    const before = asked(/^(PATCH|POST|DELETE)/).length;
    await mailbox.placeDraft(replyTo(parent), 'key-1');
    expect(asked(/^(PATCH|POST|DELETE)/).length).toBe(before);
  });

  test('what the rep changes while it is filled stays', async () => {
    const parent = await receive();
    graph.meanwhile(/PATCH /, () => {
      const [draft] = inFolder('drafts');
      draft!.body = { contentType: 'text', content: 'Mine, quickly' };
      account.store.changed(draft!);
    });
    await expect(mailbox.placeDraft(replyTo(parent), 'k')).rejects.toThrow(TryLater);
    expect(inFolder('drafts')[0]!.body.content).toBe('Mine, quickly');
  });

  test('deleted for good it does not come back', async () => {
    const { parent, id } = await place();
    await account.rep.deleteForGood(id);
    expect(await mailbox.placeDraft(replyTo(parent), 'key-1')).toMatchObject({
      existed: true,
      message: { place: 'trash' },
    });
  });
});

describe('what the rep does to a draft', () => {
  test('our mark or its id proves it, whatever client sent it', async () => {
    const { id, query } = await place();
    const sent = await account.rep.sendDraft(id, { messageId: 'new', edit: 'Quite other words' });
    const look = await mailbox.observeDraft({ ...query, refs: [] });
    expect(look.sightings.find(({ place }) => place === 'sent')).toMatchObject({ ours: true, message: { id: sent } });
  });

  test('without mark and id nothing is vouched for', async () => {
    await start({ tagSurvivesClassic: false });
    const { id, query } = await place();
    await account.rep.sendDraft(id, { messageId: 'new' });
    const sighting = (await mailbox.observeDraft(query)).sightings.find(({ place }) => place === 'sent');
    expect(sighting).toMatchObject({ message: { text } });
    expect(sighting).not.toHaveProperty('ours');
  });

  test.each([true, false])(
    'send later waits in Drafts (still a draft: %s), and is left alone',
    async (scheduledIsDraft) => {
      await start({ scheduledIsDraft });
      const { id, query, parent } = await place();
      await account.rep.schedule(id, new Date(at.getTime() + day));
      expect(await draftsOf(query)).toMatchObject([{ draft: true, message: { id } }]);
      expect((await mailbox.readThread(conversation(parent))).messages).toHaveLength(1);
      expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: false, why: 'changed' });
      await account.rep.cancelSchedule(id);
      expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: true });
    },
  );

  test('delayed by classic Outlook it waits in the outbox, still a draft', async () => {
    const { id, query } = await place();
    await account.rep.delay(id, new Date(at.getTime() + day));
    const sightings = (await mailbox.observeDraft(query)).sightings.filter(({ message }) => message.id === id);
    expect(sightings).toMatchObject([{ place: 'filed', draft: true, ours: true }]);
  });

  test('sent and taken back it is a draft again', async () => {
    const { id, query } = await place();
    await account.rep.sendDraft(id, { messageId: 'keep' });
    await account.rep.undoSend(id);
    expect(await draftsOf(query)).toMatchObject([{ draft: true, ours: true }]);
  });

  test('under another subject it is still found', async () => {
    const { id, query } = await place();
    await account.rep.editSubject(id, 'Something better');
    expect(await draftsOf(query)).toMatchObject([{ ours: true, message: { subject: 'Something better' } }]);
  });

  test('under other ids, in another conversation and another folder our mark still finds it', async () => {
    const { id, query } = await place();
    const saved = await account.rep.saveEdit(id, { text: 'Other words', to: 'else@corp.test' }, { messageId: 'new' });
    await account.rep.editSubject(saved, 'Other');
    await account.rep.move(saved, 'drafts', 'archive');
    const seen = (await mailbox.observeDraft(query)).sightings.filter(({ ours }) => ours);
    expect(seen).toMatchObject([{ place: 'filed', draft: true, message: { id: saved } }]);
  });

  test('deleted for good it is nowhere, which takes its time', async () => {
    const { id, query } = await place();
    await account.rep.deleteForGood(id);
    const look = await mailbox.observeDraft(query);
    expect(look.complete).toBe(true);
    expect(look.sightings.filter(({ message }) => message.id === id)).toEqual([]);
  });

  test('saved under many ids, the first and the latest are still asked for', async () => {
    const { query } = await place();
    const knownIds = Array.from({ length: 30 }, (_, n) => `<save-${n}@x.test>`);
    await mailbox.observeDraft({ ...query, knownIds });
    const queries = graph.requests.map((each) => decodeURIComponent(each.query));
    for (const id of [query.messageId, '<save-29@x.test>'])
      expect(queries.some((each) => each.includes(`internetMessageId eq '${id}'`))).toBe(true);
    expect(queries.filter((each) => each.includes('internetMessageId eq')).length).toBeLessThan(12);
  });

  test('a look that something slips away from is taken again', async () => {
    const { id, query } = await place();
    graph.meanwhile(/GET .*\/me\/messages\/[^/]+$/, async () => {
      await account.rep.saveEdit(id, { text: 'Saved just then' }, { messageId: 'new' });
    });
    expect(await draftsOf(query)).toMatchObject([{ message: { text: 'Saved just then' } }]);
  });
});

describe('withdrawing', () => {
  test.each([true, false])(
    'a draft changed at the last moment stays (DELETE minds If-Match: %s)',
    async (deleteMindsIfMatch) => {
      await start({ deleteMindsIfMatch });
      const { id, query } = await place();
      graph.meanwhile(/DELETE /, () => account.rep.saveEdit(id, { text: 'Mine now' }, { messageId: 'keep' }));
      expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: false, why: 'changed' });
      expect(inFolder('drafts').map((each) => each.internetMessageId)).toEqual([id]);
      expect(inFolder('deleteditems')).toEqual([]);
    },
  );

  test('opened and saved in the same words it is still ours; with something attached it is not', async () => {
    await start({ clientsWriteHtml: true });
    const { id, query } = await place();
    await account.rep.saveEdit(id, { text }, { messageId: 'keep' });
    await account.rep.attach(id, 'Preise.pdf');
    expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: false, why: 'changed' });
    inFolder('drafts')[0]!.attachments = [];
    expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: true });
    expect(inFolder('deleteditems').map((each) => each.internetMessageId)).toEqual([id]);
  });

  test('words of the rep inside the quote keep it', async () => {
    const { query } = await place();
    const [draft] = inFolder('drafts');
    draft!.body.content = draft!.body.content.replace('send an offer.', 'send an offer.\nHere it is!');
    account.store.changed(draft!);
    expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: false, why: 'changed' });
    expect(inFolder('drafts')).toHaveLength(1);
  });

  test('no answer to the deletion: asked again it says what is', async () => {
    const { query } = await place();
    graph.fault({ on: /DELETE /, answer: 'after' });
    await expect(mailbox.withdrawDraft(query, text)).rejects.toThrow(OutcomeUnknown);
    expect(await mailbox.withdrawDraft(query, text)).toEqual({ done: false, why: 'not-a-draft' });
  });
});

describe('delivering to the owner', () => {
  test('is no draft, unread, dated now, with the headers that can be set', async () => {
    const headers = { 'Auto-Submitted': 'auto-generated', 'X-Countersign': 'digest' };
    await mailbox.deliverToSelf({ from: owner, subject: 'Übersicht', text: 'Grüße', headers }, 'd');
    const [mail] = inFolder('inbox');
    expect(mail).toMatchObject({ isDraft: false, isRead: false, received: at });
    expect(mail!.headers!.map(({ name }) => name).sort()).toEqual(['X-Auto-Response-Suppress', 'X-Countersign']);
  });

  test('no answer: delivered again there is one', async () => {
    graph.fault({ on: /POST /, answer: 'after' });
    const mail = { from: owner, subject: 'S', text: 'x', headers: {} };
    await expect(mailbox.deliverToSelf(mail, 'd')).rejects.toThrow(OutcomeUnknown);
    await mailbox.deliverToSelf(mail, 'd');
    expect(inFolder('inbox')).toHaveLength(1);
  });
});

describe('wake-ups', () => {
  const target = (url: string) => ({ url: `${url}/hook`, lifecycleUrl: `${url}/life`, secret: 'word' });

  test('are subscribed to once, prolonged in time, and made anew when gone', async () => {
    const { serve } = await import('@hono/node-server');
    const { Hono } = await import('hono');
    const hook = new Hono().post('*', (c) => c.text(c.req.query('validationToken') ?? ''));
    let url = '';
    const server = await new Promise<ReturnType<typeof serve>>((ready) => {
      const started = serve({ fetch: hook.fetch, hostname: '127.0.0.1', port: 0 }, (info) => {
        url = `http://127.0.0.1:${info.port}`;
        ready(started);
      });
    });
    try {
      const first = await mailbox.renewPush!(target(url));
      expect(first!.until).toEqual(new Date(at.getTime() + 70 * 3_600_000));
      expect(account.push.made).toMatchObject([{ clientState: 'word', lifecycleNotificationUrl: `${url}/life` }]);
      expect(await mailbox.renewPush!(target(url))).toEqual(first);
      expect(asked(/^(POST|PATCH) .*subscriptions/)).toHaveLength(1);
      at = new Date(at.getTime() + 40 * 3_600_000);
      expect((await mailbox.renewPush!(target(url)))!.until).toEqual(new Date(at.getTime() + 70 * 3_600_000));
      expect(account.push.made).toHaveLength(1);
      at = new Date(at.getTime() + 40 * 3_600_000);
      graph.meanwhile(/PATCH /, () => account.push.made.splice(0));
      await mailbox.renewPush!(target(url));
      expect(account.push.made).toHaveLength(1);
    } finally {
      await new Promise((done) => server.close(done));
    }
  });

  test('are not made where nobody answers the handshake', async () => {
    await expect(mailbox.renewPush!(target('http://127.0.0.1:1'))).rejects.toThrow(NeedsPerson);
    expect(account.push.made).toEqual([]);
  });
});

test('the service is reached at its own address only', async () => {
  const elsewhere = outlookKind({ api: 'http://127.0.0.1:1' });
  await expect(openOn(graph, account, { kind: elsewhere }).changes(null)).rejects.toThrow(TryLater);
  expect(graph.requests).toEqual([]);
});
