/** The templates folder, for the entry points (Node only): nothing else reads it, so that templates work where no disk is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { BadInput, messageOf } from '../errors.ts';

/**
 * Every `.liquid` file in a folder and the folders in it, as UTF-8 text by its path without the ending: `mail/digest` for
 * `mail/digest.liquid`, with "/" on every system. Throws BadInput when the folder or a file cannot be read.
 */
export function loadTemplates(dir: string): Record<string, string> {
  try {
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.liquid'));
    return Object.fromEntries(
      files.sort().map((name) => [
        name.slice(0, -'.liquid'.length).replaceAll(sep, '/'),
        // A line end that an editor on Windows put there would reach the mail.
        readFileSync(join(dir, name), 'utf8')
          .replace(/^\ufeff/, '')
          .replaceAll('\r\n', '\n'),
      ]),
    );
  } catch (error) {
    throw new BadInput(`The templates in ${dir} cannot be read (${messageOf(error)}); name a folder that can.`, {
      cause: error,
    });
  }
}
