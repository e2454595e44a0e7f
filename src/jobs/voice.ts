/** What is known of a rep beside their threads. */
import type { MailboxRow } from '../db/mailboxes.ts';
import type { Voice } from '../domain/writing/compose.ts';
import type { Context } from './context.ts';

export function voiceOf({ policy }: Pick<Context, 'policy'>, { publicNote }: MailboxRow): Voice {
  return { profile: null, notes: { organisation: policy.publicNote, rep: publicNote } };
}
