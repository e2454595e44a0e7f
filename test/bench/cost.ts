/**
 * `bench cost`: what a language model costs for a rep's mail: calls, tokens, and money at the configured prices, for 1,000 incoming mails, beside the
 * habit of asking a model about each mail that comes in.
 */
import { z } from 'zod';
import type { Io } from '../../src/commands/io.ts';
import { readConfig } from '../../src/config.ts';
import { readPolicy } from '../../src/config-policy.ts';
import { civilDate } from '../../src/domain/calendar.ts';
import type { Contact, Deal } from '../../src/domain/deal.ts';
import { boundConversations } from '../../src/domain/dry-run.ts';
import type { Message } from '../../src/domain/mail.ts';
import { costOf, inDecimals } from '../../src/domain/money.ts';
import { type Draft, planDay } from '../../src/domain/plan.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { workingDaysOf } from '../../src/domain/working-days.ts';
import { promptOf } from '../../src/domain/writing/prompt.ts';
import { estimated } from '../../src/lib/llm-exchange.ts';
import { parseMessage } from '../../src/mailbox/mime.ts';
import { shippedTemplates } from '../../src/node.ts';
import { benchTime, contactOf, folders, type MailboxPlan, mailsOf } from './generated-mail.ts';

const whole = z.number().int();
const spent = z.strictObject({
  calls: z.number(),
  tokensIn: whole,
  tokensOut: whole,
  /** Decimal text in the currency of the prices; null where no prices are set. */
  money: z.string().nullable(),
});

export const costReport = z.strictObject({
  name: z.literal('cost'),
  measured: z.string(),
  incoming: whole,
  workingDays: whole,
  drafts: whole,
  /** Both for 1,000 incoming mails. */
  ours: spent,
  everyMail: spent,
});
export type CostReport = z.infer<typeof costReport>;

export interface CostLoad extends Omit<MailboxPlan, 'rep'> {
  /** Calendar days before the bench's clock that are played. */
  days: number;
}

const load: CostLoad = { messages: 20_000, relevant: 2_000, deals: 80, days: 60 };
const day = 86_400_000;
const owner = { name: 'Robin Rep', address: 'robin@acme.test' };
const rep = { name: owner.name, addresses: [owner.address], zone: 'Europe/Berlin' };

const measured = ({ messages, relevant, deals, days }: CostLoad): string =>
  `${messages} generated mails of one rep, ${relevant} of them with the contacts of ${deals} open deals; the last ${days} days played day by day through the real choice of deals; each draft counted as sent the same day, unanswered but for the mail that was there; the real prompt for each, an answer as long as the template's draft with its grounds; tokens at three characters each. Every mail: the same instructions and that mail, an answer of the same length.`;

interface Tokens {
  in: number;
  out: number;
}

/** Nothing is asked anywhere: prompts are made and counted. */
export async function run(io: Io, json: boolean, size: CostLoad = load): Promise<number> {
  const prices = readConfig(process.env).model?.prices ?? null;
  const { incoming, ofDeals } = await readMailbox(size, (text) => io.err(text));
  const { drafts, tokens, workingDays, system } = playDays(ofDeals, size);
  const answer = drafts === 0 ? 0 : Math.round(tokens.out / drafts);
  const each = incoming.map((characters) => estimated(system + characters, answer * 3));
  const all = each.reduce((sum, more) => ({ in: sum.in + more.in, out: sum.out + more.out }), { in: 0, out: 0 });
  const perThousand = (calls: number, { in: tokensIn, out }: Tokens) => ({
    calls: Math.round((calls / incoming.length) * 100_000) / 100,
    tokensIn: Math.round((tokensIn / incoming.length) * 1_000),
    tokensOut: Math.round((out / incoming.length) * 1_000),
    money:
      prices &&
      inDecimals(costOf({ in: (tokensIn / incoming.length) * 1_000, out: (out / incoming.length) * 1_000 }, prices)),
  });
  const report: CostReport = costReport.parse({
    name: 'cost',
    measured: measured(size),
    incoming: incoming.length,
    workingDays,
    drafts,
    ours: perThousand(drafts, tokens),
    everyMail: perThousand(incoming.length, all),
  });
  io.out(json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report));
  return 0;
}

/** The lengths of what comes in, and the mails of the deals whole. */
async function readMailbox({ days, ...plan }: CostLoad, tell: (text: string) => void) {
  const begin = new Date(benchTime.getTime() - days * day);
  const incoming: number[] = [];
  const ofDeals: Message[] = [];
  let read = 0;
  for (const folder of folders)
    for await (const { date, raw, relevant } of mailsOf({ rep: owner.address, ...plan }, folder)) {
      if (date > benchTime) continue;
      if (++read % 10_000 === 0) tell(`  ${read} mails read\n`);
      const comes = folder !== 'Sent' && date >= begin;
      if (!comes && !relevant) continue;
      const parsed = await parseMessage(raw);
      if (comes) incoming.push(parsed.text.length);
      if (!relevant) continue;
      const message: Message = { ...parsed, place: folder === 'Sent' ? 'sent' : 'inbox', read: true };
      ofDeals.push({ ...message, reading: readMessage(message, rep.zone, folder === 'Sent') });
    }
  return { incoming, ofDeals };
}

/** Each working day: choose, ask for what was chosen, and send it. */
function playDays(mails: Message[], { deals: count, days }: CostLoad) {
  const policy = readPolicy(JSON.stringify({ timeZone: rep.zone }));
  const works = workingDaysOf(policy.region, policy.workingDays);
  const { render } = shippedTemplates();
  const people = Array.from(
    { length: count },
    (_, n): Contact => ({
      id: `c${n}`,
      name: `Contact ${n}`,
      emails: [contactOf(n)],
      title: null,
      phone: null,
      optOut: 'no',
    }),
  );
  const deals = people.map(
    ({ id }, n): Deal => ({
      id: `d${n}`,
      name: `Deal ${n}`,
      owner: owner.address,
      stage: 'Proposal',
      status: 'open',
      amount: null,
      currency: null,
      closeDate: null,
      contactIds: [id],
    }),
  );
  const tokens: Tokens = { in: 0, out: 0 };
  let [drafts, workingDays, system] = [0, 0, 0];
  for (let back = days; back > 0; back--) {
    const now = new Date(benchTime.getTime() - back * day);
    if (!works.works(civilDate(now, rep.zone))) continue;
    workingDays += 1;
    const there = mails.filter(({ date }) => date <= now);
    const { facts } = boundConversations(there, { deals, contacts: people }, rep, now, policy);
    const plan = planDay(facts, rep, policy, policy.draftsPerDay, render, now);
    for (const draft of plan.drafts) {
      const prompt = promptOf(draft.followUp.context, draft.followUp.limits, render);
      const more = estimated(prompt.system.length + prompt.user.length, answerLike(draft).length);
      tokens.in += more.in;
      tokens.out += more.out;
      system = prompt.system.length;
      drafts += 1;
      mails.push(sent(draft, now, drafts));
    }
  }
  return { drafts, tokens, workingDays, system };
}

function answerLike({ reply, evidence }: Draft): string {
  const sentences = reply.text.split('\n').map((text) => ({
    text,
    ground: evidence
      .filter(({ sentence }) => sentence === text)
      .map(({ quote }) => ({ messageId: 'm1', words: quote })),
  }));
  return JSON.stringify({ language: 'en', reason: 'silence', sentences });
}

function sent({ reply }: Draft, now: Date, n: number): Message {
  const { from, to, cc, subject, text, inReplyTo, references } = reply;
  const message: Message = {
    id: `<followup${n}@acme.test>`,
    inReplyTo,
    references,
    from,
    to,
    cc,
    bcc: [],
    subject,
    date: new Date(now.getTime() + 3_600_000),
    signals: {},
    text,
    attachments: [],
    place: 'sent',
    read: true,
  };
  return { ...message, reading: readMessage(message, rep.zone, true) };
}

function inWords({ measured: how, incoming, workingDays, drafts, ours, everyMail }: CostReport): string {
  const line = (name: string, { calls, tokensIn, tokensOut, money }: CostReport['ours']): string =>
    `  ${name.padEnd(24)} ${String(calls).padStart(8)} calls ${String(tokensIn).padStart(10)} tokens in ${String(tokensOut).padStart(8)} out${money === null ? '' : `  cost ${money}`}`;
  return [
    `For 1,000 incoming mails, of ${incoming} in ${workingDays} working days with ${drafts} drafts:`,
    line('asked for picks', ours),
    line('asked for every mail', everyMail),
    `Measured: ${how}`,
    ...(ours.money === null ? ['Set COUNTERSIGN_MODEL and its prices to see money.'] : []),
    '',
  ].join('\n');
}
