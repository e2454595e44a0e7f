/** A mail from one person to another, by its sender's address and by how it begins and ends. */
import { mayBePerson } from '../addresses.ts';
import type { Address, Message } from '../mail.ts';
import { fold } from './fold.ts';
import { desk } from './kind-notices.ts';
import { noReply, roleSender } from './kind-words.ts';

/** Of a role's address nobody knows who writes. */
export function isPersonal({ from }: Pick<Message, 'from'>): boolean {
  const address = from?.address ?? '';
  const local = address.replace(/@[^@]*$/, '');
  return address !== '' && mayBePerson(address) && ![noReply, roleSender, desk].some((form) => form.test(local));
}

/** Characters of a line that greets or signs. */
const shortLine = 60;

/** From a person's own address, and it greets its reader by name or ends with its writer's. `body` is its new text, folded. */
export function isLetter(message: Pick<Message, 'from' | 'to'>, body: string): boolean {
  if (!message.from || !isPersonal(message)) return false;
  const lines = body.split('\n').flatMap((line) => line.trim() || []);
  const greeting = lines[0] ?? '';
  const names = (line: string, who: Address): boolean =>
    line.length <= shortLine && namesOf(who).some((name) => wordsOf(line).includes(name));
  return (
    message.to.some((reader) => names(greeting, reader)) ||
    lines
      .slice(1)
      .slice(-3)
      .some((line) => signs(line, message.from as Address))
  );
}

/** The name stands first on the line, with little behind it. */
const signs = (line: string, writer: Address): boolean =>
  line.length <= shortLine && namesOf(writer).includes(wordsOf(line)[0] ?? '') && wordsOf(line).length <= 4;

const wordsOf = (line: string): string[] => line.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

/** As written, and as the address has it: "dana.berg@buyer.test". */
const namesOf = ({ name, address }: Address): string[] =>
  wordsOf(`${fold(name)} ${fold(address.replace(/@[^@]*$/, ''))}`).filter((word) => word.length > 2);
