/** For each test of a file a rep of its own, with a mailbox, a mail client, and a service that nobody has connected it to yet. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type ImapServer, startImapServer } from '../fakes/imap-server.ts';
import { type MailClient, mailClient } from '../support/mail-client.ts';
import { startService, type TestService } from '../support/service.ts';

/** A Tuesday. */
export const at = new Date('2026-03-17T11:00:00Z');
const password = 'secret-1';
const users = Array.from({ length: 40 }, (_, n) => ({ address: `robin${n}@seller.test`, password }));

export interface Opened {
  service: TestService;
  client: MailClient;
  robin: string;
  /** Connects the mailbox; nothing has been read when it is done. */
  connect(): Promise<void>;
}

/** `crm` has the files of the CRM's folder for this rep; `use` is handed all of it before each test. Up to forty tests a file. */
export function withMailbox(crm: (robin: string) => Record<string, string>, use: (opened: Opened) => void): void {
  let server: ImapServer;
  let opened: Opened;
  let turn = -1;

  beforeAll(async () => {
    server = await startImapServer({ users });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    const robin = users[++turn]?.address ?? '';
    const service = await startService({ at, crm: crm(robin) });
    const { port } = server;
    const client = await mailClient({ host: '127.0.0.1', port, user: robin, password, now: () => service.now() });
    const reach = ['--host', '127.0.0.1', '--port', String(port), '--user', robin, '--secure', 'none'];
    opened = {
      service,
      client,
      robin,
      async connect() {
        await service.command(['connect', 'imap', '--rep', robin, ...reach, '--password-stdin'], password);
      },
    };
    use(opened);
  });
  afterEach(async () => {
    await opened.service.verifyLedger();
    await opened.client.close();
    await opened.service.stop();
  });
}
