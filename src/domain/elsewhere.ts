/**
 * What stands outside of a deal's own threads and concerns its people: in the other deals of the rep, and in mail that belongs to no open
 * deal. Of rests every contact of the deal counts, of anything else those whom a follow-up would reach.
 */
import { addressKey } from './addresses.ts';
import type { DealCase } from './deal-case.ts';
import { type Finding, type FindingIndex, indexFindings, meetingsOf, restOf, unopened, waits } from './findings.ts';
import { type HoldInForce, holdsByAddress, holdsElsewhere } from './holds-in-force.ts';
import { type People, peopleIn } from './people.ts';

export interface Around {
  /** Rests that were asked for in other deals. */
  holds: readonly HoldInForce[];
  /** Of other deals: mail that is not opened or not answered, and meetings. */
  elsewhere: readonly Finding[];
  /** Of mail that belongs to no open deal. */
  outside: readonly Finding[];
}

type OfDeal = Finding & { dealId: string };

/** For each of a rep's deals, in the order given. */
export function aroundEach(cases: readonly DealCase[]): Around[] {
  const freeMail = cases[0]?.policy.freeMailDomains ?? [];
  const people = peopleIn(cases.flatMap(({ facts }) => facts.contacts));
  const held = holdsByAddress(
    cases.map(({ facts, holds }) => ({ dealId: facts.deal.id, contacts: facts.contacts, holds })),
    freeMail,
  );
  const others = indexFindings(cases.flatMap(forOthers), freeMail);
  return cases.map((deal) => {
    const { id } = deal.facts.deal;
    const reached = people.everyAddressOf(deal.people);
    const all = people.everyAddressOf([...reached, ...deal.facts.contacts.flatMap(({ emails }) => emails)]);
    return {
      holds: holdsElsewhere(held, id, all, freeMail),
      elsewhere: others.about(reached).filter(({ dealId }) => dealId !== id),
      outside: deal.facts.outside ? outsideOf(deal, deal.facts.outside, reached, all, people) : [],
    };
  });
}

/** What the talk of one deal says for others, rests aside. */
function forOthers(deal: DealCase): OfDeal[] {
  const { facts, rep, today, read, turn, ground } = deal;
  const { contacts } = facts;
  const meets = turn.meeting !== null || read.some(({ reading }) => reading.meeting !== null);
  const found = [
    ...unopened(read),
    ...(turn.turn === 'ours' && ground ? waits(ground) : []),
    ...(meets ? meetingsOf(read, { rep, today, contacts }) : []),
  ];
  return found.map((each) => ({ ...each, dealId: facts.deal.id }));
}

function outsideOf(
  { read, people: named }: DealCase,
  index: FindingIndex,
  reached: ReadonlySet<string>,
  all: ReadonlySet<string>,
  people: People,
): Finding[] {
  const isRest = (finding: Finding): boolean => restOf(finding) !== null;
  // Who has written here since that we may write has lifted it there, too.
  const isLifted = ({ address, date }: Finding): boolean =>
    read.some(({ message, reading }) => {
      const author = addressKey(message.from?.address ?? '');
      return reading.lifts && message.date > date && people.everyAddressOf([address]).has(author);
    });
  return [
    ...index.about(all).filter((each) => isRest(each) && !isLifted(each)),
    // Of two addresses of a person one may work.
    ...index.about(named).filter(({ kind }) => kind === 'bounce'),
    ...index.about(reached).filter((each) => !isRest(each) && each.kind !== 'bounce'),
  ];
}
