import { afterAll, beforeAll, describe } from 'vitest';
import { imap } from '../../src/mailbox/imap.ts';
import type { Mailbox } from '../../src/mailbox/mailbox.ts';
import { type Account, mailboxContract } from '../contract/mailbox.ts';
import { bodyOf, mailClient } from '../support/mail-client.ts';
import { defaultCapabilities, type ImapServer, startImapServer } from './imap-server.ts';

const password = 'secret-1';
/** A fresh account for each test without a new server. */
const users = Array.from({ length: 80 }, (_, at) => ({ address: `rep${at}@acme.test`, password }));

/** The IMAP mailbox keeps its contract on the demo's own server: the demo shows what a real server would, and no server has to be installed. */
function onDemoServer(name: string, without: string[]): void {
  describe(name, () => {
    let server: ImapServer;
    let next = 0;
    beforeAll(async () => {
      server = await startImapServer({
        users,
        capabilities: defaultCapabilities.filter((each) => !without.includes(each)),
      });
    });
    afterAll(() => server.stop());
    const setUp = async (): Promise<Account> => {
      const user = users[next++]!;
      const { address } = user;
      const owner = { name: 'Rep Ö', address };
      const rep = await mailClient({ host: '127.0.0.1', port: server.port, user: address, password });
      const opened: Mailbox[] = [];
      const settings = { host: '127.0.0.1', port: server.port, secure: 'none', user: address };
      return {
        owner,
        rep,
        threadRef: (messageId) => messageId,
        bodyOf: (folder, messageId) => bodyOf(rep, folder, messageId),
        // It never throttles: in the demo nobody else asks.
        faults: {
          revoke() {
            user.password = `${password}-changed`;
          },
          restore() {
            user.password = password;
          },
        },
        open() {
          const mailbox = imap.open({
            owner,
            settings,
            secret: password,
            tuning: { operationSeconds: 20, pollSeconds: 60 },
          });
          opened.push(mailbox);
          return mailbox;
        },
        async close() {
          await Promise.all([rep.close(), ...opened.map((each) => each.close())]);
        },
      };
    };
    mailboxContract(name, setUp, { faults: ['revoke'] });
  });
}

onDemoServer('IMAP on the demo server', []);
onDemoServer('IMAP on the demo server without UIDPLUS and extended lists', ['UIDPLUS', 'LIST-STATUS', 'LIST-EXTENDED']);
