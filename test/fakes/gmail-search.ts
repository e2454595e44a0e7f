/** The part of Gmail's search that is used, and a refusal of all else: a term that is ignored would look like a search. */
import { fieldOf } from './gmail-mime.ts';
import type { Store, Stored } from './gmail-store.ts';

export class BadQuery extends Error {}

const lagMs = 2 * 86_400_000;

/** Newest first. `q` knows what the index knows; labels are as fresh as the mailbox. */
export function select(
  store: Store,
  { q, labelIds, spamTrash }: { q: string; labelIds: string[]; spamTrash: boolean },
): Stored[] {
  const wanted = q === '' ? () => true : parse(q);
  const inTrash = spamTrash || /\bin:(trash|anywhere)\b/.test(q) || labelIds.some((label) => /TRASH|SPAM/.test(label));
  const lagging = q !== '' && store.switches.searchLags;
  return [...store.messages.values()]
    .filter((each) => labelIds.every((label) => each.labels.has(label)))
    .filter((each) => inTrash || !(each.labels.has('TRASH') || each.labels.has('SPAM')))
    .filter((each) => !lagging || each.internalDate.getTime() < store.now().getTime() - lagMs)
    .filter(wanted)
    .reverse()
    .sort((a, b) => b.internalDate.getTime() - a.internalDate.getTime());
}

type Test = (message: Stored) => boolean;

function parse(q: string): Test {
  const all: Test[] = [];
  for (const [, group, term] of q.matchAll(/\{([^{}]*)\}|(\S+)/g)) {
    if (group === undefined) all.push(termTest(term as string));
    else {
      const any = group.trim().split(/\s+/).map(termTest);
      all.push((message) => any.some((test) => test(message)));
    }
  }
  return (message) => all.every((test) => test(message));
}

function termTest(term: string): Test {
  const [, field = '', value = ''] = /^(\w+):([^\s"{}()]+)$/.exec(term) ?? [];
  const people = (name: string): Test => {
    const address = value.toLowerCase();
    return ({ headers }) =>
      [
        ...fieldOf(headers, name)
          .toLowerCase()
          .matchAll(/[^\s<>,;"]+@[^\s<>,;"]+/g),
      ].some(([found]) => found === address);
  };
  switch (field) {
    case 'from':
    case 'to':
    case 'cc':
    case 'bcc':
      return people(field);
    case 'after':
      if (!/^\d{9,10}$/.test(value)) break;
      return ({ internalDate }) => internalDate.getTime() >= Number(value) * 1_000;
    case 'rfc822msgid':
      return ({ rfcId }) => rfcId === `<${value}>`;
    case 'in':
      if (value === 'trash') return ({ labels }) => labels.has('TRASH');
      break;
  }
  throw new BadQuery(`The fake knows no search term "${term}".`);
}
