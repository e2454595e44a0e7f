/**
 * A follow-up is written from what its recipients have seen and from nothing else (DESIGN §1, promise 5). Canaries lie in everything that is not public to
 * the thread; the real plan of a day is made; none may sing in what a template or a model is given, in the draft, or in its evidence.
 */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DealFacts, Rep } from '../../../src/domain/assess.ts';
import type { Contact, Deal } from '../../../src/domain/deal.ts';
import type { Address, Message, Thread } from '../../../src/domain/mail.ts';
import { type Draft, planDay } from '../../../src/domain/plan.ts';
import type { Render } from '../../../src/domain/writing/from-template.ts';
import type { Limits } from '../../../src/domain/writing/gate/written.ts';
import { limitsFor } from '../../../src/domain/writing/manner.ts';
import { promptOf } from '../../../src/domain/writing/prompt.ts';
import type { PublicToThread } from '../../../src/domain/writing/public-to-thread.ts';
import { templateFacts } from '../../../src/domain/writing/template-facts.ts';
import { loadTemplates } from '../../../src/lib/template-files.ts';
import { createTemplates } from '../../../src/lib/templates.ts';
import { policy } from '../placements.ts';

const shipped = createTemplates(loadTemplates(join(import.meta.dirname, '../../../templates')));
const render: Render = (name, given) => shipped.render(name, given);

const rep: Rep = { name: 'Sasha Cole', addresses: ['sasha@ours.example'], zone: 'Europe/Berlin' };
const colleague: Address = { name: 'Vera Colleague', address: 'vera@ours.example' };
const holly: Address = { name: 'Holly Marsh', address: 'holly@theirs.example' };
const neil: Address = { name: 'Neil Osborne', address: 'neil@theirs.example' };
const third: Address = { name: 'Tess Winter', address: 'tess@theirs.example' };
const self: Address = { name: rep.name, address: 'sasha@ours.example' };
const now = new Date('2026-03-17T09:00:00Z');

/** A word that stands nowhere else, and what it was planted in. */
const planted: string[] = [];
function canary(where: string): string {
  planted.push(where);
  return `Kanari${planted.length}x${where.replace(/[^a-z]/gi, '')}`;
}

let made = 0;
function mail(from: Address, to: Address[], day: number, text: string, more: Partial<Message> = {}): Message {
  made += 1;
  const own = from.address.endsWith('@ours.example');
  return {
    id: `<${made}@mail.example>`,
    inReplyTo: null,
    references: [],
    from,
    to,
    cc: [],
    bcc: [],
    subject: 'Cold room',
    date: new Date(Date.UTC(2026, 1, day, 9)),
    signals: {},
    text,
    attachments: [],
    place: own ? 'sent' : 'inbox',
    read: true,
    ...more,
  };
}

const contactOf = ({ name, address }: Address, at: number, more: Partial<Contact> = {}): Contact => ({
  id: `c${at}`,
  name,
  emails: [address],
  title: null,
  phone: null,
  optOut: 'no',
  ...more,
});

function factsOf(deal: Partial<Deal>, contacts: Contact[], threads: Thread[]): DealFacts {
  return {
    deal: {
      id: 'd1',
      name: 'Deal',
      owner: 'sasha@ours.example',
      stage: 'Proposal',
      status: 'open',
      amount: null,
      currency: null,
      closeDate: null,
      contactIds: contacts.map(({ id }) => id),
      ...deal,
    },
    contacts,
    threads,
    threadsWithDraft: new Set(),
    followedUp: new Set(),
  };
}

/** All that anybody could read of a draft, or a model be told. */
function everything({ followUp: { context, limits, template, reply: planned }, reply, evidence }: Draft): string {
  const { facts } = templateFacts(context, limits);
  const { system, user } = promptOf(context, limits, render);
  // Message-IDs are of the thread's own mails; addresses are those of the recipients.
  const { references: _, inReplyTo: __, threadRef: ___, ...rest } = { ...planned, ...reply };
  return JSON.stringify({ context, limits, template, rest, evidence, facts, system, user });
}

const singing = (text: string): string[] => [...text.matchAll(/Kanari\d+x\w*/g)].map(([found]) => found);

describe('what is not public to the thread', () => {
  const deal: Partial<Deal> = {
    name: canary('deal name'),
    stage: canary('stage'),
    amount: '987654321.99',
    currency: 'XTS',
    closeDate: '2031-12-24',
  };
  const contacts = [
    contactOf(holly, 1, { title: canary('title'), phone: canary('phone') }),
    contactOf(neil, 2, { title: canary('title of the other'), phone: canary('phone of the other') }),
    contactOf({ name: canary('name of another contact'), address: `${canary('address')}@theirs.example` }, 3),
  ];
  const quoted = `\n\nOn 2 Feb 2026 at 10:00, Neil Osborne <neil@theirs.example> wrote:\n> ${canary('quote')}\n> and more`;
  const signature = `\n\n-- \nHolly Marsh\n${canary('signature')}\n+44 1453 555010`;
  const thread: Thread = {
    ref: 'thread',
    messages: [
      mail(self, [neil], 1, `Neil, ${canary('mail of ours to one')}.`, { bcc: [holly] }),
      mail(neil, [self], 2, `Between us: ${canary('mail that Holly has not seen')}.`, {
        subject: canary('its subject'),
        attachments: [`${canary('its file')}.pdf`],
      }),
      mail(colleague, [self], 3, `For us only: ${canary('colleague')}.`),
      mail(holly, [self], 5, `Could you price a cold room for both of us?${quoted}${signature}`, {
        cc: [neil],
        signals: { 'list-id': canary('header'), 'reply-to': canary('reply-to') },
        references: [`<${canary('references')}@x.example>`],
      }),
      mail(holly, [self], 6, `I am away: ${canary('absence')}.`, { signals: { 'auto-submitted': 'auto-replied' } }),
      mail(self, [holly], 9, `Here is the price for the cold room. Does a 2 m door fit?${quoted}`, {
        cc: [neil],
        bcc: [{ name: canary('name in Bcc'), address: `${canary('Bcc')}@elsewhere.example` }],
      }),
    ],
  };
  const event = `BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:${canary('calendar')}\r\nDTSTART:20260110T090000Z\r\nDTEND:20260110T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  const beside: Thread = {
    ref: 'beside',
    messages: [
      mail(self, [neil], 1, `In another thread: ${canary('other thread')}.`),
      mail(neil, [self], 2, `Thanks. ${canary('other thread, theirs')}.`, { calendar: event }),
    ],
  };
  const other = factsOf(
    { id: 'd2', name: canary('name of another deal'), stage: canary('stage of another deal') },
    [contactOf(third, 9)],
    [
      {
        ref: 'other deal',
        messages: [
          mail(third, [self], 5, `Can you do ${canary('other deal')}?`),
          mail(self, [third], 6, `Yes, ${canary('other deal, ours')}. When do you decide?`),
        ],
      },
    ],
  );
  const plan = planDay([factsOf(deal, contacts, [beside, thread]), other], rep, policy, 3, render, now, {
    voice: { profile: null, notes: { organisation: 'Our hall is in Soest.', rep: 'I am off on Fridays.' } },
  });
  const draft = plan.drafts.find(({ dealId }) => dealId === 'd1')!;

  it('is not in what the draft is made from', () => {
    expect(draft.reply.to.concat(draft.reply.cc)).toEqual([holly, neil]);
    const text = everything(draft);
    expect(text).toContain('cold room');
    expect(planted.length).toBeGreaterThan(25);
    expect(singing(text)).toEqual([]);
    for (const fact of ['987654321', 'XTS', '2031', '555010']) expect(text).not.toContain(fact);
  });

  it('of another deal is not in this one’s, and the other way round', () => {
    const theirs = plan.drafts.find(({ dealId }) => dealId === 'd2')!;
    const own = new Set(other.threads[0]!.messages.flatMap(({ text }) => singing(text)));
    expect(singing(everything(theirs)).filter((each) => !own.has(each))).toEqual([]);
    expect(everything(theirs)).not.toContain('cold room');
  });

  it('leaves public notes, which are marked as such', () => {
    expect(draft.followUp.context.notes.map(({ text }) => text)).toEqual([
      'Our hall is in Soest.',
      'I am off on Fridays.',
    ]);
  });

  it('would be noticed: the canaries of mails that all have seen do sing', () => {
    const seen = canary('seen by both');
    const open: Thread = {
      ref: 'open',
      messages: [
        mail(holly, [self], 5, `Could you price a ${seen}?`, { cc: [neil] }),
        mail(self, [holly], 9, 'Here is the price. Does a 2 m door fit?', { cc: [neil] }),
      ],
    };
    const { drafts } = planDay([factsOf({}, contacts.slice(0, 2), [open])], rep, policy, 3, render, now);
    expect(singing(everything(drafts[0]!))).toContain(seen);
  });
});

describe('any thread', () => {
  const people = [holly, neil, third];
  const someone = fc.subarray([0, 1, 2], { minLength: 1 });
  const mails = fc.array(
    fc.record({
      from: fc.constantFrom(-2, -1, 0, 1, 2),
      to: someone,
      cc: fc.subarray([0, 1, 2]),
      bcc: fc.subarray([0, 1, 2]),
      auto: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('gives away only what each of its recipients has seen', () => {
    let drafts = 0;
    fc.assert(
      fc.property(mails, someone, fc.boolean(), (before, last, unnamed) => {
        const named = (numbers: number[]) => numbers.map((number) => people[number]!);
        const messages = before.map(({ from, to, cc, bcc, auto }, at) => {
          const sender = from === -2 ? colleague : from === -1 ? self : people[from]!;
          const own = from < 0;
          const text = `Seen${at}s is the word here.\n\n-- \nKanari${at}xsignature\n`;
          return mail(sender, own ? named(to) : [self, ...named(to)], 2 + at, text, {
            cc: named(cc),
            bcc: own ? named(bcc) : [],
            subject: `Subject${at}s`,
            attachments: [`File${at}s.pdf`],
            signals: auto && !own ? { 'auto-submitted': 'auto-replied' } : {},
          });
        });
        const id = unnamed ? { id: '<12@no-message-id.invalid>' } : {};
        const ask = mail(self, named(last), 12, 'Shall I keep the slot for you?', id);
        const thread: Thread = { ref: 't', messages: [...messages, ask] };
        const contacts = people.map((person, at) => contactOf(person, at));
        for (const draft of planDay([factsOf({}, contacts, [thread])], rep, policy, 3, render, now).drafts) {
          drafts += 1;
          const text = everything(draft);
          expect(singing(text)).toEqual([]);
          const recipients = [...draft.reply.to, ...draft.reply.cc].map(({ address }) => address);
          for (const [at, { from, to, cc, signals }] of messages.entries()) {
            const heard = [from!, ...to, ...cc].map(({ address }) => address);
            const seen = recipients.every((address) => heard.includes(address));
            if (!seen) expect(text).not.toContain(`Subject${at}s`);
            // What a machine wrote is answered by nobody, though its reader may have seen it.
            if (!seen || signals['auto-submitted'])
              for (const word of [`Seen${at}s`, `File${at}s`]) expect(text).not.toContain(word);
          }
        }
      }),
      { numRuns: 120, seed: 7 },
    );
    expect(drafts).toBeGreaterThan(30);
  });
});

describe('a type', () => {
  /** Never called: `npm run types` reads it. */
  function nothingElseCompiles(message: Message, facts: DealFacts, limits: Limits, found: PublicToThread) {
    // @ts-expect-error a message is not public to anybody
    templateFacts(message, limits);
    // @ts-expect-error nor is what the CRM says of a deal
    promptOf(facts, limits, render);
    // @ts-expect-error nor is a text
    promptOf('Hello', limits, render);
    const { messages, notes, contact, rep: name, today, topic, subject } = found;
    const form = { messages, notes, contact, rep: name, today, topic, subject, monthFirst: false, several: false };
    // @ts-expect-error nor an object of its form that `publicToThread` did not make
    templateFacts({ ...form, language: 'en', formal: null }, limits);
    // @ts-expect-error nor the messages alone
    limitsFor(found.messages, null);
  }

  it('keeps everything else from the prompt and the templates', () => {
    expect(nothingElseCompiles).toBeTypeOf('function');
  });
});
