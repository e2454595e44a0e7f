/** Short talks as tests write them: R is the rep, P the other side. */
import { readMessage } from '../../src/domain/reading.ts';
import { isDocument } from '../../src/domain/talk.ts';
import { type Said, turnOfTalk } from '../../src/domain/turn.ts';
import { messageOf } from '../eval/sets.ts';

const today = '2026-05-20';

/** "R 05-12 Quote attached. [quote.pdf]" a line, oldest first. */
export function talkOf(lines: string): Said[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, who, day, text, file] = /^\s*([RP]) (\d\d-\d\d) (.*?)(?: ?\[(\S+\.\w+)\])?$/.exec(line)!;
      const byRep = who === 'R';
      const [from, to] = byRep ? ['rep@us.example', 'p.lee@them.example'] : ['p.lee@them.example', 'rep@us.example'];
      const date = `2026-${day}`;
      const message = messageOf({ text: text!, sentAt: `${date}T09:00:00+00:00`, from });
      const attached = file !== undefined && isDocument(file) && { attached: true };
      return { byRep, date, from, to: [to], reading: readMessage(message, 'Europe/London', byRep), ...attached };
    });
}

export const turnNow = (lines: string) => turnOfTalk(talkOf(lines), today);
export const turnOf = (lines: string) => turnNow(lines).turn;
