/** Which folder may import which: the layout of the design, held by reading the import lines. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../src');

/** Libraries that only calculate: no files, no network, no clock. */
const calculators = ['chrono-node', 'tldts', 'diff', 'date-holidays', 'ical.js'];

/** For each folder what its import lines may name: its neighbours by folder or file, libraries by name; `*` is every library. */
const allowed: Record<string, string[]> = {
  domain: ['domain', ...calculators],
  lib: ['lib', 'errors.ts', '*'],
  db: ['db', 'domain', 'errors.ts', 'drizzle-orm', 'postgres', '@electric-sql/pglite', 'node:'],
  mailbox: ['mailbox', 'domain', 'errors.ts', 'lib', '*'],
  crm: ['crm', 'domain', 'errors.ts', 'lib', '*'],
  connect: ['connect', 'db', 'domain', 'errors.ts', 'lib', 'mailbox/mailbox.ts', 'jobs/context.ts', 'drizzle-orm'],
  jobs: ['jobs', 'db', 'domain', 'errors.ts', 'lib', 'mailbox/mailbox.ts', 'crm/crm.ts', 'drizzle-orm', 'pg-boss'],
  web: [
    'web',
    'connect',
    'db',
    'domain',
    'errors.ts',
    'jobs',
    'mailbox/mailbox.ts',
    'mailbox/index.ts',
    'crm/crm.ts',
    'crm/index.ts',
    'hono',
    'drizzle-orm',
  ],
};

/** Parts of one provider share its name: `csv-rows.ts` belongs to `csv.ts`. Anything else in these folders is common ground. */
const providers = { mailbox: ['imap', 'gmail', 'outlook'], crm: ['csv'] };

const files = (readdirSync(src, { recursive: true }) as string[]).filter((name) => name.endsWith('.ts'));

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  const named = [
    /^import\s+(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm,
    /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;'"]*?\sfrom\s+['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
  ].flatMap((form) => [...text.matchAll(form)]);
  return named.map((match) => {
    const name = match[1] as string;
    return name.startsWith('.') ? relative(src, join(src, file, '..', name)) : name;
  });
}

function permitted(folder: string, name: string): boolean {
  const inside = !name.startsWith('@') && files.includes(name);
  return (allowed[folder] ?? []).some((rule) => {
    if (rule === '*') return !inside;
    return name === rule || name.startsWith(rule.endsWith(':') ? rule : `${rule}/`);
  });
}

describe('imports', () => {
  it('go in the direction of the design', () => {
    const wrong = files.flatMap((file) => {
      const folder = file.split('/')[0] as string;
      if (!(folder in allowed)) return [];
      return importsOf(file)
        .filter((name) => !permitted(folder, name))
        .map((name) => `${file} imports ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('never reach from one provider into another, or into a provider from elsewhere than its list', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file).flatMap((name) => {
        const [folder, target = ''] = name.split('/');
        const provider = (providers[folder as keyof typeof providers] ?? []).find((each) => target.startsWith(each));
        if (!provider) return [];
        const [own, mine = ''] = file.split('/');
        const inside = own === folder && (mine.startsWith(provider) || mine === 'index.ts');
        // The dry run reads CSV files because files are all it has.
        return inside || file === 'commands/try.ts' ? [] : [`${file} imports ${name}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('leave the demo alone', () => {
    const wrong = files.filter(
      (file) => !file.startsWith('demo/') && importsOf(file).some((name) => name.startsWith('demo/')),
    );
    expect(wrong).toEqual([]);
  });

  it('read the environment in the entry points only', () => {
    const readers = files.filter((file) => /\bprocess\.env\b/.test(readFileSync(join(src, file), 'utf8')));
    expect(readers.filter((file) => !['node.ts', 'cli.ts'].includes(file) && !file.startsWith('demo/'))).toEqual([]);
  });

  it('name no provider of mail outside of its own files', () => {
    // What mail programs write under their mails is text to be recognised.
    const literals = ['sent from outlook', 'get outlook for'];
    const naming = files
      .filter((file) => !file.startsWith('mailbox/'))
      .flatMap((file) => {
        const text = readFileSync(join(src, file), 'utf8').toLowerCase();
        const rest = literals.reduce((left, literal) => left.replaceAll(literal, ''), text);
        return [...rest.matchAll(/gmail|outlook|imap|google|microsoft/g)].map(([word]) => `${file} names ${word}`);
      });
    expect(naming).toEqual([]);
  });

  it('find no way to send mail', () => {
    const senders = files.filter((file) =>
      /createTransport|\.sendMail\b|nodemailer\/lib\/smtp|drafts\.send|messages\.send/.test(
        readFileSync(join(src, file), 'utf8'),
      ),
    );
    expect(senders).toEqual([]);
  });
});
