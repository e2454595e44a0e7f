/** Addresses that mail does not reach, by the delivery reports that name them. */
import { type Addresses, addressKey, addressSet } from './addresses.ts';
import type { Message } from './mail.ts';
import { looksReported } from './reading/delivery-report.ts';
import { type Reading, readMessage } from './reading.ts';

/** Whoever wrote since a report named them can be reached again. The order given does not matter. */
export function undeliverable(read: Iterable<{ message: Message; reading: Reading }>): Addresses {
  const failed = new Map<string, number>();
  const wrote = new Map<string, number>();
  const later = (times: Map<string, number>, address: string, { date }: Message): void => {
    const key = addressKey(address);
    times.set(key, Math.max(times.get(key) ?? 0, date.getTime()));
  };
  for (const { message, reading } of read)
    if (reading.kind !== 'bounce') later(wrote, message.from?.address ?? '', message);
    else for (const address of reading.bounced ?? []) later(failed, address, message);
  return addressSet([...failed].filter(([key, at]) => at >= (wrote.get(key) ?? 0)).map(([key]) => key));
}

/** The same over mail of which nothing was read yet: only what looks like a report is. */
export function undeliverableIn(messages: readonly Message[], zone: string): Addresses {
  const nothing = { kind: 'human' } as Reading;
  return undeliverable(
    messages.map((message) => ({
      message,
      reading: message.reading ?? (looksReported(message) ? readMessage(message, zone) : nothing),
    })),
  );
}
