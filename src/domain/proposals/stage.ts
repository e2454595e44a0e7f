/** A stage change that a talk calls for: where exactly one stage of the CRM fits what was said, and no other. In doubt none. */
import type { Deal, Stage } from '../deal.ts';
import { fold } from '../reading/fold.ts';
import type { ReadMessageOf } from '../talk.ts';
import type { Change } from './change.ts';
import { type StageClaim, stageClaims } from './stage-claim.ts';
import type { Meaning } from './stage-words.ts';

/** Names of stages by what they stand for, folded. */
const families = {
  verbal:
    /(?<!\p{L})(?:verbal\p{L}*|committed|commitment|commit|bought[ -]?in|vendor selected|selected|preferred|mundliche zusage|zusage|accord verbal|accord de principe|acuerdo verbal|compromiso)(?!\p{L})/u,
  contract:
    /(?<!\p{L})(?:contract\p{L}*|vertrag\p{L}*|contrat\p{L}*|closing|abschluss\p{L}*|cierre|paperwork)(?!\p{L})/u,
  legal:
    /(?<!\p{L})(?:legal|juridi\p{L}*|rechts\p{L}*|vertragspruf\p{L}*|contract review|redlin\p{L}*|revision (?:del? )?contrato)(?!\p{L})/u,
  procurement: /(?<!\p{L})(?:procurement|purchasing|einkauf|beschaffung|achats?|compras)(?!\p{L})/u,
  proposal:
    /(?<!\p{L})(?:proposal|quot(?:e|ed|ation)|offer|angebot\p{L}*|devis|proposition|offre|propuesta|presupuesto|oferta|cotizacion)(?!\p{L})/u,
} as const;

/** A contract that has gone out, or come back. */
const moved =
  /(?<!\p{L})(?:sent|out|signed|signature|versendet|verschickt|gesendet|unterschrift|unterschrieben|envoye|signe|enviado|firma|firmado)(?!\p{L})/u;

/** Where a deal goes by what was said; null where none fits, or several do. */
export function stageFor(meaning: Meaning, stages: readonly Stage[], current: Stage): Stage | null {
  const later = stages.filter(
    ({ status, order, id }) => status === 'open' && order > current.order && id !== current.id,
  );
  const named = (family: keyof typeof families, out?: boolean): Stage[] =>
    later.filter(
      ({ name }) => families[family].test(fold(name)) && (out === undefined || moved.test(fold(name)) === out),
    );
  const ended = (status: 'won' | 'lost'): Stage[] => stages.filter((stage) => stage.status === status);
  // Of several steps of a list the first that any stage fits decides.
  const steps: Record<Meaning, () => Stage[][]> = {
    signed: () => [ended('won')],
    lost: () => [ended('lost')],
    legal: () => [named('legal')],
    procurement: () => [named('procurement')],
    proposed: () => [named('proposal')],
    contract_sent: () => [named('contract', true)],
    agreed: () => [
      named('verbal'),
      named('contract', false),
      // Nothing lies between here and the order, and no contract is waited for.
      later.length === 0 && !families.contract.test(fold(current.name)) && !families.legal.test(fold(current.name))
        ? ended('won')
        : [],
    ],
  };
  const fitting = steps[meaning]().find((found) => found.length > 0) ?? [];
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Said together in one mail: the further one counts. An end beside anything else is a contradiction. */
const further: readonly Meaning[] = ['signed', 'contract_sent', 'legal', 'procurement', 'agreed', 'proposed'];

function theClaim(claims: readonly StageClaim[]): StageClaim | null {
  const meanings = new Set(claims.map(({ meaning }) => meaning));
  if (meanings.has('lost') && meanings.size > 1) return null;
  return claims.toSorted((a, b) => further.indexOf(a.meaning) - further.indexOf(b.meaning))[0] ?? null;
}

/** The stage that a CRM's deal is in, by id or name. */
export const stageOf = (deal: Pick<Deal, 'stage'>, stages: readonly Stage[]): Stage | null =>
  stages.find(({ id }) => id === deal.stage) ?? stages.find(({ name }) => name === deal.stage) ?? null;

/**
 * By the last word on the stage in this talk, oldest first, which holds only what may count: mails of people who are contacts, and of the rep. Null where
 * nobody says anything, or it is there already.
 */
export function proposeStage(
  deal: Pick<Deal, 'id' | 'name' | 'stage' | 'status'>,
  stages: readonly Stage[],
  talk: readonly Pick<ReadMessageOf, 'message' | 'reading' | 'byRep'>[],
): Change | null {
  const current = stageOf(deal, stages);
  if (!current || deal.status !== 'open') return null;
  for (const { message, reading, byRep } of talk.toReversed()) {
    if (reading.kind !== 'human') continue;
    const claims = stageClaims(reading.text, byRep, message.attachments);
    if (claims.length === 0) continue;
    const claim = theClaim(claims);
    const target = claim && stageFor(claim.meaning, stages, current);
    if (!claim || !target || target.id === current.id) return null;
    return {
      kind: 'stage_change',
      dealId: deal.id,
      contactId: null,
      before: { stage: deal.stage },
      after: { stage: target.id },
      ground: { messageId: message.id, quote: claim.quote },
      text: `Move the deal "${deal.name}" from "${current.name}" to "${target.name}".`,
    };
  }
  return null;
}
