/** Subscriptions and their notifications (change-notifications-delivery-webhooks, change-notifications-lifecycle-events). */
import type { Context, Hono } from 'hono';
import { Refused } from './outlook-query.ts';

export interface Subscription {
  id: string;
  changeType: string;
  resource: string;
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  clientState: string | null;
  expirationDateTime: string;
}

export interface Push {
  made: Subscription[];
}

/** outlook-change-notifications-overview as stored: 4,230 minutes for messages. */
const maxMinutes = 4_230;

export function subscriptions(
  // biome-ignore lint/suspicious/noExplicitAny: whatever the app carries along
  app: Hono<any>,
  pushOf: (c: Context) => Push,
  now: () => Date,
  validate: (type: string, value: unknown) => void,
): void {
  // clientState is told to nobody afterwards.
  const shown = (subscription: Subscription) => {
    const value = { ...subscription, clientState: null };
    validate('subscription', value);
    return value;
  };
  const untilOf = (value: string): string => {
    const ahead = Date.parse(value) - now().getTime();
    if (!(ahead > 0 && ahead <= maxMinutes * 60_000))
      throw new Refused(400, 'ExtensionError', 'Subscription expiration can only be 4230 minutes in the future.');
    return new Date(value).toISOString();
  };

  app.get('/v1.0/subscriptions', (c) => c.json({ value: pushOf(c).made.map(shown) }));

  app.post('/v1.0/subscriptions', async (c) => {
    const wanted = (await c.req.json()) as Subscription;
    if ((wanted.clientState ?? '').length > 128) throw new Refused(400, 'InvalidRequest', 'clientState is too long.');
    const subscription = {
      id: crypto.randomUUID(),
      changeType: wanted.changeType,
      resource: wanted.resource,
      notificationUrl: wanted.notificationUrl,
      lifecycleNotificationUrl: wanted.lifecycleNotificationUrl ?? null,
      clientState: wanted.clientState ?? null,
      expirationDateTime: untilOf(wanted.expirationDateTime),
    };
    for (const url of new Set([
      subscription.notificationUrl,
      subscription.lifecycleNotificationUrl ?? subscription.notificationUrl,
    ]))
      await handshake(url);
    pushOf(c).made.push(subscription);
    return c.json(shown(subscription), 201);
  });

  app.patch('/v1.0/subscriptions/:id', async (c) => {
    const { expirationDateTime } = (await c.req.json()) as Subscription;
    const subscription = pushOf(c).made.find(({ id }) => id === c.req.param('id'));
    if (!subscription) throw new Refused(404, 'ResourceNotFound', 'The object was not found.');
    subscription.expirationDateTime = untilOf(expirationDateTime);
    return c.json(shown(subscription));
  });
}

/** The token must come back as plain text within ten seconds, or nothing is made. */
async function handshake(url: string): Promise<void> {
  const token = crypto.randomUUID();
  const asked = new URL(url);
  asked.searchParams.set('validationToken', token);
  const answer = await fetch(asked, { method: 'POST', signal: AbortSignal.timeout(10_000) }).catch(() => null);
  const plain = answer?.headers.get('content-type')?.startsWith('text/plain');
  if (answer?.status !== 200 || !plain || (await answer.text()) !== token)
    throw new Refused(400, 'ValidationError', 'The server did not answer the validation request.');
}

/** What the service posts for a change; twice or never where a test wants that (duplicates are normal, §2.3). */
export async function notify({ made }: Push, change: { changeType: string; id: string }): Promise<number[]> {
  const statuses: number[] = [];
  for (const subscription of made) {
    const value = [
      {
        subscriptionId: subscription.id,
        clientState: subscription.clientState,
        subscriptionExpirationDateTime: subscription.expirationDateTime,
        changeType: change.changeType,
        resource: `Users/x/Messages/${change.id}`,
        tenantId: '84bd8158-6d4d-4958-8b9f-9d6445542f95',
        resourceData: { '@odata.type': '#Microsoft.Graph.Message', id: change.id },
      },
    ];
    statuses.push((await postJson(subscription.notificationUrl, { value })).status);
  }
  return statuses;
}

const postJson = (url: string, body: unknown) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
