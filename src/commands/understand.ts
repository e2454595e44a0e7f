/** `understand`: what a reply to a daily summary asks for. Nothing is written, nothing is connected, no service has to run. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { firstCounted, isCounted, lastCounted } from '../domain/answer/days.ts';
import { type Action, type Item, itemKinds, type Understood } from '../domain/answer/items.ts';
import { understand } from '../domain/answer/understand.ts';
import { shorten } from '../domain/text.ts';
import { BadInput } from '../errors.ts';
import type { Io } from './io.ts';

const name = z.string().nullable().default(null);

/** The file of items: what one summary listed, each number once. */
export const itemsSchema = z
  .array(z.object({ n: z.int().min(1), kind: z.enum(itemKinds), deal: name, contact: name, text: z.string() }))
  .refine((items) => new Set(items.map(({ n }) => n)).size === items.length, 'a number stands there twice');

/** What `understand --json` prints. */
export const understoodSchema = z.strictObject({
  actions: z.array(
    z.strictObject({
      n: z.int().nullable(),
      do: z.enum(['approve', 'reject', 'snooze', 'hold', 'lift_hold', 'undo', 'pause', 'resume', 'answer']),
      until: z.iso.date().nullable(),
      reason: z.string().nullable(),
      value: z.string().nullable(),
    }),
  ),
  askBack: z.boolean(),
});

export interface UnderstandOptions {
  /** A JSON file of items. */
  items: string;
  /** Civil date from which days are counted. */
  today: string;
  json: boolean;
}

/** Exit code 0, also where nothing was understood. Throws BadInput for items or a date that cannot be. */
export async function understandReply(options: UnderstandOptions, reply: string, io: Io): Promise<number> {
  if (!z.iso.date().safeParse(options.today).success)
    throw new BadInput(`"${options.today}" is not a date: give --today as 2026-11-30.`);
  if (!isCounted(options.today))
    throw new BadInput(
      `From ${options.today} no days are counted: give --today a date from ${firstCounted} to ${lastCounted}.`,
    );
  const items = await readItems(options.items);
  const understood = understand(reply, items, options.today);
  io.out(options.json ? `${JSON.stringify(understood)}\n` : inWords(understood, items));
  return 0;
}

async function readItems(path: string): Promise<Item[]> {
  const text = await readFile(path, 'utf8').catch((error) => {
    throw new BadInput(`The items file ${path} cannot be read: ${(error as Error).message}.`, { cause: error });
  });
  let given: unknown;
  try {
    // Editors of some systems begin a file with a byte order mark.
    given = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new BadInput(`The items file ${path} is no JSON: ${(error as Error).message}.`, { cause: error });
  }
  const { success, data, error } = itemsSchema.safeParse(given);
  if (success) return data;
  const { path: where = [], message = '' } = error.issues[0] ?? {};
  const place = where.length > 0 ? ` at ${where.join('.')}` : '';
  throw new BadInput(`The items file ${path} is no list of items${place}: ${message}.`);
}

const verbs: Record<Action['do'], string> = {
  approve: 'approve',
  reject: 'reject',
  snooze: 'ask again',
  hold: 'hold',
  lift_hold: 'lift the hold',
  undo: 'undo',
  pause: 'pause everything',
  resume: 'go on with everything',
  answer: 'answer',
};

/** Characters of an item that are shown beside what was understood. */
const shown = 80;

function inWords({ actions, askBack }: Understood, items: readonly Item[]): string {
  const lines = actions.map(({ n, do: deed, until, reason, value }) => {
    const item = items.find((each) => each.n === n);
    const days = until ? ` ${deed === 'snooze' ? 'on' : 'until'} ${until}` : '';
    const what = `${verbs[deed]}${value === null ? '' : ` "${value}"`}${days}${reason ? `, because "${reason}"` : ''}`;
    return n === null ? what : `${n}: ${what}${item ? ` (${shorten(item.text, shown)})` : ''}`;
  });
  if (askBack) lines.push('Some of it is unclear: that changes nothing and is asked back.');
  if (lines.length === 0) lines.push('Nothing to do.');
  return `${lines.join('\n')}\n`;
}
