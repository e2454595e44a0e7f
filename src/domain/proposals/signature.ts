/** What a person's own signature says of them: the lines from their name to the end of what they wrote. Whatever is not plainly theirs is nothing. */
import { newText } from '../new-text.ts';
import { fold } from '../reading/fold.ts';
import { invisible } from '../text.ts';
import { isTitle, phonesIn } from './details.ts';

export interface SignatureDetails {
  /** The one number of the signature; null where it has none, or several. */
  phone: string | null;
  /** All of them, fax aside. */
  phones: string[];
  title: string | null;
  /** The lines from the name on, as a ground. */
  lines: string[];
}

/** A signature is no longer, and its name stands no earlier. */
const mostLines = 12;

/**
 * Of the text of a mail as received. `names`: how the person is called, in the CRM and in From; only a line that begins with one of these begins
 * their signature. Null where there is none.
 */
export function signatureOf(text: string, names: readonly string[]): SignatureDetails | null {
  const lines = ownLines(text);
  const known = names.map(nameParts).filter((parts) => parts.length >= 2);
  const at = lines.findLastIndex((line) => known.some((parts) => restAfterName(line, parts) !== null));
  if (at < 0 || at === 0 || lines.length - at > mostLines) return null;
  const block = lines.slice(at);
  const parts = known.find((each) => restAfterName(block[0] ?? '', each) !== null) ?? [];
  const numbers = (all: boolean): string[] => [
    ...new Map(block.flatMap((line) => phonesIn(line, all)).map((phone) => [digitsOf(phone), phone])).values(),
  ];
  const phones = numbers(true);
  const [phone = null] = phones.length === 1 ? numbers(false) : [];
  const beside = (restAfterName(block[0] ?? '', parts) ?? '').replace(/^[\s,|/·•–—-]+/, '');
  const title = [beside, block[1] ?? ''].find((line) => isTitle(line)) ?? null;
  return { phone, phones, title: title && tidy(title), lines: block };
}

/** The lines somebody wrote, with the signature that a mail program would cut away. */
function ownLines(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/^(?:--|—|_{2,}|\*{2,}|-{2,})\s*$/gm, '');
  return newText(plain)
    .split('\n')
    .map((line) => line.replace(/[\t ]+/g, ' ').trim())
    .filter((line) => line !== '' && line.length <= 200);
}

const nameParts = (name: string): string[] =>
  fold(name)
    .replace(/[^\p{L}\s-]/gu, ' ')
    .split(/\s+/)
    .filter((part) => part.length > 1);

/** What stands behind the name in a line that begins with it; null where it does not. A title of honour and the order of the parts do not matter. */
function restAfterName(line: string, parts: readonly string[]): string | null {
  const plain = fold(line).replace(/^(?:(?:dr|prof|mr|mrs|ms|dipl|ing|mag|herr|frau|m|mme)\.? )+/, '');
  const cut = line.length - plain.length;
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  for (const [one, two] of [
    [first, last],
    [last, first],
  ] as const) {
    const match = new RegExp(`^${escaped(one)}(?:,| [\\p{L}.'-]{1,20}){0,2},? ${escaped(two)}(?!\\p{L})`, 'u').exec(
      plain,
    );
    if (match) return line.slice(cut + match[0].length);
  }
  return null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Without the company behind it. */
const tidy = (title: string): string =>
  title
    .replace(/ (?:at|bei|chez|en|@) \p{Lu}.*$/u, '')
    .replace(/^[\s*_|·•–—-]+|[\s*_|·•–—,;-]+$/g, '')
    .trim();

/** The digits of a number as they would be dialled from anywhere, as far as that can be seen. */
export const digitsOf = (phone: string): string =>
  phone
    .replace(/\(0\)/g, '')
    .replace(/^\s*00/, '+')
    .replace(/[^\d]/g, '');
