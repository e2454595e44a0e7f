/** Word lists of the four languages, each asked only of text in its own: "pays" is money in one and a country in another. */
import { any, type Words } from '../../reading/absence-words.ts';
import type { Language } from './written.ts';

export type InEach = Record<Language, Words>;

export const inEach = (en: string, de: string, fr: string, es: string): InEach => ({
  en: any(en),
  de: any(de),
  fr: any(fr),
  es: any(es),
});
