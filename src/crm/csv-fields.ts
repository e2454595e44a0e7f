/** The fields of a contact as they stand in changes.csv, and what may be written into them. */
import type { Contact } from '../domain/deal.ts';
import type { WriteResult } from './crm.ts';
import { addressOf } from './csv-values.ts';

export const FIELDS = ['name', 'emails', 'title', 'phone', 'optOut'] as const;
export type Field = (typeof FIELDS)[number];
export const COLUMN: Record<Field, string> = {
  name: 'name',
  emails: 'email',
  title: 'title',
  phone: 'phone',
  optOut: 'opt_out',
};

/** A field as it is written into changes.csv and compared; unknown and empty are ''. */
export function textOf(contact: Partial<Contact>, field: Field): string {
  if (field === 'emails') return (contact.emails ?? []).map((email) => email.trim().toLowerCase()).join('; ');
  if (field === 'optOut') return contact.optOut === 'unknown' ? '' : (contact.optOut ?? '');
  return contact[field]?.trim() ?? '';
}

/** The contact with what `textOf` gave for one of its fields. */
export function withText(contact: Contact, field: Field, text: string): Contact {
  switch (field) {
    case 'name':
      return { ...contact, name: text };
    case 'emails':
      return { ...contact, emails: text.split('; ').filter(Boolean) };
    case 'optOut':
      return { ...contact, optOut: text === 'yes' || text === 'no' ? text : 'unknown' };
    default:
      return { ...contact, [field]: text || null };
  }
}

export type Invalid = Extract<WriteResult, { kind: 'validation' }>['fields'];

/** What is wrong with fields that shall be written. The text comes from mails: no line breaks, nothing endless. */
export function wrongWith(set: Partial<Contact>): Invalid {
  const fields: Invalid = [];
  for (const name of Object.keys(set)) {
    if (!FIELDS.includes(name as Field)) fields.push({ name, message: 'cannot be changed' });
  }
  for (const field of FIELDS) {
    if (set[field] === undefined) continue;
    const text = textOf(set, field);
    if (/\p{Cc}/u.test(text)) fields.push({ name: field, message: 'holds a line break or control character' });
    else if (text.length > 1_000) fields.push({ name: field, message: 'is longer than 1000 characters' });
  }
  for (const email of set.emails ?? []) {
    if (addressOf(email) === null) fields.push({ name: 'emails', message: 'holds something that is no address' });
  }
  return fields;
}
