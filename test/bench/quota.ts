/**
 * `bench quota`: what one mailbox asks of its provider on a working day, by polling alone: 200 deals, 120 mails in and 40 out, 3 drafts. Counted at
 * the fake's door, in the provider's own units, beside what the service counted itself; against the limits of `facts/drafts.md` §1.5 and §2.3.
 */
import { availableParallelism } from 'node:os';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Io } from '../../src/commands/io.ts';
import * as schema from '../../src/db/schema.ts';
import { usageOn } from '../../src/db/usage.ts';
import { gmailKind } from '../../src/mailbox/gmail.ts';
import type { MailboxKind } from '../../src/mailbox/mailbox.ts';
import { outlookKind } from '../../src/mailbox/outlook.ts';
import type { Rep } from '../contract/mailbox.ts';
import { connectTokens } from '../fakes/demo-client.ts';
import { startGmail } from '../fakes/gmail.ts';
import { startGraph } from '../fakes/outlook.ts';
import { day, minute, startService } from '../support/service.ts';

const cost = z.strictObject({ requests: z.number().int(), units: z.number().int() });
const limit = z.strictObject({
  what: z.string(),
  allowed: z.number(),
  used: z.number(),
  /** How many times what is used would fit. */
  headroom: z.number(),
});
const providerReport = z.strictObject({
  provider: z.string(),
  /** Connecting: every thread of 200 deals is read once. */
  firstRead: cost,
  /** Midnight to midnight, a poll a minute. */
  day: cost,
  /** The same day as the service counted it for itself. */
  counted: cost,
  byRequest: z.array(z.strictObject({ request: z.string(), requests: z.number().int(), units: z.number().int() })),
  limits: z.array(limit),
});
export const quotaReport = z.strictObject({
  name: z.literal('quota'),
  machine: z.strictObject({ cores: z.number().int(), node: z.string() }),
  mailbox: z.strictObject({
    deals: z.number().int(),
    mailsIn: z.number().int(),
    mailsOut: z.number().int(),
    drafts: z.number().int(),
  }),
  providers: z.array(providerReport),
});
type Report = z.infer<typeof quotaReport>;
type ProviderReport = z.infer<typeof providerReport>;

interface Load {
  deals: number;
  mailsIn: number;
  mailsOut: number;
  /** Less than a whole day, for a test. */
  minutes?: number;
}

interface Provider {
  name: string;
  kind: MailboxKind;
  rep: Rep;
  token: string;
  /** Method and path of each request so far. */
  requests: readonly { method: string; path: string }[];
  limits(used: {
    perDay: number;
    peak: (minutes: number, of: 'requests' | 'units') => number;
  }): ProviderReport['limits'];
  stop(): Promise<void>;
}

const owner = { name: 'Robin Rep', address: 'robin@seller.test' };
const contact = (deal: number): string => `buyer${deal}@corp${deal}.test`;
const rounded = (times: number): number => Math.floor(times * 10) / 10;
const against = (what: string, allowed: number, used: number) => ({
  what,
  allowed,
  used,
  headroom: rounded(allowed / Math.max(1, used)),
});

async function gmail({ now, passTo }: Clock): Promise<Provider> {
  const { allow } = gmailKind().oauth!;
  const fake = await startGmail({ now, allow });
  const account = fake.account(owner);
  return {
    name: 'Gmail',
    kind: gmailKind({ api: fake.origin, wait: async (until) => passTo(until) }),
    rep: account.rep,
    token: account.token,
    requests: fake.requests,
    limits: ({ perDay, peak }) => [
      against('units a minute for one user', 6_000, peak(1, 'units')),
      against('units a day for one project, of which this is one mailbox', 80_000_000, perDay),
    ],
    stop: fake.stop,
  };
}

async function outlook({ now }: Clock): Promise<Provider> {
  const { allow } = outlookKind().oauth!;
  const graph = await startGraph({ now, allow });
  const account = graph.account(owner);
  return {
    name: 'Outlook',
    kind: outlookKind({ api: graph.origin }),
    rep: account.rep,
    token: account.token,
    requests: graph.requests,
    limits: ({ peak }) => [against('requests in 10 minutes for one mailbox', 10_000, peak(10, 'requests'))],
    stop: graph.stop,
  };
}

/** Time of the bench: what waits for units moves it on, so that nobody waits. */
interface Clock {
  now(): Date;
  passTo(at: Date): void;
}

/** By the provider's own list: the most special rule that fits. */
function priceOf(kind: MailboxKind): (request: { method: string; path: string }) => { rule: string; units: number } {
  const rules = Object.entries(kind.oauth!.allow).map(([rule, units]) => {
    const pattern = rule.replace(/[.*+?^$|[\]\\()]/g, '\\$&').replaceAll('{}', '[^/]+');
    return { rule, units, fits: new RegExp(`^${pattern}$`) };
  });
  return ({ method, path }) => {
    const found = rules.find(({ fits }) => fits.test(`${method} ${path}`));
    if (!found) throw new Error(`${method} ${path} is on no list.`);
    return found;
  };
}

export async function measureMailbox(
  open: (clock: Clock) => Promise<Provider>,
  { deals, mailsIn, mailsOut, minutes = 1_440 }: Load,
  tell: (text: string) => void,
): Promise<ProviderReport> {
  // A Monday, midnight in UTC, in which zone this rep works.
  const start = new Date('2026-11-09T00:00:00Z');
  let clock = new Date(start.getTime() - day);
  let passTo = (at: Date): void => {
    clock = at;
  };
  const provider = await open({ now: () => clock, passTo: (at) => passTo(at) });
  const { rep, kind } = provider;
  const rows = Array.from({ length: deals }, (_, n) => `D${n},Deal ${n},${owner.address},Proposal,open,${contact(n)}`);
  const csv = ['id,name,owner_email,stage,status,contact_emails', ...rows, ''].join('\n');
  const policy = { timeZone: 'UTC', draftsFromHour: 8 };
  const service = await startService({
    at: clock,
    policy,
    crm: { 'deals.csv': csv },
    mailboxKinds: [kind],
  });
  // Never back: what waited for units may have moved it beyond the minute that comes next.
  passTo = (at) => {
    if (at > clock) clock = at;
    service.setClock(clock);
  };
  const price = priceOf(kind);
  const spentIn = (from: number): { requests: number; units: number } => {
    const made = provider.requests.slice(from);
    return { requests: made.length, units: made.reduce((sum, each) => sum + price(each).units, 0) };
  };
  try {
    for (let deal = 0; deal < deals; deal++) {
      const asked = 3 + (deal % 20);
      const first = await rep.receive({
        from: contact(deal),
        subject: `Pilot ${deal}`,
        text: 'Please send an offer.',
        date: new Date(clock.getTime() - (asked + 2) * day),
      });
      await rep.flag(rep.names.inbox, first, ['\\Seen']);
      const text = `Would the first of the month suit you for the start of pilot number ${deal}?`;
      const date = new Date(clock.getTime() - asked * day);
      const thread = { inReplyTo: first, references: [first] };
      await rep.writeByHand({ to: contact(deal), subject: `Re: Pilot ${deal}`, text, date, ...thread });
    }
    await connectTokens(service.app, kind, owner, provider.token);
    // What a minute's units do not allow goes on in the next.
    for (let left = 30; left > 0 && !(await synced()); left--) {
      passTo(new Date(clock.getTime() + 2 * minute));
      await service.after(0);
    }
    if (!(await synced())) throw new Error(`The first read did not end: ${await service.command(['status'])}`);
    const firstRead = spentIn(0);
    tell(`${provider.name}: first read, ${firstRead.requests} requests, ${firstRead.units} units\n`);
    passTo(start);
    await service.after(0);

    // What was asked last is written down by the next sweep.
    await service.app.sweep();
    const begin = provider.requests.length;
    const before = await counted();
    const perMinute: { requests: number; units: number }[] = [];
    for (let at = 1; at <= minutes; at++) {
      const from = provider.requests.length;
      passTo(new Date(start.getTime() + at * minute));
      await mailOf(at);
      await service.after(0);
      perMinute.push(spentIn(from));
      if (at % 240 === 0) tell(`${provider.name}: ${at / 60} hours, ${spentIn(begin).units} units\n`);
    }
    await service.app.sweep();
    const dayCost = spentIn(begin);
    const after = await counted();
    const byRule = Map.groupBy(provider.requests.slice(begin), (each) => price(each).rule);
    const peak = (minutes: number, of: 'requests' | 'units'): number =>
      Math.max(...perMinute.map((_, n) => perMinute.slice(n, n + minutes).reduce((sum, each) => sum + each[of], 0)));
    const placed = await service.app.store.db.select().from(schema.placement);
    if (placed.length < 3)
      throw new Error(`Only ${placed.length} drafts were placed: ${await service.command(['status'])}`);
    return {
      provider: provider.name,
      firstRead,
      day: dayCost,
      counted: { requests: after.requests - before.requests, units: after.units - before.units },
      byRequest: [...byRule]
        .map(([request, made]) => ({
          request,
          requests: made.length,
          units: made.reduce((sum, each) => sum + price(each).units, 0),
        }))
        .sort((a, b) => b.units - a.units),
      limits: provider.limits({ perDay: dayCost.units, peak }),
    };
  } finally {
    await service.stop();
    await provider.stop();
  }

  async function synced(): Promise<boolean> {
    const [row] = await service.app.store.db.select().from(schema.mailbox).where(eq(schema.mailbox.rep, owner.address));
    return row?.syncedAt !== null && row?.problem === null;
  }
  async function counted(): Promise<{ requests: number; units: number }> {
    const [row] = await service.app.store.db.select().from(schema.mailbox);
    let sum = { requests: 0, units: 0 };
    for (const date of [start, new Date(start.getTime() + day)]) {
      const of = await usageOn(service.app.store.db, row?.id ?? '', date.toISOString().slice(0, 10));
      sum = { requests: sum.requests + of.requests, units: sum.units + of.units };
    }
    return sum;
  }

  /** From eight to six, evenly; a third of all mail has to do with deals. The rep sends a draft, deletes one, and leaves one. */
  async function mailOf(at: number): Promise<void> {
    const working = at - 480;
    if (working < 0 || working >= 600) return;
    const due = (count: number): number[] => {
      const [from, to] = [Math.floor((working * count) / 600), Math.floor(((working + 1) * count) / 600)];
      return Array.from({ length: to - from }, (_, n) => from + n);
    };
    for (const n of due(mailsIn)) {
      const deal = (n * 7) % deals;
      const from = n % 3 === 0 ? contact(deal) : `news${n}@elsewhere.test`;
      await rep.receive({
        from,
        subject: n % 3 === 0 ? `Re: Pilot ${deal}` : `News ${n}`,
        text: 'A word.',
        date: clock,
      });
    }
    for (const n of due(mailsOut)) {
      const deal = (n * 11) % deals;
      const to = n % 3 === 0 ? contact(deal) : `friend${n}@elsewhere.test`;
      await rep.writeByHand({
        to,
        subject: n % 3 === 0 ? `Re: Pilot ${deal}` : `Word ${n}`,
        text: 'A word.',
        date: clock,
      });
    }
    if (at !== 600 && at !== 660) return;
    const open = eq(schema.placement.final, false);
    const [draft] = await service.app.store.db.select().from(schema.placement).where(open);
    if (!draft?.messageId) return;
    if (at === 600) await rep.sendDraft(draft.messageId, { messageId: 'keep', date: clock });
    else await rep.deleteToTrash(draft.messageId);
  }
}

const load: Load = { deals: 200, mailsIn: 120, mailsOut: 40 };

export async function run(io: Io, json: boolean, of: Load = load): Promise<number> {
  const tell = (text: string): void => io.err(text);
  const providers = [];
  for (const open of [gmail, outlook]) providers.push(await measureMailbox(open, of, tell));
  const report: Report = quotaReport.parse({
    name: 'quota',
    machine: { cores: availableParallelism(), node: process.version },
    mailbox: { deals: of.deals, mailsIn: of.mailsIn, mailsOut: of.mailsOut, drafts: 3 },
    providers,
  });
  io.out(json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report));
  return 0;
}

function inWords({ mailbox, providers }: Report): string {
  const lines = providers.flatMap(({ provider, firstRead, day: whole, counted, byRequest, limits }) => [
    `${provider}: ${firstRead.requests} requests (${firstRead.units} units) to read ${mailbox.deals} deals once; ${whole.requests} (${whole.units}) on a day of ${mailbox.mailsIn} mails in, ${mailbox.mailsOut} out and ${mailbox.drafts} drafts. Counted by the service itself: ${counted.requests} (${counted.units}).`,
    ...byRequest.map(
      ({ request, requests, units }) =>
        `  ${String(units).padStart(8)} units  ${String(requests).padStart(6)}  ${request}`,
    ),
    ...limits.map(
      ({ what, allowed, used, headroom }) => `  ${used} of ${allowed} ${what}: would fit ${headroom} times.`,
    ),
  ]);
  return `${lines.join('\n')}\n`;
}
