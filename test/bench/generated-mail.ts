/**
 * A rep's mailbox, made up but shaped like a real one and the same for the same sizes: much mail that concerns no deal, some
 * that nearly does, and the conversations of a few deals. Nothing is held as a whole; mails are written as they are asked for.
 */
import MailComposer from 'nodemailer/lib/mail-composer';

const day = 86_400_000;

/** The clock of the bench, a Tuesday at noon. */
export const benchTime = new Date('2026-03-10T11:00:00Z');
/** A mailbox goes back this far; the service reads 180 days of it, and what those mails answer. */
const spanMs = 730 * day;

export const folders = ['INBOX', 'Sent', 'Archive', 'Projects', 'Newsletters'] as const;
export type FolderName = (typeof folders)[number];
/** Where the mail lies that concerns no deal. */
const shares: Record<FolderName, number> = { INBOX: 0.5, Sent: 0.15, Archive: 0.2, Projects: 0.05, Newsletters: 0.1 };

export interface RawMail {
  folder: FolderName;
  date: Date;
  seen: boolean;
  raw: Buffer;
  /** Only of mail that belongs to a deal. */
  relevant: { id: string; textPart: string } | null;
}

export interface MailboxPlan {
  rep: string;
  /** All messages, those of deals included. */
  messages: number;
  relevant: number;
  deals: number;
}

interface Told {
  deal: number;
  thread: number;
  /** Position in its thread. */
  at: number;
  byRep: boolean;
  date: Date;
  last: boolean;
}

const people = ['Åsa Lindström', 'Jürgen Groß', 'Zoë Faure', 'Ann Miller', 'Ольга Иванова', 'Ben Carter', '田中 花子'];
const lengths = [1, 3, 12, 5, 24, 8, 2, 40, 6, 15];

export const contactOf = (deal: number) => `contact${deal}@company${deal}.test`;
const threadSubject = (thread: number) => `Offer ${1000 + thread}${thread % 3 === 0 ? ' für die Prüfung' : ''}`;
const idOf = (thread: number, at: number) => `<offer${thread}.${at}@mail.test>`;

/** Mulberry32. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Who wrote what when: threads of different length, dealt out to the deals, until there are enough messages. */
function conversations({ relevant, deals }: MailboxPlan): Told[] {
  const told: Told[] = [];
  for (let thread = 0; told.length < relevant; thread += 1) {
    const length = Math.min(lengths[thread % lengths.length]!, relevant - told.length);
    const end = benchTime.getTime() - (2 + ((thread * 11) % 150)) * day;
    for (let at = 0; at < length; at += 1)
      told.push({
        deal: thread % deals,
        thread,
        at,
        byRep: (thread + at) % 2 === 0,
        // The longest ones begin before what the service reads at first.
        date: new Date(end - (length - 1 - at) * 1.7 * day),
        last: at === length - 1,
      });
  }
  return told;
}

function folderOf({ byRep, date, thread }: Told): FolderName {
  if (byRep) return 'Sent';
  if (thread % 5 === 4) return 'Projects';
  return benchTime.getTime() - date.getTime() < 60 * day ? 'INBOX' : 'Archive';
}

/** How a mail is built, as mail clients differ; the part that holds its text. */
const builds: { textPart: string; html: boolean; plain: boolean; attachment: number }[] = [
  { textPart: '1', html: false, plain: true, attachment: 0 },
  { textPart: '1', html: true, plain: true, attachment: 0 },
  { textPart: '1', html: true, plain: false, attachment: 0 },
  { textPart: '1', html: false, plain: true, attachment: 0 },
  { textPart: '1.1', html: true, plain: true, attachment: 40_000 },
  { textPart: '1', html: true, plain: true, attachment: 0 },
  { textPart: '1', html: false, plain: true, attachment: 0 },
];

async function mailOfDeal(rep: string, told: Told, words: (bytes: number) => string): Promise<RawMail> {
  const { deal, thread, at, byRep, date, last } = told;
  const id = idOf(thread, at);
  const contact = { name: people[deal % people.length]!, address: contactOf(deal) };
  const owner = { name: 'Robin Rep', address: rep };
  const build = builds[(thread * 3 + at) % builds.length]!;
  const text = `${textMark(id)} Grüße aus Köln – bis bald.\n\n${words(400 + ((thread * 37 + at * 611) % 6_000))}`;
  const size = build.attachment && thread % 7 === 0 && at === 0 ? 2_000_000 : build.attachment;
  const composer = new MailComposer({
    from: byRep ? owner : contact,
    to: [byRep ? contact : owner],
    subject: `${at > 0 ? 'Re: ' : ''}${threadSubject(thread)}`,
    date,
    messageId: id,
    ...(at > 0
      ? { inReplyTo: idOf(thread, at - 1), references: Array.from({ length: at }, (_, before) => idOf(thread, before)) }
      : {}),
    ...(build.plain ? { text } : {}),
    ...(build.html ? { html: `<html><body><p>${text.replaceAll('\n\n', '</p><p>')}</p></body></html>` } : {}),
    ...(size ? { attachments: [{ filename: 'Angebot für Sie.pdf', content: Buffer.alloc(size, 7) }] } : {}),
    newline: 'win',
  });
  return {
    folder: folderOf(told),
    date,
    // The newest answers of a few threads wait to be opened.
    seen: byRep || !last || thread % 6 !== 0,
    raw: await composer.compile().build(),
    relevant: { id, textPart: build.textPart },
  };
}

/** Stands in the text of a message of a deal, to prove that the right text was stored. */
export const textMark = (id: string) => `Note ${id.replace(/^<|@.*$/g, '')}.`;

/** Writes mail that concerns no deal: 1 to 20 kB, most of it small, now and then megabytes. */
function writer(rep: string, seed: number, deals: number) {
  const random = randomFrom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const vocabulary = Array.from({ length: 400 }, () =>
    Array.from({ length: 3 + pick(7) }, () => String.fromCharCode(97 + pick(26))).join(''),
  );
  let blob = '';
  while (blob.length < 80_000) {
    let line = '';
    while (line.length < 66) line += `${vocabulary[pick(400)]} `;
    blob += `${line.trimEnd()}\r\n`;
  }
  const words = (bytes: number) => {
    const from = pick(blob.length - 21_000);
    return blob.slice(blob.indexOf('\n', from) + 1, from + bytes);
  };
  const heavy = `${'QUJD'.repeat(19)}\r\n`.repeat(20_000);

  function other(folder: FolderName, date: Date, n: number): RawMail {
    const id = `<bulk${seed}.${n}@mail.test>`;
    let sender = `person${pick(800)}@elsewhere${pick(120)}.test`;
    // Near misses: an address that ends like a contact's, and a colleague of one.
    if (n % 997 === 5) sender = `x${contactOf(pick(deals))}`;
    if (n % 997 === 6) sender = `colleague@company${pick(deals)}.test`;
    const body = words(600 + Math.floor(random() ** 3 * 19_400));
    const name = `${vocabulary[pick(400)]} ${vocabulary[pick(400)]}`;
    const own = folder === 'Sent';
    const lines = [
      `Return-Path: <${own ? rep : sender}>`,
      `Received: from mx.elsewhere.test (mx.elsewhere.test [192.0.2.${pick(250)}]) by mail.acme.test with ESMTPS id ${n}; ${stamp(date)}`,
      `From: ${own ? `Robin Rep <${rep}>` : `${name} <${sender}>`}`,
      `To: ${own ? `${name} <${sender}>` : `Robin Rep <${rep}>`}`,
      `Subject: ${n % 3 === 0 ? 'Re: ' : ''}${words(50 + pick(40)).split('\r\n')[0] || 'News'}`,
      `Date: ${stamp(date)}`,
      `Message-ID: ${id}`,
      ...(n % 3 === 0 && n > 5
        ? [
            `In-Reply-To: <bulk${seed}.${n - 3}@mail.test>`,
            `References: <bulk${seed}.${n - 5}@mail.test> <bulk${seed}.${n - 3}@mail.test>`,
          ]
        : []),
      ...(folder === 'Newsletters' ? ['List-Unsubscribe: <https://elsewhere.test/bye>', 'Precedence: bulk'] : []),
      'MIME-Version: 1.0',
    ];
    if (n % 2500 === 7)
      lines.push(
        'Content-Type: multipart/mixed; boundary=cut',
        '',
        '--cut\r\nContent-Type: text/plain; charset=utf-8\r\n',
        body,
        '--cut\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Disposition: attachment; filename=plan.pdf\r\nContent-Transfer-Encoding: base64\r\n',
        `${heavy}--cut--`,
      );
    else if (n % 4 === 1)
      lines.push(
        'Content-Type: multipart/alternative; boundary=cut',
        '',
        '--cut\r\nContent-Type: text/plain; charset=utf-8\r\n',
        body,
        '--cut\r\nContent-Type: text/html; charset=utf-8\r\n',
        `<html><body><p>${body}</p></body></html>`,
        '--cut--',
      );
    else lines.push('Content-Type: text/plain; charset=utf-8', '', body);
    return {
      folder,
      date,
      seen: random() > 0.03,
      raw: Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'),
      relevant: null,
    };
  }
  return { other, words };
}

const stamp = (date: Date) => date.toUTCString().replace('GMT', '+0000');

/** One folder of the mailbox, oldest mail first. */
export async function* mailsOf(plan: MailboxPlan, folder: FolderName): AsyncGenerator<RawMail> {
  const { other, words } = writer(plan.rep, folders.indexOf(folder) + 1, plan.deals);
  const mine = conversations(plan)
    .filter((each) => folderOf(each) === folder)
    .sort((a, b) => a.date.getTime() - b.date.getTime());
  const rest = plan.messages - plan.relevant;
  const elsewhere = folders.filter((each) => each !== 'INBOX').reduce((sum, each) => sum + count(rest, each), 0);
  const others = folder === 'INBOX' ? rest - elsewhere : count(rest, folder);
  let next = 0;
  for (let n = 0; n < others; n += 1) {
    const date = new Date(benchTime.getTime() - day - spanMs * (1 - n / others));
    while (next < mine.length && mine[next]!.date <= date) yield mailOfDeal(plan.rep, mine[next++]!, words);
    yield other(folder, date, n);
  }
  while (next < mine.length) yield mailOfDeal(plan.rep, mine[next++]!, words);
}

const count = (rest: number, folder: FolderName) => Math.floor(rest * shares[folder]);

/** What arrives and is sent in one round: `relevant` answers in threads of deals, each in another thread, and other mail. */
export async function newMails(plan: MailboxPlan, round: number, all: number, relevant: number): Promise<RawMail[]> {
  const { other, words } = writer(plan.rep, 100 + round, plan.deals);
  const ends = conversations(plan).filter(({ last }) => last);
  const mails: RawMail[] = [];
  for (let n = 0; n < all; n += 1) {
    const date = new Date(benchTime.getTime() + round * 3_600_000 + n * 1_000);
    const end = ends[(round * relevant + n) % ends.length]!;
    if (n >= relevant) mails.push(other(n % 10 === 9 ? 'Newsletters' : 'INBOX', date, n));
    else {
      const byRep = n % 4 === 3;
      const answer = { ...end, at: end.at + 1 + round, byRep, date, last: false };
      // What it answers may not be there: of an earlier round some other message may have been the last. It still names the root.
      mails.push({ ...(await mailOfDeal(plan.rep, answer, words)), folder: byRep ? 'Sent' : 'INBOX', seen: byRep });
    }
  }
  return mails;
}

/** Text of deals.csv: one open deal a contact, all of them the rep's. */
export function dealsCsv({ rep, deals }: MailboxPlan): string {
  const rows = Array.from(
    { length: deals },
    (_, deal) => `d${deal},Deal ${deal},${rep},Proposal,open,1000,EUR,,${contactOf(deal)}`,
  );
  return ['id,name,owner_email,stage,status,amount,currency,close_date,contact_emails', ...rows, ''].join('\n');
}
