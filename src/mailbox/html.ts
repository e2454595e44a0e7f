/** HTML mail as text. HTML is the attacker's: time must stay linear and nothing may throw (`facts/security.md` §1.8). */
import { htmlToText } from 'html-to-text';

/** Characters that are looked at: of a longer mail both ends, the end being a quarter, for an answer may stand below what it quotes. */
export const maxHtmlCharacters = 1024 * 1024;

/** Nesting past which the HTML parser only burns time and then drops the text. */
const maxHtmlDepth = 300;

function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const tag of html.matchAll(/<(\/?)(?!br|hr|img|meta|link|input|col|p\b|li\b|td\b|tr\b)[a-z][^<>]{0,1000}>/gi)) {
    depth = Math.max(0, depth + (tag[1] === '/' ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** How web clients write an empty line. The converter would make two of it: one for the break, one for the block. */
const emptyLine = /<(div|p)\b[^<>]{0,200}>\s*<br\b[^<>]{0,50}>\s*<\/\1>/gi;

/** HTML as the text a reader sees: links by their words, no images, quotes marked with ">". Never throws. */
export function textOfHtml(html: string): string {
  const input =
    html.length <= maxHtmlCharacters
      ? html
      : html.slice(0, maxHtmlCharacters * 0.75) + html.slice(html.length - maxHtmlCharacters / 4);
  try {
    if (depthOf(input) > maxHtmlDepth) return strippedHtml(input);
    return htmlToText(input.replace(emptyLine, '<br>'), {
      wordwrap: false,
      limits: { maxInputLength: maxHtmlCharacters, maxDepth: maxHtmlDepth + 100, maxChildNodes: 20_000, ellipsis: '' },
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        { selector: 'img', format: 'skip' },
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      ],
    });
  } catch {
    return strippedHtml(input);
  }
}

/** Tags longer than 1000 characters stay: an open-ended pattern would need quadratic time on "<<<<". */
function strippedHtml(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/li|\/tr)\b[^<>]{0,1000}>/gi, '\n')
    .replace(/<[^<>]{1,1000}>/g, '')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&amp;/gi, '&')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
