/** What a CRM may answer, at which moment a process may die, and how many may ask at once: one approval has one effect. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Crm, WriteResult } from '../../src/crm/crm.ts';
import * as schema from '../../src/db/schema.ts';
import type { Contact, Deal } from '../../src/domain/deal.ts';
import { type Change, changeHash, compare, proposedAnew } from '../../src/domain/proposals/change.ts';
import { NeedsPerson, OutcomeUnknown, TryLater } from '../../src/errors.ts';
import { executeChange } from '../../src/jobs/execute-change.ts';
import { pause, resume } from '../../src/jobs/pause.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { minute } from '../support/service.ts';
import { type Desk, openDesk } from './changes.ts';

let desk: Desk;
afterEach(async () => {
  await desk.service.verifyLedger();
  await desk.service.stop();
});

/** A CRM in memory without keys of its own, as most are: writing twice is two effects. */
class Memory {
  deal: Deal = {
    id: 'D1',
    name: 'Deal D1',
    owner: null,
    stage: 's1',
    status: 'open',
    amount: null,
    currency: null,
    closeDate: null,
    contactIds: ['c1'],
  };
  contacts: Contact[] = [
    { id: 'c1', name: 'Dana Berg', emails: ['dana@buyer.test'], title: null, phone: null, optOut: 'no' },
  ];
  effects: string[] = [];
  /** Called before and after a write; may throw, or say what is answered instead. */
  before: () => WriteResult | undefined = () => undefined;
  after: () => WriteResult | undefined = () => undefined;
  reads: () => void = () => undefined;

  #write(effect: string, write: () => void): WriteResult {
    const early = this.before();
    if (early) return early;
    write();
    this.effects.push(effect);
    return this.after() ?? { kind: 'ok' };
  }

  readonly crm = {
    readDeal: async (id: string) => {
      this.reads();
      return id === this.deal.id ? structuredClone({ deal: this.deal, contacts: this.contacts }) : null;
    },
    setStage: async (_: string, to: string, expected: string) =>
      this.deal.stage === expected
        ? this.#write(`stage ${to}`, () => {
            this.deal.stage = to;
          })
        : ({ kind: 'conflict', current: this.deal.stage } as const),
    updateContact: async (_: string, set: Partial<Contact>) =>
      this.#write(`contact ${Object.keys(set)}`, () => Object.assign(this.contacts[0]!, set)),
    addContact: async (_: string, contact: Omit<Contact, 'id'>) =>
      this.#write(`new ${contact.emails}`, () => void this.contacts.push({ ...contact, id: 'c2' })),
  } as unknown as Crm;
}

describe('whatever the CRM answers', () => {
  let memory: Memory;
  const execute = (id: string) => executeChange({ ...desk.service.app.context, crm: async () => memory.crm }, id);
  const later = (ms: number) => desk.service.setClock(new Date(desk.service.now().getTime() + ms));
  const approved = async (change: Parameters<Desk['propose']>[0] = {}) => {
    const row = await desk.propose(change);
    await desk.decide(row);
    return row.id;
  };
  beforeEach(async () => {
    desk = await openDesk();
    memory = new Memory();
  });

  it.each([
    ['unknown', () => ({ kind: 'unknown' }) as const],
    [
      'no answer at all',
      () => {
        throw new OutcomeUnknown('No answer came.');
      },
    ],
    [
      'a lost connection',
      () => {
        throw new TryLater('Gone for a while.');
      },
    ],
  ])('%s after the change was made: it is looked for, and not made twice', async (_, answer) => {
    const id = await approved();
    memory.after = answer;
    await execute(id);
    expect(await desk.row(id)).toMatchObject({ state: 'approved', nextTryAt: expect.any(Date) });
    memory.after = () => undefined;
    await execute(id);
    expect(await desk.row(id)).toMatchObject({ state: 'done', made: true });
    expect(memory.effects).toEqual(['stage s2']);
  });

  it('unknown, and the change was not made: it is made once', async () => {
    const id = await approved();
    memory.before = () => ({ kind: 'unknown' });
    await execute(id);
    memory.before = () => undefined;
    await execute(id);
    expect(await desk.row(id)).toMatchObject({ state: 'done', made: true });
    expect(memory.effects).toEqual(['stage s2']);
  });

  it('a pause while it is looked at: nothing is written until it has ended', async () => {
    const id = await approved();
    const { context } = desk.service.app;
    const all = { kind: 'pause', scope: 'all', mailboxId: null, until: null, by: 'admin' } as const;
    const read = memory.crm.readDeal;
    let held = '';
    memory.crm.readDeal = async (deal) => {
      const found = await read(deal);
      held ||= (await pause(context, all)).id;
      return found;
    };
    await execute(id);
    expect(memory.effects).toEqual([]);
    expect(await desk.row(id)).toMatchObject({ state: 'approved', sentAt: null, outcome: 'admin paused everything' });
    await resume(context, held, 'admin');
    await execute(id);
    expect(memory.effects).toEqual(['stage s2']);
  });

  it('a yes that waited longer than it stood: asked anew, and not made', async () => {
    const { context } = desk.service.app;
    const all = { kind: 'pause', scope: 'all', mailboxId: null, until: null, by: 'admin' } as const;
    const { id: held } = await pause(context, all);
    const id = await approved({ expiresOn: '2026-03-20' });
    await execute(id);
    later(3 * 24 * 60 * minute);
    await execute(id);
    expect(await desk.row(id)).toMatchObject({ state: 'approved' });
    later(24 * 60 * minute);
    await resume(context, held, 'admin');
    await execute(id);
    expect(memory.effects).toEqual([]);
    expect(await desk.row(id)).toMatchObject({ state: 'superseded', outcome: expect.stringContaining('2026-03-20') });
    const anew = (await desk.rows()).at(-1);
    expect(anew).toMatchObject({ state: 'open', replaces: id, after: { stage: 's2' } });
    expect(anew!.expiresOn > '2026-03-21').toBe(true);
  });

  it('retry-at: not before then', async () => {
    const id = await approved();
    const at = new Date(desk.service.now().getTime() + 10 * minute);
    memory.before = () => ({ kind: 'retry-at', at });
    await execute(id);
    expect(await desk.row(id)).toMatchObject({ state: 'approved', nextTryAt: at });
  });

  it('a password that a person has to mend: hourly', async () => {
    const id = await approved();
    memory.reads = () => {
      throw new NeedsPerson('The key is refused: connect the CRM again.');
    };
    await execute(id);
    const { nextTryAt, outcome } = await desk.row(id);
    expect(nextTryAt?.getTime()).toBe(desk.service.now().getTime() + 60 * minute);
    expect(outcome).toContain('connect the CRM again');
  });

  it.each([
    ['denied', { kind: 'denied', why: 'the deal is locked.' }, 'the deal is locked'],
    ['gone', { kind: 'gone' }, 'does not have it any more'],
    [
      'a value that is not taken',
      { kind: 'validation', fields: [{ name: 'stage', message: 'is unknown' }] },
      'unknown',
    ],
  ] satisfies [string, WriteResult, string][])('%s: it has failed, and says why', async (_, answer, why) => {
    const id = await approved();
    memory.before = () => answer;
    await execute(id);
    expect(await desk.row(id)).toMatchObject({ state: 'failed', outcome: expect.stringContaining(why) });
    expect(await desk.rows()).toHaveLength(1);
  });

  it('a field that is wanted first: proposed anew with it named, and only once', async () => {
    const id = await approved();
    memory.before = () => ({ kind: 'validation', fields: [{ name: 'close_date', message: 'is required' }] });
    await execute(id);
    const [old, anew] = await desk.rows();
    expect(old).toMatchObject({
      state: 'superseded',
      outcome: 'Not made. The CRM wants first: close_date is required.',
    });
    expect(anew?.text).toMatch(/"Legal review"\. The CRM wants first: close_date is required\.$/);
    expect(anew?.hash).not.toBe(old?.hash);
    await desk.decide(anew!);
    await execute(anew!.id);
    expect(await desk.rows()).toHaveLength(2);
    expect(await desk.row(anew!.id)).toMatchObject({ state: 'failed' });
    expect(memory.effects).toEqual([]);
  });

  it('somebody else between the look and the writing: a conflict, proposed anew', async () => {
    const id = await approved();
    const { setStage } = memory.crm;
    memory.crm.setStage = (...asked) => {
      memory.deal.stage = 's3';
      return setStage(...asked);
    };
    await execute(id);
    const [old, anew] = await desk.rows();
    expect(old).toMatchObject({ state: 'superseded' });
    expect(anew).toMatchObject({ state: 'open', before: { stage: 's3' } });
    expect(memory.effects).toEqual([]);
  });

  it('somebody else right after the writing: not ours any more, proposed anew', async () => {
    const id = await approved();
    memory.after = () => {
      memory.deal.stage = 's3';
      return undefined;
    };
    await execute(id);
    expect((await desk.rows()).map(({ state }) => state)).toEqual(['superseded', 'open']);
  });

  it('ok, and never shows it: it gives up and says so', async () => {
    const id = await approved();
    memory.crm.setStage = async () => ({ kind: 'ok' });
    for (let times = 0; times < 8; times++) {
      await execute(id);
      later(60 * minute);
    }
    expect(await desk.row(id)).toMatchObject({ state: 'failed', tries: 5 });
  });

  it.each([
    ['contact_update', { contactId: 'c1', before: { title: '' }, after: { title: 'CTO' } }, 'contact title'],
    ['new_contact', { before: {}, after: { name: 'Sam', emails: 'sam@buyer.test' } }, 'new sam@buyer.test'],
    ['close_lost', { after: { stage: 's4' } }, 'stage s4'],
  ] as const)('a %s is made, whatever comes between, once', async (kind, change, effect) => {
    const id = await approved({ kind, ...change });
    memory.after = () => ({ kind: 'unknown' });
    await execute(id);
    await execute(id);
    expect(await desk.row(id)).toMatchObject({ state: 'done', made: true });
    expect(memory.effects).toEqual([effect]);
  });

  it('a process that dies at any moment of it: one effect all the same', async () => {
    const moments = ['look', 'before the writing', 'after the writing', 'read back'] as const;
    for (const moment of moments) {
      memory = new Memory();
      const id = await approved({ text: `Dies at ${moment}.` });
      let reads = 0;
      const die = (here: string) => () => {
        if (here === moment) throw new TypeError('killed');
        return undefined;
      };
      memory.reads = () => {
        die(++reads === 1 ? 'look' : 'read back')();
      };
      memory.before = die('before the writing');
      memory.after = die('after the writing');
      await execute(id);
      expect((await desk.row(id)).state).toBe('approved');
      memory.reads = () => undefined;
      memory.before = memory.after = () => undefined;
      await execute(id);
      expect(await desk.row(id)).toMatchObject({ state: 'done', made: true });
      expect(memory.effects).toEqual(['stage s2']);
    }
  });
});

const named = (count: number) => Array.from({ length: count }, (_, n) => `D${n}`);
const dealsIn = (ids: string[], stage: string) => Object.fromEntries(ids.map((id) => [id, [stage] as [string]]));

describe('a thousand', () => {
  const many = named(1_000);

  it('approvals, each ten times and fifty at once: each one effect', { timeout: 120_000 }, async () => {
    desk = await openDesk(dealsIn(many, 'Proposal'));
    const rows = await desk.proposeAll(many.map((dealId) => ({ dealId })));
    const asked = Array.from({ length: 10 }, () => rows).flat();
    let approved = 0;
    const ask = async (): Promise<void> => {
      for (let row = asked.pop(); row; row = asked.pop()) {
        const { kind } = await desk.decide(row);
        if (kind === 'approved') {
          approved += 1;
          await Promise.all([desk.execute(row.id), desk.execute(row.id)]);
        } else expect(kind).toBe('already');
      }
    };
    await Promise.all(Array.from({ length: 50 }, ask));
    expect(approved).toBe(1_000);
    const written = desk.written();
    expect(written).toHaveLength(1_000);
    expect(new Set(written.map(({ deal }) => deal)).size).toBe(1_000);
    const entries = (await desk.ledger()).map(({ kind }) => kind);
    for (const kind of ['change_decided', 'change_intended', 'change_done'])
      expect(entries.filter((each) => each === kind)).toHaveLength(1_000);
  });

  it('changes that the CRM has otherwise by then: none is written, and each is another proposal', async () => {
    desk = await openDesk(dealsIn(many, 'Proposal'));
    const [row] = await desk.service.app.store.db.select().from(schema.crm);
    const crm = await desk.service.app.context.crm(row!);
    const shown = many.map((dealId) => ({ ...template, dealId, crmId: row!.id }));
    desk.crm(dealsIn(many, 'Legal review'));
    let refused = 0;
    const hashes = new Set<string>();
    for (const change of shown) {
      const { dealId, before, after } = change;
      const now = await crm.readDeal(dealId);
      const found = compare(change, now);
      if (found.kind !== 'differs') continue;
      const answer = await crm.setStage(dealId, after.stage ?? '', before.stage ?? '', `key-${dealId}`);
      if (answer.kind === 'conflict' && answer.current === 's2') refused += 1;
      const anew = proposedAnew(change, found.now, now!.deal, new Map());
      expect(anew?.before).toEqual({ stage: 's2' });
      hashes.add(changeHash({ ...anew!, crmId: change.crmId }, sha256));
      hashes.add(changeHash(change, sha256));
    }
    expect(refused).toBe(1_000);
    expect(hashes.size).toBe(2_000);
    expect(desk.written()).toEqual([]);
  });

  it('of which a hundred are approved all the same: refused and proposed anew', { timeout: 60_000 }, async () => {
    const ids = named(100);
    desk = await openDesk(dealsIn(ids, 'Proposal'));
    const rows = await desk.proposeAll(ids.map((dealId) => ({ dealId, after: { stage: 's3' } })));
    for (const row of rows) await desk.decide(row);
    desk.crm(dealsIn(ids, 'Legal review'));
    for (const { id } of rows) await desk.execute(id);
    expect(desk.written()).toEqual([]);
    const all = await desk.rows();
    const anew = all.filter(({ replaces }) => replaces !== null);
    expect(all.filter(({ state }) => state === 'superseded')).toHaveLength(100);
    expect(anew.filter(({ state, before }) => state === 'open' && before.stage === 's2')).toHaveLength(100);
    expect(new Set([...rows, ...anew].map(({ hash }) => hash)).size).toBe(200);
  });
});

const template: Change = {
  kind: 'stage_change',
  dealId: 'D1',
  contactId: null,
  before: { stage: 's1' },
  after: { stage: 's3' },
  ground: { messageId: '<m1@buyer.test>', quote: 'We have signed.' },
  text: 'Move the deal from "Proposal" to "Won".',
};
