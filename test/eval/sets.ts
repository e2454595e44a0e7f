/** The labelled sets as data, and their messages as the mailbox would give them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, Signals } from '../../src/domain/mail.ts';

export interface Labelled {
  id: string;
  lang: string;
  text: string;
  sentAt: string;
  zone: string;
  role?: 'prospect' | 'rep';
  from?: string;
  subject?: string;
  headers?: Record<string, string>;
}

/** Labelled items by name of their set: those beside this file, or those in the folder `COUNTERSIGN_SETS`, where a set may be absent. */
export function itemsOf<T>(name: string): T[] {
  const elsewhere = process.env.COUNTERSIGN_SETS;
  const file = join(elsewhere ?? import.meta.dirname, `${name}.jsonl`);
  if (elsewhere && !existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/** Minutes ahead of UTC, of "2026-03-04T12:58:10+01:00". */
function offsetOf(moment: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(moment) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

export function messageOf(item: Partial<Labelled> & { text: string }): Message {
  const headers = Object.fromEntries(
    Object.entries(item.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const sentAt = item.sentAt ?? '2026-05-04T09:00:00+00:00';
  return {
    id: `<${item.id ?? 'x'}@eval.example>`,
    inReplyTo: headers['in-reply-to'] ?? null,
    references: [],
    from: { name: '', address: (item.from ?? 'someone@buyer.example').toLowerCase() },
    to: [],
    cc: [],
    bcc: [],
    subject: item.subject ?? '',
    date: new Date(sentAt),
    utcOffset: offsetOf(sentAt),
    signals: headers as Signals,
    text: item.text,
    attachments: [],
    place: 'inbox',
    read: true,
  };
}
