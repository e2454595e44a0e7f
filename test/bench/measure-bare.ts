/** What any program has to ask the server for the same data: no search, no threads, no parsing, no database. */
import type { FetchQueryObject, ImapFlow } from 'imapflow';
import { openClient, ranges } from '../../src/mailbox/imap-connection.ts';
import { type Ask, type BareTask, measured, serve, taskOf } from './measure.ts';

const { connected, port, user, password } = taskOf<BareTask>();
const account = { host: '127.0.0.1', port, secure: 'none' as const, user, password };
const connect = () => openClient(account, { operationSeconds: 60, pollSeconds: 60 });
let client: ImapFlow | null = connected ? await connect() : null;

async function fetchBare(open: ImapFlow, { fields, headers, texts }: Extract<Ask, { kind: 'read' }>): Promise<number> {
  const query: FetchQueryObject = { uid: true, flags: true, internalDate: true, headers: fields };
  let came = 0;
  for (const folder of new Set([...headers, ...texts].map((each) => each.folder))) {
    await open.mailboxOpen(folder);
    for (const { uids } of headers.filter((each) => each.folder === folder))
      await open.fetchAll(ranges(uids), query, { uid: true });
    for (const { uids, textPart } of texts.filter((each) => each.folder === folder)) {
      const whole = { ...query, bodyStructure: true, bodyParts: [textPart] };
      const found = await open.fetchAll(ranges(uids), whole, { uid: true });
      came += found.filter((each) => each.bodyParts?.get(textPart)?.length).length;
    }
  }
  return came;
}

serve(
  async (ask) => {
    let texts = 0;
    const figures = await measured(async () => {
      client ??= await connect();
      if (ask.kind === 'read') texts = await fetchBare(client, ask);
      else
        await client.list({
          statusQuery: { messages: true, uidNext: true, uidValidity: true, unseen: true, highestModseq: true },
        });
    });
    return { ...figures, stored: [], texts, problem: null };
  },
  async () => client?.close(),
);
