/** Changes that rest on no words: somebody new in the talk, and a deal that answers nobody. */
import type { Assessment } from '../assess.ts';
import type { Deal, Stage } from '../deal.ts';
import type { RuleName } from '../never.ts';
import { shorten } from '../text.ts';
import type { Change } from './change.ts';
import { isAddress } from './details.ts';
import { stageOf } from './stage.ts';

/** Somebody at a contact's company who took part in a mail of the deal (`new-contact.ts`). */
export interface Stranger {
  address: string;
  name: string;
  because: string;
  messageId: string;
}

export function proposePerson(deal: Pick<Deal, 'id' | 'name'>, stranger: Stranger): Change | null {
  const { address, because, messageId } = stranger;
  if (!isAddress(address)) return null;
  const name = nameOf(stranger.name);
  // They chose it themselves.
  const who = name === '' ? address : `"${name}" (${address})`;
  return {
    kind: 'new_contact',
    dealId: deal.id,
    contactId: null,
    before: {},
    after: { name, emails: address },
    ground: { messageId, quote: name === '' ? address : `${name} <${address}>` },
    text: `Add ${who} to the deal "${deal.name}": ${because}`,
  };
}

/** As a mail gives it, where it is a name and nothing else. */
function nameOf(written: string): string {
  const name = shorten(written.normalize('NFC').replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, ''), 80);
  return /^[\p{L}\p{M}][\p{L}\p{M} .,'’-]*$/u.test(name) ? name : '';
}

/** What may also keep a draft away from a deal that has gone silent: none of these is a sign of life. */
const silent: ReadonlySet<RuleName> = new Set(['follow_ups', 'followed_up', 'rests', 'history']);

/** Two follow-ups and no answer, nobody away, no rest, no meeting: close it as lost, where the CRM has one stage for that. */
export function proposeClosing(
  deal: Pick<Deal, 'id' | 'name' | 'stage' | 'status'>,
  stages: readonly Stage[],
  { forbidden, because }: Pick<Assessment, 'forbidden' | 'because'>,
): Change | null {
  const unanswered = forbidden.find(({ rule }) => rule === 'follow_ups');
  const current = stageOf(deal, stages);
  const [lost, another] = stages.filter(({ status }) => status === 'lost');
  if (!unanswered || !current || !lost || another || deal.status !== 'open' || because.messageId === null) return null;
  if (!forbidden.every(({ rule }) => silent.has(rule))) return null;
  const [said = ''] = unanswered.text.split(':');
  return {
    kind: 'close_lost',
    dealId: deal.id,
    contactId: null,
    before: { stage: deal.stage },
    after: { stage: lost.id },
    ground: { messageId: because.messageId, quote: because.quote },
    text: `Close the deal "${deal.name}" as lost, from "${current.name}" to "${lost.name}": ${said}.`,
  };
}
