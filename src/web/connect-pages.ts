/** The pages on which mailboxes are connected, as HTML. Everything about a provider comes from its kind. */
import { html } from 'hono/html';
import type { Ended } from '../connect/save.ts';
import type { Grant } from '../connect/sign-in.ts';
import type { MailboxRow } from '../db/mailboxes.ts';
import type { Field, MailboxKind } from '../mailbox/mailbox.ts';
import { type Html, layout } from './status.ts';

/** What was typed, to be shown again. Passwords are never among it. */
export type Typed = Readonly<Record<string, string>>;

export function choicePage(kinds: { kind: MailboxKind; missing: string[] }[]): Html {
  return layout(
    'Connect a mailbox',
    html`<ul>
        ${kinds.map(
          ({ kind, missing }) =>
            html`<li>
              <a href="/connect/${kind.name}">${kind.title}</a>
              ${missing.length > 0 ? html`<span class="quiet">needs ${missing.join(' and ')}</span>` : ''}
            </li>`,
        )}
      </ul>
      ${back}`,
  );
}

const back = html`<p><a href="/">Status</a></p>`;

function input(name: string, label: string, typed: Typed, more: Html = html``): Html {
  return html`<label>${label}<input name="${name}" value="${typed[name] ?? ''}" autocomplete="off" ${more} /></label>`;
}

function field({ name, label, choices, required }: Field, typed: Typed): Html {
  if (!choices) return input(name, label, typed, required ? html`required` : html``);
  return html`<label
    >${label}<select name="${name}">
      ${choices.map(
        (choice) => html`<option value="${choice}" ${choice === typed[name] ? html`selected` : ''}>${choice}</option>`,
      )}
    </select></label
  >`;
}

export interface FormPage {
  kind: MailboxKind;
  token: string;
  typed: Typed;
  problem: string | null;
  /** Where an admin of the organisation agrees for everyone; null where there is no such page. */
  consentUrl: string | null;
  /** How one registers an app of one's own; null for kinds with a password. */
  help: string | null;
}

export function formPage({ kind, token, typed, problem, consentUrl, help }: FormPage): Html {
  return layout(
    `Connect ${kind.title}`,
    html`${problem === null ? '' : html`<p class="bad" role="alert">${problem}</p>`}
      <form method="post" action="/connect/${kind.name}">
        <input type="hidden" name="token" value="${token}" />
        ${input('rep', 'Address of the rep', typed, html`type="email" required`)}
        ${input('name', 'Name, as mails are signed', typed)}
        ${input('aliases', 'Other addresses of the rep, with commas between them', typed)}
        ${input('timeZone', 'Time zone, such as Europe/Berlin', typed)}
        ${(kind.fields ?? []).map((each) => field(each, typed))}
        ${
          kind.oauth
            ? ''
            : html`<label>Password<input name="password" type="password" autocomplete="off" required /></label>`
        }
        <button>${kind.oauth ? 'Go on' : 'Try it and connect'}</button>
      </form>
      ${
        consentUrl === null
          ? ''
          : html`<p>
              Where an organisation allows no one to agree for themselves, its admin
              <a href="${consentUrl}" rel="noreferrer">agrees for everyone, once</a>.
            </p>`
      }
      ${help === null ? '' : html`<h2>An app registration of your own</h2>${steps(help)}`} ${back}`,
  );
}

/** The little of Markdown that such texts use: numbered steps, and paragraphs. */
export function steps(markdown: string): Html {
  const lines = markdown.split('\n').filter((line) => line.trim() !== '');
  const parts: { list: boolean; lines: string[] }[] = [];
  for (const line of lines) {
    const [, step] = /^\s*\d+\.\s+(.*)$/.exec(line) ?? [];
    const last = parts.at(-1);
    const text = (step ?? line).replaceAll('`', '');
    if (last && last.list === (step !== undefined)) last.lines.push(text);
    else parts.push({ list: step !== undefined, lines: [text] });
  }
  return html`${parts.map(({ list, lines: each }) =>
    list ? html`<ol>${each.map((line) => html`<li>${line}</li>`)}</ol>` : each.map((line) => html`<p>${line}</p>`),
  )}`;
}

/** A link, not a redirect: the policy of these pages lets no form lead elsewhere. */
export function leavePage(kind: MailboxKind, rep: string, url: string, asked: (string | null)[]): Html {
  return layout(
    `Sign in to ${kind.title}`,
    html`<p>Sign in as <strong>${rep}</strong> within ten minutes, in this browser. You will be asked to allow:</p>
      <ul>${asked.map((each) => html`<li>${each}</li>`)}</ul>
      <p><a class="go" href="${url}" rel="noreferrer">Sign in at ${new URL(url).host}</a></p>
      <p class="quiet">Nothing is stored before you have seen and confirmed what was granted.</p>
      ${back}`,
  );
}

export function confirmPage(kind: MailboxKind, grant: Grant, token: string): Html {
  const { wanted, found, permissions, aboutSending, attempt } = grant;
  return layout(
    `Connect ${wanted.rep}?`,
    html`<p>
        The ${kind.title} mailbox of <strong>${found.address}</strong> answered. It becomes the mailbox of
        <strong>${wanted.name}</strong>, ${wanted.rep}.
      </p>
      <h2>What was granted</h2>
      <ul>
        ${permissions.map(
          ({ scope, meaning }) =>
            html`<li><code>${scope}</code>: ${meaning ?? 'Not known to Countersign, which did not ask for it.'}</li>`,
        )}
      </ul>
      <h2>About sending</h2>
      <p>${aboutSending}</p>
      <form method="post" action="/connect/${kind.name}/confirm">
        <input type="hidden" name="token" value="${token}" />
        <input type="hidden" name="attempt" value="${attempt}" />
        <button name="answer" value="yes">Connect this mailbox</button>
        <button name="answer" value="no">Do not connect it</button>
      </form>`,
  );
}

export function disconnectPage(row: MailboxRow, token: string): Html {
  return layout(
    `Disconnect ${row.rep}?`,
    html`<p>
        The access is ended, at the provider where it offers that, and deleted here. What was read, drafted and decided stays
        on record. Drafts that lie in the mailbox stay there; what becomes of them is not seen any more.
      </p>
      <form method="post" action="/disconnect/${row.id}">
        <input type="hidden" name="token" value="${token}" />
        <button>Disconnect</button>
      </form>
      ${back}`,
  );
}

export function endedPage({ rep, told }: Ended): Html {
  return layout(`${rep} is disconnected`, html`<p>${told}</p>${back}`);
}

export function problemPage(sentence: string, again: string | null, consentUrl: string | null = null): Html {
  return layout(
    'Not connected',
    html`<p class="bad" role="alert">${sentence}</p>
      ${again === null ? '' : html`<p><a href="${again}">Begin again</a></p>`}
      ${
        consentUrl === null
          ? ''
          : html`<p><a href="${consentUrl}" rel="noreferrer">An admin of the organisation agrees for everyone, once</a></p>`
      }
      ${back}`,
  );
}
