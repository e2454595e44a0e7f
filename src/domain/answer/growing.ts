/** A command and what it is while it grows: its wish, its items, and what stands before the next word. */
import type { Ref } from './edges.ts';
import type { Sense } from './verb-words.ts';

/** What a command wants done, before it is known to which kind of item. */
export type Wish =
  | 'yes'
  | 'approve'
  | 'add'
  | 'update'
  | 'move'
  | 'close'
  | 'no'
  | 'snooze'
  | 'hold'
  | 'keep'
  | 'lift'
  | 'undo'
  | 'pause'
  | 'resume'
  | 'sent'
  | 'not_sent'
  | 'none'
  | 'choose'
  | 'leave'
  | 'same';

export interface Command {
  wish: Wish;
  /** Empty where no item is named. */
  refs: Ref[];
  except: Ref[];
  /** What is wished for the exceptions, where something is. */
  exceptWish: Wish | null;
  until: string | null;
  exceptUntil: string | null;
  /** The deal chosen, and of which question it is one. */
  option: { n: number; value: string }[];
  /** It was a proposal's no, such as "reject", and answers no question. */
  refuses: boolean;
  /** Only a day was said, and no verb. */
  bare: boolean;
  /** What joins it to the command before in its sentence. */
  after: 'and' | 'mark' | null;
  from: number;
  to: number;
}

/** A command of which not every word has been read. */
export interface Growing {
  refs: Ref[];
  except: Ref[];
  inExcept: boolean;
  senses: Sense[];
  words: string[];
  exceptSenses: Sense[];
  /** What is said of the exceptions is denied. */
  exceptNot: boolean;
  /** The exception was led in by a denial: "but not". */
  exceptDenies: boolean;
  /** It began with a bare yes, which may be the answer itself: "ok to all but 4, no". */
  agreed: boolean;
  /** Nothing but names says what it is about: of a person's first name alone, or of more. */
  named: 'given' | 'whole' | null;
  /** The first name stands where one speaks to somebody: "yes, Tom", "Tom, yes". */
  spokenTo: boolean;
  not: boolean;
  /** So many verbs stood before the denial. */
  notAfter: number;
  /** "Never", which tells of the past. */
  never: boolean;
  /** A verb has to follow the denial. */
  awaits: boolean;
  /** Languages of the denial. */
  tongues: number;
  /** It only can or should be done. */
  modal: boolean;
  /** The denial began with "ne". */
  ne: boolean;
  yet: boolean;
  day: { until: string | null; weekday: boolean } | null;
  holdWord: boolean;
  open: number[];
  option: { n: number; value: string }[];
  /** What stands before: a list goes on only after "and", a comma or a number. */
  last: 'begin' | 'start' | 'number' | 'name' | 'and' | 'comma' | 'sep' | 'filler' | 'other';
  /** A verb stood before the first item. */
  ahead: boolean;
  /** Nothing but marks and small words came after the last item named. */
  listing: boolean;
  cost: number;
  /** An item was named by its place at the end of the list. */
  fromEnd: boolean;
}

export const start: Growing = {
  refs: [],
  except: [],
  inExcept: false,
  senses: [],
  words: [],
  exceptSenses: [],
  exceptNot: false,
  exceptDenies: false,
  agreed: false,
  named: null,
  spokenTo: false,
  not: false,
  notAfter: 0,
  never: false,
  awaits: false,
  tongues: 0,
  modal: false,
  ne: false,
  yet: false,
  day: null,
  holdWord: false,
  open: [],
  option: [],
  last: 'begin',
  ahead: false,
  listing: false,
  cost: 0,
  fromEnd: false,
};
