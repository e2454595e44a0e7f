/** Questions about admins' browser sessions. Only hashes of tokens are stored. */
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Sha256 } from '../domain/ledger.ts';
import * as schema from './schema.ts';
import type { Db } from './store.ts';

type Kind = 'setup' | 'session';

/** Makes a token of 256 random bits and gives it back; it is stored as a hash only. */
export async function issueToken(db: Db, kind: Kind, expiresAt: Date, sha256: Sha256, now: Date): Promise<string> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const token = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  await db.delete(schema.adminToken).where(lte(schema.adminToken.expiresAt, now));
  await db.insert(schema.adminToken).values({ hash: sha256(token), kind, expiresAt });
  return token;
}

/** Whether the token holds now. Looked up by hash, so that the time it takes tells nothing of the token. */
export async function holdsToken(db: Db, kind: Kind, token: string, sha256: Sha256, now: Date): Promise<boolean> {
  const rows = await db
    .select({ hash: schema.adminToken.hash })
    .from(schema.adminToken)
    .where(valid(kind, token, sha256, now));
  return rows.length === 1;
}

/** Uses a token up: true for one caller only, however many try at once. */
export async function consumeToken(db: Db, kind: Kind, token: string, sha256: Sha256, now: Date): Promise<boolean> {
  const rows = await db
    .delete(schema.adminToken)
    .where(valid(kind, token, sha256, now))
    .returning({ hash: schema.adminToken.hash });
  return rows.length === 1;
}

function valid(kind: Kind, token: string, sha256: Sha256, now: Date) {
  return and(
    eq(schema.adminToken.hash, sha256(token)),
    eq(schema.adminToken.kind, kind),
    gt(schema.adminToken.expiresAt, now),
  );
}
