/** Tries an admin's follow-up template with sample facts, so that what is wrong with it is known before a draft needs it. */

import { markedFacts, objectionTo, type Render } from './from-template.ts';
import type { Language } from './gate/written.ts';
import type { TemplateFacts } from './template-facts.ts';

type Spoken = Pick<TemplateFacts, 'greeting' | 'sign_off' | 'said' | 'about'> & {
  on: string;
  by: string;
  from: string;
};

const samples: Record<Language, Spoken> = {
  en: {
    greeting: 'Hi Dana,',
    sign_off: 'Best regards,\nRobin',
    said: 'Would the second tier be enough for you?',
    about: 'Second tier',
    on: 'on 3 March',
    by: 'by 3 March',
    from: 'from 3 March',
  },
  de: {
    greeting: 'Guten Tag,',
    sign_off: 'Viele Grüße\nRobin',
    said: 'Reicht Ihnen die zweite Stufe?',
    about: 'Zweite Stufe',
    on: 'am 3. März',
    by: 'bis zum 3. März',
    from: 'vom 3. März',
  },
  fr: {
    greeting: 'Bonjour Dana,',
    sign_off: 'Bien cordialement,\nRobin',
    said: 'La deuxième formule vous suffit-elle ?',
    about: 'Deuxième formule',
    on: 'le 3 mars',
    by: 'avant le 3 mars',
    from: 'du 3 mars',
  },
  es: {
    greeting: 'Hola, Dana:',
    sign_off: 'Un saludo,\nRobin',
    said: '¿Le basta el segundo nivel?',
    about: 'Segundo nivel',
    on: 'el 3 de marzo',
    by: 'antes del 3 de marzo',
    from: 'del 3 de marzo',
  },
};

const isLanguage = (text: string): text is Language => Object.hasOwn(samples, text);
const either = [true, false] as const;
const variants = [0, 1, 2] as const;

/** Renders a template of a follow-up with each kind of facts there is for its situation; of any other name nothing is tried. Pure where `render` is. */
export function tryTemplate(name: string, render: Render): void {
  const [, situation = '', language = ''] = /^follow-up\/(\w+)\.(\w+)$/.exec(name) ?? [];
  if (!isLanguage(language)) return;
  for (const facts of sampleFacts(situation, language))
    render(name, markedFacts(facts), (text) => objectionTo(text, facts, language));
}

function* sampleFacts(situation: string, language: Language): Iterable<TemplateFacts> {
  const { greeting, sign_off, said, about, on, by, from } = samples[language];
  const meeting = situation === 'after_meeting';
  const theirs = situation === 'promise_overdue' || situation === 'hold_over';
  for (const quoted of meeting ? [false] : either)
    for (const formal of either)
      for (const several of either)
        for (const variant of variants)
          yield {
            greeting,
            sign_off,
            formal,
            several,
            variant,
            said: quoted ? said : null,
            question: quoted && situation === 'question_open',
            theirs,
            you: theirs && !several,
            writer: null,
            said_on: on,
            said_from: from,
            about: quoted && variant > 0 ? null : about,
            due_on: meeting ? null : on,
            due_by: meeting ? null : by,
            again_on: situation === 'last_try' ? on : null,
            met_on: meeting ? on : null,
            met_from: meeting ? from : null,
            back_on: situation === 'after_absence' ? on : null,
          };
}
