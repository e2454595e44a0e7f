/** The demo's CRM as CSV files: a deal for each talk in the mailbox. */
import { type Person, shifted } from './inbox-mail.ts';
import {
  celine,
  dan,
  eamon,
  gareth,
  helene,
  ingrid,
  joerg,
  lucia,
  marcus,
  maya,
  priya,
  rhys,
  sofia,
  tomas,
} from './people.ts';

/** deals.csv, contacts.csv and stages.csv. */
export interface DemoCrm {
  deals: string;
  contacts: string;
  stages: string;
}

/** As it stands on the civil date `today`; closing dates follow from it. */
export function crm(today: string): DemoCrm {
  const deal = (
    id: string,
    name: string,
    stage: string,
    amount: string,
    currency: string,
    closesIn: number,
    people: Person[],
  ) => [
    id,
    name,
    maya.address,
    stage,
    stage === 'won' ? 'won' : 'open',
    amount,
    currency,
    shifted(today, closesIn),
    people.map((each) => each.address).join(';'),
  ];
  const contact = (each: Person, title: string, phone: string, optOut = 'no') => [
    each.address,
    each.name,
    title,
    phone,
    optOut,
  ];
  return {
    deals: csv([
      ['id', 'name', 'owner_email', 'stage', 'status', 'amount', 'currency', 'close_date', 'contact_emails'],
      deal('D-1041', 'Norvik Ferries, two freight terminals', 'security', '48000.00', 'EUR', 24, [ingrid, tomas]),
      deal('D-1042', 'Halden Paper Mills', 'negotiation', '64500.00', 'GBP', 10, [marcus]),
      deal('D-1043', 'Möbelwerk Ostheim, Werk 2', 'pilot', '19800.00', 'EUR', 60, [joerg]),
      deal('D-1044', 'Castellan Foods, three sites', 'contract', '31200.00', 'GBP', 6, [priya]),
      deal('D-1045', 'Pellan Pharma Logistics', 'pilot', '27400.00', 'EUR', 45, [helene]),
      deal('D-1046', 'Brightwater Cold Storage', 'evaluation', '36000.00', 'GBP', 50, [dan]),
      deal('D-1047', 'Orrin & Vale Distribution, Felling', 'evaluation', '22500.00', 'GBP', 55, [sofia]),
      deal('D-1048', 'Silvermere Brewing, four depots', 'negotiation', '52000.00', 'GBP', 75, [eamon]),
      deal('D-1049', 'Tarn Valley Dairy', 'evaluation', '9600.00', 'GBP', 30, [rhys]),
      deal('D-1050', 'Lumen & Oak', 'won', '41000.00', 'GBP', -20, [lucia]),
      deal('D-1051', 'Harrow Components', 'pilot', '28800.00', 'GBP', 40, [gareth]),
      deal('D-1052', 'Ferrant Ceramics', 'qualified', '15000.00', 'EUR', 80, [celine]),
    ]),
    contacts: csv([
      ['email', 'name', 'title', 'phone', 'opt_out'],
      contact(ingrid, 'Head of Terminal Operations', ''),
      contact(tomas, 'IT Security', ''),
      contact(marcus, 'Procurement Lead', '+44 20 7946 0310'),
      contact(joerg, 'Leiter Logistik', '+49 9777 555 214'),
      contact(priya, 'Supply Chain Director', ''),
      contact(helene, 'Responsable Quai & Transport', ''),
      contact(dan, 'Systems Manager', ''),
      contact(sofia, 'Operations', ''),
      contact(eamon, 'Finance Director', ''),
      contact(rhys, '', '+44 7700 900312'),
      contact(lucia, 'Warehouse Manager', ''),
      contact(gareth, 'Plant Logistics', ''),
      contact(celine, '', '', 'yes'),
    ]),
    stages: csv([
      ['id', 'name', 'order', 'status'],
      ['qualified', 'Qualified', '1', 'open'],
      ['evaluation', 'Evaluation', '2', 'open'],
      ['pilot', 'Pilot', '3', 'open'],
      ['security', 'Security review', '4', 'open'],
      ['negotiation', 'Negotiation', '5', 'open'],
      ['contract', 'Contract sent', '6', 'open'],
      ['won', 'Closed won', '7', 'won'],
      ['lost', 'Closed lost', '8', 'lost'],
    ]),
  };
}

function csv(rows: string[][]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}
