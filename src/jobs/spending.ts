/** What the language model has cost today, and whether a cap is in its way: for the status page and for commands. */
import { isNull } from 'drizzle-orm';
import * as schema from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { type Caps, type Reached, type Spent, spentByMailbox } from '../db/writing.ts';
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
  const { mailbox } = schema;
  const rows = await db
    .select({ id: mailbox.id, rep: mailbox.rep, zone: mailbox.timeZone })
    .from(mailbox)
    .where(isNull(mailbox.disconnectedAt))
    .orderBy(mailbox.rep);
  const today = civilDate(now, policy.timeZone);
  const days = new Set([today, ...rows.map(({ zone }) => civilDate(now, zone))]);
  const spent = await spentByMailbox(db, [...days]);
  const ofToday = spent.filter(({ day }) => day === today);
  const sum = (of: 'tokens' | 'cost' | 'questions'): number => ofToday.reduce((all, each) => all + each[of], 0);
  const reached = (['tokens', 'money'] as const).filter((cap) => ofToday.some((each) => each.reached.includes(cap)));
  return {
    model: model.name,
    priced: model.prices !== null,
    caps: capsOf(policy),
    all: { tokens: sum('tokens'), cost: sum('cost'), questions: sum('questions'), reached },
    reps: rows.flatMap(({ id, rep, zone }) => {
      const day = civilDate(now, zone);
      const mine = spent.find((each) => each.mailboxId === id && each.day === day);
      if (!mine) return [];
      const { tokens, cost, questions } = mine;
      return [{ rep, tokens, cost, questions, reached: mine.reached.filter((cap) => cap === 'rep_tokens') }];
    }),
  };
}

const amount = ({ tokens, cost, questions }: Spent, priced: boolean): string =>
  `${questions} ${questions === 1 ? 'question' : 'questions'}, ${tokens} tokens${priced ? `, cost ${inDecimals(cost)}` : ''}`;

/** Reps beyond these are left out of what people read, but for those who have come to their limit. */
const mostReps = 20;

/** One line for all and one a rep. */
export function spendingInWords({ model, priced, caps, all, reps }: Spending): string[] {
  const limits = [`${caps.tokens} tokens`, ...(caps.money === null ? [] : [`a cost of ${inDecimals(caps.money)}`])];
  const stopped = 'the limit is reached: templates write until tomorrow';
  return [
    `model ${model} today: ${amount(all, priced)}; at most ${limits.join(' and ')}${all.reached.length > 0 ? `; ${stopped}` : ''}`,
    ...reps
      .filter(({ reached }, n) => n < mostReps || reached.length > 0)
      .map(
        (each) =>
          `model for ${each.rep} today: ${amount(each, priced)}; at most ${caps.repTokens} tokens${each.reached.length > 0 ? `; ${stopped}` : ''}`,
      ),
  ];
}
