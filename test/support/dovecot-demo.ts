/** The demo's mailbox on Dovecot. */
import type { OpenDemoMailbox } from '../../src/demo/mailbox.ts';
import { imap } from '../../src/mailbox/imap.ts';
import { connectImap, openImapClient } from '../fakes/imap-demo.ts';
import { startDovecot } from './dovecot.ts';
import { mailClient } from './mail-client.ts';

const password = 'secret';

export const openDemoMailbox: OpenDemoMailbox = async ({ rep, now }) => {
  const dovecot = await startDovecot({ users: [{ user: rep.address, password }] });
  const reach = { host: dovecot.host, port: dovecot.port, user: rep.address, password };
  const filler = await mailClient(reach);
  const client = await openImapClient({ ...reach, name: rep.name, now });
  return {
    put: ({ folder, raw, flags, date }) => filler.append(folder, raw, flags, date),
    mail: client,
    kinds: [imap],
    connect: (app) => connectImap(app, rep, reach),
    hints: [],
    async close() {
      await filler.close();
      await client.close();
      await dovecot.stop();
    },
  };
};
