/** What `connect csv` asks for. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { BadInput } from '../errors.ts';
import { addressOf } from './csv-values.ts';

const isTrue = z.union(
  [z.boolean(), z.enum(['true', 'yes', 'false', 'no']).transform((word) => word === 'true' || word === 'yes')],
  { error: 'true or false' },
);

/** "Jane Smith=jane@x.example; Bob=bob@x.example", or a record of the same. */
const reps = z
  .union(
    [
      z.record(z.string(), z.string()),
      z.string().transform((text) =>
        Object.fromEntries(
          text
            .split(/[;\n]/)
            .filter((pair) => pair.trim() !== '')
            .map((pair) => pair.split('=').map((part) => part.trim())),
        ),
      ),
    ],
    { error: 'name=address for each rep' },
  )
  .transform((names) =>
    Object.fromEntries(
      Object.entries(names as Record<string, string>).map(([name, to]) => [name, addressOf(to ?? '')]),
    ),
  )
  .refine((names): names is Record<string, string> => Object.values(names).every((address) => address !== null), {
    error: 'name=address for each rep',
  });

const SETTINGS = z.strictObject({
  dir: z.string({ error: 'the folder with deals.csv' }).min(1, { error: 'the folder with deals.csv' }),
  decimal: z.enum([',', '.'], { error: '"," or "."' }).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd'], { error: 'dmy, mdy or ymd' }).optional(),
  delimiter: z
    .enum([',', ';', '\t', '\\t', 'tab', '|'], { error: '",", ";", "|" or tab' })
    .transform((mark) => (mark === 'tab' || mark === '\\t' ? '\t' : mark))
    .optional(),
  reps: reps.optional(),
  completeExport: isTrue.optional(),
});

export type Settings = z.infer<typeof SETTINGS>;

/** Throws BadInput with one sentence that names the setting. */
export function parseSettings(input: Record<string, unknown>): Settings {
  const read = SETTINGS.safeParse(input);
  if (!read.success) {
    const [issue] = read.error.issues;
    if (issue?.code === 'unrecognized_keys')
      throw new BadInput(`csv has no setting ${issue.keys.join(', ')}: leave it out.`);
    throw new BadInput(`The csv setting ${String(issue?.path[0] ?? '')} must be ${issue?.message}.`);
  }
  // A relative folder would mean another one when the process starts somewhere else.
  return { ...read.data, dir: resolve(read.data.dir) };
}
