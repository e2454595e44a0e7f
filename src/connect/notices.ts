/** Notices of providers. One is only a wake-up: whoever forges one gains a look at the mailbox that would have come within a minute. */
import { eq } from 'drizzle-orm';
import { mailboxesNoticed } from '../db/mailboxes.ts';
import * as schema from '../db/schema.ts';
import { BadInput, TryLater } from '../errors.ts';
import type { PushNotice, PushRequest } from '../mailbox/mailbox.ts';
import { type Desk, isOAuth, missingSettings } from './desk.ts';

export interface Reply {
  status: 200 | 202 | 400 | 404 | 503;
  /** Plain text. */
  text: string;
}

/** Providers' tokens have a few hundred characters; what is longer is no token. */
const longestAnswer = 2_000;
/** Mailboxes that one notice may be about. */
const most = 200;

/**
 * Reads a notice and wakes what it is about; safe to get twice, or never. 4xx: it proves nothing, or is about nobody we know, and had no effect. 503: it could not
 * be judged or passed on now, so that the provider sends it again.
 */
export async function takeNotice(desk: Desk, kindName: string, request: PushRequest): Promise<Reply> {
  const kind = desk.kinds.find(({ name }) => name === kindName);
  const client = desk.clients[kindName] ?? {};
  if (!kind || !isOAuth(kind) || missingSettings(kind, client).length > 0)
    return { status: 404, text: 'Nobody takes notices here.' };
  try {
    const notice = await kind.oauth.readPush(request, client, desk.now());
    if (notice.answer !== null)
      return notice.answer.length <= longestAnswer && /^[\x20-\x7e]+$/.test(notice.answer)
        ? { status: 200, text: notice.answer }
        : { status: 400, text: 'This is no token.' };
    return await pass(desk, kindName, notice);
  } catch (error) {
    if (error instanceof BadInput) return { status: 400, text: error.message };
    desk.log.warn('notice-not-taken', { kind: kindName, error });
    return { status: 503, text: error instanceof TryLater ? error.message : 'Send it again later.' };
  }
}

async function pass(desk: Desk, kind: string, notice: PushNotice): Promise<Reply> {
  const { store } = desk;
  const find = async (named: PushNotice['wake']) => {
    const hashes = [...new Set(named.flatMap((each) => ('secret' in each ? [store.sha256(each.secret)] : [])))];
    const addresses = [...new Set(named.flatMap((each) => ('address' in each ? [each.address.toLowerCase()] : [])))];
    if (hashes.length + addresses.length > most) throw new BadInput('This notice is about too many mailboxes at once.');
    return mailboxesNoticed(store.db, kind, { hashes, addresses });
  };
  const [wake, renew] = [await find(notice.wake), await find(notice.renew)];
  if (wake.length + renew.length === 0) return { status: 404, text: 'It is about no mailbox that is connected here.' };
  const now = desk.now();
  // One that was told to wait is not asked sooner because of a notice.
  for (const { id, nextTryAt } of wake)
    if (nextTryAt === null || nextTryAt <= now) await desk.enqueue('sync-mailbox', id);
  for (const { id } of renew) {
    await store.db.update(schema.mailbox).set({ pushRenewAt: null }).where(eq(schema.mailbox.id, id));
    await desk.enqueue('renew-push', id);
  }
  return { status: 202, text: '' };
}
