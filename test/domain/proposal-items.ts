/** Five suggestions of a summary, for tests of the answers to it. */
import type { Item } from '../../src/domain/answer/items.ts';

export const proposals: Item[] = [
  { n: 1, kind: 'stage_change', deal: 'Lorenz Optik', contact: 'Heike Brandt', text: 'Lorenz Optik: to Negotiation' },
  { n: 2, kind: 'new_contact', deal: 'Nordhafen', contact: 'Karim Yilmaz', text: 'Add Karim Yilmaz' },
  { n: 3, kind: 'contact_update', deal: 'Papierwerk Hollen', contact: 'Sabine Vogt', text: 'New phone' },
  { n: 4, kind: 'close_lost', deal: 'Dachbau Reuter', contact: 'Gerd Reuter', text: 'Close as lost' },
  { n: 5, kind: 'stage_change', deal: 'Kestrel', contact: 'Ana Lopez', text: 'Kestrel: to Won' },
];
