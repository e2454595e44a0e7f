/**
 * A rep, a mail client with habits, and a mailbox that can be looked at in any minute. What the rep did is known here, so a verdict can
 * be held against it. Habits are those of `facts/drafts.md` §3.2, in every combination: what no client does today one may do tomorrow.
 */
import fc from 'fast-check';
import type { Scan, Seen } from '../../src/domain/verdict.ts';
import { at, buyer, byHand, hour, minute, ourId, ourText, parent, placed, rep } from './placements.ts';

const habits = fc.record({
  idOnSave: fc.constantFrom('keep', 'new'),
  idOnSend: fc.constantFrom('keep', 'new'),
  /** Minutes for which the old and the new state of a saved draft are both there; below zero: neither. */
  saveOverlap: fc.constantFrom(-1, 0, 0, 2),
  oldStates: fc.constantFrom('expunge', 'expunge', 'trash'),
  onDelete: fc.constantFrom('trash', 'expunge', 'trash, emptied at once'),
  onSend: fc.constantFrom('expunge', 'expunge', 'trash', 'keep'),
  /** Minutes from the draft's going to the copy's coming; below zero the copy comes first. */
  copyLag: fc.constantFrom(0, 0, -1, 1, 80, 1_200),
  copyPlace: fc.constantFrom('sent', 'sent', 'sent', 'inbox'),
  dress: fc.constantFrom('plain', 'wrapped', 'fixed spaces', 'curly', 'signature', 'quote below'),
  marksMoved: fc.boolean(),
  namesDraft: fc.boolean(),
  clockMinutes: fc.integer({ min: -60, max: 60 }),
});
type Habits = typeof habits extends fc.Arbitrary<infer T> ? T : never;

const acts = [
  'save as it is',
  'edit a little',
  'edit much',
  'edit back',
  'change the subject',
  'add a recipient',
  'add a Bcc',
  'attach a file',
  'send',
  'edit a little and send',
  'edit much and send',
  'delete',
  'restore',
  'send from a window left open',
  'move to a folder',
  'drag into Sent',
  'write by hand',
  'delete and write by hand',
  'begin a draft alone',
  'send that draft',
  'drop that draft',
  'tidy Sent',
  'the prospect writes',
  'the prospect answers',
  'we take it back',
] as const;
type Act = (typeof acts)[number];

const words = ourText.split(/\s+/);
const otherMails = [
  byHand,
  'Hello Dana, shall we talk on the phone on Thursday at ten? Robin',
  [...words].reverse().join(' '),
  words.map((_, n) => words[(n * 7) % words.length]).join(' '),
  `${ourText.slice(0, ourText.length / 2)}\n\nLet us leave it at that for this year, and speak again when the budget stands.`,
  `${words.join(' and ')} ${words.toReversed().join(' or ')}`,
];

/** What the draft is turned into. No mail by hand says the same: sending the words of the draft is sending the draft. */
const rewritten = [
  'Dana, may I ring you on Monday about the seats? Robin',
  `${ourText.slice(0, 180)}" That was then. What about the summer, when the lease of the old place ends and people move?`,
  'One line only: is the pilot still on? If so I keep the date in May for you, if not I would like to know what to change, and when.',
];

export interface History {
  habits: Habits;
  keepsSentCopies: boolean;
  acts: { wait: number; act: Act; which: number }[];
  /** After each wait a look that is judged; `watched`: looks were taken all through the wait. */
  looks: { wait: number; watched: boolean; hidden: Seen['place'][]; broken: boolean }[];
}

const waits = fc.constantFrom(0.2, 1, 1, 3, 10, 45, 130, 700, 4_400);
export const histories: fc.Arbitrary<History> = fc.record({
  habits,
  keepsSentCopies: fc.constantFrom(true, true, true, false),
  acts: fc.array(
    fc.record({
      wait: waits,
      act: fc.constantFrom(...acts),
      which: fc.integer({ min: 0, max: otherMails.length - 1 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  looks: fc.array(
    fc.record({
      wait: waits,
      watched: fc.constantFrom(true, true, false),
      hidden: fc.subarray<Seen['place']>(['drafts', 'sent', 'trash', 'inbox', 'filed']),
      broken: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 3, maxLength: 16 },
  ),
});

/** What the rep has really done with our draft by then. */
export type Truth = 'nothing' | 'sent as it was' | 'sent, changed' | 'deleted' | 'taken back';

export interface Lived {
  /** All looks up to a judgement, what was true by then, and what was when the last complete look was taken. */
  judged: { scans: Scan[]; truth: Truth; truthSeen: Truth }[];
  withdrawnAt: Date | null;
}

const watchEvery = 7;
/** So long without a look, and the look before it counts as the last of its kind: the service notes a gap. */
const gapAfter = 60;

/** Lets the history happen and looks at it. The looks are kept as the service keeps them. */
export function live(history: History): Lived {
  const mailbox = new Mailbox(history.habits, history.keepsSentCopies);
  const person = new Rep(mailbox, history.habits);
  const judged: Lived['judged'] = [];
  const due: { minute: number; run: () => void }[] = [];
  let when = 0;
  for (const { wait, act, which } of history.acts) {
    when += wait;
    const time = when;
    due.push({ minute: time, run: () => person.does(act, which, time) });
  }
  let scans: Scan[] = [];
  let truthSeen: Truth = 'nothing';
  const look = (time: number, id: string, hidden: Seen['place'][] | null): void => {
    const last = scans.at(-1);
    if (last?.complete && at(time).getTime() - last.at.getTime() > gapAfter * minute)
      scans = [...scans, { id: `${id} gap`, at: at(time), complete: false, gap: 'nobody looked', seen: [] }];
    if (!hidden) truthSeen = person.truth;
    const seen = mailbox.at(time).filter(({ place }) => !hidden?.includes(place));
    scans = kept(scans, { id, at: at(time), complete: !hidden, gap: hidden ? 'away' : null, seen });
  };
  when = 0;
  for (const [n, { wait, watched, hidden, broken }] of history.looks.entries()) {
    const from = when;
    when += wait;
    for (let time = from + watchEvery; watched && time < when; time += watchEvery)
      due.push({ minute: time, run: () => look(time, `${n} at ${time}`, null) });
    const time = when;
    due.push({
      minute: time,
      run: () => {
        look(time, `${n}`, broken ? hidden : null);
        judged.push({ scans, truth: person.truth, truthSeen });
      },
    });
  }
  for (const { run } of due.sort((a, b) => a.minute - b.minute)) run();
  return { judged, withdrawnAt: person.withdrawnAt };
}

/** Of looks that show the same only the first and the latest are kept. */
function kept(scans: Scan[], scan: Scan): Scan[] {
  const same = (other: Scan | undefined): boolean =>
    other !== undefined &&
    other.complete === scan.complete &&
    other.seen.length === scan.seen.length &&
    other.seen.every((seen, n) => seen === scan.seen[n]);
  return same(scans.at(-1)) && same(scans.at(-2)) ? scans.with(-1, scan) : [...scans, scan];
}

type Fields = Partial<Seen> & Pick<Seen, 'messageId' | 'text'>;

/** Messages with the minutes in which they are there. */
class Mailbox {
  readonly #items: { from: number; to: number; seen: Seen }[] = [];
  #refs = 0;
  readonly #habits: Habits;
  readonly keepsSentCopies: boolean;

  constructor(habits: Habits, keepsSentCopies: boolean) {
    this.#habits = habits;
    this.keepsSentCopies = keepsSentCopies;
  }

  at(time: number): Seen[] {
    return this.#items.filter(({ from, to }) => from <= time && time < to).map(({ seen }) => seen);
  }

  put(place: Seen['place'], fields: Fields, time: number, draft: boolean): Seen {
    const seen: Seen = {
      place,
      draft,
      ref: `${place}-${++this.#refs}`,
      inReplyTo: parent,
      references: [parent],
      from: rep,
      to: [buyer],
      cc: [],
      bcc: [],
      subject: placed.subject,
      attachments: [],
      date: new Date(at(time).getTime() + this.#habits.clockMinutes * minute),
      ...fields,
    };
    this.#items.push({ from: time, to: Number.POSITIVE_INFINITY, seen });
    return seen;
  }

  remove(seen: Seen, time: number): void {
    for (const item of this.#items) if (item.seen === seen) item.to = Math.min(item.to, time);
  }

  move(seen: Seen, place: Seen['place'], time: number, draft = seen.draft): Seen {
    this.remove(seen, time);
    const { place: _, ref: __, draft: ___, date, ...fields } = seen;
    return this.put(place, { ...fields, date }, time, draft);
  }
}

class Rep {
  truth: Truth = 'nothing';
  withdrawnAt: Date | null = null;
  readonly #mailbox: Mailbox;
  readonly #habits: Habits;
  #draft: Seen;
  #state: 'there' | 'in trash' | 'gone' = 'there';
  #own: Seen | null = null;
  /** The copy of what was sent last, and the id under which it went out. */
  #copy: Seen | null = null;
  #wentOut: string | null = null;
  #ids = 0;

  constructor(mailbox: Mailbox, habits: Habits) {
    this.#mailbox = mailbox;
    this.#habits = habits;
    this.#draft = mailbox.put('drafts', { messageId: ourId, text: ourText }, 0, true);
  }

  does(act: Act, which: number, time: number): void {
    const text = otherMails[which] as string;
    if (this.#state === 'there') this.#doesWithDraft(act, which, time);
    else if (act === 'restore' && this.#state === 'in trash') this.#restore(time);
    else if (act === 'send from a window left open' && !this.#wasSent()) this.#goOut({}, time, 0);
    switch (act) {
      case 'write by hand':
        this.#writeByHand(text, time);
        break;
      case 'delete and write by hand':
        this.#writeByHand(text, time + 0.5);
        break;
      case 'begin a draft alone':
        this.#own ??= this.#mailbox.put('drafts', { messageId: this.#newId(), text }, time, true);
        break;
      case 'send that draft':
        if (!this.#own) break;
        this.#mailbox.remove(this.#own, time);
        this.#writeByHand(this.#own.text, time, this.#own.messageId);
        this.#own = null;
        break;
      case 'drop that draft':
        if (this.#own) this.#mailbox.move(this.#own, 'trash', time);
        this.#own = null;
        break;
      case 'tidy Sent':
        if (this.#copy) this.#copy = this.#mailbox.move(this.#copy, which % 2 ? 'trash' : 'filed', time);
        break;
      case 'the prospect writes':
        this.#prospect({ inReplyTo: parent, references: [parent] }, time);
        break;
      case 'the prospect answers':
        if (this.#wentOut) this.#prospect(this.#answering(this.#wentOut), time);
        break;
    }
  }

  #doesWithDraft(act: Act, which: number, time: number): void {
    const otherText = rewritten[which % rewritten.length] as string;
    const changes: Partial<Record<Act, Partial<Seen>>> = {
      'save as it is': {},
      'edit a little': { text: `${this.#draft.text}\n\nPS: in the office on ${which}.` },
      'edit much': { text: otherText },
      'edit back': { text: ourText },
      'change the subject': { subject: 'One question' },
      'add a recipient': { cc: ['boss@buyer.test'] },
      'add a Bcc': { bcc: ['boss@seller.test'] },
      'attach a file': { attachments: ['offer.pdf'] },
    };
    const change = changes[act];
    if (change) this.#save(change, time);
    // Sent once, it stays sent, whatever becomes of what was restored.
    else if (act.endsWith('send') && this.#wasSent()) return;
    else if (act === 'send') this.#send({}, time);
    else if (act === 'edit a little and send')
      this.#send({ text: this.#draft.text.replace('Dana', 'dear Dana') }, time);
    else if (act === 'edit much and send') this.#send({ text: otherText }, time);
    else if (act === 'delete' || act === 'delete and write by hand') this.#delete(time);
    else if (act === 'move to a folder')
      this.#draft = this.#mailbox.move(this.#draft, 'filed', time, this.#habits.marksMoved);
    else if (act === 'drag into Sent') this.#draft = this.#mailbox.move(this.#draft, 'sent', time, true);
    else if (
      act === 'we take it back' &&
      this.#draft.place === 'drafts' &&
      this.#draft.text === ourText &&
      !this.#own
    ) {
      this.#mailbox.remove(this.#draft, time);
      this.#state = 'gone';
      if (!this.#wasSent()) this.truth = 'taken back';
      this.withdrawnAt = at(time);
    }
  }

  #wasSent(): boolean {
    return this.truth.startsWith('sent');
  }

  #newId(): string {
    return `<${++this.#ids}@client.test>`;
  }

  #save(change: Partial<Seen>, time: number): void {
    const { saveOverlap, oldStates, idOnSave } = this.#habits;
    const old = this.#draft;
    const messageId = idOnSave === 'keep' ? old.messageId : this.#newId();
    const { place, ref: _, date: __, draft, ...fields } = old;
    this.#draft = this.#mailbox.put(
      place,
      { ...fields, ...change, messageId },
      time + Math.max(0, -saveOverlap),
      draft,
    );
    if (oldStates === 'trash') this.#mailbox.move(old, 'trash', time + Math.max(0, saveOverlap));
    else this.#mailbox.remove(old, time + Math.max(0, saveOverlap));
  }

  #send(change: Partial<Seen>, time: number): void {
    const { onSend, oldStates, copyLag } = this.#habits;
    // Where drafts go to trash on other ways, a copy that comes after the hold of trash could not be told from a deletion.
    const lag = onSend === 'trash' || oldStates === 'trash' ? Math.min(copyLag, hour / minute) : copyLag;
    this.#goOut(change, time, lag);
    if (onSend === 'trash') this.#mailbox.move(this.#draft, 'trash', time + Math.max(0, -lag));
    else if (onSend === 'expunge') this.#mailbox.remove(this.#draft, time + Math.max(0, -lag));
    this.#state = 'gone';
  }

  #goOut(change: Partial<Seen>, time: number, lag: number): void {
    const { place: _, ref: __, date: ___, draft: ____, ...before } = this.#draft;
    const fields = { ...before, ...change };
    this.truth = same(fields) ? 'sent as it was' : 'sent, changed';
    const messageId = this.#habits.idOnSend === 'keep' ? fields.messageId : this.#newId();
    this.#wentOut = messageId;
    this.#keepCopy({ ...fields, messageId, text: this.#dressed(fields.text) }, time + Math.max(0, lag));
  }

  #keepCopy(fields: Fields, time: number): void {
    if (!this.#mailbox.keepsSentCopies) return;
    this.#copy = this.#mailbox.put(this.#habits.copyPlace as 'sent' | 'inbox', fields, time, false);
  }

  #delete(time: number): void {
    const { onDelete } = this.#habits;
    if (!this.#wasSent()) this.truth = 'deleted';
    this.#state = onDelete === 'trash' ? 'in trash' : 'gone';
    if (onDelete === 'expunge') this.#mailbox.remove(this.#draft, time);
    else this.#draft = this.#mailbox.move(this.#draft, 'trash', time);
    if (onDelete === 'trash, emptied at once') this.#mailbox.remove(this.#draft, time + 1);
  }

  #restore(time: number): void {
    this.#draft = this.#mailbox.move(this.#draft, 'drafts', time);
    this.#state = 'there';
    if (!this.#wasSent()) this.truth = 'nothing';
  }

  #writeByHand(text: string, time: number, messageId = this.#newId()): void {
    const references = this.#habits.namesDraft ? [parent, this.#draft.messageId] : [parent];
    this.#wentOut = messageId;
    this.#keepCopy({ messageId, text: this.#dressed(text), references }, time);
  }

  #answering(id: string): Partial<Seen> {
    const named = this.#habits.namesDraft && id !== this.#draft.messageId ? [this.#draft.messageId] : [];
    return { inReplyTo: id, references: [parent, ...named, id] };
  }

  #prospect(change: Partial<Seen>, time: number): void {
    this.#mailbox.put(
      'inbox',
      { messageId: `<in-${time}@buyer.test>`, text: 'Thank you.', from: buyer, to: [rep], ...change },
      time,
      false,
    );
  }

  #dressed(text: string): string {
    switch (this.#habits.dress) {
      case 'wrapped':
        return text.replace(/([^\n]{40}\S*) /g, '$1\n');
      case 'fixed spaces':
        return text.replaceAll(' ', '\u00a0');
      case 'curly':
        return text.replace(/"(.*?)"/gs, '“$1”').replaceAll("'", '’');
      case 'signature':
        return `${text}\n\n-- \nRobin Rep\nSeller Ltd`;
      case 'quote below':
        return `${text}\n\nOn 03/11/2026 10:12, Robin Rep wrote:\n> Would it do?`;
      default:
        return text;
    }
  }
}

function same({ text, subject, to, cc, bcc, attachments }: Partial<Seen>): boolean {
  return (
    text === ourText &&
    subject === placed.subject &&
    to?.join() === buyer &&
    [cc, bcc, attachments].every((list) => list?.length === 0)
  );
}
