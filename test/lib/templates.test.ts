import { describe, expect, it } from 'vitest';
import { BadInput, NeedsPerson } from '../../src/errors.ts';
import { createTemplates } from '../../src/lib/templates.ts';

/** The error of rendering, or of reading when that fails already. */
function failure(sources: Record<string, string>, name = 'a', facts: Record<string, unknown> = {}): Error {
  try {
    const text = createTemplates(sources).render(name, facts);
    throw new Error(`no failure but: ${text.slice(0, 100)}`);
  } catch (error) {
    return error as Error;
  }
}

describe('templates', () => {
  it('give plain text, with nothing escaped', () => {
    const templates = createTemplates({
      'mail/hello': 'Hello {{ name }},\n{% for each in deals %}- {{ each.title }}\n{% endfor %}',
    });
    const facts = {
      name: 'Ann <ann@example.com> & "co"',
      deals: [{ title: "Joe's {{ name }}" }, { title: '<b>2</b>' }],
    };
    expect(templates.render('mail/hello', facts)).toBe(
      'Hello Ann <ann@example.com> & "co",\n- Joe\'s {{ name }}\n- <b>2</b>\n',
    );
    expect(templates.names).toEqual(['mail/hello']);
  });

  it('take in each other, in any order', () => {
    const templates = createTemplates({ 'a/top': "{% render 'z/foot', name: name %}!", 'z/foot': 'bye {{ name }}' });
    expect(templates.render('a/top', { name: 'Ann' })).toBe('bye Ann!');
  });

  it('render null as nothing, and numbers and dates in UTC', () => {
    const templates = createTemplates({
      a: '[{{ x }}|{{ n }}|{% if x %}y{% else %}n{% endif %}|{{ d | date: "%Y-%m-%d %H:%M" }}]',
    });
    expect(templates.render('a', { x: null, n: 3, d: new Date('2026-03-03T23:30:00Z') })).toBe(
      '[|3|n|2026-03-03 23:30]',
    );
  });

  it('name template, line and column of an unknown variable', () => {
    const cases: [source: string, where: string][] = [
      ['Hi {{ nobody }}', 'line 1, column 7: undefined variable: nobody'],
      ['Hi\n\n  {{ deal.nothing }}', 'line 3, column 6: undefined variable: deal.nothing'],
      ['{% if nobody %}x{% endif %}', 'undefined variable: nobody'],
      ['{% for x in nobody %}x{% endfor %}', 'undefined variable: nobody'],
      ['{{ gone }}', 'undefined variable: gone'],
      ['{{ deal.constructor }}', 'undefined variable: deal.constructor'],
      ['{{ deal.toString }}', 'undefined variable: deal.toString'],
    ];
    for (const [source, where] of cases) {
      const error = failure({ a: source }, 'a', { deal: { title: 'x' }, gone: undefined });
      expect(error, source).toBeInstanceOf(NeedsPerson);
      expect(error.message).toMatch(/^The template a, line \d+, column \d+: .*; mend the template\.$/);
      expect(error.message).toContain(where);
    }
  });

  it('name the template that was taken in, when the mistake is there', () => {
    const sources = { a: "first\n{% render 'part' %}", part: '\n\n {{ nobody }}' };
    expect(failure(sources).message).toContain('The template part, line 3, column 5: undefined variable: nobody');
  });

  it('are all read at once, and a mistake in any is wrong use', () => {
    const cases: [source: string, says: RegExp][] = [
      ['line\n{% if x %}never ended', /^The template bad, line 2, column 1: tag {% if x %} not closed/],
      ['{{ x | shout }}', /line 1, column 1: undefined filter: shout/],
      ['{% fetch "x" %}', /line 1, column 1: tag "fetch" not found/],
      ['a\n  {{ x', /line 2, column 3: output "{{ x" not closed/],
      ["\n{% render 'none' %}", /line 2, column 11: there is no such template to take in: none/],
      ["{% render '/etc/passwd' %}", /no such template to take in/],
      ["{% include '../../package.json' %}", /no such template to take in/],
      ["{% layout 'none' %}", /no such template to take in: none/],
      ['x'.repeat(300_000), /parse length limit exceeded/],
    ];
    for (const [source, says] of cases) {
      const error = failure({ good: 'fine', bad: source }, 'good');
      expect(error, source.slice(0, 40)).toBeInstanceOf(BadInput);
      expect(error.message).toMatch(says);
      expect(error.message).toMatch(/^The template bad, line \d+, column \d+: /);
    }
  });

  it('do not exist by inheritance', () => {
    for (const name of ['none', 'toString', '__proto__', 'constructor']) {
      expect(failure({ a: 'x' }, name)).toBeInstanceOf(BadInput);
      expect(failure({ a: `{% render '${name}' %}` })).toBeInstanceOf(BadInput);
    }
  });

  it('cannot run for ever or fill the memory', () => {
    const nested = '{% for i in (1..9000) %}{% for j in (1..9000) %}.{% endfor %}{% endfor %}';
    const sources = {
      range: '{% for i in (1..1000000000) %}x{% endfor %}',
      nested,
      twice:
        '{% assign s = "xxxxxxxxxxxxxxxx" %}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}{{ s }}',
      long: '{% for i in (1..300000) %}x{% endfor %}',
    };
    expect(failure({ a: "{% render 'b' %}", b: "x{% render 'a' %}" }).message).toMatch(/takes in itself without end/);
    for (const name of Object.keys(sources)) {
      const began = performance.now();
      expect(failure(sources, name), name).toBeInstanceOf(NeedsPerson);
      expect(performance.now() - began, name).toBeLessThan(5000);
    }
  });

  it('quote no fact in an error', () => {
    const canary = 'canary in the mail';
    const facts = { text: canary, list: [canary], deep: { text: canary } };
    for (const source of [
      '{{ text | divided_by: 0 }}{{ nobody }}',
      '{% render text %}',
      '{{ deep[text] }}',
      '{{ list[text] }}',
      '{{ text | date: list | sort: text | where: text, text | nobody: text }}',
      '{% for x in list limit: text %}{% endfor %}{{ nobody }}',
      '{{ text | slice: text, text }}{% cycle text: nobody %}',
    ]) {
      expect(failure({ a: source }, 'a', facts).message, source).not.toContain('canary');
    }
  });
});
