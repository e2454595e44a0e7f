/** One decision, one effect: what a person says of a proposed change of the CRM, and what is made of it, on the real database and a real CRM folder. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '../../src/db/schema.ts';
import { day } from '../support/service.ts';
import { contactsCsv, type Desk, openDesk } from './changes.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  await desk.service.verifyLedger();
  await desk.service.stop();
});

const kinds = async () => (await desk.ledger()).map(({ kind }) => kind).filter((kind) => kind.startsWith('change'));
const stageWritten = () => desk.written().map(({ old, new: next }) => `${old} > ${next}`);

describe('a decision', () => {
  it('is consumed once, and the change is made and read back', async () => {
    const row = await desk.propose();
    expect(await desk.decide(row)).toMatchObject({ kind: 'approved', changeId: row.id });
    expect(desk.written()).toEqual([]);
    await desk.service.app.queue.drain(desk.service.app.context);
    expect(stageWritten()).toEqual(['Proposal > Legal review']);
    expect(await desk.row(row.id)).toMatchObject({ state: 'done', made: true, decidedBy: 'robin@seller.test' });
    expect(await desk.decide(row)).toMatchObject({ kind: 'already' });
    expect(await desk.decide(row, { evidence: { message: '<another@seller.test>' } })).toMatchObject({
      kind: 'already',
    });
    await desk.execute(row.id);
    expect(desk.written()).toHaveLength(1);
    expect(await kinds()).toEqual(['change_proposed', 'change_decided', 'change_intended', 'change_done']);
    const by = (await desk.ledger()).filter(({ kind }) => kind === 'change_done').map((entry) => entry.by);
    expect(by).toEqual(['robin@seller.test']);
  });

  it('of another text than the one that was shown, by another rep, or on nothing, decides nothing', async () => {
    const row = await desk.propose();
    expect(await desk.decide({ ...row, hash: 'f'.repeat(64) })).toMatchObject({ kind: 'refused', why: 'not_as_shown' });
    expect(await desk.decide(row, { by: 'eve@seller.test' })).toMatchObject({ kind: 'refused', why: 'not_yours' });
    expect(await desk.decide({ id: 'nothing', hash: '' })).toMatchObject({ kind: 'refused', why: 'unknown' });
    expect((await desk.row(row.id)).state).toBe('open');
    expect(await kinds()).toEqual(['change_proposed']);
  });

  it('comes too late after the last day', async () => {
    const row = await desk.propose();
    desk.service.setClock(new Date('2026-03-24T21:00:00Z'));
    const late = await desk.propose({ expiresOn: '2026-03-23' });
    expect(await desk.decide(late)).toMatchObject({ kind: 'refused', why: 'expired' });
    expect(await desk.decide(row)).toMatchObject({ kind: 'approved' });
  });

  it('to reject ends it; taken back, it may be approved', async () => {
    const row = await desk.propose();
    expect(await desk.decide(row, { do: 'reject', reason: 'They are not that far.' })).toMatchObject({
      kind: 'rejected',
    });
    expect(await desk.decide(row, { evidence: { line: '2' } })).toMatchObject({ kind: 'refused', why: 'ended' });
    expect(await desk.decide(row, { do: 'undo' })).toMatchObject({ kind: 'reopened' });
    expect(await desk.decide(row)).toMatchObject({ kind: 'approved' });
    const [said] = await desk.service.app.store.db.select().from(schema.changeDecision);
    expect(said).toMatchObject({ do: 'reject', how: 'reply', reason: 'They are not that far.' });
    const texts = await desk.service.app.store.db.select().from(schema.ledgerText);
    expect(texts.map(({ text }) => text)).toContain('They are not that far.');
    expect(JSON.stringify(await desk.ledger())).not.toContain('that far');
  });

  it('holds whatever a person may write', async () => {
    const row = await desk.propose({ text: 'Move \ud83d it.' });
    const said = { do: 'reject', reason: 'No\0 \ud83d', evidence: { line: '1\0\ud83d' } } as const;
    expect((await desk.decide(row, said)).kind).toBe('rejected');
    expect((await desk.decide(row, said)).kind).toBe('already');
  });

  it('to snooze hides it until the day, and it stands as long as a fresh one then', async () => {
    const row = await desk.propose();
    expect(await desk.decide(row, { do: 'snooze', until: '2026-03-16' })).toMatchObject({ why: 'past_date' });
    expect(await desk.decide(row, { do: 'snooze', until: 'soon' })).toMatchObject({ why: 'past_date' });
    expect(await desk.decide(row, { do: 'snooze', until: '2026-03-27' })).toMatchObject({ kind: 'snoozed' });
    expect(await desk.row(row.id)).toMatchObject({ snoozedUntil: '2026-03-27', expiresOn: '2026-04-03' });
    expect(await desk.decide(row, { do: 'snooze' })).toMatchObject({ kind: 'snoozed' });
    expect((await desk.row(row.id)).snoozedUntil).toBe('2026-03-24');
    expect(await desk.decide(row)).toMatchObject({ kind: 'approved' });
  });

  it('to reject still works between the approval and the writing, and not after it', async () => {
    const row = await desk.propose();
    await desk.decide(row);
    expect(await desk.decide(row, { do: 'reject' })).toMatchObject({ kind: 'cancelled' });
    await desk.execute(row.id);
    expect(desk.written()).toEqual([]);
    const other = await desk.propose({ text: 'Another.' });
    await desk.decide(other);
    await desk.execute(other.id);
    expect(await desk.decide(other, { do: 'reject' })).toMatchObject({ kind: 'refused', why: 'ended' });
  });
});

describe('undo', () => {
  const make = async (change: Parameters<Desk['propose']>[0] = {}) => {
    const row = await desk.propose(change);
    await desk.decide(row);
    await desk.execute(row.id);
    return row;
  };
  const undo = async (row: { id: string; hash: string }) => {
    const decided = await desk.decide(row, { do: 'undo' });
    if (decided.kind === 'undoing') await desk.execute(decided.changeId);
    return decided;
  };

  it('brings back what was there, once', async () => {
    const row = await make();
    const decided = await undo(row);
    expect(decided.kind).toBe('undoing');
    expect(stageWritten()).toEqual(['Proposal > Legal review', 'Legal review > Proposal']);
    expect(await undo(row)).toMatchObject({ kind: 'already' });
    expect(await desk.decide(row, { do: 'undo', evidence: { line: '9' } })).toMatchObject({ kind: 'already' });
    expect(desk.written()).toHaveLength(2);
    expect((await kinds()).at(-1)).toBe('change_undone');
  });

  it('gives way to whoever has changed it since, and says so', async () => {
    const row = await make();
    desk.crm({ D1: ['Won', 'won'] });
    const decided = await undo(row);
    if (decided.kind !== 'undoing') throw new Error(decided.kind);
    const back = await desk.row(decided.changeId);
    expect(back.state).toBe('failed');
    expect(back.outcome).toBe('Not undone, for somebody has changed it since: the CRM has "Won" now.');
    expect(desk.written()).toHaveLength(1);
  });

  it('opens a deal again that was closed', async () => {
    const row = await make({ kind: 'close_lost', after: { stage: 's4' } });
    await undo(row);
    expect(stageWritten()).toEqual(['Proposal > Lost', 'Lost > Proposal']);
  });

  it('puts the old number back, and takes away one where none was', async () => {
    const row = await make({
      kind: 'contact_update',
      contactId: 'c1',
      before: { phone: '+49 30 100' },
      after: { phone: '+49 30 200' },
    });
    await undo(row);
    expect(stageWritten()).toEqual([`'+49 30 100 > '+49 30 200`, `'+49 30 200 > '+49 30 100`]);
  });

  it('has nothing to do where nothing was made', async () => {
    const row = await desk.propose();
    await desk.decide(row);
    desk.crm({ D1: ['Legal review'] });
    await desk.execute(row.id);
    expect(await desk.row(row.id)).toMatchObject({ state: 'done', made: false });
    expect(await undo(row)).toMatchObject({ kind: 'refused', why: 'cannot_undo' });
    const fresh = await make({ kind: 'new_contact', before: {}, after: { name: 'Sam Low', emails: 'sam@buyer.test' } });
    expect((await desk.row(fresh.id)).made).toBe(true);
    expect(await undo(fresh)).toMatchObject({ kind: 'refused', why: 'cannot_undo' });
    expect(desk.written()).toHaveLength(3);
  });
});

describe('what the CRM has otherwise by now', () => {
  it('is not overwritten: the change is proposed anew from what is there, under another hash', async () => {
    const row = await desk.propose({ after: { stage: 's3' } });
    await desk.decide(row);
    desk.crm({ D1: ['Legal review'] });
    await desk.execute(row.id);
    expect(desk.written()).toEqual([]);
    const [old, anew] = await desk.rows();
    expect(old).toMatchObject({ state: 'superseded', endedAt: desk.service.now() });
    expect(anew).toMatchObject({ state: 'open', before: { stage: 's2' }, after: { stage: 's3' }, replaces: row.id });
    expect(anew!.hash).not.toBe(row.hash);
    expect(anew!.text).toContain('The CRM has "Legal review" now');
    expect(await desk.decide({ id: anew!.id, hash: row.hash })).toMatchObject({ why: 'not_as_shown' });
    expect(await desk.decide(anew!)).toMatchObject({ kind: 'approved' });
    await desk.execute(anew!.id);
    expect(stageWritten()).toEqual(['Legal review > Won']);
  });

  it('of a contact: somebody typed another number', async () => {
    const row = await desk.propose({
      kind: 'contact_update',
      contactId: 'c1',
      before: { phone: '+49 30 100' },
      after: { phone: '+49 30 200' },
    });
    await desk.decide(row);
    desk.crm({ D1: ['Proposal'] }, contactsCsv.replace('+49 30 100', '+49 30 150'));
    await desk.execute(row.id);
    expect(desk.written()).toEqual([]);
    expect((await desk.rows())[1]).toMatchObject({ before: { phone: '+49 30 150' }, state: 'open' });
  });

  it.each([
    ['a deal that is won meanwhile', { D1: ['Won', 'won'] as [string, string] }, 'the deal is won now'],
    ['a deal that is not there', { D2: ['Proposal'] as [string] }, 'does not have the deal any more'],
  ])('%s is left alone', async (_, deals, outcome) => {
    const row = await desk.propose();
    await desk.decide(row);
    desk.crm(deals);
    await desk.execute(row.id);
    expect(await desk.row(row.id)).toMatchObject({ state: 'failed', outcome: expect.stringContaining(outcome) });
    expect(desk.written()).toEqual([]);
    expect(await desk.rows()).toHaveLength(1);
  });

  it('a contact who is no longer with the deal is not changed', async () => {
    const row = await desk.propose({
      kind: 'contact_update',
      contactId: 'c9',
      before: { title: '' },
      after: { title: 'CTO' },
    });
    await desk.decide(row);
    await desk.execute(row.id);
    expect(await desk.row(row.id)).toMatchObject({ state: 'failed', outcome: expect.stringContaining('contact') });
  });
});

it('a CRM folder that cannot be used is tried again later, and the change is made then', async () => {
  const row = await desk.propose();
  await desk.decide(row);
  const { rename } = await import('node:fs/promises');
  const crm = `${desk.service.dir}/crm`;
  await rename(crm, `${crm}-away`);
  await desk.execute(row.id);
  expect(await desk.row(row.id)).toMatchObject({
    state: 'approved',
    outcome: expect.stringContaining('does not exist'),
  });
  await rename(`${crm}-away`, crm);
  await desk.service.after((2 * day) / 24);
  expect(await desk.row(row.id)).toMatchObject({ state: 'done' });
  expect(stageWritten()).toEqual(['Proposal > Legal review']);
});
