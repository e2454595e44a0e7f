/** Which mail in Sent is the rep's own answer to a digest: 22 classes of forgeries, thousands of their mixtures, and what machines write. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboveDigest, refusalOf } from '../../../src/domain/digest/acceptance.ts';
import { digestOf } from '../../../src/domain/digest/digest.ts';
import { digestMail } from '../../../src/domain/digest/mail.ts';
import { sha256 } from '../../../src/lib/hash.ts';
import { shippedTemplates } from '../../../src/node.ts';
import { fullDay } from './facts.ts';
import { answered, asked, automaticReplies, type Forgery, forgeries, owner, trueCopy, withMessage } from './replies.ts';

const judged = ({ copies, answered: to = answered, asked: by = {} }: Omit<Forgery, 'name'>) =>
  refusalOf(copies, to, { ...asked, ...by });

describe("the rep's own answer", () => {
  it.each([
    ['as a client stores it', trueCopy],
    ['from an alias', withMessage({ from: { name: '', address: 'r.rep@seller.test' } })],
    ['to an alias, with a tag', withMessage({ to: [{ name: '', address: 'robin+sales@seller.test' }] })],
    ['below a receipt', withMessage({ inReplyTo: '<receipt@seller.test>', references: [] })],
    ['with the id among the references only', withMessage({ inReplyTo: '<other@x.test>' })],
    ['said to be by no machine', withMessage({ signals: { 'auto-submitted': 'no' } })],
    ['sent by the rep under an alias', withMessage({ signals: { sender: 'Robin <R.Rep@seller.test>' } })],
    ['one emoji', withMessage({ text: '👍' })],
    ['in German', withMessage({ subject: `AW: [EXT] Odp: ${answered.digest.subject}`, text: '1 ja, 2 nein' })],
    [
      'taken by the server from a client that had signed in',
      withMessage(
        {},
        {
          trace: [
            'received: from [198.51.100.7] by mail.seller.test with ESMTPSA id 1; Tue, 17 Mar 2026 08:58:00 +0000',
          ],
        },
      ),
    ],
  ])('is accepted: %s', (_, copy) => {
    expect(judged({ copies: [copy] })).toBeNull();
  });

  it('is accepted in several copies that say the same', () => {
    expect(judged({ copies: [trueCopy, withMessage({ text: '1 yes\r\n' })] })).toBeNull();
  });

  it('is told of where it alone is too late', () => {
    const old = forgeries.find(({ name }) => name === 'an old digest')!;
    expect(judged(old)).toEqual({ why: 'the summary is older than seven days', tell: true });
    const soon = {
      ...answered,
      digest: { ...answered.digest, createdAt: new Date(asked.now.getTime() - 7 * 86_400_000 + 1) },
    };
    expect(judged({ copies: [trueCopy], answered: soon })).toBeNull();
  });
});

it.each(['Robin', '', 'robin@seller.test, kim@seller.test', 'robin@seller.test (kim@seller.test)'])(
  'a sender that is not the rep alone is somebody else: %j',
  (sender) => {
    expect(judged({ copies: [withMessage({ signals: { sender } })] })).toMatchObject({ tell: false });
  },
);

describe('forgeries', () => {
  it('are of 22 classes and one', () => {
    expect(new Set(forgeries.map(({ name }) => name)).size).toBe(23);
  });

  it.each(forgeries.map((each) => [each.name, each] as const))('none is accepted: %s', (name, forgery) => {
    const refusal = judged(forgery);
    expect(refusal).not.toBeNull();
    if (name !== 'an old digest') expect(refusal?.tell).toBe(false);
  });

  it('are none of 5,000 mixtures of them', () => {
    let tried = 0;
    const text = fc.constantFrom('1 yes', 'approve all', 'stop', 'all ok', '2 no\n1 yes', '👍', 'yes');
    const subject = fc.constantFrom('Re: Countersign', 'Countersign', 'RE: RE: x', '', 'Re: [EXT] Countersign');
    const trace = fc.constantFrom<string[][]>([], ['received: by mail.seller.test with ESMTPSA id 1; x']);
    const chosen = fc.uniqueArray(fc.integer({ min: 0, max: forgeries.length - 1 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(chosen, text, subject, trace, fc.boolean(), (which, words, head, way, twice) => {
        const some = which.map((at) => forgeries[at]!);
        const copies = some.flatMap((each) =>
          each.copies.map((copy) => ({
            ...copy,
            trace: [...way, ...copy.trace],
            message: {
              ...copy.message,
              // What gives a forgery away stays; the rest of it is anybody's.
              ...(each.name.includes('different things') ? {} : { text: words }),
              ...(/forwarded/.test(each.name) ? {} : { subject: head }),
            },
          })),
        );
        const last = some.find((each) => each.answered)?.answered ?? answered;
        tried += 1;
        expect(judged({ copies: twice ? [...copies, ...copies] : copies, answered: last })).not.toBeNull();
      }),
      { numRuns: 5_000 },
    );
    expect(tried).toBeGreaterThanOrEqual(5_000);
  });
});

describe('what machines write', () => {
  it('is never accepted', () => {
    const replies = automaticReplies();
    expect(replies.length).toBeGreaterThanOrEqual(300);
    for (const copy of replies) {
      const { subject, text, signals } = copy.message;
      expect(judged({ copies: [copy] }), JSON.stringify({ subject, text, signals })).not.toBeNull();
    }
  });
});

describe('words above the digest', () => {
  const digest = digestOf(fullDay, sha256)!;
  const mail = digestMail(digest, { seq: 1, head: 'a'.repeat(64) }, shippedTemplates().render);

  it('end where the digest itself begins, marked as a quote or not', () => {
    for (const part of [mail.text, mail.text.replace(/^/gm, '  '), mail.text.replaceAll('   | ', '')])
      expect(aboveDigest(`1 yes\n\n${part}\napprove all\n`, mail).trim()).toBe('1 yes');
    const quoted = `1 yes\n\n${mail.text.replace(/^/gm, '> ')}`;
    expect(aboveDigest(quoted, mail)).toBe(quoted);
    expect(aboveDigest('1 yes\n2 no\nok', mail)).toBe('1 yes\n2 no\nok');
  });

  it('end at a line of its HTML, where a program made text of that', () => {
    expect(aboveDigest(`2 no\nThey said so\nWhat you decided, as we understood it\n1 yes`, mail)).toBe(
      '2 no\nThey said so',
    );
    expect(owner.address).toContain('@');
  });
});
