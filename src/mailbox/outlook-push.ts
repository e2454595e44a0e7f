/** Wake-ups by change notifications. They may be lost, late or doubled; whoever gets one only reads what is new. */
import { BadInput, Gone } from '../errors.ts';
import type { PushNotice, PushRequest } from './mailbox.ts';
import { instant } from './outlook-api.ts';
import type { Reach } from './outlook-threads.ts';

interface Subscription {
  id: string;
  resource: string;
  notificationUrl: string;
  expirationDateTime: string;
}

/** Where notices go, and the word by which the hook knows that they are Graph's. */
export interface PushTarget {
  url: string;
  lifecycleUrl: string;
  secret: string;
}

const hourMs = 3_600_000;
/** 4,230 minutes were the most for messages; more may be allowed, none of it is needed. */
const lifeMs = 70 * hourMs;
const renewMs = 36 * hourMs;

/**
 * Makes the subscription of this mailbox, or prolongs the one that leads to `url` when it ends within 36 hours. Safe to call often: nothing is
 * stored, the service is asked which there are.
 */
export async function renewPush({ graph, now }: Reach, target: PushTarget): Promise<{ until: Date }> {
  const resource = '/me/messages';
  const made = await graph.list<Subscription>('/subscriptions', {});
  const until = new Date(now().getTime() + lifeMs);
  const renewed = { expirationDateTime: `${instant(until).slice(0, -1)}.0000000Z` };
  const live = made.find(
    (each) => each.notificationUrl === target.url && Date.parse(each.expirationDateTime) > now().getTime(),
  );
  if (live && Date.parse(live.expirationDateTime) - now().getTime() > renewMs)
    return { until: new Date(live.expirationDateTime) };
  const prolonged = live
    ? await graph.patch<Subscription>(`/subscriptions/${live.id}`, renewed).catch((error) => {
        // Gone meanwhile: made anew.
        if (error instanceof Gone) return null;
        throw error;
      })
    : null;
  const subscription =
    prolonged ??
    (await graph.post<Subscription>('/subscriptions', {
      changeType: 'created,updated,deleted',
      resource,
      notificationUrl: target.url,
      // Cannot be added later (change-notifications-lifecycle-events).
      lifecycleNotificationUrl: target.lifecycleUrl,
      clientState: target.secret,
      ...renewed,
    }));
  // What the service granted, which may be less.
  return { until: new Date(subscription.expirationDateTime) };
}

interface Notices {
  value: { clientState?: unknown; lifecycleEvent?: unknown }[];
}

/**
 * A notice proves itself by the `clientState` that only we and the service know; whose it is, the caller finds out by that word. Every lifecycle
 * notice (reauthorizationRequired, subscriptionRemoved, missed) is an occasion to make the subscription anew and to read.
 */
export async function readPush({ query, body }: PushRequest): Promise<PushNotice> {
  const token = query.get('validationToken');
  if (token !== null) return { answer: token, wake: [], renew: [] };
  const secrets = (about: boolean) =>
    noticesIn(body)
      .filter(({ lifecycleEvent }) => (lifecycleEvent !== undefined) === about)
      .flatMap(({ clientState }) => (typeof clientState === 'string' && clientState ? [{ secret: clientState }] : []));
  const renew = secrets(true);
  return { answer: null, wake: [...secrets(false), ...renew], renew };
}

function noticesIn(body: string): Notices['value'] {
  try {
    const { value } = JSON.parse(body) as Notices;
    if (Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null)) return value;
  } catch {
    // Said below.
  }
  throw new BadInput('This is no notice of a change: a JSON object with a list "value" was expected.');
}
