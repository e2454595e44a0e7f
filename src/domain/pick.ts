/**
 * The deals of today: at most so many, in order of score, each deal not chosen with one reason. Nobody is written to twice a day, and the deal that
 * was passed over longest comes in the end.
 */
import { addressKey } from './addresses.ts';
import type { Assessment } from './assess.ts';
import { knownPeople, type People } from './people.ts';

export interface Picked extends Assessment {
  picked: boolean;
  /** Why not, in one sentence; null when picked. */
  notPicked: string | null;
}

/** A follow-up that is there already. */
export interface Written {
  dealId: string;
  /** To and Cc. */
  addresses: readonly string[];
  /** Proposed today; else its draft lies there since an earlier day. */
  today: boolean;
}

/** What else counts. */
export interface PickOptions {
  /** Why there is no room at all, where there is none. */
  noRoom?: string | undefined;
  /** To and Cc of the follow-up of each deal, by deal id; nobody where absent. */
  reaches?: ReadonlyMap<string, readonly string[]>;
  people?: People;
  written?: readonly Written[];
}

/** Nothing forbids a draft; that it has not stalled is one of the rules. */
export const isReady = ({ never }: Assessment): boolean => never === null;

/** The most pressing first; equal scores go by deal id. */
export const byScore = (a: Assessment, b: Assessment): number => b.score - a.score || (a.dealId < b.dealId ? -1 : 1);

/** Passed over for so many working days, a deal has a place of the day. */
const longWorkingDays = 5;

/**
 * Chooses among one rep's assessments. `room` is how many drafts the rep may still get now. Deterministic, whatever the order given. Of deals that would
 * write to one person the most pressing is chosen. Where there is room for two or more, the last place is for the deal that has been ready longest, if
 * that is long.
 */
export function pick(assessments: readonly Assessment[], room: number, options: PickOptions = {}): Picked[] {
  const { noRoom = 'the daily limit is reached' } = options;
  const obstacle = writtenTo(options);
  const chosen = choose(assessments.filter(isReady).sort(byScore), room, obstacle);
  return assessments.map((each) => {
    const picked = chosen.includes(each);
    const left =
      room > 0 ? (obstacle(each, chosen) ?? 'others matter more today, and the daily limit is reached') : noRoom;
    return { ...each, picked, notPicked: picked ? null : (each.never ?? left) };
  });
}

/** Why a deal cannot be chosen beside these; null when it can. */
type Obstacle = (deal: Assessment, beside: readonly Assessment[]) => string | null;

function choose(ready: readonly Assessment[], room: number, obstacle: Obstacle): Assessment[] {
  const best = take(ready, room, obstacle);
  if (room < 2) return best;
  const long = ready
    .filter(({ passedOver }) => passedOver >= longWorkingDays)
    .sort((a, b) => b.passedOver - a.passedOver || byScore(a, b));
  if (long.length === 0 || best.includes(long[0] as Assessment)) return best;
  const first = take(ready, room - 1, obstacle);
  const risen = long.find((each) => !first.includes(each) && obstacle(each, first) === null);
  return risen ? [...first, risen] : best;
}

function take(ready: readonly Assessment[], room: number, obstacle: Obstacle): Assessment[] {
  const taken: Assessment[] = [];
  for (const each of ready) if (taken.length < room && obstacle(each, taken) === null) taken.push(each);
  return taken;
}

/** One person gets one follow-up a day, under whichever address, and no other while one lies there. */
function writtenTo({ reaches = new Map(), people = knownPeople([]), written = [] }: PickOptions): Obstacle {
  const keys = new Map([...reaches].map(([id, addresses]) => [id, people.everyAddressOf(addresses)]));
  const there = written.map((each) => ({ ...each, keys: people.everyAddressOf(each.addresses) }));
  return ({ dealId }, beside) => {
    const addresses: readonly string[] = reaches.get(dealId) ?? [];
    const whoIsIn = (among: ReadonlySet<string> | undefined) => addresses.find((each) => among?.has(addressKey(each)));
    for (const other of beside) {
      const who = other.dealId === dealId ? undefined : whoIsIn(keys.get(other.dealId));
      if (who !== undefined) return `${who} gets another follow-up today`;
    }
    for (const other of there) {
      const who = other.dealId === dealId ? undefined : whoIsIn(other.keys);
      if (who === undefined) continue;
      return other.today ? `${who} gets another follow-up today` : `another follow-up to ${who} lies in your drafts`;
    }
    return null;
  };
}

/**
 * Since when a deal could have been picked and was not; null when it was, or could not be. To be kept for the next day. A day without room, or on
 * which its person gets another follow-up, counts like any other.
 */
export function readySince(before: string | null | undefined, picked: Picked, today: string): string | null {
  if (picked.picked || !isReady(picked)) return null;
  return before ?? today;
}
