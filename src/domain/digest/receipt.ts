/** The receipt: what was understood of an answer, what came of it, what was not understood, and how to undo. */
import { spokenDate } from '../calendar.ts';
import type { Render } from '../plan.ts';
import { type Witness, witnessLine } from '../witness.ts';
import { nameLimit, quoted, told, unmarked } from './inert.ts';
import type { Item } from './item.ts';
import { laid } from './lay.ts';
import type { MailParts } from './mail.ts';
import type { Outcome } from './outcome.ts';

export interface ReceiptFacts {
  /** When the rep answered, in words. */
  at: string;
  /** Subject of the answer, which the receipt answers. */
  subject: string;
  outcomes: readonly Outcome[];
  items: readonly Item[];
  /** Civil date of the answer. */
  today: string;
  /** What is asked back, a sentence; null where nothing is. */
  askBack: string | null;
}

export function receiptMail(facts: ReceiptFacts, { seq, head }: Witness, render: Render): MailParts {
  const view = (outcome: Outcome) => entryOf(outcome, facts);
  const of = (wanted: Outcome['state']) => facts.outcomes.filter(({ state }) => state === wanted);
  const shown = {
    at: facts.at,
    done: of('done').map(view),
    waiting: of('waits').map(view),
    failed: of('refused').map(view),
    askBack: facts.askBack,
    undo: undoOf([...of('done'), ...of('waits')], facts.items),
    ledger: witnessLine(seq, head),
  };
  return {
    subject: facts.subject,
    text: laid(render('mail/receipt.text', shown)),
    html: `${render('mail/receipt.html', shown)
      .replace(/\n\s*\n+/g, '\n')
      .trim()}\n`,
  };
}

function entryOf(outcome: Outcome, { items, today }: ReceiptFacts) {
  const item = items.find(({ n }) => n === outcome.n);
  const about = item?.deal ?? item?.contact ?? null;
  const name = about === null ? '' : quoted(about, nameLimit);
  const n = outcome.n !== null && outcome.n > 0 ? outcome.n : null;
  const heading =
    outcome.n === null ? 'Everything' : n === null ? name : `Number ${n}${name === '' ? '' : `: ${name}`}`;
  return { n, heading, understood: understoodAs(outcome, today), said: told(outcome.said, 300) };
}

function understoodAs({ do: deed, until, value }: Outcome, today: string): string {
  const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
  const day = until === null ? null : spokenDate(noon(until), 'UTC', 'en', noon(today));
  switch (deed) {
    case 'approve':
      return 'yes';
    case 'reject':
      return 'no';
    case 'snooze':
      return day === null ? 'not yet' : `ask again on ${day}`;
    case 'hold':
      return day === null ? 'hold it' : `hold it until ${day}`;
    case 'lift_hold':
      return 'lift the hold';
    case 'undo':
      return 'undo it';
    case 'pause':
      return day === null ? 'stop' : `stop until ${day}`;
    case 'resume':
      return 'go on';
    case 'answer':
      return answerInWords(value);
  }
}

function answerInWords(value: string | null): string {
  if (value === 'sent') return 'you sent it';
  if (value === 'not_sent') return 'you did not send it';
  return value === 'none' || value === null
    ? 'it belongs to none of them'
    : `it belongs to ${quoted(value, nameLimit)}`;
}

/** A wish for rest that was lifted is the prospect's, who alone asks for it again. */
const takenBack: ReadonlySet<Outcome['do']> = new Set(['approve', 'reject', 'snooze', 'hold']);

/** What to write to take back the first of these; null where nothing of it can be. */
function undoOf(done: readonly Outcome[], items: readonly Item[]): string | null {
  const undoable = done.find(({ n, do: deed, final }) => n !== null && takenBack.has(deed) && !final);
  if (undoable) {
    const item = items.find(({ n }) => n === undoable.n);
    return `"undo ${(undoable.n ?? 0) > 0 ? undoable.n : unmarked(item?.deal ?? '')}"`;
  }
  if (done.some(({ do: deed }) => deed === 'pause')) return 'the word "resume"';
  return done.some(({ do: deed }) => deed === 'resume') ? 'the word "stop"' : null;
}
