/** `read`: what each of these mails says, one line a mail. Nothing is written, nothing is connected, no service has to run. */
import { z } from 'zod';
import { isRep } from '../domain/assess.ts';
import { type Reading, readMessage } from '../domain/reading.ts';
import { BadInput } from '../errors.ts';
import { type FileMessage, readMailFiles } from '../mailbox/files.ts';
import type { Io } from './io.ts';

/** Words that name a day which cannot be, such as 31 June; `until` is then an assumption on the late side. */
const unclear = z.string().optional();

/** One line of `read --json`. A hold's `until` is the first day on which contact is fine again, null for good; an absence's the first day back. */
export const readLine = z.strictObject({
  file: z.string(),
  messageId: z.string(),
  from: z.string().nullable(),
  date: z.iso.datetime(),
  kind: z.enum(['human', 'auto_reply', 'bounce', 'bulk', 'invitation', 'unreadable']),
  text: z.string(),
  questions: z.array(z.string()),
  promises: z.array(
    z.strictObject({ by: z.enum(['rep', 'contact']), text: z.string(), until: z.string().nullable(), unclear }),
  ),
  hold: z
    .strictObject({
      until: z.string().nullable(),
      scope: z.enum(['person', 'company', 'topic']),
      quote: z.string(),
      unclear,
    })
    .nullable(),
  optOut: z.boolean(),
  absence: z.strictObject({ until: z.string().nullable(), unclear }).nullable(),
  meeting: z
    .strictObject({ at: z.string().nullable(), state: z.enum(['proposed', 'accepted', 'cancelled']) })
    .nullable(),
});

export type ReadLine = z.infer<typeof readLine>;

export interface ReadOptions {
  /** Files and folders: .eml, mbox, Maildir. */
  paths: string[];
  /** The rep's address: holds in the rep's own mails are none. */
  rep: string;
  /** IANA zone for mails whose Date names none. */
  zone: string;
  json: boolean;
}

/** Exit code 0; 1 when there was mail and none of it could be read. What is no mail is told on standard error. */
export async function readFiles(options: ReadOptions, io: Io): Promise<number> {
  const rep = options.rep.trim().toLowerCase();
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(rep)) throw new BadInput('Name the rep by address: --rep ADDRESS.');
  let [count, refused] = [0, 0];
  const onUnreadable = (file: string, why: string) => {
    refused += 1;
    io.err(`${file}: ${why}\n`);
  };
  for await (const found of readMailFiles(options.paths, onUnreadable)) {
    count += 1;
    const byRep = found.message.place === 'sent' || isRep(found.message.from?.address ?? '', { addresses: [rep] });
    const line = lineOf(found, readMessage(found.message, options.zone, byRep), byRep);
    io.out(options.json ? `${JSON.stringify(line)}\n` : inWords(line));
  }
  if (count === 0 && refused === 0)
    io.err(`There is no mail in ${options.paths.join(', ')}: name files that hold some.\n`);
  return count === 0 && refused > 0 ? 1 : 0;
}

function lineOf({ file, message }: FileMessage, reading: Reading, byRep: boolean): ReadLine {
  const { kind, text, questions, promises, hold, optOut, absence, meeting } = reading;
  return {
    file,
    messageId: message.id,
    from: message.from?.address ?? null,
    date: message.date.toISOString(),
    kind,
    text,
    questions,
    promises: promises.map((promise) => ({ by: byRep ? 'rep' : 'contact', ...promise })),
    hold: hold && {
      until: hold.until,
      scope: hold.scope,
      quote: hold.quote,
      ...(hold.unclear === undefined ? {} : { unclear: hold.unclear }),
    },
    optOut,
    absence,
    meeting: meeting && { at: meeting.at, state: meeting.state },
  };
}

const doubt = (words?: string) => (words ? ` ("${words}" cannot be: unclear)` : '');

function inWords(line: ReadLine): string {
  const said = [
    `${line.file}: ${line.kind}, ${line.from ?? 'no sender'}, ${line.date}`,
    ...line.questions.map((question) => `  asks: ${question}`),
    ...line.promises.map(
      ({ by, text, until, unclear: words }) => `  ${by} promises${until ? ` by ${until}` : ''}${doubt(words)}: ${text}`,
    ),
    ...(line.hold
      ? [
          `  ${line.optOut ? 'wants no more mail' : `hold until ${line.hold.until ?? 'further notice'}, ${line.hold.scope}`}${doubt(line.hold.unclear)}: "${line.hold.quote}"`,
        ]
      : []),
    ...(line.absence
      ? [`  away${line.absence.until ? ` until ${line.absence.until}` : ''}${doubt(line.absence.unclear)}`]
      : []),
    ...(line.meeting ? [`  meeting ${line.meeting.state}${line.meeting.at ? ` for ${line.meeting.at}` : ''}`] : []),
  ];
  return `${said.join('\n')}\n`;
}
