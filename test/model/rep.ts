/** A rep at work: acts on our draft in one or two clients. What was really done is known here, so a verdict can be held against it. */
import type { Seen } from '../../src/domain/verdict.ts';
import { at, buyer, minute, ourId, ourText, parent, rep } from '../domain/placements.ts';
import {
  type Act,
  asProposed,
  dressed,
  offlineHours,
  otherMails,
  rewritten,
  scheduledHours,
  type WorldAct,
} from './acts.ts';
import { accounts, type Device } from './clients.ts';
import type { Fields, SimulatedMailbox } from './mailbox.ts';

export interface Outbound {
  changed: boolean;
  text: string;
  rewrites: number;
  messageId: string;
  copy: Seen | null;
  /** Sent after all, from a window left open, when the draft had been deleted: until the copy comes, deleted is all that anyone can see. */
  afterDeleting: boolean;
}

/** Times of going out and of writing; how long the copy takes. */
interface Going {
  time: number;
  written: number;
  lag: number;
  afterDeleting: boolean;
}

export class Rep {
  /** What really went out, and what has become of the draft. */
  readonly sends: Outbound[] = [];
  fate: 'lies there' | 'deleted' | 'taken back' | 'scheduled' = 'lies there';
  dealMoved = false;
  /** Every state of the draft there was, with the number of the rewriting it belongs to: 0 is ours, edited lightly or not at all. */
  readonly states = new Map<Seen, number>();
  /** What makes the end of a draft ambiguous for any observer. */
  wroteOtherwise = false;
  tidied = false;
  /** In a folder that keeps no marks a draft looks like a filed copy of what was sent. */
  lostMark = false;
  /** What a look has shown. A copy that was destroyed before is evidence that nobody can have, so reps here wait for it. */
  readonly shown = new Set<Seen>();
  /** The copy of a mail that was taken back at the last moment. */
  undone: Seen | null = null;
  answeredIds: string[] = [];
  /** Ids of the draft that a mail by hand has carried to the prospect, in its References. */
  readonly carriedIds = new Map<string, Seen>();
  #state: 'there' | 'in trash' | 'gone' | 'scheduled' = 'there';
  #draft: Seen;
  #own: Seen | null = null;
  #deleted = false;
  #rewritings = 0;
  #schedule = 0;
  #ids = 0;
  readonly #mailbox: SimulatedMailbox;
  readonly #keepsCopies: boolean;
  readonly #trashesStates: boolean;
  readonly #later: (time: number, run: (time: number) => void) => void;
  readonly #tell: (time: number, line: string) => void;

  constructor(options: {
    mailbox: SimulatedMailbox;
    devices: readonly Device[];
    keepsCopies: boolean;
    later: (time: number, run: (time: number) => void) => void;
    tell: (time: number, line: string) => void;
  }) {
    this.#mailbox = options.mailbox;
    this.#keepsCopies = options.keepsCopies;
    this.#trashesStates = options.devices.some(({ habits }) => habits.oldStates === 'trash');
    this.#later = options.later;
    this.#tell = options.tell;
    this.#draft = this.#mailbox.put('drafts', { messageId: ourId, text: ourText }, 0, true);
    this.states.set(this.#draft, 0);
  }

  /** The state that is the draft now, and those of the rep's own drafts. */
  get draft(): Seen {
    return this.#draft;
  }

  get ownDraft(): Seen | null {
    return this.#own;
  }

  /** Whether it was sent, as far as anybody could see. */
  wasSentBy(time: number): boolean {
    return this.sends.some(({ afterDeleting, copy }) => !(afterDeleting && copy && !this.#mailbox.has(copy, time)));
  }

  /** Adapters refuse to take back what is scheduled. */
  takenBack(removed: readonly Seen[]): void {
    if (!removed.includes(this.#draft)) return;
    this.#state = 'gone';
    this.fate = 'taken back';
    this.#deleted = false;
  }

  does(act: Act, which: number, device: Device, time: number, written = time): void {
    if (time < device.offlineUntil) {
      this.#tell(time, `${device.name}, offline: ${act}`);
      // As soon as the client is back, in the order in which it was done.
      this.#later(device.offlineUntil, (then) => this.does(act, which, device, then, written));
      return;
    }
    if (written < time) this.#tell(time, `${device.name} is back: ${act}`);
    else this.#tell(time, `${device.name}: ${act}${which > 0 && act.includes('write') ? ` (${which})` : ''}`);
    const stale = written < time ? device.view : null;
    if (this.#state === 'there' || stale) this.#doesWithDraft(act, which, device, time, written, stale);
    else if (act === 'restore' && this.#state === 'in trash') this.#restore(device, time);
    else if (act === 'cancel the schedule' && this.#state === 'scheduled') this.#cancel(device, time);
    else if (act === 'send from a window left open' && this.sends.length === 0 && this.#state !== 'scheduled')
      this.#goOut(this.#draft, {}, device, { time, written, lag: 0, afterDeleting: this.#deleted });
    else if (act === 'save from a window left open' && this.sends.length === 0 && this.#state !== 'scheduled')
      this.#save(this.#draft, {}, device, time);
    this.#doesOtherwise(act, which, device, time, written);
  }

  /** What others do. */
  world(act: WorldAct, time: number): void {
    this.#tell(time, act);
    const sent = this.sends.at(-1);
    const answer = (change: Partial<Seen>) =>
      this.#mailbox.put(
        'inbox',
        { messageId: `<in-${++this.#ids}@buyer.test>`, text: 'Thank you.', from: buyer, to: [rep], ...change },
        time,
        false,
      );
    if (act === 'the deal moves on') this.dealMoved = true;
    else if (act === 'the prospect writes') answer({});
    else if (act === 'the prospect answers what was never sent') {
      for (const [id, mail] of this.carriedIds)
        if (this.#mailbox.has(mail, time)) answer({ inReplyTo: id, references: [parent, id] });
    } else if (sent) {
      answer({ inReplyTo: sent.messageId, references: [parent, sent.messageId] });
      this.answeredIds.push(sent.messageId);
    }
  }

  #doesWithDraft(act: Act, which: number, device: Device, time: number, written: number, stale: Seen | null): void {
    const base = stale ?? this.#draft;
    const otherText = rewritten[which % rewritten.length] as string;
    const changes: Partial<Record<Act, Partial<Seen>>> = {
      'save as it is': {},
      'edit a little': { text: `${base.text}\n\nPS: in the office on ${which}.` },
      'edit much': { text: otherText },
      'edit back': { text: ourText },
      'change the subject': { subject: 'One question' },
      'add a recipient': { cc: ['boss@buyer.test'] },
      'add a Bcc': { bcc: ['boss@seller.test'] },
      'attach a file': { attachments: ['offer.pdf'] },
    };
    const change = changes[act];
    const send = (changed: Partial<Seen>) => this.#send(base, changed, device, time, written);
    if (change) this.#save(base, change, device, time);
    // Sent once, nobody sends it again, but for a client that does not know.
    else if (/send$|^schedule$|undo$/.test(act) && this.sends.length > 0 && !stale) return;
    else if (act === 'send') send({});
    else if (act === 'edit a little and send') send({ text: base.text.replace('Dana', 'dear Dana') });
    else if (act === 'edit much and send') send({ text: otherText });
    else if (act === 'send and undo') this.#sendAndUndo(device, time);
    else if (act === 'schedule') this.#wait(which, device, time);
    else if (this.#state !== 'there') return;
    else if (act === 'delete' || act === 'delete and write by hand') this.#delete(device, time);
    else if (act === 'move to a folder') {
      this.#draft = this.#moved(this.#draft, 'filed', time, device, device.habits.marksMoved);
      this.lostMark ||= !device.habits.marksMoved;
    } else if (act === 'drag into Sent') this.#draft = this.#moved(this.#draft, 'sent', time, device, true);
  }

  #doesOtherwise(act: Act, which: number, device: Device, time: number, written: number): void {
    const text = otherMails[which] as string;
    switch (act) {
      case 'write by hand':
        this.#writeByHand({ text }, device, time, written);
        break;
      case 'write anew':
        this.#writeByHand({ text, subject: 'Lyon', inReplyTo: null, references: [] }, device, time, written);
        break;
      case 'delete and write by hand':
        this.#writeByHand({ text }, device, time + 0.5, written + 0.5);
        break;
      case 'begin a draft alone':
        this.#own ??= this.#mailbox.put('drafts', { messageId: this.#newId(), text }, time, true);
        break;
      case 'send that draft':
        if (!this.#own) break;
        this.#mailbox.remove(this.#own, time);
        this.#writeByHand({ text: this.#own.text, messageId: this.#own.messageId }, device, time, written);
        this.#own = null;
        break;
      case 'drop that draft':
        if (this.#own) this.#moved(this.#own, 'trash', time, device);
        this.#own = null;
        break;
      case 'tidy Sent':
        for (const sent of this.sends) {
          if (!sent.copy || !this.#mailbox.has(sent.copy, time)) continue;
          sent.copy = this.#moved(sent.copy, which % 2 ? 'trash' : 'filed', time, device);
          this.tidied = true;
        }
        break;
      case 'empty Trash':
        this.#mailbox.empty('trash', time, (seen) => seen.draft || this.shown.has(seen));
        if (this.#state === 'in trash' && !this.#mailbox.has(this.#draft, time)) this.#state = 'gone';
        break;
      case 'go offline':
        device.offlineUntil = time + (offlineHours[which] as number) * 60;
        device.view = this.#state === 'there' ? this.#draft : null;
        break;
    }
  }

  #newId(): string {
    return `<new-${++this.#ids}@client.test>`;
  }

  #moved(seen: Seen, place: Seen['place'], time: number, { habits }: Device, draft?: boolean): Seen {
    const moved = this.#mailbox.move(seen, place, time, habits.refOnMove === 'keep', draft);
    const rewrites = this.states.get(seen);
    if (rewrites !== undefined) this.states.set(moved, rewrites);
    return moved;
  }

  #rewritesOf(base: Seen, change: Partial<Seen>): number {
    if (change.text === ourText) return 0;
    return change.text !== undefined && rewritten.includes(change.text)
      ? ++this.#rewritings
      : (this.states.get(base) ?? 0);
  }

  /** A client that works on what is there no more stores it again. */
  #save(base: Seen, change: Partial<Seen>, device: Device, time: number): void {
    const { saveOverlap, oldStates, idOnSave, refOnSave, saveShows } = device.habits;
    const old = this.#draft;
    const wasThere = this.#state === 'there';
    const { place, ref, date: _, draft: __, scheduled: ___, ...fields } = base;
    const messageId = idOnSave === 'keep' ? base.messageId : this.#newId();
    const shows = time + saveShows;
    const gone = shows + Math.max(0, saveOverlap);
    const keptRef = refOnSave === 'keep' && wasThere && saveOverlap === 0 && base === old ? { ref } : {};
    // What was opened before it was moved is stored where drafts are stored, and as one.
    const inPlace = wasThere && base === old && place !== 'trash';
    this.#draft = this.#mailbox.put(
      inPlace ? place : 'drafts',
      { ...fields, ...change, ...keptRef, messageId },
      shows + Math.max(0, -saveOverlap),
      inPlace ? old.draft : true,
    );
    this.states.set(this.#draft, this.#rewritesOf(base, change));
    if (wasThere && oldStates === 'trash') this.#moved(old, 'trash', gone, device);
    else if (wasThere && oldStates === 'expunge') this.#mailbox.remove(old, gone);
    if (device.view) device.view = this.#draft;
    this.#state = 'there';
    // Until a state that was stored anew shows, deleted is all that anyone can see.
    this.#later(shows + Math.max(0, -saveOverlap), () => {
      if (this.#state === 'there') this.fate = 'lies there';
    });
  }

  #send(base: Seen, change: Partial<Seen>, device: Device, time: number, written: number): void {
    const { onSend, copyLag, undoWindow, undoShows } = device.habits;
    const lag = Math.min(copyLag, this.#holdMinutes(device) * 0.4);
    const afterDeleting = this.#deleted && (this.#state !== 'there' || !this.shown.has(this.#draft));
    const out = time + undoWindow;
    const goes = undoShows === 'draft' ? out : time;
    if (this.#state === 'there') {
      if (onSend === 'trash') this.#moved(this.#draft, 'trash', goes + Math.max(0, -lag), device);
      else if (onSend === 'expunge') this.#mailbox.remove(this.#draft, goes + Math.max(0, -lag));
    }
    this.#state = 'gone';
    this.#goOut(base, change, device, { time, written, lag, afterDeleting });
  }

  /** Where drafts go to trash on other ways, a copy that comes after the hold of trash could not be told from a deletion. */
  #holdMinutes({ client, habits }: Device): number {
    const { trashFinalMs, vanishedFinalMs } = accounts[client.account].holds;
    const trashes = habits.onSend === 'trash' || this.#trashesStates;
    return (trashes ? trashFinalMs : vanishedFinalMs) / minute;
  }

  /** A copy that was there for the length of the window, and the draft back in its place. */
  #sendAndUndo(device: Device, time: number): void {
    const { undoWindow, undoShows, idOnSend } = device.habits;
    if (undoWindow === 0 || undoShows === 'draft') return;
    const back = time + undoWindow * 0.9;
    const { ref: _, place, draft, ...fields } = this.#draft;
    const rewrites = this.states.get(this.#draft) as number;
    this.#mailbox.remove(this.#draft, time);
    if (undoShows === 'copy' && this.#keepsCopies) {
      const messageId = idOnSend === 'keep' ? fields.messageId : this.#newId();
      this.undone = this.#mailbox.put('sent', { ...fields, messageId }, time, false);
      this.#mailbox.remove(this.undone, back);
    }
    this.#draft = this.#mailbox.put(place, fields, back, draft);
    this.states.set(this.#draft, rewrites);
    this.#state = 'gone';
    this.#later(back, () => {
      if (this.#state === 'gone') this.#state = 'there';
    });
  }

  #wait(which: number, device: Device, time: number): void {
    const { scheduled } = device.habits;
    if (scheduled === 'cannot' || this.#draft.place !== 'drafts') return;
    const holdMinutes = this.#holdMinutes(device);
    const wanted = (scheduledHours[which] as number) * 60;
    const wait = scheduled === 'hidden' ? Math.min(wanted, holdMinutes * 0.8) : wanted;
    if (scheduled === 'hidden') this.#mailbox.remove(this.#draft, time);
    else this.#marked(true, time);
    this.#state = 'scheduled';
    this.fate = 'scheduled';
    const schedule = ++this.#schedule;
    this.#later(time + wait, (then) => {
      if (this.#schedule !== schedule || this.#state !== 'scheduled') return;
      this.#tell(then, `${device.name}: the scheduled mail goes out`);
      this.#mailbox.remove(this.#draft, then);
      this.#state = 'gone';
      this.#goOut(this.#draft, {}, device, { time: then, written: then, lag: 0, afterDeleting: false });
    });
  }

  #cancel({ habits }: Device, time: number): void {
    this.#schedule++;
    if (this.#mailbox.has(this.#draft, time)) this.#marked(false, time);
    else {
      const { ref: _, ...fields } = this.#draft;
      const messageId = habits.idOnSave === 'keep' ? fields.messageId : this.#newId();
      const rewrites = this.states.get(this.#draft) as number;
      this.#draft = this.#mailbox.put('drafts', { ...fields, messageId }, time, true);
      this.states.set(this.#draft, rewrites);
    }
    this.#state = 'there';
    this.fate = 'lies there';
  }

  /** The mark that it waits for its time, set or taken off. */
  #marked(scheduled: boolean, time: number): void {
    const { scheduled: _, place, draft, ...fields } = this.#draft;
    const rewrites = this.states.get(this.#draft) as number;
    this.#mailbox.remove(this.#draft, time);
    this.#draft = this.#mailbox.put(place, scheduled ? { ...fields, scheduled } : fields, time, draft);
    this.states.set(this.#draft, rewrites);
  }

  #goOut(base: Seen, change: Partial<Seen>, device: Device, how: Going): void {
    const { time, written, lag, afterDeleting } = how;
    const { idOnSend, undoWindow, undoShows, refOnMove } = device.habits;
    const { place: _, ref, date: __, draft: ___, scheduled: ____, ...before } = base;
    const fields = { ...before, ...change };
    const rewrites = this.#rewritesOf(base, change);
    const messageId = idOnSend === 'keep' ? fields.messageId : this.#newId();
    const keptRef = refOnMove === 'keep' && base === this.#draft ? { ref } : {};
    const copied = { ...fields, ...keptRef, messageId, text: dressed(fields.text, device.habits.dress) };
    const shown = time + (undoShows === 'copy' ? 0 : undoWindow) + Math.max(0, lag);
    const copy = this.#keepCopy(copied, device, shown, written);
    const send = { changed: !asProposed(fields), text: fields.text, rewrites, messageId, copy, afterDeleting };
    const goes = (): void => {
      this.sends.push(send);
      this.fate = afterDeleting ? 'deleted' : 'lies there';
    };
    // Until the window closes nothing has gone out.
    if (undoWindow > 0) this.#later(time + undoWindow - 1e-6, goes);
    else goes();
  }

  #keepCopy(fields: Fields, { habits }: Device, time: number, written: number): Seen | null {
    if (!this.#keepsCopies) return null;
    return this.#mailbox.put(habits.copyPlace, { ...fields, date: at(written + habits.clock) }, time, false);
  }

  #delete(device: Device, time: number): void {
    const { onDelete } = device.habits;
    this.#state = onDelete === 'trash' ? 'in trash' : 'gone';
    this.fate = 'deleted';
    this.#deleted = true;
    if (onDelete === 'expunge') this.#mailbox.remove(this.#draft, time);
    else this.#draft = this.#moved(this.#draft, 'trash', time, device);
    if (onDelete === 'trash, emptied at once') this.#mailbox.remove(this.#draft, time + 1);
  }

  #restore(device: Device, time: number): void {
    this.#draft = this.#moved(this.#draft, 'drafts', time, device);
    this.#state = 'there';
    this.fate = 'lies there';
    this.#deleted = false;
  }

  #writeByHand(fields: Partial<Fields> & { text: string }, device: Device, time: number, written: number): void {
    const references = device.habits.namesDraft ? [parent, this.#draft.messageId] : [parent];
    const text = dressed(fields.text, device.habits.dress);
    const copy = this.#keepCopy({ messageId: this.#newId(), references, ...fields, text }, device, time, written);
    // Carried by a mail of which no copy was kept, an id is known to others and nobody can know that.
    if (copy?.references.includes(this.#draft.messageId)) this.carriedIds.set(this.#draft.messageId, copy);
    this.wroteOtherwise = true;
  }
}
