import { expect, test } from 'vitest';
import { languages } from '../../../src/domain/writing/compose.ts';
import { spokenDay } from '../../../src/domain/writing/spoken-days.ts';

// A Tuesday.
const today = '2026-03-17';
const said = (day: string, language: (typeof languages)[number], monthFirst = false) =>
  Object.values(spokenDay(day, today, language, monthFirst)).join(' | ');

test.each([
  ['2026-03-16', 'en', 'yesterday | from yesterday | by yesterday'],
  ['2026-03-16', 'de', 'gestern | von gestern | bis gestern'],
  ['2026-03-16', 'fr', "hier | d'hier | pour hier"],
  ['2026-03-16', 'es', 'ayer | de ayer | para ayer'],
  ['2026-03-13', 'en', 'last Friday | from last Friday | by 13 March'],
  ['2026-03-13', 'de', 'letzten Freitag | vom letzten Freitag | bis zum 13. März'],
  ['2026-03-13', 'fr', 'vendredi dernier | de vendredi dernier | pour le 13 mars'],
  ['2026-03-13', 'es', 'el viernes pasado | del viernes pasado | para el 13 de marzo'],
  ['2026-03-10', 'en', 'last Tuesday | from last Tuesday | by 10 March'],
  ['2026-03-09', 'en', 'on 9 March | of 9 March | by 9 March'],
  ['2026-03-01', 'de', 'am 1. März | vom 1. März | bis zum 1. März'],
  ['2026-03-01', 'fr', 'le 1er mars | du 1er mars | pour le 1er mars'],
  ['2026-03-01', 'es', 'el 1 de marzo | del 1 de marzo | para el 1 de marzo'],
  ['2025-12-18', 'en', 'on 18 December | of 18 December | by 18 December'],
  ['2025-03-18', 'en', 'on 18 March 2025 | of 18 March 2025 | by 18 March 2025'],
  ['2025-03-18', 'es', 'el 18 de marzo de 2025 | del 18 de marzo de 2025 | para el 18 de marzo de 2025'],
  ['2026-04-02', 'de', 'am 2. April | vom 2. April | bis zum 2. April'],
] as const)('%s in %s', (day, language, words) => expect(said(day, language)).toBe(words));

test('of this week a weekday is enough', () => {
  const on = (language: (typeof languages)[number]) => Object.values(spokenDay('2026-03-17', '2026-03-20', language));
  expect(languages.map((language) => on(language).join(' | '))).toEqual([
    'on Tuesday | from Tuesday | by Tuesday',
    'am Dienstag | vom Dienstag | bis Dienstag',
    'mardi | de mardi | pour mardi',
    'el martes | del martes | para el martes',
  ]);
});

test('Americans name the month first', () => expect(said('2026-03-03', 'en', true)).toContain('on March 3'));
