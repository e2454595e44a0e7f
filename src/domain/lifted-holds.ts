/** A wish for rest that the rep says is over ("I spoke with her"): by the mail it stands in and its words. A wish for no mail at all is never lifted so. */
import { restQuote } from './holds-in-force.ts';
import type { Message } from './mail.ts';
import type { Reading } from './reading.ts';

/** Names a wish for rest. */
export const liftedKey = ({ messageId, quote }: { messageId: string; quote: string }): string =>
  JSON.stringify([messageId, quote]);

/** What a message says, without the rest that the rep has lifted. */
export function withoutLifted(
  message: Pick<Message, 'id' | 'subject'>,
  reading: Reading,
  lifted: ReadonlySet<string>,
): Reading {
  if (lifted.size === 0 || reading.optOut || (!reading.hold && !reading.absence)) return reading;
  const quote = restQuote(reading, message.subject);
  if (!lifted.has(liftedKey({ messageId: message.id, quote }))) return reading;
  return reading.hold ? { ...reading, hold: null } : { ...reading, absence: null };
}
