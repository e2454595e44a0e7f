/** What Gmail access consists of: which permissions, what they mean in plain words, and what may leave this machine with them. */
import { pushReader } from './gmail-push.ts';
import type { OAuthAccess } from './mailbox.ts';

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

const meanings: Record<string, string> = {
  [scope('gmail.modify')]:
    'Read mail, create, change and delete drafts, put mail into this mailbox, and SEND. Google has no permission for drafts that leaves sending out; Countersign never sends.',
  [scope('gmail.readonly')]: 'Read mail in this mailbox. It changes nothing.',
  [scope('gmail.compose')]:
    'Create, change and delete drafts, and SEND. Google has no permission for drafts that leaves sending out; Countersign never sends.',
  [scope('gmail.insert')]: 'Put mail into this mailbox, without sending it to anyone.',
  [scope('gmail.send')]: 'SEND mail as this person. Countersign does not want this and never uses it.',
  'https://mail.google.com/':
    'Everything in this mailbox, deleting for good and SENDING included. Countersign does not want that much.',
  openid: 'Sign in.',
  [scope('userinfo.email')]: 'See the address of the account.',
  [scope('userinfo.profile')]: 'See the name of the account.',
};

/** Every scope with which Google lets mail be sent ("Authorization scopes" of the two methods that send). */
const sending = [scope('gmail.modify'), scope('gmail.compose'), scope('gmail.send'), 'https://mail.google.com/'];

/**
 * What may leave, each with its quota units. For projects made since May 2026: messages.get, threads.get and the lists as `facts/drafts.md` §1.5
 * has them; what it does not name as in the older table ("Per-method quota usage"), drafts.get and attachments.get as high as messages.get, to be
 * on the safe side. No batch: it carries requests that this list would not see. No drafts.update: a draft that was placed is never written to
 * again. No upload: bodies go as `raw`.
 */
export const allow = {
  'GET /gmail/v1/users/me/profile': 1,
  'GET /gmail/v1/users/me/settings/sendAs': 1,
  'GET /gmail/v1/users/me/history': 2,
  'GET /gmail/v1/users/me/messages': 5,
  'GET /gmail/v1/users/me/messages/{}': 20,
  'GET /gmail/v1/users/me/messages/{}/attachments/{}': 20,
  'GET /gmail/v1/users/me/threads/{}': 40,
  'GET /gmail/v1/users/me/drafts': 5,
  'GET /gmail/v1/users/me/drafts/{}': 20,
  'POST /gmail/v1/users/me/drafts': 10,
  'DELETE /gmail/v1/users/me/drafts/{}': 10,
  // Into the own mailbox, sent nowhere.
  'POST /gmail/v1/users/me/messages': 25,
  'POST /gmail/v1/users/me/watch': 100,
} as const;

export type Rule = keyof typeof allow;

export function gmailAccess(api: string, login: { authorize: string; token: string }, keys: string): OAuthAccess {
  return {
    origin: api,
    clientSettings: {
      id: 'The "Client ID" of your own OAuth client in the Google Cloud console.',
      secret: 'The "Client secret" of that client.',
      topic:
        'Only for wake-ups: the full name of the Pub/Sub topic, as in "projects/acme/topics/countersign". Without it mail is asked for each minute.',
      push_audience: 'Only for wake-ups: the "audience" of the push subscription.',
      push_account: 'Only for wake-ups: the address of the service account that signs what the subscription pushes.',
    },
    server: () => ({
      issuer: 'https://accounts.google.com',
      authorizationEndpoint: `${login.authorize}/o/oauth2/v2/auth`,
      tokenEndpoint: `${login.token}/token`,
      revocationEndpoint: `${login.token}/revoke`,
      scopes: [scope('gmail.modify')],
      // Without it there is no refresh token. No `prompt`: with "consent" everybody is asked each time, and an old grant is not replaced.
      parameters: { access_type: 'offline' },
    }),
    // The digest is stored by messages.insert, which readonly and compose together do not allow.
    needs: [
      [scope('gmail.modify')],
      [scope('gmail.readonly'), scope('gmail.compose'), scope('gmail.insert')],
      ['https://mail.google.com/'],
    ],
    meaning: (granted) => meanings[granted] ?? null,
    aboutSending: (granted) =>
      granted.some((each) => sending.includes(each))
        ? 'This access could send mail, for every permission of Google that allows drafts allows sending too; Countersign cannot, because its gateway lets no request out that sends.'
        : 'This access cannot send mail: none of its permissions allows it.',
    allow,
    sendPaths: [
      'POST /gmail/v1/users/{}/messages/send',
      'POST /gmail/v1/users/{}/drafts/send',
      'POST /upload/gmail/v1/users/{}/messages/send',
      'POST /upload/gmail/v1/users/{}/drafts/send',
      'POST /batch',
      'POST /batch/gmail/v1',
    ],
    help: ({
      redirectUri,
      pushUrl,
    }) => `1. In the Google Cloud console, make a project for your organisation and enable the "Gmail API" in it.
2. Under "Google Auth Platform", "Audience", choose "Internal": only accounts of your Workspace can then connect, and Google asks for no verification and no yearly assessment. Accounts outside a Workspace need "External" with each address as a test user; their access ends after seven days.
3. Under "Data access" add the scope ${scope('gmail.modify')}. It is enough alone; ${scope('gmail.readonly')} with ${scope('gmail.compose')} and ${scope('gmail.insert')} does as well. Do not add gmail.send.
4. Under "Clients" make an OAuth client of the type "Web application" with the redirect URI ${redirectUri}
5. Start Countersign with the client ID and the client secret in its settings.
6. If you want mail to be noticed within seconds and not within a minute: make a Pub/Sub topic, let gmail-api-push@system.gserviceaccount.com publish to it, and make a push subscription to ${pushUrl} with authentication by a service account of yours. Set the topic, the audience and the address of that account in the settings.`,
    readPush: pushReader(keys),
  };
}
