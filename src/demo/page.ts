/**
 * The demo's one page: left the rep's mailbox, right what the service made of it. Pure functions from plain data to HTML. Every value
 * goes through hono's escaping template, mails are shown as text only, and nothing is loaded from elsewhere. Works without script.
 */
import { html } from 'hono/html';
import type { Folders, MailFolder, MailView } from './mailbox.ts';

/** Markup that is already escaped. */
export type Html = ReturnType<typeof html>;

/** Where forms go (all POST but the last three), and where the page's own files lie. */
export const routes = {
  /** Fields `ref`, `text`: save a draft. */
  save: '/mail/save',
  /** Fields `ref`, and `text` when the draft was open: send a draft. */
  send: '/mail/send',
  /** Field `ref`: move a mail to Trash. */
  remove: '/mail/delete',
  /** Fields `ref`, `text`: answer a mail by hand. */
  write: '/mail/write',
  /** Field `ref`: the prospect answers the conversation of a mail. */
  answer: '/prospect/answer',
  /** Field `to`, one of the clock's skips: move the demo's clock on. */
  skip: '/skip',
  style: '/demo.css',
  script: '/demo.js',
  /** Answers with the same text as `version` given to `demoPage` until something changed. */
  version: '/version',
} as const;

/** The page's Content-Security-Policy. */
export const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The demo's clock, and the IANA zone in which it is read. */
export interface Clock {
  now: Date;
  zone: string;
  /** The buttons beside it: where each leads, for `routes.skip`, and what it says. */
  skips?: { to: string; label: string }[];
}

export interface MailboxPane {
  rep: { name: string; address: string };
  folders: Folders;
  /** The folder shown. */
  folder: MailFolder;
  /** The mail that is open, by ref. */
  open: string | null;
  clock: Clock;
}

/** What a line of a timeline is about; decides its colour. */
export type TimelineKind = 'received' | 'written' | 'draft' | 'approved' | 'rejected' | 'hold' | 'note';

export interface TimelineEntry {
  at: Date;
  text: string;
  kind: TimelineKind;
  /** What it rests on, or where it stands written; smaller. */
  detail?: string;
}

export interface DealView {
  id: string;
  name: string;
  stage: string;
  contact: string;
  /** One line: where it stands, or why nothing was drafted. */
  status: string;
  kind: TimelineKind;
  timeline: TimelineEntry[];
  /** Unfolded: something just happened in it. */
  open?: boolean;
}

export interface PickView {
  dealId: string;
  name: string;
  picked: boolean;
  /** Why it was picked, or why it was not; sentences. */
  reasons: string[];
}

export interface DealsPane {
  deals: DealView[];
  picks: PickView[];
  /** Oldest first. */
  ledger: { seq: number; kind: string; at: Date; hash: string }[];
  clock: Clock;
}

const folderNames: Record<MailFolder, string> = { drafts: 'Drafts', inbox: 'Inbox', sent: 'Sent', trash: 'Trash' };

/** The left half. */
export function mailboxPane(pane: MailboxPane): Html {
  const mails = pane.folders[pane.folder];
  const count = (folder: MailFolder) =>
    folder === 'inbox' ? pane.folders.inbox.filter((mail) => !mail.read).length : pane.folders[folder].length;
  return html`<section class="pane mailbox" aria-labelledby="mailbox">
    <header>
      <h2 id="mailbox">${pane.rep.name}'s mailbox</h2>
      <p>${pane.rep.address}</p>
    </header>
    <nav aria-label="Folders">
      ${(Object.keys(folderNames) as MailFolder[]).map(
        (folder) => html`<a href="/?folder=${folder}" ${folder === pane.folder ? html`aria-current="page"` : ''}>
          ${folderNames[folder]} ${count(folder) > 0 && folder !== 'sent' ? html`<span class="count">${count(folder)}</span>` : ''}
        </a>`,
      )}
    </nav>
    ${mails.length === 0 ? html`<p class="empty">${emptyText[pane.folder]}</p>` : ''}
    <ol class="mails">
      ${mails.map((mail) => html`<li>${mail.ref === pane.open ? openMail(mail, pane) : closedMail(mail, pane)}</li>`)}
    </ol>
  </section>`;
}

const emptyText: Record<MailFolder, string> = {
  drafts: 'No drafts. "Nothing today" is a good answer.',
  inbox: 'The inbox is empty.',
  sent: 'Nothing was sent.',
  trash: 'The trash is empty.',
};

function closedMail(mail: MailView, pane: MailboxPane): Html {
  return html`<article class="mail ${mail.read ? '' : 'unread'}">
    <a class="line" href="/?folder=${mail.folder}&open=${mail.ref}#open">
      <span class="who">${others(mail)}</span>
      <time datetime="${mail.date.toISOString()}">${when(mail.date, pane.clock)}</time>
      <span class="subject">${mail.subject}</span>
      <span class="preview">${ownText(mail.text).own.replace(/\s+/g, ' ').slice(0, 160)}</span>
    </a>
    ${
      mail.folder === 'drafts'
        ? html`<form method="post" class="actions">
            <input type="hidden" name="ref" value="${mail.ref}">
            <a class="button" href="/?folder=drafts&open=${mail.ref}#open">Open and edit</a>
            <button class="primary" formaction="${routes.send}">Send</button>
            <button class="quiet" formaction="${routes.remove}">Delete</button>
            ${prospectButton(mail)}
          </form>`
        : ''
    }
  </article>`;
}

function openMail(mail: MailView, pane: MailboxPane): Html {
  const before = threadOf(mail, pane.folders);
  const head = html`<a class="line" href="/?folder=${mail.folder}">
    <span class="who">${others(mail)}</span>
    <time datetime="${mail.date.toISOString()}">${when(mail.date, pane.clock)}</time>
    <span class="subject">${mail.subject}</span>
  </a>`;
  const thread = html`<div class="thread">${before.map((each, index) => threadMail(each, index === before.length - 1, pane.clock))}</div>`;
  if (mail.folder === 'drafts') {
    return html`<article class="mail open" id="open">
      ${head} ${thread}
      <form method="post" class="editor">
        <input type="hidden" name="ref" value="${mail.ref}">
        <label for="text">Draft to ${mail.to.map((each) => each.address).join(', ')}</label>
        <textarea id="text" name="text" rows="${Math.min(24, mail.text.split('\n').length + 3)}">${`\n${mail.text}`}</textarea>
        <div class="actions">
          <button class="primary" formaction="${routes.send}">Send</button>
          <button formaction="${routes.save}">Save</button>
          <button class="quiet" formaction="${routes.remove}">Delete</button>
          ${prospectButton(mail)}
        </div>
      </form>
    </article>`;
  }
  return html`<article class="mail open" id="open">
    ${head} ${thread} ${body(mail)}
    ${
      mail.folder === 'sent'
        ? html`<form method="post" class="actions"><input type="hidden" name="ref" value="${mail.ref}">${prospectButton(mail)}</form>`
        : ''
    }
    ${
      mail.folder === 'trash'
        ? ''
        : html`<details class="write">
            <summary>Write an answer yourself</summary>
            <form method="post" class="editor">
              <input type="hidden" name="ref" value="${mail.ref}">
              <label for="text">Answer</label>
              <textarea id="text" name="text" rows="6" required></textarea>
              <div class="actions"><button class="primary" formaction="${routes.write}">Send</button></div>
            </form>
          </details>`
    }
  </article>`;
}

/** You play the other side too. */
function prospectButton({ to: [prospect] }: MailView): Html {
  return html`<button class="aside" formaction="${routes.answer}">${prospect?.name || prospect?.address || 'The prospect'} answers</button>`;
}

function threadMail(mail: MailView, open: boolean, clock: Clock): Html {
  return html`<details class="said" ${open ? html`open` : ''}>
    <summary>
      <span class="who">${mail.from.name || mail.from.address}</span>
      <time datetime="${mail.date.toISOString()}">${when(mail.date, clock)}</time>
    </summary>
    ${body(mail)}
  </details>`;
}

function body(mail: MailView): Html {
  const { own, quoted } = ownText(mail.text);
  return html`<div class="text">${own}</div>
    ${quoted === '' ? '' : html`<details class="quoted"><summary>Quoted text</summary><div class="text">${quoted}</div></details>`}
    ${mail.attachments.length > 0 ? html`<p class="attachments">Attached: ${mail.attachments.join(', ')}</p>` : ''}`;
}

/** Where a mail's own text ends and the quote begins. Only for showing: what counts as quote elsewhere is decided in the domain. */
function ownText(text: string): { own: string; quoted: string } {
  const lines = text.split('\n');
  const cut = lines.findIndex((line) => /^(>|_{10,}$|On .+ wrote:$|Am .+ schrieb .+:$)/.test(line));
  if (cut < 0) return { own: text.trimEnd(), quoted: '' };
  return { own: lines.slice(0, cut).join('\n').trimEnd(), quoted: lines.slice(cut).join('\n') };
}

/** The mails before this one in its thread, oldest first. */
export function threadOf(mail: MailView, folders: Folders): MailView[] {
  const ids = new Set(mail.references);
  return [...folders.inbox, ...folders.sent]
    .filter((each) => each.ref !== mail.ref && each.date <= mail.date)
    .filter((each) => ids.has(each.messageId) || each.references.some((id) => ids.has(id)))
    .sort((a, b) => a.date.getTime() - b.date.getTime());
}

function others(mail: MailView): string {
  if (mail.folder === 'inbox') return mail.from.name || mail.from.address;
  return `To ${mail.to.map((each) => each.name || each.address).join(', ')}`;
}

/** The right half. */
export function dealsPane(pane: DealsPane): Html {
  const picked = pane.picks.filter((pick) => pick.picked);
  const left = pane.picks.filter((pick) => !pick.picked);
  return html`<section class="pane deals" aria-labelledby="deals">
    <header>
      <h2 id="deals">Deals</h2>
      <p>${pane.deals.length === 1 ? '1 deal' : `${pane.deals.length} deals`} in the CRM</p>
    </header>
    ${
      pane.picks.length === 0
        ? ''
        : html`<div class="picks">
            <h3>${picked.length === 0 ? 'Nothing to write today' : `Picked today: ${picked.length}`}</h3>
            <ul>${picked.map((pick) => pickLine(pick))}</ul>
            ${left.length === 0 ? '' : html`<details><summary>Why not the other ${left.length}</summary><ul>${left.map((pick) => pickLine(pick))}</ul></details>`}
          </div>`
    }
    <ol class="list">${pane.deals.map((deal) => dealLine(deal, pane.clock))}</ol>
    ${ledgerTable(pane)}
  </section>`;
}

function pickLine(pick: PickView): Html {
  return html`<li><a href="#deal-${pick.dealId}">${pick.name}</a> ${pick.reasons.map((reason) => html`<span>${reason}</span> `)}</li>`;
}

function dealLine(deal: DealView, clock: Clock): Html {
  return html`<li id="deal-${deal.id}">
    <details ${deal.open ? html`open` : ''}>
      <summary>
        <span class="dot ${dot(deal.kind)}"></span>
        <span class="name">${deal.name}</span>
        <span class="stage">${deal.stage}</span>
        <span class="contact">${deal.contact}</span>
        <span class="status">${deal.status}</span>
      </summary>
      ${
        deal.timeline.length === 0
          ? html`<p class="empty">Nothing has happened yet.</p>`
          : html`<ol class="timeline">
              ${deal.timeline.map(
                (entry) => html`<li>
                  <span class="dot ${dot(entry.kind)}"></span>
                  <time datetime="${entry.at.toISOString()}">${when(entry.at, clock)}</time>
                  <span>${entry.text}${entry.detail ? html` <small>${entry.detail}</small>` : ''}</span>
                </li>`,
              )}
            </ol>`
      }
    </details>
  </li>`;
}

const kinds: readonly TimelineKind[] = ['received', 'written', 'draft', 'approved', 'rejected', 'hold', 'note'];
/** A class name comes from our list, whatever the data says. */
const dot = (kind: TimelineKind): TimelineKind => (kinds.includes(kind) ? kind : 'note');

function ledgerTable(pane: DealsPane): Html {
  if (pane.ledger.length === 0) return html``;
  return html`<div class="ledger">
    <h3>Ledger</h3>
    <table>
      <thead><tr><th>No.</th><th>What</th><th>When</th><th>Hash</th></tr></thead>
      <tbody>
        ${pane.ledger.toReversed().map(
          (entry) => html`<tr>
            <td>${entry.seq}</td><td>${entry.kind}</td>
            <td><time datetime="${entry.at.toISOString()}">${when(entry.at, pane.clock)}</time></td>
            <td><code title="${entry.hash}">${entry.hash.slice(0, 12)}</code></td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The whole page. `version` makes an open page reload when the version route answers with something else; each line of `notice` is shown on top. */
export function demoPage(page: { left: Html; right: Html; clock: Clock; version?: string; notice?: string[] }): Html {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Countersign demo</title>
  <link rel="stylesheet" href="${routes.style}">
  <script src="${routes.script}" defer></script>
</head>
<body data-version="${page.version ?? ''}">
  <header class="top">
    <h1>Countersign <span>demo</span></h1>
    <p>Nothing leaves this machine.</p>
    <form method="post" action="${routes.skip}">
      <time datetime="${page.clock.now.toISOString()}">${clockText(page.clock)}</time>
      ${(page.clock.skips ?? []).map(({ to, label }) => html`<button name="to" value="${to}">${label}</button>`)}
    </form>
  </header>
  ${
    page.notice && page.notice.length > 0
      ? html`<div class="notice" role="status">${page.notice.map((line) => html`<p>${line}</p>`)}</div>`
      : ''
  }
  <main>${page.left}${page.right}</main>
</body>
</html>`;
}

/** "Tuesday 24 November, 09:00". */
export function clockText({ now, zone }: Clock): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(now);
  return `${day}, ${timeText(now, zone)}`;
}

const timeText = (at: Date, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** "09:30" today, "12 Nov" this year or the last, as far as a glance needs. */
function when(at: Date, { now, zone }: Clock): string {
  const day = (date: Date) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short' }).format(date);
  const near = Math.abs(now.getTime() - at.getTime()) < 36 * 3_600_000;
  if (near && day(at) === day(now)) return timeText(at, zone);
  return near ? `${day(at)}, ${timeText(at, zone)}` : day(at);
}
