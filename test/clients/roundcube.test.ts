import { rmSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { chromiumMissing, startChromium } from '../demo/chromium.ts';
import { roundcubeMissing, sitDown, startRoundcube } from '../support/roundcube.ts';
import { type ClientProgram, clientStories } from './story.ts';

const pictures = new URL('../artefacts/roundcube', import.meta.url).pathname;

clientStories('Roundcube', chromiumMissing ?? roundcubeMissing, async ({ imap, smtp }): Promise<ClientProgram> => {
  rmSync(pictures, { recursive: true, force: true });
  const roundcube = await startRoundcube({ imap, smtp });
  const browser = await startChromium();
  return {
    async seat(account) {
      const sitting = await sitDown(browser, roundcube.url, account, { folder: pictures, title: account.act });
      const { page, mails, text, picture } = sitting;
      const button = (name: string): Locator => page.locator(`a.${name}:not(.disabled):visible`).first();

      const openDraft = async () => {
        await sitting.openFolder('Drafts');
        await sitting.openDraft();
      };
      const type = async (where: 'Control+Home' | 'Control+End', typed: string) => {
        await text.press(where);
        await text.pressSequentially(typed);
        await picture('text-typed');
      };
      const send = async () => {
        await sitting.press(page.locator('button.send'), 'sent successfully');
        await picture('sent');
        await page.locator('#mailboxlist').waitFor();
      };
      const goBack = async () => {
        await page.locator('a.mail').first().click();
        await page.locator('#mailboxlist').waitFor();
      };
      return {
        async send() {
          await openDraft();
          await send();
        },
        async editAndSend(typed, meanwhile) {
          await openDraft();
          await type('Control+End', `\n\n${typed}`);
          await meanwhile();
          await send();
        },
        async editAndSave(typed) {
          await openDraft();
          await type('Control+End', `\n\n${typed}`);
          await sitting.press(button('save.draft'), 'saved to Drafts');
          await picture('saved');
          await goBack();
        },
        async discard() {
          await sitting.openFolder('Drafts');
          await sitting.select();
          await sitting.press(button('delete'), 'moved');
          await mails.first().waitFor({ state: 'hidden' });
          await picture('deleted');
        },
        async answer(typed) {
          await sitting.openFolder('Sent');
          await sitting.select();
          await button('reply').click();
          await text.waitFor();
          await type('Control+Home', `${typed}\n\n`);
          await send();
        },
        async look() {
          await openDraft();
          await goBack();
        },
      };
    },
    async close() {
      await browser.close();
      await roundcube.stop();
    },
  };
});
