/**
 * The contract of a mailbox: one connected account. There is no send.
 *
 * A provider reports what it saw; `domain/` decides what it means. Ids, refs and cursors are the provider's own
 * and opaque everywhere else. Every method throws the errors of `errors.ts` and nothing else, keeps a deadline of
 * its own, and may be called again after any failure.
 */
import type { Address, Envelope, Message, Place, Reply, Thread } from '../domain/mail.ts';
import type { Holds } from '../domain/policy.ts';
import type { OAuthServer, Renew } from '../lib/oauth.ts';

/** A header-only view of something new. `threadRef` can be given to `readThread`. */
export interface NewMessage extends Envelope {
  threadRef: string;
  place: Place;
}

/** What is new or gone since a cursor. */
export type Changes =
  | {
      kind: 'changes';
      cursor: string;
      /** New in any followed folder, drafts and trash included; at least once, so repeats are normal. */
      messages: NewMessage[];
      /** Places in which something else moved: a flag changed, something went away. */
      touched: Place[];
    }
  /** The cursor is worth nothing any more (UIDVALIDITY changed, history expired). Reconcile, then go on from `cursor`. */
  | { kind: 'start-over'; cursor: string; why: string };

/** What identifies one draft of ours: every id and text it has ever been seen with. */
export interface PlacementQuery {
  /** The Message-ID we gave it. */
  messageId: string;
  /** Every Message-ID seen on it since. */
  knownIds: string[];
  /** Every `ref` under which it was seen as a draft, ours first. */
  refs: string[];
  threadRef: string;
  /** The message the draft answers. */
  inReplyTo: string | null;
  /** Only messages from this instant on can be its outgoing copy. */
  placedAt: Date;
  /** To and Cc of the draft. */
  recipients: string[];
}

/** A message seen while looking for a draft: perhaps the draft, perhaps what it became. */
export interface Sighting {
  place: Place;
  /** The provider's own name of this state of the message. */
  ref: string;
  /** Whether the mailbox marks it as a draft, wherever it lies. */
  draft: boolean;
  /**
   * Present and true: the provider itself says that this is the placed draft or what became of it, by an id of its own or a mark of ours that nobody
   * else can set (S1, S2 of `facts/drafts.md` §4.1), whatever its Message-ID.
   */
  ours?: boolean;
  /** Present and true: a draft that the provider will send by itself at a time that the rep has set. */
  scheduled?: boolean;
  message: Message;
}

/** One look for a draft in every place it can be. */
export interface Look {
  /**
   * All candidates: drafts with a known id or answering the same message, outgoing mail with a known id, in the
   * thread or to the recipients, anything in trash or other folders with a known id, inbound mail that refers to one.
   */
  sightings: Sighting[];
  /** Whether every place was read to the end. False means that absence proves nothing. */
  complete: boolean;
  /** Why it is not complete. */
  gap: string | null;
}

export interface Placed {
  ref: string;
  /** As read back from the server. */
  message: Message;
  /** Whether the draft was there before this call. */
  existed: boolean;
}

/** An attempt at placing a draft, as it is written down before it begins. */
export interface Attempt {
  at: Date;
  /** Of `changes`, from just before. */
  cursor: string;
}

export type Withdrawn =
  | { done: true }
  /** Left alone. `changed`: the text is no longer ours. `not-a-draft`: it is not in Drafts any more. */
  | { done: false; why: 'changed' | 'not-a-draft' };

/** A mail into the owner's own inbox. */
export interface OwnMail {
  from: Address;
  subject: string;
  text: string;
  /** The same for clients that show HTML; absent: text alone. Where a mailbox keeps one body only, this is it. */
  html?: string;
  /** The owner's mail that it answers: it shows in that conversation, as far as the provider lets it. */
  answers?: { threadRef: string; inReplyTo: string; references: string[] };
  headers: Record<string, string>;
}

/** A mail that lies in the owner's mailbox, or did, and where its conversation is. */
export interface Delivered {
  messageId: string;
  threadRef: string;
}

/** What lies in Sent under one Message-ID. */
export interface SentCopy {
  message: Message;
  /** The mailbox marks it as a draft. */
  draft: boolean;
  /**
   * Header fields that servers add to mail on its way, newest first, as "name: value" with the name in lower case, cut at 500 characters. Empty
   * where the provider itself vouches that nothing lies in Sent but what the owner sent; elsewhere a rule can put foreign mail there.
   */
  trace: readonly string[];
}

export interface Mailbox {
  /** How long evidence has to stand in this kind of mailbox before it counts (`facts/drafts.md` §4.2). */
  readonly holds: Holds;

  /** With null: only where "now" is, as a cursor. Repeatable: the same cursor may be read twice. */
  changes(cursor: string | null): Promise<Changes>;

  /**
   * Every thread since an instant in which one of these addresses takes part, whole, one at a time. Its cost follows the
   * threads found, not the mailbox.
   */
  findThreads(addresses: string[], since: Date): AsyncIterable<Thread>;

  /** The whole thread. Throws Gone when no message of it is left. */
  readThread(ref: string): Promise<Thread>;

  /**
   * Leaves a draft. Idempotent by key: looks in drafts, sent and trash for the Message-ID that follows from the key, and
   * gives back what is there. Reads back what the server stored and checks thread, subject and recipients.
   * Throws OutcomeUnknown when the server went away during the write.
   */
  placeDraft(reply: Reply, key: string): Promise<Placed>;

  /**
   * What an attempt at placing with this key, never heard of again, has left: the draft, wherever the rep took it since, finished where it was left
   * half made. `nothing`: no draft came of it, or one that shows in the thread as the rep's own. `unknown`: one may have been there and be gone without a
   * trace. Makes no new draft; safe to ask twice.
   */
  draftLeft(reply: Reply, key: string, attempt: Attempt): Promise<Placed | 'nothing' | 'unknown'>;

  /** Looks for one of our drafts everywhere it can be. Reports; concludes nothing. */
  observeDraft(query: PlacementQuery): Promise<Look>;

  /** Removes our draft if it still is one and its text is still `expectedText`, read just before. Twice is safe. */
  withdrawDraft(query: PlacementQuery, expectedText: string): Promise<Withdrawn>;

  /** Puts a mail into the owner's own inbox, unread. It is stored, not sent. Idempotent by key, from which its Message-ID follows. */
  deliverToSelf(mail: OwnMail, key: string): Promise<Delivered>;

  /** Every copy in Sent, and in no other folder, of the mail with this Message-ID; none is an empty list. `threadRef` as `changes` told it. */
  sentCopies(messageId: string, threadRef: string): Promise<SentCopy[]>;

  /** The address of a conversation in the owner's own client, for a person to open. Absent: the provider has none. Null: it is not there. */
  threadUrl?(ref: string): Promise<string | null>;

  /**
   * Whose mailbox it is, as the provider says: the address of the account and further ones it may write from. Absent: the password proves it.
   */
  identity?(): Promise<{ address: string; aliases: string[] }>;

  /** What it puts below each draft by itself, as plain text; empty for nothing. Absent: nothing, ever. */
  signature?(): Promise<string>;

  /** Calls `wake` when something may have changed, until aborted. Wake-ups may be lost, late or idle. Absent: poll me. */
  watch?(signal: AbortSignal, wake: () => void): Promise<void>;

  /**
   * Asks the provider to tell of changes from now until `until`, and again before that ends; null where it is not set up. Safe to call often. The
   * notices go to `url`, those about the arrangement itself to `lifecycleUrl`, and carry `secret`, as far as the provider lets these be chosen.
   */
  renewPush?(target: { url: string; lifecycleUrl: string; secret: string }): Promise<{ until: Date } | null>;

  close(): Promise<void>;
}

/** What a mailbox is opened with. */
export interface OpenOptions {
  owner: Address;
  settings: Record<string, unknown>;
  secret: string;
  tuning: Tuning;
  /** For kinds with `oauth`: how a refreshed secret is kept. Absent while an account is only tried. */
  renew?: Renew;
  /** For kinds with `oauth`: one's own registration with the provider. */
  client?: ClientSettings;
  /** Told what each request cost, in the provider's units. */
  spent?: (units: number) => void;
  /** The clock that dates new mails; absent: the system's. */
  now?: () => Date;
}

/** Settings of one's own registration with a provider: COUNTERSIGN_CLIENT_<KIND>_<NAME> in the environment, names in lower case here. */
export type ClientSettings = Readonly<Record<string, string>>;

/** A kind of mailbox that is connected in a browser. */
export interface OAuthAccess {
  /** What the registration consists of: `id`, `secret`, and whatever else, each with its meaning. */
  clientSettings: Readonly<Record<string, string>>;
  server(client: ClientSettings): OAuthServer;
  /** Scopes without which it cannot work; any of these sets will do. */
  needs: readonly (readonly string[])[];
  /** What a granted scope allows, in plain words for the admin; null for one that is not known. */
  meaning(scope: string): string | null;
  /** What the token could do by itself about sending: one sentence for `doctor` and the confirm page. */
  aboutSending(scopes: readonly string[]): string;
  /** Where an admin of the whole organisation agrees for everyone, once; absent where there is no such page. */
  adminConsentUrl?(client: ClientSettings, redirectUri: string): string;
  /** What the gateway lets out. */
  allow: Readonly<Record<string, number>>;
  /** Scheme and host of the API the gateway leads to. */
  origin: string;
  /** The provider's own ways to send, each "METHOD /path": `doctor` shows that the gateway lets none of them out. */
  sendPaths: readonly string[];
  /** How one registers an app of one's own, step by step; Markdown. `redirectUri` and `pushUrl` are what has to be entered there. */
  help(urls: { redirectUri: string; pushUrl: string }): string;
  /**
   * Reads a notice that came in over HTTP; whom it is about is trusted only when the provider's proof is good. Throws BadInput for what proves
   * nothing, TryLater when the proof could not be checked just now.
   */
  readPush(request: PushRequest, client: ClientSettings, now: Date): Promise<PushNotice>;
}

/** As it came in. */
export interface PushRequest {
  method: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
}

export interface PushNotice {
  /** To be answered as plain text with status 200, where the provider checks that somebody listens; null otherwise. */
  answer: string | null;
  /** Mailboxes to read, each by the address of the account or by the `secret` given to `renewPush`. */
  wake: readonly ({ address: string } | { secret: string })[];
  /** Mailboxes whose arrangement is to be made anew; named likewise. */
  renew: readonly ({ address: string } | { secret: string })[];
}

/** One setting that a person types. */
export interface Field {
  /** As `parseSettings` knows it; "folders.drafts" is `drafts` inside of `folders`. */
  name: string;
  label: string;
  /** Allowed values, the usual one first; absent: any text. */
  choices?: readonly string[];
  required?: boolean;
}

/** One kind of mailbox: what `connect` asks for, and how to open it. */
export interface MailboxKind {
  /** The word in `connect NAME`. */
  name: string;
  /** As people write it. */
  title: string;
  /** The lines of the command line's help, from `connect NAME` on; absent: what every browser kind has. */
  usage?: string;
  /** Present: connected in a browser; `secret` is the JSON of `Tokens`. Absent: with a password. */
  oauth?: OAuthAccess;
  /** What a form asks for beside the password, in order; absent where nothing is. */
  fields?: readonly Field[];
  /** Checks settings that a person typed; throws BadInput with one sentence. The secret is kept apart. */
  parseSettings(input: Record<string, unknown>): Record<string, unknown>;
  /** Opens lazily: no traffic before the first call. */
  open(options: OpenOptions): Mailbox;
}

/** Limits that an installation may change. Seconds. */
export interface Tuning {
  /** For one exchange with the server. */
  operationSeconds: number;
  /** How often folders are looked at while nothing wakes us. */
  pollSeconds: number;
}
