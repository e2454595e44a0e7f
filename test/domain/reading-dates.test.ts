/** Days as people write them, in seven languages. Each is read on Tuesday, 8 September 2026. */
import { describe, expect, it } from 'vitest';
import { periodsIn } from '../../src/domain/reading/dates.ts';
import { fold } from '../../src/domain/reading/fold.ts';

const today = '2026-09-08';

/** The words, then the day, the first and the last of several, or after an @ the day that is meant on the late side. */
const forms = {
  English: `
    on 14 October = 2026-10-14
    by October 14th = 2026-10-14
    Oct. 14 = 2026-10-14
    14-Oct = 2026-10-14
    on the 14th of Oct = 2026-10-14
    the 14th October 2026 = 2026-10-14
    Wednesday 14 October = 2026-10-14
    Wed, Oct 14 = 2026-10-14
    by Wed 14th = 2026-10-14
    14/10/26 = 2026-10-14
    14.10.2026 = 2026-10-14
    2026-10-14 = 2026-10-14
    the 21st = 2026-09-21
    on the 4th = 2026-10-04
    from 3 to 14 August inclusive = 2027-08-03..2027-08-14
    3-14/8 = 2027-08-03..2027-08-14
    3–14 August = 2027-08-03..2027-08-14
    Aug 3-14 = 2027-08-03..2027-08-14
    August 3 through 14 = 2027-08-03..2027-08-14
    Aug 3 - Aug 14 = 2027-08-03..2027-08-14
    between 3 and 14 August = 2027-08-03..2027-08-14
    between the 3rd and the 14th of August = 2027-08-03..2027-08-14
    3rd-14th August = 2027-08-03..2027-08-14
    from the 21st to the 25th = 2026-09-21..2026-09-25
    from the 21st until the 25th of September = 2026-09-21..2026-09-25
    from 28 September to 9 October = 2026-09-28..2026-10-09
    from Monday 21st to Friday 25th September = 2026-09-21..2026-09-25
    from Monday to Wednesday = 2026-09-14..2026-09-16
    Monday week = 2026-09-21
    a week on Monday = 2026-09-21
    a week from Friday = 2026-09-18
    a week today = 2026-09-15
    two weeks today = 2026-09-22
    two weeks tomorrow = 2026-09-23
    tomorrow week = 2026-09-16
    w/c 12th = 2026-10-12..2026-10-18
    w/c 12 October = 2026-10-12..2026-10-18
    week commencing 12 October = 2026-10-12..2026-10-18
    the week of October 12 = 2026-10-12..2026-10-18
    week beginning the 12th = 2026-10-12..2026-10-18
    in a fortnight = @2026-09-22
    in a fortnight's time = @2026-09-22
    in two weeks' time = @2026-09-22
    three weeks from now = @2026-09-29
    10 days from today = @2026-09-18
    this coming Friday = 2026-09-11
    Friday next = 2026-09-18
    this Friday = 2026-09-11
    the day after tomorrow = 2026-09-10
    the week after next = 2026-09-21..2026-09-27
    first thing tomorrow = 2026-09-09
    end of next week = @2026-09-18
    later this week = @2026-09-11
    by month end = @2026-09-30
    by the end of the month = @2026-09-30
    mid-October = @2026-10-15
    early next month = @2026-10-12
    in the first week of October = 2026-10-05..2026-10-11
    the last week of October = 2026-10-26..2026-11-01
    the first Monday in October = 2026-10-05
    the last Friday of October = 2026-10-30
    the second Tuesday of next month = 2026-10-13
    first half of October = 2026-10-01..2026-10-15
    second half of October = 2026-10-16..2026-10-31
    in Q4 = 2026-10-01..2026-12-31
    Boxing Day = 2026-12-26
    Christmas Eve = 2026-12-24
    New Year's Day = 2027-01-01
    Easter Monday = 2027-03-29
    Good Friday = 2027-03-26
    within 48 hours = @2026-09-10
    within the hour = 2026-09-08
    in the course of the day = 2026-09-08
    in the course of this week = 2026-09-07..2026-09-13
    before the week is out = @2026-09-11
    by the time the week's out = @2026-09-11
    before the month is out = @2026-09-30
    weds = 2026-09-09
    by Thurs = 2026-09-10
    by close of business Friday = 2026-09-11
    this arvo = 2026-09-08
    in three months = @2026-12-08
    in ten days' time = @2026-09-18
    inside ten working days = @2026-09-22
    within five business days = @2026-09-15
`,
  German: `
    am 14. Oktober = 2026-10-14
    am 14.10. = 2026-10-14
    14.10.26 = 2026-10-14
    am 14. 10. 2026 = 2026-10-14
    Mi., 14.10. = 2026-10-14
    Mittwoch, den 14. Oktober = 2026-10-14
    am Mittwoch, 14.10., = 2026-10-14
    vom 3. bis 14. August = 2027-08-03..2027-08-14
    vom 3.8. bis einschließlich 14.8. = 2027-08-03..2027-08-14
    vom 3.8. bis zum 14.8.2027 = 2027-08-03..2027-08-14
    3.-14.8. = 2027-08-03..2027-08-14
    3.–14. August = 2027-08-03..2027-08-14
    03.08.-14.08.2027 = 2027-08-03..2027-08-14
    zwischen dem 3. und 14. August = 2027-08-03..2027-08-14
    zwischen dem 3. und dem 14. August = 2027-08-03..2027-08-14
    von Montag bis Mittwoch = 2026-09-14..2026-09-16
    vom 21. bis zum 25. = 2026-09-21..2026-09-25
    vom 21. bis einschließlich 25. September = 2026-09-21..2026-09-25
    21. bis inkl. 25. September = 2026-09-21..2026-09-25
    vom 24.12. bis und mit 3.1. = 2026-12-24..2027-01-03
    KW 42 = 2026-10-12..2026-10-18
    KW42 = 2026-10-12..2026-10-18
    in der 42. KW = 2026-10-12..2026-10-18
    in der 42. Kalenderwoche = 2026-10-12..2026-10-18
    in Kalenderwoche 42 = 2026-10-12..2026-10-18
    nächste Woche Dienstag = 2026-09-15
    Dienstag nächster Woche = 2026-09-15
    übernächste Woche = 2026-09-21..2026-09-27
    Montag in einer Woche = 2026-09-21
    Montag in 14 Tagen = 2026-09-28
    heute in 14 Tagen = @2026-09-22
    in vierzehn Tagen = @2026-09-22
    in drei Monaten = @2026-12-08
    übermorgen = 2026-09-10
    Mitte Oktober = @2026-10-15
    Ende nächster Woche = @2026-09-18
    Anfang nächsten Monats = @2026-10-12
    bis zum Monatsende = @2026-09-30
    im Laufe der Woche = 2026-09-07..2026-09-13
    im Laufe des Tages = 2026-09-08
    im Laufe der nächsten Woche = 2026-09-14..2026-09-20
    kommenden Montag = 2026-09-14
    der erste Montag im Oktober = 2026-10-05
    in der ersten Oktoberwoche = 2026-10-05..2026-10-11
    in der ersten Oktoberhälfte = 2026-10-01..2026-10-15
    zweite Oktoberhälfte = 2026-10-16..2026-10-31
    Heiligabend = 2026-12-24
    Ostermontag = 2027-03-29
    Pfingstmontag = 2027-05-17
    Karfreitag = 2027-03-26
    am Freitagmittag = 2026-09-11
    binnen einer Woche = @2026-09-15
    binnen 48 Stunden = @2026-09-10
    innerhalb von 14 Tagen = @2026-09-22
    in den nächsten Tagen = @2026-09-14
    bis Ende der Woche = @2026-09-11
    bis Wochenende = 2026-09-12..2026-09-13`,
  French: `
    le 14 octobre = 2026-10-14
    14 oct. = 2026-10-14
    le 1er octobre = 2026-10-01
    mercredi 14 octobre = 2026-10-14
    mer. 14/10 = 2026-10-14
    le mercredi 14 = 2026-10-14
    du 3 au 14 août inclus = 2027-08-03..2027-08-14
    du 1er au 16 août = 2027-08-01..2027-08-16
    du 28 septembre au 9 octobre = 2026-09-28..2026-10-09
    du lundi 21 au vendredi 25 septembre = 2026-09-21..2026-09-25
    entre le 3 et le 14 août = 2027-08-03..2027-08-14
    du 21 au 25 inclus = 2026-09-21..2026-09-25
    du 03/08 au 14/08 = 2027-08-03..2027-08-14
    semaine 42 = 2026-10-12..2026-10-18
    en S42 = 2026-10-12..2026-10-18
    la semaine du 12 = 2026-10-12..2026-10-18
    la semaine du 12 octobre = 2026-10-12..2026-10-18
    lundi en huit = 2026-09-21
    lundi en quinze = 2026-09-28
    lundi prochain = 2026-09-14
    dans huit jours = @2026-09-15
    dans quinze jours = @2026-09-22
    sous huitaine = @2026-09-15
    sous quinzaine = @2026-09-22
    d'ici une quinzaine = @2026-09-22
    dans une quinzaine de jours = @2026-09-22
    dans une dizaine de jours = @2026-09-18
    d'ici deux jours = @2026-09-10
    d'ici une semaine = @2026-09-15
    d'ici trois semaines = @2026-09-29
    sous dix jours ouvrés = @2026-09-22
    mi-octobre = @2026-10-15
    fin octobre = @2026-10-30
    courant octobre = @2026-10-30
    à la fin du mois = @2026-09-30
    en fin de semaine = @2026-09-11
    en fin de semaine prochaine = @2026-09-18
    en début de semaine prochaine = 2026-09-14..2026-09-20
    après-demain = 2026-09-10
    ce midi = 2026-09-08
    ce soir = 2026-09-08
    dans la semaine = 2026-09-07..2026-09-13
    dans le courant de la semaine = 2026-09-07..2026-09-13
    dans la journée = 2026-09-08
    d'ici la fin de semaine = @2026-09-11
    avant la fin de la semaine = @2026-09-11
    le premier lundi d'octobre = 2026-10-05
    la première semaine d'octobre = 2026-10-05..2026-10-11
    la première quinzaine d'octobre = 2026-10-01..2026-10-15
    seconde quinzaine d'octobre = 2026-10-16..2026-10-31
    lundi de Pâques = 2027-03-29
    lundi de Pentecôte = 2027-05-17
    sous 48h = @2026-09-10
    dans les prochains jours = @2026-09-14`,
  Spanish: `
    el 14 de octubre = 2026-10-14
    el miércoles 14 de octubre = 2026-10-14
    el miércoles 14 = 2026-10-14
    el viernes 18 = 2026-09-18
    el 14/10 = 2026-10-14
    14-10-2026 = 2026-10-14
    del 3 al 14 de agosto = 2027-08-03..2027-08-14
    del 18/1 al 29/1 = 2027-01-18..2027-01-29
    entre el 3 y el 14 de agosto = 2027-08-03..2027-08-14
    del 28 de septiembre al 9 de octubre = 2026-09-28..2026-10-09
    del 21 al 25 = 2026-09-21..2026-09-25
    la semana del 12 = 2026-10-12..2026-10-18
    la semana del 12 de octubre = 2026-10-12..2026-10-18
    el lunes que viene = 2026-09-14
    el próximo lunes = 2026-09-14
    la semana que viene = 2026-09-14..2026-09-20
    la semana próxima = 2026-09-14..2026-09-20
    la semana que entra = 2026-09-14..2026-09-20
    el mes que entra = 2026-10-01..2026-10-31
    dentro de dos semanas = @2026-09-22
    en quince días = @2026-09-22
    en un plazo de diez días = @2026-09-18
    en cinco días hábiles = @2026-09-15
    pasado mañana = 2026-09-10
    a mediados de octubre = @2026-10-15
    a finales de mes = @2026-09-30
    antes de fin de mes = @2026-09-30
    a primeros de octubre = @2026-10-12
    la primera quincena de octubre = 2026-10-01..2026-10-15
    segunda quincena de octubre = 2026-10-16..2026-10-31
    el primer lunes de octubre = 2026-10-05
    la primera semana de octubre = 2026-10-05..2026-10-11
    Nochebuena = 2026-12-24
    Lunes de Pascua = 2027-03-29
    a lo largo de la semana = 2026-09-07..2026-09-13
    en el transcurso de la semana = 2026-09-07..2026-09-13
    antes de que acabe la semana = @2026-09-11
    antes de que termine el mes = @2026-09-30
    en los próximos días = @2026-09-14
    esta tarde = 2026-09-08
    a última hora del viernes = 2026-09-11`,
  Portuguese: `
    no dia 14 de outubro = 2026-10-14
    de 3 a 14 de agosto = 2027-08-03..2027-08-14
    entre os dias 3 e 14 de agosto = 2027-08-03..2027-08-14
    entre 3 e 14 de agosto = 2027-08-03..2027-08-14
    do dia 3 ao dia 14 de agosto = 2027-08-03..2027-08-14
    até ao final de outubro = @2026-10-30
    segunda-feira, dia 14 = 2026-09-14
    quarta-feira = 2026-09-09
    até sexta = 2026-09-11
    na próxima semana = 2026-09-14..2026-09-20
    na semana que vem = 2026-09-14..2026-09-20
    na próxima segunda-feira = 2026-09-14
    depois de amanhã = 2026-09-10
    dentro de duas semanas = @2026-09-22
    daqui a duas semanas = @2026-09-22
    a partir de 14 de outubro = 2026-10-14
    a partir do dia 14 = 2026-09-14
    final do mês = @2026-09-30
    meados de outubro = @2026-10-15
    1º de outubro = 2026-10-01`,
  Italian: `
    il 14 ottobre = 2026-10-14
    l'8 ottobre = 2026-10-08
    mercoledì 14 ottobre = 2026-10-14
    dal 3 al 14 agosto = 2027-08-03..2027-08-14
    dal 3 al 14 agosto compresi = 2027-08-03..2027-08-14
    dal 28 settembre al 9 ottobre = 2026-09-28..2026-10-09
    dal 3/8 al 14/8 = 2027-08-03..2027-08-14
    dal 13/04 = 2027-04-13
    lunedì 14 = 2026-09-14
    lunedì prossimo = 2026-09-14
    la prossima settimana = 2026-09-14..2026-09-20
    la settimana prossima = 2026-09-14..2026-09-20
    fine ottobre = @2026-10-30
    fine mese = @2026-09-30
    a metà ottobre = @2026-10-15
    inizio ottobre = @2026-10-12
    fra due settimane = @2026-09-22
    tra quindici giorni = @2026-09-22
    dopodomani = 2026-09-10
    entro venerdì = 2026-09-11
    il 1° ottobre = 2026-10-01
    fino a venerdì 18 settembre = 2026-09-18
    lunedì dell'Angelo = 2027-03-29
    Pasquetta = 2027-03-29`,
  Dutch: `
    op 14 oktober = 2026-10-14
    woensdag 14 oktober = 2026-10-14
    van 3 t/m 14 augustus = 2027-08-03..2027-08-14
    van 3 tot en met 14 augustus = 2027-08-03..2027-08-14
    van 3 tot 14 augustus = 2027-08-03..2027-08-14
    van 28 september t/m 9 oktober = 2026-09-28..2026-10-09
    van maandag 21 t/m vrijdag 25 september = 2026-09-21..2026-09-25
    14-10-2026 = 2026-10-14
    op 14-10 = 2026-10-14
    t/m 14-10 = 2026-10-14
    volgende week = 2026-09-14..2026-09-20
    volgende week maandag = 2026-09-14
    maandag over een week = 2026-09-21
    over twee weken = @2026-09-22
    over een week = @2026-09-15
    week 42 = 2026-10-12..2026-10-18
    eind oktober = @2026-10-30
    half oktober = @2026-10-15
    begin oktober = @2026-10-12
    overmorgen = 2026-09-10
    eind van de maand = @2026-09-30
    vanaf maandag = 2026-09-14
    aanstaande maandag = 2026-09-14
    komende maandag = 2026-09-14
    2e paasdag = 2027-03-29
    tweede pinksterdag = 2027-05-17`,
} as const;

const read = (words: string, monthFirst = false) => {
  const text = `So ${words} ok`;
  return periodsIn(fold(text), { today, monthFirst }, text);
};
const shown = ({ first, last, on }: { first: string; last: string; on: string }, wanted: string) =>
  wanted.startsWith('@') ? `@${on}` : first === last ? first : `${first}..${last}`;

describe.each(Object.entries(forms))('in %s', (_, table) => {
  it.each(
    table
      .trim()
      .split('\n')
      .map((line) => line.trim().split(' = ') as [string, string]),
  )('%s is %s', (words, wanted) => {
    const found = read(words);
    expect(found.map((period) => shown(period, wanted))).toEqual([wanted]);
    expect(found[0]!.weak ?? false).toBe(false);
  });
});

describe('where the month comes first', () => {
  it.each([
    ['10/14', '2026-10-14'],
    ['9/28 - 10/9', '2026-09-28..2026-10-09'],
    ['9/28-10/9', '2026-09-28..2026-10-09'],
    ['10/12-10/16', '2026-10-12..2026-10-16'],
  ])('%s is %s', (words, wanted) => {
    expect(read(words, true).map((period) => shown(period, wanted))).toEqual([wanted]);
  });
});

describe('the day after', () => {
  it.each([
    ['The board is on 21/9 and I write the day after.', '2026-09-22'],
    ['Le comité se réunit le 21 septembre, réponse le lendemain.', '2026-09-22'],
    ['Der Beirat tagt am 21.9., am Tag darauf melde ich mich.', '2026-09-22'],
    ['El consejo es el 21 de septiembre y al día siguiente le llamo.', '2026-09-22'],
  ])('%s', (text, wanted) => {
    expect(periodsIn(fold(text), { today, monthFirst: false }, text).at(-1)?.on).toBe(wanted);
  });
});
