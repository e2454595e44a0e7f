/** Real mail on a real IMAP server, one mailbox an act of the rep: the set-up of every story about the main job. */
import { readPolicy } from '../../src/config-policy.ts';
import { type CastThread, castThreads } from './cast.ts';
import { type Dovecot, startDovecot } from './dovecot.ts';
import { type MailClient, mailClient } from './mail-client.ts';
import { day } from './service.ts';

export const acts = [
  'sent as is',
  'edited then sent',
  'edited and sent at once',
  'deleted to trash',
  'expunged',
  'left alone',
  'answered by hand',
  'prospect first',
] as const;
export type Act = (typeof acts)[number];

/** What the log must say of each act in the end. */
export const outcomes: Record<Act, { decision: string; verdict: string }> = {
  'sent as is': { decision: 'approved', verdict: 'sent_as_is' },
  'edited then sent': { decision: 'approved_edited', verdict: 'sent_edited' },
  'edited and sent at once': { decision: 'approved_edited', verdict: 'sent_edited' },
  'deleted to trash': { decision: 'rejected', verdict: 'discarded' },
  expunged: { decision: 'rejected', verdict: 'discarded' },
  'left alone': { decision: '', verdict: 'withdrawn' },
  'answered by hand': { decision: '', verdict: 'superseded' },
  'prospect first': { decision: '', verdict: 'withdrawn' },
};

export interface Scene {
  thread: CastThread;
  client: MailClient;
  /** Arguments and input of the command that connects its mailbox. */
  connect: { argv: string[]; stdin: string };
}

export interface Stage {
  dovecot: Dovecot;
  scenes: Record<Act, Scene>;
  /** A Tuesday at noon, well after the last message. */
  at: Date;
  /** Text of deals.csv: a deal an act, its id the name of the thread. */
  deals: string;
  close(): Promise<void>;
}

/** Silence of any age counts, for the real mails lie years apart. */
export const stagePolicy = { firstReadDays: 3_650, timeZone: 'Europe/Berlin' };

export async function setStage(): Promise<Stage> {
  const policy = readPolicy(JSON.stringify(stagePolicy));
  const cast = await castThreads(acts.length, policy, (last) => new Date(last.getTime() + 12 * day));
  if (cast.length < acts.length) throw new Error(`Only ${cast.length} threads of the corpus can be cast.`);
  const users = cast.map(({ rep }, n) => ({ user: rep, password: `secret-${n}` }));
  const dovecot = await startDovecot({ users });
  const { host, port } = dovecot;
  const entries: [Act, Scene][] = [];
  for (const [n, act] of acts.entries()) {
    const thread = cast[n] as CastThread;
    const { user, password } = users[n] as { user: string; password: string };
    const client = await mailClient({ host, port, user, password });
    for (const { raw, message, byRep } of thread.mails)
      await client.append(byRep ? 'Sent' : 'INBOX', raw.toString('latin1'), ['\\Seen'], message.date);
    const server = ['--host', host, '--port', String(port), '--user', user, '--secure', 'none', '--password-stdin'];
    const argv = ['connect', 'imap', '--rep', user, '--name', 'Robin Rep', ...server];
    entries.push([act, { thread, client, connect: { argv, stdin: `${password}\n` } }]);
  }
  const at = new Date(Math.max(...cast.map(({ mails }) => mails.at(-1)?.message.date.getTime() ?? 0)) + 10 * day);
  at.setUTCDate(at.getUTCDate() + ((9 - at.getUTCDay()) % 7));
  at.setUTCHours(11, 0, 0, 0);
  const rows = cast.map(({ name, rep, contact }) => `${name},Deal ${name},${rep},Proposal,open,1000,EUR,,${contact}`);
  const header = 'id,name,owner_email,stage,status,amount,currency,close_date,contact_emails';
  return {
    dovecot,
    scenes: Object.fromEntries(entries) as Record<Act, Scene>,
    at,
    deals: [header, ...rows, ''].join('\n'),
    async close() {
      for (const [, { client }] of entries) await client.close();
      await dovecot.stop();
    },
  };
}

/** Fields of the head of a raw mail, by lower-case name; folded lines joined. */
export function headersOf(raw: string): Record<string, string> {
  const head = (raw.split(/\r?\n\r?\n/)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ');
  const pairs = head.split(/\r?\n/).map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return Object.fromEntries(pairs);
}

/** The one draft that lies in a mailbox now, by Message-ID; null when there is none. Throws when there are several. */
export async function draftOf({
  client,
}: Scene): Promise<{ id: string; headers: Record<string, string>; flags: Set<string> } | null> {
  const drafts = await client.list('Drafts');
  if (drafts.length > 1) throw new Error(`There are ${drafts.length} drafts in one mailbox.`);
  const [draft] = drafts;
  if (!draft) return null;
  const headers = headersOf(draft.raw);
  return { id: headers['message-id'] ?? '', headers, flags: draft.flags };
}

/**
 * The rep, or the prospect, does what the act is called. An edit that is saved first gives back how it is sent later; everything else is
 * done at once.
 */
export async function perform(
  act: Act,
  scene: Scene,
  text: string,
  date: Date,
): Promise<((date: Date) => Promise<unknown>) | null> {
  const { client, thread } = scene;
  const draft = (await draftOf(scene))?.id ?? '';
  const last = thread.mails.at(-1)?.message;
  const answer = {
    subject: `Re: ${last?.subject ?? ''}`,
    inReplyTo: last?.id ?? '',
    references: [last?.id ?? ''],
    date,
  };
  switch (act) {
    case 'sent as is':
      await client.sendDraft(draft, { messageId: 'keep', date });
      return null;
    case 'edited then sent': {
      const saved = await client.saveEdit(
        draft,
        { text: `${text}\n\nPS: I am in the office all week.` },
        { messageId: 'new' },
      );
      return (later) => client.sendDraft(saved, { messageId: 'new', date: later });
    }
    case 'edited and sent at once':
      await client.sendDraft(draft, { messageId: 'keep', edit: 'Short question: still on?', date });
      return null;
    case 'deleted to trash':
      await client.deleteToTrash(draft);
      return null;
    case 'expunged':
      await client.expunge(draft);
      return null;
    case 'left alone':
      return null;
    case 'answered by hand':
      await client.writeByHand({
        ...answer,
        to: thread.contact,
        text: 'Let us speak on the phone instead, I will ring you at four.',
      });
      return null;
    case 'prospect first':
      await client.receive({
        ...answer,
        from: thread.contact,
        text: 'Sorry for the wait, here is our answer: we go ahead.',
      });
      return null;
  }
}
