/** Writes the demo's mails as ordinary mail programs would: headers that thread, quotes, signatures, MIME. */

/** Where the demo's rep works. */
export const zone = 'Europe/Berlin';

export interface Person {
  name: string;
  address: string;
  /** Under "-- "; lines after the name. */
  signature: string[];
  /** How their mail program quotes: a line and `>` (with an HTML part for `html`), or a `block` of headers. */
  program: 'plain' | 'html' | 'block';
}

export interface DemoMail {
  folder: 'INBOX' | 'Sent' | 'Trash' | 'Junk' | 'Archive';
  /** RFC 5322, UTF-8, CRLF. */
  raw: string;
  flags: string[];
  /** When it arrived. */
  date: Date;
}

/** One mail of a conversation, as it is told in `inbox.ts`. */
export interface Turn {
  from: Person;
  to: Person[];
  cc?: Person[];
  at: Date;
  /** New text only, paragraphs as written; greeting included, signature not. */
  text: string;
  /** Left out: quotes the mail before. */
  quoting?: false;
  /** Instead of "Re: " and the subject of the conversation. */
  subject?: string;
  headers?: Record<string, string>;
  attachment?: { name: string; type: string };
  /** An iCalendar object that goes along as the program's own invitation part. */
  calendar?: { method: string; text: string };
  unread?: boolean;
}

/** The civil date in the rep's zone, YYYY-MM-DD. */
export function civil(instant: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(instant);
}

export function shifted(date: string, days: number): string {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** 1 is Monday. */
export function weekday(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
}

/** So many working days before a date; a day at the weekend counts as the Friday before it. */
export function workingDaysBefore(date: string, days: number): string {
  let here = date;
  for (let left = days; left > 0; ) {
    here = shifted(here, -1);
    if (weekday(here) <= 5) left--;
  }
  return here;
}

function offset(instant: Date): string {
  const name = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).format(instant);
  return /GMT([+-]\d\d:\d\d)/.exec(name)?.[1] ?? '+00:00';
}

/** An instant from the rep's civil date and clock. */
export function at(date: string, time: string): Date {
  // The offset at noon UTC is that day's: clocks change at night.
  return new Date(`${date}T${time}:00${offset(new Date(`${date}T12:00:00Z`))}`);
}

const clockOf = (instant: Date) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instant,
  );

/** "3 December 2026", or without the year. */
export function spoken(date: string, language: 'en' | 'de' = 'en', year = true): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', day: 'numeric', month: 'long' };
  if (year) options.year = 'numeric';
  return new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', options).format(new Date(`${date}T12:00:00Z`));
}

/** "Tue, 10 Nov 2026": the form of a Date header. */
function headerDay(instant: Date): string {
  const day = new Date(`${civil(instant)}T12:00:00Z`).toUTCString();
  return day.slice(0, 16);
}

/** The value of a Date header. */
export function headerDate(instant: Date): string {
  const seconds = String(instant.getUTCSeconds()).padStart(2, '0');
  return `${headerDay(instant)} ${clockOf(instant)}:${seconds} ${offset(instant).replace(':', '')}`;
}

/** Header text: an encoded word (RFC 2047) where ASCII cannot hold it. */
export function encodedWords(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}

/** An address as it stands in a header. */
export function mailbox(person: { name: string; address: string }): string {
  if (!person.name) return person.address;
  const name = /^[\w .'-]*$/.test(person.name) ? person.name : encodedWords(person.name);
  return `${name} <${person.address}>`;
}

/** One conversation, oldest first, each mail answering and quoting the one before. The rep's own mails lie in Sent. */
export function conversation(
  slug: string,
  subject: string,
  language: 'en' | 'de',
  rep: Person,
  turns: Turn[],
): DemoMail[] {
  const mails: DemoMail[] = [];
  const ids: string[] = [];
  let quoted: { turn: Turn; body: string } | null = null;
  for (const turn of turns) {
    const id = `<${slug}-${ids.length + 1}.${turn.at.getTime().toString(36)}@mail.${turn.from.address.split('@')[1]}>`;
    const answered = ids.at(-1);
    const own = `${turn.text.trim()}\n${signature(turn.from)}`;
    const body: string =
      quoted && turn.quoting !== false
        ? `${own}\n\n${quote(quoted.turn, quoted.body, turn.from, language, subject)}`
        : own;
    const headers: Record<string, string> = {
      From: mailbox(turn.from),
      To: turn.to.map(mailbox).join(', '),
      ...(turn.cc ? { Cc: turn.cc.map(mailbox).join(', ') } : {}),
      Subject: encodedWords(turn.subject ?? (answered ? `${language === 'de' ? 'AW' : 'Re'}: ${subject}` : subject)),
      Date: headerDate(turn.at),
      'Message-ID': id,
      ...(answered ? { 'In-Reply-To': answered, References: ids.join('\r\n ') } : {}),
      ...turn.headers,
      'MIME-Version': '1.0',
    };
    const mine = turn.from === rep;
    mails.push({
      folder: mine ? 'Sent' : 'INBOX',
      raw: rawMail(headers, mimeOf(turn, body)),
      flags: turn.unread ? [] : ['\\Seen'],
      date: turn.at,
    });
    ids.push(id);
    // An absence notice is not part of the talk: nobody quotes it or answers it.
    if (turn.headers?.['Auto-Submitted']) ids.pop();
    else quoted = { turn, body };
  }
  return mails;
}

function signature(person: Person): string {
  return ['', ...(person.program === 'block' ? [] : ['-- ']), person.name, ...person.signature].join('\n');
}

function quote(turn: Turn, body: string, by: Person, language: 'en' | 'de', subject: string): string {
  const when = `${headerDay(turn.at)} at ${clockOf(turn.at)}`;
  if (by.program === 'block') {
    const [from, sent, to, about] =
      language === 'de' ? ['Von', 'Gesendet', 'An', 'Betreff'] : ['From', 'Sent', 'To', 'Subject'];
    return [
      '________________________________',
      `${from}: ${turn.from.name} <${turn.from.address}>`,
      `${sent}: ${spoken(civil(turn.at), language)} ${clockOf(turn.at)}`,
      `${to}: ${turn.to.map((each) => each.name).join('; ')}`,
      `${about}: ${turn.subject ?? subject}`,
      '',
      body,
    ].join('\n');
  }
  const line =
    language === 'de'
      ? `Am ${spoken(civil(turn.at), 'de')} um ${clockOf(turn.at)} schrieb ${turn.from.name} <${turn.from.address}>:`
      : `On ${when}, ${turn.from.name} <${turn.from.address}> wrote:`;
  return [line, ...body.split('\n').map((each) => (each === '' ? '>' : `> ${each}`))].join('\n');
}

interface Entity {
  type: string;
  extra?: Record<string, string>;
  body: string;
}

const textEntity = (type: string, text: string): Entity => {
  // Some send anything beyond ASCII as base64, others as it is.
  const ascii = /^[\x00-\x7f]*$/.test(text);
  return {
    type: `${type}; charset=utf-8`,
    extra: { 'Content-Transfer-Encoding': ascii ? '7bit' : 'base64' },
    body: ascii ? text : base64(text),
  };
};

function mimeOf(turn: Turn, body: string): Entity {
  let entity = textEntity('text/plain', body);
  const alternatives = [entity];
  if (turn.from.program === 'html') alternatives.push(textEntity('text/html', htmlOf(body)));
  if (turn.calendar) {
    alternatives.push(textEntity(`text/calendar; method=${turn.calendar.method}`, turn.calendar.text));
  }
  if (alternatives.length > 1) entity = multipart('alternative', alternatives, turn.at);
  // Calendar programs send the invitation twice: as a part to show and as a file to keep.
  const attached = turn.calendar ? { name: 'invite.ics', type: 'application/ics' } : turn.attachment;
  if (attached) {
    const { name, type } = attached;
    const file = {
      type: `${type}; name="${name}"`,
      extra: { 'Content-Disposition': `attachment; filename="${name}"`, 'Content-Transfer-Encoding': 'base64' },
      body: base64(turn.calendar?.text ?? `The demo has no real ${name}.\n`),
    };
    entity = multipart('mixed', [entity, file], turn.at);
  }
  return entity;
}

function multipart(kind: 'alternative' | 'mixed', entities: Entity[], when: Date): Entity {
  const boundary = `=_${kind}_${when.getTime().toString(36)}`;
  const parts = entities.map((each) => `--${boundary}\n${head(each)}\n\n${each.body}\n`);
  return { type: `multipart/${kind}; boundary="${boundary}"`, body: `${parts.join('')}--${boundary}--\n` };
}

function head({ type, extra }: Entity): string {
  return Object.entries({ 'Content-Type': type, ...extra })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function rawMail(headers: Record<string, string>, entity: Entity): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${lines.join('\n')}\n${head(entity)}\n\n${entity.body}`.replace(/\r?\n/g, '\r\n');
}

/** A mail that belongs to no conversation. */
export function singleMail(headers: Record<string, string>, text: string): string {
  return rawMail({ ...headers, 'MIME-Version': '1.0' }, textEntity('text/plain', text));
}

function base64(text: string): string {
  return Buffer.from(text)
    .toString('base64')
    .replace(/(.{76})(?=.)/g, '$1\n');
}

/** The same text as a web mail program would write it; the quote in a blockquote. */
function htmlOf(text: string): string {
  const escaped = (line: string) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith('>'));
  const own = (start < 0 ? lines : lines.slice(0, start)).map((line) => `${escaped(line)}<br>`).join('\n');
  const rest =
    start < 0
      ? ''
      : lines
          .slice(start)
          .map((line) => `${escaped(line.replace(/^> ?/, ''))}<br>`)
          .join('\n');
  const quoted =
    rest &&
    `\n<blockquote class="quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">\n${rest}\n</blockquote>`;
  return `<!doctype html>\n<html><body><div dir="ltr">\n${own}\n</div>${quoted}</body></html>`;
}
