/** Requests of ours to elsewhere, made in workerd: for a test that they can be made there as on Node. */
import { openGateway } from '../../src/lib/gateway.ts';
import { openModel } from '../../src/lib/llm.ts';

export default {
  async fetch(request: Request, { MODEL_URL = '' }: Record<string, string>): Promise<Response> {
    const url = new URL(MODEL_URL);
    if (new URL(request.url).pathname === '/gateway') {
      const allow = { 'GET /v1/models': 1, 'GET /v1/moved': 1 };
      const token = async () => 'token';
      const options = { origin: url.origin, allow, token, account: 'a', atOnce: 1, seconds: 10, now: () => new Date() };
      const gateway = openGateway(options);
      const [found, moved] = [`${url}/models`, `${url}/moved`].map((each) => gateway.fetch(each));
      return Response.json([
        await found!.then(({ status }) => status),
        await moved!.then(
          ({ status }) => status,
          ({ name }) => name,
        ),
      ]);
    }
    const settings = { name: 'test-model', url: MODEL_URL, key: 'sk-secret', temperature: 0.3, seconds: 20 };
    const model = openModel(settings, new AbortController().signal);
    const question = { system: 'Answer with JSON.', user: 'Ready?', schema: { type: 'object' }, maxTokens: 100 };
    return Response.json([await model.models(), await model.ask(question)]);
  },
};
