/**
 * Secrets at rest: AES-256-GCM through WebCrypto, which Node and Workers share.
 *
 * A sealed text is `v1.KEYID.IV.CIPHERTEXT`, the last two in base64url. What it was sealed for (its row) and the id of
 * its key are authenticated with it, so a sealed text copied into another row or relabelled does not open.
 * Why: `facts/security.md` §1.5.
 */
import { BadInput, NeedsPerson } from '../errors.ts';

/** One key of 32 random bytes under a name that is stored with everything sealed by it. */
export interface SealKey {
  /** 1 to 32 letters, digits, `-` or `_`. Never reuse an id for another key. */
  id: string;
  key: Uint8Array;
}

/** All keys of an installation. Any number of calls may run at once. */
export interface Keyring {
  /**
   * Seals with the first key of the ring. `bind` names the row, such as `mailbox|ID|secret|1`, and has to be given again
   * to open it. Twice gives two different sealed texts. Throws BadInput for text that is not well-formed Unicode.
   */
  seal(text: string, bind: string): Promise<string>;
  /** The text, or NeedsPerson: a key that is missing or wrong, another row, or a changed byte. Never a part of the text. */
  unseal(sealed: string, bind: string): Promise<string>;
  /** A name that nobody can work out without the first key: 32 hex digits of HMAC-SHA-256. The same text gives the same name. */
  mac(text: string): Promise<string>;
  /** Whether this was sealed with the first key. False means: unseal and seal again, then the old key may go. */
  isCurrent(sealed: string): boolean;
}

const keyBytes = 32;
const ivBytes = 12;
const keyIdForm = /^[A-Za-z0-9_-]{1,32}$/;

/** A key from its text form, the base64 of 32 bytes; spaces around it are ignored. Throws BadInput, without the text. */
export function parseKey(text: string): Uint8Array {
  const trimmed = text.trim();
  const bytes = decode(trimmed.replaceAll('+', '-').replaceAll('/', '_').replace(/=$/, ''));
  if (!/^[A-Za-z0-9+/]{43}=$/.test(trimmed) || bytes?.length !== keyBytes) {
    throw new BadInput(
      'A key must be the base64 text of 32 random bytes (44 characters); `openssl rand -base64 32` makes one.',
    );
  }
  return bytes;
}

/** An id that follows from the key, so that another key is told from a damaged secret: 12 hex digits of its SHA-256. */
export async function keyId(key: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(key)));
  return [...digest.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The text form that `parseKey` reads. */
export function keyText(key: Uint8Array): string {
  return btoa(String.fromCharCode(...key));
}

/**
 * Opens the keys of an installation: the first one seals, every one opens what it sealed. To rotate, put a new key in front
 * and keep the old ones until nothing needs them. Throws BadInput for no keys, a repeated id or a key of another length.
 */
export async function openKeyring(keys: SealKey[]): Promise<Keyring> {
  const current = keys[0];
  if (!current) throw new BadInput('No key to seal secrets with was given; set one before starting.');
  const ring = new Map<string, CryptoKey>();
  for (const { id, key } of keys) {
    if (!keyIdForm.test(id)) throw new BadInput(`The key id "${id}" must be 1 to 32 letters, digits, "-" or "_".`);
    if (ring.has(id)) throw new BadInput(`The key id "${id}" is given twice; every key needs its own.`);
    if (key.length !== keyBytes) throw new BadInput(`The key "${id}" must have ${keyBytes} bytes.`);
    // A copy, because the caller may wipe or reuse its bytes once this has returned.
    ring.set(id, await crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, ['encrypt', 'decrypt']));
  }
  const currentKey = ring.get(current.id)!;
  const macKey = await crypto.subtle.importKey(
    'raw',
    new Uint8Array(current.key),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );

  return {
    async seal(text, bind) {
      // The encoder would silently turn a lone surrogate into U+FFFD and give back another text than was sealed.
      if (!text.isWellFormed()) throw new BadInput('A secret to be sealed must be well-formed text.');
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const ciphertext = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: boundTo(current.id, bind) },
        currentKey,
        new TextEncoder().encode(text),
      );
      return `v1.${current.id}.${encode(iv)}.${encode(new Uint8Array(ciphertext))}`;
    },

    async unseal(sealed, bind) {
      const [version, id = '', ivText = '', ciphertextText = '', ...rest] = sealed.split('.');
      const iv = decode(ivText);
      const ciphertext = decode(ciphertextText);
      if (version !== 'v1' || rest.length > 0 || !keyIdForm.test(id) || iv?.length !== ivBytes || !ciphertext) {
        throw new NeedsPerson('A stored secret is damaged and cannot be opened; connect its account again.');
      }
      const key = ring.get(id);
      if (!key) {
        throw new NeedsPerson(
          `A stored secret was sealed with the key "${id}", which is not among the keys given; give that key back or connect its account again.`,
        );
      }
      let plain: ArrayBuffer;
      try {
        plain = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv, additionalData: boundTo(id, bind) },
          key,
          ciphertext,
        );
      } catch {
        throw new NeedsPerson(
          `A stored secret does not open with the key "${id}": the key is another one, or the secret was changed or moved; give the right key back or connect its account again.`,
        );
      }
      // ignoreBOM keeps a leading U+FEFF, which is part of the text here.
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
    },

    async mac(text) {
      // Set apart from everything else that the key may ever sign.
      const signed = await crypto.subtle.sign('HMAC', macKey, new TextEncoder().encode(`countersign|mac|1|${text}`));
      return [...new Uint8Array(signed).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    },

    isCurrent: (sealed) => sealed.startsWith(`v1.${current.id}.`),
  };
}

/** The id is under the same seal as the row, and cannot contain the `|` that parts them. */
function boundTo(keyId: string, bind: string): Uint8Array<ArrayBuffer> {
  if (bind === '' || !bind.isWellFormed())
    throw new BadInput('A sealed secret must be bound to the row it is kept in.');
  return new TextEncoder().encode(`v1|${keyId}|${bind}`);
}

function encode(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Null unless it is exactly what `encode` would write: the unused bits of a last character would else be free to change. */
function decode(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return encode(bytes) === text ? bytes : null;
}
