/**
 * The daily summary: numbered items with what stands behind each, and the view that the templates say. Everything in the view is one line of
 * inert text; templates put labels before it and, in the HTML part, escape it.
 */
import { spokenDate } from '../calendar.ts';
import type { Sha256 } from '../ledger.ts';
import type { DealFact, DigestFacts, DraftFact, HoldFact, MatchQuestion, ProposalFact, SentQuestion } from './facts.ts';
import { inert, nameLimit, quoted, told, unmarked } from './inert.ts';
import { type Item, numbered, type Option, type Unnumbered } from './item.ts';

/** More than these are counted and not shown: a digest is read in a minute. */
const most = {
  drafts: 20,
  decisions: 15,
  proposals: 20,
  questions: 10,
  holds: 10,
  notPicked: 5,
  trouble: 5,
  pauses: 5,
};

/** What the templates of the digest may use. Every text is inert; quotes carry their quotation marks. */
export interface DigestView {
  /** "Monday 30 November". */
  day: string;
  drafts: { deal: string; to: string; why: string[]; quotes: string[]; url: string | null }[];
  proposals: {
    n: number;
    deal: string;
    what: string;
    said: string;
    before: string;
    after: string;
    quote: string | null;
    until: string | null;
  }[];
  sent: { n: number; deal: string; to: string; question: string }[];
  matches: {
    n: number;
    people: string;
    options: { letter: string; name: string; because: string }[];
    url: string | null;
  }[];
  decisions: { deal: string; verdict: string; why: string }[];
  holds: { n: number; deal: string; said: string; quote: string | null }[];
  notPicked: { deal: string; why: string }[];
  /** How many of each kind stay unshown. */
  more: Record<keyof typeof most, number>;
  trouble: string[];
  pauses: string[];
}

export interface Digest {
  items: Item[];
  view: DigestView;
}

/** Null where there is nothing to say: holds, pauses, deals not picked and what was asked before are no news by themselves. */
export function digestOf(facts: DigestFacts, sha256: Sha256): Digest | null {
  const asked = [...facts.proposals, ...facts.sentQuestions, ...facts.matchQuestions].some(({ fresh }) => fresh);
  const told = [facts.drafts, facts.decisions, facts.trouble].some((each) => each.length > 0);
  if (!asked && !told) return null;
  const proposals = facts.proposals.slice(0, most.proposals);
  const sent = facts.sentQuestions.slice(0, most.questions);
  const matches = facts.matchQuestions.slice(0, most.questions - sent.length);
  const holds = facts.holds.slice(0, most.holds);
  const items = numbered(
    [...proposals.map(proposalItem), ...sent.map(sentItem), ...matches.map(matchItem), ...holds.map(holdItem)],
    namedDeals(facts, [...proposals, ...sent, ...holds]),
    sha256,
  );
  const shown = { ...facts, proposals, sent, matches, holds };
  return { items, view: viewOf(shown, facts) };
}

/** Deals that are shown and have no number: "hold Acme until Friday" is said of them as well. */
function namedDeals(facts: DigestFacts, withNumber: readonly DealFact[]): Unnumbered[] {
  const known = new Set(withNumber.map(keyOf));
  const shown = [
    ...facts.drafts.slice(0, most.drafts),
    ...facts.decisions.slice(0, most.decisions),
    ...facts.notPicked.slice(0, most.notPicked),
  ];
  const fresh = [...new Map(shown.map((each) => [keyOf(each), each])).values()].filter(
    (each) => !known.has(keyOf(each)),
  );
  return fresh.map(({ crmId, dealId, deal }) => ({
    kind: 'deal',
    deal: orNull(deal),
    contact: null,
    text: plainName(deal),
    target: { kind: 'deal', crmId, dealId },
  }));
}

const keyOf = ({ crmId, dealId }: DealFact): string => JSON.stringify([crmId, dealId]);

type Shown = DigestFacts & { sent: readonly SentQuestion[]; matches: readonly MatchQuestion[] };

function viewOf(shown: Shown, all: DigestFacts): DigestView {
  const { proposals, sent, matches, holds } = shown;
  const firstSent = proposals.length + 1;
  const firstMatch = firstSent + sent.length;
  const firstHold = firstMatch + matches.length;
  const noon = new Date(`${all.today}T12:00:00Z`);
  const spoken = (day: string) => spokenDate(new Date(`${day}T12:00:00Z`), 'UTC', 'en', noon);
  return {
    day: spoken(all.today),
    drafts: all.drafts.slice(0, most.drafts).map(draftView),
    proposals: proposals.map((each, at) => ({
      n: at + 1,
      deal: name(each.deal),
      what: whatChanges[each.kind],
      said: told(each.said, 200),
      before: value(each.before),
      after: value(each.after),
      quote: each.quote === '' ? null : quoted(each.quote),
      until: each.expiresOn === null ? null : spoken(each.expiresOn),
    })),
    sent: sent.map(({ deal, to, question }, at) => ({
      n: firstSent + at,
      deal: name(deal),
      to: people(to),
      question: told(question, 200),
    })),
    matches: matches.map((each, at) => ({
      n: firstMatch + at,
      people: people(each.people),
      options: optionsOf(each).map((option, n) => ({
        letter: letterOf(n),
        name: quoted(option.name, 2 * nameLimit),
        because: told(each.options[n]?.because.join(' ') ?? '', 120),
      })),
      url: safeUrl(each.url),
    })),
    decisions: all.decisions.slice(0, most.decisions).map(({ deal, verdict, why }) => ({
      deal: name(deal),
      verdict: verdicts[verdict] ?? 'It is settled.',
      why: sentence(why, 200),
    })),
    holds: holds.map((each, at) => ({
      n: firstHold + at,
      deal: name(each.deal),
      said: sentence(each.said, 160),
      quote: each.quote === '' ? null : quoted(each.quote),
    })),
    notPicked: all.notPicked
      .slice(0, most.notPicked)
      .map(({ deal, why }) => ({ deal: name(deal), why: sentence(why, 120) })),
    more: {
      drafts: rest(all.drafts, most.drafts),
      decisions: rest(all.decisions, most.decisions),
      proposals: all.proposals.length - proposals.length,
      questions: all.sentQuestions.length + all.matchQuestions.length - sent.length - matches.length,
      holds: all.holds.length - holds.length,
      notPicked: rest(all.notPicked, most.notPicked),
      trouble: rest(all.trouble, most.trouble),
      pauses: rest(all.pauses, most.pauses),
    },
    trouble: all.trouble.slice(0, most.trouble).map((each) => told(each, 240)),
    pauses: all.pauses.slice(0, most.pauses).map((each) => told(each, 160)),
  };
}

const rest = (list: readonly unknown[], limit: number): number => Math.max(0, list.length - limit);

/** With a capital letter and a stop, however it came. */
function sentence(text: string, limit: number): string {
  const plain = told(text, limit);
  const whole = /[.!?…]["'”]?$/.test(plain) || plain === '' ? plain : `${plain}.`;
  // An address in front keeps its spelling.
  return /^\S+@/.test(whole) ? whole : whole.slice(0, 1).toUpperCase() + whole.slice(1);
}

/** In quotation marks: a deal, too, may be called like a command. */
const name = (text: string): string => quoted(text, nameLimit);

const value = (text: string): string => (text.trim() === '' ? 'nothing' : quoted(text, 80));

/** "“Dana Berg”, “Tom Nowak” and 3 more": a name is what its owner wants to be shown. */
function people(list: readonly string[]): string {
  const named = list.slice(0, 3).map(name);
  return `${named.join(', ')}${list.length > 3 ? ` and ${list.length - 3} more` : ''}`;
}

function draftView({ deal, to, why, evidence, url }: DraftFact): DigestView['drafts'][number] {
  const quotes = [...new Set(evidence.map(({ quote }) => quote.trim()).filter((quote) => quote !== ''))];
  return {
    deal: name(deal),
    to: people(to),
    why: why.slice(0, 3).map((each) => told(each, 200)),
    quotes: quotes.slice(0, 2).map((quote) => quoted(quote)),
    url: safeUrl(url),
  };
}

/** Addresses come from providers. */
const safeUrl = (url: string | null): string | null =>
  url !== null && /^https:\/\/[^\s<>"']+$/.test(url) ? url : null;

const whatChanges = {
  stage_change: 'Stage',
  contact_update: 'Contact data',
  new_contact: 'New contact',
  close_lost: 'Close as lost',
} as const;

/** What the rep did, in words. */
const verdicts: Readonly<Record<string, string>> = {
  sent_as_is: 'You sent the draft as it was.',
  sent_edited: 'You sent the draft in your own words.',
  discarded: 'You deleted the draft.',
  superseded: 'You wrote another mail instead of the draft.',
  withdrawn: 'We took the draft back.',
  unknown: 'We cannot tell what became of the draft.',
};

const proposalItem = (fact: ProposalFact): Unnumbered => ({
  kind: fact.kind,
  deal: orNull(fact.deal),
  contact: orNull(fact.contact),
  text: `${told(fact.said, 200)} ${value(fact.before)} becomes ${value(fact.after)}.`,
  target: { kind: fact.kind, change: fact.change, hash: fact.hash },
});

const sentItem = (fact: SentQuestion): Unnumbered => ({
  kind: 'unknown_sent',
  deal: orNull(fact.deal),
  contact: orNull(fact.to[0] ?? ''),
  text: told(fact.question, 200),
  target: { kind: 'unknown_sent', placement: fact.placement },
});

const matchItem = (fact: MatchQuestion): Unnumbered => {
  const options = optionsOf(fact);
  const listed = options.map((option, at) => `${letterOf(at)}) ${option.name}`).join(', ');
  return {
    kind: 'match_question',
    deal: null,
    contact: orNull(fact.people[0] ?? ''),
    text: `Which deal does the conversation with ${people(fact.people)} belong to? ${listed}`,
    target: { kind: 'match_question', thread: fact.thread, options },
  };
};

const holdItem = (fact: HoldFact): Unnumbered => ({
  kind: 'hold',
  deal: orNull(fact.deal),
  contact: orNull(fact.contact),
  text: told(fact.said, 160),
  target: {
    kind: 'hold',
    crmId: fact.crmId,
    dealId: fact.dealId,
    messageId: fact.messageId,
    until: fact.until,
    pause: fact.pause,
    quote: fact.quote,
  },
});

const plainName = (text: string): string => inert(text, nameLimit);

const orNull = (text: string): string | null => plainName(text) || null;

/** a, b, c …: no question has more candidates than letters that a reader would go through. */
const letterOf = (at: number): string => String.fromCharCode(97 + at);

/** Deals with one name are told apart by their number in the CRM. */
function optionsOf({ options }: MatchQuestion): Option[] {
  const some = options.slice(0, 8);
  const alike = Map.groupBy(some, (each) => unmarked(plainName(each.name)).toLowerCase());
  return some.map(({ crmId, dealId, name: called }) => {
    const plain = unmarked(plainName(called));
    const several = (alike.get(plain.toLowerCase())?.length ?? 0) > 1;
    return { name: several ? `${plain} (${inert(dealId, 40)})` : plain, crmId, dealId };
  });
}
