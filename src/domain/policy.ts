/** What an installation may decide. Defaults and meanings stand in `config.ts`; here is only the shape. */

/** How long evidence must stand before it becomes a verdict. Every value in milliseconds. */
export interface Holds {
  /** An outgoing copy must have been there this long before it counts: covers "undo send". */
  sentMs: number;
  /** Two looks that both miss the draft must lie at least this far apart. */
  recheckMs: number;
  /** An unrelated answer beside our untouched draft counts as superseding after this long. */
  supersededMs: number;
  /** In trash: provisionally discarded, then finally. */
  trashProvisionalMs: number;
  trashFinalMs: number;
  /** Gone everywhere with no trace: provisionally discarded, then finally. */
  vanishedProvisionalMs: number;
  vanishedFinalMs: number;
}

export interface Policy {
  /** IANA name of the zone in which days are counted where a rep has none of their own. */
  timeZone: string;
  /** ISO weekdays on which reps work: 1 is Monday. */
  workingDays: number[];
  /** Region whose public holidays are no working days, such as "DE-BY"; null: none are. */
  region: string | null;
  /** Local hour from which drafts of the day may appear. */
  draftsFromHour: number;
  /** Whether reps get a daily summary, and from which local hour. */
  digestOn: boolean;
  digestAtHour: number;
  /** Drafts a rep may get in one day. */
  draftsPerDay: number;
  /** Their turn for more working days than this: the deal is stalled. */
  stalledAfterWorkingDays: number;
  /** A promise of theirs is overdue after this many working days past its date. */
  promiseGraceWorkingDays: number;
  /** After a rejected draft its deal gets no other for so many working days. */
  restAfterRejectionWorkingDays: number;
  /** After three rejected drafts of one kind in a row there is none of that kind for so many working days. */
  restOfKindWorkingDays: number;
  /** Our turn for more working days than this is worth saying. */
  ourTurnAfterWorkingDays: number;
  /** Follow-ups without an answer after which no further one is drafted. */
  unansweredFollowUps: number;
  /** An untouched draft is taken back after this many working days. */
  withdrawAfterWorkingDays: number;
  /** A proposed change of the CRM that nobody decides is dropped after this many working days. */
  proposalExpiryWorkingDays: number;
  /** Silence longer than this is history, not a stalled deal; also how far the first read goes back. Days. */
  firstReadDays: number;
  /** Similarity, 0 to 1, from which an outgoing mail counts as our draft rewritten (flag `inferred`). */
  similarity: number;
  /** Fewest words of ours for similarity to mean anything. */
  similarityWords: number;
  /** Domains of free mail beside the shipped list: they say nothing about a company. */
  freeMailDomains: string[];
  /** What a language model may cost: tokens for a rep in their civil day, and for all reps in a civil day. */
  modelTokensPerRepDay: number;
  modelTokensPerDay: number;
  /** Money for all reps in a civil day, as decimal text in the currency of its prices; null: no limit. */
  modelMoneyPerDay: string | null;
  /** What every prospect may know: a follow-up may say it. Plain text. */
  publicNote: string;
  /** Overrides of a provider's own holds. */
  holds: Partial<Holds>;
}
