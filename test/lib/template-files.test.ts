import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadInput } from '../../src/errors.ts';
import { loadTemplates } from '../../src/lib/template-files.ts';
import { createTemplates } from '../../src/lib/templates.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-templates-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('template files', () => {
  it('are named by their path without the ending', async () => {
    await mkdir(join(folder, 'mail', 'de'), { recursive: true });
    await writeFile(join(folder, 'page.liquid'), '\ufeffGrüße {{ name }}\r\n');
    await writeFile(join(folder, 'mail', 'de', 'digest.liquid'), "{% render 'page', name: name %}");
    await writeFile(join(folder, 'mail', 'notes.md'), 'no template');
    const sources = loadTemplates(folder);
    expect(sources).toEqual({ page: 'Grüße {{ name }}\n', 'mail/de/digest': "{% render 'page', name: name %}" });
    expect(createTemplates(sources).render('mail/de/digest', { name: 'Ann' })).toBe('Grüße Ann\n');
  });

  it('need a folder that is there', () => {
    expect(() => loadTemplates(join(folder, 'none'))).toThrow(BadInput);
  });
});
