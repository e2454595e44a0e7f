/** Reads whose mailbox an admin wants connected. */

import type { Wanted } from '../db/schema.ts';
import { isTimeZone } from '../domain/calendar.ts';
import { BadInput } from '../errors.ts';

const addressForm = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;

/** As typed: `zone` is what holds when no time zone was given. Throws BadInput with one sentence. */
export function readWanted(
  typed: { rep: string; name: string; aliases: string[]; timeZone: string },
  zone: string,
): Wanted {
  const rep = typed.rep.trim().toLowerCase();
  if (!addressForm.test(rep) || rep.length > 254)
    throw new BadInput('Name the rep by address, such as dana@example.com (--rep ADDRESS on the command line).');
  const aliases = typed.aliases.map((each) => each.trim().toLowerCase()).filter((each) => each !== '');
  const wrong = aliases.find((alias) => !addressForm.test(alias));
  if (wrong !== undefined) throw new BadInput(`The alias "${wrong}" is not an address.`);
  const timeZone = typed.timeZone.trim() || zone;
  if (!isTimeZone(timeZone)) throw new BadInput(`"${timeZone}" is not a time zone: give one such as Europe/Berlin.`);
  const name = typed.name.trim();
  if (/[\u0000-\u001f\u007f]/.test(name)) throw new BadInput('The name of the rep may not hold control characters.');
  return { rep, name: name || nameFrom(rep), aliases: [...new Set(aliases)], timeZone };
}

/** "dana.berg@x.example" signs as "Dana Berg" until somebody says otherwise. */
function nameFrom(address: string): string {
  return (address.split('@')[0] ?? '')
    .split(/[._-]+/)
    .filter((part) => part !== '')
    .map((part) => part[0]?.toUpperCase() + part.slice(1))
    .join(' ');
}
