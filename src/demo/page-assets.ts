/** The demo page's stylesheet and script, served from `routes.style` and `routes.script`. */

/** Light and dark by the reader's own setting; one column below 900 px. */
export const styles = `
:root {
  color-scheme: light dark;
  --paper: #f6f5f2; --sheet: #ffffff; --ink: #23262b; --soft: #676d76; --line: #e3e1db; --tint: #f0efea;
  --accent: #22634f; --on-accent: #ffffff; --draft: #b7791f; --no: #a94438; --hold: #6b5fa8; --in: #3f77ad;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --sheet: #1d2024; --ink: #e4e6e8; --soft: #9aa1aa; --line: #2f343a; --tint: #25292e;
    --accent: #5fb697; --on-accent: #10201a; --draft: #d9a14a; --no: #dd7f72; --hold: #a59be0; --in: #7eb0de;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, p, ol, ul { margin: 0; padding: 0; }
ol, ul { list-style: none; }
a { color: inherit; text-decoration: none; }
h1 { font-size: 17px; font-weight: 650; }
h1 span { color: var(--soft); font-weight: 400; }
h2 { font-size: 16px; font-weight: 650; }
h3 { font-size: 13px; font-weight: 600; color: var(--soft); }
time { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; white-space: nowrap; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }

.top { display: flex; align-items: center; gap: 4px 20px; flex-wrap: wrap; padding: 14px 24px; border-bottom: 1px solid var(--line); background: var(--sheet); }
.top p { color: var(--soft); font-size: 13px; margin-right: auto; }
.top form { display: flex; align-items: center; gap: 6px 12px; flex-wrap: wrap; }
.top time { color: var(--ink); font-size: 15px; font-weight: 550; }
.notice p:first-child:not(:only-child) { color: var(--soft); font-size: 13px; }
.notice { position: sticky; top: 10px; z-index: 1; border: 1px solid var(--line); border-left: 4px solid var(--accent); max-width: 1400px; margin: 16px auto 0; padding: 10px 16px; border-radius: 8px; background: var(--tint); width: calc(100% - 48px); }
main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 20px; max-width: 1400px; margin: 0 auto; padding: 20px 24px 60px; align-items: start; }
.pane { background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.pane > header { padding: 16px 18px 12px; display: flex; align-items: baseline; gap: 12px; flex-wrap: wrap; }
.pane > header p { color: var(--soft); font-size: 13px; }
.empty { color: var(--soft); padding: 22px 18px; }

button, .button { font: inherit; font-size: 14px; line-height: 20px; padding: 5px 14px; border-radius: 7px; border: 1px solid var(--line); background: var(--sheet); color: var(--ink); cursor: pointer; display: inline-block; white-space: nowrap; }
button:hover, .button:hover { background: var(--tint); }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.primary:hover { filter: brightness(1.08); }
button.quiet { border-color: transparent; background: none; color: var(--no); }
button.quiet:hover { background: var(--tint); }
button.aside { border-style: dashed; color: var(--in); margin-left: auto; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }

nav { display: flex; gap: 4px; padding: 0 12px; border-bottom: 1px solid var(--line); overflow-x: auto; }
nav a { padding: 8px 10px 10px; color: var(--soft); border-bottom: 2px solid transparent; white-space: nowrap; }
nav a:hover { color: var(--ink); }
nav a[aria-current] { color: var(--ink); border-color: var(--accent); font-weight: 550; }
.count { font-size: 12px; padding: 1px 7px; border-radius: 9px; background: var(--tint); color: var(--ink); font-variant-numeric: tabular-nums; }

.mails > li + li, .list > li + li { border-top: 1px solid var(--line); }
.line { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; padding: 12px 18px; }
.mails .mail:not(.open) > .line:hover { background: var(--tint); }
.line .subject, .line .preview { grid-column: 1 / -1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.line .who { font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.line .preview { color: var(--soft); font-size: 14px; }
.unread .who, .unread .subject { font-weight: 700; }
.unread .who::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-right: 8px; border-radius: 50%; background: var(--in); vertical-align: 1px; }
.mail.open { scroll-margin-top: 12px; }
.mail > .actions { padding: 0 18px 14px; }
.mail.open > .line .subject { white-space: normal; font-size: 17px; font-weight: 600; line-height: 1.35; }
.mail.open > .text, .mail.open > .quoted, .mail.open > .attachments { margin: 0 18px 12px; }
.text { white-space: pre-wrap; font-size: 14.5px; }
.attachments, .quoted > summary { color: var(--soft); font-size: 13px; }
.quoted { margin-top: 8px; }
.quoted .text { color: var(--soft); font-size: 13px; border-left: 2px solid var(--line); padding-left: 10px; margin-top: 6px; max-height: 18em; overflow-y: auto; }
summary { cursor: pointer; }
.thread { padding: 0 18px; }
.thread:not(:empty) { padding-bottom: 12px; }
.said { border: 1px solid var(--line); border-radius: 8px; }
.said + .said { margin-top: 6px; }
.said > summary { padding: 7px 12px; display: flex; justify-content: space-between; gap: 12px; font-size: 14px; list-style: none; }
.said > summary::-webkit-details-marker, .list summary::-webkit-details-marker { display: none; }
.said > summary:hover { background: var(--tint); border-radius: 8px; }
.said > :not(summary) { margin-left: 12px; margin-right: 12px; }
.said > :last-child:not(summary) { margin-bottom: 10px; }
.editor { padding: 14px 18px 18px; border-top: 1px solid var(--line); background: var(--tint); }
.editor label { display: block; font-size: 13px; color: var(--soft); margin-bottom: 6px; }
textarea { width: 100%; font: inherit; font-size: 14.5px; color: inherit; background: var(--sheet); border: 1px solid var(--line); border-left: 3px solid var(--draft); border-radius: 8px; padding: 10px 12px; resize: vertical; field-sizing: content; min-height: 8em; }
.editor .actions { margin-top: 10px; }
.write > summary { padding: 10px 18px; color: var(--soft); font-size: 14px; border-top: 1px solid var(--line); }

.picks { padding: 4px 18px 16px; font-size: 14px; }
.picks li { padding: 5px 0; }
.picks li a { font-weight: 600; }
.picks li a:hover { text-decoration: underline; }
.picks li span { color: var(--soft); }
.picks details > summary { color: var(--soft); padding-top: 4px; }
.list { border-top: 1px solid var(--line); }
.list summary { list-style: none; display: grid; grid-template-columns: 12px minmax(0, 1fr) auto; gap: 0 10px; padding: 11px 18px; align-items: baseline; }
.list summary:hover { background: var(--tint); }
.list .name { font-weight: 550; }
.list .stage { font-size: 13px; color: var(--soft); }
.list .contact, .list .status { grid-column: 2 / -1; font-size: 14px; color: var(--soft); }
.list .status { color: var(--ink); }
.list li:target > details { box-shadow: inset 3px 0 0 var(--accent); }
.dot { width: 9px; height: 9px; border-radius: 50%; background: var(--soft); align-self: center; flex: none; }
.dot.received { background: var(--in); } .dot.written { background: var(--soft); } .dot.draft { background: var(--draft); }
.dot.approved { background: var(--accent); } .dot.rejected { background: var(--no); } .dot.hold { background: var(--hold); }
.dot.note { background: none; box-shadow: inset 0 0 0 2px var(--soft); }
.timeline { margin: 0 18px 14px 40px; font-size: 14px; }
.timeline li { display: grid; grid-template-columns: 9px 6.4em minmax(0, 1fr); gap: 0 12px; padding: 4px 0; align-items: baseline; position: relative; }
.timeline li + li::before { content: ""; position: absolute; left: 4px; top: -8px; height: 16px; border-left: 1px solid var(--line); }
.timeline small { color: var(--soft); font-size: 13px; display: block; }
.timeline .dot { position: relative; align-self: start; margin-top: 7px; }
.ledger { padding: 14px 18px 18px; border-top: 1px solid var(--line); }
table { width: 100%; border-collapse: collapse; font-size: 13px; margin-top: 6px; }
th { text-align: left; font-weight: 500; color: var(--soft); }
th, td { padding: 3px 10px 3px 0; vertical-align: baseline; }
code { font: 12px ui-monospace, SFMono-Regular, Menlo, monospace; color: var(--soft); white-space: nowrap; }

@media (max-width: 899px) {
  main { grid-template-columns: minmax(0, 1fr); padding: 12px 12px 40px; gap: 14px; }
  .top { padding: 12px 16px; }
  .top p { flex-basis: 100%; }
  .top time { flex-basis: 100%; }
  .notice { width: calc(100% - 24px); }
  .timeline { margin-left: 18px; }
  .timeline li { grid-template-columns: 9px minmax(0, 1fr); }
  .timeline li > span:last-child { grid-column: 2; }
  button, .button { padding: 8px 16px; }
}
`;

/**
 * Keeps the place on the page and what is unfolded over a form's round trip, keeps typed text from being lost, and reloads when the
 * service has done something. The page is complete without it.
 */
export const script = `
'use strict';
const kept = JSON.parse(sessionStorage.getItem('countersign') ?? '{}');
for (const id of kept.open ?? []) document.getElementById(id)?.querySelector('details')?.setAttribute('open', '');
if (kept.place) scrollTo(0, kept.place);
let typed = false;
// A click that is being answered: a new look at the page would cut it short.
let leaving = false;
let place = 0;
addEventListener('input', (event) => { if (event.target.matches('textarea')) typed = true; });
addEventListener('submit', () => { typed = false; leaving = true; place = scrollY; });
addEventListener('pageshow', () => { leaving = false; });
addEventListener('beforeunload', (event) => { if (typed) event.preventDefault(); });
addEventListener('pagehide', () => {
  const open = [...document.querySelectorAll('li[id] > details[open]')].map((each) => each.parentElement.id);
  sessionStorage.setItem('countersign', JSON.stringify({ open, place }));
});
const version = document.body.dataset.version;
async function look() {
  if (typed || leaving || document.hidden || document.activeElement?.matches('textarea')) return;
  try {
    const answer = await fetch('/version', { cache: 'no-store' });
    if (!answer.ok || (await answer.text()) === version || typed || leaving) return;
    place = scrollY;
    location.reload();
  } catch {}
}
if (version) setInterval(look, 2000);
`;
