/** The templates folder, for the entry points (Node only): nothing else reads it, so that templates work where no disk is. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput, messageOf } from '../errors.ts';

/**
 * Every `.liquid` file in a folder and the folders in it, as UTF-8 text by its path without the ending: `mail/digest` for
 * `mail/digest.liquid`, with "/" on every system. `unread` hears of each file and inner folder that cannot be read, in a sentence, and the others
 * are read; without it that throws BadInput, as a folder does that cannot be read at all.
 */
export function loadTemplates(dir: string, unread?: (problem: string) => void): Record<string, string> {
  const sources: Record<string, string> = {};
  try {
    walk('');
  } catch (error) {
    throw new BadInput(`The templates in ${dir} cannot be read (${messageOf(error)}); name a folder that can.`, {
      cause: error,
    });
  }
  return sources;

  function walk(inner: string): void {
    const entries = readdirSync(join(dir, inner), { withFileTypes: true, encoding: 'utf8' });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      const isTemplate = entry.name.endsWith('.liquid');
      try {
        if (isTemplate) sources[path.slice(0, -'.liquid'.length)] = sourceIn(join(dir, path));
        else if (entry.isDirectory()) walk(path);
      } catch (error) {
        if (!unread) throw error;
        unread(`${join(dir, path)} cannot be read (${messageOf(error)}).`);
      }
    }
  }
}

/** Throws where this is no file of text. */
function sourceIn(path: string): string {
  // A pipe would never end.
  if (!statSync(path).isFile()) throw new BadInput('it is no file');
  const text = utf8.decode(readFileSync(path));
  // A line end that an editor on Windows put there would reach the mail.
  return text.replaceAll('\r\n', '\n');
}

/** Without the byte order mark; throws for text in another encoding. */
const utf8 = new TextDecoder('utf-8', { fatal: true });
