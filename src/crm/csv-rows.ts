/** From tables to deals, contacts and stages. What a row says clearly is used; what it does not is a problem. */
import type { Contact, Deal, DealStatus, Stage } from '../domain/deal.ts';
import { NeedsPerson } from '../errors.ts';
import { contactColumns, dealColumns, stageColumns } from './csv-columns.ts';
import type { Row, Table } from './csv-table.ts';
import {
  addressesIn,
  currencyOf,
  type DateOrder,
  type Decimal,
  dateOrderOf,
  decimalOf,
  fold,
  type Reading,
  readAmount,
  readDate,
  readOptOut,
  readYesNo,
  statusOf,
} from './csv-values.ts';

export interface Reader {
  decimal: Decimal | null;
  dateOrder: DateOrder | null;
  /** Addresses of reps by folded name. */
  reps: ReadonlyMap<string, string>;
}

/** Everything the files say, once. */
export interface Book {
  deals: Map<string, Deal>;
  /** How the file itself writes a deal's stage: by id or by name. */
  stageTexts: Map<string, string>;
  contacts: Map<string, Contact>;
  contactsByEmail: Map<string, string[]>;
  stages: Stage[];
  /** Whether the stages come from stages.csv and are therefore all there are. */
  stagesGiven: boolean;
  problems: string[];
  /** Rows of deals.csv were left out, so an id that is missing may stand in one of them. */
  dealsLeftOut: boolean;
}

/** More than a person reads; the rest is counted. */
const MOST_PROBLEMS = 100;

const show = (cell: string): string => JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);

/** Throws NeedsPerson naming both lines when an id is there twice: nobody can tell which row is meant. */
function requireOnce(seen: Map<string, number>, id: string, table: Table, row: Row, thing: string): void {
  const first = seen.get(id);
  if (first !== undefined) {
    throw new NeedsPerson(
      `${table.file} line ${row.line} repeats the id ${id.slice(0, 80)} of line ${first}: give each ${thing} its own id.`,
    );
  }
  seen.set(id, row.line);
}

function readStages(table: Table, problems: string[]): Stage[] {
  const columns = stageColumns(table);
  const seen = new Map<string, number>();
  const stages: Stage[] = [];
  for (const row of table.rows) {
    const name = columns.get(row, 'name') || columns.get(row, 'id');
    const id = columns.get(row, 'id') || name;
    if (id === '') {
      problems.push(`${table.file} line ${row.line} has no name and was left out: name the stage.`);
      continue;
    }
    requireOnce(seen, id, table, row, 'stage');
    const word = columns.get(row, 'status');
    const status = statusOf(word);
    if (word !== '' && status === null) {
      problems.push(`${table.file} line ${row.line}: ${show(word)} is no status: write open, won or lost.`);
    }
    const order = columns.get(row, 'order');
    const rot = columns.get(row, 'rotDays');
    stages.push({
      id,
      name,
      order: /^\d{1,6}$/.test(order) ? Number(order) : stages.length + 1,
      status: status ?? statusOf(name) ?? 'open',
      rotDays: /^[1-9]\d{0,4}$/.test(rot) ? Number(rot) : null,
    });
  }
  return stages.sort((a, b) => a.order - b.order);
}

function worstOptOut(values: Contact['optOut'][]): Contact['optOut'] {
  return values.includes('yes') ? 'yes' : values.includes('no') ? 'no' : 'unknown';
}

/** Reads every opt-out cell of a row: one "yes" anywhere is a yes. */
function optOutOf(cells: string[], report: (cell: string, problem: string) => void): Contact['optOut'] {
  let unsure = false;
  const values = cells.map((cell) => {
    const read = readOptOut(cell);
    if (read.problem) report(cell, read.problem);
    unsure ||= read.value === null;
    return read.value ?? 'unknown';
  });
  const all = worstOptOut(values);
  return all === 'no' && unsure ? 'unknown' : all;
}

/** Collects contacts from both files and knows them by address. */
class Contacts {
  readonly byId = new Map<string, Contact>();
  readonly byEmail = new Map<string, string[]>();
  /** Contact ids of a deal as contacts.csv tells them. */
  readonly ofDeal = new Map<string, string[]>();

  add(contact: Contact): void {
    this.byId.set(contact.id, contact);
    for (const email of contact.emails) this.byEmail.set(email, [...(this.byEmail.get(email) ?? []), contact.id]);
  }

  /** The ids of everyone with this address; a contact known by address alone is made when nobody has it. */
  idsOf(email: string): string[] {
    const ids = this.byEmail.get(email);
    if (ids) return ids;
    this.add({ id: email, name: '', emails: [email], title: null, phone: null, optOut: 'unknown' });
    return [email];
  }
}

function readContacts(table: Table, contacts: Contacts, problems: string[]): void {
  const columns = contactColumns(table);
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const at = `${table.file} line ${row.line}`;
    const { addresses, others } = addressesIn(columns.all(row, 'email').join(';'));
    for (const other of others) problems.push(`${at}, column ${columns.title('email')}: ${show(other)} is no address.`);
    const id = columns.get(row, 'id') || addresses[0];
    if (id === undefined) {
      if (others.length === 0) problems.push(`${at} has neither an id nor an address and was left out.`);
      continue;
    }
    requireOnce(seen, id, table, row, 'contact');
    const optOut = optOutOf(columns.all(row, 'optOut'), (cell, problem) =>
      problems.push(`${at}, column ${columns.title('optOut')}: ${show(cell)} ${problem}.`),
    );
    const parts = [columns.get(row, 'firstName'), columns.get(row, 'lastName')];
    contacts.add({
      id,
      name: columns.get(row, 'name') || parts.filter((part) => part !== '').join(' '),
      emails: addresses,
      title: columns.get(row, 'title') || null,
      phone: columns.get(row, 'phone') || null,
      optOut,
    });
    for (const deal of columns
      .get(row, 'dealIds')
      .split(/[;,\s]+/)
      .filter(Boolean)) {
      contacts.ofDeal.set(deal, [...(contacts.ofDeal.get(deal) ?? []), id]);
    }
  }
}

const PERSON = ['personEmail', 'personName', 'personTitle', 'personPhone', 'personOptOut'] as const;
const CONTACT_FIELDS = ['contactEmails', 'contactIds', 'associated', ...PERSON] as const;

type DealColumns = ReturnType<typeof dealColumns>;

/** The people that a deal's own row names, made known if contacts.csv does not have them. */
function contactsOfRow(row: Row, table: Table, columns: DealColumns, contacts: Contacts, problems: string[]): string[] {
  const ids: string[] = [];
  const complain = (field: Parameters<DealColumns['title']>[0], cell: string, problem: string) =>
    problems.push(`${table.file} line ${row.line}, column ${columns.title(field)}: ${show(cell)} ${problem}.`);

  const listed = addressesIn(columns.all(row, 'contactEmails').join(';'));
  for (const other of listed.others) complain('contactEmails', other, 'is no address');
  // HubSpot writes "Jane Doe (jane@x.example)" here, or names alone, which name nobody for certain.
  const associated = addressesIn(columns.all(row, 'associated').join(';'));
  for (const email of [...listed.addresses, ...associated.addresses]) ids.push(...contacts.idsOf(email));
  for (const id of columns
    .all(row, 'contactIds')
    .join(';')
    .split(/[;,\s]+/))
    if (contacts.byId.has(id)) ids.push(id);

  const person = addressesIn(columns.all(row, 'personEmail').join(';'));
  for (const other of person.others) complain('personEmail', other, 'is no address');
  const [main] = person.addresses;
  if (main !== undefined) {
    const name = columns.get(row, 'personName');
    const optOut = optOutOf(columns.all(row, 'personOptOut'), (cell, problem) =>
      complain('personOptOut', cell, problem),
    );
    const known = person.addresses.flatMap((email) => contacts.byEmail.get(email) ?? []);
    if (known.length === 0 && name !== '') {
      const title = columns.get(row, 'personTitle') || null;
      const phone = columns.get(row, 'personPhone') || null;
      contacts.add({ id: main, name, emails: person.addresses, title, phone, optOut });
      ids.push(main);
    } else {
      const all = known.length > 0 ? known : person.addresses.flatMap((email) => contacts.idsOf(email));
      ids.push(...all);
      // What only restrains us counts wherever it is said.
      for (const contact of all.map((id) => contacts.byId.get(id)!)) {
        if (optOut === 'yes' || contact.optOut === 'unknown') contact.optOut = optOut;
      }
    }
  }
  return ids;
}

function readDeals(table: Table, reader: Reader, stages: Stage[] | null, contacts: Contacts, book: Book): void {
  const columns = dealColumns(table);
  const { problems } = book;
  const stageOf = new Map((stages ?? []).flatMap((stage) => [[fold(stage.name), stage] as const]));
  for (const stage of stages ?? []) stageOf.set(fold(stage.id), stage);
  const cellsOf = (field: 'amount' | 'closeDate') => table.rows.map((row) => columns.get(row, field));
  const decimal = reader.decimal ?? decimalOf(cellsOf('amount'));
  const dateOrder = reader.dateOrder ?? dateOrderOf(cellsOf('closeDate'));
  const strangers = new Map<string, number>();
  const strangeStages = new Map<string, number>();
  const seen = new Map<string, number>();
  const rowOf = new Map<string, Row>();
  // A Salesforce report repeats the whole opportunity for each contact: then only the contact's cells differ.
  const own = columns.positions(PERSON);
  const repeats = (row: Row, first: Row) =>
    own.size > 0 && row.cells.every((c, i) => own.has(i) || c === first.cells[i]);

  for (const row of table.rows) {
    const at = `${table.file} line ${row.line}`;
    const id = columns.get(row, 'id');
    if (id === '') {
      problems.push(`${at} has no id and was left out: give each deal its own id.`);
      book.dealsLeftOut = true;
      continue;
    }
    const people = () => contactsOfRow(row, table, columns, contacts, problems);
    const first = rowOf.get(id);
    if (first && repeats(row, first)) {
      const deal = book.deals.get(id)!;
      deal.contactIds = [...new Set([...deal.contactIds, ...people()])];
      continue;
    }
    requireOnce(seen, id, table, row, 'deal');
    rowOf.set(id, row);

    const take = <T>(field: 'amount' | 'closeDate' | 'status', cell: string, read: Reading<T>): T | null => {
      if (read.problem) problems.push(`${at}, column ${columns.title(field)}: ${show(cell)} ${read.problem}.`);
      return read.value;
    };
    const amountText = columns.get(row, 'amount');
    const dateText = columns.get(row, 'closeDate');
    const currencyText = columns.get(row, 'currency');
    const currency = currencyOf(currencyText || amountText);
    if (currencyText !== '' && currency === null) {
      problems.push(`${at}, column ${columns.title('currency')}: ${show(currencyText)} is no currency code.`);
    }
    const owner = ownerOf(columns.all(row, 'ownerEmail'), columns.all(row, 'owner'), reader);
    if (owner.unknown !== null && !strangers.has(owner.unknown)) strangers.set(owner.unknown, row.line);
    const stageText = columns.get(row, 'stage');
    const stage = stageOf.get(fold(stageText));
    if (stages && !stage && !strangeStages.has(stageText)) strangeStages.set(stageText, row.line);

    book.stageTexts.set(id, stageText);
    book.deals.set(id, {
      id,
      name: columns.get(row, 'name'),
      // A named owner without an address is somebody, and not every rep.
      owner: owner.address ?? owner.unknown?.toLowerCase() ?? null,
      stage: stage?.id ?? stageText,
      status: statusOfRow(row, columns, stage, stageText, (cell, text) =>
        take('status', cell, { value: null, problem: text }),
      ),
      amount: take('amount', amountText, readAmount(amountText, decimal)),
      currency,
      closeDate: take('closeDate', dateText, readDate(dateText, dateOrder, reader.dateOrder)),
      contactIds: [...new Set([...people(), ...(contacts.ofDeal.get(id) ?? [])])],
    });
  }
  for (const [name, line] of strangers) {
    problems.push(
      `${table.file} line ${line}: the owner ${show(name)} has no address: add an owner_email column or name it in reps.`,
    );
  }
  for (const [name, line] of strangeStages) {
    problems.push(`${table.file} line ${line}: the stage ${show(name)} is not in stages.csv: add it there.`);
  }
  if (table.problems.length > 0) book.dealsLeftOut = true;
}

function ownerOf(
  emails: string[],
  names: string[],
  reader: Reader,
): { address: string | null; unknown: string | null } {
  for (const cell of [...emails, ...names]) {
    const address = addressesIn(cell).addresses[0] ?? reader.reps.get(fold(cell));
    if (address) return { address, unknown: null };
  }
  return { address: null, unknown: emails[0] ?? names[0] ?? null };
}

/** A status column first, then won/closed columns, then stages.csv, then the stage's own words. */
function statusOfRow(
  row: Row,
  columns: DealColumns,
  stage: Stage | undefined,
  stageText: string,
  complain: (cell: string, problem: string) => void,
): DealStatus {
  const byStage = stage?.status ?? statusOf(stageText);
  const word = columns.get(row, 'status');
  const said = statusOf(word);
  // "Closed" alone says that it is over, not how it went.
  if (said !== null) return fold(word) === 'closed' && byStage === 'won' ? 'won' : said;
  if (word !== '') complain(word, 'is no status: write open, won or lost');
  if (readYesNo(columns.get(row, 'won')).value === true) return 'won';
  if (readYesNo(columns.get(row, 'closed')).value === true) return byStage === 'won' ? 'won' : 'lost';
  return byStage ?? 'open';
}

/** Without stages.csv the stages are those that deals are in, in the order in which they first appear. */
function stagesIn(deals: Iterable<Deal>): Stage[] {
  const stages = new Map<string, Stage>();
  for (const { stage: id } of deals) {
    if (id === '' || stages.has(id)) continue;
    stages.set(id, { id, name: id, order: stages.size + 1, status: statusOf(id) ?? 'open', rotDays: null });
  }
  return [...stages.values()];
}

/** Reads all files together. Throws NeedsPerson when one of them cannot be used at all; then none is. */
export function readBook(tables: { deals: Table; contacts: Table | null; stages: Table | null }, reader: Reader): Book {
  const problems: string[] = [];
  for (const table of [tables.deals, tables.contacts, tables.stages])
    for (const text of table?.problems ?? []) problems.push(text);
  const columns = dealColumns(tables.deals);
  if (!tables.contacts && !CONTACT_FIELDS.some((field) => columns.has(field))) {
    throw new NeedsPerson(
      `${tables.deals.file} has no column of contact addresses: add "contact_emails", or a contacts.csv with "email" and "deal_ids".`,
    );
  }
  const contacts = new Contacts();
  const stages = tables.stages ? readStages(tables.stages, problems) : null;
  if (tables.contacts) readContacts(tables.contacts, contacts, problems);
  const book: Book = {
    deals: new Map(),
    stageTexts: new Map(),
    contacts: contacts.byId,
    contactsByEmail: contacts.byEmail,
    stages: [],
    stagesGiven: stages !== null,
    problems,
    dealsLeftOut: false,
  };
  readDeals(tables.deals, reader, stages, contacts, book);
  book.stages = stages ?? stagesIn(book.deals.values());
  if (problems.length > MOST_PROBLEMS) {
    const more = problems.length - MOST_PROBLEMS;
    problems.splice(MOST_PROBLEMS, more, `… and ${more} more problems of this kind: repair these first.`);
  }
  return book;
}
