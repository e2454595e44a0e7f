/**
 * Countersign on Cloudflare Workers: pages from `fetch`, the queue drained from `scheduled`, everything in PostgreSQL. There is no folder
 * here, so no CSV files, and mailboxes are polled. `migrate` the database from Node before the first deployment.
 */
import afterAbsenceDe from '../templates/follow-up/after_absence.de.liquid';
import afterAbsenceEn from '../templates/follow-up/after_absence.en.liquid';
import afterAbsenceEs from '../templates/follow-up/after_absence.es.liquid';
import afterAbsenceFr from '../templates/follow-up/after_absence.fr.liquid';
import afterMeetingDe from '../templates/follow-up/after_meeting.de.liquid';
import afterMeetingEn from '../templates/follow-up/after_meeting.en.liquid';
import afterMeetingEs from '../templates/follow-up/after_meeting.es.liquid';
import afterMeetingFr from '../templates/follow-up/after_meeting.fr.liquid';
import holdOverDe from '../templates/follow-up/hold_over.de.liquid';
import holdOverEn from '../templates/follow-up/hold_over.en.liquid';
import holdOverEs from '../templates/follow-up/hold_over.es.liquid';
import holdOverFr from '../templates/follow-up/hold_over.fr.liquid';
import lastTryDe from '../templates/follow-up/last_try.de.liquid';
import lastTryEn from '../templates/follow-up/last_try.en.liquid';
import lastTryEs from '../templates/follow-up/last_try.es.liquid';
import lastTryFr from '../templates/follow-up/last_try.fr.liquid';
import promiseOverdueDe from '../templates/follow-up/promise_overdue.de.liquid';
import promiseOverdueEn from '../templates/follow-up/promise_overdue.en.liquid';
import promiseOverdueEs from '../templates/follow-up/promise_overdue.es.liquid';
import promiseOverdueFr from '../templates/follow-up/promise_overdue.fr.liquid';
import questionOpenDe from '../templates/follow-up/question_open.de.liquid';
import questionOpenEn from '../templates/follow-up/question_open.en.liquid';
import questionOpenEs from '../templates/follow-up/question_open.es.liquid';
import questionOpenFr from '../templates/follow-up/question_open.fr.liquid';
import silenceDe from '../templates/follow-up/silence.de.liquid';
import silenceEn from '../templates/follow-up/silence.en.liquid';
import silenceEs from '../templates/follow-up/silence.es.liquid';
import silenceFr from '../templates/follow-up/silence.fr.liquid';
import wePromisedDe from '../templates/follow-up/we_promised.de.liquid';
import wePromisedEn from '../templates/follow-up/we_promised.en.liquid';
import wePromisedEs from '../templates/follow-up/we_promised.es.liquid';
import wePromisedFr from '../templates/follow-up/we_promised.fr.liquid';
import mailDigestHtml from '../templates/mail/digest.html.liquid';
import mailDigestText from '../templates/mail/digest.text.liquid';
import mailEntry from '../templates/mail/entry.liquid';
import mailMore from '../templates/mail/more.liquid';
import mailReceiptHtml from '../templates/mail/receipt.html.liquid';
import mailReceiptText from '../templates/mail/receipt.text.liquid';
import mailSection from '../templates/mail/section.liquid';
import mailStyle from '../templates/mail/style.liquid';
import writeSystem from '../templates/write/system.liquid';
import writeThread from '../templates/write/thread.liquid';
import { type App, openApp } from './app.ts';
import { readConfig } from './config.ts';
import { openPostgres } from './db/postgres.ts';
import { NeedsPerson } from './errors.ts';
import { spendingOf } from './jobs/spending.ts';
import { sha256 } from './lib/hash.ts';
import { createLog } from './lib/log.ts';
import { keyId, openKeyring, parseKey } from './lib/seal.ts';
import { openWording } from './lib/wording.ts';
import { mailboxKinds } from './mailbox/index.ts';
import { pages } from './web/pages.ts';

type Environment = Record<string, string | undefined>;

/** Every template by name; a test holds that none is missing. */
const templates = {
  'follow-up/after_absence.de': afterAbsenceDe,
  'follow-up/after_absence.en': afterAbsenceEn,
  'follow-up/after_absence.es': afterAbsenceEs,
  'follow-up/after_absence.fr': afterAbsenceFr,
  'follow-up/after_meeting.de': afterMeetingDe,
  'follow-up/after_meeting.en': afterMeetingEn,
  'follow-up/after_meeting.es': afterMeetingEs,
  'follow-up/after_meeting.fr': afterMeetingFr,
  'follow-up/hold_over.de': holdOverDe,
  'follow-up/hold_over.en': holdOverEn,
  'follow-up/hold_over.es': holdOverEs,
  'follow-up/hold_over.fr': holdOverFr,
  'follow-up/last_try.de': lastTryDe,
  'follow-up/last_try.en': lastTryEn,
  'follow-up/last_try.es': lastTryEs,
  'follow-up/last_try.fr': lastTryFr,
  'follow-up/promise_overdue.de': promiseOverdueDe,
  'follow-up/promise_overdue.en': promiseOverdueEn,
  'follow-up/promise_overdue.es': promiseOverdueEs,
  'follow-up/promise_overdue.fr': promiseOverdueFr,
  'follow-up/question_open.de': questionOpenDe,
  'follow-up/question_open.en': questionOpenEn,
  'follow-up/question_open.es': questionOpenEs,
  'follow-up/question_open.fr': questionOpenFr,
  'follow-up/silence.de': silenceDe,
  'follow-up/silence.en': silenceEn,
  'follow-up/silence.es': silenceEs,
  'follow-up/silence.fr': silenceFr,
  'follow-up/we_promised.de': wePromisedDe,
  'follow-up/we_promised.en': wePromisedEn,
  'follow-up/we_promised.es': wePromisedEs,
  'follow-up/we_promised.fr': wePromisedFr,
  'mail/digest.html': mailDigestHtml,
  'mail/digest.text': mailDigestText,
  'mail/entry': mailEntry,
  'mail/more': mailMore,
  'mail/receipt.html': mailReceiptHtml,
  'mail/receipt.text': mailReceiptText,
  'mail/section': mailSection,
  'mail/style': mailStyle,
  'write/system': writeSystem,
  'write/thread': writeThread,
};

function openStore(environment: Environment) {
  const { databaseUrl } = readConfig(environment);
  if (!databaseUrl) throw new NeedsPerson('A Worker needs a PostgreSQL: set the secret DATABASE_URL.');
  // A Worker may hold few connections, and none beyond the request that opened it.
  return openPostgres(databaseUrl, sha256, 2);
}

export default {
  async fetch(request: Request, environment: Environment): Promise<Response> {
    if (new URL(request.url).pathname === '/health')
      return Response.json({ ok: true, templates: Object.keys(templates).length });
    // Keys and the queue are for those pages only that connect mailboxes and take notices.
    if (/^\/(?:connect|disconnect|push)(?:\/|$)/.test(new URL(request.url).pathname))
      return withApp(environment, async (app) => app.web.fetch(request));
    const store = openStore(environment);
    try {
      const { url, policy, model } = readConfig(environment);
      const now = () => new Date();
      const spending = () => spendingOf(store.db, policy, model, now());
      return await pages({ store, now, spending, https: url?.startsWith('https:') ?? false }).fetch(request);
    } finally {
      await store.close();
    }
  },

  async scheduled(_event: unknown, environment: Environment): Promise<void> {
    await withApp(environment, async (app) => {
      await app.sweep();
      await app.queue.drain(app.context);
    });
  },
};

async function withApp<T>(environment: Environment, work: (app: App) => Promise<T>): Promise<T> {
  const config = readConfig(environment);
  if (!config.key)
    throw new NeedsPerson('A Worker needs a key: set the secret COUNTERSIGN_KEY to 32 random bytes in base64.');
  const key = parseKey(config.key);
  const store = openStore(environment);
  const log = createLog({ level: config.logLevel, destination: { write: (line) => console.log(line) } });
  try {
    const keyring = await openKeyring([{ id: await keyId(key), key }]);
    const wording = openWording(templates);
    const app = await openApp(
      { store, config, keyring, log, wording, mailboxKinds, crmKinds: [] },
      { supervise: false },
    );
    try {
      return await work(app);
    } finally {
      await app.stop();
    }
  } finally {
    await store.close();
  }
}
