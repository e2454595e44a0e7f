/**
 * Has the language model write the drafts of the day: each question once, however often the deals are judged, and none beyond the caps. Nothing here
 * waits for anything but the model, and whatever goes wrong leaves the draft to its template.
 */
import type { MailboxRow } from '../db/mailboxes.ts';
import { book, type Caps, noteAnswer, questionsLike, type Reached } from '../db/writing.ts';
import { costOf, millionths } from '../domain/money.ts';
import type { Draft } from '../domain/plan.ts';
import type { Policy } from '../domain/policy.ts';
import { type Prompt, promptOf } from '../domain/writing/prompt.ts';
import { outcomeOf, type WriteOutcome } from '../domain/writing/write.ts';
import type { Context, Writer } from './context.ts';

/** A question that nothing came of is asked once more, and then no more. */
const mostTries = 2;

/** A draft, and what the model is asked for it; null where that cannot be said. */
export interface Asking {
  draft: Draft;
  prompt: Prompt | null;
  hash: string;
}

/** What the model is to be asked, and for whom. */
export interface ToAsk {
  writer: Writer;
  row: MailboxRow;
  /** The rep's civil date, on which it counts. */
  day: string;
  askings: readonly Asking[];
}

/** What to ask for each draft. A broken template of the prompt is the admin's matter, and keeps no draft back. */
export function askingsFor(context: Context, { model }: Writer, drafts: readonly Draft[]): Asking[] {
  return drafts.map((draft) => {
    try {
      const prompt = promptOf(draft.followUp.context, draft.followUp.limits, context.render);
      const { system, user, schema, maxTokens } = prompt;
      const asked = JSON.stringify([model.settings, system, user, schema, maxTokens]);
      return { draft, prompt, hash: context.store.sha256(asked) };
    } catch (error) {
      context.log.warn('prompt-not-rendered', { deal: draft.dealId, error });
      return { draft, prompt: null, hash: '' };
    }
  });
}

/** What is known already of what would be asked, by hash: from the table, so also from before a crash. Of the others nothing is said. */
export async function knownOutcomes(
  { store }: Context,
  row: MailboxRow,
  askings: readonly Asking[],
): Promise<Map<string, WriteOutcome>> {
  const hashes = askings.filter(({ prompt }) => prompt !== null).map(({ hash }) => hash);
  const rows = await questionsLike(store.db, row.id, hashes);
  const known = new Map<string, WriteOutcome>([['', { kind: 'no_prompt' }]]);
  for (const [hash, tries] of Map.groupBy(rows, (each) => each.hash)) {
    const answered = tries.find(({ answer }) => answer !== null);
    const [last] = tries;
    if (answered?.answer) known.set(hash, { kind: 'answered', answer: answered.answer });
    else if (last && tries.length >= mostTries)
      known.set(hash, { kind: last.state === 'asked' || last.state === 'answered' ? 'lost' : last.state });
  }
  return known;
}

/** Asks all at once: together they take no longer than the deadline of one. Not under the lock of the mailbox, which a slow model would hold. */
export async function askAll(context: Context, toAsk: ToAsk): Promise<Map<string, WriteOutcome>> {
  const outcomes = await Promise.all(
    toAsk.askings.map(
      async ({ prompt, hash }): Promise<[string, WriteOutcome]> => [
        hash,
        prompt ? await askOne(context, toAsk, prompt, hash) : { kind: 'no_prompt' },
      ],
    ),
  );
  return new Map(outcomes);
}

async function askOne(
  context: Context,
  { writer: { model, prices }, row, day }: ToAsk,
  prompt: Prompt,
  hash: string,
): Promise<WriteOutcome> {
  const { store, newId, now, log } = context;
  const question = { id: newId(), mailboxId: row.id, day, hash, model: model.name, createdAt: now() };
  const bound = model.bound(prompt);
  const most = { ...bound, cost: costOf(bound, prices) };
  let reached = null as Reached | null;
  const answer = await model.ask(prompt, async () => {
    reached = await book(store, question, most, capsOf(context.policy));
    return reached === null;
  });
  const outcome: WriteOutcome = reached === null ? outcomeOf(prompt, answer) : { kind: reached };
  if (answer.requests > 0 || reached === null)
    await noteAnswer(store.db, question.id, {
      state: outcome.kind,
      tokensIn: answer.tokens.in,
      tokensOut: answer.tokens.out,
      cost: costOf(answer.tokens, prices),
      answer: outcome.kind === 'answered' ? outcome.answer : null,
    }).catch((error) => {
      // What was booked goes on counting. The other drafts are not kept back for one row.
      log.warn('answer-not-noted', { mailbox: row.id, error });
    });
  const count = answer.tokens.in + answer.tokens.out;
  log.info('model-asked', { mailbox: row.id, state: outcome.kind, attempt: answer.requests, count });
  return outcome;
}

/** What the model may cost in a day. */
export function capsOf({ modelTokensPerRepDay, modelTokensPerDay, modelMoneyPerDay }: Policy): Caps {
  return {
    repTokens: modelTokensPerRepDay,
    tokens: modelTokensPerDay,
    money: modelMoneyPerDay === null ? null : millionths(modelMoneyPerDay),
  };
}
