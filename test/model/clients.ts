/**
 * What mail clients do with a draft of ours. A row holds only what is documented, with its source in `facts/drafts.md`; every habit that
 * it leaves out is open, and each history draws one of all the values in `anyHabits`. To correct a row, name the habit and its values.
 */
import type { Holds } from '../../src/domain/policy.ts';
import type { Seen } from '../../src/domain/verdict.ts';
import { holds as imapHolds } from '../domain/placements.ts';

/** Every habit with every value that a client may have, the plainest first. Times are minutes. */
const anyHabits = {
  /** Message-ID of the next state of the draft, and of the mail that goes out. */
  idOnSave: ['keep', 'new'],
  idOnSend: ['keep', 'new'],
  /** The provider's own name of a message, on saving, and on moving, deleting and sending. */
  refOnSave: ['new', 'keep'],
  refOnMove: ['new', 'keep'],
  /** From saving to its showing on the server. */
  saveShows: [0],
  /** How long the old and the new state of a saved draft are both there; below zero: neither. */
  saveOverlap: [0, 0, 2, -1],
  /** `leave`: autosave without delete (SnappyMail #2072), so that states lie side by side, also under one Message-ID. */
  oldStates: ['expunge', 'expunge', 'trash', 'leave'],
  onDelete: ['trash', 'expunge', 'trash, emptied at once'],
  onSend: ['expunge', 'expunge', 'trash', 'keep'],
  /** From the draft's going to the copy's coming; below zero the copy comes first. */
  copyLag: [0, 0, -1, 1, 80, 1_200],
  copyPlace: ['sent', 'sent', 'sent', 'inbox'],
  dress: ['plain', 'wrapped', 'fixed spaces', 'curly', 'signature', 'quote below'],
  /** Whether a draft keeps its mark in another folder. */
  marksMoved: [true, false],
  /** Whether another mail in the thread names the draft among its References. */
  namesDraft: [false, true],
  undoWindow: [0, 0.1, 0.5],
  /** What shows during that window; a copy only in Gmail, whose hold for sent mail is there for that. */
  undoShows: ['draft', 'nothing'],
  /** Where a mail waits that is to be sent later; `cannot`: the client has no such thing. */
  scheduled: ['hidden', 'drafts', 'cannot'],
  clock: [0, 0, -60, 60],
} as const;

export type Habit = keyof typeof anyHabits;
type Value<K extends Habit> = (typeof anyHabits)[K][number];
export type Habits = {
  [K in Habit]: Value<K> extends number ? number : K extends 'undoShows' ? Value<K> | 'copy' : Value<K>;
};

export interface Client {
  name: string;
  account: keyof typeof accounts;
  source: string;
  habits: { readonly [K in Habit]?: readonly Habits[K][] };
  /** Where no evidence can exist, and what histories leave out for that reason. */
  beyond?: string;
}

/** A client at work, with one value for every habit. */
export interface Device {
  name: string;
  client: Client;
  habits: Habits;
  /** Until then nothing of what is done reaches the server, and the draft is worked on as it was before. */
  offlineUntil: number;
  view: Seen | null;
}

const minute = 60_000;
const hour = 60 * minute;

/** `facts/drafts.md` §4.2, by column. For Gmail no test proves that scheduled mail is visible, so it waits seven days. */
export const accounts: Record<'imap' | 'gmail' | 'outlook', { holds: Holds }> = {
  imap: { holds: imapHolds },
  gmail: {
    holds: {
      sentMs: minute,
      recheckMs: minute,
      supersededMs: 2 * minute,
      trashProvisionalMs: 15 * minute,
      trashFinalMs: 24 * hour,
      vanishedProvisionalMs: 15 * minute,
      vanishedFinalMs: 7 * 24 * hour,
    },
  },
  outlook: {
    holds: {
      sentMs: 0,
      recheckMs: minute,
      supersededMs: 2 * minute,
      trashProvisionalMs: 15 * minute,
      trashFinalMs: hour,
      vanishedProvisionalMs: 30 * minute,
      vanishedFinalMs: 24 * hour,
    },
  },
};

/** Messages never change under IMAP, and a desktop client without extensions sends at once or not at all. */
const overImap = {
  refOnSave: ['new'],
  refOnMove: ['new'],
  undoWindow: [0],
  scheduled: ['cannot'],
} as const;

export const clients: readonly Client[] = [
  {
    name: 'Thunderbird',
    account: 'imap',
    source: '§3.2, read in source; where deleted drafts go is an account setting',
    habits: {
      ...overImap,
      idOnSave: ['new'],
      idOnSend: ['keep'],
      saveOverlap: [0, 2],
      oldStates: ['expunge'],
      onSend: ['expunge'],
    },
    beyond: 'A rewrite saved under a new Message-ID cannot be told from another draft that answers the same mail.',
  },
  {
    name: 'Thunderbird Android',
    account: 'imap',
    source: '§3.2 (K-9), read in source; queued work may be hours late',
    habits: {
      ...overImap,
      idOnSave: ['new'],
      idOnSend: ['new'],
      saveOverlap: [0, 2],
      oldStates: ['expunge'],
      onDelete: ['trash'],
      onSend: ['expunge'],
    },
    beyond: 'As Thunderbird, and a rewrite sent at once shares neither id nor words with anything seen.',
  },
  {
    name: 'Roundcube',
    account: 'imap',
    source: '§3.2, read in source: SMTP, Sent, then the draft is deleted; no clock of its own',
    habits: {
      ...overImap,
      idOnSave: ['keep'],
      idOnSend: ['keep'],
      saveOverlap: [0, 2],
      oldStates: ['expunge'],
      onDelete: ['trash'],
      onSend: ['expunge'],
      copyLag: [0, -1],
      clock: [0],
    },
  },
  {
    name: 'NeoMutt',
    account: 'imap',
    source: 'not in §3.2: what a postponed mail keeps is left open',
    habits: { ...overImap, oldStates: ['expunge'], onSend: ['expunge'] },
  },
  {
    name: 'Gmail web',
    account: 'gmail',
    source: '§1.2, §1.4: a new revision id on every save and on sending; the Message-ID is contested; undo up to 30 s',
    habits: {
      refOnSave: ['new'],
      refOnMove: ['new'],
      saveOverlap: [0],
      oldStates: ['expunge'],
      onSend: ['expunge'],
      copyLag: [0],
      copyPlace: ['sent'],
      undoWindow: [0.5, 0.33, 0.16, 0.08],
      undoShows: ['copy', 'nothing', 'draft'],
      scheduled: ['hidden'],
      clock: [0],
    },
    beyond:
      'Mail scheduled for longer than the seven days of the hold leaves no trace (§1.4, unknown): under six here.',
  },
  {
    name: 'Outlook on the web',
    account: 'outlook',
    source: '§2.2, §2.5: ids are kept; deferred mail waits in Drafts',
    habits: {
      idOnSave: ['keep'],
      idOnSend: ['keep'],
      refOnSave: ['keep'],
      refOnMove: ['keep'],
      saveOverlap: [0],
      oldStates: ['expunge'],
      onSend: ['expunge'],
      copyLag: [0, 1],
      copyPlace: ['sent'],
      scheduled: ['drafts'],
      clock: [0],
    },
  },
  {
    name: 'classic Outlook',
    account: 'outlook',
    source:
      '§2.2, §2.5: ids change on send and on move, edits show after 30 s to 2 min; delayed mail may sit in Outbox',
    habits: {
      idOnSend: ['new'],
      refOnMove: ['new'],
      saveShows: [0.5, 2.5],
      saveOverlap: [0],
      oldStates: ['expunge'],
      onSend: ['expunge'],
      copyPlace: ['sent'],
      undoWindow: [0],
    },
    beyond: 'A mail that waits unseen for longer than the 24 hours of the hold leaves no trace: 19 at most here.',
  },
  {
    name: 'Apple Mail',
    account: 'imap',
    source: '§3.2: unknown, so every habit is tried',
    habits: {},
    beyond:
      'A client that puts sent drafts or old states into trash, and stores its copy only after the hold of trash, cannot be told from a deletion.',
  },
];

export const clientNamed = (name: string): Client => clients.find((client) => client.name === name) as Client;

export const habitNames = Object.keys(anyHabits) as Habit[];

/** One value for every habit; of open ones, and where a row knows several, the dice choose. */
export function habitsOf(client: Client, dice: readonly number[]): Habits {
  const drawn = habitNames.map((name, n) => {
    const values: readonly unknown[] = client.habits[name] ?? anyHabits[name];
    return [name, values[(dice[n] ?? 0) % values.length]];
  });
  return Object.fromEntries(drawn) as Habits;
}
