/** Storing what was tried and confirmed, and ending it again. */

import { eq } from 'drizzle-orm';
import { dropAllFindings } from '../db/findings.ts';
import { appendLedger } from '../db/ledger.ts';
import { changeSecret, findConnected, type MailboxRow } from '../db/mailboxes.ts';
import { eraseManner } from '../db/manner.ts';
import * as schema from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { BadInput, sentenceOf } from '../errors.ts';
import { revoke } from '../lib/oauth.ts';
import type { MailboxKind } from '../mailbox/mailbox.ts';
import { clientOf, type Desk, isOAuth, secretBinding } from './desk.ts';

export interface Access {
  kind: MailboxKind;
  settings: Record<string, unknown>;
  /** Sealed here, before it touches the database. */
  secret: string;
  /** The address of the account as the provider says, where it says so. */
  account: string | null;
}

const well = { problem: null, problemSince: null, failures: 0, nextTryAt: null };

/** Tries a mailbox with a password, and stores it when it opens. Throws what trying it threw; nothing is stored then. */
export async function connectWithPassword(
  desk: Desk,
  kind: MailboxKind,
  wanted: schema.Wanted,
  settings: Record<string, unknown>,
  password: string,
): Promise<string> {
  if (!password) throw new BadInput('The password is empty.');
  const trial = kind.open({
    owner: { name: wanted.name, address: wanted.rep },
    settings,
    secret: password,
    tuning: desk.tuning,
  });
  try {
    await trial.changes(null);
  } finally {
    await trial.close();
  }
  return saveMailbox(desk, wanted, { kind, settings, secret: password, account: null });
}

/** Connecting what is connected already replaces its settings and secret, and starts it at once. Answers its id. */
export async function saveMailbox(desk: Desk, wanted: schema.Wanted, access: Access): Promise<string> {
  const { store } = desk;
  const { mailbox } = schema;
  const { rep, name, aliases, timeZone } = wanted;
  const [known] = await store.db.select().from(mailbox).where(eq(mailbox.rep, rep));
  const id = known?.id ?? desk.newId();
  const values = {
    kind: access.kind.name,
    repName: name,
    aliases,
    timeZone,
    settings: access.settings,
    secret: await desk.keyring.seal(access.secret, secretBinding('mailbox', id)),
    connection: desk.newId(),
    account: access.account,
    disconnectedAt: null,
    pushUntil: null,
    pushRenewAt: null,
    pushProblem: null,
  };
  // Cursors belong to an account of one kind. What another one had read is looked for anew; what is known of threads and drafts stays.
  const moved = known !== undefined && (known.kind !== access.kind.name || anotherAccount(known, access));
  const at = desk.now();
  await store.transaction(async (tx) => {
    if (moved) await forgetSearches(tx, id);
    if (known)
      await tx
        .update(mailbox)
        .set({ ...values, ...well, ...(moved ? { cursor: null } : {}) })
        .where(eq(mailbox.id, id));
    else await tx.insert(mailbox).values({ id, rep, createdAt: at, ...values });
    const key = `mailbox_connected/${id}/${values.connection}`;
    const body = { mailbox: id, kind: access.kind.name };
    await appendLedger(tx, { at, by: rep, kind: 'mailbox_connected', key, body }, desk);
  });
  await desk.forget(id);
  await desk.enqueue('sync-mailbox', id);
  if (isOAuth(access.kind)) await desk.enqueue('renew-push', id);
  return id;
}

/** What was found in mail of no deal goes; it is looked for anew when the mailbox is read again. */
async function forgetSearches(tx: Db, mailboxId: string): Promise<void> {
  await dropAllFindings(tx, mailboxId);
  await tx.delete(schema.searchedAddress).where(eq(schema.searchedAddress.mailboxId, mailboxId));
}

/** An alias may have gone from one account to another one. What either side does not say is no difference. */
function anotherAccount(known: Pick<MailboxRow, 'account'>, { account }: Access): boolean {
  return known.account !== null && account !== null && known.account !== account;
}

export interface Ended {
  rep: string;
  /** What became of the access at the provider, as a sentence. */
  told: string;
}

/**
 * Ends the access: at the provider where that can be done, and here in any case. The record of threads, drafts and decisions stays. Throws BadInput for
 * one that is not connected.
 */
export async function disconnect(desk: Desk, id: string): Promise<Ended> {
  const { store } = desk;
  const row = await findConnected(store.db, id);
  if (!row) throw new BadInput('There is no such connected mailbox; nothing was changed.');
  const told = await endAccess(desk, row);
  const at = desk.now();
  await store.transaction(async (tx) => {
    const gone = { secret: '', disconnectedAt: at, pushSecret: null, pushHash: null, pushUntil: null, ...well };
    await tx.update(schema.mailbox).set(gone).where(eq(schema.mailbox.id, id));
    await forgetSearches(tx, id);
    await eraseManner(tx, id);
    const key = `mailbox_disconnected/${id}/${row.connection}/${at.toISOString()}`;
    const body = { mailbox: id, kind: row.kind };
    await appendLedger(tx, { at, by: row.rep, kind: 'mailbox_disconnected', key, body }, desk);
  });
  await desk.forget(id);
  return { rep: row.rep, told };
}

async function endAccess(desk: Desk, row: MailboxRow): Promise<string> {
  const kind = desk.kinds.find(({ name }) => name === row.kind);
  if (!kind || !isOAuth(kind)) return 'The stored password was deleted.';
  const byHand = `end it in the account itself as well, or have an admin of ${kind.title} do it.`;
  try {
    let revoked = false;
    // While nobody can refresh it: a token made at the same moment would live on.
    await changeSecret(desk.store, row.id, async (sealed) => {
      const secret = await desk.keyring.unseal(sealed, secretBinding('mailbox', row.id));
      const client = clientOf(desk, kind);
      const registration = { id: client.id ?? '', secret: client.secret ?? '' };
      revoked = await revoke(kind.oauth.server(client), registration, secret, row.rep);
      return sealed;
    });
    return revoked
      ? 'The access was ended at the provider, and the stored one deleted.'
      : `The stored access was deleted. The provider offers no way to end it from here: ${byHand}`;
  } catch (error) {
    desk.log.warn('not-revoked', { mailbox: row.id, error });
    return `The stored access was deleted, but not ended at the provider (${sentenceOf(error)}): ${byHand}`;
  }
}
