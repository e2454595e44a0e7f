/** The world of `world.ts` behind a port, and Chromium before it. */
import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { startChromium } from '../demo/chromium.ts';
import { type Pushes, startPushes } from '../fakes/gmail-push.ts';
import { freePort } from '../support/dovecot.ts';
import { openWorld, type World } from './world.ts';

export interface Served {
  world: World;
  /** Where the pages are, without a slash at its end. */
  url: string;
  chromium: Browser;
  pushes: Pushes;
  stop(): Promise<void>;
}

/** Of the push subscription in Google's cloud. */
export const subscription = { audience: 'countersign-push', account: 'push@acme.iam.gserviceaccount.com' };

export async function openServed(): Promise<Served> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const pushes = await startPushes();
  const world = await openWorld({
    keys: pushes.keys,
    environment: {
      COUNTERSIGN_URL: url,
      COUNTERSIGN_CLIENT_GMAIL_TOPIC: 'projects/acme/topics/countersign',
      COUNTERSIGN_CLIENT_GMAIL_PUSH_AUDIENCE: subscription.audience,
      COUNTERSIGN_CLIENT_GMAIL_PUSH_ACCOUNT: subscription.account,
    },
    change: (kind, oauth) => ({
      ...kind,
      oauth: {
        ...kind.oauth!,
        // Another site than ours, as a provider's is: what cookies do on the way back depends on that.
        server: (client) => ({
          ...kind.oauth!.server(client),
          authorizationEndpoint: kind
            .oauth!.server(client)
            .authorizationEndpoint.replace(oauth.origin, oauth.origin.replace('127.0.0.1', 'localhost')),
        }),
      },
    }),
  });
  const { web } = world.service.app;
  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const made = serve({ fetch: web.fetch, hostname: '127.0.0.1', port }, () => ready(made));
  });
  const chromium = await startChromium();
  return {
    world,
    url,
    chromium,
    pushes,
    async stop() {
      await chromium.close();
      await new Promise((done) => server.close(done));
      await world.stop();
      await pushes.stop();
    },
  };
}
