/** Days as people say them in a mail: "on Tuesday", "last Tuesday", "on 3 March". */
import { addDays, isoWeekday } from '../calendar.ts';
import type { Language } from './gate/written.ts';

/** One day in the places that a sentence has for it. */
export interface SpokenDay {
  /** When something was: "on Tuesday", "am Dienstag", "mardi", "el martes". */
  on: string;
  /** Of which day something is: "of Tuesday", "vom Dienstag", "de mardi", "del martes". */
  from: string;
  /** Until when: "by Tuesday", "bis Dienstag", "d'ici mardi", "para el martes". */
  by: string;
}

type Form = 'yesterday' | 'weekday' | 'last' | 'date';

/** Older than this, a date without its year could be that of another. */
const sameYearDays = 300;

/** Both civil dates; a day ahead, which a mail rarely names, is told by its date. `monthFirst`: "March 3". */
export function spokenDay(day: string, today: string, language: Language, monthFirst = false): SpokenDay {
  const form = formOf(day, today);
  const name = new Intl.DateTimeFormat(locale(language, monthFirst), { timeZone: 'UTC', weekday: 'long' });
  const year = day < addDays(today, -sameYearDays) || day > addDays(today, sameYearDays);
  const date = new Intl.DateTimeFormat(locale(language, monthFirst), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    ...(year ? { year: 'numeric' } : {}),
  });
  const noon = new Date(`${day}T12:00:00Z`);
  return forms[language](form, name.format(noon), date.format(noon));
}

const locale = (language: Language, monthFirst: boolean): string =>
  language === 'en' ? (monthFirst ? 'en-US' : 'en-GB') : language;

/** "Last Tuesday" is the one of the week before, and not a day of this one. */
function formOf(day: string, today: string): Form {
  if (day === addDays(today, -1)) return 'yesterday';
  const monday = addDays(today, 1 - isoWeekday(today));
  if (day >= monday && day < today) return 'weekday';
  return day < monday && day >= addDays(today, -7) ? 'last' : 'date';
}

const forms: Record<Language, (form: Form, weekday: string, date: string) => SpokenDay> = {
  en: (form, weekday, date) => {
    if (form === 'yesterday') return { on: 'yesterday', from: 'from yesterday', by: 'by yesterday' };
    if (form === 'last') return { on: `last ${weekday}`, from: `from last ${weekday}`, by: `by ${date}` };
    const day = form === 'weekday' ? weekday : date;
    return { on: `on ${day}`, from: `${form === 'weekday' ? 'from' : 'of'} ${day}`, by: `by ${day}` };
  },
  de: (form, weekday, date) => {
    if (form === 'yesterday') return { on: 'gestern', from: 'von gestern', by: 'bis gestern' };
    if (form === 'last') return { on: `letzten ${weekday}`, from: `vom letzten ${weekday}`, by: `bis zum ${date}` };
    if (form === 'weekday') return { on: `am ${weekday}`, from: `vom ${weekday}`, by: `bis ${weekday}` };
    return { on: `am ${date}`, from: `vom ${date}`, by: `bis zum ${date}` };
  },
  fr: (form, weekday, date) => {
    if (form === 'yesterday') return { on: 'hier', from: "d'hier", by: 'pour hier' };
    const day = date.replace(/^1 /, '1er ');
    if (form === 'last') return { on: `${weekday} dernier`, from: `de ${weekday} dernier`, by: `pour le ${day}` };
    if (form === 'weekday') return { on: weekday, from: `de ${weekday}`, by: `pour ${weekday}` };
    return { on: `le ${day}`, from: `du ${day}`, by: `pour le ${day}` };
  },
  es: (form, weekday, date) => {
    if (form === 'yesterday') return { on: 'ayer', from: 'de ayer', by: 'para ayer' };
    const day = form === 'last' ? `${weekday} pasado` : form === 'weekday' ? weekday : date;
    return { on: `el ${day}`, from: `del ${day}`, by: `para el ${form === 'last' ? date : day}` };
  },
};
