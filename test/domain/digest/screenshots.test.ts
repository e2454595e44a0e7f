/** The digest and the receipt in a browser, on a phone and on a desk, in the light and in the dark: nothing sticks out, and all of it can be read. */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/domain/digest/digest.ts';
import { digestMail } from '../../../src/domain/digest/mail.ts';
import { receiptMail } from '../../../src/domain/digest/receipt.ts';
import { sha256 } from '../../../src/lib/hash.ts';
import { shippedTemplates } from '../../../src/node.ts';
import { chromiumMissing, startChromium } from '../../demo/chromium.ts';
import { dayOf, fullDay } from './facts.ts';

const { render } = shippedTemplates();
const witness = { seq: 1234, head: 'f'.repeat(64) };
const digest = digestOf(fullDay, sha256)!;
const done = { until: null, value: null, state: 'done', change: null } as const;
const receipt = receiptMail(
  {
    at: 'Monday 30 November',
    subject: 'Re: Countersign',
    items: digest.items,
    today: fullDay.today,
    askBack: 'Some of your answer was not clear to us, and nothing was changed by it.',
    outcomes: [
      { ...done, n: 1, do: 'approve', said: 'It is made.' },
      { ...done, n: 2, do: 'reject', state: 'refused', said: 'It was to be decided by 2026-11-27.' },
    ],
  },
  witness,
  render,
);
const long = digestOf(dayOf('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung'.repeat(2)), sha256)!;
const mails = {
  digest: digestMail(digest, witness, render).html,
  receipt: receipt.html,
  'long-words': digestMail(long, witness, render).html,
};
const out = join(tmpdir(), 'countersign-screenshots');

describe.skipIf(chromiumMissing)(`the mails in a browser (${chromiumMissing ?? out})`, () => {
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(out, { recursive: true });
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  const looks = Object.keys(mails).flatMap((mail) =>
    [360, 1200].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ mail, width, scheme }))),
  );

  it.each(looks)('$mail at $width px, $scheme', async ({ mail, width, scheme }) => {
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      javaScriptEnabled: true,
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(mails[mail as keyof typeof mails]);
    // A function in words: what runs in the page is no code of ours to be checked here.
    const { wide, faint } = (await page.evaluate(`(() => {
      const channel = (value) => { const c = value / 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
      const numbers = (color) => (color.match(/[\\d.]+/g) || []).map(Number);
      const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
      const behind = (element) => {
        for (let at = element; at; at = at.parentElement) {
          const color = numbers(getComputedStyle(at).backgroundColor);
          if (color.length === 3 || color[3] > 0) return color;
        }
        return [255, 255, 255];
      };
      const faint = [];
      for (const element of document.querySelectorAll('h1,h2,p,b,span,td.number,a')) {
        if (![...element.childNodes].some((each) => each.nodeType === 3 && each.textContent.trim())) continue;
        const [a, b] = [light(numbers(getComputedStyle(element).color)), light(behind(element))];
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (contrast < 4.5) faint.push(contrast.toFixed(2) + ' ' + element.textContent.trim().slice(0, 40));
      }
      return { wide: document.documentElement.scrollWidth - document.documentElement.clientWidth, faint };
    })()`)) as { wide: number; faint: string[] };
    await page.screenshot({ path: join(out, `${mail}-${width}-${scheme}.png`), fullPage: true });
    await page.close();
    expect(wide).toBe(0);
    // WCAG 2.2 §1.4.3.
    expect(faint).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([]);
  });
});
