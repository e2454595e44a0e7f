/** What an installation may decide, as `--policy FILE` says it: each setting with its default and its meaning. */
import { z } from 'zod';
import { isTimeZone } from './domain/calendar.ts';
import { millionths } from './domain/money.ts';
import type { Policy } from './domain/policy.ts';
import { isRegion } from './domain/working-days.ts';
import { isPlainNote, noteLimit, noteRule } from './domain/writing/public-note.ts';
import { BadInput } from './errors.ts';

const hold = (meaning: string) =>
  z.number().min(0).optional().describe(`${meaning} Milliseconds; the mailbox's own value when absent.`);

/** What `--policy FILE` may hold, JSON. */
export const policySchema = z.strictObject({
  timeZone: z
    .string()
    .refine(isTimeZone, 'is not a time zone such as "Europe/Berlin"')
    .default(Intl.DateTimeFormat().resolvedOptions().timeZone)
    .describe('Zone in which days are counted for reps who have none of their own.'),
  workingDays: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .default([1, 2, 3, 4, 5])
    .describe('Weekdays on which reps work; 1 is Monday.'),
  region: z
    .string()
    .refine(isRegion, 'is no region such as "DE-BY", "GB-ENG" or "US"')
    .nullable()
    .default(null)
    .describe('Region (ISO 3166-2, or a country) whose public holidays are no working days; null counts none.'),
  draftsFromHour: z
    .number()
    .int()
    .min(0)
    .max(23)
    .default(6)
    .describe("Local hour from which a day's drafts may appear."),
  digestOn: z
    .boolean()
    .default(true)
    .describe('A summary of the day in the inbox of each rep, to be answered; false: none.'),
  digestAtHour: z
    .number()
    .int()
    .min(0)
    .max(21)
    .default(7)
    .describe('Local hour from which the summary of the day is there.'),
  draftsPerDay: z.number().int().min(0).max(20).default(3).describe('Drafts a rep may get in a day; 0 stops them.'),
  stalledAfterWorkingDays: z
    .number()
    .int()
    .min(1)
    .max(60)
    .default(5)
    .describe('Their turn for so many working days: stalled.'),
  promiseGraceWorkingDays: z
    .number()
    .int()
    .min(0)
    .max(60)
    .default(2)
    .describe('Working days past its date until a promise is overdue.'),
  restAfterRejectionWorkingDays: z
    .number()
    .int()
    .min(0)
    .max(60)
    .default(10)
    .describe('A deal whose draft was rejected gets no other for so many working days.'),
  restOfKindWorkingDays: z
    .number()
    .int()
    .min(0)
    .max(60)
    .default(15)
    .describe('After three rejected drafts of one kind in a row, such as after a meeting, none of it for so many.'),
  ourTurnAfterWorkingDays: z
    .number()
    .int()
    .min(0)
    .max(60)
    .default(2)
    .describe("The rep's turn for more working days is pointed out."),
  unansweredFollowUps: z
    .number()
    .int()
    .min(0)
    .max(10)
    .default(2)
    .describe('Follow-ups without an answer before we stop drafting.'),
  withdrawAfterWorkingDays: z
    .number()
    .int()
    .min(1)
    .max(60)
    .default(5)
    .describe('An untouched draft is taken back after so many.'),
  proposalExpiryWorkingDays: z
    .number()
    .int()
    .min(1)
    .max(60)
    .default(5)
    .describe('A proposed change of the CRM that nobody decides is dropped after so many working days.'),
  firstReadDays: z.number().int().min(1).max(3_650).default(180).describe('How far back a mailbox is read. Days.'),
  similarity: z
    .number()
    .min(0.5)
    .max(1)
    .default(0.85)
    .describe('Share of our words from which a sent mail counts as our draft, rewritten.'),
  similarityWords: z
    .number()
    .int()
    .min(5)
    .max(500)
    .default(25)
    .describe('Fewest words of ours for that share to mean anything.'),
  freeMailDomains: z
    .array(z.string().regex(/^[^\s@/]+\.[^\s@/]+$/, 'is no domain such as "mail.example"'))
    .default([])
    .describe('Further domains of free mail: who writes from one is at no company.'),
  modelTokensPerRepDay: z
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .default(200_000)
    .describe(
      'Tokens that a language model may take for one rep in a day; 0 stops it. Then templates write until tomorrow.',
    ),
  modelTokensPerDay: z
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .default(5_000_000)
    .describe('The same for all reps together.'),
  modelMoneyPerDay: z
    .union([z.number(), z.string()], 'is no amount such as "2.50"')
    .transform((amount) => String(amount))
    .refine((amount) => millionths(amount) !== null, 'is no amount such as "2.50"')
    .nullable()
    .default(null)
    .describe('Money that it may cost in a day, such as "2.50", in the currency of its prices; null sets no limit.'),
  publicNote: z
    .string()
    .max(noteLimit)
    .refine(isPlainNote, noteRule)
    .default('')
    .describe('What every prospect may know of the organisation, plain text: follow-ups may say it.'),
  holds: z
    .strictObject({
      sentMs: hold('How long a sent copy must have stood before it counts.'),
      recheckMs: hold('Least distance of two looks that both miss a draft.'),
      supersededMs: hold('How long another mail of the rep must stand beside our draft.'),
      trashProvisionalMs: hold('In trash: provisionally discarded.'),
      trashFinalMs: hold('In trash: finally discarded.'),
      vanishedProvisionalMs: hold('Gone without a trace: provisionally discarded.'),
      vanishedFinalMs: hold('Gone without a trace: finally discarded.'),
    })
    .default({})
    .describe('Overrides of how long evidence has to stand.'),
});

/** The policy of a JSON text; the defaults when there is none. */
export function readPolicy(text: string | null): Policy {
  let value: unknown = {};
  if (text !== null) {
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw new BadInput(`The policy file is not JSON: ${(error as Error).message}.`, { cause: error });
    }
  }
  const read = policySchema.safeParse(value);
  if (!read.success) throw new BadInput(firstProblem('The policy setting', read.error));
  return read.data;
}

/** The first thing that is wrong, in a sentence that names the setting. */
export function firstProblem(what: string, error: z.ZodError): string {
  const [issue] = error.issues;
  return `${what} ${issue?.path.join('.') || '(whole)'} is wrong: ${issue?.message}; "config" lists every setting with its meaning.`;
}
