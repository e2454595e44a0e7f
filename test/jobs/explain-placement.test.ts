/** What became of a draft, told from the record: the command and the page say the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretBinding } from '../../src/connect/desk.ts';
import { addScan, saveJudgement } from '../../src/db/placements.ts';
import * as schema from '../../src/db/schema.ts';
import type { Scan } from '../../src/domain/verdict.ts';
import { setupLink } from '../../src/node.ts';
import { at, broken, byHand, draft, judged, look, ourId, ourText, parent, rep, sent } from '../domain/placements.ts';
import { startService, type TestService } from '../support/service.ts';

const hand = sent({ ref: 'sent-7', messageId: '<hand@seller.test>', text: byHand });
const scans: Scan[] = [look(1, draft()), broken(20), look(100, hand), look(101, hand)];

describe('a placement, explained', () => {
  let service: TestService;
  let told: string;
  beforeAll(async () => {
    service = await startService({ at: at(101) });
    const { db } = service.app.store;
    await db.insert(schema.mailbox).values({
      id: 'm',
      kind: 'imap',
      rep,
      repName: 'Robin Rep',
      timeZone: 'UTC',
      settings: { host: '127.0.0.1', user: rep },
      secret: await service.app.keyring.seal('x', secretBinding('mailbox', 'm')),
      createdAt: at(0),
      keepsSentCopies: true,
    });
    const to = [{ name: 'Dana', address: 'dana@buyer.test' }];
    const reply = { subject: 'Re: Pilot in Lyon', text: ourText, to, cc: [], inReplyTo: parent, threadRef: 't' };
    await db.insert(schema.proposal).values({
      id: 'pr',
      kind: 'follow_up',
      mailboxId: 'm',
      crmId: 'csv',
      dealId: 'D1',
      threadId: 't',
      parent,
      day: '2026-11-10',
      reply: {
        ...reply,
        from: { name: 'Robin', address: rep },
        references: [parent],
      } as typeof schema.proposal.$inferInsert.reply,
      replyHash: 'h',
      evidence: [],
      reasons: [{ kind: 'silence', points: 1, text: 'Nobody has written since 3 November.' }],
      stage: 'Proposal',
      createdAt: at(0),
    });
    const values = {
      id: 'pl',
      proposalId: 'pr',
      mailboxId: 'm',
      key: 'k',
      messageId: ourId,
      intendedAt: at(0),
      placedAt: at(0),
    };
    await db.insert(schema.placement).values(values);
    for (const scan of scans) {
      const [row] = await db.select().from(schema.placement);
      if (row) await addScan(db, row, scan, () => scan.id, scan.id);
    }
    await saveJudgement(db, 'pl', { ...judged(scans), final: false });
    told = await service.command(['explain', 'pl']);
  });
  afterAll(() => service.stop());

  it('tells the looks in order, what each covers, the evidence and the verdict after each', () => {
    const story = told.slice(told.indexOf('2026-11-10T09:01'));
    expect(story).toBe(
      [
        '2026-11-10T09:01:00.000Z  look look-1, whole',
        `    saw a draft: ${ourId} of 2026-11-10T09:10:00.000Z, "Re: Pilot in Lyon" (draft)`,
        '  → pending (not final): It lies in Drafts.',
        '2026-11-10T09:20:00.000Z  look look-20, not complete: the server was away; nothing is known since 2026-11-10T09:01:00.000Z',
        '  → pending (not final): The mailbox could not be read to the end: the server was away.',
        '2026-11-10T10:40:00.000Z  look look-100, whole',
        '    saw a sent mail: <hand@seller.test> of 2026-11-10T09:10:00.000Z, "Re: Pilot in Lyon" (sent-7)',
        '  → pending (not final): It is not in Drafts any more; it is looked for once more. Looked at again from 2026-11-10T10:41:00.000Z on.',
        '    evidence: nowhere, look look-100',
        '2026-11-10T10:41:00.000Z  look look-101, whole, without a gap since 2026-11-10T10:40:00.000Z',
        '    saw a sent mail: <hand@seller.test> of 2026-11-10T09:10:00.000Z, "Re: Pilot in Lyon" (sent-7)',
        '  → unknown: You wrote in this thread and the draft is gone; whether that mail was the draft, changed, cannot be told.',
        '    evidence: nowhere, look look-100',
        '    evidence: nowhere, look look-101',
        '    evidence: another mail in the thread (sent-7), look look-100',
        '    question: Was the mail that you sent in this thread the draft in other words, or did you write it instead?',
        '    settled by: A copy of it in Sent, or an answer to it, proves that it was sent; the draft back in Drafts reopens it.',
        '',
      ].join('\n'),
    );
  });

  it('is the same on the page that the status page links to, which asks the question too', async () => {
    const request = (path: string, init?: RequestInit) => service.app.web.request(`http://127.0.0.1${path}`, init);
    const link = new URL(await setupLink(service.app)).pathname;
    const cookie = (await request(link, { method: 'POST' })).headers.get('set-cookie')?.split(';')[0] ?? '';
    const status = await (await request('/', { headers: { cookie } })).text();
    expect(status).toContain('href="/drafts/pl"');
    expect(status).toContain('or did you write it instead?');
    const page = await (await request('/drafts/pl', { headers: { cookie } })).text();
    const plain = page
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'");
    expect(plain.replaceAll('&amp;', '&')).toContain(told.trimEnd());
  });

  it('keeps what each look covers in the record', async () => {
    const rows = await service.app.store.db.select().from(schema.scan).orderBy(schema.scan.n);
    expect(rows.map(({ from, at: to, gap }) => [from, to, gap])).toEqual([
      [at(1), at(1), null],
      [at(1), at(20), 'the server was away'],
      [at(100), at(100), null],
      [at(100), at(101), null],
    ]);
  });
});
