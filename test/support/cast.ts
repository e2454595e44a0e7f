/**
 * Real conversations cast as deals: the author of the last mail plays the rep, the first other person it was sent to the contact. Names and
 * addresses stay in the corpus; tests see only what is handed to them here.
 */
import { readFileSync } from 'node:fs';
import type { Message } from '../../src/domain/mail.ts';
import { planDay } from '../../src/domain/plan.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { parseMessage } from '../../src/mailbox/mime.ts';
import { corpusPath } from './corpus.ts';

interface ManifestEntry {
  file: string;
  source: string;
  sender: string;
  thread: string;
  thread_size: number;
  position: number;
}

export interface CastThread {
  name: string;
  rep: string;
  repName: string;
  contact: string;
  mails: { raw: Buffer; message: Message; byRep: boolean }[];
  /** Whether its mails carry References, as most mail today does. */
  referenced: boolean;
}

export function manifest(): ManifestEntry[] {
  return JSON.parse(readFileSync(corpusPath('mail', 'manifest.json'), 'utf8'));
}

/** Threads of two to eight mails in which a follow-up would be right, each with a rep and a contact of its own. */
export async function castThreads(count: number, policy: Policy, after: (last: Date) => Date): Promise<CastThread[]> {
  const threads = Map.groupBy(
    manifest().filter(({ thread_size }) => thread_size >= 2 && thread_size <= 8),
    ({ thread }) => thread,
  );
  const taken = new Set<string>();
  const cast: CastThread[] = [];
  // Referenced threads first.
  const ordered = [...threads].sort(([a], [b]) => Number(a.startsWith('enron')) - Number(b.startsWith('enron')));
  for (const [name, entries] of ordered) {
    if (cast.length === count) break;
    const mails = [];
    for (const { file } of entries.sort((a, b) => a.position - b.position)) {
      const raw = readFileSync(corpusPath('mail', file));
      mails.push({ raw, message: { ...(await parseMessage(raw)), place: 'filed' as const, read: true } });
    }
    mails.sort((a, b) => a.message.date.getTime() - b.message.date.getTime());
    const last = mails.at(-1)?.message;
    const rep = last?.from;
    const contact = last?.to.find(
      ({ address }) => address !== rep?.address && /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address),
    );
    if (!last || !rep || !contact || taken.has(rep.address) || taken.has(contact.address)) continue;
    const people = mails.flatMap(({ message }) => [
      ...message.to,
      ...message.cc,
      ...(message.from ? [message.from] : []),
    ]);
    if (people.some(({ address }) => taken.has(address))) continue;
    const deal = {
      id: name,
      name,
      owner: rep.address,
      stage: 'Proposal',
      status: 'open' as const,
      amount: null,
      currency: null,
      closeDate: null,
      contactIds: ['c'],
    };
    const contacts = [
      { id: 'c', name: contact.name, emails: [contact.address], title: null, phone: null, optOut: 'no' as const },
    ];
    const person = { name: rep.name, addresses: [rep.address], zone: policy.timeZone };
    const thread = { ref: name, messages: mails.map(({ message }) => message) };
    const facts = {
      deal,
      contacts,
      threads: [thread],
      threadsWithDraft: new Set<string>(),
      followedUp: new Set<string>(),
    };
    if (planDay([facts], person, policy, 1, () => 'text', after(last.date)).drafts.length === 0) continue;
    for (const { address } of people) taken.add(address);
    cast.push({
      name,
      rep: rep.address,
      repName: rep.name || 'Rep',
      contact: contact.address,
      mails: mails.map((mail) => ({ ...mail, byRep: mail.message.from?.address === rep.address })),
      referenced: mails.slice(1).every(({ message }) => message.references.length > 0),
    });
  }
  return cast;
}
