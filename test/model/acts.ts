/** What a rep and the world may do to a draft of ours, and the words of the mails that come of it. */
import type { Seen } from '../../src/domain/verdict.ts';
import { buyer, byHand, ourText, placed } from '../domain/placements.ts';
import type { Habits } from './clients.ts';

export const acts = [
  'send',
  'delete',
  'save as it is',
  'edit a little',
  'edit much',
  'edit back',
  'change the subject',
  'add a recipient',
  'add a Bcc',
  'attach a file',
  'edit a little and send',
  'edit much and send',
  'send and undo',
  'schedule',
  'cancel the schedule',
  'restore',
  'empty Trash',
  'send from a window left open',
  'save from a window left open',
  'move to a folder',
  'drag into Sent',
  'write by hand',
  'write anew',
  'delete and write by hand',
  'begin a draft alone',
  'send that draft',
  'drop that draft',
  'tidy Sent',
  'go offline',
] as const;
export type Act = (typeof acts)[number];

export const worldActs = [
  'the prospect writes',
  'the prospect answers',
  'the prospect answers what was never sent',
  'the deal moves on',
] as const;
export type WorldAct = (typeof worldActs)[number];

const words = ourText.split(/\s+/);
export const otherMails = [
  byHand,
  'Hello Dana, shall we talk on the phone on Thursday at ten? Robin',
  [...words].reverse().join(' '),
  words.map((_, n) => words[(n * 7) % words.length]).join(' '),
  `${ourText.slice(0, ourText.length / 2)}\n\nLet us leave it at that for this year, and speak again when the budget stands.`,
  `${words.join(' and ')} ${words.toReversed().join(' or ')}`,
];
export const choices = otherMails.length;

/** What the draft is turned into. No mail by hand says the same: sending the words of the draft is sending the draft. */
export const rewritten = [
  'Dana, may I ring you on Monday about the seats? Robin',
  `${ourText.slice(0, 180)}" That was then. What about the summer, when the lease of the old place ends and people move?`,
  'One line only: is the pilot still on? If so I keep the date in May for you, if not I would like to know what to change, and when.',
];

/** Hours for which a client is offline, and for which a mail is scheduled ahead. */
export const offlineHours = [1, 3, 9, 26, 2, 14];
export const scheduledHours = [2, 20, 60, 1, 130, 9];

/** What a client makes of a text on its way out. */
export function dressed(text: string, dress: Habits['dress']): string {
  switch (dress) {
    case 'wrapped':
      return text.replace(/([^\n]{40}\S*) /g, '$1\n');
    case 'fixed spaces':
      return text.replaceAll(' ', '\u00a0');
    case 'curly':
      return text.replace(/"(.*?)"/gs, '“$1”').replaceAll("'", '’');
    case 'signature':
      return `${text}\n\n-- \nRobin Rep\nSeller Ltd`;
    case 'quote below':
      return `${text}\n\nOn 03/11/2026 10:12, Robin Rep wrote:\n> Would it do?`;
    default:
      return text;
  }
}

export function asProposed({ text, subject, to, cc, bcc, attachments }: Partial<Seen>): boolean {
  return (
    text === ourText &&
    subject === placed.subject &&
    to?.join() === buyer &&
    [cc, bcc, attachments].every((list) => list?.length === 0)
  );
}
