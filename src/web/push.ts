/** Where providers tell of changes. Nobody is signed in here: a kind's own proof decides, and all that follows is a look. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Desk } from '../connect/desk.ts';
import { takeNotice } from '../connect/notices.ts';

export function pushHooks(desk: Desk): Hono {
  const web = new Hono();
  web.use('/push/*', bodyLimit({ maxSize: 256 * 1_024, onError: (c) => c.text('This notice is too long.', 413) }));
  web.on('POST', ['/push/:kind', '/push/:kind/lifecycle'], async (c) => {
    const { method, raw } = c.req;
    const { searchParams } = new URL(c.req.url);
    const request = { method, query: searchParams, headers: raw.headers, body: await c.req.text() };
    const { status, text } = await takeNotice(desk, c.req.param('kind'), request);
    // Plain text, never to be taken for a page: what a provider wants echoed anybody may have sent.
    return c.text(text, status, { 'cache-control': 'no-store' });
  });
  return web;
}
