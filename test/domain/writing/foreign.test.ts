/** A mail in a language that we do not write is answered in English, and none of it is quoted. */
import { expect, test } from 'vitest';
import { isForeign } from '../../../src/domain/writing/foreign.ts';
import type { Language } from '../../../src/domain/writing/gate/written.ts';
import { quotable } from '../../../src/domain/writing/quotable.ts';

const languages: Language[] = ['en', 'de', 'fr', 'es'];
const day = { written: '2026-03-02', today: '2026-03-17', open: false };

test.each([
  'Kunt u de prijs nog aanpassen?',
  'De offerte is in de bijlage. Welke maat heeft u nodig?',
  'Dank je wel, ik heb de tekening ontvangen.',
  'Is de prijs inclusief montage of komt dat er nog bij?',
  'Em pot enviar el pressupost abans de divendres?',
  'Encara no hem decidit, la direcció ho mirarà el mes que ve.',
  'Kan ni skicka en ny ritning? Vi behöver den innan fredag.',
  'Vilken storlek behöver ni?',
  'Kan du sende os en ny tegning?',
  'Czy może Pan przesłać rysunek?',
  'Jaki rozmiar jest potrzebny?',
  'Mi può inviare il disegno prima di venerdì?',
  'Que tamanho precisa? A proposta segue em anexo.',
  'Ce dimensiune doriți? Oferta este atașată.',
  'Какой размер вам нужен?',
])('is foreign, and is not quoted: %s', (text) => {
  expect(isForeign(text)).toBe(true);
  for (const language of languages) {
    const around = { author: 'contact' as const, language, formal: true, names: new Set<string>(), ...day };
    expect(quotable(text, around), language).toBeNull();
  }
});

test.each([
  'Which size do you need?',
  'Please see Łukasz Nowak for the drawing.',
  'Haben Sie die Zeichnung in Malmö schon bekommen?',
  'Guten Tag Herr Möller, vielen Dank.',
  'Quelle taille vous faut-il à Angoulême ?',
  '¿Qué tamaño necesita para la oficina de São Paulo?',
])('is none: %s', (text) => expect(isForeign(text)).toBe(false));

test('where nothing tells the language, nothing is quoted', () => {
  for (const language of languages)
    expect(
      quotable('Kiitos tarjouksesta Sasha', { author: 'contact', language, formal: true, names: new Set(), ...day }),
    ).toBeNull();
});
