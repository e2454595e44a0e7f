import { afterAll, beforeAll, describe } from 'vitest';
import { imap } from '../../src/mailbox/imap.ts';
import type { Mailbox } from '../../src/mailbox/mailbox.ts';
import { type Account, mailboxContract } from '../contract/mailbox.ts';
import { type Dovecot, type DovecotOptions, dovecotMissing, startDovecot } from '../support/dovecot.ts';
import { bodyOf, type FolderNames, mailClient } from '../support/mail-client.ts';

const password = 'secret-1';
/** A fresh account for each test without a new server. */
const users = Array.from({ length: 80 }, (_, at) => ({ user: `rep${at}@acme.test`, password }));
const tuning = { operationSeconds: 20, pollSeconds: 60 };

function onDovecot(name: string, options: DovecotOptions, folders: Partial<FolderNames> = {}, heavy = false): void {
  describe.skipIf(dovecotMissing !== null)(`${name} (needs dovecot)`, () => {
    let server: Dovecot;
    let next = 0;
    beforeAll(async () => {
      server = await startDovecot({ ...options, users });
    });
    afterAll(async () => {
      await server.stop();
    });
    const setUp = async (): Promise<Account> => {
      const { user } = users[next++]!;
      const owner = { name: 'Rep Ö', address: user };
      const rep = await mailClient({ host: server.host, port: server.port, user, password, folders });
      const opened: Mailbox[] = [];
      const settings = { host: server.host, port: server.port, secure: 'none', user };
      return {
        owner,
        rep,
        threadRef: (messageId) => messageId,
        bodyOf: (folder, messageId) => bodyOf(rep, folder, messageId),
        // Dovecot has no throttling to switch on; `imap-trouble.test.ts` has a server that throttles by the script.
        faults: {
          revoke: () => server.setPassword(user, `${password}-changed`),
          restore: () => server.setPassword(user, password),
        },
        open() {
          const mailbox = imap.open({ owner, settings, secret: password, tuning });
          opened.push(mailbox);
          return mailbox;
        },
        async close() {
          await Promise.all([rep.close(), ...opened.map((each) => each.close())]);
        },
      };
    };
    mailboxContract(name, setUp, { heavy, faults: ['revoke'] });
  });
}

onDovecot('IMAP', {}, {}, true);
onDovecot('IMAP without CONDSTORE, QRESYNC and LIST-STATUS', {
  without: ['CONDSTORE', 'QRESYNC', 'LIST-STATUS', 'LIST-EXTENDED'],
});
onDovecot('IMAP without UIDPLUS', { without: ['UIDPLUS', 'QRESYNC'] });
onDovecot(
  'IMAP with folders that are not marked and named in German',
  {
    without: ['SPECIAL-USE'],
    folders: [{ name: 'Entwürfe' }, { name: 'Gesendete Elemente' }, { name: 'Papierkorb' }, { name: 'Archiv' }],
  },
  { drafts: 'Entwürfe', sent: 'Gesendete Elemente', trash: 'Papierkorb', archive: 'Archiv' },
);
