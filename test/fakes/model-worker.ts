/** The question to a model, asked in workerd: for a test that the library and the bounds work there too. */
import { openModel } from '../../src/lib/llm.ts';

export default {
  async fetch(_request: Request, { MODEL_URL = '' }: Record<string, string>): Promise<Response> {
    const settings = { name: 'test-model', url: MODEL_URL, key: 'sk-secret', temperature: 0.3, seconds: 20 };
    const model = openModel(settings, new AbortController().signal);
    const question = { system: 'Answer with JSON.', user: 'Ready?', schema: { type: 'object' }, maxTokens: 100 };
    return Response.json([await model.models(), await model.ask(question)]);
  },
};
