/**
 * Which column means what: our own names, and those of HubSpot, Salesforce and Pipedrive exports, folded so that case,
 * spaces, underscores and punctuation do not matter. Where several columns carry one field the order here is the
 * order of trust.
 */
import { NeedsPerson } from '../errors.ts';
import type { Row, Table } from './csv-table.ts';
import { fold } from './csv-values.ts';

const DEALS = {
  id: ['id', 'Record ID', 'Deal ID', 'Opportunity ID', 'Deal - ID', 'Deal record ID'],
  name: ['name', 'Deal Name', 'Opportunity Name', 'Deal - Title', 'Deal'],
  ownerEmail: [
    'owner_email',
    'Deal owner email',
    'Opportunity Owner Email',
    'Opportunity Owner: Email',
    'Owner: Email',
  ],
  owner: ['owner', 'Deal owner', 'Opportunity Owner', 'Deal - Owner', 'Opportunity Owner: Full Name'],
  stage: ['stage', 'Deal Stage', 'Deal - Stage', 'Opportunity Stage', 'Stage Name'],
  status: ['status', 'Deal Status', 'Deal - Status'],
  won: ['won', 'Is Won', 'Is Closed Won'],
  closed: ['closed', 'Is Closed', 'Is Deal Closed?'],
  amount: ['amount', 'Deal - Value', 'Deal Amount', 'Value', 'Opportunity Amount'],
  currency: [
    'currency',
    'Amount Currency',
    'Deal - Currency of Value',
    'Deal currency',
    'Currency of Value',
    'Currency ISO Code',
    'Opportunity Currency',
  ],
  closeDate: ['close_date', 'Deal - Expected close date', 'Expected close date', 'Deal Close Date', 'Closing date'],
  contactEmails: ['contact_emails', 'Associated Contact Emails'],
  contactIds: ['contact_ids', 'Associated Contact IDs'],
  associated: ['Associated Contact', 'Associated Contacts', 'Contacts'],
  personEmail: [
    'Contact: Email',
    'Person - Email',
    'Person - Email - Work',
    'Person - Email - Home',
    'Person - Email - Other',
    'Primary Contact Email',
  ],
  personName: ['Contact Name', 'Contact: Full Name', 'Contact: Name', 'Person - Name', 'Deal - Contact person'],
  personTitle: ['Contact: Title', 'Person - Job title', 'Contact: Job Title'],
  personPhone: [
    'Contact: Phone',
    'Person - Phone',
    'Person - Phone - Work',
    'Person - Phone - Mobile',
    'Person - Phone - Home',
    'Person - Phone - Other',
    'Contact: Mobile',
  ],
  personOptOut: ['Email Opt Out', 'Contact: Email Opt Out', 'Person - Marketing status'],
};

const CONTACTS = {
  id: ['id', 'Record ID', 'Contact ID', 'Person - ID', 'Contact: Contact ID'],
  email: [
    'email',
    'emails',
    'E-mail address',
    'Contact: Email',
    'Person - Email',
    'Person - Email - Work',
    'Person - Email - Home',
    'Person - Email - Other',
    'Work email',
    'Additional email addresses',
  ],
  name: ['name', 'Full Name', 'Contact Name', 'Person - Name', 'Contact: Full Name'],
  firstName: ['First Name', 'Person - First name', 'Contact: First Name'],
  lastName: ['Last Name', 'Person - Last name', 'Contact: Last Name'],
  title: ['title', 'Job Title', 'Person - Job title', 'Contact: Title'],
  phone: [
    'phone',
    'Phone Number',
    'Person - Phone',
    'Person - Phone - Work',
    'Person - Phone - Mobile',
    'Person - Phone - Home',
    'Person - Phone - Other',
    'Mobile Phone Number',
    'Mobile',
    'Contact: Phone',
  ],
  optOut: [
    'opt_out',
    'Unsubscribed from all email',
    // HubSpot writes one column a subscription: "Opted out of email: Marketing Information".
    'Opted out of email*',
    'Email Opt Out',
    'Has Opted Out Of Email',
    'Opted out',
    'Unsubscribed',
    'Person - Marketing status',
    'Marketing status',
  ],
  dealIds: ['deal_ids', 'Associated Deal IDs', 'Deal ID', 'Opportunity ID', 'Deal - ID'],
};

const STAGES = {
  id: ['id', 'Stage ID', 'Internal name', 'Record ID'],
  name: ['name', 'Stage', 'Stage Name', 'Label', 'Deal Stage'],
  order: ['order', 'Display order', 'Order nr', 'Sort order', 'Position'],
  status: ['status', 'Category', 'Type'],
  rotDays: ['rot_days', 'Rotten days', 'Days to rotten', 'Rotting days'],
};

/** Reads the cells of one field from a row. */
export interface Columns<Field extends string> {
  has(field: Field): boolean;
  /** The first cell of the field that is not empty. */
  get(row: Row, field: Field): string;
  /** All cells of the field that are not empty. */
  all(row: Row, field: Field): string[];
  /** How the file itself spells the first column of the field. */
  title(field: Field): string;
  /** Positions of all columns of these fields. */
  positions(fields: readonly Field[]): Set<number>;
}

function columnsOf<Field extends string>(
  table: Table,
  spellings: Record<Field, string[]>,
  needed: readonly NoInfer<Field>[],
): Columns<Field> {
  const folded = table.header.map(fold);
  const found = new Map<Field, number[]>();
  for (const field of Object.keys(spellings) as Field[]) {
    const at: number[] = [];
    for (const spelling of spellings[field]) {
      const word = fold(spelling);
      folded.forEach((title, index) => {
        const fits = spelling.endsWith('*') ? title.startsWith(word) : title === word;
        if (fits && !at.includes(index)) at.push(index);
      });
    }
    if (at.length > 0) found.set(field, at);
  }
  for (const field of needed) {
    if (found.has(field)) continue;
    const list = spellings[field].map((spelling) => `"${spelling.replace('*', '')}"`).join(', ');
    throw new NeedsPerson(`${table.file} has no column for the ${field}: name one of its columns ${list}.`);
  }
  const all = (row: Row, field: Field): string[] =>
    (found.get(field) ?? []).map((index) => row.cells[index] ?? '').filter((cell) => cell !== '');
  return {
    has: (field) => found.has(field),
    get: (row, field) => all(row, field)[0] ?? '',
    all,
    title: (field) => table.header[found.get(field)?.[0] ?? -1] ?? field,
    positions: (fields) => new Set(fields.flatMap((field) => found.get(field) ?? [])),
  };
}

/** Throws NeedsPerson when a needed column is missing, naming it and the spellings that we know. */
export const dealColumns = (table: Table) => columnsOf(table, DEALS, ['id', 'name', 'stage']);
export const contactColumns = (table: Table) => columnsOf(table, CONTACTS, ['email']);
export const stageColumns = (table: Table) =>
  columnsOf(table, STAGES, table.header.map(fold).includes('id') ? [] : ['name']);

/** All folded titles that we know, for telling the delimiter from the header. */
export const KNOWN_TITLES: ReadonlySet<string> = new Set(
  [DEALS, CONTACTS, STAGES].flatMap((table) => Object.values(table).flat().map(fold)),
);
