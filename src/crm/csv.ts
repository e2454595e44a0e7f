/**
 * A CRM that is a folder: deals.csv, contacts.csv and stages.csv as somebody exported them. They are only ever read.
 * What we would change is appended to outbox/changes.csv, and what was decided to outbox/decisions.csv; a person
 * imports those where they belong, so a change stays "not yet made" here until the next export shows it.
 *
 * Ids are the export's own (a contact without one is known by its address). The cursor names the contents of the
 * files by hash: when anything changed, everything is given again, or only the rows that differ if the state of that
 * cursor is still in memory. A row that vanished is not gone, since exports are filtered; with `completeExport` it is.
 */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { addressSet } from '../domain/addresses.ts';
import type { Contact, Deal, DealNow, Stage } from '../domain/deal.ts';
import { NeedsPerson } from '../errors.ts';
import type { Crm, CrmKind, DealChanges, LogEntry, WriteResult } from './crm.ts';
import { KNOWN_TITLES } from './csv-columns.ts';
import { COLUMN, FIELDS, textOf, wrongWith } from './csv-fields.ts';
import { Outbox, type OutboxRecord } from './csv-outbox.ts';
import { type Book, readBook } from './csv-rows.ts';
import { parseSettings, type Settings } from './csv-settings.ts';
import { readTable, type Seen, type Snapshot, snapshot, stampOf } from './csv-table.ts';
import { addressOf, fold } from './csv-values.ts';
import { contactNow, dealNow, type ExportedAt, stageOf } from './csv-waiting.ts';

/** What a cursor remembers: hashes of the settings and of deals.csv, contacts.csv, stages.csv; ids for completeExport. */
interface Cursor {
  v: 1;
  set: string;
  deals: string;
  contacts: string | null;
  stages: string | null;
  ids?: string[];
}

const EXPORTS = ['deals.csv', 'contacts.csv', 'stages.csv'] as const;

interface State {
  book: Book;
  cursor: Cursor;
  stamps: string;
  exported: ExportedAt;
}

function parseCursor(text: string | null): Cursor | null {
  try {
    const cursor = JSON.parse(text ?? 'null') as Cursor | null;
    return cursor?.v === 1 ? cursor : null;
  } catch {
    return null;
  }
}

const nameOf = ({ ids: _, ...rest }: Cursor): string => JSON.stringify(rest);

class CsvCrm implements Crm {
  readonly #settings: Settings;
  readonly #now: () => Date;
  readonly #outbox: Outbox;
  readonly #seen: Seen = new Map();
  #state: State | null = null;
  /** The state before, so that one edited row is one changed deal. */
  #before: State | null = null;
  #loading: Promise<State> | null = null;

  constructor(settings: Settings, now: () => Date) {
    this.#settings = settings;
    this.#now = now;
    this.#outbox = new Outbox(join(settings.dir, 'outbox'), now);
  }

  async changedDeals(cursor: string | null): Promise<DealChanges> {
    const last = parseCursor(cursor);
    const state = await this.#load(last);
    if (cursor !== null && last && nameOf(last) === nameOf(state.cursor)) {
      return { deals: [], contacts: [], gone: [], cursor, problems: [] };
    }
    const { book } = state;
    const base = last && this.#before && nameOf(this.#before.cursor) === nameOf(last) ? this.#before.book : null;
    const differs =
      <T extends { id: string }>(old: Map<string, T> | undefined) =>
      (item: T) =>
        JSON.stringify(old?.get(item.id)) !== JSON.stringify(item);
    const { gone, ids, problems } = this.#vanished(last, book);
    return {
      deals: [...book.deals.values()].filter(differs<Deal>(base?.deals)),
      contacts: [...book.contacts.values()].filter(differs<Contact>(base?.contacts)),
      gone,
      cursor: JSON.stringify({ ...state.cursor, ...(ids && { ids }) }),
      problems: [...book.problems, ...problems],
    };
  }

  async stages(): Promise<Stage[]> {
    return (await this.#lastGood()).book.stages;
  }

  async contactsOf(dealId: string): Promise<Contact[]> {
    const { book } = await this.#lastGood();
    return (book.deals.get(dealId)?.contactIds ?? []).flatMap((id) => book.contacts.get(id) ?? []);
  }

  async findContacts(emails: string[]): Promise<Contact[]> {
    const { book } = await this.#lastGood();
    const ids = emails.flatMap((email) => book.contactsByEmail.get(email.trim().toLowerCase()) ?? []);
    return [...new Set(ids)].flatMap((id) => book.contacts.get(id) ?? []);
  }

  /** With what waits in the outbox, until an export that is newer says otherwise. */
  async readDeal(dealId: string): Promise<DealNow | null> {
    const { book, exported } = await this.#load(null);
    return dealNow(book, dealId, this.#outbox.records('changes'), exported);
  }

  /** A decision is kept whatever the state of the files: also for a deal whose row has vanished. */
  async log(dealId: string, entry: LogEntry, key: string): Promise<WriteResult> {
    const state = await this.#lastGood().catch(() => null);
    return this.#outbox.add('decisions', [
      {
        key,
        at: entry.at.toISOString(),
        deal_id: dealId,
        deal: state?.book.deals.get(dealId)?.name ?? '',
        rep: entry.rep,
        contacts: entry.contacts.join('; '),
        decision: entry.decision,
        verdict: entry.verdict,
        flags: entry.flags.join('; '),
        text: entry.text,
        proposed_hash: entry.proposedHash,
        sent_hash: entry.sentHash,
        ledger_seq: String(entry.ledgerSeq),
        overturns: entry.overturns ?? '',
      },
    ]);
  }

  async setStage(dealId: string, to: string, expected: string, key: string): Promise<WriteResult> {
    if (this.#outbox.has('changes', key)) return this.#outbox.add('changes', []);
    const { book, exported } = await this.#load(null);
    const deal = dealNow(book, dealId, this.#outbox.records('changes'), exported)?.deal;
    if (!deal) return { kind: 'gone' };
    const stage = stageOf(book, to);
    if (to.trim() === '' || /\p{Cc}/u.test(to) || (book.stagesGiven && !stage)) {
      return { kind: 'validation', fields: [{ name: 'stage', message: 'is not one of the stages in stages.csv' }] };
    }
    if (deal.stage !== expected) return { kind: 'conflict', current: deal.stage };
    // Written as the export writes stages, so that the CRM it came from understands it.
    const byId = book.stages.some(({ id }) => id === book.stageTexts.get(dealId));
    const written = (found: Stage | undefined, text: string) => (found ? (byId ? found.id : found.name) : text);
    const old = deal.stage === book.deals.get(dealId)?.stage ? book.stageTexts.get(dealId) : undefined;
    const record = { old: old ?? written(stageOf(book, deal.stage), deal.stage), new: written(stage, to) };
    return this.#outbox.add('changes', [{ ...this.#change(key, dealId, ''), field: 'stage', ...record }]);
  }

  /** Fields that `expected` does not name must still be empty: nothing is replaced that nobody saw. */
  async updateContact(
    id: string,
    set: Partial<Contact>,
    expected: Partial<Contact>,
    key: string,
  ): Promise<WriteResult> {
    const fields = wrongWith(set);
    if (Object.keys(set).length === 0) fields.push({ name: 'contact', message: 'has nothing to change' });
    const { book, exported } = await this.#load(null);
    const contact = contactNow(book, id, this.#outbox.records('changes'), exported);
    // Begun and cut short: what the person decided is finished, without asking the files again.
    const begun = this.#outbox.has('changes', key);
    if (!contact && !begun) return { kind: 'gone' };
    if (fields.length > 0) return { kind: 'validation', fields };
    const named = FIELDS.filter((field) => set[field] !== undefined || expected[field] !== undefined);
    const differing = named.filter((field) => textOf(contact ?? {}, field) !== textOf(expected, field));
    if (!begun && differing.length > 0) {
      return { kind: 'conflict', current: differing.map((field) => textOf(contact ?? {}, field)).join('; ') };
    }
    const records = FIELDS.filter((field) => set[field] !== undefined).map((field) => ({
      ...this.#change(key, '', id),
      field: COLUMN[field],
      old: textOf(expected, field),
      new: textOf(set, field),
    }));
    return this.#outbox.add('changes', records);
  }

  /** A contact that is known already is only linked to the deal; one that is on it already is a conflict. */
  async addContact(dealId: string, contact: Omit<Contact, 'id'>, key: string): Promise<WriteResult> {
    const { book, exported } = await this.#load(null);
    const now = dealNow(book, dealId, this.#outbox.records('changes'), exported);
    const begun = this.#outbox.has('changes', key);
    if (!now && !begun) return { kind: 'gone' };
    const fields = wrongWith(contact);
    const email = addressOf(contact.emails[0] ?? '');
    if (email === null) fields.push({ name: 'emails', message: 'needs an address' });
    if (email === null || fields.length > 0) return { kind: 'validation', fields };
    const known = contact.emails.flatMap((address) => book.contactsByEmail.get(address.trim().toLowerCase()) ?? []);
    const wanted = addressSet(contact.emails);
    const already = now?.contacts.find(({ id, emails }) => known.includes(id) || emails.some(wanted.has));
    if (!begun && already !== undefined) return { kind: 'conflict', current: already.id };
    const [id] = known;
    const records: OutboxRecord[] = [
      { ...this.#change(key, dealId, id ?? email), field: 'contact', old: '', new: email },
    ];
    if (id === undefined) {
      for (const field of FIELDS) {
        const text = textOf(contact, field);
        if (text !== '')
          records.push({ ...this.#change(key, dealId, email), field: COLUMN[field], old: '', new: text });
      }
    }
    return this.#outbox.add('changes', records);
  }

  async close(): Promise<void> {}

  #change(key: string, deal: string, contact: string): OutboxRecord {
    return { key, at: this.#now().toISOString(), deal, contact };
  }

  /** The state of the files, or while they cannot be used the last one that could. */
  async #lastGood(): Promise<State> {
    try {
      return await this.#load(null);
    } catch (error) {
      if (this.#state) return this.#state;
      throw error;
    }
  }

  /** Reads the files if they look different from last time. One reading at a time serves all who ask. */
  async #load(last: Cursor | null): Promise<State> {
    this.#loading ??= this.#read().finally(() => {
      this.#loading = null;
    });
    const state = await this.#loading;
    const was = last ?? this.#state?.cursor ?? null;
    for (const [file, before, now] of [
      ['contacts.csv', was?.contacts, state.cursor.contacts],
      ['stages.csv', was?.stages, state.cursor.stages],
    ] as const) {
      // Half of an export that is being replaced would look like contacts without opt-outs.
      if (before && !now) {
        throw new NeedsPerson(
          `${file} was in ${this.#settings.dir} and is missing now: put it back, or leave one with only its header.`,
        );
      }
    }
    if (state !== this.#state) {
      this.#before = this.#state;
      this.#state = state;
    }
    return state;
  }

  async #read(): Promise<State> {
    const { dir } = this.#settings;
    const stamps = (await Promise.all(EXPORTS.map((file) => stampOf(dir, file)))).join(' ');
    if (this.#state?.stamps === stamps) return this.#state;
    const now = this.#now();
    // All have to be quiet before any counts: they belong to one export.
    const found: (Snapshot | null)[] = [];
    for (const file of EXPORTS) found.push(await snapshot(dir, file, now, this.#seen));
    const [deals, contacts = null, stages = null] = found;
    if (!deals) throw await missing(dir);
    const cursor: Cursor = {
      v: 1,
      set: createHash('sha256').update(JSON.stringify(this.#settings)).digest('hex').slice(0, 16),
      deals: deals.sha256,
      contacts: contacts?.sha256 ?? null,
      stages: stages?.sha256 ?? null,
    };
    const read = [deals, contacts, stages].map((one) => one?.stamp ?? '').join(' ');
    const exported = { deals: deals.modifiedAt, contacts: (contacts ?? deals).modifiedAt };
    if (this.#state && nameOf(this.#state.cursor) === nameOf(cursor))
      return Object.assign(this.#state, { stamps: read, exported });
    const options = { delimiter: this.#settings.delimiter ?? null, known: KNOWN_TITLES, now };
    const tables = {
      deals: await readTable(deals, options),
      contacts: contacts && (await readTable(contacts, options)),
      stages: stages && (await readTable(stages, options)),
    };
    const book = readBook(tables, {
      decimal: this.#settings.decimal ?? null,
      dateOrder: this.#settings.dateOrder ?? null,
      reps: new Map(Object.entries(this.#settings.reps ?? {}).map(([name, address]) => [fold(name), address])),
    });
    return { book, cursor, stamps: read, exported };
  }

  /** Which deals of the last cursor are certainly gone. Only a complete export that was read completely can tell. */
  #vanished(last: Cursor | null, book: Book): { gone: string[]; ids: string[] | null; problems: string[] } {
    if (!this.#settings.completeExport) return { gone: [], ids: null, problems: [] };
    const ids = [...book.deals.keys()];
    const missingIds = (last?.ids ?? []).filter((id) => !book.deals.has(id));
    if (missingIds.length === 0) return { gone: [], ids, problems: [] };
    if (ids.length === 0) {
      const why = 'deals.csv has no deals any more: they are not taken as gone, since an empty export is more likely.';
      return { gone: [], ids: missingIds, problems: [why] };
    }
    // A missing id may stand in a row that could not be read: ask again when all rows can.
    if (book.dealsLeftOut) return { gone: [], ids: [...ids, ...missingIds], problems: [] };
    return { gone: missingIds, ids, problems: [] };
  }
}

async function missing(dir: string): Promise<NeedsPerson> {
  const folder = await stat(dir).catch(() => null);
  if (folder?.isDirectory()) return new NeedsPerson(`There is no deals.csv in ${dir}: export the deals to that file.`);
  return new NeedsPerson(
    `The folder ${dir} does not exist: make it and put deals.csv into it, or connect another one.`,
  );
}

/**
 * `connect csv --dir FOLDER [--decimal , | .] [--dateOrder dmy|mdy|ymd] [--delimiter ; ] [--reps "Name=address"]
 * [--completeExport true]`. Takes no secret. `now` is the clock by which files count as quiet: give it the real one.
 */
export const csv: CrmKind = {
  name: 'csv',
  parseSettings: (input) => ({ ...parseSettings(input) }),
  open: ({ settings, now }) => new CsvCrm(parseSettings(settings), now),
};
