/** The status page as HTML: how the accounts are, today's drafts, the last decisions. Text of mails is not on it. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Overview } from '../db/overview.ts';
import { unreadInWords } from '../domain/reading.ts';
import type { Question } from '../domain/verdict.ts';
import { authorshipInWords } from '../domain/writing/authorship.ts';
import { profileLines } from '../domain/writing/profile-words.ts';
import { type Spending, spendingInWords } from '../jobs/spending.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --bad: #f2b8b5; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; } .bad { color: var(--bad); } .quiet { opacity: .7; } code { font-size: .9em; word-break: break-all; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
label { display: block; margin: .8rem 0; max-width: 30rem; } input, select { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: .4rem; } button { font: inherit; padding: .5rem 1rem; margin-right: .5rem; }
@media (max-width: 40rem) { table, tbody, tr, td { display: block; } thead { display: none; } tr { padding: .5rem 0; } td { border: 0; padding: .1rem 0; } }
`;

export function layout(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <h1>${title}</h1>
        ${body}
      </body>
    </html>`;
}

/** "3 min ago": how long since, roughly; "never" for null. */
export function ago(at: Date | null, now: Date): string {
  if (!at) return 'never';
  const minutes = Math.max(0, Math.round((now.getTime() - at.getTime()) / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.round(hours / 24)} days ago`;
}

function table(heads: string[], rows: Html[][], none: string): Html {
  if (rows.length === 0) return html`<p class="quiet">${none}</p>`;
  return html`<table>
    <thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead>
    <tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table>`;
}

const words = (text: string): Html => html`${text}`;

function health(
  account: { syncedAt: Date | null; problem: string | null; problemSince: Date | null },
  now: Date,
): Html {
  return account.problem
    ? html`<span class="bad">${account.problem}</span> <span class="quiet">since ${ago(account.problemSince, now)}</span>`
    : html`read ${ago(account.syncedAt, now)}`;
}

/** What is to be asked of the rep. */
const asked = (question: Question | null): Html =>
  question ? html`<br /><strong>${question.text}</strong> <span class="quiet">${question.settledBy}</span>` : html``;

function actions(mailbox: Overview['mailboxes'][number]): Html {
  const again = `/connect/${mailbox.kind}?${new URLSearchParams({ rep: mailbox.rep })}`;
  if (mailbox.disconnectedAt) return html`<a href="${again}">Connect again</a>`;
  return html`${mailbox.problem ? html`<a href="${again}">Connect again</a> · ` : ''}<a href="/disconnect/${mailbox.id}">Disconnect</a>`;
}

function modelState(spending: Spending): Html {
  const { all, reps } = spending;
  const stopped = [all, ...reps].some(({ reached }) => reached.length > 0);
  return html`<h2>Language model</h2>
    <ul class="${stopped ? 'bad' : ''}">${spendingInWords(spending).map((line) => html`<li>${line}</li>`)}</ul>`;
}

function candidate({ name, dealId, status, because }: Overview['questions'][number]['candidates'][number]): Html {
  return html`<li>${name} (${status === 'open' ? dealId : `${dealId}, ${status}`})<br /><span class="quiet">${because.join(' ')}</span></li>`;
}

const templateState = (problems: readonly string[]): Html => html`<h2>Templates</h2>
    <ul class="bad">${problems.map((problem) => html`<li>${problem}</li>`)}</ul>`;

/** `spending` is null without a language model. */
export function statusPage(
  overview: Overview,
  now: Date,
  spending: Spending | null = null,
  templateProblems: readonly string[] = [],
): Html {
  const { mailboxes, crms, drafts, decisions, stalled, manners, questions, strangers, head } = overview;
  return layout(
    'Countersign',
    html`
      <h2>Mailboxes</h2>
      ${table(
        ['Rep', 'Kind', 'State', ''],
        mailboxes.map((each) => [
          words(each.rep),
          words(each.kind),
          each.disconnectedAt
            ? html`<span class="quiet">disconnected ${ago(each.disconnectedAt, now)}</span>`
            : html`${health(each, now)}${each.unread > 0 ? html`<br /><span class="bad">${unreadInWords(each.unread)}</span>` : ''}`,
          actions(each),
        ]),
        'No mailbox is connected yet: the page at /connect shows which kinds there are.',
      )}
      <p><a href="/connect">Connect a mailbox</a></p>
      <h2>CRM</h2>
      ${table(
        ['Kind', 'State', 'Rows that could not be used'],
        crms.map((each) => [
          words(each.kind),
          health(each, now),
          each.rowProblems.length === 0
            ? words('none')
            : html`<ul>${each.rowProblems.slice(0, 10).map((problem) => html`<li>${problem}</li>`)}</ul>`,
        ]),
        'No CRM is connected yet: npm run -s countersign -- connect csv --dir crm/',
      )}
      ${spending ? modelState(spending) : ''}
      ${templateProblems.length > 0 ? templateState(templateProblems) : ''}
      <h2>Open drafts</h2>
      ${table(
        ['Deal', 'Rep', 'To', 'Placed', 'State', 'Why this deal'],
        drafts.map((each) => [
          words(each.deal ?? ''),
          words(each.rep),
          words(each.to.to.map(({ address }) => address).join(', ')),
          words(ago(each.placedAt, now)),
          html`<a href="/drafts/${each.id}">${[each.verdict, ...each.flags].join(', ')}</a><br /><span class="quiet">${each.why}</span>${asked(each.question)}`,
          html`${each.reasons.map(({ text }) => text).join(' ')}${each.written ? html`<br /><span class="quiet">Written ${authorshipInWords(each.written)}.</span>` : ''}`,
        ]),
        'No draft waits for a decision.',
      )}
      <h2>Last decisions</h2>
      ${table(
        ['When', 'Deal', 'Rep', 'Decision', 'Why', 'Log'],
        decisions.map((each) => [
          words(ago(each.at, now)),
          words(each.deal ?? ''),
          words(each.rep),
          html`<a href="/drafts/${each.placementId}">${each.decision || 'none'}</a><br /><span class="quiet">${[each.verdict, ...each.flags].join(', ')}</span>`,
          html`${each.why}${asked(each.question)}`,
          each.logProblem
            ? html`<span class="bad">${each.logProblem}</span>`
            : html`ledger ${each.ledgerSeq}${each.loggedAt ? ', in the CRM' : ', on its way to the CRM'}`,
        ]),
        'Nothing has been decided yet.',
      )}
      <h2>Stalled deals</h2>
      ${table(
        ['Deal', 'Rep', 'Why', 'Today'],
        stalled.map((each) => [
          words(each.deal),
          words(each.rep),
          words(each.reasons.map(({ text }) => text).join(' ')),
          words(each.picked ? 'picked' : (each.notPicked ?? '')),
        ]),
        'No deal has stalled.',
      )}
      <h2>How each rep writes</h2>
      ${table(
        ['Rep', 'Learned', ''],
        manners.map(({ rep, profile, off, since }) => [
          words(rep),
          off
            ? words('Off: nothing is learned or used.')
            : html`<ul>${profileLines(profile).map((line) => html`<li>${line}</li>`)}</ul>${since ? html`<span class="quiet">erased ${ago(since, now)}; nothing older is learned from</span>` : ''}`,
          html`<code>npm run -s countersign -- manner --rep ${rep}</code><br /><span class="quiet">also --erase, --off, --on, --reset</span>`,
        ]),
        'Nothing has been learned yet.',
      )}
      <h2>Which deal?</h2>
      ${table(
        ['Asked', 'Rep', 'Thread', 'It may belong to', 'Answer'],
        questions.map((each) => [
          words(ago(each.askedAt, now)),
          words(each.rep),
          html`${each.people.join(', ') || each.ref}<br /><span class="quiet">last mail ${ago(each.lastAt, now)}</span>`,
          html`<ul>${each.candidates.slice(0, 5).map(candidate)}</ul>${each.candidates.length > 5 ? html`and ${each.candidates.length - 5} more` : ''}`,
          html`<code>npm run -s countersign -- bind ${each.id} ${each.candidates[0]?.dealId ?? 'DEAL'}</code><br /><span class="quiet">or the id of another deal, or "none"</span>`,
        ]),
        'No thread waits for an answer.',
      )}
      <h2>People not in the CRM</h2>
      ${table(
        ['Seen', 'Who', 'Deal', 'Why'],
        strangers.map((each) => [
          words(ago(each.seenAt, now)),
          words([each.name, each.address].filter((part) => part !== '').join(', ')),
          words(each.deal),
          words(each.because),
        ]),
        'Nobody new has been seen at the companies of your contacts.',
      )}
      <h2>Ledger</h2>
      <p>${head ? html`Entry ${head.seq}, head <code>${head.hash}</code>` : 'Empty.'}</p>
    `,
  );
}
