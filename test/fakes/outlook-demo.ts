/** The demo's mailbox in Outlook: the fake of the service, and a rep who sits in Outlook on the web. */
import type { MailFolder, OpenDemoMailbox } from '../../src/demo/mailbox.ts';
import { outlookKind } from '../../src/mailbox/outlook.ts';
import { connectTokens, demoClient, putMail, type Stored } from './demo-client.ts';
import { startGraph } from './outlook.ts';
import { line, textOf } from './outlook-body.ts';
import { normalId } from './outlook-query.ts';
import { type Item, references, type Store } from './outlook-store.ts';

const shown: Record<string, MailFolder> = {
  drafts: 'drafts',
  inbox: 'inbox',
  sentitems: 'sent',
  deleteditems: 'trash',
};

export const openDemoMailbox: OpenDemoMailbox = async ({ rep, now }) => {
  const graph = await startGraph({ now, allow: outlookKind().oauth!.allow });
  const kind = outlookKind({ api: graph.origin });
  const account = graph.account(rep);
  return {
    put: (mail) => putMail(account.rep, mail),
    mail: demoClient({ rep: account.rep, owner: rep, stored: () => storedIn(account.store), now }),
    kinds: [kind],
    connect: (app) => connectTokens(app, kind, rep, account.token),
    hints: [],
    close: graph.stop,
  };
};

function storedIn(store: Store): Stored[] {
  return [...store.items.values()].flatMap((item) => {
    const folder = shown[store.nameOf(item)];
    return folder ? [viewOf(item, folder)] : [];
  });
}

function viewOf(item: Item, folder: MailFolder): Stored {
  const whole = textOf(item.body).replaceAll('\r\n', '\n');
  const quote = whole.indexOf(`\n${line}\n`);
  return {
    folder,
    messageId: item.internetMessageId ?? item.id,
    references: (item.properties.get(normalId(references)) ?? '').split(/\s+/).filter(Boolean),
    from: item.from ?? { name: '', address: '' },
    to: [...item.to, ...item.cc],
    subject: item.subject,
    date: item.isDraft ? item.modified : item.received,
    text: (folder === 'drafts' && quote >= 0 ? whole.slice(0, quote) : whole).trimEnd(),
    attachments: item.attachments.map(({ name }) => name),
    read: item.isRead,
  };
}
