/** The published schema of Gmail's API, where the corpus of public material is there. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { corpusPath } from '../support/corpus.ts';

const path = corpusPath('specs', 'gmail', 'gmail-v1.schema.json');

/** Throws when a value does not fit the schema of that name, or has members the schema does not know. Null without the corpus. */
export function schemaCheck(): ((type: string, value: unknown) => void) | null {
  if (!existsSync(path)) return null;
  const schema = JSON.parse(readFileSync(path, 'utf8')) as { $defs: Record<string, object> };
  for (const each of Object.values(schema.$defs)) Object.assign(each, { additionalProperties: false });
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(schema, 'gmail');
  return (type, value) => {
    const fits = ajv.getSchema(`gmail#/$defs/${type}`);
    if (!fits) throw new Error(`The schema knows no ${type}.`);
    if (!fits(value)) throw new Error(`Not a ${type}: ${ajv.errorsText(fits.errors)}`);
  };
}
