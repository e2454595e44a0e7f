/** The service, as far as one placed draft goes: looks, records, judges, decides and takes back as `jobs/settle.ts` does. */
import { covering, historyOf, type NewScan, names } from '../../src/domain/observation.ts';
import type { Holds } from '../../src/domain/policy.ts';
import { comparable } from '../../src/domain/text.ts';
import {
  type DecisionName,
  decisionOf,
  type Judgement,
  type judge,
  type Scan,
  type Seen,
} from '../../src/domain/verdict.ts';
import { at, buyer, minute, ourId, ourText, parent, placed, policy } from '../domain/placements.ts';
import { asksForLook, inShort, minutesOf, type SimulatedMailbox } from './mailbox.ts';
import type { Rep } from './rep.ts';

export type Judge = typeof judge;

/** How a look goes: whole; some places unread; no look at all; folders numbered anew; a lost cursor, noted before a whole look. */
export type LookKind = 'complete' | 'partial' | 'failed' | 'renumbered' | 'start over';

export interface Decided {
  minute: number;
  judgement: Judgement;
  decision: DecisionName | null;
}

const gapMs = 60 * minute;
/** Five working days from a Tuesday on. */
const untouchedDays = 7;

/** A mailbox as the service reaches it. `remove` is how it takes the draft back. */
export type LookedAt = Pick<SimulatedMailbox, 'reported' | 'remove'>;
/** What of the rep's side it works on. */
export type Drafting = Pick<Rep, 'draft' | 'dealMoved' | 'takenBack'>;

export class Service {
  scans: Scan[] = [];
  readonly decisions: Decided[] = [];
  judgement: Judgement;
  withdrawnAt: Date | null = null;
  knownIds = new Set([ourId]);
  /** Called for each decision, at once. */
  onDecision: (decided: Decided) => void = () => {};
  /** It would take the draft back now. */
  wantsBack = false;
  #unchanged = false;
  #asked = false;
  #synced = new Set<Seen>();
  #looks = 0;
  #dealSeen = false;
  readonly #mailbox: LookedAt;
  readonly #rep: Drafting;
  readonly #judge: Judge;
  readonly #holds: Holds;
  readonly #keepsSentCopies: boolean;
  readonly #asksAdapter: boolean;
  readonly #tell: (time: number, line: string) => void;

  constructor(options: {
    mailbox: LookedAt;
    rep: Drafting;
    judge: Judge;
    holds: Holds;
    keepsSentCopies: boolean;
    tell: (time: number, line: string) => void;
    /** Whether a draft can be taken back is asked elsewhere, which then says `tookBack`. */
    asksAdapter?: boolean;
  }) {
    this.#mailbox = options.mailbox;
    this.#rep = options.rep;
    this.#judge = options.judge;
    this.#holds = options.holds;
    this.#keepsSentCopies = options.keepsSentCopies;
    this.#asksAdapter = options.asksAdapter ?? false;
    this.#tell = options.tell;
    // The read-back after placing.
    const read = this.#scan(0, 'read back after placing', [this.#rep.draft]);
    this.#add(read);
    this.judgement = this.#judged(at(0));
  }

  /** One pass over the mailbox. Null when nothing was looked at, else what was reported. */
  look(time: number, kind: LookKind, hidden: readonly Seen['place'][]): Seen[] | null {
    this.wantsBack = false;
    if (kind === 'failed') {
      if (this.#isOpen(time)) this.#gap(time, 'the mailbox could not be read');
      return null;
    }
    const reported = this.#mailbox.reported(time, this.knownIds);
    this.#sync(reported);
    if (!this.#isOpen(time)) return null;
    if (kind === 'start over') this.#gap(time, 'the cursor was lost');
    const gap = kind === 'partial' ? 'a folder could not be read' : kind === 'renumbered' ? 'numbered anew' : null;
    const seen = kind === 'partial' ? reported.filter(({ place }) => !hidden.includes(place)) : reported;
    const scan = this.#scan(time, gap, seen);
    const same = this.#isSame(scan);
    if (same && this.#nothingDue(scan) && this.#withdrawalReason(time, seen) === null) {
      this.#add(scan);
      return seen;
    }
    const last = this.scans.at(-1);
    if (last?.complete && scan.at.getTime() - last.at.getTime() > gapMs) this.#gap(time, 'nobody looked');
    this.#add(scan);
    if (!same) this.#tellLook(time, scan);
    for (const { messageId } of historyOf(this.#facts(), this.scans, policy).revisions) this.knownIds.add(messageId);
    this.#asked = false;
    this.#save(this.#judged(scan.at), time);
    if (this.withdrawnAt === null && this.#stillThere(seen) && this.#withdrawalReason(time, seen) !== null) {
      this.wantsBack = true;
      if (!this.#asksAdapter) this.#withdraw(time);
    }
    return seen;
  }

  #isOpen(time: number): boolean {
    const { final, recheckAt } = this.judgement;
    return !final || this.#asked || (recheckAt !== null && recheckAt <= at(time));
  }

  /** New mail that concerns a settled draft asks for another look. */
  #sync(reported: readonly Seen[]): void {
    const wasSent = this.judgement.verdict.startsWith('sent');
    for (const seen of reported) {
      if (this.#synced.has(seen)) continue;
      this.#synced.add(seen);
      if (this.judgement.final && asksForLook(seen, this.knownIds, wasSent)) this.#asked = true;
    }
  }

  #scan(time: number, gap: string | null, seen: Seen[]): NewScan {
    return { id: `look ${++this.#looks}`, at: at(time), complete: gap === null, gap, seen };
  }

  #gap(time: number, gap: string): void {
    this.#tell(time, `  look: none, ${gap}`);
    this.#add(this.#scan(time, gap, []));
  }

  #isSame(scan: NewScan): boolean {
    const last = this.scans.at(-1);
    return (
      last !== undefined &&
      last.complete === scan.complete &&
      last.gap === scan.gap &&
      last.seen.length === scan.seen.length &&
      last.seen.every((seen, n) => seen === scan.seen[n])
    );
  }

  /** Of looks that show the same, the first and the latest are kept. */
  #add(scan: NewScan): void {
    const last = this.scans.at(-1);
    const again = this.#isSame(scan);
    if (again && this.#unchanged) this.scans = this.scans.with(-1, { ...(last as Scan), at: scan.at });
    else this.scans = [...this.scans, covering(last, scan)];
    this.#unchanged = again;
  }

  #nothingDue(scan: NewScan): boolean {
    const { final, recheckAt } = this.judgement;
    const last = this.scans.at(-1) as Scan;
    return (
      !final &&
      this.#unchanged &&
      scan.at.getTime() - last.at.getTime() <= gapMs &&
      (recheckAt === null || recheckAt > scan.at)
    );
  }

  #facts() {
    return { ...placed, keepsSentCopies: this.#keepsSentCopies, withdrawnAt: this.withdrawnAt };
  }

  #judged(now: Date): Judgement {
    return this.#judge(this.#facts(), this.scans, policy, this.#holds, now);
  }

  #save(judgement: Judgement, time: number): void {
    const { verdict, flags, final, why } = judgement;
    const before = this.judgement;
    this.judgement = judgement;
    if (verdict !== before.verdict || final !== before.final)
      this.#tell(time, `  verdict: ${[verdict, ...flags].join(' ')}${final ? '' : ' …'}. ${why}`);
    if (!final || this.decisions.at(-1)?.judgement.verdict === verdict) return;
    const decided = { minute: time, judgement, decision: decisionOf(judgement) };
    this.decisions.push(decided);
    this.onDecision(decided);
  }

  #stillThere(seen: readonly Seen[]): boolean {
    return seen.some(({ place, messageId }) => place === 'drafts' && this.knownIds.has(messageId));
  }

  #withdrawalReason(time: number, seen: readonly Seen[]): string | null {
    const { verdict, flags } = this.judgement;
    if (verdict === 'superseded' && !flags.includes('edited') && !flags.includes('inferred')) return 'you answered';
    if (verdict !== 'pending' || flags.includes('edited') || flags.includes('moved')) return null;
    this.#dealSeen ||= this.#rep.dealMoved;
    if (this.#dealSeen) return 'the deal moved on';
    if (seen.some(({ place, from, date }) => place === 'inbox' && from === buyer && date > placed.placedAt))
      return 'the prospect answered';
    return time >= untouchedDays * 24 * 60 ? 'it lay untouched for five working days' : null;
  }

  /** As an adapter does: only when every state in Drafts is ours and untouched, and none is scheduled. */
  #withdraw(time: number): void {
    const states = this.#mailbox
      .reported(time, this.knownIds)
      .filter(
        (seen) => seen.place === 'drafts' && (this.knownIds.has(seen.messageId) || names(seen, new Set([parent]))),
      );
    const ours = states.filter(({ messageId }) => this.knownIds.has(messageId));
    if (ours.length === 0 || ours.length < states.length || ours.some(({ scheduled }) => scheduled)) return;
    if (ours.some(({ text }) => comparable(text) !== comparable(ourText))) return;
    for (const seen of ours) this.#mailbox.remove(seen, time);
    this.#rep.takenBack(ours);
    this.tookBack(time);
  }

  tookBack(time: number): void {
    this.withdrawnAt = at(time);
    this.#tell(time, '  Countersign takes the draft back');
    this.#save(this.#judged(this.withdrawnAt), time);
  }

  #tellLook(time: number, { complete, gap, seen }: NewScan): void {
    const shown = seen.length === 0 ? 'nothing' : seen.map(inShort).join(', ');
    this.#tell(time, `  look: ${complete ? 'complete' : `not complete (${gap})`}, sees ${shown}`);
  }

  /** Names under which states of the draft were seen, the provider's own. */
  get revisionRefs(): string[] {
    return historyOf(this.#facts(), this.scans, policy)
      .revisions.map(({ ref }) => ref)
      .filter((ref) => ref !== '');
  }

  get lastLookAt(): number {
    return minutesOf((this.scans.at(-1) as Scan).at);
  }
}
