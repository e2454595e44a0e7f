/** `note`: what a rep marked as public. A follow-up may say it to any prospect. */
import { readFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import type { App } from '../app.ts';
import { appendLedger } from '../db/ledger.ts';
import { findByRep, type MailboxRow } from '../db/mailboxes.ts';
import * as schema from '../db/schema.ts';
import { isPlainNote, noteLimit, noteRule } from '../domain/writing/public-note.ts';
import { BadInput } from '../errors.ts';
import { mailboxKey } from '../jobs/context.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

/** Throws BadInput unless it says whose note, and one thing to do with it. */
export function checkNote({ rep, file, show, erase }: Options): void {
  const asked = [file, show, erase].filter((each) => each !== undefined);
  if (typeof rep !== 'string' || asked.length !== 1)
    throw new BadInput('Say whose note and what to do: note --rep ADDRESS and --file FILE, --show or --erase.');
}

/** Says what was done. Recorded in the ledger when it changed something; the text there is only committed to. */
export async function note(app: App, { rep, file, show }: Options, io: Io): Promise<number> {
  const address = String(rep).trim().toLowerCase();
  const row = await findByRep(app.store.db, address);
  if (!row) throw new BadInput(`There is no mailbox of ${address}: "status" lists them.`);
  if (show === true) {
    io.out(row.publicNote === '' ? `${address} has no public note.\n` : `${row.publicNote}\n`);
    return 0;
  }
  const text = typeof file === 'string' ? await noteIn(file) : '';
  const changed = await setNote(app, row, text);
  const now = text === '' ? 'has no public note' : 'has a public note, which follow-ups may say to any prospect';
  io.out(changed ? `${address} ${now}. Recorded.\n` : `${address} ${now} already, as it is.\n`);
  return 0;
}

async function noteIn(path: string): Promise<string> {
  const raw = await readFile(path).catch((error) => {
    throw new BadInput(`The note ${path} cannot be read: ${(error as Error).message}.`, { cause: error });
  });
  if (raw.length > 4 * noteLimit) throw new BadInput(tooLong(path));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(raw).replaceAll('\r\n', '\n').trim();
  } catch (error) {
    throw new BadInput(`The note ${path} is no UTF-8 text: save it as that.`, { cause: error });
  }
  if (text === '') throw new BadInput(`The note ${path} is empty: write something, or say --erase.`);
  if (text.length > noteLimit) throw new BadInput(tooLong(path));
  if (!isPlainNote(text)) throw new BadInput(`The note ${path} ${noteRule}: take them out.`);
  return text;
}

const tooLong = (path: string): string => `The note ${path} is longer than ${noteLimit} characters: shorten it.`;

async function setNote({ store, context }: App, { id }: MailboxRow, text: string): Promise<boolean> {
  return store.exclusively(mailboxKey(id), () =>
    store.transaction(async (tx) => {
      const { mailbox } = schema;
      const [before] = await tx.select({ note: mailbox.publicNote }).from(mailbox).where(eq(mailbox.id, id));
      if (before?.note === text) return false;
      await tx.update(mailbox).set({ publicNote: text, assessedAt: null }).where(eq(mailbox.id, id));
      const key = `public_note/${id}/${context.newId()}`;
      const entry = {
        at: context.now(),
        by: 'admin',
        kind: 'public_note',
        key,
        body: { mailbox: id },
        texts: { note: text },
      };
      await appendLedger(tx, entry, context);
      return true;
    }),
  );
}
