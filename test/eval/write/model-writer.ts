/** A language model as one more column of `npm run eval -- write`: the real prompt, the real endpoint, and the gate in front of what it answers. */
import { type Config, readConfig } from '../../../src/config.ts';
import type { Render } from '../../../src/domain/plan.ts';
import { authorshipInWords } from '../../../src/domain/writing/authorship.ts';
import { draftWith, writeWith } from '../../../src/domain/writing/write.ts';
import { BadInput } from '../../../src/errors.ts';
import { openModel } from '../../../src/lib/llm.ts';
import type { Writer } from './situations.ts';

/** What the gate refuses, and what the model does not answer, counts as refused: a rep would get the template. */
export function modelWriter(model: NonNullable<Config['model']>, render: Render): Writer {
  const write = writeWith(openModel(model, new AbortController().signal), render);
  return async ({ context, limits }, templated) => {
    const { reply, evidence, written } = draftWith(templated, await write(context, limits), model.name);
    return written.by === 'model' ? { text: reply.text, evidence } : { refused: authorshipInWords(written) };
  };
}

/** `--model` is the configured one, `--model NAME` another one at the same endpoint; as often as wanted. Throws BadInput where none is configured. */
export function modelsNamed(argv: readonly string[], render: Render): [name: string, writer: Writer][] {
  const asked = argv.flatMap((word, at) => (word === '--model' ? [argv[at + 1]] : []));
  if (asked.length === 0) return [];
  const { model } = readConfig(process.env);
  if (!model)
    throw new BadInput(
      'No language model is set: set COUNTERSIGN_MODEL, and COUNTERSIGN_MODEL_URL or COUNTERSIGN_MODEL_KEY.',
    );
  return asked.map((next) => {
    const name = next && !next.startsWith('--') ? next : model.name;
    return [name, modelWriter({ ...model, name }, render)];
  });
}
