/** A follow-up written by a language model: asked for an answer, and the gate decides what becomes of it. */
import type { Draft, Render } from '../plan.ts';
import type { Authorship, Unanswered } from './authorship.ts';
import { gate, type Passed, type Refused } from './gate/gate.ts';
import type { Limits, Written } from './gate/written.ts';
import { evidenceInManner, inManner } from './manner.ts';
import { answerTo, noticesIn, type Prompt, promptOf } from './prompt.ts';
import type { PublicToThread } from './public-to-thread.ts';

/** An answer is what a model said, and nothing that may be used as it is. */
export type WriteOutcome = { kind: 'answered'; answer: Written } | { kind: Unanswered };

/** The language model: a thread's public context in, a structured answer out. No tools, no addresses. Never throws for what a model does. */
export type Write = (context: PublicToThread, limits: Limits) => Promise<WriteOutcome>;

/** What a model is, as far as writing goes. */
export interface Answerer {
  ask(prompt: Prompt): Promise<{ kind: 'answered'; value: unknown } | { kind: Unanswered }>;
}

/** Asks a model in the words of the templates `write/…`. */
export function writeWith(model: Answerer, render: Render): Write {
  return async (context, limits) => {
    const prompt = promptOf(context, limits, render);
    return outcomeOf(prompt, await model.ask(prompt));
  };
}

/** An answer that is one, with Message-IDs in their places. */
export function outcomeOf(prompt: Prompt, answer: Awaited<ReturnType<Answerer['ask']>>): WriteOutcome {
  if (answer.kind !== 'answered') return { kind: answer.kind };
  const written = answerTo(prompt, answer.value);
  return written ? { kind: 'answered', answer: written } : { kind: 'broken' };
}

/** What the gate lets through of an answer. Facts in public notes are ground too, and a meeting's day in the words of its calendar. */
export function judgeAnswer(answer: unknown, context: PublicToThread, limits: Limits): Passed | Refused {
  return gate(answer, { ...context, messages: [...noticesIn(context), ...context.messages] }, limits);
}

export interface WrittenDraft extends Draft {
  written: Authorship;
}

/**
 * The draft in the words of the model where the gate lets them through, else as the template has it. Recipients, subject and headers are those of the
 * draft in any case. `outcome` is null where there is no model.
 */
export function draftWith(draft: Draft, outcome: WriteOutcome | null, model: string): WrittenDraft {
  if (outcome === null) return { ...draft, written: { by: 'template' } };
  if (outcome.kind !== 'answered') return { ...draft, written: { by: 'template', model, why: outcome.kind } };
  const { context, limits } = draft.followUp;
  const judged = judgeAnswer(outcome.answer, context, limits);
  const dropped = judged.dropped.length > 0 ? { dropped: judged.dropped } : {};
  if ('fallBack' in judged) return { ...draft, written: { by: 'template', model, why: judged.fallBack, ...dropped } };
  return {
    ...draft,
    reply: { ...draft.reply, text: inManner(judged.text, limits) },
    evidence: evidenceInManner(judged.evidence, limits),
    written: { by: 'model', model, ...dropped },
  };
}
