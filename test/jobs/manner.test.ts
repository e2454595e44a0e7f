/** How a rep writes: learned from a real mailbox, used in drafts, shown, erased, and what rejections teach. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { overviewOf } from '../../src/db/overview.ts';
import * as schema from '../../src/db/schema.ts';
import { BadInput } from '../../src/errors.ts';
import { statusPage } from '../../src/web/status.ts';
import { type ImapServer, startImapServer } from '../fakes/imap-server.ts';
import { type MailClient, mailClient } from '../support/mail-client.ts';
import { day, hour, minute, startService, type TestService } from '../support/service.ts';
import { headersOf } from '../support/stage.ts';

/** A Tuesday. */
const at = new Date('2026-03-17T11:00:00Z');
const password = 'secret-1';
const users = Array.from({ length: 20 }, (_, n) => ({ address: `robin${n}@seller.test`, password }));
const people = ['Ada', 'Bo', 'Cleo', 'Dana', 'Elif', 'Finn', 'Gus', 'Hana'].map((first) => ({
  first,
  address: `${first.toLowerCase()}@${first.toLowerCase()}house.test`,
}));
const question = 'Would the first of April suit you and the team for the start of the trial?';

describe("a rep's manner", () => {
  let server: ImapServer;
  let service: TestService;
  let robin: MailClient;
  let user = '';
  let turn = 0;

  beforeAll(async () => {
    server = await startImapServer({ users });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    user = users[turn++]?.address ?? '';
    const rows = people.map(({ first, address }) => `${first},Deal ${first},${user},Proposal,open,,${address}`);
    const contacts = people.map(({ first, address }) => `${first},${first} Berg,${address}`);
    service = await startService({
      at,
      policy: { draftsPerDay: 3 },
      crm: {
        'deals.csv': `id,name,owner_email,stage,status,close_date,contact_emails\n${rows.join('\n')}\n`,
        'contacts.csv': `id,name,email\n${contacts.join('\n')}\n`,
      },
    });
    robin = await mailClient({ host: '127.0.0.1', port: server.port, user, password, now: () => service.now() });
  });
  afterEach(async () => {
    await robin.close();
    await service.stop();
  });

  const wrote = (n: number, text: string, daysAgo = 9) =>
    robin.writeByHand({
      to: `${people[n]?.first} Berg <${people[n]?.address}>`,
      subject: `Trial ${people[n]?.first}`,
      text,
      date: new Date(service.now().getTime() - daysAgo * day + n * minute),
    });
  const habitual = (n: number, words = question) => `Hey ${people[n]?.first},\n\n${words}\n\nCheers,\nRobin`;
  const connect = async () => {
    const reach = ['--host', '127.0.0.1', '--port', String(server.port), '--user', user, '--secure', 'none'];
    const argv = ['connect', 'imap', '--rep', user, '--name', 'Robin Reed', ...reach, '--password-stdin'];
    await service.command(argv, password);
    await service.after(hour);
  };
  const manner = (...more: string[]) => service.command(['manner', '--rep', user, ...more]);
  const told = async () => JSON.parse(await manner('--json'));
  const kept = () => service.app.store.db.select().from(schema.manner);
  const drafts = async () =>
    (await robin.list('Drafts')).map(({ raw }) => {
      const headers = headersOf(raw);
      return { id: headers['message-id'] ?? '', to: headers.to ?? '' };
    });
  const textOf = async (to: string): Promise<string> => {
    const found = await service.app.store.db.select().from(schema.proposal);
    return found.find(({ dealId }) => dealId === to)?.reply.text ?? '';
  };
  /** On the next working day, judged anew. */
  const nextDay = async (days = 1) => {
    await service.after(days * day);
    await service.after(hour);
  };

  it('is learned from mails of deals, used where a thread shows none, and never holds their words', async () => {
    // Held back by a date: these three only show the habit.
    for (const n of [0, 1, 2])
      await wrote(n, habitual(n, `The codeword for ${people[n]?.first} is zebrafish 4711. ${question}`), 2);
    await wrote(3, 'Does it fit?');
    await connect();
    const text = await textOf('Dana');
    expect(text).toMatch(/^Hey Dana,\n/);
    expect(text).toMatch(/\nCheers,\nRobin$/);
    expect(await manner()).toContain(
      'English (3 threads): greets "Hey" and the first name, ends with "Cheers," and the first name',
    );
    const page = String(await statusPage(await overviewOf(service.app.store.db), service.now()));
    expect(page).toContain('English (3 threads): greets &quot;Hey&quot; and the first name');
    expect(JSON.stringify((await kept())[0]?.profile)).not.toMatch(/zebrafish|4711|Ada|Berg|house|trial|April/i);
  });

  it('is erased for good: nothing older is learned again, what comes after is', async () => {
    for (const n of [0, 1, 2]) await wrote(n, habitual(n), 2);
    await connect();
    expect((await told()).profile.habits).toHaveLength(1);
    await manner('--erase');
    expect((await told()).profile).toBeNull();
    await nextDay(2);
    expect(await told()).toMatchObject({ profile: null, learnedAt: expect.any(String), since: expect.any(String) });
    for (const n of [4, 5, 6]) await wrote(n, `Dear ${people[n]?.first},\n\n${question}\n\nRegards,\nRobin`, 0.1);
    await nextDay(2);
    expect((await told()).profile.habits).toMatchObject([{ threads: 3, greeting: { word: 'Dear' } }]);
    const ledger = await service.app.store.db.select().from(schema.ledger);
    expect(ledger.map(({ kind }) => kind)).toContain('manner_erased');
    await service.verifyLedger();
  });

  it('is neither learned nor used while it is off', async () => {
    for (const n of [0, 1, 2]) await wrote(n, habitual(n), 2);
    await connect();
    await manner('--off');
    await wrote(3, 'Does it fit?');
    await nextDay();
    expect(await textOf('Dana')).toMatch(/^Hi Dana,\n/);
    expect(await manner()).toContain('(off: not learned, not used)');
    await manner('--on');
    await wrote(4, 'Does it fit?');
    await nextDay();
    expect(await textOf('Elif')).toMatch(/^Hey Elif,\n/);
  });

  it('goes with the mailbox', async () => {
    for (const n of [0, 1, 2]) await wrote(n, habitual(n), 2);
    await connect();
    expect((await kept())[0]?.profile).not.toBeNull();
    await service.command(['disconnect', user]);
    expect((await kept())[0]?.profile).toBeNull();
    await service.after(2 * day);
    expect((await kept())[0]?.profile).toBeNull();
  });

  it('is learned again after a day or a decision, and not by each assessment', async () => {
    for (const n of [0, 1, 2]) await wrote(n, habitual(n), 2);
    await connect();
    const { learnedAt } = await told();
    for (let times = 0; times < 5; times++) await service.after(hour);
    expect((await told()).learnedAt).toBe(learnedAt);
    await service.after(day);
    expect((await told()).learnedAt).not.toBe(learnedAt);
  });

  it('is learned from edits: what is changed in three threads is written so in the fourth', async () => {
    for (const n of [0, 1, 2]) await wrote(n, 'Does it fit?');
    await connect();
    const lying = await drafts();
    expect(lying).toHaveLength(3);
    for (const { id, to } of lying) {
      const text = await textOf(people.find(({ address }) => to.includes(address))?.first ?? '');
      expect(text).toContain('Best regards,');
      await robin.sendDraft(id, { messageId: 'keep', edit: text.replace('Best regards,', 'Warm regards,') });
      await service.after(minute);
    }
    await nextDay();
    expect((await told()).profile.swaps).toEqual([
      { language: 'en', phrase: 'Best regards', instead: 'Warm regards', threads: 3 },
    ]);
    await wrote(3, 'Does it fit?');
    await nextDay();
    expect(await textOf('Dana')).toMatch(/\nWarm regards,\nRobin Reed$/);
    expect(await manner()).toContain('Always changes "Best regards" to "Warm regards" (English, 3 threads).');
    expect(await manner()).toMatch(/3 sent in other words/);
  });

  it('is not learned from what went out as we wrote it', async () => {
    for (const n of [0, 1, 2]) await wrote(n, 'Does it fit?');
    await connect();
    for (const { id } of await drafts()) {
      await robin.sendDraft(id, { messageId: 'keep' });
      await service.after(minute);
    }
    await nextDay();
    expect((await told()).kinds).toMatchObject([{ sent: 3, edited: 0, rejected: 0 }]);
    const [habit] = (await told()).profile?.habits ?? [];
    expect(habit?.signOff ?? null).toBeNull();
  });

  it('three rejections in a row of one kind keep that kind back, until it is reset or a time has passed', async () => {
    for (const n of [0, 1, 2, 3, 4]) await wrote(n, habitual(n));
    await connect();
    const lying = await drafts();
    expect(lying).toHaveLength(3);
    for (const { id } of lying) await robin.deleteToTrash(id);
    for (let hours = 0; hours < 5; hours++) await service.after(hour);
    const [kind] = (await told()).kinds;
    expect(kind).toMatchObject({ situation: 'question_open', rejected: 3, rejectedInARow: true });
    await nextDay();
    expect(await drafts()).toEqual([]);
    const why = await service.command(['why', 'Deal Elif']);
    expect(why).toMatch(
      /you rejected the last three drafts of this kind \(your question is open\): none are drafted until \w+ \d+ \w+, or until you reset it/,
    );
    await manner('--reset');
    await nextDay();
    expect(await drafts()).toHaveLength(2);
    await service.verifyLedger();
  });

  it('is asked about with care', async () => {
    await connect();
    expect(await manner()).toContain('Nothing has been learned yet');
    for (const [argv, sentence] of [
      [['manner'], /^Say whose manner/],
      [['manner', '--rep', 'nobody@seller.test'], /^There is no mailbox of nobody@seller\.test/],
      [['manner', '--rep', user, '--erase', '--on'], /^Say one thing at a time/],
      [['manner', '--rep', user, '--forget'], /has no option --forget/],
    ] as const) {
      const asked = service.command([...argv]);
      await expect(asked).rejects.toThrow(sentence);
      await expect(asked).rejects.toBeInstanceOf(BadInput);
    }
  });
});
