/** What a model is shown, read back from the request: the fakes answer to it, as a model would. */
import type { GroundMessage, Language } from '../../src/domain/writing/gate/written.ts';
import type { ModelRequest } from './model-server.ts';

export interface ShownThread {
  language: Language;
  situation: string;
  messages: GroundMessage[];
}

export function shownTo({ body }: ModelRequest): ShownThread {
  const user = body.messages.at(-1)?.content ?? '';
  const data = /<data>\n([\s\S]*)\n<\/data>/.exec(user)?.[1] ?? '[]';
  const messages = JSON.parse(data) as {
    id: string;
    from: 'rep' | 'contact';
    date: string;
    text: string;
    files?: string[];
  }[];
  return {
    language: (/\("language": "(\w+)"\)/.exec(user)?.[1] ?? 'en') as Language,
    situation: /\("reason": "(\w+)"\)/.exec(user)?.[1] ?? '',
    messages: messages.map(({ id, from, date, text, files = [] }) => ({
      messageId: id,
      author: from,
      date,
      text,
      attachments: files,
    })),
  };
}
