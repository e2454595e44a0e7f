/** The published schema of Graph's mail, where the corpus of public material is there. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { corpusPath } from '../support/corpus.ts';

const path = corpusPath('specs', 'microsoft-graph-mail', 'graph-mail.schema.json');

/** Throws when a value does not fit the schema of that name. Null without the corpus. */
export function schemaCheck(): ((type: string, value: unknown) => void) | null {
  if (!existsSync(path)) return null;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(JSON.parse(readFileSync(path, 'utf8')), 'graph');
  return (type, value) => {
    const fits = ajv.getSchema(`graph#/$defs/${type}`);
    if (!fits) throw new Error(`The schema knows no ${type}.`);
    if (!fits(value)) throw new Error(`Not a ${type}: ${ajv.errorsText(fits.errors)}`);
  };
}
