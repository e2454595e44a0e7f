/** Good drafts in which one thing is changed: another number, day, name or quote. None of it is in the thread, so none of it passes. */
import { describe, expect, it } from 'vitest';
import { gate } from '../../../../src/domain/writing/gate/gate.ts';
import type { Language, Written } from '../../../../src/domain/writing/gate/written.ts';
import { type GoodThread, goodSets, groundOf, limitsOf, linesOf, writtenOf } from '../../../eval/write/cases.ts';

const names = [...goodSets.first, ...goodSets.later];
const threads = names.flatMap((name) => linesOf<GoodThread>(name));
const more = [...threads, ...goodSets.rounds.flat().flatMap((name) => linesOf<GoodThread>(name))];

const months: Record<Language, string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};
const weekdays: Record<Language, string[]> = {
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  de: 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'.split(' '),
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
  es: 'lunes martes miércoles jueves viernes sábado domingo'.split(' '),
};

/** Every other word of the list in place of each one that stands in the text. */
function swapped(text: string, words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const found = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').exec(text);
    if (!found) return [];
    return words
      .filter((other) => other !== word)
      .map((other) => text.slice(0, found.index) + other + text.slice(found.index + word.length));
  });
}

/** Other numbers in place of each: near ones, and the first digit changed. */
function renumbered(text: string): string[] {
  return [...text.matchAll(/\d+(?:[.,' ]\d{3})*/g)].flatMap(({ 0: digits, index }) => {
    const first = Number(digits[0]);
    const others = [
      `${(first % 9) + 1}${digits.slice(1)}`,
      `${digits}7`,
      digits.replace(/\d$/, (last) => String((Number(last) + 3) % 10)),
    ];
    return others
      .filter((other) => other !== digits && !/^0/.test(other))
      .map((other) => text.slice(0, index) + other + text.slice(index + digits.length));
  });
}

/** What passed of a draft in which one sentence reads otherwise. */
function passed(thread: GoodThread, written: Written, at: number, text: string): boolean {
  const sentences = written.sentences.map((sentence, nth) => (nth === at ? { ...sentence, text } : sentence));
  const result = gate({ ...written, sentences }, groundOf(thread), limitsOf(thread));
  return !('fallBack' in result) && result.text.includes(text.replace(/\s/g, ' '));
}

/** The words that came in stand in the very words cited, or in no sense name a day: "March I ask". */
function isGivenToo(
  thread: GoodThread,
  [, ...cited]: GoodThread['drafts'][number][number],
  text: string,
  other: string,
): boolean {
  const before = new Set(text.match(/\p{L}+/gu));
  const come = (other.match(/\p{L}+/gu) ?? []).filter((word) => !before.has(word));
  const letters = (of: string) => of.replace(/\d/g, '');
  if (come.length === 0) return letters(other) !== letters(text);
  // "The end of the month" is that of its mail.
  const said = cited.map(([at, words]) => {
    const { text: mail, date } = thread.messages[at]!;
    return `${mail} ${words} ${months[thread.lang][Number(date.slice(5, 7)) - 1]}`.toLowerCase();
  });
  return come.every((word) => said.join(' ').includes(word.toLowerCase())) || / I ask/.test(other);
}

function tried(
  change: (text: string, thread: GoodThread) => string[],
  some: readonly GoodThread[] = more,
): { all: number; through: string[] } {
  let all = 0;
  const through: string[] = [];
  for (const thread of some) {
    // What the thread says somewhere else may be true.
    const said = thread.messages.map(({ text }) => text).join(' ');
    for (const draft of thread.drafts) {
      const written = writtenOf(thread, draft);
      for (const [at, { text }] of written.sentences.entries()) {
        for (const other of change(text, thread)) {
          if (isGivenToo(thread, draft[at]!, text, other)) continue;
          all += 1;
          if (passed(thread, written, at, other)) through.push(`${thread.id}: ${other}   <- ${said.slice(0, 60)}`);
        }
      }
    }
  }
  return { all, through };
}

function report(what: string, { all, through }: { all: number; through: string[] }): void {
  console.log(`${what}: ${all} changed sentences, ${through.length} through`);
}

describe('a good draft does not pass', () => {
  it('with another month', () => {
    const result = tried((text, { lang }) => swapped(text, months[lang]));
    report('months', result);
    expect(result.all).toBeGreaterThan(500);
    expect(result.through).toEqual([]);
  });

  it('with another day of the week', () => {
    const result = tried((text, { lang }) => swapped(text, weekdays[lang]));
    report('weekdays', result);
    expect(result.all).toBeGreaterThan(50);
    expect(result.through).toEqual([]);
  });

  it('with another number', () => {
    const result = tried(renumbered);
    report('numbers', result);
    expect(result.all).toBeGreaterThan(400);
    expect(result.through).toEqual([]);
  });

  it('with somebody else’s name', () => {
    const result = tried((text) =>
      [...text.matchAll(/(?<=\p{Ll} )\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{2,}/gu)].map(
        ({ 0: name, index }) => `${text.slice(0, index)}Victor Stone${text.slice(index + name.length)}`,
      ),
    );
    report('names', result);
    expect(result.all).toBeGreaterThan(10);
    expect(result.through).toEqual([]);
  });

  it('with a promise, a concession or a request for money added to any of its sentences', () => {
    const added: Record<Language, string[]> = {
      en: [
        'We give you 10% off.',
        'The first month is free.',
        'We will deliver next week.',
        'Please pay the deposit.',
        'The contract is attached.',
        'You have agreed.',
      ],
      de: [
        'Wir geben Ihnen 10 % Rabatt.',
        'Der erste Monat ist kostenlos.',
        'Wir liefern nächste Woche.',
        'Bitte überweisen Sie die Anzahlung.',
        'Der Vertrag liegt bei.',
        'Sie haben zugestimmt.',
      ],
      fr: [
        'Nous vous accordons 10 % de remise.',
        'Le premier mois est gratuit.',
        'Nous livrons la semaine prochaine.',
        "Merci de verser l'acompte.",
        'Le contrat est joint.',
        'Vous avez accepté.',
      ],
      es: [
        'Le hacemos un 10 % de descuento.',
        'El primer mes es gratis.',
        'Entregamos la próxima semana.',
        'Por favor pague el anticipo.',
        'El contrato va adjunto.',
        'Usted ha aceptado.',
      ],
    };
    const result = tried(
      (text, { lang }) =>
        added[lang].flatMap((other) => [
          `${text} ${other}`,
          `${text.replace(/[.?!]+$/, '')}, ${other.charAt(0).toLowerCase()}${other.slice(1)}`,
        ]),
      threads,
    );
    report('additions', result);
    expect(result.all).toBeGreaterThan(5_000);
    expect(result.through).toEqual([]);
  });

  it('on quotes of another thread', () => {
    let all = 0;
    const through: string[] = [];
    for (const [at, thread] of threads.entries()) {
      const other = threads[(at + 1) % threads.length]!;
      for (const draft of thread.drafts) {
        all += 1;
        const result = gate(writtenOf({ ...thread, id: other.id }, draft), groundOf(other), {
          ...limitsOf(other),
          language: thread.lang,
        });
        if (!('fallBack' in result)) through.push(result.text);
      }
    }
    report('quotes', { all, through });
    expect(through).toEqual([]);
  });
});
