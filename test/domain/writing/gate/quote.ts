/** A rep who sent a quote and asked whether it came: the least that the gate lets a draft be about. */
import type { Ground, Limits } from '../../../../src/domain/writing/gate/written.ts';

const messageId = '<1@x.example>';
const quote = 'Here is the quote for the freezer.';

/** `more` stands behind the rep's words; `others` are the mails after it. */
export const groundWith = (more = '', others: Ground['messages'] = []): Ground => ({
  messages: [
    { messageId, author: 'rep', date: '2026-03-04', text: `${quote}${more && ` ${more}`}`, attachments: [] },
    ...others,
  ],
  contact: { name: 'Holly Marsh', company: 'Bracken' },
  rep: { name: 'Sasha Cole' },
  today: '2026-03-12',
  monthFirst: false,
});

export const limits: Limits = {
  language: 'en',
  formal: null,
  maxWords: 80,
  greeting: 'Hi Holly,',
  signOff: 'Sasha',
  before: [],
};

/** What the draft is about, in a sentence that passes. */
export const core = {
  text: 'On 4 March I sent you the quote for the freezer.',
  ground: [{ messageId, words: quote }],
};
