import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupThreads } from '../../src/domain/conversation.ts';
import type { Envelope } from '../../src/domain/mail.ts';

const own = 'rep@acme.test';
const person = (address: string) => ({ name: '', address });

function mail(id: string, day: number, change: Partial<Envelope> = {}): Envelope {
  return {
    id: `<${id}>`,
    inReplyTo: null,
    references: [],
    from: person('buyer@corp.test'),
    to: [person(own)],
    cc: [],
    bcc: [],
    subject: 'Offer',
    date: new Date(Date.UTC(2026, 0, 1 + day)),
    signals: {},
    ...change,
  };
}

const shape = (mails: Envelope[]) =>
  groupThreads(mails, [own]).map(({ root, members }) => [root, ...members.map((each) => each.id)]);

describe('conversations', () => {
  test('follow References and In-Reply-To, also through mails that are missing', () => {
    const mails = [
      mail('c', 3, { references: ['<a>', '<b>'] }),
      mail('a', 1),
      mail('d', 4, { inReplyTo: '<missing>' }),
      mail('e', 5, { references: ['<missing>'], subject: 'Other' }),
      mail('f', 6, { subject: 'Alone' }),
    ];
    expect(shape(mails)).toEqual([
      ['<a>', '<a>', '<c>'],
      ['<missing>', '<d>', '<e>'],
      ['<f>', '<f>'],
    ]);
  });

  test('hang on the first reference of the earliest mail', () => {
    expect(shape([mail('b', 2, { references: ['<gone>', '<a>'] }), mail('c', 3, { inReplyTo: '<b>' })])).toEqual([
      ['<gone>', '<b>', '<c>'],
    ]);
  });

  test('fold copies of one mail', () => {
    const copy = { ...mail('a', 1), subject: 'second copy' };
    expect(groupThreads([mail('a', 1), copy])).toMatchObject([{ members: [{ subject: 'Offer' }] }]);
  });

  describe('an answer that names no message', () => {
    const answer = (change: Partial<Envelope> = {}) => mail('b', 10, { subject: 'AW: Offer', ...change });
    const joined = [['<a>', '<a>', '<b>']];

    test('joins the same subject of the same person', () => {
      expect(shape([mail('a', 1), answer()])).toEqual(joined);
      expect(shape([mail('a', 1, { from: person(own), to: [person('buyer@corp.test')] }), answer()])).toEqual(joined);
    });

    test.each([
      ['is of another subject', answer({ subject: 'Re: Offers' })],
      ['is of another person', answer({ from: person('else@corp.test') })],
      ['comes after more than 45 days', answer({ date: new Date(Date.UTC(2026, 0, 2 + 46)) })],
      ['came before', answer({ date: new Date(Date.UTC(2025, 11, 30)) })],
      ['does not say that it is an answer', answer({ subject: 'Offer' })],
      ['names another message', answer({ inReplyTo: '<x>' })],
      ['has no subject beyond "Re:"', answer({ subject: 'Re:' })],
    ])('stays alone when it %s', (_, other) => {
      expect(shape([mail('a', 1), other])).toHaveLength(2);
    });

    test('joins the latest of several, and draws its own answers along', () => {
      const mails = [mail('a', 1), mail('z', 5), answer(), mail('c', 11, { inReplyTo: '<b>', subject: 'x' })];
      expect(shape(mails)).toEqual([
        ['<a>', '<a>'],
        ['<z>', '<z>', '<b>', '<c>'],
      ]);
    });
  });

  const anyMails = fc
    .array(
      fc.record({
        day: fc.integer({ min: 0, max: 90 }),
        refs: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 3 }),
        subject: fc.constantFrom('Offer', 'Re: Offer', 'Re: Plan', ''),
        from: fc.constantFrom(own, 'buyer@corp.test', 'boss@corp.test'),
      }),
      { maxLength: 25 },
    )
    .map((list) =>
      list.map(({ day, refs, subject, from }, at) =>
        mail(String(at), day, { references: refs.map((ref) => `<${ref}>`), subject, from: person(from) }),
      ),
    );

  test('do not depend on the order given', () => {
    fc.assert(
      fc.property(anyMails, fc.infiniteStream(fc.integer({ min: 0, max: 1000 })), (mails, order) => {
        const shuffled = mails
          .map((each) => ({ each, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key);
        expect(shape(shuffled.map(({ each }) => each))).toEqual(shape(mails));
      }),
    );
  });

  test('hold every mail once, in order of date, under names of their own', () => {
    fc.assert(
      fc.property(anyMails, (mails) => {
        const groups = groupThreads(mails, [own]);
        expect(groups.flatMap(({ members }) => members.map((each) => each.id)).sort()).toEqual(
          mails.map((each) => each.id).sort(),
        );
        expect(new Set(groups.map(({ root }) => root)).size).toBe(groups.length);
        for (const { members } of groups)
          expect(members.map((each) => Number(each.date))).toEqual(
            members.map((each) => Number(each.date)).sort((a, b) => a - b),
          );
      }),
    );
  });

  test('take linear time for a chain and for many of one subject', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) =>
      mail(String(at), at / 1000, at > 0 ? { inReplyTo: `<${at - 1}>` } : {}),
    );
    const same = Array.from({ length: 20_000 }, (_, at) => mail(`s${at}`, at / 1000, { subject: 'Re: Offer' }));
    expect(groupThreads(chain)).toHaveLength(1);
    expect(groupThreads(same, [own])).toHaveLength(1);
  });
});
