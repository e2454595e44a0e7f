/** Asking Gmail to tell of changes: by a Pub/Sub topic, for at most seven days, to be asked again daily (guides/push). */
import { NeedsPerson } from '../errors.ts';
import type { Reach } from './gmail-threads.ts';

const dayMs = 86_400_000;

/**
 * Asks at most once a day, however often it is called; where the notices go, and what proves them, belongs to the subscription of the topic. Null
 * without a topic.
 */
export function watchKeeper({ gmail, owner, now }: Reach, topic: string): () => Promise<{ until: Date } | null> {
  let asked: { at: number; until: Date } | null = null;
  return async () => {
    if (topic === '') return null;
    const at = now().getTime();
    if (asked && at >= asked.at && at - asked.at < dayMs && at < asked.until.getTime()) return { until: asked.until };
    const { expiration } = await gmail.watch(topic).catch((error) => {
      // The service tries the topic at once, and answers 403 or 400 where it may not publish there (guides/push).
      if (!(error instanceof NeedsPerson)) throw error;
      throw new NeedsPerson(
        `Gmail cannot tell of new mail in ${owner.address}: let gmail-api-push@system.gserviceaccount.com publish to the topic ${topic}, or leave the topic out of the settings.`,
        { cause: error },
      );
    });
    asked = { at, until: new Date(Number(expiration ?? at)) };
    return { until: asked.until };
  };
}
