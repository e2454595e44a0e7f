/** A day with something of everything, for tests of the digest. */
import type { DigestFacts } from '../../../src/domain/digest/facts.ts';

export const quietDay: DigestFacts = {
  today: '2026-11-30',
  drafts: [],
  decisions: [],
  proposals: [],
  sentQuestions: [],
  matchQuestions: [],
  holds: [],
  notPicked: [],
  trouble: [],
  pauses: [],
};

export const fullDay: DigestFacts = {
  today: '2026-11-30',
  drafts: [
    {
      crmId: 'crm',
      dealId: 'D1',
      deal: 'Acme renewal',
      to: ['Dana Berg'],
      why: ['Dana Berg asked for the offer on Tuesday, 17 November.', 'It is worth 24,000 EUR.'],
      evidence: [{ quote: 'Could you send us the offer for 40 seats by the end of next week?' }],
      url: 'https://mail.example/thread/1',
    },
  ],
  decisions: [
    {
      crmId: 'crm',
      dealId: 'D2',
      deal: 'Globex',
      verdict: 'sent_as_is',
      why: 'It lies in Sent in the very words of the draft.',
    },
  ],
  proposals: [
    {
      change: 'c1',
      fresh: true,
      kind: 'stage_change',
      hash: 'a'.repeat(64),
      crmId: 'crm',
      dealId: 'D3',
      deal: 'Initech rollout',
      contact: 'Bill Lund',
      said: 'Bill Lund has said that they go with you.',
      before: 'Proposal',
      after: 'Negotiation',
      quote: "We're going with you, legal has the contract now.",
      expiresOn: '2026-12-07',
    },
    {
      change: 'c2',
      fresh: true,
      kind: 'contact_update',
      hash: 'b'.repeat(64),
      crmId: 'crm',
      dealId: 'D4',
      deal: 'Umbrella pilot',
      contact: 'Ada Wong',
      said: 'Ada Wong has a new number in her signature; nobody has verified it.',
      before: '',
      after: '+49 30 5550134',
      quote: 'My new number is +49 30 5550134',
      expiresOn: null,
    },
  ],
  sentQuestions: [
    {
      placement: 'p1',
      fresh: true,
      crmId: 'crm',
      dealId: 'D5',
      deal: 'Hooli',
      to: ['Gavin Roe'],
      question: 'Did you send this draft or delete it?',
    },
  ],
  matchQuestions: [
    {
      thread: 't1',
      fresh: true,
      people: ['sam@soylent.example'],
      options: [
        { crmId: 'crm', dealId: 'd-1', name: 'Soylent', because: ['Sam Poe is a contact of it.'] },
        { crmId: 'crm', dealId: 'd-2', name: 'Soylent', because: ['Sam Poe is a contact of it, too.'] },
        { crmId: 'crm', dealId: 'd-3', name: 'Soylent Green', because: [] },
      ],
      url: null,
    },
  ],
  holds: [
    {
      crmId: 'crm',
      dealId: 'd-9',
      deal: 'Stark lighting',
      contact: 'pepper@stark.example',
      until: '2027-01-12',
      pause: null,
      messageId: '<m9@stark.example>',
      quote: 'Please call again after the holidays, not before the 12th of January.',
      said: 'pepper@stark.example asked not to be contacted before 2027-01-12',
    },
  ],
  notPicked: [{ crmId: 'crm', dealId: 'D8', deal: 'Wayne tower', why: 'three drafts a day are enough' }],
  trouble: ['The CRM could not be read since 06:12: deals.csv has no column "id".'],
  pauses: ['Everything about "Tyrell" is stopped since 2026-11-20, by ana@rep.example.'],
};

/** The same day with this text in the place of every text that somebody else may have written. */
export function dayOf(text: string): DigestFacts {
  const change = <T>(value: T): T => {
    if (typeof value === 'string') return text as T;
    if (Array.isArray(value)) return value.map(change) as T;
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        [
          'kind',
          'verdict',
          'url',
          'today',
          'until',
          'expiresOn',
          'hash',
          'change',
          'crmId',
          'dealId',
          'thread',
          'placement',
        ].includes(name)
          ? each
          : change(each),
      ]),
    ) as T;
  };
  return change(fullDay);
}
