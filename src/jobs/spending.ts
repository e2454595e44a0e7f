/** What the language model has cost today, and whether a cap is in its way: for the status page and for commands. */
import { isNull } from 'drizzle-orm';
import * as schema from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { type Caps, capsReachedOn, type Reached, type Spent, spentOn } from '../db/writing.ts';
import { civilDate } from '../domain/calendar.ts';
import { inDecimals } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { capsOf } from './write-drafts.ts';

export interface Spending {
  model: string;
  /** Whether money is counted. */
  priced: boolean;
  caps: Caps;
  all: Spent & { reached: Reached[] };
  /** Those who spent something, or wanted to. */
  reps: (Spent & { rep: string; reached: Reached[] })[];
}

/** Null without a model. Today is each rep's own, and for all together that of the policy's time zone. */
export async function spendingOf(
  db: Db,
  policy: Policy,
  model: { name: string; prices: unknown } | null,
  now: Date,
): Promise<Spending | null> {
  if (!model) return null;
  const today = civilDate(now, policy.timeZone);
  const { mailbox } = schema;
  const rows = await db
    .select({ id: mailbox.id, rep: mailbox.rep, zone: mailbox.timeZone })
    .from(mailbox)
    .where(isNull(mailbox.disconnectedAt))
    .orderBy(mailbox.rep);
  const reps: Spending['reps'] = [];
  for (const { id, rep, zone } of rows) {
    const day = civilDate(now, zone);
    const spent = await spentOn(db, day, id);
    const reached = (await capsReachedOn(db, day, id)).filter((cap) => cap === 'rep_tokens');
    if (spent.questions > 0 || reached.length > 0) reps.push({ rep, ...spent, reached });
  }
  const reached = (await capsReachedOn(db, today)).filter((cap) => cap !== 'rep_tokens');
  return {
    model: model.name,
    priced: model.prices !== null,
    caps: capsOf(policy),
    all: { ...(await spentOn(db, today)), reached },
    reps,
  };
}

const amount = ({ tokens, cost, questions }: Spent, priced: boolean): string =>
  `${questions} ${questions === 1 ? 'question' : 'questions'}, ${tokens} tokens${priced ? `, ${inDecimals(cost)} in money` : ''}`;

/** One line for all and one a rep. */
export function spendingInWords({ model, priced, caps, all, reps }: Spending): string[] {
  const limits = [`${caps.tokens} tokens`, ...(caps.money === null ? [] : [`${inDecimals(caps.money)} in money`])];
  const stopped = 'the limit is reached: templates write until tomorrow';
  return [
    `model ${model} today: ${amount(all, priced)} of at most ${limits.join(' and ')}${all.reached.length > 0 ? `; ${stopped}` : ''}`,
    ...reps.map(
      (each) =>
        `model for ${each.rep} today: ${amount(each, priced)} of at most ${caps.repTokens} tokens${each.reached.length > 0 ? `; ${stopped}` : ''}`,
    ),
  ];
}
