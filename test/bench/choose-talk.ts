/** Talks of deals for `bench choose`: who wrote what how long ago, the same on every machine. */
import type { Message } from '../../src/domain/mail.ts';

/** A Tuesday at eleven in UTC, in which zone every rep of the bench works. */
export const benchTime = new Date('2026-03-10T11:00:00Z');
export const day = 86_400_000;

const asked = [
  'Would the first of the month suit you for the start of the pilot?',
  'Shall I send the contract to you or to your legal department?',
  'Passt Ihnen der Liefertermin Ende April für die erste Linie?',
  'Souhaitez-vous recevoir le devis en deux lots ?',
  '¿Le parece bien empezar con cuarenta puestos?',
  'I have attached the revised offer with the second tier.',
  'Thank you for the call. I will send you the summary tomorrow.',
];
const answered = [
  'Thanks, I will look at it.',
  'I will send you the signed order form by Friday.',
  'What would the price be for sixty seats, and is training included?',
  'Merci, nous reviendrons vers vous la semaine prochaine.',
  'We have discussed it in the team and the second option is the better one for us.',
  'De acuerdo, lo reviso con mi jefa y le digo algo.',
  'Can you confirm that the data stays in the EU?',
];
const holds = [
  'Please do not call before the board meeting on 18 March.',
  'Bitte melden Sie sich erst nach Ostern wieder bei mir, vorher komme ich nicht dazu.',
];
const more = [
  'The team in Lyon has gone through the list and is content with most of it; what is left are the two points about the hand-over and the support on Saturdays.',
  'Für die Einführung rechnen wir mit sechs Wochen, davon zwei für die Übernahme der Stammdaten und eine für die Schulung der Schichtleiter.',
  'As before, the figures are without tax, and the second year is the same as the first unless the number of seats changes by more than a tenth.',
  'Nous avons bien noté que la mise en service doit se faire hors des heures de production, et que le responsable du site sera présent.',
  'The integration with the warehouse system is what our people care about most, because the last one took them a year and never quite worked.',
];
const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

export const repOfBench = (n: number): string => `rep${n}@seller.test`;
export const buyerOf = (deal: number): string => `buyer${deal}@corp${deal}.test`;
export const messageId = (deal: number, n: number): string => `<${deal}.${n}@corp${deal}.test>`;

/** One mail of a talk of `length`. `paragraphs`: how much stands in it beside what matters, with the mail before quoted. */
export function lineOf(talk: number, n: number, length: number, paragraphs: number) {
  const byRep = (talk + n) % 2 === 0;
  const said = (at: number): string => {
    const theirs = talk % 8 === 3 && at >= length - 2 ? of(holds, talk) : of(answered, talk * 5 + at);
    const key = (talk + at) % 2 === 0 ? of(asked, talk * 3 + at) : theirs;
    return [key, ...Array.from({ length: paragraphs }, (_, p) => of(more, talk + at * 2 + p))].join('\n\n');
  };
  const quoted = paragraphs > 0 && n > 0 ? `\n\n> ${said(n - 1).replaceAll('\n', '\n> ')}` : '';
  // Of six kinds of talk some went on yesterday and some ended weeks ago.
  const ended = of([1, 3, 8, 12, 20, 33], talk);
  return { byRep, text: `${said(n)}${quoted}`, daysAgo: ended + (length - 1 - n) * 2.5 };
}

/** The same as a message between a rep and a buyer. */
export function messageOf(
  deal: number,
  rep: string,
  talk: number,
  n: number,
  length: number,
  paragraphs: number,
): Message {
  const { byRep, text, daysAgo } = lineOf(talk, n, length, paragraphs);
  const people = [
    { name: 'Robin Rep', address: rep },
    { name: 'Dana Berg', address: buyerOf(deal) },
  ] as const;
  const [from, to] = byRep ? people : [people[1], people[0]];
  return {
    id: messageId(deal, n),
    inReplyTo: n > 0 ? messageId(deal, n - 1) : null,
    references: Array.from({ length: n }, (_, before) => messageId(deal, before)),
    from,
    to: [to],
    cc: [],
    bcc: [],
    subject: `${n > 0 ? 'Re: ' : ''}Pilot ${deal}`,
    date: new Date(benchTime.getTime() - daysAgo * day),
    signals: {},
    text,
    attachments: [],
    place: byRep ? 'sent' : 'inbox',
    read: true,
  };
}
