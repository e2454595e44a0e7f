/**
 * Delivery reports and receipts. The service shows their words, not their parts (RFC 3464), and not always their header; what kind of report it is
 * stands in its message class (PidTagMessageClass: "REPORT.IPM.Note.NDR").
 */
import type { Message } from '../domain/mail.ts';

/** By the last word of its class, what a report says of a mail (RFC 3464 §2.3.3), and of a receipt nothing. */
const actions = new Map([
  ['ndr', 'failed'],
  ['dr', 'delivered'],
  ['delayed', 'delayed'],
  ['relayed', 'relayed'],
  ['expanded', 'expanded'],
  ['ipnrn', null],
  ['ipnnrn', null],
]);

const actionOf = (messageClass: string | null): string | null | undefined => {
  const words = (messageClass ?? '').toLowerCase().split('.');
  return words[0] === 'report' ? actions.get(words.at(-1) ?? '') : undefined;
};

/** Whether a mail was not delivered: only then it matters who the owner is. */
export const isFailure = (messageClass: string | null): boolean => actionOf(messageClass) === 'failed';

/**
 * A mail with what its class says in the fields that say it elsewhere; one that is no report as it is. A non-delivery report may be shown as a mail to
 * those whom the mail did not reach (msgraph-sdk-java#807): `own` are the owner's addresses, anybody else it goes to has failed.
 */
export function asReported<T extends Pick<Message, 'to' | 'text' | 'signals'>>(
  message: T,
  messageClass: string | null,
  own: ReadonlySet<string>,
): T {
  const action = actionOf(messageClass);
  if (action === undefined) return message;
  const type = action === null ? 'disposition-notification' : 'delivery-status';
  const declared = message.signals['content-type'] ?? '';
  const signals = {
    ...message.signals,
    'content-type': /report-type/i.test(declared) ? declared : `multipart/report; report-type=${type}`,
  };
  if (action === null) return { ...message, signals };
  if (action !== 'failed') return { ...message, signals, text: `${message.text}\n\nAction: ${action}` };
  const failed = message.to.filter(({ address }) => !own.has(address)).map(({ address }) => address);
  return {
    ...message,
    to: message.to.filter(({ address }) => own.has(address)),
    signals: failed.length === 0 ? signals : { 'x-failed-recipients': failed.join(', '), ...signals },
  };
}
