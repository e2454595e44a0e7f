/**
 * What stands outside of a deal's own threads and concerns its people: in the other deals of the rep, and in mail that belongs to no open
 * deal. Of rests every contact of the deal counts, of anything else those whom a follow-up would reach.
 */
import { addressKey } from './addresses.ts';
import type { DealCase } from './deal-case.ts';
import {
  bounces,
  type Finding,
  type FindingIndex,
  indexFindings,
  meetingsOf,
  restOf,
  unopened,
  unreadable,
  waits,
} from './findings.ts';
import { endsRest, type HoldInForce, holdsByAddress, holdsElsewhere } from './holds-in-force.ts';
import { knownPeople, type People } from './people.ts';

export interface Around {
  /** Rests that were asked for in other deals. */
  holds: readonly HoldInForce[];
  /** Of other deals: mail that is not opened, not answered, not readable or came back, and meetings. */
  elsewhere: readonly Finding[];
  /** Of mail that belongs to no open deal. */
  outside: readonly Finding[];
}

type OfDeal = Finding & { dealId: string };

/** For each of a rep's deals, in the order given. */
export function aroundEach(cases: readonly DealCase[]): Around[] {
  const freeMail = cases[0]?.policy.freeMailDomains ?? [];
  const people = knownPeople(cases.flatMap(({ facts }) => facts.contacts));
  const held = holdsByAddress(
    cases.map(({ facts, holds }) => ({ dealId: facts.deal.id, contacts: facts.contacts, holds })),
    freeMail,
  );
  const others = indexFindings(cases.flatMap(forOthers), freeMail);
  return cases.map((deal) => {
    const { facts, people: named } = deal;
    const { id } = facts.deal;
    const reached = people.everyAddressOf(named);
    const all = people.everyAddressOf([...reached, ...facts.contacts.flatMap(({ emails }) => emails)]);
    const outside = facts.outside;
    const rests = outside?.about(all).filter((each) => isRest(each) && !isLifted(each, deal, people)) ?? [];
    return {
      holds: holdsElsewhere(held, id, all, freeMail),
      elsewhere: otherThanRests(others, named, reached).filter(({ dealId }) => dealId !== id),
      outside: outside ? [...rests, ...otherThanRests(outside, named, reached)] : [],
    };
  });
}

/** What the talk of one deal says for others, rests aside. */
function forOthers(deal: DealCase): OfDeal[] {
  const { facts, rep, today, read, turn, ground } = deal;
  const { contacts } = facts;
  const meets = turn.meeting !== null || read.some(({ reading }) => reading.meeting !== null);
  const found = [
    ...unopened(read, contacts),
    ...(turn.turn === 'ours' && ground ? waits(ground) : []),
    ...unreadable(read),
    ...bounces(read),
    ...(meets ? meetingsOf(read, { rep, today, contacts }) : []),
  ];
  return found.map((each) => ({ ...each, dealId: facts.deal.id }));
}

const isRest = (finding: Finding): boolean => restOf(finding) !== null;

/** About those whom a follow-up names, and as the same people under other addresses; of two addresses one may come back and the other not. */
const otherThanRests = <T extends Finding>(
  index: FindingIndex<T>,
  named: Iterable<string>,
  reached: Iterable<string>,
): T[] => [
  ...index.about(named).filter(({ kind }) => kind === 'bounce'),
  ...index.about(reached).filter((each) => !isRest(each) && each.kind !== 'bounce'),
];

/** Who has written in the deal since that we may write has lifted it outside, too. */
const isLifted = ({ address, date, until, kind }: Finding, { read }: DealCase, people: People): boolean =>
  read.some(({ message, reading }) => {
    const author = addressKey(message.from?.address ?? '');
    const ends = endsRest(reading, until === null && kind !== 'absence');
    return ends && message.date > date && people.everyAddressOf([address]).has(author);
  });
