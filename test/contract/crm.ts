/** What every CRM promises, whatever is behind it. A provider's test starts its server or folder and calls this. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Crm, LogEntry } from '../../src/crm/crm.ts';
import type { Contact } from '../../src/domain/deal.ts';

export interface CrmUnderTest {
  crm: Crm;
  /** The same CRM opened anew, as after a restart. */
  reopen(): Crm;
  /** An open deal with an owner, an amount and at least one contact that has an address and a title. */
  dealId: string;
  /** A stage that the deal is not in and may go to. */
  otherStage: string;
  /** Gives the deal another name, as somebody working in the CRM would. */
  rename(name: string): Promise<void>;
  /** Texts of the notes that the CRM has for the deal. */
  notes(): Promise<string[]>;
  tearDown(): Promise<void>;
}

export function logEntry(over: Partial<LogEntry> = {}): LogEntry {
  return {
    at: new Date('2026-11-20T09:30:00Z'),
    rep: 'rep@seller.example',
    contacts: ['ann@buyer.example'],
    decision: 'approved_edited',
    verdict: 'sent_edited',
    flags: ['edited'],
    text: 'Follow-up sent after editing.',
    proposedHash: 'a'.repeat(64),
    sentHash: 'b'.repeat(64),
    ledgerSeq: 12,
    overturns: null,
    ...over,
  };
}

export function crmContract(name: string, setUp: () => Promise<CrmUnderTest>): void {
  describe(`${name} keeps the contract of a CRM`, () => {
    let it: CrmUnderTest;
    beforeEach(async () => {
      it = await setUp();
    });
    afterEach(async () => {
      await it.crm.close();
      await it.tearDown();
    });

    const someContact = async (): Promise<Contact> => {
      const [contact] = await it.crm.contactsOf(it.dealId);
      expect(contact).toBeDefined();
      return contact!;
    };
    const stageOfDeal = async (): Promise<string> => {
      const { deals } = await it.crm.changedDeals(null);
      return deals.find(({ id }) => id === it.dealId)!.stage;
    };

    test('without a cursor everything is given, in our forms', async () => {
      const { deals, contacts, gone } = await it.crm.changedDeals(null);
      const deal = deals.find(({ id }) => id === it.dealId)!;
      expect(deal.status).toBe('open');
      expect(deal.owner).toBe(deal.owner?.toLowerCase());
      expect(deal.amount).toMatch(/^-?\d+(\.\d+)?$/);
      if (deal.closeDate !== null) expect(deal.closeDate).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(contacts.map(({ id }) => id)).toEqual(expect.arrayContaining(deal.contactIds));
      expect(gone).toEqual([]);
    });

    test('with nothing new, nothing is given and the cursor stays, also after a restart', async () => {
      const { cursor } = await it.crm.changedDeals(null);
      const still = { deals: [], contacts: [], gone: [], cursor, problems: [] };
      expect(await it.crm.changedDeals(cursor)).toEqual(still);
      expect(await it.reopen().changedDeals(cursor)).toEqual(still);
    });

    test('a change is given, and again for the same cursor', async () => {
      const { cursor } = await it.crm.changedDeals(null);
      await it.rename('A new name');
      for (const crm of [it.crm, it.crm, it.reopen()]) {
        const { deals, cursor: next } = await crm.changedDeals(cursor);
        expect(deals.find(({ id }) => id === it.dealId)?.name).toBe('A new name');
        expect(next).not.toBe(cursor);
      }
    });

    test('a deal is in one of the stages, and their order is told', async () => {
      const stages = await it.crm.stages();
      expect(stages.map(({ id }) => id)).toContain(await stageOfDeal());
      expect(stages.map(({ order }) => order)).toEqual(stages.map(({ order }) => order).toSorted((a, b) => a - b));
    });

    test('contacts are found by any spelling of their address; strangers are not', async () => {
      const contact = await someContact();
      const found = await it.crm.findContacts([contact.emails[0]!.toUpperCase(), 'nobody@nowhere.example']);
      expect(found).toEqual([contact]);
      expect(await it.crm.findContacts(['nobody@nowhere.example'])).toEqual([]);
      expect(await it.crm.contactsOf('no such deal')).toEqual([]);
    });

    test('a note is logged once for a key, across restarts', async () => {
      expect(await it.crm.log(it.dealId, logEntry(), 'k1')).toEqual({ kind: 'ok' });
      expect(await it.crm.log(it.dealId, logEntry(), 'k1')).toEqual({ kind: 'ok' });
      expect(await it.reopen().log(it.dealId, logEntry(), 'k1')).toEqual({ kind: 'ok' });
      expect(await it.crm.log(it.dealId, logEntry({ text: 'Second.' }), 'k2')).toEqual({ kind: 'ok' });
      const notes = await it.notes();
      expect(notes.filter((text) => text.includes('Follow-up sent after editing.'))).toHaveLength(1);
      expect(notes.filter((text) => text.includes('Second.'))).toHaveLength(1);
    });

    test('a stage is set from what the person saw, once', async () => {
      const stage = await stageOfDeal();
      expect(await it.crm.setStage(it.dealId, it.otherStage, stage, 's1')).toEqual({ kind: 'ok' });
      expect(await it.reopen().setStage(it.dealId, it.otherStage, stage, 's1')).toEqual({ kind: 'ok' });
    });

    test('a stage that moved meanwhile is a conflict with what is there', async () => {
      const current = await stageOfDeal();
      expect(await it.crm.setStage(it.dealId, it.otherStage, 'as it was', 's2')).toEqual({ kind: 'conflict', current });
    });

    test('a deal or contact that is not there is gone', async () => {
      const contact = await someContact();
      const { id: _, ...fresh } = { ...contact, emails: ['new@buyer.example'] };
      expect(await it.crm.setStage('999999', it.otherStage, 'x', 'g1')).toEqual({ kind: 'gone' });
      expect(await it.crm.updateContact('999999', { title: 'CTO' }, { title: 'CEO' }, 'g2')).toEqual({ kind: 'gone' });
      expect(await it.crm.addContact('999999', fresh, 'g3')).toEqual({ kind: 'gone' });
    });

    test('a contact is changed only from what the person saw', async () => {
      const { id, title } = await someContact();
      const update = (expected: Partial<Contact>, key: string) =>
        it.crm.updateContact(id, { title: 'Director' }, expected, key);
      expect(await update({ title: 'Somebody else' }, 'u1')).toMatchObject({ kind: 'conflict', current: title });
      expect(await update({ title }, 'u2')).toEqual({ kind: 'ok' });
      expect(await update({ title }, 'u2')).toEqual({ kind: 'ok' });
    });

    const now = async () => (await it.reopen().readDeal(it.dealId))!;

    test('a deal is read as it is now, with its people; one that is not there is nothing', async () => {
      const { deals } = await it.crm.changedDeals(null);
      expect(await it.crm.readDeal(it.dealId)).toEqual({
        deal: deals.find(({ id }) => id === it.dealId),
        contacts: await it.crm.contactsOf(it.dealId),
      });
      await it.rename('Another name');
      expect((await it.crm.readDeal(it.dealId))?.deal.name).toBe('Another name');
      expect(await it.crm.readDeal('no such deal')).toBeNull();
    });

    test('a stage that was set is read back, cannot be set again from before, and may be set back', async () => {
      const before = await stageOfDeal();
      await it.crm.setStage(it.dealId, it.otherStage, before, 's4');
      expect((await now()).deal.stage).toBe(it.otherStage);
      expect(await it.crm.setStage(it.dealId, before, before, 's5')).toEqual({
        kind: 'conflict',
        current: it.otherStage,
      });
      expect(await it.crm.setStage(it.dealId, before, it.otherStage, 's6')).toEqual({ kind: 'ok' });
      expect((await now()).deal.stage).toBe(before);
      // The first key has done its work: it does none again.
      expect(await it.crm.setStage(it.dealId, it.otherStage, before, 's4')).toEqual({ kind: 'ok' });
      expect((await now()).deal.stage).toBe(before);
    });

    test('what was changed in a contact is read back, and may be changed back', async () => {
      const { id, title } = await someContact();
      const titleNow = async () => (await now()).contacts.find((each) => each.id === id)?.title;
      await it.crm.updateContact(id, { title: 'Director' }, { title }, 'u3');
      expect(await titleNow()).toBe('Director');
      expect(await it.crm.updateContact(id, { title: 'Boss' }, { title }, 'u4')).toMatchObject({ kind: 'conflict' });
      expect(await it.crm.updateContact(id, { title }, { title: 'Director' }, 'u5')).toEqual({ kind: 'ok' });
      expect(await titleNow()).toBe(title);
    });

    test('a contact that was added is read back, and not added twice', async () => {
      const { id: _, ...fresh } = { ...(await someContact()), name: 'Nell New', emails: ['nell@buyer.example'] };
      await it.crm.addContact(it.dealId, fresh, 'a3');
      const added = (await now()).contacts.filter(({ emails }) => emails.includes('nell@buyer.example'));
      expect(added.map(({ name }) => name)).toEqual(['Nell New']);
      expect(await it.crm.addContact(it.dealId, fresh, 'a4')).toMatchObject({ kind: 'conflict' });
    });

    test('a contact is added once, and not without an address', async () => {
      const fresh = {
        name: 'Nell New',
        emails: ['nell@buyer.example'],
        title: null,
        phone: null,
        optOut: 'unknown' as const,
      };
      expect(await it.crm.addContact(it.dealId, fresh, 'a1')).toEqual({ kind: 'ok' });
      expect(await it.reopen().addContact(it.dealId, fresh, 'a1')).toEqual({ kind: 'ok' });
      expect(await it.crm.addContact(it.dealId, { ...fresh, emails: ['nell'] }, 'a2')).toMatchObject({
        kind: 'validation',
      });
    });
  });
}
