/** Histories that the model found to go wrong, as the looks that the service had of them. Most turn on one look more or less. */
import { expect, test } from 'vitest';
import { judge, type Scan } from '../../src/domain/verdict.ts';
import {
  at,
  broken,
  byHand,
  draft,
  holds,
  inARow,
  inbound,
  judged,
  look,
  minute,
  ourId,
  parent,
  placed,
  policy,
  sent,
  trashed,
  verdictOf,
} from '../domain/placements.ts';

const was = look(1, draft());
const underNewId = sent({ messageId: '<other@seller.test>' });

test('sent stays sent when a second device stores the draft once more', () => {
  const scans = [was, look(11, underNewId), look(12, underNewId)];
  expect(verdictOf(scans)).toBe('sent_as_is');
  expect(verdictOf([...scans, look(30, draft(), underNewId)])).toBe('sent_as_is');
  expect(verdictOf([...scans, look(30, draft(), underNewId), look(40, trashed()), look(4_500, trashed())])).toBe(
    'sent_as_is',
  );
});

test('sent stays what it was called when a copy comes after the answer', () => {
  const scans = [was, look(9), look(99, inbound())];
  expect(verdictOf(scans)).toBe('sent_edited inferred');
  expect(verdictOf([...scans, look(200, inbound(), sent())])).toBe('sent_edited inferred');
});

test('sent from a window left open after we took it back: one look asks for another', () => {
  const change = { withdrawnAt: at(20) };
  const copy = sent({ messageId: '<other@seller.test>', date: at(499) });
  const scans = [was, look(19, draft()), broken(500), look(500, copy)];
  expect(verdictOf(scans, change)).toBe('pending');
  expect(judged(scans, change).recheckAt).toEqual(at(501));
  expect(verdictOf([...scans, look(501, copy)], change)).toBe('sent_as_is');
});

test('a copy stored before the draft is removed is no other mail, though there is one too', () => {
  const hand = sent({ ref: 'hand', messageId: '<hand@seller.test>', text: byHand });
  const beside = [was, look(10, draft(), hand), look(11.9, draft(), hand), look(12.1, draft(), hand, underNewId)];
  expect(verdictOf(beside)).toBe('pending');
  expect(verdictOf([...beside, look(13, hand, underNewId), look(14, hand, underNewId)])).toBe('sent_as_is');
  expect(verdictOf([...beside, look(132, draft(), hand, underNewId)])).toBe('pending');
  expect(verdictOf([...beside, look(5_000, draft(), hand, underNewId)])).toBe('pending');
});

test('a final verdict after a look that was not finished asks for a whole one', () => {
  const scans = [was, look(10), look(10 + 72 * 60)];
  expect(judged(scans)).toMatchObject({ verdict: 'discarded', final: true, recheckAt: null });
  const unfinished = judged([...scans, broken(5_000)]);
  expect(unfinished).toMatchObject({ verdict: 'discarded', final: true, recheckAt: at(5_001) });
});

test('restored and deleted again under one name, it is in trash', () => {
  const there = draft({ ref: 'always' });
  const thrown = trashed({ ref: 'always' });
  const scans = [look(1, there), look(10, thrown), look(20, there), look(30, thrown), look(150, thrown)];
  expect(verdictOf(scans)).toBe('discarded');
});

const undoable = (scans: Scan[]): string =>
  judge(placed, inARow(scans), policy, { ...holds, sentMs: minute }, scans.at(-1)?.at ?? at(0)).verdict;

test('undone and sent again, the window begins anew, though the Message-ID is the same', () => {
  const [one, two] = [sent({ ref: 'one' }), sent({ ref: 'two' })];
  expect(undoable([was, look(11, one), look(14, two)])).toBe('pending');
  expect(undoable([was, look(11, one), look(14, two), look(15, two)])).toBe('sent_as_is');
});

test('undone and then deleted, before any look saw the draft again', () => {
  const copy = look(11, sent());
  expect(undoable([was, copy, look(12, trashed()), look(140, trashed())])).toBe('discarded');
  // A draft that was in trash before says nothing about the copy.
  expect(undoable([was, look(11, sent(), trashed()), look(12, trashed()), look(140, trashed())])).toBe('unknown');
});

test('answered and then taken back by us while the client was still to remove it: one look more', () => {
  const change = { withdrawnAt: at(20) };
  const scans = [was, look(19, draft(), inbound())];
  expect(judged(scans, change, at(20))).toMatchObject({ verdict: 'withdrawn', recheckAt: at(21) });
  expect(verdictOf([...scans, look(21, inbound())], change)).toBe('sent_edited inferred');
});

test('an answer to an id that another mail has carried to the prospect proves nothing', () => {
  const hand = sent({ ref: 'hand', messageId: '<hand@seller.test>', text: byHand, references: [parent, ourId] });
  const scans = [was, look(9, trashed(), hand), look(10, trashed(), hand), look(99, trashed(), hand, inbound())];
  expect(verdictOf(scans)).toBe('superseded inferred');
  // Nor does one in a look that may have missed that mail.
  expect(verdictOf([was, look(9, trashed()), broken(10, trashed(), inbound())])).toBe('pending');
});

test('two mails under one Message-ID are two mails', () => {
  const id = { messageId: '<new@client.test>' };
  const other = sent({ ref: 'one', ...id, text: 'Dana, may I ring you on Monday about the seats? Robin' });
  const ours = sent({ ref: 'two', ...id });
  expect(verdictOf([was, look(70, other, ours), look(71, other, ours)])).toBe('sent_as_is');
});

test('undone, then sent in other words under the same id: that it went away once says nothing', () => {
  const first = sent({ ref: 'first' });
  const second = sent({ ref: 'second', text: byHand });
  expect(undoable([was, look(11, first), broken(2_000), look(2_001, second)])).toBe('pending');
  expect(undoable([was, look(11, first), broken(2_000), look(2_001, second), look(2_002, second)])).toBe('sent_edited');
});

test('what lies in the inbox without a mark may be the copy: its words in Sent are the draft', () => {
  const copy = look(10, { ...sent({ ref: 'copy' }), place: 'inbox' });
  const both = { ...copy.seen[0], place: 'inbox' } as (typeof copy.seen)[0];
  expect(verdictOf([was, copy])).toBe('pending moved');
  expect(verdictOf([was, copy, look(70, both, underNewId), look(71, both, underNewId)])).toBe('sent_as_is');
  const changed = { ...underNewId, text: underNewId.text.replace('Dana', 'dear Dana') };
  expect(verdictOf([was, copy, look(70, both, changed), look(71, both, changed)])).toBe('sent_edited inferred');
});

test('a copy in Sent and the draft stored once more: sent, when that one goes too', () => {
  const scans = [was, look(10, underNewId), look(12, draft(), underNewId), look(9_000, draft(), underNewId)];
  expect(verdictOf(scans)).toBe('pending');
  expect(verdictOf([...scans, look(9_100, underNewId), look(9_101, underNewId)])).toBe('sent_as_is');
});

test('undone, then sent under another id: the copy that is there waits for its second look', () => {
  const scans = [was, look(11, sent()), broken(4_000), look(4_001, underNewId)];
  expect(undoable(scans)).toBe('pending');
  expect(undoable([...scans, look(4_002, underNewId)])).toBe('sent_as_is');
});

/** The next draft in the same thread, in the very same words; under its own id, or under one that the client made. */
const nextAt = at(300);
const next = (messageId: string) => sent({ ref: 'next', messageId, date: at(400) });
const rejected = [was, look(10, trashed()), look(200, trashed())];

test('a deleted draft is not sent by the next one in the same words', () => {
  expect(verdictOf(rejected)).toBe('discarded');
  const others = { otherIds: ['<draft-2@seller.test>'], nextPlacedAt: nextAt };
  for (const id of ['<draft-2@seller.test>', '<new-of-draft-2@client.test>'])
    expect(verdictOf([...rejected, look(400, trashed(), next(id)), look(402, trashed(), next(id))], others)).toBe(
      'discarded',
    );
  // Its own copy, late, still overturns it.
  const late = [...rejected, look(400, trashed(), sent()), look(402, trashed(), sent())];
  expect(verdictOf(late, others)).toBe('sent_as_is');
});

test('the next draft is not taken for this one while it lies there', () => {
  const second = draft({ ref: 'draft-2', messageId: '<new-of-draft-2@client.test>' });
  expect(
    verdictOf([...rejected, look(400, trashed(), second), look(500, trashed(), second)], { nextPlacedAt: nextAt }),
  ).toBe('discarded');
});

test('a mail to a colleague that holds the draft is not the draft', () => {
  const asked = sent({
    ref: 'asked',
    messageId: '<ask@seller.test>',
    to: ['boss@seller.test'],
    subject: 'Fwd: Pilot in Lyon',
    inReplyTo: null,
    text: `Would you send this, or is it too pushy?\n\n${placed.text}`,
  });
  const scans = [was, look(10, draft(), asked), look(20, trashed(), asked), look(200, trashed(), asked)];
  expect(verdictOf(scans)).not.toMatch(/^sent/);
});

test('the same words to the same person in another thread are another mail', () => {
  const elsewhere = sent({
    ref: 'elsewhere',
    messageId: '<e@seller.test>',
    inReplyTo: '<q@x.test>',
    references: ['<q@x.test>'],
  });
  expect(verdictOf([was, look(10, trashed(), elsewhere), look(200, trashed(), elsewhere)])).not.toMatch(/^sent/);
});
