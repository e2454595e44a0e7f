/**
 * The heads of messages, each read once: a message of Gmail never changes but for its labels, so what its headers said they say for ever. That makes
 * looking again cheap, and lets work go on where the minute's units ran out.
 */
import type { Envelope } from '../domain/mail.ts';
import { absent, type Gmail, type Item, type Listing } from './gmail-api.ts';
import { arrivedAt, envelopeOf, labelsOf } from './gmail-messages.ts';

export interface Head {
  id: string;
  threadId: string;
  /** As they were when it was read; they may have changed. */
  labels: string[];
  arrived: Date;
  envelope: Envelope;
}

export interface Heads {
  /** Null: it is not there (any more). */
  of(id: string): Promise<Head | null>;
  /** The labels as last seen; null for a message never seen. */
  labels(id: string): string[] | null;
  noteLabels(id: string, labels: string[]): void;
  /** Newest first, as fresh as the listing is, back to an instant or to so many. */
  since(listing: Listing, instant: Date, limit: number): AsyncIterable<Head>;
}

/** Read together; some of the last ones may be for nothing. */
const atOnce = 8;
/** Some kilobytes each. */
const most = 5_000;

export function rememberHeads(gmail: Gmail): Heads {
  const known = new Map<string, Promise<Head | null>>();
  const labels = new Map<string, string[]>();

  function remember<T>(map: Map<string, T>, id: string, value: T): T {
    map.delete(id);
    map.set(id, value);
    for (const oldest of map.keys()) {
      if (map.size <= most) break;
      map.delete(oldest);
    }
    return value;
  }

  async function read(id: string): Promise<Head | null> {
    const item: Item | null = await gmail.message(id, 'head').catch(absent);
    if (item === null) return null;
    remember(labels, id, labelsOf(item));
    return {
      id,
      threadId: item.threadId ?? '',
      labels: labelsOf(item),
      arrived: arrivedAt(item),
      envelope: await envelopeOf(item),
    };
  }

  const heads: Heads = {
    of(id) {
      const before = known.get(id);
      if (before) return before;
      const forget = () => {
        known.delete(id);
      };
      const now = read(id);
      now.then((head) => head ?? forget(), forget);
      return remember(known, id, now);
    },
    labels: (id) => labels.get(id) ?? null,
    noteLabels(id, seen) {
      remember(labels, id, seen);
    },
    async *since(listing, instant, limit) {
      let count = 0;
      for await (const page of gmail.messages(listing))
        for (let at = 0; at < page.length; at += atOnce) {
          for (const head of await Promise.all(page.slice(at, at + atOnce).map(({ id }) => heads.of(id ?? '')))) {
            if (count >= limit || (head && head.arrived < instant)) return;
            count += 1;
            if (head) yield head;
          }
        }
    },
  };
  return heads;
}
