/** Fills a PostgreSQL with reps, deals, contacts, threads and messages that were read already, by statements that make the rows there. */
import { sql } from 'drizzle-orm';
import type { Db } from '../../src/db/store.ts';
import { readerVersion } from '../../src/domain/reading/version.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { lineOf, messageOf, repOfBench } from './choose-talk.ts';

export const dealsPerRep = 200;
export const messagesPerDeal = 4;
/** Different talks; each deal has one of them. */
const talks = 48;
/** Deals in one statement. */
const batch = 50_000;

/** Makes the deals from `from` up to `to` and the reps who own them; brings every mailbox up to `now`. */
export async function fillReps(
  db: Db,
  from: number,
  to: number,
  now: Date,
  tell: (text: string) => void,
): Promise<void> {
  const at = now.toISOString();
  // The rows refer to each other rightly by how they are made; to look each of them up would take most of the time.
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(
      sql`insert into crm (id, kind, settings, created_at) values ('csv', 'csv', '{}', ${at}) on conflict do nothing`,
    );
    await tx.execute(sql`insert into mailbox (id, kind, rep, rep_name, time_zone, settings, secret, keeps_sent_copies, created_at, synced_at)
      select 'm' || n, 'imap', 'rep' || n || '@seller.test', 'Robin Rep ' || n, 'UTC', '{}', '', true, ${at}::timestamptz, ${at}::timestamptz
      from generate_series(${from / dealsPerRep}::int, ${to / dealsPerRep - 1}::int) n`);
    await tx.execute(sql`update mailbox set synced_at = ${at}::timestamptz`);
    for (let low = from; low < to; low += batch) {
      await fillDeals(tx, low, Math.min(low + batch, to) - 1, at);
      if (low + batch < to) tell(`  ${low + batch} deals stored\n`);
    }
  });
  await db.execute(sql`vacuum (analyze)`);
}

async function fillDeals(tx: Db, low: number, high: number, at: string): Promise<void> {
  const all = sql`generate_series(${low}::int, ${high}::int) n`;
  const rep = sql`(n / ${dealsPerRep}::int)`;
  const buyer = sql`'buyer' || n || '@corp' || n || '.test'`;
  const seller = sql`'rep' || ${rep} || '@seller.test'`;
  await tx.execute(sql`insert into deal (crm_id, id, name, owner, stage, status, close_date, contact_ids)
    select 'csv', 'd' || n, 'Deal ' || n, ${seller}, 'Proposal', case when n % 50 = 7 then 'won' else 'open' end,
      case when n % 9 = 0 then '2026-03-20' end, jsonb_build_array('d' || n) from ${all}`);
  await tx.execute(sql`insert into contact (crm_id, id, name, emails, opt_out)
    select 'csv', 'd' || n, 'Dana Berg', jsonb_build_array(${buyer}), case when n % 97 = 5 then 'yes' else 'unknown' end from ${all}`);
  await tx.execute(sql`insert into thread (id, mailbox_id, ref, crm_id, deal_id, bound_because, bound_at)
    select 't' || n, 'm' || ${rep}, 'ref' || n, 'csv', 'd' || n, 'bench', ${at}::timestamptz from ${all}`);
  await tx.execute(sql`insert into message (mailbox_id, id, thread_id, in_reply_to, "references", "from", "to", cc, bcc, subject, sent_at, signals, text, attachments, place, read, reading, read_as)
    select 'm' || ${rep}, '<' || n || '.' || line.at || '@corp' || n || '.test>', 't' || n,
      case when line.at > 0 then '<' || n || '.' || line.at - 1 || '@corp' || n || '.test>' end,
      (select coalesce(jsonb_agg('<' || n || '.' || k || '@corp' || n || '.test>'), '[]') from generate_series(0, line.at - 1) k),
      case when line.by_rep then sellers.one else buyers.one end,
      jsonb_build_array(case when line.by_rep then buyers.one else sellers.one end), '[]', '[]',
      case when line.at > 0 then 'Re: ' else '' end || 'Pilot ' || n, ${at}::timestamptz - line.days_ago * interval '1 day', '{}', line.text, '[]',
      case when line.by_rep then 'sent' else 'inbox' end, true, line.reading, line.read_as
    from ${all}
      join json_to_recordset(${JSON.stringify(linesOf())}::json) as line(talk int, at int, by_rep boolean, text text, days_ago float8, reading json, read_as text)
        on line.talk = n % ${talks}::int
      cross join lateral (select jsonb_build_object('name', 'Dana Berg', 'address', ${buyer}) as one) buyers
      cross join lateral (select jsonb_build_object('name', 'Robin Rep', 'address', ${seller}) as one) sellers`);
  // Of a tenth of the contacts there is mail of no deal as well, with a rest that is over.
  await tx.execute(sql`insert into finding (mailbox_id, thread_ref, message_id, kind, address, date, until, scope, quote)
    select 'm' || ${rep}, 'side' || n, '<side' || n || '@corp.test>', 'hold', ${buyer}, ${at}::timestamptz - interval '60 days', '2026-02-02', 'person',
      'Please not before February.' from generate_series(${low}::int, ${high}::int, 10) n`);
  // And a colleague's, of the person alone or of the company; of another tenth one that still stands.
  const colleague = sql`'m' || ${low}::int / ${dealsPerRep}::int`;
  await tx.execute(sql`insert into rest (mailbox_id, message_id, kind, address, address_key, company, date, until)
    select ${colleague}, '<rest' || n || '@corp.test>', 'hold', ${buyer}, ${buyer}, case when n % 20 = 0 then 'corp' || n || '.test' end,
      ${at}::timestamptz - interval '60 days', case when n % 10 = 3 then '2027-02-02' else '2026-02-02' end
      from ${all} where n % 10 in (0, 3)`);
  // A tenth of the deals had a draft of ours a month ago, which was sent.
  const earlier = sql`${at}::timestamptz - interval '30 days'`;
  const tenth = sql`generate_series(${low}::int, ${high}::int, 10) n`;
  await tx.execute(sql`insert into proposal (id, kind, mailbox_id, crm_id, deal_id, thread_id, parent, situation, day, reply, reply_hash, evidence, reasons, stage, created_at)
    select 'p' || n, 'follow_up', 'm' || ${rep}, 'csv', 'd' || n, 't' || n, '<old' || n || '@corp.test>', 'silence', '2026-02-08', '{"to": [], "cc": [], "text": "We have the offer for you and the team."}', 'h', '[]', '[]', 'Proposal', ${earlier} from ${tenth}`);
  await tx.execute(sql`insert into placement (id, proposal_id, mailbox_id, key, message_id, intended_at, placed_at, verdict, final)
    select 'l' || n, 'p' || n, 'm' || ${rep}, 'k' || n, '<k' || n || '@seller.test>', ${earlier}, ${earlier}, 'sent_as_is', true from ${tenth}`);
  await tx.execute(sql`insert into decision (id, placement_id, n, decision, verdict, flags, why, evidence, rules, changes, sent_hash, at, ledger_seq)
    select 'c' || n, 'l' || n, 0, 'approved', 'sent_as_is', '[]', 'It was sent.', '[]', '{}', '[{"kind": "kept", "text": "We have the offer for you and the team."}]', '', ${earlier}, n from ${tenth}`);
}

/** The lines of every talk with what is read in them. Names and numbers in them are not those of the deal, which choosing never looks at. */
function linesOf() {
  return Array.from({ length: talks }, (_, talk) =>
    Array.from({ length: messagesPerDeal }, (_, at) => {
      const { byRep, text, daysAgo } = lineOf(talk, at, messagesPerDeal, 0);
      const reading = readMessage(messageOf(0, repOfBench(0), talk, at, messagesPerDeal, 0), 'UTC', byRep);
      const read_as = `${readerVersion} ${byRep ? 'rep' : 'contact'} UTC`;
      return { talk, at, by_rep: byRep, text, days_ago: daysAgo, reading, read_as };
    }),
  ).flat();
}
