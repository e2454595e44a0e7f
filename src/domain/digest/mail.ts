/** A digest as a mail: subject, the text part in lines of 78 columns, the HTML part. Pure, as far as `render` is. */
import type { Render } from '../plan.ts';
import { type Witness, witnessHeader, witnessLine, witnessValue } from '../witness.ts';
import type { Digest } from './digest.ts';
import { laid } from './lay.ts';

export interface MailParts {
  subject: string;
  text: string;
  html: string;
}

/** Nothing of it may come from a prospect: subjects are shown everywhere. */
export function digestMail({ items, view }: Digest, { seq, head }: Witness, render: Render): MailParts {
  const summary = summaryOf({ items, view });
  const [numbered, named] = [items.some(({ n }) => n > 0), items.some(({ n }) => n < 0)];
  const facts = { ...view, numbered, named, summary, ledger: witnessLine(seq, head) };
  return {
    subject: `Countersign, ${view.day}: ${summary}`,
    text: laid(render('mail/digest.text', facts)),
    html: `${render('mail/digest.html', facts)
      .replace(/\n\s*\n+/g, '\n')
      .trim()}\n`,
  };
}

/** What tells machines that a machine wrote it, and the ledger's witness. `answers`: it is a receipt, and answers a mail (RFC 3834 §5). */
export function headersOf(witness: Witness, answers: boolean): Record<string, string> {
  return {
    'Auto-Submitted': answers ? 'auto-replied' : 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    [witnessHeader]: witnessValue(witness),
  };
}

/** "3 drafts, 2 to decide, 1 question". */
function summaryOf({ view }: Digest): string {
  const { drafts, proposals, sent, matches, decisions, trouble, more } = view;
  const counted = (count: number, one: string, many = one) =>
    count > 0 ? [`${count} ${count === 1 ? one : many}`] : [];
  const parts = [
    ...counted(drafts.length + more.drafts, 'draft', 'drafts'),
    ...counted(proposals.length + more.proposals, 'to decide'),
    ...counted(sent.length + matches.length + more.questions, 'question', 'questions'),
    ...(trouble.length > 0 ? ['something is wrong'] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : counted(decisions.length, 'decision noted', 'decisions noted').join('');
}
