/** The daily summary in the demo: it lies in the rep's inbox, she answers it, and a receipt comes. */
import { eq } from 'drizzle-orm';
import * as schema from '../db/schema.ts';
import { listed } from '../domain/answer/items.ts';
import type { MailView } from './mailbox.ts';
import type { Check } from './play.ts';
import type { Stage } from './stage.ts';

/** What the service put into the inbox, newest first; receipts are answers, and summaries are none. */
async function ownMails(stage: Stage): Promise<{ summaries: MailView[]; receipts: MailView[] }> {
  const { inbox } = await stage.mail.list();
  const ours = inbox.filter(({ from }) => from.name === 'Countersign' && from.address === stage.inbox.rep.address);
  const [receipts, summaries] = [ours.filter(isAnswer), ours.filter((mail) => !isAnswer(mail))];
  return { summaries, receipts };
}

const isAnswer = ({ references }: MailView): boolean => references.length > 0;

/** Says what the newest summary asks. Answers it, with the numbers under which it asks about each deal. */
export async function tellSummary(
  stage: Stage,
  say: (line: string) => void,
  check: Check,
): Promise<{ mail: MailView; numbers: Map<string, number> }> {
  await stage.work();
  const [mail] = (await ownMails(stage)).summaries;
  const digests = await stage.app.store.db.select().from(schema.digest);
  const digest = digests.find(({ messageId }) => messageId === mail?.messageId);
  if (!mail || !digest) throw new Error('There is no summary to play with.');
  say(`  summary        ${mail.subject}`);
  for (const { n, deal, text } of listed(digest.items))
    say(`  summary        ${n}. ${deal ?? 'A conversation'}: ${text}`);
  check(!mail.read, 'the summary of the day lies in her own inbox, unread; it was sent nowhere');
  return { mail, numbers: new Map(listed(digest.items).map(({ n, deal }) => [deal ?? '', n])) };
}

/** She answers a summary by hand, and everything comes of it. */
export async function answerSummary(
  stage: Stage,
  { ref }: MailView,
  text: string,
  say: (line: string) => void,
  check: Check,
): Promise<void> {
  say(`  her answer     ${text.split('\n')[0]}`);
  const before = (await ownMails(stage)).receipts.length;
  await stage.act((mail) => mail.writeByHand(ref, text));
  const [receipt, ...others] = (await ownMails(stage)).receipts;
  for (const line of receipt?.text.split('\n').slice(1) ?? []) {
    const said = line.replace(/^[\s|*]+/, '');
    if (said !== '' && !said.startsWith('Ledger:')) say(`  receipt        ${said}`);
  }
  check(receipt !== undefined && others.length === before, 'a receipt comes in the same conversation, once');
}

/** What became of a change of a deal's stage, and what stands in the CRM's outbox for it. */
export async function stageChangeOf(
  stage: Stage,
  dealId: string,
): Promise<{ state: string; by: string | null; written: string[] }> {
  const rows = await stage.app.store.db.select().from(schema.change).where(eq(schema.change.dealId, dealId));
  const found = rows.find(({ kind }) => kind === 'stage_change');
  const written = stage.changesCsv().filter((record) => Object.values(record).includes(dealId));
  return {
    state: found?.state ?? 'none',
    by: found?.decidedBy ?? null,
    written: written.map((record) => Object.values(record).join(', ')),
  };
}
