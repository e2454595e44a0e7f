/** Who wrote the text of a follow-up, and why not the model where it is not the model's: for the rep and the admin, never in the mail. */
import type { Dropped, FallBack } from './gate/gate.ts';

/** Why there is no answer to judge. */
export type Unanswered =
  | 'refused'
  | 'truncated'
  | 'empty'
  | 'broken'
  | 'too_large'
  | 'too_late'
  | 'busy'
  | 'unreachable'
  | 'denied'
  | 'unknown_model'
  | 'misunderstood'
  | 'stopped'
  | 'not_allowed'
  | 'lost'
  | 'no_prompt'
  | 'not_asked'
  | 'rep_tokens'
  | 'tokens'
  | 'money';

export interface Authorship {
  by: 'template' | 'model';
  /** The model that wrote it, or that was to. */
  model?: string;
  /** Why it is a template's although there is a model. */
  why?: FallBack | Unanswered;
  /** Sentences of the model's that were left out. */
  dropped?: Dropped[];
}

const reasons: Record<FallBack | Unanswered, string> = {
  refused: 'it refused to write',
  truncated: 'its answer broke off',
  empty: 'its answer was empty',
  broken: 'its answer could not be read',
  too_large: 'its answer was far too large',
  too_late: 'it gave no answer in time',
  busy: 'it had no room for the question',
  unreachable: 'it could not be reached',
  denied: 'it did not accept the key',
  unknown_model: 'there was no such model at the address',
  misunderstood: 'it did not accept the question',
  stopped: 'the service was stopped',
  not_allowed: 'it was not to be asked',
  lost: 'it was asked before and no answer was kept',
  no_prompt: 'a template of what it is asked is broken',
  not_asked: 'the thread changed while it was asked',
  rep_tokens: "the rep's tokens of the day were used up",
  tokens: 'the tokens of the day were used up',
  money: 'the money of the day was used up',
  no_answer: 'its answer had not the form that was asked for',
  language: 'it answered in another language than the thread',
  greeting: 'the name of the contact cannot stand in a mail as it is',
  core: 'what it had to say has no ground in the thread',
  no_ask: 'it asked for nothing',
  too_little: 'too little of its answer has ground in the thread',
  too_long: 'its answer was too long',
  said_before: 'it said again what an earlier follow-up said',
};

/** "by the model x", "by a template: the model x …, as half a sentence". */
export function authorshipInWords({ by, model, why, dropped = [] }: Authorship): string {
  if (by === 'model') {
    const left = dropped.filter((each) => each.why !== 'greeting' && each.why !== 'signature').length;
    const without = left === 0 ? '' : `, without ${left} ${left === 1 ? 'sentence' : 'sentences'} that had no ground`;
    return `by the model ${model ?? ''}${without}`;
  }
  return why ? `by a template, not by the model ${model ?? ''}: ${reasons[why]}` : 'by a template';
}
