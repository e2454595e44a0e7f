/** Which deal a thread belongs to: the failure modes of facts/crm.md §5 by name, and what must hold of any thread. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey, companyDomain } from '../../src/domain/addresses.ts';
import { assess, dealTalk } from '../../src/domain/assess.ts';
import { type BookDeal, namesContact, openBook } from '../../src/domain/book.ts';
import { boundConversations } from '../../src/domain/dry-run.ts';
import { asWritten, type Message } from '../../src/domain/mail.ts';
import { type Around, matchThread } from '../../src/domain/matching.ts';
import { newContacts } from '../../src/domain/new-contact.ts';
import { recipientsOf } from '../../src/domain/writing/compose.ts';
import { contact, deal, facts, mail, ours, rep, thread } from './deals.ts';
import { policy } from './placements.ts';

const own = ['robin@seller.test', 'r.rep@seller.test'];
const at = (address: string, name = '') => ({ name, address });

/** A deal and the addresses of its contacts, the first-named one first. */
function bookDeal(key: string, emails: string[], change: Partial<BookDeal> = {}): BookDeal {
  const contacts = emails.map((email, n) => ({ ...contact, id: `${key}-${n}`, name: '', emails: email.split(' ') }));
  return { key, number: key, name: `Deal ${key}`, owner: own[0] ?? null, closeDate: null, contacts, ...change };
}

const judge = (messages: Message | Message[], deals: BookDeal[], around: Around = {}) =>
  matchThread([messages].flat(), openBook(deals, own), around);
const bound = (key: string) => ({ kind: 'bound', deal: key });
const asked = (...keys: string[]) => ({ kind: 'ambiguous', candidates: keys.map((key) => ({ deal: key })) });
const none = { kind: 'none' };
const ended = (...deals: BookDeal[]) => ({ ended: openBook(deals, own) });

const acme = bookDeal('acme', ['dana@buyer.test']);
const other = bookDeal('other', ['lee@other.test']);

describe('a thread', () => {
  test('is bound to the one open deal that names somebody in it, and says why', () => {
    expect(judge(mail(), [acme, other])).toEqual({
      kind: 'bound',
      deal: 'acme',
      because: ['dana@buyer.test is a contact of this deal, and of no other open one.'],
    });
  });

  test('of nobody known is bound to none', () => {
    expect(judge(mail({ from: at('boss@buyer.test') }), [acme])).toEqual({
      kind: 'none',
      because: 'Nobody in it is a contact of an open deal of this rep.',
    });
    expect(judge(mail({ from: at('x-dana@buyer.test') }), [acme])).toMatchObject(none);
    expect(judge([], [acme])).toMatchObject(none);
  });

  test("is not bound by the rep's own address, whatever the CRM says", () => {
    expect(judge(mail({ from: at('x@y.test') }), [bookDeal('own', own)])).toMatchObject(none);
    expect(judge(mail({ from: at('robin+x@seller.test') }), [bookDeal('own', own)])).toMatchObject(none);
  });

  test('that goes on from a bound thread, or holds a draft of ours, belongs where that one does', () => {
    const stranger = mail({ from: at('new@elsewhere.test') });
    for (const by of ['thread', 'draft', 'crm'] as const)
      expect(judge(stranger, [acme, other], { links: [{ deal: 'acme', by }] })).toMatchObject(bound('acme'));
    const two = [acme, bookDeal('two', ['dana@buyer.test'])];
    expect(judge(mail(), two, { links: [{ deal: 'two', by: 'draft' }] })).toEqual({
      kind: 'bound',
      deal: 'two',
      because: [
        'It holds a draft that was left for this deal.',
        'dana@buyer.test is a contact of this deal, and of another one as well.',
      ],
    });
  });

  test('that goes on from one deal, among people of another, is a question', () => {
    const forward = mail({ from: at('lee@other.test') });
    expect(judge(forward, [acme, other], { links: [{ deal: 'acme', by: 'thread' }] })).toMatchObject(
      asked('other', 'acme'),
    );
  });

  test('that goes on from two deals is a question', () => {
    const links = [acme, other].map(({ key }) => ({ deal: key, by: 'thread' as const }));
    expect(judge(mail({ from: at('new@elsewhere.test') }), [acme, other], { links })).toMatchObject(
      asked('acme', 'other'),
    );
  });

  test('to contacts of very many deals is about none of them', () => {
    const deals = Array.from({ length: 8 }, (_, n) => bookDeal(`d${n}`, [`buyer${n}@corp${n}.test`]));
    const to = deals.map(({ contacts }) => at(contacts[0]?.emails[0] ?? ''));
    expect(judge(ours({ to }), deals)).toEqual({
      kind: 'none',
      because: 'It went to contacts of 8 deals, none of which knows them all.',
    });
    expect(judge(ours({ to: to.slice(0, 2) }), deals)).toMatchObject(asked('d0', 'd1'));
  });
});

describe('failure modes of matching', () => {
  test('one contact on 2 open deals: a question that gives its reasons', () => {
    const two = [acme, bookDeal('second', ['sam@buyer.test', 'dana@buyer.test'])];
    expect(judge(mail(), two)).toEqual({
      kind: 'ambiguous',
      people: ['dana@buyer.test'],
      candidates: [
        {
          deal: 'acme',
          points: 24,
          because: ['dana@buyer.test is a contact of this deal, and of another one as well.'],
        },
        {
          deal: 'second',
          points: 22,
          because: ['dana@buyer.test is a contact of this deal, and of another one as well.'],
        },
      ],
    });
  });

  test('one contact on 2 open deals: who else takes part may tell them apart', () => {
    const two = [acme, bookDeal('second', ['dana@buyer.test', 'sam@buyer.test'])];
    expect(judge(mail({ cc: [at('sam@buyer.test')] }), two)).toEqual({
      kind: 'bound',
      deal: 'second',
      because: [
        'dana@buyer.test and sam@buyer.test are contacts of this deal, and no other one has everyone in the thread.',
      ],
    });
    const third = bookDeal('third', ['sam@buyer.test']);
    expect(judge(mail({ cc: [at('sam@buyer.test')] }), [acme, third])).toMatchObject(asked('acme', 'third'));
  });

  test('one contact on 2 open deals: an owner or the rank of the contact never decides', () => {
    const unowned = bookDeal('unowned', ['sam@buyer.test', 'dana@buyer.test'], { owner: null });
    expect(judge(mail(), [acme, unowned])).toMatchObject(asked('acme', 'unowned'));
  });

  test('one contact on 2 open deals: a word or number in the subject that one of them has alone breaks the tie', () => {
    const lyon = bookDeal('D-1042', ['dana@buyer.test'], { name: 'Buyer: pilot in Lyon' });
    const paris = bookDeal('D-1043', ['dana@buyer.test'], { name: 'Buyer: pilot in París' });
    const about = (subject: string) => judge(mail({ subject }), [lyon, paris]);
    expect(about('AW: Lyon')).toMatchObject(bound('D-1042'));
    expect(about('paris, next steps')).toMatchObject(bound('D-1043'));
    expect(about('Your order d-1043')).toMatchObject(bound('D-1043'));
    for (const subject of ['Pilot', 'Lyon or Paris', 'Buyer', 'D-10425', 'XD-1042', ''])
      expect(about(subject), subject).toMatchObject(asked('D-1042', 'D-1043'));
  });

  test('the subject alone binds nothing', () => {
    const lyon = bookDeal('D-1042', ['dana@buyer.test'], { name: 'Lyon' });
    expect(judge(mail({ from: at('new@elsewhere.test'), subject: 'Lyon D-1042' }), [lyon])).toMatchObject(none);
  });

  test('renewals after closed-won: a new thread belongs to the new deal, an old one not', () => {
    const old = bookDeal('old', ['dana@buyer.test'], { name: 'First year', closeDate: '2026-10-01' });
    const renewal = bookDeal('renewal', ['dana@buyer.test']);
    expect(judge(mail(), [renewal], ended(old))).toMatchObject(bound('renewal'));
    const before = mail({ date: new Date('2026-09-20T09:00:00Z') });
    expect(judge(before, [renewal], ended(old))).toEqual({
      kind: 'none',
      because: 'It may be about "First year", which has ended since.',
    });
    expect(judge(before, [renewal])).toMatchObject(bound('renewal'));
    // Who else takes part tells them apart here, too.
    const known = bookDeal('known', ['dana@buyer.test', 'sam@buyer.test']);
    expect(judge({ ...before, cc: [at('sam@buyer.test')] }, [known], ended(old))).toMatchObject(bound('known'));
  });

  test('renewals after closed-won: a new thread that goes on from the old deal is a question', () => {
    const renewal = bookDeal('renewal', ['dana@buyer.test']);
    const links = [{ deal: 'old', by: 'thread' as const }];
    expect(judge(mail(), [renewal], { links })).toMatchObject(asked('renewal', 'old'));
    expect(judge(mail(), [other], { links })).toMatchObject(bound('old'));
  });

  test('a question stays while the other deal may have ended by this very thread, and goes when the talk goes on after it', () => {
    const won = bookDeal('won', ['dana@buyer.test'], { closeDate: '2026-11-03' });
    const undated = bookDeal('won', ['dana@buyer.test']);
    const open = bookDeal('open', ['dana@buyer.test']);
    const around = { asked: ['open', 'won'] };
    expect(judge(mail(), [open], { ...ended(won), ...around })).toMatchObject(asked('open', 'won'));
    expect(judge(mail(), [open], { ...ended(undated), ...around })).toMatchObject(asked('open', 'won'));
    const goesOn = [mail(), mail({ id: '<on>', date: new Date('2026-11-04T09:00:00Z') })];
    expect(judge(goesOn, [open], { ...ended(won), ...around })).toMatchObject(bound('open'));
    expect(judge(mail(), [open], around)).toMatchObject(bound('open'));
    expect(judge(mail(), [], { ...ended(won), ...around })).toMatchObject(none);
  });

  test('consultant, reseller or lawyer on many deals: alone a question, beside a buyer no hindrance', () => {
    const advisor = 'kim@advisors.test';
    const deals = Array.from({ length: 12 }, (_, n) => bookDeal(`d${n}`, [`buyer@corp${n}.test`, advisor]));
    expect(judge(mail({ from: at(advisor) }), deals)).toMatchObject({ kind: 'ambiguous' });
    expect(judge(mail({ from: at(advisor), cc: [at('buyer@corp7.test')] }), deals)).toMatchObject(bound('d7'));
  });

  test('gmail.com buyer: bound by the whole address, never by the domain', () => {
    const free = bookDeal('free', ['dana.berg@gmail.com']);
    expect(judge(mail({ from: at('dana.berg@gmail.com') }), [free])).toMatchObject(bound('free'));
    expect(judge(mail({ from: at('someone@gmail.com') }), [free])).toMatchObject(none);
    expect(newContacts([mail({ from: at('someone@gmail.com') })], openBook([free], own), null)).toEqual([]);
    const local = bookDeal('local', ['dana@valleymail.example']);
    const stranger = [mail({ from: at('someone@valleymail.example') })];
    expect(newContacts(stranger, openBook([local], own), null)).toHaveLength(1);
    expect(newContacts(stranger, openBook([local], own, ['ValleyMail.example']), null)).toEqual([]);
  });

  test('a rep on free mail has no colleagues by domain', () => {
    const book = openBook([bookDeal('free', ['dana@gmail.com'])], ['robin@gmail.com']);
    expect(matchThread([mail({ from: at('dana@gmail.com') })], book)).toMatchObject(bound('free'));
  });

  test('shared mailbox info@: binds where a deal names it, suggests nobody', () => {
    const shared = bookDeal('shared', ['info@buyer.test']);
    expect(judge(mail({ from: at('info@buyer.test') }), [shared])).toMatchObject(bound('shared'));
    expect(judge(mail({ from: at('info@buyer.test') }), [shared, bookDeal('b', ['info@buyer.test'])])).toMatchObject(
      asked('b', 'shared'),
    );
    expect(newContacts([mail({ cc: [at('info@buyer.test')] })], openBook([acme], own), 'acme')).toEqual([]);
  });

  test.each([
    ['case', 'Dana.Berg@Buyer.TEST', 'dana.berg@buyer.test'],
    ['a plus-tag', 'dana+crm@buyer.test', 'dana@buyer.test'],
    ['dots where the domain ignores them', 'd.ana.berg@gmail.com', 'danaberg@gmail.com'],
    ['the other name of such a domain', 'dana.berg@googlemail.com', 'danaberg@gmail.com'],
    ['an international domain', 'dana@müller-bau.example', 'dana@xn--mller-bau-q9a.example'],
    ['an international domain in capitals', 'dana@MÜLLER-BAU.example', 'dana@xn--mller-bau-q9a.example'],
    ['a letter composed otherwise', 'ren\u00e9@buyer.test', 'rene\u0301@buyer.test'],
  ])('plus-tags, dots, case, IDN: %s makes no difference', (_, one, two) => {
    expect(addressKey(one)).toBe(addressKey(two));
    for (const [written, stored] of [
      [one, two],
      [two, one],
    ] as const)
      expect(judge(mail({ from: at(written) }), [bookDeal('x', [stored])]), written).toMatchObject(bound('x'));
  });

  test.each([
    ['dots elsewhere', 'd.ana@buyer.test', 'dana@buyer.test'],
    ['another domain', 'dana@buyer.test', 'dana@buyer.example'],
    ['a tag alone', '+dana@buyer.test', 'dana@buyer.test'],
    ['letters that look alike', 'dаna@buyer.test', 'dana@buyer.test'],
  ])('plus-tags, dots, case, IDN: %s does', (_, one, two) => {
    expect(addressKey(one)).not.toBe(addressKey(two));
  });

  test('plus-tags, dots, case, IDN: what was matched counts in the talk, too', () => {
    const tagged = mail({ from: at('dana+lyon@buyer.test') });
    expect(dealTalk([thread(tagged)], [contact], rep)).toHaveLength(1);
  });

  test('colleague of rep in To: neither binds nor is suggested', () => {
    const inside = bookDeal('inside', ['carl@seller.test']);
    const message = mail({ to: [at('robin@seller.test'), at('carl@seller.test'), at('nina@eu.seller.test')] });
    expect(judge(message, [acme, inside])).toMatchObject(bound('acme'));
    expect(judge(mail({ from: at('x@elsewhere.test'), cc: [at('carl@seller.test')] }), [inside])).toMatchObject(none);
    expect(newContacts([message], openBook([acme, inside], own), null)).toEqual([]);
  });

  test('a deal inside of one company is bound where nobody of outside takes part', () => {
    const inside = bookDeal('inside', ['carl@seller.test']);
    expect(judge(ours({ to: [at('carl@seller.test')] }), [acme, inside])).toMatchObject(bound('inside'));
  });

  test('forwarded thread with new subject: it goes on from its thread, whatever the subject', () => {
    const links = [{ deal: 'acme', by: 'thread' as const }];
    const forward = mail({ subject: 'FYI: please look at this', from: at('dana@buyer.test') });
    expect(judge(forward, [acme, bookDeal('two', ['dana@buyer.test'])], { links })).toMatchObject(bound('acme'));
  });

  test('same subject "Re: Proposal" reused: it neither binds nor joins', () => {
    const named = bookDeal('named', ['dana@buyer.test'], { name: 'Proposal' });
    const two = bookDeal('two', ['dana@buyer.test'], { name: 'Contract' });
    expect(judge(mail({ subject: 'Re: Proposal' }), [named, two])).toMatchObject(asked('named', 'two'));
    expect(judge(mail({ subject: 'Re: Proposal', from: at('x@elsewhere.test') }), [named])).toMatchObject(none);
    const mine = [
      { ...deal, id: 'acme', contactIds: ['c1'] },
      { ...deal, id: 'other', contactIds: ['c2'] },
    ];
    const people = [contact, { ...contact, id: 'c2', emails: ['lee@other.test'] }];
    const mails = [
      ours({ id: '<a>', subject: 'Proposal' }),
      ours({ id: '<b>', subject: 'Re: Proposal', to: [at('lee@other.test')], date: new Date('2026-11-04T09:00:00Z') }),
    ];
    const { facts: found } = boundConversations(
      mails,
      { deals: mine, contacts: people },
      rep,
      new Date('2026-11-10T09:00:00Z'),
    );
    expect(found.map(({ threads }) => threads.flatMap(({ messages }) => messages.map(({ id }) => id)))).toEqual([
      ['<a>'],
      ['<b>'],
    ]);
  });

  test("BCC'd rep: the thread is the deal's, and an answer does not show who read along", () => {
    const hidden = mail({ to: [at('boss@buyer.test')], cc: [at('legal@buyer.test')] });
    expect(judge(hidden, [acme])).toMatchObject(bound('acme'));
    const [last] = dealTalk([thread(hidden)], [contact], rep);
    expect(last && recipientsOf(last, rep, [contact])).toEqual({ to: [hidden.from], cc: [] });
    expect(judge(ours({ to: [], bcc: [at('dana@buyer.test')] }), [acme])).toMatchObject(bound('acme'));
  });

  const list = { 'list-id': 'Announce <announce.lists.test>' };
  test.each([
    ['Reply-To', { 'list-id': list['list-id'], 'reply-to': 'Dana Berg <Dana@Buyer.test>' }],
    ['Reply-To beside the list itself', { ...list, 'reply-to': 'announce@lists.test, dana@buyer.test' }],
    ['X-Original-From', { ...list, 'x-original-from': '"Berg, Dana" <dana@buyer.test>' }],
  ])('mailing lists, rewritten From ("via"): the author is found in %s', (_, signals) => {
    const message = mail({
      from: at('announce@lists.test', "'Dana Berg' via Announce"),
      to: [at('announce@lists.test'), at('robin@seller.test')],
      signals,
    });
    expect(asWritten(message).from).toEqual(at('dana@buyer.test', 'Dana Berg'));
    expect(judge(message, [acme])).toMatchObject(bound('acme'));
    expect(newContacts([message], openBook([acme], own), 'acme')).toEqual([]);
  });

  test("mailing lists, rewritten From: a group of the rep's own company passes the buyer on", () => {
    const signals = { 'list-id': '<sales.seller.test>', 'reply-to': 'dana@buyer.test' };
    const message = mail({
      from: at('sales@seller.test', 'Dana Berg via Sales'),
      to: [at('sales@seller.test')],
      signals,
    });
    expect(judge(message, [acme])).toMatchObject(bound('acme'));
  });

  test("mailing lists: a buyer's group that the CRM names as contact binds, and any group is nobody new", () => {
    const signals = { 'list-id': '<procurement.buyer.test>' };
    const message = mail({ from: at('procurement@buyer.test', 'Pat via Procurement'), signals });
    expect(judge(message, [bookDeal('group', ['procurement@buyer.test'])])).toMatchObject(bound('group'));
    expect(newContacts([message], openBook([acme], own), null)).toEqual([]);
  });

  test('mailing lists: what the rep only reads is about no deal, nor is a Reply-To of the list an author', () => {
    const message = mail({ to: [at('announce@lists.test')], signals: { ...list, 'reply-to': 'announce@lists.test' } });
    expect(asWritten(message)).toBe(message);
    expect(judge(message, [acme])).toMatchObject(none);
    expect(namesContact(message, openBook([acme], own))).toBe(false);
    expect(judge([message, ours()], [acme])).toMatchObject(bound('acme'));
    const without = mail({ signals: { 'reply-to': 'lee@other.test' } });
    expect(asWritten(without)).toBe(without);
  });

  test.each(['no-reply@buyer.test', 'mailer-daemon@buyer.test', 'bounces+17@buyer.test'])(
    'a sender that nobody reads, %s, never binds and is nobody new',
    (address) => {
      expect(judge(mail({ from: at(address) }), [bookDeal('x', [address])])).toMatchObject(none);
      expect(newContacts([mail({ from: at(address) })], openBook([acme], own), null)).toEqual([]);
    },
  );

  test('calendar invites and auto-replies counted as activity: they belong to the deal and are no turn', () => {
    const later = { date: new Date('2026-11-09T09:00:00Z') };
    const invite = mail({ id: '<i>', ...later, calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', text: '' });
    const away = mail({ id: '<w>', ...later, signals: { 'auto-submitted': 'auto-replied' }, text: 'Thank you.' });
    for (const message of [invite, away]) {
      expect(judge(message, [acme])).toMatchObject(bound('acme'));
      const judged = assess(
        facts({ threads: [thread(ours(), message)] }),
        rep,
        policy,
        new Date('2026-11-10T11:00:00Z'),
      );
      expect(judged.turn).toBe('theirs');
    }
  });

  test('contact merged, email changed: what they wrote from the old address still counts in the thread', () => {
    const renamed = { ...contact, emails: ['dana.new@buyer.test'] };
    const before = mail({ text: 'Please do not write before 20 January 2027.' });
    const judged = assess(
      facts({ contacts: [renamed], threads: [thread(ours({ date: new Date('2026-11-02T09:00:00Z') }), before)] }),
      rep,
      policy,
      new Date('2026-11-20T11:00:00Z'),
    );
    expect(judged.holds).toMatchObject([{ contact: 'dana@buyer.test' }]);
    const after = mail({ from: at('dana.new@buyer.test') });
    expect(judge(after, [bookDeal('acme', ['dana.new@buyer.test'])])).toMatchObject(bound('acme'));
  });

  test('reply from assistant: it is their answer, and somebody new to suggest', () => {
    const text = 'Dana asked me to tell you that 24 months suit us, and that the pilot may begin in the new building.';
    const answer = mail({
      id: '<as>',
      from: at('pat@buyer.test', 'Pat'),
      date: new Date('2026-11-06T09:00:00Z'),
      text,
    });
    const judged = assess(facts({ threads: [thread(ours(), answer)] }), rep, policy, new Date('2026-11-16T11:00:00Z'));
    expect(judged).toMatchObject({ turn: 'ours', situation: null });
    expect(newContacts([ours(), answer], openBook([acme], own), 'acme')).toEqual([
      {
        deal: 'acme',
        address: 'pat@buyer.test',
        name: 'Pat',
        because: 'pat@buyer.test is at buyer.test, like dana@buyer.test, and no contact of this deal.',
        messageId: '<as>',
      },
    ]);
  });

  test('company acquired (2 domains): both addresses are the contact, both domains the company', () => {
    const both = bookDeal('both', ['dana@buyer.test dana@owner.test']);
    const mails = ['dana@buyer.test', 'dana@owner.test'].map((address) => mail({ from: at(address) }));
    for (const message of mails) expect(judge(message, [both])).toMatchObject(bound('both'));
    expect(judge(mails, [both])).toMatchObject(bound('both'));
    const people = [mail({ cc: [at('a@buyer.test'), at('b@eu.owner.test'), at('c@elsewhere.test')] })];
    expect(newContacts(people, openBook([both], own), 'both').map(({ address }) => address)).toEqual([
      'a@buyer.test',
      'b@eu.owner.test',
    ]);
  });

  test('opted-out alias: an opt-out holds for each spelling of each address of the contact', () => {
    const out = { ...contact, emails: ['dana@buyer.test', 'd.berg@buyer.test'], optOut: 'yes' as const };
    for (const address of ['dana@buyer.test', 'd.berg@buyer.test', 'd.berg+news@buyer.test']) {
      const threads = [thread(ours({ to: [at(address)] }))];
      const judged = assess(facts({ contacts: [out], threads }), rep, policy, new Date('2026-11-10T11:00:00Z'));
      expect(judged.never, address).toContain('opted out');
      const [last] = dealTalk(threads, [out], rep);
      expect(last && recipientsOf(last, rep, [out]), address).toEqual({ to: [], cc: [] });
    }
  });

  test("deal owner changed, deal closed: only the present owner's open deals are in the book", () => {
    const mine = [
      deal,
      { ...deal, id: 'theirs', owner: 'kim@seller.test' },
      { ...deal, id: 'named', owner: 'robin rep' },
    ];
    const { facts: found } = boundConversations(
      [ours()],
      { deals: mine, contacts: [contact] },
      rep,
      new Date('2026-11-10T09:00:00Z'),
    );
    expect(found.map((each) => each.deal.id)).toEqual(['d1', 'named']);
    const closed = [deal, { ...deal, id: 'won', status: 'won' as const }];
    const after = boundConversations(
      [ours()],
      { deals: closed, contacts: [contact] },
      rep,
      new Date('2026-11-10T09:00:00Z'),
    );
    expect(after.facts).toMatchObject([{ deal: { id: 'd1' }, threads: [{ messages: [{}] }] }]);
  });
});

describe('an unknown person at the company of a contact', () => {
  test.each([
    ['the same domain', 'boss@buyer.test', true],
    ['a part of it', 'boss@mail.buyer.test', true],
    ['another one', 'boss@buyer2.test', false],
    ['one that ends alike', 'boss@notbuyer.test', false],
    ['the contact, spelled otherwise', 'dana+x@buyer.test', false],
    ['a role', 'support@buyer.test', false],
  ])('is suggested from %s: %s, %s', (_, address, suggested) => {
    const found = newContacts([mail({ from: at(address) })], openBook([acme], own), null);
    expect(found.map((each) => each.address)).toEqual(suggested ? [address] : []);
    expect(judge(mail({ from: at(address) }), [acme]).kind).toBe(address.startsWith('dana') ? 'bound' : 'none');
  });

  test('tenants of one host are companies of their own', () => {
    expect(companyDomain('a@one.github.io')).toBe('one.github.io');
    expect(companyDomain('a@mail.one.co.uk')).toBe('one.co.uk');
    expect(companyDomain('a@one.onmicrosoft.com')).toBe('one.onmicrosoft.com');
    expect(companyDomain('a@GMail.com')).toBeNull();
    const tenant = bookDeal('tenant', ['dana@one.github.io']);
    expect(newContacts([mail({ from: at('x@two.github.io') })], openBook([tenant], own), null)).toEqual([]);
  });

  test('belongs to the deal of the thread, or to each of the few of that company', () => {
    const two = [acme, bookDeal('b', ['sam@buyer.test'])];
    const message = [mail({ from: at('boss@buyer.test') })];
    expect(newContacts(message, openBook(two, own), 'acme').map((each) => each.deal)).toEqual(['acme']);
    expect(newContacts(message, openBook(two, own), null).map((each) => each.deal)).toEqual(['acme', 'b']);
    const many = Array.from({ length: 9 }, (_, n) => bookDeal(`d${n}`, [`p${n}@buyer.test`]));
    expect(newContacts(message, openBook(many, own), null)).toEqual([]);
  });
});

describe('of any thread and any deals', () => {
  const address = fc.constantFrom(
    'dana@buyer.test',
    'Dana+x@buyer.test',
    'sam@buyer.test',
    'kim@advisors.test',
    'lee@other.test',
    'carl@seller.test',
    'robin@seller.test',
    'someone@gmail.com',
    'info@buyer.test',
  );
  const message = fc
    .record({
      id: fc.uuid(),
      from: address,
      to: fc.array(address, { maxLength: 4 }),
      cc: fc.array(address, { maxLength: 3 }),
      day: fc.integer({ min: 1, max: 28 }),
      subject: fc.constantFrom('Re: Proposal', 'Lyon', 'Paris d102', 'Deal d101', ''),
    })
    .map(({ id, from, to, cc, day, subject }) =>
      mail({
        id,
        from: at(from),
        to: to.map((each) => at(each)),
        cc: cc.map((each) => at(each)),
        date: new Date(Date.UTC(2026, 10, day)),
        subject,
      }),
    );
  const dealsOf = (prefix: string, people: fc.Arbitrary<string>) =>
    fc
      .array(
        fc.record({
          emails: fc.uniqueArray(people, { maxLength: 4 }),
          name: fc.constantFrom('Lyon', 'Paris', 'Proposal', 'Buyer Lyon', ''),
          owner: fc.constantFrom(null, 'robin@seller.test'),
          closeDate: fc.constantFrom(null, '2026-11-05', '2026-11-20'),
        }),
        { maxLength: 5 },
      )
      .map((all) => all.map(({ emails, ...change }, n) => bookDeal(`${prefix}${n + 101}`, emails, change)));
  const shuffled = <T>(list: readonly T[], seed: number): T[] =>
    list
      .map((each, n) => [Math.imul(seed + n, 2_654_435_761) >>> 0, each] as const)
      .sort(([a], [b]) => a - b)
      .map(([, each]) => each);

  test('the order of people, messages, contacts and deals changes nothing; an unrelated deal unbinds and rebinds nothing', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 4 }),
        dealsOf('d', address),
        dealsOf('e', address),
        dealsOf('u', fc.constantFrom('far@away.test', 'away@far.test')),
        fc.nat(),
        (messages, deals, closed, unrelated, seed) => {
          const around = ended(...closed);
          const match = judge(messages, deals, around);
          kinds.add(match.kind);
          expect(judge(messages, deals, around)).toEqual(match);
          const turned = shuffled(messages, seed).map((each) => ({
            ...each,
            to: shuffled(each.to, seed),
            cc: shuffled(each.cc, seed),
          }));
          const again = judge(
            turned,
            shuffled([...deals, ...unrelated], seed),
            ended(...shuffled([...closed, ...unrelated], seed)),
          );
          // Which spelling of one address is shown may follow the order.
          expect(JSON.stringify(again).replace(/Dana\+x@/g, 'dana@')).toBe(
            JSON.stringify(match).replace(/Dana\+x@/g, 'dana@'),
          );
          if (match.kind === 'bound') expect(deals.map(({ key }) => key)).toContain(match.deal);
          if (match.kind === 'ambiguous') expect(match.candidates.length).toBeGreaterThan(1);
        },
      ),
      { numRuns: 1_000, seed: 5 },
    );
    expect([...kinds].sort()).toEqual(['ambiguous', 'bound', 'none']);
  });
});
