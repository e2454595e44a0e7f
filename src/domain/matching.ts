/**
 * Which deal a thread belongs to, and why. Evidence in order of strength: a thread of the deal that it goes on from, a draft of ours, the CRM's
 * own log; then people who are contacts of open deals of this rep; the subject only breaks a tie. One deal that stands clear of every
 * other is bound; several are a question for a person; a domain alone binds nothing (facts/crm.md §5).
 *
 * A thread may be older than its deal: the talk that led to one is what it is about. Not so where a deal that has ended fits as
 * well and ended after the thread's last word: then the thread was about that one.
 */
import { addressSet } from './addresses.ts';
import { type Book, type BookDeal, compare, inOrder, outsiders, type Person } from './book.ts';
import type { Envelope } from './mail.ts';
import { fold } from './reading/fold.ts';

/** What ties a thread to a deal beside its people. */
export interface Link {
  deal: string;
  /** It goes on from a thread of the deal; it holds a draft of ours; the CRM has logged it there. */
  by: 'thread' | 'draft' | 'crm';
}

export interface Candidate {
  deal: string;
  points: number;
  /** Sentences for a person, the strongest first. */
  because: string[];
}

export type Match =
  | { kind: 'bound'; deal: string; because: string[] }
  /** Strongest first; none stands clear of the others. */
  | { kind: 'ambiguous'; candidates: Candidate[]; people: string[] }
  | { kind: 'none'; because: string };

const points = { link: 100, everyone: 20, oldLink: 20, some: 10, subject: 5, owner: 2, first: 2 };
/** Least points that bind, and least distance to the next. Owner and rank together stay below it: they order, and bind nothing. */
const threshold = 10;
const margin = 5;
/** A mail to contacts of more deals than this, none of which knows them all, is about none of them. */
const mostDeals = 5;

export interface Around {
  links?: readonly Link[];
  /** The rep's deals that are closed, with the civil date of their end in `closeDate`; null where that is not known. */
  ended?: Book;
  /** Deals that a person is asked about this thread already: they count although they have ended. */
  asked?: readonly string[];
}

/**
 * Judges a thread that is not bound yet. The order of messages, people and deals changes nothing, nor does a deal that shares nobody with the
 * thread.
 */
export function matchThread(messages: readonly Envelope[], book: Book, around: Around = {}): Match {
  const { links = [], ended, asked = [] } = around;
  const people = outsiders(messages, book);
  const last = messages.reduce((latest, { date }) => Math.max(latest, date.getTime()), 0);
  const lastDay = new Date(last).toISOString().slice(0, 10);
  const fits = ({ key, closeDate }: BookDeal): boolean =>
    !book.deals.has(key) && (closeDate === null ? asked.includes(key) : closeDate >= lastDay);
  const dealsOf = (key: string): BookDeal[] => [
    ...(book.byAddress.get(key) ?? []),
    ...(ended?.byAddress.get(key) ?? []).filter(fits),
  ];
  const known = [...people.keys()].filter((key) => dealsOf(key).length > 0);
  const deals = inOrder([...new Set(known.flatMap(dealsOf))]);
  const knowAll = deals.filter((deal) => known.every(isContactOf(deal)));
  if (deals.length > mostDeals && knowAll.length === 0 && links.length === 0)
    return { kind: 'none', because: `It went to contacts of ${deals.length} deals, none of which knows them all.` };
  const found = new Map<string, Candidate>();
  for (const deal of deals) found.set(deal.key, byPeople(deal, known, people, deals.length, knowAll));
  for (const link of links) addLink(found, link, book, known.length > 0);
  if (deals.length > 1) for (const deal of deals) addSubject(found.get(deal.key), deal, deals, messages);
  const ranked = [...found.values()].sort((a, b) => b.points - a.points || compare(a.deal, b.deal));
  const [best] = ranked;
  if (!best || best.points < threshold)
    return { kind: 'none', because: 'Nobody in it is a contact of an open deal of this rep.' };
  const close = ranked.filter((each) => best.points - each.points < margin);
  const past = close.filter(({ deal }) => deals.some((each) => each.key === deal) && !book.deals.has(deal));
  const unasked =
    past.find(({ deal }) => !asked.includes(deal)) ?? (past.length === close.length ? past[0] : undefined);
  // About an old thread nobody is asked, unless they are already.
  if (unasked)
    return {
      kind: 'none',
      because: `It may be about "${ended?.deals.get(unasked.deal)?.name}", which has ended since.`,
    };
  if (close.length > 1)
    return { kind: 'ambiguous', candidates: close, people: known.map((key) => people.get(key)?.address ?? key) };
  return { kind: 'bound', deal: best.deal, because: best.because };
}

/** A deal that all known people of the thread are contacts of stands clear of one that only some of them are. */
function byPeople(
  deal: BookDeal,
  known: readonly string[],
  people: ReadonlyMap<string, Person>,
  rivals: number,
  knowAll: readonly BookDeal[],
): Candidate {
  const theirs = known.filter(isContactOf(deal));
  const first = addressSet(deal.contacts[0]?.emails ?? []);
  const everyone = knowAll.includes(deal);
  const asMany = knowAll.length - 1;
  const others = !everyone
    ? 'not everyone in the thread is'
    : rivals === 1
      ? 'of no other open one'
      : asMany === 0
        ? `no other one has everyone in the thread`
        : `of ${asMany === 1 ? 'another one' : `${asMany} others`} as well`;
  return {
    deal: deal.key,
    points:
      (everyone ? points.everyone : points.some) +
      (deal.owner === null ? 0 : points.owner) +
      (theirs.some((key) => first.has(key)) ? points.first : 0),
    because: [`${listed(theirs.map((key) => people.get(key)?.address ?? key))} of this deal, and ${others}.`],
  };
}

const isContactOf = ({ contacts }: BookDeal) => {
  const emails = addressSet(contacts.flatMap((contact) => contact.emails));
  return (key: string): boolean => emails.has(key);
};

function listed(names: readonly string[]): string {
  if (names.length === 1) return `${names[0]} is a contact`;
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)} are contacts`;
}

const linkSentences: Record<Link['by'], string> = {
  thread: 'It goes on from a thread that belongs to this deal.',
  draft: 'It holds a draft that was left for this deal.',
  crm: 'The CRM has logged it with this deal.',
};

/** Strong where the deal is open and the people agree. A reference to what has ended, or to others' talk, is weighed against the people. */
function addLink(found: Map<string, Candidate>, { deal, by }: Link, book: Book, anyKnown: boolean): void {
  const candidate = found.get(deal);
  const strong = book.deals.has(deal) && (candidate !== undefined || !anyKnown);
  const worth = strong ? points.link : points.oldLink;
  found.set(deal, {
    deal,
    points: Math.max(candidate?.points ?? 0, worth),
    because: [linkSentences[by], ...(candidate?.because ?? [])],
  });
}

/** Words that stand in names of deals and subjects of mails without telling one from another. */
const common = new Set(
  (
    'the and for with new deal opportunity offer proposal quote quotation contract order project meeting call follow update renewal business sales purchase ' +
    'angebot vertrag auftrag projekt und mit neu offre devis contrat projet oferta propuesta contrato proyecto offerta offerte contratto progetto'
  ).split(' '),
);

const tokensOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => (word.length >= 3 || /\d\d/.test(word)) && !common.has(word),
  );

/** A word or number of the deal that no rival has, in a subject. */
function addSubject(
  candidate: Candidate | undefined,
  deal: BookDeal,
  rivals: readonly BookDeal[],
  messages: readonly Envelope[],
): void {
  if (!candidate) return;
  const others = new Set(rivals.filter((each) => each !== deal).flatMap(({ name }) => tokensOf(name)));
  const subjects = messages.map(({ subject }) => ` ${fold(subject).slice(0, 1_000)} `);
  const words = new Set(subjects.flatMap(tokensOf));
  const word = tokensOf(deal.name).find((each) => words.has(each) && !others.has(each));
  const number = fold(deal.number);
  const numbered = /\d\d\d/.test(number) && subjects.some((subject) => holds(subject, number));
  if (word === undefined && !numbered) return;
  candidate.points += points.subject;
  candidate.because.push(`The subject has "${numbered ? deal.number : word}", which is this deal's alone.`);
}

/** Whether a number stands there by itself: 104 does not in 1042. */
function holds(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + number.length] ?? '')) return true;
  return false;
}
