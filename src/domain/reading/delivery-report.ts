/** Delivery reports: whom a mail did not reach. By their fields (RFC 3464 §2.3), else by the header that some servers add, else by their words. */
import type { Message } from '../mail.ts';
import { isLate } from './kind.ts';

export interface Delivery {
  /** Lower-cased addresses, each once; empty where the report names nobody. */
  failed: string[];
  /** Nothing has failed: the mail is late, or has come. */
  late: boolean;
}

/** Characters from the beginning and the end of a report; a mail service lists the recipients first or last. */
const looked = 32_000;
/** A mail goes to no more people than this. */
const most = 200;

const address = /[^\s<>()[\],;:"']{1,64}@[a-z0-9.-]{1,255}/gi;

export function deliveryOf(message: Pick<Message, 'from' | 'to' | 'subject' | 'text' | 'signals'>): Delivery {
  const { text, signals } = message;
  const fates = fatesIn(text.length > 2 * looked ? `${text.slice(0, looked)}\n\n${text.slice(-looked)}` : text);
  const named = addressesIn(signals['x-failed-recipients'] ?? '');
  const failed = [...named, ...fates.flatMap(({ to, action }) => (to !== null && action === 'failed' ? [to] : []))];
  if (failed.length > 0) return { failed: unique(failed), late: false };
  if (fates.length > 0) return { failed: [], late: true };
  if (isLate(message)) return { failed: [], late: true };
  const own = new Set([message.from, ...message.to].map((each) => each?.address));
  return { failed: unique(addressesIn(ownWords(text))).filter((each) => !own.has(each)), late: false };
}

/** What a report of no failure says has become of a mail (RFC 3464 §2.3.3). */
const noFailure = /^(?:delayed|delivered|relayed|expanded)\b/;

/** One recipient's part of the fields of a report; a report of no failure may leave out whose it is. */
function fatesIn(text: string): { to: string | null; action: string }[] {
  const found: { to: string | null; action: string }[] = [];
  let to: string | null = null;
  for (const line of text.split('\n')) {
    const [, name, value = ''] =
      /^(final-recipient|original-recipient|action)\s{0,9}:\s{0,9}(.{0,400})/i.exec(line) ?? [];
    if (name === undefined) continue;
    if (/^action$/i.test(name)) {
      const action = value.trim().toLowerCase();
      if ((to !== null || noFailure.test(action)) && found.length < most) found.push({ to, action });
      to = null;
      // What was written on the envelope comes first, and is what the sender knows.
    } else to ??= addressesIn(value.replace(/^[\w-]{1,20}\s{0,9};/, ''))[0] ?? null;
  }
  return found;
}

/** Without the mail that it returns. */
function ownWords(text: string): string {
  const start = text.slice(0, looked);
  const returned = /^(?:return-path|received|from|message-id|mime-version|x-[\w-]{1,40})\s?:/im.exec(start);
  return returned ? start.slice(0, returned.index) : start;
}

const addressesIn = (text: string): string[] =>
  (text.match(address) ?? []).slice(0, most).map((each) => each.toLowerCase().replace(/[.-]+$/, ''));

const unique = (addresses: readonly string[]): string[] => [...new Set(addresses)];

/** A report with those it names in its header, where some servers put them: a thread is matched by headers. */
export function asReport<T extends Message>(message: T): T {
  if (!looksReported(message)) return message;
  const { failed } = deliveryOf(message);
  return failed.length === 0
    ? message
    : { ...message, signals: { ...message.signals, 'x-failed-recipients': failed.join(', ') } };
}

/** Whether a mail is likely a report, by its header alone. */
export function looksReported({ from, signals }: Pick<Message, 'from' | 'signals'>): boolean {
  return (
    /report-type=["']?delivery-status/i.test(signals['content-type'] ?? '') ||
    signals['x-failed-recipients'] !== undefined ||
    /^(?:mailer-daemon|post-?master)@/.test(from?.address ?? '')
  );
}
