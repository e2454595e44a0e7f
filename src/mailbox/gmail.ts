/**
 * Gmail thinks in messages that carry labels and belong to threads. A message never changes but for its labels; a draft is a container with an id of
 * its own around a message that is another one after every save (`facts/drafts.md` §1.2). So the name of a thread is its id, and the name of a state
 * of a draft is the draft's id and the message's. The history of the mailbox says where to look, never what happened; searches know less than the
 * mailbox does, and are believed only when they find something.
 * Every permission that allows drafts allows sending: that nothing is sent is the gateway's doing.
 */
import { z } from 'zod';
import type { Holds } from '../domain/policy.ts';
import { BadInput, NeedsPerson } from '../errors.ts';
import { gmailAccess } from './gmail-access.ts';
import { openGmail } from './gmail-api.ts';
import { changesSince } from './gmail-changes.ts';
import { draftLeft, placeDraft, withdrawDraft } from './gmail-drafts.ts';
import { rememberHeads } from './gmail-heads.ts';
import { type Looks, observeDraft } from './gmail-look.ts';
import { openPace } from './gmail-pace.ts';
import { deliverToSelf, sentCopies } from './gmail-self.ts';
import { type Identities, identitiesOf, senderFor } from './gmail-signature.ts';
import { findThreads, isId, type Reach, readThread } from './gmail-threads.ts';
import { watchKeeper } from './gmail-watch.ts';
import type { Mailbox, MailboxKind } from './mailbox.ts';
import { openSignedIn } from './signed-in.ts';

const minutes = 60_000;
const hours = 60 * minutes;
const days = 24 * hours;

/**
 * `facts/drafts.md` §4.2: sending can be undone for 30 seconds; whether mail that is scheduled can be seen is unknown, so what vanished without a
 * trace may still go out, and is final only after a week.
 */
const holds: Holds = {
  sentMs: minutes,
  recheckMs: minutes,
  supersededMs: 2 * minutes,
  trashProvisionalMs: 15 * minutes,
  trashFinalMs: days,
  vanishedProvisionalMs: 15 * minutes,
  vanishedFinalMs: 7 * days,
};

/** Google names no number; more at once only meets the units of the minute sooner. */
const atOnce = 8;
/** Of projects made since May 2026 (§1.5), less a part for whoever else acts for this user in the same project. */
const unitsPerMinute = 5_400;
const identitiesKeptMs = hours;

export interface GmailOptions {
  api?: string;
  login?: { authorize: string; token: string };
  /** Google's public keys, by which notices prove themselves. */
  keys?: string;
  /** How long reads wait for the next minute's units. */
  wait?: (until: Date, now: Date) => Promise<void>;
}

/** With other addresses, and another way to wait, for tests. */
export function gmailKind({
  api = 'https://gmail.googleapis.com',
  login = { authorize: 'https://accounts.google.com', token: 'https://oauth2.googleapis.com' },
  keys = 'https://www.googleapis.com/oauth2/v3/certs',
  wait = (until, now) => new Promise((go) => setTimeout(go, Math.max(0, until.getTime() - now.getTime()))),
}: GmailOptions = {}): MailboxKind {
  const oauth = gmailAccess(api, login, keys);
  return {
    name: 'gmail',
    title: 'Gmail',
    oauth,
    parseSettings(input) {
      const [name] = Object.keys(input);
      if (!z.strictObject({}).safeParse(input).success)
        throw new BadInput(`A Gmail mailbox has no setting "${name}": everything about it comes from signing in.`);
      return {};
    },
    open(options): Mailbox {
      const { owner, client = {}, now = () => new Date() } = options;
      const account = owner.address;
      const gateway = openSignedIn(oauth, { ...options, now }, atOnce);
      const gmail = openGmail(gateway, api, account, openPace(unitsPerMinute, account, now), now);
      const signatures = new Set<string>();
      let identities: { at: number; known: Promise<Identities> } | null = null;
      const reach: Reach = {
        gmail,
        heads: rememberHeads(gmail),
        owner,
        now,
        wait: (until) => wait(until, now()),
        identities() {
          const at = now().getTime();
          if (identities === null || at - identities.at > identitiesKeptMs || at < identities.at) {
            const known = gmail.sendAs().then((sendAs) => {
              const all = identitiesOf(sendAs);
              for (const { signature } of all) signatures.add(signature);
              return { all, signatures: [...signatures] };
            });
            identities = { at, known };
            known.catch(() => {
              identities = null;
            });
          }
          return identities.known;
        },
      };
      const looks: Looks = new Map();
      const write = oneAfterAnother();
      const watch = watchKeeper(reach, client.topic ?? '');
      return {
        holds,
        changes: (cursor) => changesSince(reach, cursor),
        findThreads: (addresses, since) => findThreads(reach, addresses, since),
        readThread: (ref) => readThread(reach, ref),
        placeDraft: (reply, key) => write(() => placeDraft(reach, reply, key)),
        draftLeft: (reply, key, attempt) => draftLeft(reach, reply, key, attempt),
        observeDraft: (query) => observeDraft(reach, query, looks),
        withdrawDraft: (query, expectedText) => write(() => withdrawDraft(reach, query, expectedText)),
        deliverToSelf: (mail, key) => write(() => deliverToSelf(reach, mail, key)),
        sentCopies: (messageId, threadRef) => sentCopies(reach, messageId, threadRef),
        // By the account and not by its number in the browser, which may be signed in to several.
        threadUrl: async (ref) =>
          isId(ref) ? `https://mail.google.com/mail/?authuser=${encodeURIComponent(owner.address)}#all/${ref}` : null,
        async identity() {
          const address = ((await gmail.profile()).emailAddress ?? '').toLowerCase();
          if (!address.includes('@'))
            throw new NeedsPerson(`The Google account ${account} has no mail address: connect one that has a mailbox.`);
          const { all } = await reach.identities();
          const aliases = all.map((each) => each.address).filter((each) => each !== '' && each !== address);
          return { address, aliases: [...new Set(aliases)] };
        },
        async signature() {
          return senderFor(await reach.identities(), owner).signature;
        },
        renewPush: () => watch(),
        async close() {},
      };
    },
  };
}

/** `connect gmail`: mailboxes of Google Workspace. */
export const gmail = gmailKind();

/** Looking and then writing is one step: two at once would both find nothing. */
function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
