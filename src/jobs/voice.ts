/** What is known of a rep beside their threads. */
import type { MailboxRow } from '../db/mailboxes.ts';
import { findManner } from '../db/manner.ts';
import type { Voice } from '../domain/writing/compose.ts';
import type { Context } from './context.ts';

export async function voiceOf({ policy, store }: Pick<Context, 'policy' | 'store'>, row: MailboxRow): Promise<Voice> {
  const known = await findManner(store.db, row.id);
  return {
    profile: known?.off ? null : (known?.profile ?? null),
    notes: { organisation: policy.publicNote, rep: row.publicNote },
    signature: row.signature,
  };
}
