/** From what the service wrote down to what the page shows. */
import { eq } from 'drizzle-orm';
import { recentLedger } from '../db/ledger.ts';
import * as schema from '../db/schema.ts';
import { boundThreads } from '../db/threads.ts';
import { type ReadMessageOf, readThreads } from '../domain/assess.ts';
import { shorten } from '../domain/text.ts';
import { sha256 } from '../lib/hash.ts';
import { nextMorning } from './clock.ts';
import { civil, weekday } from './inbox-mail.ts';
import type { Clock, DealsPane, DealView, PickView, TimelineEntry, TimelineKind } from './page.ts';
import { type Decided, type Drafted, decidedAfter, draftedSoFar, judgedDeals, waitsForTime } from './record.ts';
import type { Stage } from './stage.ts';

/** How much of the ledger's end the page shows. */
const ledgerTail = 12;

/** The clock with its buttons: an hour, the next working morning, and past the hold of a deletion when there is one. */
export async function clockOf(stage: Stage): Promise<Clock> {
  const now = stage.now();
  const next = nextMorning(now);
  const tomorrow = weekday(civil(now)) < 5;
  const skips = [
    { to: 'hour', label: 'An hour later' },
    { to: 'morning', label: tomorrow ? 'Tomorrow, 09:00' : `${dayName(next, stage.inbox.rep.zone)}, 09:00` },
  ];
  if ((await draftedSoFar(stage)).some(waitsForTime)) skips.unshift({ to: 'hold', label: 'Until the deletion counts' });
  return { now, zone: stage.inbox.rep.zone, skips };
}

/** The right half of the page, with these deals unfolded. */
export async function dealsView(stage: Stage, clock: Clock, unfolded: readonly string[]): Promise<DealsPane> {
  const { db } = stage.app.store;
  const deals = await db.select().from(schema.deal).orderBy(schema.deal.id);
  const contacts = await db.select().from(schema.contact);
  const judged = new Map((await judgedDeals(stage)).map((each) => [each.dealId, each]));
  const drafts = Map.groupBy(await draftedSoFar(stage), ({ dealId }) => dealId);
  const decided = Map.groupBy(await decidedAfter(stage, 0), ({ dealId }) => dealId);
  const mails = Map.groupBy(await mailsOf(stage), ({ dealId }) => dealId);

  const views = deals.map((deal): DealView => {
    const mine = { drafts: drafts.get(deal.id) ?? [], decided: decided.get(deal.id) ?? [] };
    const { at = clock.now, notPicked = null } = judged.get(deal.id) ?? {};
    const why = deal.status === 'open' ? (notPicked ?? 'a draft is on its way') : `the deal is ${deal.status}`;
    const timeline = [
      ...(mails.get(deal.id) ?? []).map(({ read }) => mailEntry(read, stage.inbox.rep.name)),
      ...mine.drafts.flatMap((draft) => draftEntries(draft, clock.now)),
      ...mine.decided.map(decidedEntry),
    ].sort((a, b) => a.at.getTime() - b.at.getTime());
    return {
      id: deal.id,
      name: deal.name,
      stage: deal.stage,
      contact: deal.contactIds.map((id) => contacts.find((each) => each.id === id)?.name ?? id).join(', '),
      ...standOf(mine.drafts, mine.decided, { at, why }),
      timeline,
      open: unfolded.includes(deal.id),
    };
  });
  const today = civil(clock.now);
  const order = [...judged.keys()];
  const picked = [...drafts.values()]
    .flat()
    .filter(({ day }) => day === today)
    .sort((a, b) => order.indexOf(a.dealId) - order.indexOf(b.dealId));
  const picks: PickView[] = [
    ...picked.map(({ dealId, deal, reasons }) => ({ dealId, name: deal, picked: true, reasons })),
    ...[...judged.values()]
      .filter(({ dealId }) => !picked.some((each) => each.dealId === dealId))
      .map(({ dealId, deal, notPicked }) => ({
        dealId,
        name: deal,
        picked: false,
        reasons: [sentence(notPicked ?? 'a draft is on its way')],
      })),
  ];
  const ledger = (await recentLedger(db, ledgerTail)).reverse().map(({ seq, kind, at, hash }) => ({
    seq,
    kind: kind.replaceAll('_', ' '),
    at: new Date(at),
    hash,
  }));
  return { deals: views, picks, ledger, clock };
}

/** Changes whenever the page would show something else than the time. */
export async function versionOf(stage: Stage): Promise<string> {
  const { db } = stage.app.store;
  const mailboxes = await db.select({ cursor: schema.mailbox.cursor }).from(schema.mailbox);
  const drafts = (await draftedSoFar(stage)).map(({ placementId, verdict, flags, why }) => [
    placementId,
    verdict,
    flags,
    why,
  ]);
  const [head] = await recentLedger(db, 1);
  return sha256(JSON.stringify([mailboxes, drafts, head?.hash, civil(stage.now())])).slice(0, 16);
}

const verdictWords: Record<string, string> = {
  sent_as_is: 'Sent as it was',
  sent_edited: 'Edited and sent',
  discarded: 'Deleted',
  superseded: 'Answered by hand instead',
  withdrawn: 'Taken back',
};

/** "Sent as it was → approved · ledger 14 · 3fa9…": one decision in a line. */
export function decidedWords({ verdict, flags, decision, seq, hash }: Decided): string {
  const what = [verdictWords[verdict] ?? verdict, ...flags].join(', ');
  return `${what} → ${decision || 'no decision'} · ledger ${seq} · ${hash.slice(0, 12)}…`;
}

/** Where a deal stands, in a line. `judged` is older than the last decision until the service has judged the deal anew. */
function standOf(
  drafts: Drafted[],
  decided: Decided[],
  judged: { at: Date; why: string },
): { status: string; kind: TimelineKind } {
  const open = drafts.findLast(({ final }) => !final);
  if (open) return { status: openWords(open), kind: 'draft' };
  const last = decided.at(-1);
  const now = !last || judged.at >= last.at ? sentence(judged.why) : '';
  if (last) return { status: `${decidedWords(last)} ${now}`, kind: decidedKind(last) };
  const kind = /not to be contacted|opted out|meeting/.test(now) ? 'hold' : 'note';
  return { status: now, kind };
}

/** How a draft that has no decision yet is judged. */
export function openWords(draft: Drafted): string {
  if (waitsForTime(draft))
    return `Provisionally discarded. ${draft.why} That can be undone, so nothing is decided until it has stood long enough.`;
  return `Draft, ${[draft.verdict, ...draft.flags].join(', ')}. ${draft.why}`;
}

const decidedKind = ({ decision }: Decided): TimelineKind =>
  decision === '' ? 'note' : decision === 'rejected' ? 'rejected' : 'approved';

async function mailsOf(stage: Stage): Promise<{ dealId: string; read: ReadMessageOf }[]> {
  const { address, name, zone } = stage.inbox.rep;
  const { db } = stage.app.store;
  const [row] = await db.select().from(schema.mailbox).where(eq(schema.mailbox.rep, address));
  if (!row) return [];
  const rep = { name, addresses: [address], zone };
  return (await boundThreads(db, row.id)).flatMap((thread) =>
    readThreads([thread], rep).map((read) => ({ dealId: thread.dealId, read })),
  );
}

function mailEntry({ message, reading, byRep }: ReadMessageOf, rep: string): TimelineEntry {
  const who = byRep ? rep : message.from?.name || message.from?.address || 'Somebody';
  const said = `${who}: “${shorten(reading.text || message.subject, 150)}”`;
  const entry = (kind: TimelineKind, detail?: string): TimelineEntry => ({
    at: message.date,
    text: said,
    kind,
    detail,
  });
  if (byRep) return entry('written');
  if (reading.absence) return entry('hold', `Away${reading.absence.until ? ` until ${reading.absence.until}` : ''}`);
  if (reading.hold) return entry('hold', `Asks for silence until ${reading.hold.until ?? 'further notice'}`);
  if (reading.meeting) return entry('hold', `Meeting${reading.meeting.at ? ` on ${reading.meeting.at}` : ''}`);
  const promise = reading.promises.find(({ until }) => until !== null);
  return entry('received', promise ? `Promised by ${promise.until}` : undefined);
}

function draftEntries(draft: Drafted, now: Date): TimelineEntry[] {
  const placed: TimelineEntry = {
    at: draft.placedAt,
    kind: 'draft',
    text: 'Draft placed in the conversation.',
    detail: draft.reasons.join(' '),
  };
  const noteworthy = !draft.final && (draft.flags.length > 0 || waitsForTime(draft));
  return noteworthy ? [placed, { at: now, kind: 'note', text: openWords(draft) }] : [placed];
}

function decidedEntry(each: Decided): TimelineEntry {
  const csv = each.logged ? ` crm/outbox/decisions.csv: “${each.logged.text}”` : '';
  return { at: each.at, kind: decidedKind(each), text: decidedWords(each), detail: `${each.why}${csv}` };
}

/** A clause as a sentence; an address in front keeps its spelling. */
const sentence = (text: string): string =>
  /^\S+@/.test(text) ? `${text}.` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const dayName = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long' }).format(at);
