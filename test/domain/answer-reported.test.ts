/** What others said or did, what is in quotation marks, and what is for somebody else decides nothing. */
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/domain/answer/items.ts';
import { understand } from '../../src/domain/answer/understand.ts';

const today = '2026-11-30';
const items: Item[] = [
  { n: 1, kind: 'stage_change', deal: 'Acme Ltd', contact: 'Dana Berg', text: 'Acme Ltd: move to Negotiation' },
  { n: 2, kind: 'contact_update', deal: 'Brightside', contact: 'Omar Haddad', text: 'Omar Haddad: new phone' },
  { n: 3, kind: 'close_lost', deal: 'Delta Print', contact: 'Tom Nowak', text: 'Delta Print: close as lost' },
];
const heard = (text: string) => {
  const { actions, askBack } = understand(text, items, today);
  return { did: actions.map(({ n, do: deed }) => `${n} ${deed}`), askBack };
};

describe('is asked back', () => {
  test.each([
    ...['"3 yes"', '“3 yes”', '„3 ja“', '«3 oui»', '« 3 oui »', '»3 ja«', "'3 yes'", '‘3 yes’', '`3 yes`', '"3 yes".'],
    ...[
      'Tom wrote: 3 yes',
      'Tom schrieb: 3 ja',
      'Tom a écrit : 3 oui',
      'Tom escribió: 3 sí',
      'Tom said, yes to 3',
      'Tom ha scritto: 3 yes',
    ],
    ...['She replied: yes to 3', 'Sie antwortete: ja zu 3', 'Elle a répondu : oui pour 3', 'Ella respondió: sí al 3'],
    ...['Dana said "3 yes"', 'The customer writes "approve 3"', 'Dana said “approve 3” on the phone'],
    ...[
      'forwarding to Tom: approve 3',
      'Call Dana: 1 yes',
      'tell Tom: 3 yes',
      'Please ask Dana: 1 yes',
      'note to self: 1 yes',
    ],
    ...['sag Tom: 3 ja', 'weiterleiten an Tom: 3 ja', 'dis à Tom : 3 oui', 'Dile a Tom: 3 sí', 'llama a Dana: 1 sí'],
    ...[
      'They approved 1',
      'he has approved 1',
      'Sie haben 1 genehmigt',
      'Ils ont approuvé 1',
      'Han aprobado 1',
      'They closed 3',
    ],
    ...['Automatic reply: I am out of office until Monday. 1 yes', 'Automatische Antwort: bis Montag weg. 1 ja'],
    ...['Réponse automatique : absent jusqu’à lundi. 1 oui', 'Respuesta automática: fuera de la oficina. 1 sí'],
  ])('%s', (text) => expect(heard(text)).toEqual({ did: [], askBack: true }));

  test('and what the rep says before it is done', () => {
    expect(heard('3 no, sent by phone yesterday. Call Dana: 1 yes')).toEqual({ did: ['3 reject'], askBack: true });
    expect(heard('2 no\n"1 yes"')).toEqual({ did: ['2 reject'], askBack: true });
  });
});

describe('is carried out all the same', () => {
  test.each([
    ['3 no, they wrote: we bought elsewhere', '3 reject'],
    ['3 no, they wrote "we bought elsewhere"', '3 reject'],
    ['3 no, Tom said they bought elsewhere', '3 reject'],
    ['hold 3, she said call in March', '3 hold'],
    ['1 yes, Dana said so', '1 approve'],
    ['1 ja, Dana hat es gesagt', '1 approve'],
    ['"1" yes', '1 approve'],
    ['1 "yes"', '1 approve'],
    // As a receipt words it.
    ['"undo 3"', '3 undo'],
    ['“stop”', 'null pause'],
    ['"resume".', 'null resume'],
    ['yes to "Acme"', '1 approve'],
    ['approve "Delta Print"', '3 approve'],
    ['"Acme": yes', '1 approve'],
    ['Answer: 1 yes', '1 approve'],
    ['Antwort: 1 ja', '1 approve'],
    ['My answer: 1 yes', '1 approve'],
    ['PS: 1 yes', '1 approve'],
    ['Tom: hold till Friday', '3 hold'],
    ['Note: 1 yes', '1 approve'],
    ['Answer:\n1 yes', '1 approve'],
    ['Antwort:\n1 ja', '1 approve'],
    ['Réponse :\n1 oui', '1 approve'],
    ['Re: your deals\n1 yes', '1 approve'],
  ])('%s', (text, deed) => expect(heard(text).did).toEqual([deed]));
});
