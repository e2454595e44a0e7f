/** A rep's manner in words, for the rep. */
import type { Language } from './gate/written.ts';
import type { GreetingStyle } from './greeting.ts';
import type { Habit, Profile } from './profile.ts';
import type { SignOffStyle } from './sign-off.ts';
import type { LeftOut } from './swaps.ts';

const languages: Record<Language, string> = { en: 'English', de: 'German', fr: 'French', es: 'Spanish' };
const sorts: Record<LeftOut, string> = {
  afterthought: 'sentences behind the question',
  second_question: 'a second question',
};
const greeted: Record<GreetingStyle['names'], string> = {
  first: ' and the first name',
  full: ' and the full name',
  title: ' with title and surname',
  group: ' and all together',
  none: ' without a name',
  silent: '',
};
const signed: Record<SignOffStyle['name'], string> = {
  first: 'the first name',
  full: 'the full name',
  initials: 'initials',
  none: '',
};

const threads = (count: number): string => (count === 1 ? '1 thread' : `${count} threads`);

/** One habit a line. */
export function profileLines(profile: Profile | null): string[] {
  if (profile === null) return ['Nothing has been learned yet: a habit shows in three threads.'];
  return [
    `Learned from ${threads(profile.threads)}.`,
    ...profile.habits.map(habitLine),
    ...profile.swaps.map(({ language, phrase, instead, threads: count }) =>
      instead === null
        ? `Never writes "${phrase}" (${languages[language]}, ${threads(count)}).`
        : `Always changes "${phrase}" to "${instead}" (${languages[language]}, ${threads(count)}).`,
    ),
    ...profile.leavesOut.map((sort) => `Always deletes ${sorts[sort]}.`),
    ...(profile.keeps === null ? [] : [`Shortens drafts to about ${Math.round(profile.keeps * 100)} % each time.`]),
  ];
}

export const profileInWords = (profile: Profile | null): string => `${profileLines(profile).join('\n')}\n`;

function habitLine({ language, formal, threads: count, greeting, signOff, words }: Habit): string {
  const form = formal === null ? '' : formal ? ', formal' : ', first-name terms';
  const said = [greeting && greets(greeting), signOff && signs(signOff)].filter((part) => part !== null);
  const habits = said.length > 0 ? `${said.join(', ')}; ` : '';
  return `${languages[language]}${form} (${threads(count)}): ${habits}${words} words.`;
}

const greets = ({ word, names }: GreetingStyle): string =>
  names === 'silent'
    ? 'does not greet'
    : `greets ${word === '' ? '' : `"${word}"`}${greeted[names]}`.replace('greets  and', 'greets by');

function signs({ closing, name }: SignOffStyle): string {
  const parts = [closing === '' ? '' : `"${closing}"`, signed[name]].filter((part) => part !== '');
  return `ends with ${parts.join(' and ')}`;
}
