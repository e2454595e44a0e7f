import { neomuttMissing, setUpNeomutt, type Terminal } from '../support/neomutt.ts';
import { type ClientProgram, clientStories } from './story.ts';

/** The list of mails. From a compose window NeoMutt goes back to it only when the mail was sent or stored. */
const index = /^-.-NeoMutt: /m;

clientStories('NeoMutt', neomuttMissing, async ({ imap, smtp }): Promise<ClientProgram> => {
  const homes: { remove(): void }[] = [];
  /** Recalls the only draft: it opens in the editor, which ends at once, and then waits in the compose menu. */
  const recall = async ({ press, shows }: Terminal) => {
    await shows(index);
    press('R');
    await shows('y:Send');
  };
  const sendAndQuit = async ({ press, shows }: Terminal) => {
    press('y');
    await shows(index);
    press('q');
  };
  const postponeAndQuit = async ({ press, shows }: Terminal) => {
    press('q');
    await shows('Save (postpone) draft message?');
    press('y');
    await shows(index);
    press('q');
  };
  return {
    async seat({ user, password }) {
      const neomutt = setUpNeomutt({ imap, smtp, user, password, name: 'Robin Rep' });
      homes.push(neomutt);
      return {
        send: () =>
          neomutt.sit('INBOX', async (terminal) => {
            await recall(terminal);
            await sendAndQuit(terminal);
          }),
        editAndSend: (typed, meanwhile) =>
          neomutt.sit(
            'INBOX',
            async (terminal) => {
              await recall(terminal);
              await meanwhile();
              await sendAndQuit(terminal);
            },
            { below: `\n${typed}\n` },
          ),
        editAndSave: (typed) =>
          neomutt.sit(
            'INBOX',
            async (terminal) => {
              await recall(terminal);
              await postponeAndQuit(terminal);
            },
            { below: `\n${typed}\n` },
          ),
        discard: () =>
          neomutt.sit('Drafts', async ({ press, shows }) => {
            await shows('Msgs:1');
            press('d');
            await shows('Del:1');
            press('q');
          }),
        answer: (typed) =>
          neomutt.sit(
            'Sent',
            async (terminal) => {
              await terminal.shows(index);
              terminal.press('r');
              await terminal.shows('y:Send');
              await sendAndQuit(terminal);
            },
            { above: `${typed}\n\n` },
          ),
        look: () =>
          neomutt.sit('INBOX', async (terminal) => {
            await recall(terminal);
            await postponeAndQuit(terminal);
          }),
      };
    },
    async close() {
      for (const home of homes) home.remove();
    },
  };
});
