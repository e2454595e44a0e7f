/** Counts what crosses the wire between an IMAP client and a server, in both directions. */
import { countingProxy } from '../support/imap-wire.ts';

export interface Traffic {
  /** Commands sent: each waits for its answer, so each costs one round trip. */
  roundTrips: number;
  bytesUp: number;
  bytesDown: number;
}

export interface Meter {
  port: number;
  /** What crossed since the last time this was asked. */
  take(): Traffic;
  stop(): Promise<void>;
}

/** Stands in front of a server on the loopback. */
export async function meter(to: number): Promise<Meter> {
  const proxy = await countingProxy(to);
  return {
    port: proxy.port,
    take() {
      const taken = { roundTrips: proxy.commands().length, bytesUp: proxy.sent(), bytesDown: proxy.received() };
      proxy.reset();
      return taken;
    },
    stop: proxy.stop,
  };
}
