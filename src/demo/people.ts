/** Who writes in the demo's mailbox: the rep, her colleague and the contacts of her deals. People and companies are made up. */
import type { Person } from './inbox-mail.ts';

const person = (name: string, address: string, signature: string[], program: Person['program'] = 'plain'): Person => ({
  name,
  address,
  signature,
  program,
});

export const maya = person('Maya Torrick', 'maya.torrick@quaymark.example', [
  'Account Executive, Quaymark',
  '+49 40 5550 0142',
]);
export const jonas = person('Jonas Wehrle', 'jonas.wehrle@quaymark.example', ['Head of Sales, Quaymark']);
export const ingrid = person(
  'Ingrid Solvang',
  'ingrid.solvang@norvikferries.example',
  ['Head of Terminal Operations', 'Norvik Ferries AS'],
  'html',
);
export const tomas = person('Tomas Eidem', 'tomas.eidem@norvikferries.example', ['IT Security', 'Norvik Ferries AS']);
export const marcus = person(
  'Marcus Feldon',
  'm.feldon@haldenmills.example',
  ['Procurement Lead, Halden Paper Mills', 'T +44 20 7946 0310'],
  'block',
);
export const joerg = person(
  'Jörg Hartwieg',
  'j.hartwieg@moebelwerk-ostheim.example',
  ['Leiter Logistik', 'Möbelwerk Ostheim GmbH', 'Tel. 09777 555-214'],
  'block',
);
export const priya = person(
  'Priya Ramaswan',
  'priya@castellanfoods.example',
  ['Supply Chain Director | Castellan Foods'],
  'html',
);
export const helene = person('Helene Marquesse', 'helene.marquesse@pellan.example', [
  'Responsable Quai & Transport',
  'Pellan Pharma Logistics',
]);
export const dan = person(
  'Dan Okonwe',
  'dan.okonwe@brightwatercold.example',
  ['Systems Manager, Brightwater Cold Storage'],
  'html',
);
export const sofia = person('Sofia Orrinsen', 'sofia@orrinvale.example', ['Operations, Orrin & Vale Distribution']);
export const eamon = person(
  'Eamon Brackwell',
  'eamon.brackwell@silvermere.example',
  ['Finance Director', 'Silvermere Brewing Co.'],
  'block',
);
export const rhys = person('Rhys Tarnow', 'rhys@tarnvalleydairy.example', ['Tarn Valley Dairy', 'Mobile 07700 900312']);
export const lucia = person(
  'Lucia Oakhurst',
  'lucia.oakhurst@lumenoak.example',
  ['Warehouse Manager, Lumen & Oak'],
  'html',
);
export const gareth = person(
  'Gareth Harrowell',
  'gareth@harrowcomponents.example',
  ['Plant Logistics, Harrow Components'],
  'block',
);
export const celine = person('Celine Ferrantis', 'celine@ferrant-ceramics.example', ['Ferrant Ceramics']);
