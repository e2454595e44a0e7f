/**
 * Any history of one draft: what the rep did, in which clients, and when the service looked. It is lived through minute by minute, and every
 * decision is held against what was really done by then.
 */
import fc from 'fast-check';
import { comparable } from '../../src/domain/text.ts';
import { judge, type Scan, type Seen } from '../../src/domain/verdict.ts';
import { ourId, ourText } from '../domain/placements.ts';
import { type Act, acts, choices, type WorldAct, worldActs } from './acts.ts';
import { accounts, clientNamed, clients, type Device, habitNames, habitsOf } from './clients.ts';
import { minutesOf, SimulatedMailbox } from './mailbox.ts';
import { Rep } from './rep.ts';
import { type Decided, type Judge, type LookKind, Service } from './service.ts';

const minuteMs = 60_000;
const waits = [0.2, 1, 3, 10, 45, 130, 700, 2_000, 4_400] as const;
/** How the provider is for a while. `polled` and `quiet`: all is well, and without notices; `off`: nobody looks. */
const weathers = ['polled', 'quiet', 'partial', 'failed', 'off', 'renumbered', 'start over'] as const;
const places = ['drafts', 'sent', 'trash', 'inbox', 'filed'] as const;

const dice = fc.array(fc.nat({ max: 59 }), { minLength: habitNames.length, maxLength: habitNames.length });

export const histories = fc.record({
  client: fc.constantFrom(...clients.map(({ name }) => name)),
  dice,
  /** Whether a second device takes part, with which client, as far as that kind of account allows it, and its habits. */
  second: fc.option(fc.record({ client: fc.nat({ max: clients.length - 1 }), dice }), { freq: 3 }),
  keepsCopies: fc.constantFrom(true, true, true, false),
  acts: fc.array(
    fc.record({
      wait: fc.constantFrom(...waits),
      act: fc.oneof(
        {
          weight: 1,
          arbitrary: fc.constantFrom<(Act | WorldAct)[]>('send', 'delete', 'edit a little', 'edit much and send'),
        },
        { weight: 4, arbitrary: fc.constantFrom<(Act | WorldAct)[]>(...acts, ...worldActs) },
      ),
      which: fc.nat({ max: choices - 1 }),
      second: fc.constantFrom(false, false, true),
      /** Minutes after the act in which its notices come: lost, prompt, twice, late, in the wrong order. */
      notices: fc.constantFrom([0.05], [], [0.05, 0.06], [1.5], [40, 0.3]),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  weather: fc.array(
    fc.record({
      minutes: fc.constantFrom(10, 45, 130, 700, 2_000, 4_400, 44_640),
      kind: fc.constantFrom('polled', 'polled', ...weathers),
      every: fc.constantFrom(2, 7, 20, 55),
      hidden: fc.subarray([...places], { minLength: 1 }),
    }),
    { maxLength: 6 },
  ),
});
export type History = typeof histories extends fc.Arbitrary<infer T> ? T : never;

export interface Lived {
  client: string;
  /** What is wrong, each with why; empty when nothing is. */
  faults: string[];
  decisions: Decided[];
  verdict: string;
  /** Whether the mailbox holds evidence of what the rep did. */
  evidence: 'of sending' | 'of deleting' | null;
  scans: Scan[];
  /** The story, line by line. */
  lines: string[];
}

/** Long enough apart to be no burden, short enough to be no gap. */
const tailEvery = 50;

export function live(history: History, judgeBy: Judge = judge): Lived {
  const client = clientNamed(history.client);
  const { holds } = accounts[client.account];
  const lines: string[] = [];
  const tell = (time: number, line: string) => lines.push(`${clock(time)} ${line}`);
  const agenda: { time: number; n: number; run: (time: number) => void }[] = [];
  let order = 0;
  const later = (time: number, run: (time: number) => void) => agenda.push({ time, n: order++, run });

  const device = (name: string, dicing: number[]): Device => {
    const of = clientNamed(name);
    return { name, client: of, habits: habitsOf(of, dicing), offlineUntil: 0, view: null };
  };
  const first = device(client.name, history.dice);
  const sameAccount = clients.filter(({ account }) => account === client.account);
  const { second } = history;
  const other = second && device((sameAccount[second.client % sameAccount.length] as typeof client).name, second.dice);
  if (other) other.name += ', second device';

  // Only IMAP clients store copies themselves.
  const keepsCopies = history.keepsCopies || client.account !== 'imap';
  const mailbox = new SimulatedMailbox();
  const rep = new Rep({ mailbox, devices: other ? [first, other] : [first], keepsCopies, later, tell });
  tell(
    0,
    `Countersign places the draft; ${keepsCopies ? '' : 'no copies of sent mail are kept; '}holds of ${client.account}`,
  );
  const service = new Service({ mailbox, rep, judge: judgeBy, holds, keepsSentCopies: keepsCopies, tell });

  const faults: string[] = [];
  const followed = new Followed();
  let truthSeen = { sent: false, fate: rep.fate };
  service.onDecision = (decided) => {
    const fault = faultIn(decided, service.decisions.at(-2), rep, truthSeen);
    if (fault) faults.push(fault);
  };
  const look = (time: number, kind: LookKind, hidden: readonly Seen['place'][]): void => {
    if (kind !== 'failed' && kind !== 'partial') truthSeen = { sent: rep.wasSentBy(time), fate: rep.fate };
    const seen = service.look(time, kind, hidden);
    if (!seen) return;
    followed.look(seen, rep.states);
    for (const each of seen) rep.shown.add(each);
  };

  let when = 0;
  const play = (upTo: number): void => {
    for (let next = earliest(agenda, upTo); next; next = earliest(agenda, upTo)) {
      when = Math.max(when, next.time);
      next.run(next.time);
    }
  };
  const inWeather = weatherOf(history);
  for (const { wait, act, which, second: onSecond, notices } of history.acts) {
    when += wait;
    const by = onSecond && other ? other : first;
    later(when, (time) => {
      if (isOfWorld(act)) rep.world(act, time);
      else rep.does(act, which, by, time);
      for (const delay of notices)
        later(time + delay, (then) => {
          const now = inWeather(then);
          if (now.kind !== 'off' && now.kind !== 'quiet') look(then, now.look, now.hidden);
        });
    });
  }
  for (const poll of polls(history)) {
    play(poll.time);
    look(poll.time, poll.look, poll.hidden);
    when = Math.max(when, poll.time);
  }
  play(Number.POSITIVE_INFINITY);

  // All is quiet now: looks without trouble until every hold has ended.
  const from = Math.max(when, mailbox.settledAt) + 1;
  // Taking a draft back in that time is one more event to follow.
  const until = (): number => {
    const lastEvent = Math.max(from, service.withdrawnAt ? minutesOf(service.withdrawnAt) : 0);
    return lastEvent + holds.vanishedFinalMs / minuteMs + 4 * tailEvery;
  };
  for (const time of [from, from + 1, from + 3]) look(time, 'complete', []);
  for (let time = from + 3 + tailEvery; time < until(); time += tailEvery) look(time, 'complete', []);

  const evidence = evidenceAt(until(), { rep, mailbox, service, followed, keepsCopies });
  const { judgement } = service;
  const last = service.decisions.at(-1)?.decision ?? null;
  if (evidence === 'of sending' && !last?.startsWith('approved'))
    faults.push(`${judgement.verdict} to the end, but it was sent and the mailbox shows it. ${judgement.why}`);
  if (evidence === 'of deleting' && last !== 'rejected')
    faults.push(`${judgement.verdict} to the end, but it was deleted and the mailbox shows it. ${judgement.why}`);
  for (const fault of faults) lines.push(`wrong: ${fault}`);
  return {
    client: client.name,
    faults,
    decisions: service.decisions,
    verdict: judgement.final ? judgement.verdict : 'pending',
    evidence,
    scans: service.scans,
    lines,
  };
}

const isOfWorld = (act: Act | WorldAct): act is WorldAct => worldActs.some((each) => each === act);

/** What is wrong with a decision, at the moment it is made. A rejection speaks of the last look that was whole. */
function faultIn(
  { judgement, decision }: Decided,
  before: Decided | undefined,
  rep: Rep,
  truthSeen: { sent: boolean; fate: Rep['fate'] },
): string | null {
  const { verdict, flags, why } = judgement;
  if (before?.judgement.verdict.startsWith('sent'))
    return `${verdict} overturns ${before.judgement.verdict}, and what was sent stays sent. ${why}`;
  const inferred = flags.includes('inferred');
  const did = rep.sends.map(({ changed }) => (changed ? 'sent it changed' : 'sent it as it was')).join(', ');
  const truth = did || rep.fate;
  const right =
    decision === null ||
    (decision === 'approved' && rep.sends.some(({ changed }) => !changed)) ||
    // Inferred says that the words are not known.
    (decision === 'approved_edited' && rep.sends.some(({ changed }) => changed || inferred)) ||
    (decision === 'rejected' && !truthSeen.sent && truthSeen.fate === 'deleted');
  return right ? null : `${decision}, but what the rep did is: ${truth}. ${why}`;
}

/**
 * Which states of the draft were shown to the service so that they can be told to be ours: under a known Message-ID, or in words alike to
 * those of a state that was.
 */
class Followed {
  readonly ids = new Set([ourId]);
  readonly texts = new Set([comparable(ourText)]);
  #last = { rewrites: 0, words: 99 };
  #latest: Seen | null = null;

  look(seen: readonly Seen[], states: ReadonlyMap<Seen, number>): void {
    const drafts = seen.filter((each) => states.has(each) && each.draft && each.place !== 'trash');
    // Several states at once: which of them is followed is left to the judge.
    const [draft] = drafts;
    if (!draft || drafts.length > 1 || draft === this.#latest) return;
    this.#latest = draft;
    const rewrites = states.get(draft) as number;
    const alike = rewrites === 0 || (rewrites === this.#last.rewrites && this.#last.words >= 25);
    if (!this.ids.has(draft.messageId) && !alike) return;
    this.ids.add(draft.messageId);
    this.texts.add(comparable(draft.text));
    this.#last = { rewrites, words: draft.text.split(/\s+/).length };
  }
}

/** Whether, at the end, the mailbox itself shows what the rep did: `facts/drafts.md` §4.1, said in terms of what was really done. */
function evidenceAt(
  time: number,
  {
    rep,
    mailbox,
    service,
    followed,
    keepsCopies,
  }: {
    rep: Rep;
    mailbox: SimulatedMailbox;
    service: Service;
    followed: Followed;
    keepsCopies: boolean;
  },
): Lived['evidence'] {
  const draftsLeft =
    [...rep.states.keys()].some((seen) => seen.place !== 'trash' && mailbox.has(seen, time)) ||
    (rep.ownDraft !== null && mailbox.has(rep.ownDraft, time));
  const proves = ({ copy, text, rewrites, messageId }: Rep['sends'][number]): boolean => {
    // A copy outside Sent with the draft's own id may be the draft, moved: then an answer proves nothing, for anyone can write an id.
    const maybeMoved = copy !== null && (copy.place === 'inbox' || copy.place === 'filed') && mailbox.has(copy, time);
    const answered =
      rep.answeredIds.includes(messageId) && !rep.carriedIds.has(messageId) && followed.ids.has(messageId);
    if (answered && !draftsLeft && !maybeMoved) return true;
    if (copy?.place !== 'sent' || !mailbox.has(copy, time)) return false;
    if (followed.ids.has(copy.messageId)) return true;
    if (draftsLeft || rep.tidied) return false;
    const sameWords = followed.texts.has(comparable(text)) && text.split(/\s+/).length >= 9;
    return sameWords || (rewrites === 0 && service.withdrawnAt === null);
  };
  if (rep.sends.some(proves)) return 'of sending';
  const deleted = rep.fate === 'deleted' && !rep.lostMark && rep.sends.length === 0 && keepsCopies && !draftsLeft;
  // A copy seen for a moment, and after it neither the draft nor its place in trash: who can say what that was.
  const riddle = rep.undone !== null && rep.shown.has(rep.undone) && !rep.shown.has(rep.draft);
  const clear =
    !riddle && !rep.wroteOtherwise && service.withdrawnAt === null && longestBlindMinutes(service.scans) < 7 * 24 * 60;
  return deleted && clear ? 'of deleting' : null;
}

function longestBlindMinutes(scans: readonly Scan[]): number {
  let longest = 0;
  let last = scans[0] as Scan;
  for (const scan of scans.filter(({ complete }) => complete)) {
    longest = Math.max(longest, scan.at.getTime() - last.at.getTime());
    last = scan;
  }
  return longest / minuteMs;
}

/** Takes the next thing to happen until then off the agenda. */
function earliest<T extends { time: number; n: number }>(agenda: T[], upTo: number): T | undefined {
  let best: T | undefined;
  for (const each of agenda)
    if (each.time <= upTo && (!best || each.time < best.time || (each.time === best.time && each.n < best.n)))
      best = each;
  if (best) agenda.splice(agenda.indexOf(best), 1);
  return best;
}

type Weather = { kind: History['weather'][number]['kind']; look: LookKind; hidden: readonly Seen['place'][] };
const fair: Weather = { kind: 'polled', look: 'complete', hidden: [] };

/** How a look goes at a time. A renumbering and a lost cursor show in one look, the first of their stretch. */
function weatherOf({ weather }: History): (time: number) => Weather {
  let upTo = 0;
  const stretches = weather.map(({ minutes, kind, hidden }) => {
    upTo += minutes;
    const looks: LookKind = kind === 'partial' || kind === 'failed' ? kind : 'complete';
    return { upTo, kind, look: looks, hidden };
  });
  return (time) => stretches.find((each) => time < each.upTo) ?? fair;
}

/** The looks that come by themselves. Long stretches are looked at less often, but never so seldom that it is a gap. */
function polls({ weather }: History): { time: number; look: LookKind; hidden: readonly Seen['place'][] }[] {
  const all: ReturnType<typeof polls> = [];
  let from = 0;
  for (const { minutes, kind, every, hidden } of weather) {
    const step = Math.max(every, Math.min(55, minutes / 60));
    if (kind === 'renumbered' || kind === 'start over') all.push({ time: from, look: kind, hidden: [] });
    const look = kind === 'partial' || kind === 'failed' ? kind : 'complete';
    if (kind !== 'off')
      for (let time = from + step; time <= from + minutes; time += step) all.push({ time, look, hidden });
    from += minutes;
  }
  return all;
}

function clock(time: number): string {
  const seconds = Math.round(time * 60) + 9 * 3_600;
  const [days, rest] = [Math.floor(seconds / 86_400), seconds % 86_400];
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const small = rest % 60 ? `:${two(rest % 60)}` : '';
  return `day ${days + 1} ${two(rest / 3_600)}:${two((rest / 60) % 60)}${small}`;
}
