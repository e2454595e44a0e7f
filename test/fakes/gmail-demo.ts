/** The demo's mailbox in Gmail: the fake of the service, and a rep who sits in its web client. */
import { type MailFolder, type OpenDemoMailbox, readMail } from '../../src/demo/mailbox.ts';
import { gmailKind } from '../../src/mailbox/gmail.ts';
import { connectTokens, demoClient, putMail, type Stored } from './demo-client.ts';
import { startGmail } from './gmail.ts';
import { folderOf, type Store } from './gmail-store.ts';

const shown: Record<string, MailFolder> = { DRAFT: 'drafts', INBOX: 'inbox', SENT: 'sent', TRASH: 'trash' };

export const openDemoMailbox: OpenDemoMailbox = async ({ rep, now }) => {
  const fake = await startGmail({ now, allow: gmailKind().oauth!.allow });
  const kind = gmailKind({ api: fake.origin });
  const account = fake.account(rep);
  return {
    put: (mail) => putMail(account.rep, mail),
    mail: demoClient({ rep: account.rep, owner: rep, stored: () => storedIn(account.store), now }),
    kinds: [kind],
    connect: (app) => connectTokens(app, kind, rep, account.token),
    hints: [],
    close: fake.stop,
  };
};

async function storedIn(store: Store): Promise<Stored[]> {
  const mails: Stored[] = [];
  for (const message of store.messages.values()) {
    const folder = shown[folderOf(message)];
    if (!folder) continue;
    const mail = await readMail(message.raw, message.internalDate);
    mails.push({ folder, read: !message.labels.has('UNREAD'), ...mail });
  }
  return mails;
}
