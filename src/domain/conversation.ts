/** Which mails belong to one conversation, from their headers alone. */
import { baseSubject, type Envelope, isReplySubject, participants } from './mail.ts';

export interface Conversation<T extends Envelope> {
  /** The Message-ID the conversation hangs on: the earliest message's first reference, or its own id. */
  root: string;
  /** In order of date, one for each id. */
  members: T[];
}

/** Answers without any reference are joined to a mail of the same subject at most this much older. */
const reachMs = 45 * 86_400_000;
/** A mail to more people than this says little about any one of them. */
const maxParticipants = 50;

/**
 * Groups by Message-ID, In-Reply-To and References (RFC 5322 §3.6.4). An answer by its subject that names no
 * message at all joins the latest earlier mail of the same base subject, within 45 days, that shares a participant
 * who is not in `own` (the owner takes part in everything). Of several messages with one id the first given stays.
 * The result does not depend on the order given, apart from that. O(n log n).
 */
export function groupThreads<T extends Envelope>(
  envelopes: Iterable<T>,
  own: Iterable<string> = [],
): Conversation<T>[] {
  const byId = new Map<string, T>();
  for (const each of envelopes) if (!byId.has(each.id)) byId.set(each.id, each);
  const inOrder = [...byId.values()].sort((a, b) => a.date.getTime() - b.date.getTime() || compare(a.id, b.id));

  const sets = new Sets();
  for (const each of inOrder) {
    sets.add(each.id);
    for (const other of each.references) sets.join(each.id, other);
    if (each.inReplyTo) sets.join(each.id, each.inReplyTo);
  }
  joinBySubject(inOrder, new Set(own), sets);

  const groups = new Map<string, T[]>();
  for (const each of inOrder) {
    const name = sets.find(each.id);
    const members = groups.get(name);
    if (members) members.push(each);
    else groups.set(name, [each]);
  }
  return [...groups.values()].map((members) => ({ root: rootOf(members[0]!), members }));
}

/** Where a message by itself would hang: what a header-only view can know. */
export function rootOf(envelope: Envelope): string {
  return envelope.references[0] ?? envelope.inReplyTo ?? envelope.id;
}

function joinBySubject(inOrder: Envelope[], own: Set<string>, sets: Sets): void {
  // Walking forward in time, the last mail seen for a subject and a person is the latest earlier one.
  const latest = new Map<string, Envelope>();
  for (const each of inOrder) {
    const base = baseSubject(each.subject);
    if (base === '') continue;
    const keys = participants(each)
      .filter((address) => !own.has(address))
      .slice(0, maxParticipants)
      .map((address) => `${address}\n${base}`);
    if (each.references.length === 0 && each.inReplyTo === null && isReplySubject(each.subject)) {
      let best: Envelope | null = null;
      for (const key of keys) {
        const other = latest.get(key);
        if (!other || each.date.getTime() - other.date.getTime() > reachMs) continue;
        if (!best || other.date > best.date || (other.date.getTime() === best.date.getTime() && other.id > best.id))
          best = other;
      }
      if (best) sets.join(each.id, best.id);
    }
    for (const key of keys) latest.set(key, each);
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Union-find with path halving. */
class Sets {
  readonly #parent = new Map<string, string>();

  add(id: string): void {
    if (!this.#parent.has(id)) this.#parent.set(id, id);
  }

  find(id: string): string {
    let at = id;
    for (;;) {
      const up = this.#parent.get(at) ?? at;
      if (up === at) return at;
      const over = this.#parent.get(up) ?? up;
      this.#parent.set(at, over);
      at = over;
    }
  }

  join(one: string, other: string): void {
    this.add(one);
    this.add(other);
    const [a, b] = [this.find(one), this.find(other)];
    // By name, so that the outcome does not hang on the order of joins.
    if (a !== b) this.#parent.set(a < b ? b : a, a < b ? a : b);
  }
}
