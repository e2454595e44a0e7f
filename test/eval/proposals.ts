/** The labelled proposals: what one mail calls for in the CRM, and mostly that is nothing. */
import type { Contact, Stage } from '../../src/domain/deal.ts';
import { proposeContact } from '../../src/domain/proposals/contact.ts';
import { proposeStage } from '../../src/domain/proposals/stage.ts';
import { readMessage } from '../../src/domain/reading.ts';
import { newScore, type Score } from './score.ts';
import { itemsOf, messageOf } from './sets.ts';

interface Item {
  id: string;
  lang: string;
  kind: 'stage' | 'contact';
  text: string;
  by?: 'them' | 'us';
  stages?: string;
  /** Name of the stage that the deal is in. */
  at?: string;
  attachments?: string[];
  from?: string;
  contact?: Pick<Contact, 'name' | 'emails' | 'title' | 'phone'>;
  /** Name of the stage it goes to, or the fields of the contact. */
  expect: string | null | { field: string; value: string }[];
}

/** Stages as CRMs ship them, or as people name them. */
const pipelines: Record<string, string> = {
  classic: 'Qualification, Demo, Proposal, Negotiation, Legal review, Contract sent, Won+, Lost-',
  hubspot:
    'Appointment Scheduled, Qualified To Buy, Presentation Scheduled, Decision Maker Bought-In, Contract Sent, Closed Won+, Closed Lost-',
  salesforce: 'Prospecting, Qualification, Proposal/Price Quote, Negotiation/Review, Closed Won+, Closed Lost-',
  pipedrive: 'Qualified, Contact Made, Demo Scheduled, Proposal Made, Negotiations Started',
  german: 'Erstkontakt, Bedarfsanalyse, Angebot, Verhandlung, Vertragsprüfung, Gewonnen+, Verloren-',
  french: 'Prospection, Démonstration, Devis envoyé, Négociation, Juridique, Gagné+, Perdu-',
  spanish: 'Contacto, Demostración, Propuesta, Negociación, Revisión legal, Ganado+, Perdido-',
  twolost: 'Qualification, Proposal, Negotiation, Won+, Lost on price-, Lost to a competitor-',
  short: 'Contact, Offer, Won+, Lost-',
  buying: 'Qualification, Proposal, Verbal commitment, Procurement, Won+, Lost-',
};

const stagesOf = (name: string): Stage[] =>
  (pipelines[name] ?? '').split(', ').map((written, at) => {
    const status = written.endsWith('+') ? 'won' : written.endsWith('-') ? 'lost' : 'open';
    return { id: `s${at}`, name: written.replace(/[+-]$/, ''), order: at, status, rotDays: null };
  });

function proposedIn(item: Item): string[] {
  const [, name = '', address = ''] = /^(.*?) ?<(.+)>$/.exec(item.from ?? 'Dana Berg <dana@buyer.test>') ?? [];
  const byRep = item.by === 'us';
  const message = {
    ...messageOf({ id: item.id, text: item.text, from: byRep ? 'robin@seller.test' : address }),
    attachments: item.attachments ?? [],
  };
  const reading = readMessage(message, 'Europe/Berlin', byRep);
  if (item.kind === 'contact') {
    const contact: Contact = { ...item.contact!, id: 'c1', optOut: 'unknown' };
    const mail = { ...message, from: { name, address } };
    return proposeContact({ id: 'D1' }, contact, [mail]).flatMap(({ after }) =>
      Object.entries(after).map(([field, value]) => `${field} ${field === 'emails' ? value.split('; ')[0] : value}`),
    );
  }
  const stages = stagesOf(item.stages ?? 'classic');
  const stage = stages.find((each) => each.name === item.at);
  if (!stage) throw new Error(`${item.id}: there is no stage "${item.at}".`);
  const deal = { id: 'D1', name: 'Deal', stage: stage.id, status: 'open' as const };
  const change = proposeStage(deal, stages, [{ message, reading, byRep }]);
  return change ? [stages.find(({ id }) => id === change.after.stage)?.name ?? ''] : [];
}

const wantedOf = ({ expect }: Item): string[] =>
  expect === null ? [] : typeof expect === 'string' ? [expect] : expect.map(({ field, value }) => `${field} ${value}`);

/** Items, and how many of them must give nothing. */
export const labelled = (): { all: number; nothing: number } => {
  const items = itemsOf<Item>('proposals');
  return { all: items.length, nothing: items.filter((item) => wantedOf(item).length === 0).length };
};

export function proposals(): Score[] {
  const scores = { stage: newScore('proposals: stage'), contact: newScore('proposals: contact') };
  for (const item of itemsOf<Item>('proposals')) {
    const score = scores[item.kind];
    const found = proposedIn(item);
    const wanted = wantedOf(item);
    const line = (what: string) => `${item.id} ${what} | ${item.text.replace(/\s+/g, ' ').slice(0, 160)}`;
    for (const each of found) {
      if (wanted.includes(each)) score.hits += 1;
      else {
        score.false += 1;
        score.misses.push(line(`false: ${each}`));
      }
    }
    for (const each of wanted.filter((want) => !found.includes(want))) {
      score.missed += 1;
      score.misses.push(line(`missed: ${each}`));
    }
  }
  return Object.values(scores);
}
