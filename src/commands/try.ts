/**
 * `try`: what Countersign would see and draft, over exported mail and a folder of CSV files. A dry run: nothing is written, nothing is
 * connected, no service has to run.
 */
import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { csv } from '../crm/csv.ts';
import { boundConversations, isThere } from '../domain/dry-run.ts';
import type { Message } from '../domain/mail.ts';
import { byScore, type Picked } from '../domain/pick.ts';
import { planDay, type Render } from '../domain/plan.ts';
import type { Policy } from '../domain/policy.ts';
import { holdInWords, whyLines } from '../domain/why.ts';
import { profileOf } from '../domain/writing/profile.ts';
import { noNotes } from '../domain/writing/public-to-thread.ts';
import { BadInput, NeedsPerson } from '../errors.ts';
import { readMailFiles } from '../mailbox/files.ts';
import { type Io, soon } from './io.ts';

const reason = z.object({
  kind: z.string(),
  points: z.number(),
  text: z.string(),
  messageId: z.string().optional(),
  quote: z.string().optional(),
});

/** What `try --json` prints. */
export const tryReport = z.strictObject({
  now: z.iso.datetime(),
  rep: z.string(),
  /** How many conversations and mails were read. */
  threads: z.number().int(),
  messages: z.number().int(),
  deals: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      turn: z.enum(['theirs', 'ours', 'nobody']),
      stalled: z.boolean(),
      reasons: z.array(reason),
      holds: z.array(
        z.strictObject({
          until: z.string().nullable(),
          scope: z.string(),
          contact: z.string(),
          quote: z.string(),
          messageId: z.string(),
        }),
      ),
      score: z.number(),
      picked: z.boolean(),
      notPicked: z.string().optional(),
    }),
  ),
  drafts: z.array(
    z.strictObject({
      dealId: z.string(),
      to: z.array(z.string()),
      cc: z.array(z.string()),
      subject: z.string(),
      body: z.string(),
      inReplyTo: z.string().nullable(),
      references: z.array(z.string()),
      evidence: z.array(z.strictObject({ sentence: z.string(), messageId: z.string(), quote: z.string() })),
    }),
  ),
  unreadable: z.array(z.strictObject({ file: z.string(), why: z.string() })),
});

export type TryReport = z.infer<typeof tryReport>;

export interface TryOptions {
  mail: string[];
  crm: string;
  rep: string;
  name?: string;
  now: Date;
  json: boolean;
}

/** Exit code 0 also when nothing has stalled; unreadable mails are reported, not fatal. */
export async function tryOut(options: TryOptions, policy: Policy, render: Render, io: Io): Promise<number> {
  const rep = options.rep.trim().toLowerCase();
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(rep)) throw new BadInput('Name the rep by address: --rep ADDRESS.');
  if (!(await isFolder(options.crm)))
    throw new BadInput(`There is no folder ${options.crm}: name the one that holds deals.csv, --crm DIR.`);
  // The files are judged to be written to the end by the real clock, whatever day the dry run plays on.
  const crm = csv.open({ settings: csv.parseSettings({ dir: options.crm }), secret: null, now: () => new Date() });
  const { deals, contacts, problems } = await soon(() => crm.changedDeals(null)).catch(asWrongUse);
  const stages = await crm.stages();
  await crm.close();
  for (const problem of problems) io.err(`${problem}\n`);

  const unreadable: TryReport['unreadable'] = [];
  const messages: Message[] = [];
  const there: Message[] = [];
  const real = new Date();
  for await (const { message, arrived, junk } of readMailFiles(options.mail, (file, why) =>
    unreadable.push({ file, why }),
  )) {
    if (junk) continue;
    messages.push(message);
    if (isThere(earlier(arrived, message.date), options.now, real)) there.push(message);
    if (messages.length % 1_000 === 0) io.err(`${messages.length} mails read …\n`);
  }
  const own = messages.find(({ from }) => from?.address === rep && from.name !== '')?.from?.name;
  const person = { name: options.name ?? own ?? rep, addresses: [rep], zone: policy.timeZone };
  const { facts, threads } = boundConversations(there, { deals, contacts, stages }, person, options.now, policy);
  const voice = { profile: profileOf(facts, person), notes: noNotes };
  const plan = planDay(facts, person, policy, policy.draftsPerDay, render, options.now, { voice });
  const report: TryReport = {
    now: options.now.toISOString(),
    rep,
    threads,
    messages: messages.length,
    deals: plan.deals.map(({ dealId, name, turn, stalled, reasons, holds, score, picked, notPicked }) => ({
      id: dealId,
      name,
      turn,
      stalled,
      reasons,
      holds: holds.map(({ until, scope, contact, quote, messageId }) => ({ until, scope, contact, quote, messageId })),
      score: Math.round(score * 1_000) / 1_000,
      picked,
      ...(notPicked === null ? {} : { notPicked }),
    })),
    drafts: plan.drafts.map(({ dealId, reply, evidence }) => ({
      dealId,
      to: reply.to.map(({ address }) => address),
      cc: reply.cc.map(({ address }) => address),
      subject: reply.subject,
      body: reply.text,
      inReplyTo: reply.inReplyTo,
      references: reply.references,
      evidence,
    })),
    unreadable,
  };
  io.out(options.json ? `${JSON.stringify(tryReport.parse(report), null, 2)}\n` : inWords(report, plan.deals));
  return 0;
}

/** What a service would wait for a person about is here a folder that was named wrongly. */
const earlier = (arrived: Date | null, date: Date): Date => (arrived && arrived < date ? arrived : date);

function asWrongUse(error: unknown): never {
  throw error instanceof NeedsPerson ? new BadInput(error.message, { cause: error }) : error;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

function inWords(report: TryReport, deals: readonly Picked[]): string {
  const lines = [
    `${report.messages} mails in ${report.threads} conversations, as ${report.rep} would see them on ${report.now}.`,
    '',
  ];
  const stalled = deals.filter((deal) => deal.stalled).sort(byScore);
  lines.push(
    stalled.length === 0 ? 'No deal has stalled.' : `${stalled.length} of ${deals.length} deals have stalled:`,
  );
  for (const deal of stalled) {
    lines.push('', `${deal.picked ? '→' : '·'} ${deal.name}`);
    lines.push(...whyLines(deal).map((line) => `    ${line}`));
  }
  if (!deals.some(({ picked }) => picked)) lines.push('', 'Nothing to write today.');
  const held = deals.filter((deal) => deal.holds.length > 0);
  if (held.length > 0) lines.push('', 'On hold:');
  for (const deal of held) for (const hold of deal.holds) lines.push(`  ${deal.name}: ${holdInWords(hold)}`);
  for (const draft of report.drafts) {
    lines.push('', '─'.repeat(60), `To: ${draft.to.join(', ')}`);
    if (draft.cc.length > 0) lines.push(`Cc: ${draft.cc.join(', ')}`);
    lines.push(`Subject: ${draft.subject}`, '', draft.body, '', 'Rests on:');
    for (const { sentence, messageId, quote } of draft.evidence)
      lines.push(`  "${sentence}" ← ${messageId}: "${quote}"`);
  }
  if (report.unreadable.length > 0) lines.push('', 'Not readable:');
  for (const { file, why } of report.unreadable) lines.push(`  ${file}: ${why}`);
  return `${lines.join('\n')}\n`;
}
