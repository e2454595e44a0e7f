/** The dry run over all of the public mail: it finishes, names what it cannot read, and prints what its schema says. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TryReport, tryReport } from '../../src/commands/try.ts';
import { parseMessage } from '../../src/mailbox/mime.ts';
import { manifest } from '../support/cast.ts';
import { corpusPath, describeWithCorpus } from '../support/corpus.ts';
import { cli } from '../support/run.ts';
import { writeCrm } from '../support/service.ts';

describeWithCorpus('try over the public mail', () => {
  let dir: string;
  let rep: string;
  let crm: string;
  let people: string[];
  let before: string[];

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'countersign-'));
    // The busiest author plays the rep, and everyone they write with is the contact of a deal.
    const senders = Map.groupBy(manifest(), ({ sender }) => sender);
    rep = [...senders].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
    const others = new Map<string, number>();
    for (const { file } of manifest()) {
      const message = await parseMessage(readFileSync(corpusPath('mail', file)));
      const all = [message.from, ...message.to].map((each) => each?.address ?? '');
      if (!all.includes(rep)) continue;
      for (const address of all)
        if (address !== rep && /^[^@\s]+@[^@\s]+\.[a-z]+$/.test(address))
          others.set(address, (others.get(address) ?? 0) + 1);
    }
    people = [...others.keys()].sort().slice(0, 150);
    const rows = people.map((address, n) => `D${n},Deal ${n},${rep},Proposal,open,1000,EUR,,${address}`);
    const header = 'id,name,owner_email,stage,status,amount,currency,close_date,contact_emails';
    crm = writeCrm(dir, { 'deals.csv': [header, ...rows, ''].join('\n') });
    // Beside the good mail some that is none.
    mkdirSync(join(dir, 'bad'));
    writeFileSync(join(dir, 'bad', 'empty.eml'), '');
    writeFileSync(join(dir, 'bad', 'binary.eml'), Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7]));
    before = readdirSync(dir, { recursive: true }).map(String).sort();
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const run = async (...args: string[]) => {
    const mail = ['--mail', corpusPath('mail', 'enron'), corpusPath('mail', 'spamassassin-ham'), join(dir, 'bad')];
    return cli(['try', ...mail, '--crm', crm, '--rep', rep, ...args]);
  };

  it('finishes, reports every unreadable mail by name, and keeps to its schema', async () => {
    const ran = await run('--now', '2001-12-05T10:00:00Z', '--json');
    expect(ran.code, ran.err).toBe(0);
    const report: TryReport = tryReport.parse(JSON.parse(ran.out));
    expect(report.messages).toBe(manifest().length);
    expect(report.threads).toBeGreaterThan(100);
    expect(report.unreadable.map(({ file }) => file).sort()).toEqual([
      join(dir, 'bad', 'binary.eml'),
      join(dir, 'bad', 'empty.eml'),
    ]);
    for (const { why } of report.unreadable) expect(why).toMatch(/\.$/);
    expect(report.deals).toHaveLength(people.length);
    expect(report.deals.filter(({ picked }) => picked)).toHaveLength(report.drafts.length);
    for (const deal of report.deals)
      expect(deal.picked ? deal.notPicked : typeof deal.notPicked).toBe(deal.picked ? undefined : 'string');
    expect(report.drafts.length).toBeGreaterThan(0);
    expect(report.drafts.length).toBeLessThanOrEqual(3);
    for (const draft of report.drafts) {
      expect(draft.to).not.toContain(rep);
      expect(draft.to.length).toBeGreaterThan(0);
      expect(draft.evidence.length).toBeGreaterThan(0);
      expect(draft.references.at(-1)).toBe(draft.inReplyTo);
      for (const { sentence } of draft.evidence) expect(draft.body).toContain(sentence);
    }
  }, 120_000);

  it('says the same every time, and writes nothing anywhere', async () => {
    const [one, two] = [
      await run('--now', '2001-12-05T10:00:00Z', '--json'),
      await run('--now', '2001-12-05T10:00:00Z', '--json'),
    ];
    expect(one.out).toBe(two.out);
    expect(readdirSync(dir, { recursive: true }).map(String).sort()).toEqual(before);
  }, 120_000);

  it('tells it in words, too', async () => {
    const ran = await run('--now', '2001-12-05T10:00:00Z');
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/mails in \d+ conversations/);
    expect(ran.out).toContain('Not readable:');
    expect(ran.out).toContain('Rests on:');
  }, 120_000);
});

describe('try, used wrongly', () => {
  it('says in one sentence what is missing', async () => {
    const ran = await cli(['try', '--mail', '/nowhere/at-all', '--crm', '/nowhere', '--rep', 'rep@acme.test']);
    expect(ran.code).not.toBe(0);
    expect(ran.err.trim().split('\n')).toHaveLength(1);
    const time = await cli(['try', '--mail', 'x', '--crm', 'x', '--rep', 'rep@acme.test', '--now', 'soon']);
    expect(time).toMatchObject({
      code: 2,
      err: '"soon" is not a time: give one such as --now 2026-11-22T09:00:00Z.\n',
    });
  });
});
