/** What was read is stored: whoever changes the reader has to say so, or yesterday's readings would stay. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readerVersion } from '../../src/domain/reading/version.ts';

const domain = join(import.meta.dirname, '../../src/domain');

/** Every file that the reader imports, itself first; the one with its version says nothing. */
function sources(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path) || path.endsWith('/version.ts')) return found;
  found.add(path);
  const imported = readFileSync(path, 'utf8').matchAll(/^(?:import|export)\s(?!type\s)[^;]*?from '(\.[^']+)';/gm);
  for (const { 1: name } of imported) sources(join(path, '..', name as string), found);
  return found;
}

test('the version of the reader follows from its sources and its libraries', () => {
  const files = [...sources(join(domain, 'reading.ts'))].sort();
  const folder = readdirSync(join(domain, 'reading')).filter((name) => name !== 'version.ts');
  for (const name of folder)
    expect(files, 'a file of the reader that it does not use').toContain(join(domain, 'reading', name));
  const { dependencies } = JSON.parse(readFileSync(join(domain, '../../package.json'), 'utf8'));
  const hash = createHash('sha256').update(`${dependencies['chrono-node']} ${dependencies['ical.js']}`);
  for (const file of files) hash.update(readFileSync(file));
  const version = hash.digest('hex').slice(0, 12);
  expect(readerVersion, `The reader has changed: write '${version}' into src/domain/reading/version.ts.`).toBe(version);
});
