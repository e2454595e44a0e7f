/** An admin's templates take the place of the shipped ones as long as they can be used; what is wrong with one is said with its place. */
import { describe, expect, it } from 'vitest';
import { BadInput } from '../../src/errors.ts';
import { openWording } from '../../src/lib/wording.ts';

const shipped = {
  'follow-up/silence.en': 'Shipped {{ name }}',
  'mail/foot': 'shipped foot',
  'mail/top': "{% render 'mail/foot' %}",
};
const name = 'follow-up/silence.en';

function opened(own: Record<string, string>) {
  const told: string[] = [];
  return { ...openWording(shipped, own, (problem) => told.push(problem)), told };
}

describe("an admin's template", () => {
  it('takes the place of the shipped one, and is seen by those that take it in', () => {
    const { render, problems } = opened({ [name]: 'Own {{ name }}', 'mail/foot': 'own foot' });
    expect(render(name, { name: 'Ann' })).toBe('Own Ann');
    expect(render('mail/top', {})).toBe('own foot');
    expect(problems()).toEqual([]);
  });

  it.each([
    ['Dear\n  {% if %}', 'The template follow-up/silence.en, line 2, column 8: '],
    ['Dear\n{{ name | nonsense }}', 'The template follow-up/silence.en, line 2, column 1: undefined filter: nonsense.'],
    ["{% render 'mail/none' %}", 'The template follow-up/silence.en, line 1, column 11: '],
  ])('that is broken is refused at start, with its place: %j', (source, said) => {
    const { render, problems, told } = opened({ [name]: source, 'mail/foot': 'own foot' });
    expect(problems()).toHaveLength(1);
    expect(problems()[0]).toContain(said);
    expect(problems()[0]).toMatch(/ The shipped one is used\.$/);
    expect(told).toEqual(problems());
    expect(render(name, { name: 'Ann' })).toBe('Shipped Ann');
    // The others are not refused with it.
    expect(render('mail/foot', {})).toBe('own foot');
  });

  it('of a name that is not shipped is refused with a sentence', () => {
    const { problems, render } = opened({ 'follow-up/silense.en': 'x' });
    expect(problems()).toEqual([
      'There is no template follow-up/silense.en that yours could take the place of: give it one of the shipped names.',
    ]);
    expect(() => render('follow-up/silense.en', {})).toThrow(BadInput);
  });

  it('that fails in use gives way to the shipped one, and is told once', () => {
    const { render, problems, told } = opened({ [name]: 'Own\n {{ surname }}' });
    expect(problems()).toEqual([]);
    for (let turn = 0; turn < 3; turn++) expect(render(name, { name: 'Ann' })).toBe('Shipped Ann');
    expect(problems()).toHaveLength(1);
    expect(problems()[0]).toContain('The template follow-up/silence.en, line 2, column 5: undefined variable: surname');
    expect(told).toEqual(problems());
  });

  it('that never ends gives way to the shipped one', () => {
    const { render, problems } = opened({ [name]: '{% for a in (1..99999999) %}{{ a }}{% endfor %}' });
    expect(render(name, { name: 'Ann' })).toBe('Shipped Ann');
    expect(problems()[0]).toMatch(/limit exceeded/);
  });

  it('whose text is unfit gives way to the shipped one', () => {
    const { render, problems } = opened({ [name]: 'See https://x.test' });
    const unfit = (text: string) => (text.includes('://') ? 'it holds a link' : null);
    expect(render(name, { name: 'Ann' }, unfit)).toBe('Shipped Ann');
    expect(problems()).toEqual([
      'The template follow-up/silence.en cannot be used: it holds a link; the shipped one is.',
    ]);
  });

  it('is not blamed for facts that no wording could use', () => {
    const { render, problems } = opened({ [name]: 'Own {{ name }}' });
    const unfit = (text: string) => (text.includes('://') ? 'it holds a link' : null);
    expect(render(name, { name: 'https://x.test' }, unfit)).toBe('Shipped https://x.test');
    expect(problems()).toEqual([]);
  });
});

it('what cannot be read and what fails when it is tried is known before anything is rendered', () => {
  const told: string[] = [];
  const { problems, render } = openWording(shipped, { [name]: 'Own {{ surname }}' }, (problem) => told.push(problem), {
    unread: ['/x/mail/foot.liquid cannot be read (it is no file).'],
    tryOut: (each, rendered) => rendered(each, { name: 'Ann' }),
  });
  expect(problems()).toEqual([
    '/x/mail/foot.liquid cannot be read (it is no file). The shipped templates are used for it.',
    expect.stringContaining('The template follow-up/silence.en, line 1, column 8: undefined variable: surname'),
  ]);
  expect(told).toEqual(problems());
  expect(render('mail/foot', {})).toBe('shipped foot');
});

it('a shipped template that is broken lets nothing start', () => {
  expect(() => openWording({ a: '{% if %}' })).toThrow(BadInput);
});
