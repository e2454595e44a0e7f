/** How the stored secret of a mailbox renews itself: sealed before and after, and by one caller at a time in all processes. */
import { changeSecret } from '../db/mailboxes.ts';
import type { Renew } from '../lib/oauth.ts';
import { type Desk, secretBinding } from './desk.ts';

export function renewIn({ store, keyring }: Pick<Desk, 'store' | 'keyring'>, id: string): Renew {
  const binding = secretBinding('mailbox', id);
  return async (change) => {
    const sealed = await changeSecret(store, id, async (before) => {
      const present = await keyring.unseal(before, binding);
      const after = await change(present);
      return after === present ? before : keyring.seal(after, binding);
    });
    return keyring.unseal(sealed, binding);
  };
}
