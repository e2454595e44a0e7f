import { describe, expect, test } from 'vitest';
import { dealsByAddress, matchThread } from '../../src/domain/matching.ts';
import { contact, deal } from './deals.ts';

const rep = 'robin@seller.test';
const other = { ...contact, id: 'c2', emails: ['sam@buyer.test', 'dana@buyer.test'] };
const map = (...deals: Partial<typeof deal>[]) =>
  dealsByAddress(
    deals.map((change, n) => ({ ...deal, id: `d${n + 1}`, ...change })),
    [contact, other],
    rep,
  );

describe('a thread', () => {
  test('is bound to the one open deal that names somebody in it', () => {
    expect(matchThread([rep, 'dana@buyer.test'], [rep], map({}))).toEqual({
      kind: 'bound',
      dealId: 'd1',
      why: 'dana@buyer.test is a contact of this deal and of no other open one',
    });
  });

  test('of several deals is a question', () => {
    expect(matchThread(['dana@buyer.test'], [rep], map({ contactIds: ['c2'] }, {}))).toEqual({
      kind: 'ambiguous',
      dealIds: ['d1', 'd2'],
    });
    const two = map({}, { contactIds: ['c2'] });
    expect(matchThread(['sam@buyer.test', 'dana@buyer.test'], [rep], two).kind).toBe('ambiguous');
    expect(matchThread(['sam@buyer.test'], [rep], two)).toMatchObject({ kind: 'bound', dealId: 'd2' });
  });

  test.each([
    ['somebody else at the same company', ['boss@buyer.test']],
    ['an address that ends alike', ['x-dana@buyer.test']],
    ['nobody', []],
  ])('of %s is bound to none', (_, people) => {
    expect(matchThread(people, [rep], map({}))).toEqual({ kind: 'none' });
  });

  test("is not bound by the rep's own address, whatever the CRM says", () => {
    const deals = dealsByAddress([deal], [{ ...contact, emails: [rep] }], rep);
    expect(matchThread([rep, 'x@y.test'], [rep], deals)).toEqual({ kind: 'none' });
  });

  test.each([
    ['won', { status: 'won' as const }],
    ['lost', { status: 'lost' as const }],
    ["another rep's", { owner: 'else@seller.test' }],
    ['without contacts', { contactIds: [] }],
    ['with a contact that is gone', { contactIds: ['c9'] }],
  ])('is not bound to a deal that is %s', (_, change) => {
    expect(matchThread(['dana@buyer.test'], [rep], map(change))).toEqual({ kind: 'none' });
  });

  test('may be bound to a deal without an owner', () => {
    expect(matchThread(['dana@buyer.test'], [rep], map({ owner: null }))).toMatchObject({ kind: 'bound' });
  });

  test('on a free mail service is bound by the whole address only', () => {
    const deals = dealsByAddress([deal], [{ ...contact, emails: ['dana@gmail.com'] }], rep);
    expect(matchThread(['someone@gmail.com'], [rep], deals)).toEqual({ kind: 'none' });
    expect(matchThread(['dana@gmail.com'], [rep], deals)).toMatchObject({ kind: 'bound' });
  });
});

test('a contact with two addresses counts once', () => {
  expect(map({ contactIds: ['c1', 'c2'] }).get('dana@buyer.test')).toEqual(['d1']);
});
