/** Why a deal was picked or not, told from what is stored: the command says all of it, and the record keeps what the next day needs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretBinding } from '../../src/connect/desk.ts';
import * as schema from '../../src/db/schema.ts';
import { saveThread } from '../../src/db/threads.ts';
import type { Message } from '../../src/domain/mail.ts';
import { BadInput } from '../../src/errors.ts';
import { assess } from '../../src/jobs/assess.ts';
import { syncDeals } from '../../src/jobs/sync-deals.ts';
import { mail, ours } from '../domain/deals.ts';
import { startService, type TestService } from '../support/service.ts';

const at = new Date('2026-11-10T11:00:00Z');
const rep = 'robin@seller.test';
const crm = {
  'deals.csv': `id,name,owner_email,stage,status,close_date,contact_emails
D1,Lyon pilot,${rep},Proposal,open,2026-11-20,dana@buyer.test
D2,Lyon depot,${rep},Proposal,open,,sam@depot.test
D3,Nantes,${rep},Proposal,won,,kim@nantes.test
D4,Marseille,${rep},Proposal,open,,
D5,Elsewhere,other@seller.test,Proposal,open,,
D6,Under an alias,r.rep@seller.test,Proposal,open,,
`,
  'stages.csv': 'name,order,rot_days\nProposal,1,5\n',
};
const depot = { name: 'Sam Roth', address: 'sam@depot.test' };

describe('a deal, explained', () => {
  let service: TestService;
  const why = (...words: string[]) => service.command(['why', ...words]);
  const judged = async () => {
    const rows = await service.app.store.db.select().from(schema.assessment);
    return Object.fromEntries(rows.map((row) => [row.dealId, row]));
  };

  beforeAll(async () => {
    service = await startService({ at, crm, policy: { draftsPerDay: 1 } });
    const { db } = service.app.store;
    const [{ id: crmId } = { id: '' }] = await db.select().from(schema.crm);
    await syncDeals(service.app.context, crmId);
    await db.insert(schema.mailbox).values({
      id: 'm',
      kind: 'imap',
      rep,
      repName: 'Robin Rep',
      aliases: ['r.rep@seller.test'],
      timeZone: 'Europe/Berlin',
      settings: { host: '127.0.0.1', user: rep },
      secret: await service.app.keyring.seal('x', secretBinding('mailbox', 'm')),
      createdAt: at,
      syncedAt: at,
    });
    const store = (dealId: string, ref: string, messages: Message[]) =>
      saveThread(db, 'm', { ref, messages }, { crmId, dealId, because: 'test' }, () => ref, at);
    await store('D1', 't1', [ours()]);
    await store('D2', 't2', [
      ours({ id: '<d2>', to: [depot] }),
      mail({ id: '<d2b>', from: depot, date: new Date('2026-11-04T09:00:00Z'), text: 'Please not before 1 December.' }),
    ]);
  });
  afterAll(() => service.stop());

  it('says whose turn it is, by which rule it has stalled, each part of the score, and that it is picked', async () => {
    expect((await why('D1')).replaceAll('Tuesday, 3', 'Tuesday 3').replaceAll('Friday, 20', 'Friday 20')).toBe(
      [
        `Lyon pilot (D1), for ${rep}`,
        '  Their turn: You asked on Tuesday 3 November. "Would the second tier with forty seats be enough for you?"',
        '  Stalled: their turn for 5 working days; the limit is 5.',
        '  Score 2.69:',
        '    0.50  You asked on Tuesday 3 November and have had no answer for 5 working days. "Would the second tier with forty seats be enough for you?"',
        '    1.00  They have had 5 working days to answer. "Would the second tier with forty seats be enough for you?"',
        '    0.29  The close date in the CRM is Friday 20 November, in 10 days.',
        '    0.60  The CRM calls a deal in "Proposal" stale after 5 days; the last mail is 7 days old.',
        '    0.30  dana@buyer.test is the only contact of this deal.',
        '  Picked.',
        '',
      ].join('\n'),
    );
  });

  it('says what forbids a draft, by which words, and until when', async () => {
    const told = await why('depot');
    expect(told).toContain(
      'On hold: sam@depot.test asked not to be contacted before 2026-12-01: "Please not before 1 December."',
    );
    expect(told).toContain('Not stalled: nobody is waited for.');
    expect(told).toContain('No draft: sam@depot.test asked not to be contacted before 2026-12-01.');
    expect(told).toContain('It may be drafted from 2026-12-01 on, if nothing else comes.');
    expect(await why('alias')).toContain(`Under an alias (D6), for ${rep}`);
    expect(await why('Marseille')).toContain('No draft: no mail with a contact of this deal has been read.');
  });

  it('says the same as JSON', async () => {
    const [told] = JSON.parse(await why('Lyon', 'pilot', '--json'));
    expect(told).toMatchObject({
      dealId: 'D1',
      rep,
      turn: 'theirs',
      stalled: true,
      picked: true,
      drafted: false,
      forbidden: [],
    });
    expect(told.reasons[0]).toMatchObject({ kind: 'question_open', points: 0.5, messageId: '<m2@seller.test>' });
  });

  it.each([
    ['nowhere', /^There is no deal "nowhere": give its id/],
    ['lyon', /^"lyon" fits several deals: Lyon depot \(D2\), Lyon pilot \(D1\); give the id of one\.$/],
    ['100%', /^There is no deal "100%"/],
    ['D3', /^"Nantes" is won: only open deals are judged\.$/],
    ['D5', /^No connected mailbox follows "Elsewhere": its owner is other@seller\.test/],
    ['', /^Say which deal/],
  ])('does not guess: %s', async (words, sentence) => {
    const asked = why(...(words === '' ? [] : [words]));
    await expect(asked).rejects.toThrow(sentence);
    await expect(asked).rejects.toBeInstanceOf(BadInput);
  });

  it('is what the service did, and what was skipped is remembered', async () => {
    const { db } = service.app.store;
    const saturday = new Date('2026-11-14T11:00:00Z');
    service.setClock(saturday);
    await db.update(schema.mailbox).set({ syncedAt: saturday });
    await assess(service.app.context, 'm');
    expect((await judged()).D1).toMatchObject({
      picked: false,
      notPicked: 'today is no working day',
      readySince: '2026-11-14',
    });
    const monday = new Date('2026-11-16T11:00:00Z');
    service.setClock(monday);
    await assess(service.app.context, 'm');
    expect((await judged()).D1).toMatchObject({
      picked: false,
      notPicked: 'the mailbox could not be read lately, and may hold an answer',
      readySince: '2026-11-14',
    });
    expect(await why('D1')).toContain('No draft: the mailbox could not be read lately, and may hold an answer.');
    await db.update(schema.mailbox).set({ syncedAt: monday });
    await assess(service.app.context, 'm');
    const { D1, D2 } = await judged();
    expect(D1).toMatchObject({ picked: true, notPicked: null, readySince: null, turn: 'theirs', stalled: true });
    expect(D1?.reasons.map(({ kind }) => kind)).toContain('skipped');
    expect(D2).toMatchObject({ picked: false, turn: 'nobody', stalled: false, readySince: null });
    expect(await why('D1')).toContain('Picked: there is a draft.');
  });
});
