/** A rep who only opens a draft in a web client, which writes its HTML anew, has not edited it (`facts/drafts.md` §1.2). */
import { describe, expect, test } from 'vitest';
import { comparableNew } from '../../src/domain/text.ts';
import { textOfHtml } from '../../src/mailbox/html.ts';
import { draft, look, ourText, sent, verdictOf } from './placements.ts';

const escaped = ourText.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const lines = escaped.split('\n');
const quoted =
  '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, 3 Nov 2026 at 10:12, Robin Rep &lt;<a href="mailto:robin@seller.test">robin@seller.test</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">Would it do?</blockquote></div>';
const header =
  '<hr tabindex="-1"><div id="divRplyFwdMsg"><b>From:</b> Robin Rep<br><b>Sent:</b> Tuesday, 3 November 2026<br><b>To:</b> Dana Berg<br><b>Subject:</b> Pilot in Lyon</div><div>Would it do?</div>';

describe.each<[string, string]>([
  ['a division a line', lines.map((line) => `<div>${line || '<br>'}</div>`).join('')],
  ['left to right, line breaks', `<div dir="ltr">${lines.join('<br>\n')}</div>`],
  [
    'paragraphs',
    `<html><head><style>p{margin:0}</style></head><body>${lines.map((line) => `<p>${line || '&nbsp;'}</p>`).join('\n')}</body></html>`,
  ],
  [
    'spans and fixed spaces',
    `<div><span style="color:#000">${lines.join('<br>').replaceAll('  ', '&nbsp; ')}</span></div>`,
  ],
  ['empty blocks and breaks at the end', `<div dir="auto">${lines.join('<br>')}</div><div><br></div><div>\u200b</div>`],
  [
    'comments and conditions taken out or put in',
    `<!-- x --><!--[if mso]><p>no</p><![endif]--><div>${lines.join('<br>')}</div>`,
  ],
  ['a quote below', `<div dir="ltr">${lines.join('<br>')}</div><br>${quoted}`],
  ['a header block below', `<div>${lines.join('<br>')}</div>${header}`],
  [
    'a signature below',
    `<div dir="ltr">${lines.join('<br>')}<div><br></div><span>-- </span><br><div class="gmail_signature">Robin Rep<br>Seller Ltd</div></div>`,
  ],
  [
    'an address made a link',
    `<div>${lines.join('<br>').replace('Lyon', '<a href="https://maps.test/?q=Lyon&amp;utm_source=mail">Lyon</a>')}</div>`,
  ],
])('%s', (_, html) => {
  const text = textOfHtml(html);

  test('is no edit', () => {
    expect(verdictOf([look(1, draft()), look(5, draft({ ref: 'opened', text }))])).toBe('pending');
  });

  test('sent, it was sent as it was', () => {
    expect(verdictOf([look(1, draft()), look(5, draft({ ref: 'opened', text })), look(9, sent({ text }))])).toBe(
      'sent_as_is',
    );
  });
});

test('a word put in while it was open is one', () => {
  const text = textOfHtml(`<div dir="ltr">${lines.join('<br>').replace('seats', 'good seats')}</div>`);
  expect(verdictOf([look(1, draft()), look(5, draft({ text }))])).toBe('pending edited');
});

describe('words that a person may have added', () => {
  const ours = 'Hi Dana,\n\nwould the first of the month suit you?\n\nRobin';
  test.each([
    'Disclaimer: we cannot deliver before May.',
    'This message is confidential: the price holds until Friday only.',
    'Call me at 10:30 or write to Bob <bob@seller.test>:\nhe has the papers.',
    '----- Bob wrote -----\nhe has the papers',
    'From: Bob <bob@seller.test>\nTo: you, the papers of last week',
  ])('count, though they look like the end of a mail: %j', (added) => {
    expect(comparableNew(`${ours}\n\n${added}`)).not.toBe(comparableNew(ours));
  });
});
