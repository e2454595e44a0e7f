/** Data of an older version keeps its meaning when the tables change. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../drizzle');
const migration = (name: string) =>
  readFileSync(join(folder, `${name}.sql`), 'utf8').replaceAll('--> statement-breakpoint', '');

test('looks of before cover the time since the one before them, when that was whole', async () => {
  const db = await PGlite.create();
  for (const name of ['0000_start', '0001_append-only', '0002_draft-refs']) await db.exec(migration(name));
  await db.exec(`
    set session_replication_role = replica; -- only the looks matter here
    insert into scan (id, placement_id, n, at, complete) values
      ('a', 'p', 0, '2026-11-10T09:00:00Z', false),
      ('b', 'p', 1, '2026-11-10T09:10:00Z', true),
      ('c', 'p', 2, '2026-11-10T09:20:00Z', true),
      ('d', 'p', 3, '2026-11-10T09:30:00Z', false),
      ('e', 'p', 4, '2026-11-10T09:40:00Z', false),
      ('f', 'p', 5, '2026-11-10T09:50:00Z', true),
      ('z', 'q', 0, '2026-11-10T09:55:00Z', true);
    set session_replication_role = origin;
  `);
  await db.exec(migration('0003_coverage-and-questions'));
  const { rows } = await db.query<{ id: string; since: string }>(
    `select id, to_char("from" at time zone 'UTC', 'HH24:MI') as since from scan order by id`,
  );
  expect(rows.map(({ id, since }) => `${id} ${since}`)).toEqual([
    'a 09:00',
    'b 09:10',
    'c 09:10',
    'd 09:20',
    'e 09:30',
    'f 09:50',
    'z 09:55',
  ]);
  await expect(db.exec(`update scan set "from" = at`)).rejects.toThrow('append-only');
  await db.close();
});

test('questions of before are asked anew: their threads and what was searched are forgotten, what was bound is not', async () => {
  const db = await PGlite.create();
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -4))
    .sort();
  const at = names.indexOf('0008_matching');
  for (const name of names.slice(0, at)) await db.exec(migration(name));
  await db.exec(`
    insert into mailbox (id, kind, rep, rep_name, time_zone, settings, secret, created_at)
      values ('m', 'imap', 'rep@seller.test', 'Rep', 'UTC', '{}', '', now());
    insert into searched_address (mailbox_id, address, searched_at) values ('m', 'dana@buyer.test', now());
    insert into thread (id, mailbox_id, ref, crm_id, deal_id) values ('bound', 'm', 'r1', 'csv', 'D1');
    insert into thread (id, mailbox_id, ref, candidates) values ('asked', 'm', 'r2', '["csv/D1", "csv/D2"]');
  `);
  await db.exec(migration('0008_matching'));
  expect((await db.query('select id, candidates, due from thread')).rows).toEqual([
    { id: 'bound', candidates: [], due: false },
  ]);
  expect((await db.query('select address from searched_address')).rows).toEqual([]);
  await db.close();
});

test('contacts are searched for anew before anything is drafted, for mail of no open deal was not read for what it forbids', async () => {
  const db = await PGlite.create();
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -4))
    .sort();
  for (const name of names.slice(0, names.indexOf('0011_outside'))) await db.exec(migration(name));
  await db.exec(`
    insert into mailbox (id, kind, rep, rep_name, time_zone, settings, secret, created_at, synced_at)
      values ('m', 'imap', 'rep@seller.test', 'Rep', 'UTC', '{}', '', now(), now());
    insert into searched_address (mailbox_id, address, searched_at) values ('m', 'dana@buyer.test', now());
  `);
  await db.exec(migration('0011_outside'));
  expect((await db.query('select address from searched_address')).rows).toEqual([]);
  expect((await db.query('select synced_at from mailbox')).rows).toEqual([{ synced_at: null }]);
  await db.close();
});
