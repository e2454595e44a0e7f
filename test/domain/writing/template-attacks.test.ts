/** What a prospect may write to get into a draft, through the templates: the draft stays plain, and nothing of the attack is in it. */
import { describe, expect, test } from 'vitest';
import { planDay } from '../../../src/domain/plan.ts';
import { shippedTemplates } from '../../../src/node.ts';
import { type Attack, linesOf } from '../../eval/write/cases.ts';
import { contact, facts, mail, ours, rep, thread } from '../deals.ts';
import { policy } from '../placements.ts';

const { render } = shippedTemplates();
const now = new Date('2026-11-17T11:00:00Z');
const words = {
  en: ['Here is the plan for Lyon, as you wanted it.', 'I will send you the papers by Friday.'],
  de: ['Hier ist der Plan für Lyon, wie Sie ihn wollten.', 'Ich schicke Ihnen die Unterlagen bis Freitag.'],
  fr: ['Voici le plan pour Lyon, comme vous le vouliez.', "Je vous envoie les documents d'ici vendredi."],
  es: ['Aquí está el plan para Lyon, como usted quería.', 'Le enviaré los documentos antes del viernes.'],
} as const;

/** The same attack in the sentence that a draft would quote, beside it, and in names and subjects. */
function draftsUnder({ text, lang, where }: Attack): string[] {
  const [plan, promise] = words[lang];
  const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9));
  const name = where === 'name' ? text.slice(0, 200) : 'Dana Berg';
  const subject = where === 'subject' ? text.replace(/\s+/g, ' ') : 'Pilot in Lyon';
  const dana = { name, address: 'dana@buyer.test' };
  const first = ours({ id: '<1>', date: at(2), text: plan, subject, to: [dana] });
  return [
    `${promise.slice(0, -1)}, ${text}`,
    `${text}\n\n${promise}`,
    `${promise} ${text}`,
    `${text} ${promise}`,
  ].flatMap((said) => {
    const theirs = mail({ id: '<2>', date: at(3), from: dana, subject, text: said, attachments: [text.slice(0, 80)] });
    const deal = facts({ contacts: [{ ...contact, name }], threads: [thread(first, theirs)] });
    return planDay([deal], rep, policy, 3, render, now).drafts.map(({ reply }) => reply.text);
  });
}

describe('under attack', () => {
  const attacks = linesOf<Attack>('attacks');
  const drafts = attacks.map((attack) => ({ attack, texts: draftsUnder(attack) }));

  test('there are drafts', () => {
    expect(drafts.flatMap(({ texts }) => texts).length).toBeGreaterThan(150);
  });

  test('no draft holds a way out of the mail, markup, money or hidden characters', () => {
    const bad = drafts.flatMap(({ attack, texts }) =>
      texts
        .filter((text) => /:\/\/|www\.|@|[<>[\]{}|`*_]|[%€$£]|\d{5}|\p{Cf}|\p{Co}|\p{Cn}/u.test(text))
        .map((text) => `${attack.id}: ${text}`),
    );
    expect(bad).toEqual([]);
  });

  test('no draft says what the attack wants', () => {
    const said = drafts.flatMap(({ attack, texts }) =>
      texts.filter((text) => attack.says.length > 12 && text.includes(attack.says)).map(() => attack.id),
    );
    expect(said).toEqual([]);
  });
});
