/** Asking Gmail to tell of changes: by a Pub/Sub topic, for at most seven days, to be asked again daily (guides/push). */
import type { Reach } from './gmail-threads.ts';

const dayMs = 86_400_000;

/**
 * Asks at most once a day, however often it is called; where the notices go, and what proves them, belongs to the subscription of the topic. Null
 * without a topic.
 */
export function watchKeeper({ gmail, now }: Reach, topic: string): () => Promise<{ until: Date } | null> {
  let asked: { at: number; until: Date } | null = null;
  return async () => {
    if (topic === '') return null;
    const at = now().getTime();
    if (asked && at >= asked.at && at - asked.at < dayMs && at < asked.until.getTime()) return { until: asked.until };
    const { expiration } = await gmail.watch(topic);
    asked = { at, until: new Date(Number(expiration ?? at)) };
    return { until: asked.until };
  };
}
