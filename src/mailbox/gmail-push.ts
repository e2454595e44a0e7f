/** Wake-ups by Pub/Sub. They may be lost, late or doubled (guides/push); whoever gets one only reads what is new. */
import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { BadInput, TryLater } from '../errors.ts';
import type { ClientSettings, OAuthAccess, PushRequest } from './mailbox.ts';

/** A notice is some hundred bytes. */
const maxBody = 64 * 1024;
const issuers = ['https://accounts.google.com', 'accounts.google.com'];

const notice = z.object({ message: z.object({ data: z.string() }) });
const change = z.object({ emailAddress: z.string() });

/**
 * Reads what a push subscription posts. It proves itself by a token that Google signed for the service account of the subscription
 * (`facts/security.md` §1.6): algorithm, issuer, audience, account and time must all be right. `keys` is the address of Google's public keys, asked
 * for when a notice comes and kept by `jose`.
 */
export function pushReader(keys: string): OAuthAccess['readPush'] {
  const keySet = createRemoteJWKSet(new URL(keys), { [customFetch]: fetchKeys });
  return async (request, client, now) => {
    await prove(request, client, now, keySet);
    if (request.body.length > maxBody) throw new BadInput('This notice of new mail is too long.');
    const address = addressIn(request.body);
    if (address === null)
      throw new BadInput('This is no notice of new mail: a message with the data "emailAddress" was expected.');
    return { answer: null, wake: [{ address: address.toLowerCase() }], renew: [] };
  };
}

async function prove(
  { headers }: PushRequest,
  client: ClientSettings,
  now: Date,
  keySet: ReturnType<typeof createRemoteJWKSet>,
): Promise<void> {
  const { push_audience: audience, push_account: account } = client;
  if (!audience || !account)
    throw new BadInput('Notices of new mail are not set up: the settings push_audience and push_account are missing.');
  const [, token] = /^Bearer (\S{1,8192})$/i.exec(headers.get('authorization') ?? '') ?? [];
  if (token === undefined) throw new BadInput('This notice of new mail carries no proof of its origin.');
  try {
    const { payload } = await jwtVerify(token, keySet, {
      algorithms: ['RS256'],
      issuer: issuers,
      audience,
      currentDate: now,
      clockTolerance: 60,
      requiredClaims: ['exp', 'email'],
    });
    if (payload.email === account && payload.email_verified === true) return;
  } catch (error) {
    if (error instanceof TryLater) throw error;
    if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) throw noKeys(error);
  }
  throw new BadInput('The proof of this notice of new mail is not good.');
}

async function fetchKeys(url: string, options: RequestInit): Promise<Response> {
  // Not followed, whatever the status says; `error` would say it, but Workers do not know it.
  const response = await fetch(url, { ...options, redirect: 'manual' }).catch((error) => {
    throw noKeys(error);
  });
  if (response.status !== 200) throw noKeys(new Error(`HTTP ${response.status}`));
  return response;
}

const noKeys = (cause: unknown) =>
  new TryLater('The keys by which a notice of new mail proves itself could not be read.', { cause });

function addressIn(body: string): string | null {
  try {
    const { message } = notice.parse(JSON.parse(body));
    return change.parse(JSON.parse(Buffer.from(message.data, 'base64').toString())).emailAddress;
  } catch {
    return null;
  }
}
