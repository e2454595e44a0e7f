import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Crm } from '../../src/crm/crm.ts';
import { csv } from '../../src/crm/csv.ts';
import { crmKinds } from '../../src/crm/index.ts';
import { BadInput, NeedsPerson, TryLater } from '../../src/errors.ts';
import { crmContract, logEntry } from '../contract/crm.ts';

const NOW = new Date('2026-11-20T10:00:00Z');
let dir: string;
let clock: number;
let writes: number;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'csv-crm-'));
  clock = NOW.getTime();
  writes = 0;
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Writes a file that has been quiet for ten seconds or so; every write has a time of its own. */
async function put(
  file: string,
  content: string | Buffer,
  at = new Date(clock - 100_000 + ++writes * 1_000),
): Promise<void> {
  await writeFile(join(dir, file), content);
  await utimes(join(dir, file), at, at);
}

function connect(settings: Record<string, unknown> = {}): Crm {
  return csv.open({ settings: { dir, ...settings }, secret: null, now: () => new Date(clock) });
}

const HEADER = 'id,name,owner_email,stage,status,amount,currency,close_date,modified_at,contact_emails';
const DEALS = `${HEADER}
1,Pumps,Rep@Seller.example,Proposal,open,12500.00,eur,2026-12-31,2026-11-01,ann@buyer.example; bob@buyer.example
2,Valves,rep@seller.example,Won,,,,,,
`;
const CONTACTS = `id,email,name,title,phone,opt_out
c1,Ann@Buyer.example,Ann Buyer,CTO,+49 30 1,no
c2,bob@buyer.example,Bob,,,ja
`;
const STAGES = `id,name,order,status,rot_days
s1,Proposal,1,open,14
s2,Negotiation,2,open,
s3,Won,3,won,
`;

/** The deal rows under a header of one's own. */
async function read(deals: string | Buffer, settings: Record<string, unknown> = {}) {
  await put('deals.csv', deals);
  return connect(settings).changedDeals(null);
}

const amounts = async (cells: string[], settings: Record<string, unknown> = {}) => {
  const rows = cells.map((cell, i) => `${i};d;Proposal;"${cell.replaceAll('"', '""')}";a@b.example\n`).join('');
  const { deals, problems } = await read(`id;name;stage;amount;contact_emails\n${rows}`, settings);
  return { values: deals.map(({ amount }) => amount), problems };
};
const dates = async (cells: string[], settings: Record<string, unknown> = {}) => {
  const rows = cells.map((cell, i) => `${i},d,Proposal,"${cell}",a@b.example\n`).join('');
  const { deals, problems } = await read(`id,name,stage,Close Date,contact_emails\n${rows}`, settings);
  return { values: deals.map(({ closeDate }) => closeDate), problems };
};

const written = async (file: string): Promise<string[][]> => parse(await readFile(join(dir, 'outbox', file)));

async function fails(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('should have been refused');
}

crmContract('csv', async () => {
  await put('deals.csv', DEALS);
  await put('contacts.csv', CONTACTS);
  await put('stages.csv', STAGES);
  return {
    crm: connect(),
    reopen: () => connect(),
    dealId: '1',
    otherStage: 's2',
    rename: (name) => put('deals.csv', DEALS.replace('Pumps', name)),
    notes: async () => (await written('decisions.csv')).map((cells) => cells[9]!),
    tearDown: async () => {},
  };
});

describe('changes that wait in the outbox', () => {
  const write = (at: number) => put('deals.csv', DEALS, new Date(at));
  const stageNow = async () => (await connect().readDeal('1'))?.deal.stage;
  beforeEach(async () => {
    await write(clock - 10_000);
    await put('contacts.csv', CONTACTS);
    await put('stages.csv', STAGES);
  });

  test('count as made until a newer export says otherwise', async () => {
    await connect().setStage('1', 's2', 's1', 'k1');
    expect(await stageNow()).toBe('s2');
    clock += 3_600_000;
    await write(clock - 5_000);
    expect(await stageNow()).toBe('s1');
    expect(await connect().setStage('1', 's2', 's1', 'k2')).toEqual({ kind: 'ok' });
  });

  test('follow one another, whichever of them the export has', async () => {
    await connect().setStage('1', 's2', 's1', 'k1');
    await connect().setStage('1', 's3', 's2', 'k2');
    expect(await stageNow()).toBe('s3');
    await put('deals.csv', DEALS.replace('Proposal', 'Negotiation'), new Date(clock - 9_000));
    expect(await stageNow()).toBe('s3');
    await put('deals.csv', DEALS.replace('Proposal', 'Won'), new Date(clock - 8_000));
    expect(await stageNow()).toBe('s3');
  });

  test('are in no list of deals before the export has them', async () => {
    await connect().setStage('1', 's2', 's1', 'k1');
    expect((await connect().changedDeals(null)).deals.find(({ id }) => id === '1')?.stage).toBe('s1');
  });

  test('a known person who was linked to a deal is read with it, under the id they have', async () => {
    await put('contacts.csv', `${CONTACTS}c3,carl@buyer.example,Carl,COO,,no\n`);
    const carl = { name: 'Carl', emails: ['carl@buyer.example'], title: null, phone: null, optOut: 'no' as const };
    await connect().addContact('1', carl, 'k1');
    expect((await connect().readDeal('1'))?.contacts.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
    expect((await connect().readDeal('2'))?.contacts).toEqual([]);
  });

  test('a field that spreadsheets would run is read back as it was', async () => {
    await connect().updateContact('c1', { phone: '+49 30 2' }, { phone: '+49 30 1' }, 'k1');
    expect((await connect().readDeal('1'))?.contacts[0]?.phone).toBe('+49 30 2');
  });
});

test('the list of kinds names csv', () => {
  expect(crmKinds.map(({ name }) => name)).toContain('csv');
});

describe('settings', () => {
  test('are checked in one sentence', () => {
    for (const [input, word] of [
      [{}, 'dir'],
      [{ dir: '' }, 'dir'],
      [{ dir: 'x', decimal: ';' }, 'decimal'],
      [{ dir: 'x', dateOrder: 'us' }, 'dateOrder'],
      [{ dir: 'x', delimiter: 'comma' }, 'delimiter'],
      [{ dir: 'x', reps: 'Jane' }, 'reps'],
      [{ dir: 'x', completeExport: 'perhaps' }, 'completeExport'],
      [{ dir: 'x', colour: 'red' }, 'colour'],
    ] as const) {
      expect(() => csv.parseSettings(input)).toThrow(BadInput);
      expect(() => csv.parseSettings(input)).toThrow(word);
    }
  });

  test('are kept in one form, which can be parsed again', () => {
    const settings = csv.parseSettings({
      dir: '/crm',
      delimiter: 'tab',
      reps: 'Smith, Jane=JANE@x.example',
      completeExport: 'true',
    });
    expect(settings).toEqual({
      dir: '/crm',
      delimiter: '\t',
      reps: { 'Smith, Jane': 'jane@x.example' },
      completeExport: true,
    });
    expect(csv.parseSettings(settings)).toEqual(settings);
  });

  test('another setting means that everything is read anew', async () => {
    const { cursor } = await read('id,name,stage,amount,contact_emails\n1,d,New,"1,234",a@b.example\n');
    const { deals } = await connect({ decimal: '.' }).changedDeals(cursor);
    expect(deals[0]?.amount).toBe('1234');
  });
});

describe('what exports look like', () => {
  test('our own columns', async () => {
    await put('contacts.csv', CONTACTS);
    await put('stages.csv', STAGES);
    const { deals, contacts, problems } = await read(DEALS);
    expect(deals[0]).toEqual({
      id: '1',
      name: 'Pumps',
      owner: 'rep@seller.example',
      stage: 's1',
      status: 'open',
      amount: '12500.00',
      currency: 'EUR',
      closeDate: '2026-12-31',
      contactIds: ['c1', 'c2'],
    });
    expect(deals[1]).toMatchObject({ stage: 's3', status: 'won', amount: null, currency: null, closeDate: null });
    expect(contacts[0]).toEqual({
      id: 'c1',
      name: 'Ann Buyer',
      emails: ['ann@buyer.example'],
      title: 'CTO',
      phone: '+49 30 1',
      optOut: 'no',
    });
    expect(contacts[1]?.optOut).toBe('yes');
    expect(problems).toEqual([]);
    expect(await connect().stages()).toEqual([
      { id: 's1', name: 'Proposal', order: 1, status: 'open', rotDays: 14 },
      { id: 's2', name: 'Negotiation', order: 2, status: 'open', rotDays: null },
      { id: 's3', name: 'Won', order: 3, status: 'won', rotDays: null },
    ]);
  });

  test('HubSpot', async () => {
    await put(
      'contacts.csv',
      '"Record ID","First Name","Last Name","Email","Phone Number","Job Title","Unsubscribed from all email","Opted out of email: News"\n' +
        '"501","Ann","Buyer","ann@buyer.example","","CTO","","Yes"\n"502","Bob","","bob@buyer.example","","","false",""\n' +
        '"503","Cy","","","","","",""\n',
    );
    const { deals, contacts, problems } = await read(
      '"Record ID","Deal Name","Deal Stage","Pipeline","Deal owner","Amount","Close Date","Associated Contact","Associated Contact IDs"\n' +
        '"9","Pumps","Closed Won (Sales Pipeline)","Sales","Jane Smith","1500","2026-12-31 14:00","Ann Buyer (ann@buyer.example)","501;502"\n' +
        '"10","Valves","Appointment Scheduled","Sales","jane@seller.example","","","Somebody Unknown",""\n',
      { reps: { 'jane smith': 'jane@seller.example' } },
    );
    expect(deals[0]).toMatchObject({
      owner: 'jane@seller.example',
      status: 'won',
      closeDate: '2026-12-31',
      contactIds: ['501', '502'],
    });
    expect(deals[1]).toMatchObject({ owner: 'jane@seller.example', status: 'open', contactIds: [] });
    // One opt-out in any of the columns is one.
    expect(contacts.map(({ optOut, name }) => [name, optOut])).toEqual([
      ['Ann Buyer', 'yes'],
      ['Bob', 'no'],
      ['Cy', 'unknown'],
    ]);
    expect(problems).toEqual([]);
  });

  test('Salesforce reports repeat a deal for each contact, and end in a footer', async () => {
    const { deals, contacts, problems } = await read(
      '"Opportunity ID","Opportunity Name","Stage","Opportunity Owner","Opportunity Owner Email","Amount","Amount Currency","Close Date","Contact: Email","Contact Name","Email Opt Out"\n' +
        '"006A","Pumps","Closed Lost","Jane Smith","jane@seller.example","12,500.00","USD","12/31/2026","ann@buyer.example","Ann Buyer","1"\n' +
        '"006A","Pumps","Closed Lost","Jane Smith","jane@seller.example","12,500.00","USD","12/31/2026","bob@buyer.example","Bob","0"\n' +
        '"006a","Valves","Prospecting","Jane Smith","","","","1/5/2026","","",""\n\n"Confidential Information - Do Not Distribute"\n',
    );
    expect(deals.map(({ id, status, amount, closeDate }) => [id, status, amount, closeDate])).toEqual([
      ['006A', 'lost', '12500.00', '2026-12-31'],
      ['006a', 'open', null, '2026-01-05'],
    ]);
    expect(deals[0]?.contactIds).toEqual(['ann@buyer.example', 'bob@buyer.example']);
    expect(contacts.map(({ name, optOut }) => [name, optOut])).toEqual([
      ['Ann Buyer', 'yes'],
      ['Bob', 'no'],
    ]);
    expect(problems).toEqual([
      'deals.csv line 6 has 1 cells where the header has 11 and was left out: check its quotes and delimiters.',
      'deals.csv line 4: the owner "Jane Smith" has no address: add an owner_email column or name it in reps.',
    ]);
  });

  test('Pipedrive', async () => {
    const { deals, contacts } = await read(
      'Deal - ID;Deal - Title;Deal - Stage;Deal - Status;Deal - Owner;Deal - Value;Deal - Currency of Value;Deal - Expected close date;' +
        'Person - Name;Person - Email - Work;Person - Email - Home;Person - Phone;Person - Job title;Person - Marketing status\n' +
        '7;Pumps;Proposal Made;Lost;Jane;1.234,50;EUR;31.12.2026;Ann Buyer;ann@buyer.example;ann@home.example;+49 30 1;CTO;Unsubscribed\n' +
        '8;Valves;Proposal Made;Open;Jane;10;EUR;;Bob;bob@buyer.example;;;;No consent\n',
    );
    expect(deals[0]).toMatchObject({
      status: 'lost',
      amount: '1234.50',
      currency: 'EUR',
      closeDate: '2026-12-31',
      owner: 'jane',
    });
    expect(contacts).toEqual([
      {
        id: 'ann@buyer.example',
        name: 'Ann Buyer',
        emails: ['ann@buyer.example', 'ann@home.example'],
        title: 'CTO',
        phone: '+49 30 1',
        optOut: 'yes',
      },
      expect.objectContaining({ name: 'Bob', optOut: 'unknown' }),
    ]);
  });

  test('contacts.csv may say which deals a contact is on', async () => {
    await put('contacts.csv', 'email,name,deal_ids\nann@buyer.example,Ann,"1;2"\nbob@buyer.example,Bob,2\n');
    await read('id,name,stage\n1,a,New\n2,b,New\n');
    expect((await connect().contactsOf('2')).map(({ name }) => name)).toEqual(['Ann', 'Bob']);
  });

  test('addresses separated by semicolon, comma or space', async () => {
    const { deals } = await read(
      'id,name,stage,contact_emails\n1,a,New,"a@x.example b@x.example; c@x.example,d@x.example"\n',
    );
    expect(deals[0]?.contactIds).toEqual(['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example']);
  });

  test('two contacts with one address are both on the deal, so that either opt-out is seen', async () => {
    await put('contacts.csv', 'id,email,name,opt_out\n1,ann@x.example,Ann,\n2,ann@x.example,Ann B,yes\n');
    const { deals } = await read('id,name,stage,contact_emails\n1,a,New,ann@x.example\n');
    expect(deals[0]?.contactIds).toEqual(['1', '2']);
    expect((await connect().findContacts(['ann@x.example'])).map(({ optOut }) => optOut)).toEqual(['unknown', 'yes']);
  });

  test.each([
    ['Closed Won', 'won'],
    ['closed-lost', 'lost'],
    ['Closed - Won', 'won'],
    ['Gewonnen', 'won'],
    ['verloren', 'lost'],
    ['Lost - no budget', 'lost'],
    ['Perdu', 'lost'],
    ['Proposal', 'open'],
    ['Wonderful', 'open'],
  ])('the stage %s alone means %s', async (stage, status) => {
    const { deals } = await read(`id,name,stage,contact_emails\n1,a,${stage},a@x.example\n`);
    expect(deals[0]?.status).toBe(status);
  });

  test('a status column is believed before the stage; "closed" leaves the how to the stage', async () => {
    const { deals, problems } = await read(
      'id,name,stage,status,contact_emails\n1,a,Closed Won,open,\n2,a,Closed Won,Closed,\n3,a,Legal,closed,\n4,a,Lost,simmering,\n',
    );
    expect(deals.map(({ status }) => status)).toEqual(['open', 'won', 'lost', 'lost']);
    expect(problems).toEqual(['deals.csv line 5, column status: "simmering" is no status: write open, won or lost.']);
  });
});

describe('encodings and delimiters', () => {
  const text = 'id;name;stage;contact_emails\n1;"Müller & Söhne\nZweigstelle";Neu;a@x.example\n2;Grün;Neu;\n';
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with BOM', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 BE with BOM', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 LE without BOM', Buffer.from(text, 'utf16le')],
    ['Latin letters of one byte', Buffer.from(text, 'latin1')],
    ['Excel lines', Buffer.from(`sep=;\r\n${text.replaceAll('\n', '\r\n')}`)],
    ['old Mac lines', Buffer.from(text.replaceAll('\n', '\r'))],
    ['commas', Buffer.from(text.replaceAll(';', ','))],
    ['tabs', Buffer.from(text.replaceAll(';', '\t'))],
  ])('%s', async (_, bytes) => {
    const { deals, problems } = await read(bytes);
    expect(deals.map(({ name }) => name.replace(/\r\n?/, '\n'))).toEqual(['Müller & Söhne\nZweigstelle', 'Grün']);
    expect(problems).toEqual([]);
  });

  test('Windows-1252 has a euro sign', async () => {
    const line = Buffer.concat([
      Buffer.from('id;name;stage;amount;contact_emails\n1;a;New;12,50 '),
      Buffer.of(0x80),
      Buffer.from(';\n'),
    ]);
    const { deals } = await read(line);
    expect(deals[0]).toMatchObject({ amount: '12.50', currency: 'EUR' });
  });

  test('a delimiter that the settings name is used', async () => {
    const { deals } = await read('id|name|stage|contact_emails\n1|a;b,c;d|New|\n', { delimiter: '|' });
    expect(deals[0]?.name).toBe('a;b,c;d');
  });

  test('a title with commas in it does not win', async () => {
    const { deals } = await read('"x,y,z,a,b";id;name;stage;contact_emails\n;1;a;New;\n');
    expect(deals[0]?.id).toBe('1');
  });
});

describe('amounts', () => {
  test.each([
    ['1.234,56 €', '1234.56'],
    ['12,500.00', '12500.00'],
    ['1 234,56', '1234.56'],
    ['1\u202f234,56', '1234.56'],
    ["1'234.50", '1234.50'],
    ['1’234.50', '1234.50'],
    ['$12,500.00', '12500.00'],
    ['EUR 1.234,50', '1234.50'],
    ['12.500.000', '12500000'],
    ['12,34,567.00', '1234567.00'],
    ['1 234,567', '1234.567'],
    ['0.125', '0.125'],
    ['1234.567', '1234.567'],
    ['-12.50', '-12.50'],
    ['(12.50)', '-12.50'],
    ['12500', '12500'],
    ["12'500.-", '12500'],
    [',5', '0.5'],
    ['007', '7'],
    ['99999999999999999999.99', '99999999999999999999.99'],
    ['', null],
    ['-', null],
  ])('%s is %s by itself', async (cell, value) => {
    expect(await amounts([cell])).toEqual({ values: [value], problems: [] });
  });

  test.each(['1.25E+05', 'about 12', '12%', '1.2.3', '1,23,4.5', 'TBD', '12,5,00.', '١٢'])(
    '%s is no amount',
    async (cell) => {
      const { values, problems } = await amounts([cell]);
      expect(values).toEqual([null]);
      expect(problems).toEqual([`deals.csv line 2, column amount: ${JSON.stringify(cell)} is no amount.`]);
    },
  );

  test('what can be read in two ways is decided by the rest of the column', async () => {
    expect((await amounts(['1.234', '12,50'])).values).toEqual(['1234', '12.50']);
    expect((await amounts(['1.234', '12.50'])).values).toEqual(['1.234', '12.50']);
    expect((await amounts(['1,234', '1,234.50'])).values).toEqual(['1234', '1234.50']);
  });

  test('the setting comes first', async () => {
    expect((await amounts(['1.234', '1,234'], { decimal: ',' })).values).toEqual(['1234', '1.234']);
    expect((await amounts(['1.234', '1,234'], { decimal: '.' })).values).toEqual(['1.234', '1234']);
  });

  test('otherwise it is a problem and nothing is guessed', async () => {
    const { values, problems } = await amounts(['1,234', '5', '1.234']);
    expect(values).toEqual([null, '5', null]);
    expect(problems).toEqual([
      'deals.csv line 2, column amount: "1,234" can be read in two ways: set decimal to "," or ".".',
      'deals.csv line 4, column amount: "1.234" can be read in two ways: set decimal to "," or ".".',
    ]);
    // A column that speaks both ways decides nothing.
    expect((await amounts(['1,234', '1,5', '1.5'])).values).toEqual([null, '1.5', '1.5']);
  });

  test('any amount written in any of the usual ways is read back exactly', async () => {
    const styles: [string, string][] = [
      ['.', ','],
      [',', '.'],
      [' ', ','],
      ["'", '.'],
      ['', '.'],
      ['', ','],
    ];
    const value = fc.record({ whole: fc.bigInt({ min: 0n, max: 10n ** 18n }), cents: fc.integer({ min: 0, max: 99 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...styles),
        async (list, [group, mark]) => {
          const plain = list.map(({ whole, cents }) => `${whole}.${String(cents).padStart(2, '0')}`);
          const cells = plain.map((text) => {
            const [whole, cents] = text.split('.');
            return whole!.replace(/\B(?=(\d{3})+$)/g, group) + mark + cents;
          });
          expect(await amounts(cells)).toEqual({ values: plain, problems: [] });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a currency that is none is a problem', async () => {
    const { deals, problems } = await read(
      'id,name,stage,currency,contact_emails\n1,a,New,Doubloons,\n2,a,New,€,\n3,a,New,$,\n',
    );
    expect(deals.map(({ currency }) => currency)).toEqual([null, 'EUR', null]);
    expect(problems).toHaveLength(2);
  });
});

describe('dates', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['2026-11-22 14:00', '2026-11-22'],
    ['2026-11-22T23:30:00-08:00', '2026-11-22'],
    ['2026/11/22', '2026-11-22'],
    ['31.12.2026', '2026-12-31'],
    ['1.2.2026', '2026-02-01'],
    ['31/12/2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['31-12-2026 08:00', '2026-12-31'],
    ['31/12/26', '2026-12-31'],
    ['05/05/2026', '2026-05-05'],
    ['', null],
  ])('%s is %s', async (cell, value) => {
    expect(await dates([cell])).toEqual({ values: [value], problems: [] });
  });

  test.each(['31.02.2026', '13/13/2026', 'tomorrow', '46387', '2026-00-10', '1/2/3456', '0000-00-00'])(
    '%s is no date',
    async (cell) => {
      const { values, problems } = await dates([cell]);
      expect(values).toEqual([null]);
      expect(problems).toEqual([`deals.csv line 2, column Close Date: "${cell}" is no date.`]);
    },
  );

  test('the column decides, the setting before it, and else nobody', async () => {
    expect((await dates(['01/02/2026', '31/12/2026'])).values).toEqual(['2026-02-01', '2026-12-31']);
    expect((await dates(['01/02/2026', '12/31/2026'])).values).toEqual(['2026-01-02', '2026-12-31']);
    expect((await dates(['01/02/2026'], { dateOrder: 'dmy' })).values).toEqual(['2026-02-01']);
    expect((await dates(['01/02/2026'], { dateOrder: 'mdy' })).values).toEqual(['2026-01-02']);
    const { values, problems } = await dates(['01/02/2026', '31/12/2026', '12/31/2026']);
    expect(values).toEqual([null, '2026-12-31', '2026-12-31']);
    expect(problems).toEqual([
      'deals.csv line 2, column Close Date: "01/02/2026" can be read in two ways: set dateOrder to dmy, mdy or ymd.',
    ]);
  });
});

describe('opt-out', () => {
  test.each([
    ['yes', ['yes', 'YES', 'true', '1', 'x', 'Ja', 'oui', 'sí', 'si', 'sim', 'wahr', 'opted out', 'Unsubscribed', '✓']],
    ['no', ['no', 'false', '0', 'Nein', 'non', 'nej', 'não', 'Subscribed']],
    ['unknown', ['', 'No consent', '-', 'bounced']],
  ])('%s', async (optOut, cells) => {
    await put('contacts.csv', `email;opt_out\n${cells.map((cell, i) => `p${i}@x.example;${cell}\n`).join('')}`);
    const { contacts, problems } = await read(DEALS.replaceAll(/ann@.*/g, ''));
    expect(contacts.map((contact) => contact.optOut)).toEqual(cells.map(() => optOut));
    expect(problems).toEqual([]);
  });

  test('a word that nobody knows is unknown and a problem', async () => {
    await put('contacts.csv', 'email;opt_out\na@x.example;kanske\n');
    const { contacts, problems } = await read(`${HEADER}\n`);
    expect(contacts[0]?.optOut).toBe('unknown');
    expect(problems).toEqual(['contacts.csv line 2, column opt_out: "kanske" is neither yes nor no.']);
  });
});

describe('bad files', () => {
  test('no folder, no file, an empty file, no columns: one sentence each', async () => {
    const cases: [string | null, string][] = [
      [null, `There is no deals.csv in ${dir}: export the deals to that file.`],
      ['', 'deals.csv is empty: export it again with a line of column names on top.'],
      ['\ufeff\r\n', 'deals.csv is empty: export it again with a line of column names on top.'],
      [
        'id,stage,contact_emails\n',
        'deals.csv has no column for the name: name one of its columns "name", "Deal Name"',
      ],
      ['id,name,stage\n', 'deals.csv has no column of contact addresses: add "contact_emails", or a contacts.csv'],
      ['id,na\u0000me,stage\n', 'deals.csv holds binary data, not a table: export it again as CSV.'],
    ];
    for (const [content, sentence] of cases) {
      if (content !== null) await put('deals.csv', content);
      const error = await fails(connect().changedDeals(null));
      expect(error).toBeInstanceOf(NeedsPerson);
      expect(error.message.slice(0, sentence.length)).toBe(sentence);
    }
    const error = await fails(connect({ dir: join(dir, 'nowhere') }).changedDeals(null));
    expect(error.message).toContain('does not exist');
    await mkdir(join(dir, 'deep', 'deals.csv'), { recursive: true });
    expect(await fails(connect({ dir: join(dir, 'deep') }).changedDeals(null))).toBeInstanceOf(NeedsPerson);
  });

  test('only a header is an empty list', async () => {
    expect(await read(`${HEADER}\n`)).toMatchObject({ deals: [], contacts: [], problems: [] });
  });

  test('a repeated id refuses the whole file and the last state stays', async () => {
    await put('deals.csv', DEALS);
    const crm = connect();
    const { cursor } = await crm.changedDeals(null);
    await put('deals.csv', `${DEALS}3,"x\ny",,New,,,,,,new@x.example\n1,Again,,New,,,,,,\n`);
    const error = await fails(crm.changedDeals(cursor));
    expect(error).toBeInstanceOf(NeedsPerson);
    expect(error.message).toBe('deals.csv line 6 repeats the id 1 of line 2: give each deal its own id.');
    expect(await crm.contactsOf('1')).toHaveLength(2);
    expect(await crm.findContacts(['new@x.example'])).toEqual([]);
    expect(await fails(crm.setStage('1', 'Won', 'Proposal', 'k'))).toBeInstanceOf(NeedsPerson);
    await put('deals.csv', DEALS);
    expect(await crm.changedDeals(cursor)).toMatchObject({ deals: [], cursor });
  });

  test('contacts and stages have their own ids too', async () => {
    await put('deals.csv', DEALS);
    await put('contacts.csv', 'email,name\na@x.example,A\nA@X.example,B\n');
    expect((await fails(connect().changedDeals(null))).message).toBe(
      'contacts.csv line 3 repeats the id a@x.example of line 2: give each contact its own id.',
    );
    await put('contacts.csv', CONTACTS);
    await put('stages.csv', 'name\nNew\nNew\n');
    expect((await fails(connect().changedDeals(null))).message).toContain(
      'stages.csv line 3 repeats the id New of line 2',
    );
  });

  test('rows that cannot be used are named and the rest goes on', async () => {
    await put('contacts.csv', 'id,email,name\nc1,not an address,Ann\n,,Nobody\n');
    const { deals, contacts, problems } = await read(
      `id,name,stage,contact_emails\n1,few\n2,many,New,a@x.example,b,c\n,noid,New,\n3,nul\0,New,\n\n4,fine,New,ann-at-x\n5,fine,New,b@x.example,,\n`,
    );
    expect(deals.map(({ id }) => id)).toEqual(['4', '5']);
    expect(contacts.map(({ id, emails }) => [id, emails])).toEqual([
      ['c1', []],
      ['b@x.example', ['b@x.example']],
    ]);
    expect(problems).toEqual([
      'deals.csv line 2 has 2 cells where the header has 4 and was left out: check its quotes and delimiters.',
      'deals.csv line 3 has 6 cells where the header has 4 and was left out: check its quotes and delimiters.',
      'deals.csv line 5 holds a NUL byte and was left out: export it again.',
      'contacts.csv line 2, column email: "not an address" is no address.',
      'contacts.csv line 3 has neither an id nor an address and was left out.',
      'deals.csv line 4 has no id and was left out: give each deal its own id.',
      'deals.csv line 7, column contact_emails: "ann-at-x" is no address.',
    ]);
  });

  test('stray quotes are text', async () => {
    const { deals } = await read('id,name,stage,contact_emails\n1,19" rack,New,\n2,"Big" deal,New,\n');
    expect(deals.map(({ name }) => name)).toEqual(['19" rack', '"Big" deal']);
  });

  test('a hundred thousand rows are read, and their problems are counted, not listed', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => `${i},deal ${i},,New,,"1,234",EUR,2026-12-31,,p${i % 500}@x.example\n`,
    );
    const { deals, contacts, problems } = await read(`${HEADER}\n${rows.join('')}`);
    expect(deals).toHaveLength(100_000);
    expect(contacts).toHaveLength(500);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toContain('99900 more');
  });

  test('whatever the bytes are, the answer is deals, or an error with a name', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .array(fc.constantFrom('id,name,stage,contact_emails\n', '1,', '"', '\n', ';', '\0', '=cmd', '\r', 'é', "'"))
        .map((parts) => Buffer.from(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        await put('deals.csv', Buffer.from(content));
        const error = await connect()
          .changedDeals(null)
          .then(
            () => null,
            (e: unknown) => e,
          );
        if (error !== null) expect(error instanceof NeedsPerson || error instanceof TryLater).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a file that is being written', () => {
  test('counts when it has been quiet for two seconds', async () => {
    await put('deals.csv', DEALS, new Date(clock - 1_500));
    const crm = connect();
    const error = await fails(crm.changedDeals(null));
    expect(error).toBeInstanceOf(TryLater);
    clock = (error as TryLater).retryAt!.getTime();
    expect((await crm.changedDeals(null)).deals).toHaveLength(2);
  });

  test('any of the files holds up all', async () => {
    await put('deals.csv', DEALS);
    await put('contacts.csv', CONTACTS, new Date(clock));
    expect(await fails(connect().changedDeals(null))).toBeInstanceOf(TryLater);
  });

  test('a clock that runs ahead is judged by two looks', async () => {
    await put('deals.csv', DEALS, new Date(clock + 60_000));
    const crm = connect();
    expect(await fails(crm.changedDeals(null))).toBeInstanceOf(TryLater);
    clock += 1_000;
    expect(await fails(crm.changedDeals(null))).toBeInstanceOf(TryLater);
    clock += 1_000;
    expect((await crm.changedDeals(null)).deals).toHaveLength(2);
  });

  test('a clock that is days apart is not believed about age', async () => {
    await put('deals.csv', DEALS, new Date(clock + 30 * 86_400_000));
    expect((await connect().changedDeals(null)).deals).toHaveLength(2);
  });

  test('an open quote is waited for, and after an hour a person is asked', async () => {
    await put('deals.csv', `${DEALS}3,"half a na`, new Date(clock - 60_000));
    const crm = connect();
    const error = await fails(crm.changedDeals(null));
    expect(error).toBeInstanceOf(TryLater);
    expect((error as TryLater).retryAt!.getTime()).toBeGreaterThan(clock);
    expect(error.message).toContain('line 4');
    clock += 3_600_000;
    expect(await fails(crm.changedDeals(null))).toBeInstanceOf(NeedsPerson);
  });
});

describe('changes', () => {
  test('one edited row is one changed deal', async () => {
    await put('deals.csv', DEALS);
    const crm = connect();
    const { cursor } = await crm.changedDeals(null);
    await put('deals.csv', DEALS.replace('Valves', 'Bolts'));
    const { deals, contacts } = await crm.changedDeals(cursor);
    expect(deals.map(({ name }) => name)).toEqual(['Bolts']);
    expect(contacts).toEqual([]);
  });

  test('a file that was only written again is no change', async () => {
    const { cursor } = await read(DEALS);
    await put('deals.csv', DEALS);
    expect(await connect().changedDeals(cursor)).toMatchObject({ deals: [], cursor });
  });

  test('a cursor from elsewhere gives everything', async () => {
    await put('deals.csv', DEALS);
    for (const cursor of ['', 'x', '{}', '{"v":2}', '7'])
      expect((await connect().changedDeals(cursor)).deals).toHaveLength(2);
  });

  const first = `${DEALS}3,Third,,New,,,,,,\n`;

  test('a row that vanished is not gone', async () => {
    const { cursor } = await read(first);
    await put('deals.csv', DEALS);
    expect((await connect().changedDeals(cursor)).gone).toEqual([]);
  });

  test('in a complete export it is, across a restart, if the export was read completely', async () => {
    const { cursor } = await read(first, { completeExport: true });
    const complete = (at: string) => connect({ completeExport: true }).changedDeals(at);
    await put('deals.csv', `${DEALS}3,Third\n`);
    const unsure = await complete(cursor);
    expect(unsure.gone).toEqual([]);
    await put('deals.csv', `${HEADER}\n`);
    const empty = await complete(unsure.cursor);
    expect(empty.gone).toEqual([]);
    expect(empty.problems).toHaveLength(1);
    await put('deals.csv', DEALS);
    const sure = await complete(unsure.cursor);
    expect(sure.gone).toEqual(['3']);
    expect((await complete(sure.cursor)).gone).toEqual([]);
  });

  test('contacts.csv that goes missing does not take the opt-outs with it', async () => {
    await put('contacts.csv', CONTACTS);
    const { cursor } = await read(DEALS);
    await rm(join(dir, 'contacts.csv'));
    expect((await fails(connect().changedDeals(cursor))).message).toContain('contacts.csv was in');
    await put('contacts.csv', 'email\n');
    expect((await connect().changedDeals(cursor)).deals).toHaveLength(2);
  });
});

describe('decisions.csv', () => {
  const decisions = () => join(dir, 'outbox', 'decisions.csv');

  test('has the columns we promise', async () => {
    await put('deals.csv', DEALS);
    await connect().log('1', logEntry({ overturns: 'k0', contacts: ['a@x.example', 'b@x.example'] }), 'k1');
    expect(await written('decisions.csv')).toEqual([
      'key,at,deal_id,deal,rep,contacts,decision,verdict,flags,text,proposed_hash,sent_hash,ledger_seq,overturns'.split(
        ',',
      ),
      [
        'k1',
        '2026-11-20T09:30:00.000Z',
        '1',
        'Pumps',
        'rep@seller.example',
        'a@x.example; b@x.example',
        'approved_edited',
        'sent_edited',
      ].concat(['edited', 'Follow-up sent after editing.', 'a'.repeat(64), 'b'.repeat(64), '12', 'k0']),
    ]);
    expect((await readdir(join(dir, 'outbox'))).sort()).toEqual(['decisions.csv']);
    expect(await readFile(join(dir, 'deals.csv'), 'utf8')).toBe(DEALS);
  });

  test('a decision is kept also when the deals cannot be read or the deal vanished', async () => {
    expect(await connect().log('9', logEntry(), 'k1')).toEqual({ kind: 'ok' });
    await put('deals.csv', DEALS);
    expect(await connect().log('9', logEntry(), 'k2')).toEqual({ kind: 'ok' });
    expect(await written('decisions.csv')).toHaveLength(3);
  });

  test('what is written parses back to the same, and no cell is a formula', async () => {
    await put('deals.csv', DEALS);
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', ' ', 'a', '＝'))
        .map((parts) => parts.join('')),
    );
    let key = 0;
    await fc.assert(
      fc.asyncProperty(text, text, text, async (note, rep, suffix) => {
        const id = `${suffix}${key++}`;
        const entry = logEntry({ text: note, rep, overturns: suffix });
        for (const crm of [connect(), connect()]) expect(await crm.log('1', entry, id)).toEqual({ kind: 'ok' });
        const rows = await written('decisions.csv');
        expect(rows).toHaveLength(key + 1);
        const row = rows.at(-1)!;
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        const plain = (cell: string) => (/^'+\s*[=+\-@＝＋－＠]|^'+[\t\r\n]/.test(cell) ? cell.slice(1) : cell);
        expect([row[0], row[4], row[9], row[13]].map((cell) => plain(cell!))).toEqual(
          [id, rep, note, suffix].map((cell) => cell.toWellFormed()),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('what was neutralised in one file is undone when it is read', async () => {
    const { deals } = await read("id,name,stage,contact_emails\n1,'=1+1,New,\n2,'tis,New,\n3,''=x,New,\n");
    expect(deals.map(({ name }) => name)).toEqual(['=1+1', "'tis", "'=x"]);
  });

  test('a line torn at any byte is neither lost nor doubled, whichever key comes next', async () => {
    await put('deals.csv', DEALS.replace('Pumps', '"Pümps, ""big"""'));
    const torn = logEntry({ text: 'Two lines,\n"quoted" and =more, ä', overturns: 'k "0"' });
    await connect().log('1', logEntry(), 'k1');
    const before = (await readFile(decisions())).length;
    await connect().log('1', torn, 'k2');
    const whole = await readFile(decisions());
    const expected = await written('decisions.csv');
    for (let cut = before; cut <= whole.length; cut++) {
      await writeFile(decisions(), whole.subarray(0, cut));
      const crm = connect();
      expect(await crm.log('1', torn, 'k2')).toEqual({ kind: 'ok' });
      expect(await written('decisions.csv')).toEqual(expected);

      await writeFile(decisions(), whole.subarray(0, cut));
      await crm.log('1', logEntry(), 'k3');
      await crm.log('1', torn, 'k2');
      const keys = (await written('decisions.csv')).map(([key]) => key);
      expect(keys.toSorted()).toEqual(['k1', 'k2', 'k3', 'key']);
    }
  });

  test('a header torn at any byte is begun again', async () => {
    await connect().log('1', logEntry(), 'k1');
    const whole = await readFile(decisions());
    for (let cut = 0; cut <= whole.indexOf('\n') + 1; cut++) {
      await truncate(decisions(), 0);
      await writeFile(decisions(), whole.subarray(0, cut));
      await connect().log('1', logEntry(), 'k1');
      expect(await readFile(decisions())).toEqual(whole);
    }
  });

  test('the last line break that an editor dropped costs no line', async () => {
    await connect().log('1', logEntry(), 'k1');
    const whole = await readFile(decisions());
    await truncate(decisions(), whole.length - 1);
    await connect().log('1', logEntry(), 'k2');
    expect((await written('decisions.csv')).map(([key]) => key)).toEqual(['key', 'k1', 'k2']);
  });

  test('a file that a spreadsheet saved in another form is left alone', async () => {
    await connect().log('1', logEntry(), 'k1');
    const semicolons = (await readFile(decisions(), 'utf8')).replaceAll(',', ';');
    await writeFile(decisions(), semicolons);
    expect(await fails(connect().log('1', logEntry(), 'k1'))).toBeInstanceOf(NeedsPerson);
    expect(await readFile(decisions(), 'utf8')).toBe(semicolons);
  });

  test('a quote that somebody left open never makes us cut good lines', async () => {
    for (const key of ['k1', 'k2', 'k3']) await connect().log('1', logEntry(), key);
    const broken = (await readFile(decisions(), 'utf8')).replace('\nk2,', '\n"k2,');
    await writeFile(decisions(), broken);
    expect(await fails(connect().log('1', logEntry(), 'k4'))).toBeInstanceOf(NeedsPerson);
    expect(await readFile(decisions(), 'utf8')).toBe(broken);
  });

  test('another process that is writing is waited for, a dead one is not', async () => {
    const lock = join(dir, 'outbox', '.lock');
    await mkdir(join(dir, 'outbox'));
    const at = new Date(clock);
    const lockedBy = async (text: string) => {
      await writeFile(lock, text);
      await utimes(lock, at, at);
    };
    await lockedBy(`${process.ppid} ${hostname()} x`);
    expect(await connect().log('1', logEntry(), 'k1')).toEqual({ kind: 'retry-at', at: new Date(clock + 1_000) });
    await lockedBy('1 another-machine x');
    expect(await connect().log('1', logEntry(), 'k1')).toMatchObject({ kind: 'retry-at' });
    await lockedBy('');
    expect(await connect().log('1', logEntry(), 'k1')).toMatchObject({ kind: 'retry-at' });

    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    await lockedBy(`${dead} ${hostname()} x`);
    expect(await connect().log('1', logEntry(), 'k1')).toEqual({ kind: 'ok' });
    // Our own number from before a restart.
    await lockedBy(`${process.pid} ${hostname()} x`);
    expect(await connect().log('1', logEntry(), 'k2')).toEqual({ kind: 'ok' });
    await lockedBy('1 another-machine x');
    clock += 600_000;
    expect(await connect().log('1', logEntry(), 'k3')).toEqual({ kind: 'ok' });
    expect(await readdir(join(dir, 'outbox'))).toEqual(['decisions.csv']);
  });

  test('several processes that log the same keys leave one line for each', async () => {
    const script = `
      const { csv } = await import(${JSON.stringify(new URL('../../src/crm/csv.ts', import.meta.url).href)});
      const { dir, entry, keys } = JSON.parse(process.argv[1]);
      const crm = csv.open({ settings: { dir }, secret: null, now: () => new Date() });
      for (const key of keys) {
        while ((await crm.log('1', { ...entry, at: new Date(entry.at) }, key)).kind !== 'ok') await new Promise(setImmediate);
      }`;
    const node = new URL('../../node_modules/.bin/node', import.meta.url).pathname;
    const keys = Array.from({ length: 20 }, (_, i) => `k${i}`);
    const run = (order: string[]) => {
      const input = JSON.stringify({ dir, entry: logEntry(), keys: order });
      const child = spawn(node, ['--input-type=module', '-e', script, input], { stdio: ['ignore', 'ignore', 'pipe'] });
      return once(child, 'close').then(([code]) => code as number);
    };
    expect(await Promise.all([run(keys), run(keys), run(keys.toReversed())])).toEqual([0, 0, 0]);
    expect((await written('decisions.csv')).map(([key]) => key).toSorted()).toEqual([...keys, 'key'].toSorted());
  });

  test('a folder in the way is an error with a name', async () => {
    await mkdir(decisions(), { recursive: true });
    expect(await fails(connect().log('1', logEntry(), 'k1'))).toBeInstanceOf(NeedsPerson);
    const nowhere = connect({ dir: join(dir, 'nowhere') });
    expect((await fails(nowhere.log('1', logEntry(), 'k1'))).message).toContain('does not exist');
  });
});

describe('changes.csv', () => {
  beforeEach(async () => {
    await put('deals.csv', DEALS);
    await put('contacts.csv', CONTACTS);
    await put('stages.csv', STAGES);
  });

  test('a stage is written as the export spells stages', async () => {
    await connect().setStage('1', 's2', 's1', 'k1');
    expect(await written('changes.csv')).toEqual([
      ['key', 'at', 'deal', 'contact', 'field', 'old', 'new'],
      ['k1', NOW.toISOString(), '1', '', 'stage', 'Proposal', 'Negotiation'],
    ]);
  });

  test('a stage that stages.csv does not have is refused', async () => {
    expect(await connect().setStage('1', 'Dreaming', 's1', 'k1')).toMatchObject({
      kind: 'validation',
      fields: [{ name: 'stage' }],
    });
    await rm(join(dir, 'stages.csv'));
    expect(await connect().setStage('1', 'Dreaming', 'Proposal', 'k1')).toEqual({ kind: 'ok' });
  });

  test('contact changes are one line a field, and nothing unseen is replaced', async () => {
    const crm = connect();
    const set = { title: 'CEO', phone: '+49 30 2', emails: ['ann@buyer.example', 'ann@new.example'] };
    expect(await crm.updateContact('c1', set, { title: 'CTO' }, 'k1')).toEqual({
      kind: 'conflict',
      current: 'ann@buyer.example; +49 30 1',
    });
    const seen = { title: 'CTO', phone: '+49 30 1', emails: ['ann@buyer.example'] };
    expect(await crm.updateContact('c1', set, seen, 'k1')).toEqual({ kind: 'ok' });
    expect((await written('changes.csv')).slice(1).map((cells) => cells.slice(3))).toEqual([
      ['c1', 'email', 'ann@buyer.example', 'ann@buyer.example; ann@new.example'],
      ['c1', 'title', 'CTO', 'CEO'],
      ['c1', 'phone', "'+49 30 1", "'+49 30 2"],
    ]);
  });

  test('a group torn at any byte is finished, though the file has changed meanwhile', async () => {
    const set = { title: 'CEO', name: 'Ann "Big" Buyer' };
    const seen = { title: 'CTO', name: 'Ann Buyer' };
    await connect().updateContact('c1', set, seen, 'k1');
    const path = join(dir, 'outbox', 'changes.csv');
    const whole = await readFile(path);
    const begins = whole.indexOf('\n', whole.indexOf('\n') + 1) + 1;
    await put('contacts.csv', CONTACTS.replace('CTO', 'Chief'));
    for (let cut = begins; cut <= whole.length; cut++) {
      await writeFile(path, whole.subarray(0, cut));
      expect(await connect().updateContact('c1', set, seen, 'k1')).toEqual({ kind: 'ok' });
      expect(await readFile(path)).toEqual(whole);
    }
  });

  test('what cannot be a contact is refused by field', async () => {
    const crm = connect();
    const names = async (set: Record<string, unknown>) => {
      const result = await crm.updateContact('c1', set, {}, 'k');
      return result.kind === 'validation' ? result.fields.map(({ name }) => name) : result.kind;
    };
    expect(await names({})).toEqual(['contact']);
    expect(await names({ id: 'c9' })).toEqual(['id']);
    expect(await names({ emails: ['nobody'] })).toEqual(['emails']);
    expect(await names({ title: 'a\n=cmd' })).toEqual(['title']);
    expect(await names({ phone: '1'.repeat(1_001) })).toEqual(['phone']);
  });

  test('a known person is linked, not made again; one on the deal already is a conflict', async () => {
    await put('contacts.csv', `${CONTACTS}c3,cy@buyer.example,Cy,,,\n`);
    const person = (email: string) => ({
      name: 'N',
      emails: [email],
      title: 'T',
      phone: null,
      optOut: 'unknown' as const,
    });
    const crm = connect();
    expect(await crm.addContact('1', person('ANN@buyer.example'), 'k1')).toEqual({ kind: 'conflict', current: 'c1' });
    await crm.addContact('1', person('cy@buyer.example'), 'k2');
    await crm.addContact('1', person('New@buyer.example'), 'k3');
    expect((await written('changes.csv')).slice(1).map(([key, , ...rest]) => [key, ...rest])).toEqual([
      ['k2', '1', 'c3', 'contact', '', 'cy@buyer.example'],
      ['k3', '1', 'new@buyer.example', 'contact', '', 'new@buyer.example'],
      ['k3', '1', 'new@buyer.example', 'name', '', 'N'],
      ['k3', '1', 'new@buyer.example', 'email', '', 'new@buyer.example'],
      ['k3', '1', 'new@buyer.example', 'title', '', 'T'],
    ]);
  });
});
