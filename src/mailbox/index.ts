/** The kinds of mailbox that can be connected. A new one is one file and one line here. */
import { gmail } from './gmail.ts';
import { imap } from './imap.ts';
import type { MailboxKind } from './mailbox.ts';
import { outlook } from './outlook.ts';

export const mailboxKinds: readonly MailboxKind[] = [imap, gmail, outlook];
