/** How Exchange turns bodies into each other: enough of it for what the fake's clients write. */
import type { Item } from './outlook-store.ts';

export const line = '_'.repeat(32);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** As Outlook on the web writes it: one block a line, the second of two blanks made hard. */
export function htmlOf(text: string): string {
  const blocks = text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((each) =>
      each === line
        ? '<hr tabindex="-1" style="display:inline-block; width:98%">'
        : `<div class="elementToProof">${escaped(each).replaceAll('  ', ' &nbsp;') || '<br>'}</div>`,
    );
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body dir="ltr">${blocks.join('')}</body></html>`;
}

/** What `Prefer: outlook.body-content-type="text"` gives: CRLF lines, a rule as 32 low lines. */
export function textOf({ contentType, content }: Item['body']): string {
  const text =
    contentType === 'text'
      ? content
      : content
          .replace(/<head>[\s\S]*?<\/head>|[\r\n]+/g, '')
          .replace(/<hr[^>]*>/g, `${line}\n`)
          .replace(/<br>(?=<\/div>)/g, '')
          .replace(/<br>|<\/div>|<\/tr>/g, '\n')
          .replace(/<\/td>/g, '\t')
          .replace(/<\/p>/g, '\n\n')
          .replace(/<[^>]*>/g, '')
          .replaceAll('&nbsp;', ' ')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&');
  return text.replace(/\r?\n/g, '\r\n');
}

/** What createReply puts into a new draft: an empty line for the answer, a rule, the head and the text of the original. */
export function quoteOf(original: Item): string {
  const people = (list: Item['to']) => list.map(({ name, address }) => `${name} <${address}>`).join('; ');
  const head = [
    `From: ${people(original.from ? [original.from] : [])}`,
    `Sent: ${original.sent.toUTCString()}`,
    `To: ${people(original.to)}`,
    `Subject: ${original.subject}`,
  ];
  return ['', line, ...head, '', textOf(original.body).replaceAll('\r\n', '\n')].join('\n');
}
