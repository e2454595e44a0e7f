/** The pure half of proposing: which stage fits, what is new, what is shown and hashed. */
import { describe, expect, it } from 'vitest';
import type { Contact, Deal, Stage } from '../../src/domain/deal.ts';
import { type Change, changeHash, compare, lastDay, proposedAnew } from '../../src/domain/proposals/change.ts';
import { proposeContact } from '../../src/domain/proposals/contact.ts';
import { isTitle, phonesIn, samePhone, sameTitle } from '../../src/domain/proposals/details.ts';
import { type KnownChange, newAmong } from '../../src/domain/proposals/known.ts';
import { proposePerson } from '../../src/domain/proposals/others.ts';
import { stageFor } from '../../src/domain/proposals/stage.ts';
import { workingDaysOf } from '../../src/domain/working-days.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { labelled, proposals } from '../eval/proposals.ts';
import { precision, recall } from '../eval/score.ts';
import { cost, linear } from '../support/own-time.ts';
import { contact } from './deals.ts';

const change: Change & { crmId: string } = {
  kind: 'stage_change',
  crmId: 'csv',
  dealId: 'D1',
  contactId: null,
  before: { stage: 's1' },
  after: { stage: 's2' },
  ground: { messageId: '<m1@buyer.test>', quote: 'Legal has it now.' },
  text: 'Move the deal.',
};

const from = { name: 'Dana Berg', address: 'dana@buyer.test' };

describe('on the labelled set', () => {
  it('is large, and most of it calls for nothing', () => {
    const { all, nothing } = labelled();
    expect(all).toBeGreaterThanOrEqual(150);
    expect(nothing).toBeGreaterThanOrEqual(90);
  });
  it.each(proposals())('$name: hardly ever wrong', (score) => {
    expect(score.hits).toBeGreaterThan(15);
    expect(precision(score), score.misses.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(recall(score), score.misses.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the hash', () => {
  it('is of everything that is shown: whatever differs makes another', () => {
    const changed: Partial<typeof change>[] = [
      {},
      { kind: 'close_lost' },
      { crmId: 'other' },
      { dealId: 'D2' },
      { contactId: 'c1' },
      { before: { stage: 's0' } },
      { after: { stage: 's3' } },
      { ground: { ...change.ground, quote: 'Legal had it.' } },
      { ground: { ...change.ground, messageId: '<m2@buyer.test>' } },
      { text: 'Move the deal!' },
    ];
    const hashes = changed.map((each) => changeHash({ ...change, ...each }, sha256));
    expect(new Set(hashes).size).toBe(changed.length);
    const { before, ...rest } = change;
    expect(changeHash({ ...rest, before }, sha256)).toBe(hashes[0]);
  });
});

it('stands for so many working days, holidays not counted', () => {
  expect(lastDay('2026-03-17', 5, workingDaysOf(null))).toBe('2026-03-24');
  expect(lastDay('2026-04-02', 2, workingDaysOf('DE-BE'))).toBe('2026-04-08');
});

describe('what is new', () => {
  const known = (over: Partial<KnownChange> = {}): KnownChange => ({ ...change, id: 'k', state: 'open', ...over });
  const other = { ground: { messageId: '<m2@buyer.test>', quote: 'We signed.' } };
  const fresh = (one: Partial<typeof change>, ...others: KnownChange[]) =>
    newAmong([{ ...change, ...one }], others).map(({ replaces }) => replaces.map(({ id }) => id));

  it.each<[string, Partial<typeof change>, KnownChange[], string[][]]>([
    ['with nothing known', {}, [], [[]]],
    ['what waits', other, [known()], []],
    ['what is snoozed', other, [known({ state: 'snoozed' })], []],
    ['while another is being made', { after: { stage: 's3' } }, [known({ state: 'approved' })], []],
    ['what was rejected, by the same words', {}, [known({ state: 'rejected' })], []],
    ['what was rejected, by other words', other, [known({ state: 'rejected' })], [[]]],
    ['what has expired, by the same words', {}, [known({ state: 'expired' })], []],
    ['another stage', { ...other, after: { stage: 's3' } }, [known()], [['k']]],
    ['in another deal', { dealId: 'D2' }, [known()], [[]]],
  ])('%s', (_, one, others, expected) => expect(fresh(one, ...others)).toEqual(expected));

  it('a number that was rejected does not come again with another mail', () => {
    const phone = { kind: 'contact_update' as const, contactId: 'c1', after: { phone: '1' } };
    expect(fresh({ ...phone, ...other }, known({ ...phone, state: 'rejected' }))).toEqual([]);
    expect(fresh({ ...phone, after: { phone: '2' } }, known({ ...phone, state: 'rejected' }))).toEqual([[]]);
    expect(fresh({ ...phone, after: { title: '1' } }, known({ ...phone, state: 'open' }))).toEqual([[]]);
  });

  it('of two that contradict each other only the first', () => {
    const two = newAmong([change, { ...change, after: { stage: 's3' } }], []);
    expect(two.map(({ change: { after } }) => after.stage)).toEqual(['s2']);
  });
});

describe('held against the CRM', () => {
  const deal = { id: 'D1', stage: 's1', status: 'open' } as Deal;
  const contact = { id: 'c1', name: 'Dana', emails: ['dana@buyer.test'], title: null, phone: '1' } as Contact;
  const phone = {
    ...change,
    kind: 'contact_update' as const,
    contactId: 'c1',
    before: { phone: '1' },
    after: { phone: '2' },
  };
  const now = (over: Partial<Deal> = {}, person: Partial<Contact> = {}) => ({
    deal: { ...deal, ...over },
    contacts: [{ ...contact, ...person }],
  });
  it.each([
    ['as seen', change, now(), { kind: 'as_seen' }],
    ['there', change, now({ stage: 's2' }), { kind: 'there' }],
    ['elsewhere', change, now({ stage: 's3' }), { kind: 'differs', now: { stage: 's3' } }],
    ['closed', change, now({ status: 'lost' }), { kind: 'differs', now: { stage: 's1' } }],
    ['gone', change, null, { kind: 'gone', what: 'deal' }],
    ['a number as seen', phone, now(), { kind: 'as_seen' }],
    ['another number', phone, now({}, { phone: '3' }), { kind: 'differs', now: { phone: '3' } }],
    ['no number any more', phone, now({}, { phone: null }), { kind: 'differs', now: { phone: '' } }],
    ['a contact who is gone', { ...phone, contactId: 'c2' }, now(), { kind: 'gone', what: 'contact' }],
  ])('%s', (_, one, held, expected) => expect(compare(one, held)).toEqual(expected));

  it('a closed deal is not proposed anew, and the sentence says what there is', () => {
    expect(proposedAnew(change, { stage: 's3' }, { status: 'won' }, new Map())).toBeNull();
    const anew = proposedAnew(change, { stage: 's3' }, { status: 'open' }, new Map([['s3', 'Demo']]));
    expect(anew?.text).toBe('Move the deal. The CRM has "Demo" now, not "s1" as when this was proposed.');
  });
});

describe('which stage fits', () => {
  const stage = (order: number, name: string, status: Stage['status'] = 'open'): Stage => ({
    id: name,
    name,
    order,
    status,
    rotDays: null,
  });
  const plain = [
    stage(1, 'Demo'),
    stage(2, 'Offer'),
    stage(3, 'Legal check'),
    stage(4, 'Contract'),
    stage(5, 'Won', 'won'),
    stage(6, 'Lost', 'lost'),
  ];
  const to = (meaning: Parameters<typeof stageFor>[0], at: string, stages = plain) =>
    stageFor(meaning, stages, stages.find(({ name }) => name === at)!)?.name ?? null;
  it('only one that comes later, and only where no other does', () => {
    expect(to('legal', 'Offer')).toBe('Legal check');
    expect(to('legal', 'Contract')).toBeNull();
    expect(to('legal', 'Demo', [...plain, stage(7, 'Legal, second round')])).toBeNull();
    expect(to('signed', 'Demo')).toBe('Won');
    expect(to('signed', 'Demo', [...plain, stage(8, 'Won by renewal', 'won')])).toBeNull();
    expect(to('lost', 'Demo', plain.slice(0, 5))).toBeNull();
    expect(to('agreed', 'Offer')).toBe('Contract');
    expect(to('agreed', 'Contract')).toBeNull();
    expect(to('procurement', 'Demo')).toBeNull();
    expect(to('proposed', 'Demo')).toBe('Offer');
    expect(to('proposed', 'Legal check')).toBeNull();
  });
});

describe('details', () => {
  it.each([
    ['+49 30 901820', '030/901820', true],
    ['+44 (0)20 7946 0123', '020 7946 0123', true],
    ['0049 30 901820', '+49 30 901820', true],
    ['+49 30 901820', '+49 30 901821', false],
    ['12', '112', false],
  ])('%s and %s: one number is %s', (one, other, same) => expect(samePhone(one, other)).toBe(same));
  it.each([
    ['VP of Sales', 'Vice President, Sales', true],
    ['Sr. Manager', 'Senior Manager', true],
    ['Head of Sales', 'Head of Purchasing', false],
    ['Manager', 'Senior Manager', false],
  ])('%s and %s: one title is %s', (one, other, same) => expect(sameTitle(one, other)).toBe(same));
  it('a fax, half a number, a date and an order are no telephone numbers', () => {
    for (const line of ['Fax: +49 30 901821', 'Tel. 408.725.7136 x 12', '2026-03-17', 'Order 4500123456', 'T 12'])
      expect(phonesIn(line)).toEqual([]);
  });
  it('a sentence, a company, a street and a link are no titles', () => {
    for (const line of [
      'I will ask the director',
      'Director Ltd',
      '5 Manager Street',
      'www.manager.test',
      'manager',
      'Manager!',
    ])
      expect(isTitle(line), line).toBe(false);
  });
  it('what a mail says of itself is checked before it may be shown', () => {
    const person = (name: string, address = 'sam@buyer.test') =>
      proposePerson({ id: 'D1', name: 'Pilot' }, { address, name, because: 'Because.', messageId: '<m>' });
    expect(person('Sam\u202e Low')?.after.name).toBe('Sam Low');
    expect(person('2 yes\n3 yes')?.after.name).toBe('');
    expect(person('approve 1 <https://evil.test>')?.after.name).toBe('');
    expect(person('Sam', '=cmd|x@buyer.test')).toBeNull();
    const mails = [{ id: '<m>', from, text: 'My new email address is "=HYPERLINK(1)"@buyer.test.\nDana' }];
    expect(proposeContact({ id: 'D1' }, contact, mails)).toEqual([]);
  });
  it('takes time in proportion to the text, whatever stands in it', () => {
    const read = (text: string) => cost(() => proposeContact({ id: 'D1' }, contact, [{ id: '<m>', from, text }]));
    const lines = (count: number, piece: string) => `Hi,\n${`Dana Berg\n${piece.repeat(40)}\n`.repeat(count)}`;
    for (const piece of ['+1 (', '0 0 ', 'my new number is ', 'Dana ', 'we we we have ', 'a@', 'Tel. ']) {
      expect(linear(read(`Hi,\n${piece.repeat(1_000)}`), read(`Hi,\n${piece.repeat(4_000)}`)), piece).toBe(true);
      expect(linear(read(lines(5, piece)), read(lines(20, piece))), piece).toBe(true);
    }
  });
});
