/** What Outlook access consists of: which permissions, what they mean in plain words, and what may leave this machine with them. */
import type { ClientSettings, OAuthAccess } from './mailbox.ts';
import { readPush } from './outlook-push.ts';

const graph = 'https://graph.microsoft.com/';
/** Least: reading and drafts, and whose mailbox it is. Mail.Send is never asked for; without it nothing can be sent. */
const scopes = ['Mail.ReadWrite', 'User.Read', 'offline_access'];

const meanings: Record<string, string> = {
  'mail.readwrite':
    'Read mail, and create, change and delete drafts and other mail in this mailbox. It does not allow sending.',
  'user.read': 'See whose account it is: name and addresses.',
  offline_access: 'Stay connected while nobody is signed in, until an admin or the owner ends it.',
  openid: 'Sign in.',
  profile: 'See the name of the account.',
  email: 'See the address of the account.',
  'mail.send': 'SEND mail as this person. Countersign does not want this and never uses it.',
  'mail.send.shared': 'SEND mail for other people. Countersign does not want this and never uses it.',
};

/** Scopes may come back with the address of the service before them, and in any case. */
const plain = (scope: string) => scope.toLowerCase().replace(graph, '');

const tenantOf = (client: ClientSettings) => encodeURIComponent(client.tenant || 'organizations');

export function outlookAccess(api: string, login: string): OAuthAccess {
  return {
    origin: api,
    clientSettings: {
      id: 'The "Application (client) ID" of your own app registration in Microsoft Entra.',
      secret: 'The value of a client secret of that registration (not its "Secret ID").',
      tenant: 'The "Directory (tenant) ID" of your organisation; "organizations" for an app that serves several.',
    },
    server: (client) => ({
      issuer: `${login}/${tenantOf(client)}/v2.0`,
      authorizationEndpoint: `${login}/${tenantOf(client)}/oauth2/v2.0/authorize`,
      tokenEndpoint: `${login}/${tenantOf(client)}/oauth2/v2.0/token`,
      // Microsoft has none: access ends at myapps.microsoft.com, or by an admin.
      revocationEndpoint: null,
      scopes,
      // No `prompt`: with "consent" people who are no admins are turned away even after an admin has agreed (AADSTS90095).
      parameters: { response_mode: 'query' },
    }),
    needs: [
      ['Mail.ReadWrite', 'User.Read'],
      [`${graph}Mail.ReadWrite`, `${graph}User.Read`],
    ],
    meaning: (scope) => meanings[plain(scope)] ?? null,
    aboutSending: (granted) =>
      granted.some((scope) => plain(scope).startsWith('mail.send'))
        ? 'This access could send mail, because Mail.Send was granted to the app: remove Mail.Send under "API permissions" of its registration in Microsoft Entra, revoke the consent, and connect again.'
        : 'This access cannot send mail: Microsoft lets nothing be sent without the permission Mail.Send, which was not granted.',
    adminConsentUrl(client, redirectUri) {
      const asked = { client_id: client.id ?? '', redirect_uri: redirectUri };
      const scope = scopes.map((each) => (each === 'offline_access' ? each : `${graph}${each}`)).join(' ');
      return `${login}/${tenantOf(client)}/v2.0/adminconsent?${new URLSearchParams({ ...asked, scope })}`;
    },
    // Each counts as one of the 10,000 in ten minutes. No batch: it carries requests that this list would not see.
    allow: {
      'GET /v1.0/me': 1,
      'GET /v1.0/me/mailFolders/{}': 1,
      'GET /v1.0/me/mailFolders/{}/messages': 1,
      'GET /v1.0/me/mailFolders/{}/messages/delta': 1,
      // As the service itself names the next page.
      "GET /v1.0/me/mailfolders('{}')/messages/delta": 1,
      "GET /v1.0/me/mailFolders('{}')/messages/delta": 1,
      'GET /v1.0/me/messages': 1,
      'GET /v1.0/me/messages/{}': 1,
      'GET /v1.0/me/messages/{}/attachments': 1,
      'DELETE /v1.0/me/messages/{}/attachments/{}': 1,
      'POST /v1.0/me/messages/{}/createReply': 1,
      'POST /v1.0/me/messages/{}/createReplyAll': 1,
      'PATCH /v1.0/me/messages/{}': 1,
      'DELETE /v1.0/me/messages/{}': 1,
      'POST /v1.0/me/messages/{}/move': 1,
      'POST /v1.0/me/mailFolders/inbox/messages': 1,
      'GET /v1.0/subscriptions': 1,
      'POST /v1.0/subscriptions': 1,
      'PATCH /v1.0/subscriptions/{}': 1,
    },
    sendPaths: [
      'POST /v1.0/me/sendMail',
      'POST /v1.0/me/messages/{}/send',
      'POST /v1.0/me/messages/{}/reply',
      'POST /v1.0/me/messages/{}/replyAll',
      'POST /v1.0/me/messages/{}/forward',
      'POST /v1.0/$batch',
    ],
    help: ({
      redirectUri,
    }) => `1. In Microsoft Entra, open "App registrations" and choose "New registration". Accounts: this organisation only.
2. As redirect URI choose "Web" and enter ${redirectUri}
3. Under "Certificates & secrets" make a client secret and note its value; it is shown once.
4. Under "API permissions" add the delegated permissions of Microsoft Graph Mail.ReadWrite, User.Read and offline_access. Do not add Mail.Send.
5. Start Countersign with the application ID, the secret and the directory ID in its settings.`,
    readPush,
  };
}
