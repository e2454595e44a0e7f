import { expect, test } from 'vitest';
import { baseSubject, isReplySubject, participants, replySubject } from '../../src/domain/mail.ts';
import { mail } from './deals.ts';

test.each([
  ['Offer', 'offer'],
  ['Re: Offer', 'offer'],
  ['RE: re:  Re : Offer', 'offer'],
  ['AW: WG: Offer  for\tLyon', 'offer for lyon'],
  ['Re[2]: Offer', 'offer'],
  ['[EXT] Re: [list] Offer', 'offer'],
  ['Fwd: Tr: Rv: SV: Offer', 'offer'],
  ['Report: Offer', 'report: offer'],
  ['Re:', 're:'],
  ['', ''],
])('the base of "%s" is "%s"', (subject, base) => {
  expect(baseSubject(subject)).toBe(base);
});

test.each([
  ['Re: Offer', true],
  [' AW: Offer', true],
  ['[EXT] Re: Offer', true],
  ['Fwd: Offer', true],
  ['Offer', false],
  ['Regarding: Offer', false],
  ['Offer Re: ours', false],
  ['', false],
])('"%s" says of itself that it answers: %s', (subject, is) => {
  expect(isReplySubject(subject)).toBe(is);
});

test.each([
  ['Offer', 'Re: Offer'],
  ['Re: Offer', 'Re: Offer'],
  ['RE: Re: re : Offer', 'Re: Offer'],
  ['AW: Re: Offer', 'Re: Offer'],
  ['Fwd: Offer', 'Re: Fwd: Offer'],
  ['Re: Fwd: Re: Offer', 'Re: Fwd: Re: Offer'],
  ['Reply: Offer', 'Re: Reply: Offer'],
  ['  a \n b ', 'Re: a b'],
  ['', 'Re:'],
  ['Re:', 'Re:'],
])('the answer to "%s" is "%s", and so is the answer to that', (subject, answer) => {
  expect(replySubject(subject)).toBe(answer);
  expect(replySubject(answer)).toBe(answer);
  expect(baseSubject(replySubject(subject)) === baseSubject(subject) || subject.trim() === '').toBe(true);
});

test('participants are named once', () => {
  const person = (address: string) => ({ name: '', address });
  expect(
    participants(
      mail({ from: person('a@x.test'), to: [person('b@x.test'), person('a@x.test')], bcc: [person('c@x.test')] }),
    ),
  ).toEqual(['a@x.test', 'b@x.test', 'c@x.test']);
  expect(participants(mail({ from: null, to: [] }))).toEqual([]);
});
