/**
 * Feasts that follow the moon, by tables: what a calendar computes of them differs from what is kept by a day or two, so the time after them
 * is an assumption, on the late side. Beyond the tables they are events without a day.
 */
import { addDays } from './civil.ts';

interface MoonFeast {
  /** As they are written, folded, "|" between them. */
  names: string;
  /** The first days, in order. */
  starts: string[];
  /** Days after the first until it is over: with the feast that ends it, and a day for the sighting of the moon. */
  lasts: number;
}

const days = (list: string): string[] => list.split(' ');

export const moonFeasts: MoonFeast[] = [
  {
    names: 'ramadan|ramazan|ramadhan|ramadam|rhamadan|fastenmonat|mois de jeune',
    starts: days(
      '2025-03-01 2026-02-18 2027-02-08 2028-01-28 2029-01-16 2030-01-05 2030-12-26 2031-12-16 2032-12-04 2033-11-23 2034-11-12 2035-11-01 2036-10-21',
    ),
    lasts: 30,
  },
  {
    names:
      'eid|eid al fitr|eid ul fitr|eid el fitr|aid el fitr|aid al fitr|zuckerfest|suikerfeest|ramadanfest|fin del ramadan|fine del ramadan|fim do ramadao',
    starts: days(
      '2025-03-30 2026-03-20 2027-03-09 2028-02-26 2029-02-14 2030-02-04 2031-01-24 2032-01-14 2033-01-03 2033-12-23 2034-12-12 2035-12-01 2036-11-19',
    ),
    lasts: 3,
  },
  {
    names: 'eid al adha|eid ul adha|eid el adha|aid el kebir|aid al adha|aid el adha|opferfest|offerfeest',
    starts: days(
      '2025-06-06 2026-05-27 2027-05-16 2028-05-05 2029-04-24 2030-04-13 2031-04-02 2032-03-22 2033-03-12 2034-03-01 2035-02-19 2036-02-08',
    ),
    lasts: 4,
  },
  {
    names:
      'lunar new year|chinese new year|cny|spring festival|tet|chinesisches neujahr|chinesischen neujahr|chinesische neujahr|chinesischem neujahr|chinesischen neujahrsfest|chinesischen neujahrsfests|mondneujahr|mondneujahrsfest|nouvel an chinois|nouvel an lunaire|ano nuevo chino|ano nuevo lunar|ano novo chines|ano novo lunar|capodanno cinese|chinees nieuwjaar',
    starts: days(
      '2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28',
    ),
    lasts: 7,
  },
  {
    names: 'diwali|deepavali|divali|dipavali',
    starts: days(
      '2025-10-20 2026-11-08 2027-10-29 2028-10-17 2029-11-05 2030-10-26 2031-11-14 2032-11-02 2033-10-22 2034-11-10 2035-10-30 2036-10-18',
    ),
    lasts: 1,
  },
  {
    names: 'golden week',
    starts: [2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036].map((year) => `${year}-04-29`),
    lasts: 7,
  },
  {
    names: 'rosh hashanah|rosh hashana|rosch haschana|rosh ha shanah|jewish new year',
    starts: days(
      '2025-09-23 2026-09-12 2027-10-02 2028-09-21 2029-09-10 2030-09-28 2031-09-18 2032-09-06 2033-09-24 2034-09-14 2035-10-04 2036-09-22',
    ),
    lasts: 1,
  },
  {
    names: 'yom kippur|jom kippur|yom kipour|kippour|the high holidays|high holidays|the high holy days|high holy days',
    starts: days(
      '2025-10-02 2026-09-21 2027-10-11 2028-09-30 2029-09-19 2030-10-07 2031-09-27 2032-09-15 2033-10-03 2034-09-23 2035-10-13 2036-10-01',
    ),
    lasts: 0,
  },
  {
    names: 'sukkot|succot|sukkoth|laubhuttenfest|souccot|soukkot',
    starts: days(
      '2025-10-07 2026-09-26 2027-10-16 2028-10-05 2029-09-24 2030-10-12 2031-10-02 2032-09-20 2033-10-08 2034-09-28 2035-10-18 2036-10-06',
    ),
    lasts: 8,
  },
  {
    names: 'hanukkah|chanukah|chanukka|hanouka|hanoucca|januca',
    starts: days(
      '2025-12-15 2026-12-05 2027-12-25 2028-12-13 2029-12-02 2030-12-21 2031-12-10 2032-11-28 2033-12-17 2034-12-07 2035-12-26 2036-12-14',
    ),
    lasts: 7,
  },
  {
    names: 'passover|pesach|pessach|pessah|pascua judia|pasqua ebraica|pascoa judaica',
    starts: days(
      '2025-04-13 2026-04-02 2027-04-22 2028-04-11 2029-03-31 2030-04-18 2031-04-08 2032-03-27 2033-04-14 2034-04-04 2035-04-24 2036-04-12',
    ),
    lasts: 7,
  },
];

/** The next time it is kept that is not over, or null beyond the table. */
export function nextOf({ starts, lasts }: MoonFeast, today: string): { first: string; last: string } | null {
  const first = starts.find((start) => addDays(start, lasts) >= today);
  return first === undefined ? null : { first, last: addDays(first, lasts) };
}
