import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
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

  it('that cannot be read are told of one by one where somebody listens, and the others are read', async () => {
    await writeFile(join(folder, 'good.liquid'), 'good');
    await mkdir(join(folder, 'folder.liquid'));
    await symlink(join(folder, 'nowhere'), join(folder, 'link.liquid'));
    await writeFile(join(folder, 'utf16.liquid'), Buffer.from('\ufeffHallo', 'utf16le'));
    await writeFile(join(folder, 'shut.liquid'), 'shut');
    await chmod(join(folder, 'shut.liquid'), 0);
    await mkdir(join(folder, 'closed'));
    await writeFile(join(folder, 'closed', 'in.liquid'), 'in');
    await chmod(join(folder, 'closed'), 0);
    const told: string[] = [];
    const sources = loadTemplates(folder, (problem) => told.push(problem));
    await chmod(join(folder, 'closed'), 0o700);
    // Permissions do not hold for the superuser.
    const superuser = process.getuid?.() === 0;
    expect(sources).toEqual({ good: 'good', ...(superuser ? { shut: 'shut', 'closed/in': 'in' } : {}) });
    const names = told.map((problem) => problem.slice(folder.length + 1).split(' cannot be read (')[0]);
    const always = ['folder.liquid', 'link.liquid', 'utf16.liquid'];
    expect(names.sort()).toEqual([...always, ...(superuser ? [] : ['closed', 'shut.liquid'])].sort());
    expect(() => loadTemplates(folder)).toThrow(BadInput);
  });

  it('need a folder that is there', () => {
    expect(() => loadTemplates(join(folder, 'none'))).toThrow(BadInput);
    expect(() => loadTemplates(join(folder, 'none'), () => undefined)).toThrow(BadInput);
  });
});
