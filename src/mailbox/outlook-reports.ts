/**
 * Delivery reports and receipts. The service shows their words, not their parts (RFC 3464), and not always their header; what kind of report it is
 * stands in its message class (PidTagMessageClass: "REPORT.IPM.Note.NDR").
 */
import type { Envelope } from '../domain/mail.ts';

/** The last word of a report's class: not delivered; delivered, late, passed on; read, not read. */
const types: Record<string, string> = {
  ndr: 'delivery-status',
  dr: 'delivery-status',
  delayed: 'delivery-status',
  relayed: 'delivery-status',
  expanded: 'delivery-status',
  ipnrn: 'disposition-notification',
  ipnnrn: 'disposition-notification',
};

const lastWord = (messageClass: string | null): string | null => {
  const words = (messageClass ?? '').toLowerCase().split('.');
  return words[0] === 'report' ? (words.at(-1) ?? null) : null;
};

/** Whether a mail was not delivered: only then it matters who the owner is. */
export const isFailure = (messageClass: string | null): boolean => lastWord(messageClass) === 'ndr';

/**
 * The envelope with what its class says in the header fields that say it elsewhere; of any other mail as it is. A non-delivery report may be shown
 * as a mail to those whom the mail did not reach (msgraph-sdk-java#807): `own` are the owner's addresses, anybody else it names has failed.
 */
export function asReported(envelope: Envelope, messageClass: string | null, own: ReadonlySet<string>): Envelope {
  const type = types[lastWord(messageClass) ?? ''];
  if (type === undefined) return envelope;
  const declared = envelope.signals['content-type'] ?? '';
  const signals = {
    ...envelope.signals,
    'content-type': /report-type/i.test(declared) ? declared : `multipart/report; report-type=${type}`,
  };
  if (!isFailure(messageClass)) return { ...envelope, signals };
  const failed = envelope.to.filter(({ address }) => !own.has(address)).map(({ address }) => address);
  const to = envelope.to.filter(({ address }) => own.has(address));
  return {
    ...envelope,
    to,
    signals: failed.length === 0 ? signals : { 'x-failed-recipients': failed.join(', '), ...signals },
  };
}
