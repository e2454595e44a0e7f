/** The story of one draft: the looks in order, the evidence found, and the verdict after each. */
import { findDeal } from '../db/deals.ts';
import { findMailbox } from '../db/mailboxes.ts';
import { draftsOf, findPlacement, type ProposalRow, scansOf } from '../db/placements.ts';
import { explain, inWords } from '../domain/explain.ts';
import type { Judgement, Scan } from '../domain/verdict.ts';
import { authorshipInWords } from '../domain/writing/authorship.ts';
import { BadInput } from '../errors.ts';
import type { Context } from './context.ts';
import { placementFacts, verdictRules } from './placement-facts.ts';

/** The whole story of one draft as plain text, judged anew from the record. Throws BadInput for an unknown id. */
export async function explainPlacement(context: Context, placementId: string): Promise<string> {
  const { db } = context.store;
  const placed = await findPlacement(db, placementId);
  const row = placed && (await findMailbox(db, placed.placement.mailboxId));
  if (!placed || !row)
    throw new BadInput(`There is no placement "${placementId}": "status" and the status page show the ids.`);
  const { placement, proposal } = placed;
  const deal = await findDeal(db, proposal.crmId, proposal.dealId);
  const { holds } = await context.mailbox(row);
  const facts = await placementFacts(db, row, placed, await draftsOf(db, row.id));
  const steps = explain(facts, await scansOf(db, placement), verdictRules(context.policy, holds), context.now());

  const lines = [
    `Draft ${placement.id} for ${deal?.name ?? proposal.dealId}, in the mailbox of ${row.rep}`,
    `  subject    ${facts.subject}`,
    `  to         ${[...facts.to, ...facts.cc].join(', ')}`,
    `  Message-ID ${facts.messageId}`,
    `  placed     ${facts.placedAt.toISOString()}`,
    `  because    ${proposal.reasons.map(({ text }) => text).join(' ')}`,
    ...writtenLines(proposal),
    '',
  ];
  for (const { scan, judgement, changed } of steps) {
    if (scan.id === '') lines.push(`${scan.at.toISOString()}  now`);
    else {
      lines.push(`${scan.at.toISOString()}  look ${scan.id}, ${coverage(scan)}`);
      for (const seen of scan.seen) lines.push(`    saw ${inWords(seen)}`);
      if (scan.complete && scan.seen.length === 0) lines.push('    saw nothing of it anywhere');
    }
    lines.push(changed ? `  → ${verdictLine(judgement)}` : '  → as before');
    if (changed)
      for (const { what, ref, scan: at } of judgement.evidence)
        lines.push(`    evidence: ${what}${ref ? ` (${ref})` : ''}, look ${at}`);
    if (changed && judgement.question)
      lines.push(`    question: ${judgement.question.text}`, `    settled by: ${judgement.question.settledBy}`);
  }
  if (placement.withdrawReason) lines.push('', `Taken back because ${placement.withdrawReason}.`);
  return `${lines.join('\n')}\n`;
}

/** Who wrote it, and what each sentence rests on. */
function writtenLines({ written, evidence }: ProposalRow): string[] {
  return [
    ...(written ? [`  written    ${authorshipInWords(written)}`] : []),
    ...evidence.map(({ sentence, messageId, quote }) => `  rests on   "${sentence}" ← ${messageId}: "${quote}"`),
    ...(written?.dropped ?? []).map(({ sentence, why }) => `  left out   "${sentence}" (${why})`),
  ];
}

/** Which time a look speaks of. */
function coverage({ from, at, complete, gap }: Scan): string {
  if (!complete)
    return `not complete: ${gap ?? ''}${from < at ? `; nothing is known since ${from.toISOString()}` : ''}`;
  return from < at ? `whole, without a gap since ${from.toISOString()}` : 'whole';
}

function verdictLine({ verdict, flags, final, why, recheckAt }: Judgement): string {
  const name = [verdict, ...flags].join(', ');
  const until = recheckAt ? ` Looked at again from ${recheckAt.toISOString()} on.` : '';
  return `${name}${final ? '' : ' (not final)'}: ${why}${until}`;
}
