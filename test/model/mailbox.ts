/** A mailbox that can be looked at in any minute, and what an adapter reports of it (`isCandidate` in `imap-drafts.ts`). */
import { names, parentOf } from '../../src/domain/observation.ts';
import type { Seen } from '../../src/domain/verdict.ts';
import { at, buyer, minute, parent, placed, rep } from '../domain/placements.ts';

export type Fields = Partial<Seen> & Pick<Seen, 'messageId' | 'text'>;

interface Item {
  from: number;
  to: number;
  seen: Seen;
}

const dayMs = 86_400_000;

export class SimulatedMailbox {
  readonly #items: Item[] = [];
  #refs = 0;

  put(place: Seen['place'], fields: Fields, time: number, draft: boolean): Seen {
    const seen: Seen = {
      inReplyTo: parent,
      references: [parent],
      from: rep,
      to: [buyer],
      cc: [],
      bcc: [],
      subject: placed.subject,
      attachments: [],
      date: at(time),
      ref: `m${++this.#refs}`,
      ...fields,
      place,
      draft,
    };
    this.#items.push({ from: time, to: Number.POSITIVE_INFINITY, seen });
    return seen;
  }

  remove(seen: Seen, time: number): void {
    for (const item of this.#items) if (item.seen === seen) item.to = Math.min(item.to, time);
  }

  empty(place: Seen['place'], time: number, which: (seen: Seen) => boolean): void {
    for (const item of this.#items)
      if (item.seen.place === place && which(item.seen)) item.to = Math.min(item.to, Math.max(item.from, time));
  }

  move(seen: Seen, place: Seen['place'], time: number, keepRef: boolean, draft = seen.draft): Seen {
    this.remove(seen, time);
    const { ref, ...fields } = seen;
    return this.put(place, keepRef ? { ...fields, ref } : fields, time, draft);
  }

  has(seen: Seen, time: number): boolean {
    return this.#items.some((item) => item.seen === seen && item.from <= time && time < item.to);
  }

  /** All candidates for one draft, as `settle.ts` orders them. */
  reported(time: number, knownIds: ReadonlySet<string>): Seen[] {
    const found: Seen[] = [];
    for (const { from, to, seen } of this.#items)
      if (from <= time && time < to && isCandidate(seen, knownIds)) found.push(seen);
    return found.sort((a, b) => (a.ref < b.ref ? -1 : 1));
  }

  /** When something comes or goes for the last time. */
  get settledAt(): number {
    return Math.max(0, ...this.#items.flatMap(({ from, to }) => (Number.isFinite(to) ? [from, to] : [from])));
  }
}

const parents = new Set([parent]);

function isCandidate(seen: Seen, known: ReadonlySet<string>): boolean {
  if (known.has(seen.messageId)) return true;
  const related = names(seen, known) || names(seen, parents);
  if (seen.place === 'drafts') return related;
  if (seen.date.getTime() < placed.placedAt.getTime() - dayMs) return false;
  if (related) return true;
  if (seen.place === 'sent') return [...seen.to, ...seen.cc, ...seen.bcc].includes(buyer);
  return seen.place !== 'trash' && seen.from === buyer;
}

/** Whether a message that is new since the last synchronisation asks for another look at a settled draft (`sync-mailbox.ts`). */
export function asksForLook(seen: Seen, known: ReadonlySet<string>, wasSent: boolean): boolean {
  return known.has(seen.messageId) || names(seen, known) || (!wasSent && names(seen, parents));
}

export const minutesOf = (date: Date): number => (date.getTime() - at(0).getTime()) / minute;

const short = (id: string): string => id.replace(/[<>]|@.*/g, '');

/** A sighting in a few words, for a counterexample. */
export function inShort(seen: Seen): string {
  const mark = seen.draft && seen.place !== 'drafts' ? ' (draft)' : '';
  const answers = seen.from === buyer && parentOf(seen) ? ` answering ${short(parentOf(seen) as string)}` : '';
  return `${seen.place}${mark} ${short(seen.messageId)}${answers} "${seen.text.replace(/\s+/g, ' ').slice(0, 18)}…${seen.text.slice(-12).replace(/\s+/g, ' ')}"`;
}
