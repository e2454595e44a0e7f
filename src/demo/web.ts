/** The demo's routes: one page, what a rep and a prospect can do on it, and time. Loopback only; nothing here is part of the service. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { recentLedger } from '../db/ledger.ts';
import { languageOf } from '../domain/text.ts';
import { nextMorning } from './clock.ts';
import { type Folders, type MailFolder, type MailView, prospectAnswer } from './mailbox.ts';
import { contentSecurityPolicy, dealsPane, demoPage, mailboxPane, routes, threadOf } from './page.ts';
import { script, styles } from './page-assets.ts';
import { type Drafted, decidedAfter, draftedSoFar, ledgerHead, skipHold } from './record.ts';
import type { Stage } from './stage.ts';
import { clockOf, dealsView, decidedWords, openWords, versionOf } from './view.ts';

const hour = 3_600_000;
/** How many answers to clicks are kept, for a page that is loaded again. */
const keptNotices = 50;

export function demoPages(stage: Stage): Hono {
  const web = new Hono();
  const notices = new Map<string, Notice>();
  let clicks = 0;

  web.use(async (c, next) => {
    // A page elsewhere may point its own name at this machine; then only the Host header gives it away.
    const { hostname } = new URL(c.req.url);
    if (hostname !== '127.0.0.1' && hostname !== 'localhost')
      return c.text('This page is for this machine only.\n', 403);
    await next();
    c.header('content-security-policy', contentSecurityPolicy);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    c.header('cache-control', 'no-store');
  });
  web.use(csrf());
  web.use(bodyLimit({ maxSize: 1_000_000 }));

  web.get(routes.style, (c) => c.body(styles, 200, { 'content-type': 'text/css; charset=utf-8' }));
  web.get(routes.script, (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  web.get(routes.version, async (c) => c.text(await versionOf(stage)));

  web.get('/', async (c) => {
    const folder = folderOf(c.req.query('folder'));
    const open = c.req.query('open') ?? null;
    // Opening marks as read, which the service takes into account.
    if (open !== null) await stage.mail.open(open).catch(() => null);
    // Before everything else, so that what changes meanwhile is seen as a change.
    const version = await versionOf(stage);
    const clock = await clockOf(stage);
    const folders = await stage.mail.list();
    const left = mailboxPane({ rep: stage.inbox.rep, folders, folder, open, clock });
    const notice = notices.get(c.req.query('said') ?? '');
    const right = dealsPane(await dealsView(stage, clock, notice?.deals ?? []));
    return c.html(demoPage({ left, right, clock, version, notice: notice?.lines }));
  });

  /** Does what a button says, and leads back to the page, which tells what came of it. */
  const click = async (c: Context, title: string, work: () => Promise<string>): Promise<Response> => {
    const { seq, before } = { seq: await ledgerHead(stage), before: await draftedSoFar(stage) };
    let where: string;
    let notice: Notice;
    try {
      where = await work();
      const { lines, deals } = await newsSince(stage, seq, before);
      notice = { lines: [title, ...lines], deals };
    } catch (error) {
      where = '/?folder=drafts';
      notice = { lines: [`${title} It did not work.`, (error as Error).message], deals: [] };
    }
    clicks++;
    notices.set(String(clicks), notice);
    notices.delete(String(clicks - keptNotices));
    return c.redirect(`${where}&said=${clicks}`, 303);
  };
  const formOf = async (c: Context): Promise<{ ref: string; text: string | null; to: string }> => {
    const form = await c.req.parseBody();
    const word = (name: string): string | null => (typeof form[name] === 'string' ? form[name] : null);
    const text = word('text')?.replace(/\r\n?/g, '\n') ?? null;
    return { ref: word('ref') ?? '', text, to: word('to') ?? '' };
  };

  web.post(routes.send, async (c) => {
    const { ref, text } = await formOf(c);
    return click(c, 'The rep sent the draft.', async () => {
      const { drafts } = await stage.mail.list();
      const changed = text !== null && text.trimEnd() !== drafts.find((draft) => draft.ref === ref)?.text.trimEnd();
      await stage.act((mail) => mail.send(ref, changed ? text : undefined));
      return '/?folder=drafts';
    });
  });
  web.post(routes.save, async (c) => {
    const { ref, text } = await formOf(c);
    return click(c, 'The rep saved the draft.', async () => {
      const saved = await stage.act((mail) => mail.saveEdit(ref, text ?? ''));
      return `/?folder=drafts&open=${saved}`;
    });
  });
  web.post(routes.remove, async (c) => {
    const { ref } = await formOf(c);
    return click(c, 'The rep deleted the draft.', async () => {
      await stage.act((mail) => mail.remove(ref));
      return '/?folder=drafts';
    });
  });
  web.post(routes.write, async (c) => {
    const { ref, text } = await formOf(c);
    return click(c, 'The rep wrote a mail of their own.', async () => {
      await stage.act((mail) => mail.writeByHand(ref, text ?? ''));
      return '/?folder=sent';
    });
  });
  web.post(routes.answer, async (c) => {
    const { ref } = await formOf(c);
    return click(c, 'The prospect answered.', async () => {
      const answered = lastSaid(ref, await stage.mail.list());
      await stage.act((mail) =>
        mail.receive(prospectAnswer(answered, stage.inbox.rep, answerTo(answered), stage.now())),
      );
      return '/?folder=inbox';
    });
  });
  web.post(routes.skip, async (c) => {
    const { to } = await formOf(c);
    const title = { hour: 'An hour passed.', morning: 'A new working day.', hold: 'The hold is over.' }[to] ?? '';
    return click(c, title, async () => {
      if (to === 'hour') await stage.skipTo(new Date(stage.now().getTime() + hour));
      if (to === 'morning') await stage.skipTo(nextMorning(stage.now()));
      if (to === 'hold') await skipHold(stage);
      return '/?folder=drafts';
    });
  });
  return web;
}

function folderOf(name: string | undefined): MailFolder {
  return name === 'inbox' || name === 'sent' || name === 'trash' ? name : 'drafts';
}

/** What a mail's conversation ended with. A draft is not part of it: nobody but the rep has seen it. */
function lastSaid(ref: string, folders: Folders): MailView {
  const mail = Object.values(folders)
    .flat()
    .find((each) => each.ref === ref);
  const said = mail && (mail.folder === 'drafts' ? threadOf(mail, folders).at(-1) : mail);
  if (!said) throw new Error('This mail is not there any more: it was sent, edited or deleted meanwhile.');
  return said;
}

const answerTo = ({ text }: MailView): string =>
  languageOf(text) === 'de'
    ? 'Guten Tag Frau Torrick,\n\ndas ist jetzt geklärt, wir machen es so. Vielen Dank für Ihre Geduld!\n\nMit freundlichen Grüßen'
    : 'Hi Maya,\n\nthat is settled now, please go ahead. Thank you for your patience!\n\nBest';

/** What came of a click: sentences, and the deals they are about. */
interface Notice {
  lines: string[];
  deals: string[];
}

/** What the service made of it: decisions with their ledger entries, drafts that are judged otherwise now, new drafts. */
async function newsSince(stage: Stage, seq: number, before: Drafted[]): Promise<Notice> {
  const known = new Map(before.map((each) => [each.placementId, each]));
  const drafts = await draftedSoFar(stage);
  const decided = await decidedAfter(stage, seq);
  const changed = drafts.filter(({ placementId, final, why, flags }) => {
    const was = known.get(placementId);
    return !final && was && (was.why !== why || was.flags.join() !== flags.join());
  });
  const fresh = drafts.filter(({ placementId }) => !known.has(placementId)).map(({ deal }) => deal);
  const lines = [
    ...decided.map((each) => `${each.deal}: ${decidedWords(each)}${each.logged ? ' · logged in the CRM' : ''}`),
    ...changed.map((each) => `${each.deal}: ${openWords(each)}`),
    ...(fresh.length > 0 ? [`New drafts: ${fresh.join('; ')}.`] : []),
    ...((await recentLedger(stage.app.store.db, 50)).some((entry) => entry.kind === 'answer' && entry.seq > seq)
      ? ['The answer to the summary was read; a receipt lies in the inbox.']
      : []),
  ];
  return {
    lines: lines.length > 0 ? lines : ['No verdict changed.'],
    deals: [...decided, ...changed].map(({ dealId }) => dealId),
  };
}
