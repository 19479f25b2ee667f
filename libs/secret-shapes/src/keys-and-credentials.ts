import { isLiteral } from './is-literal.js';
import type { SecretShape } from './secret-shape.js';

export const keysAndCredentials: readonly SecretShape[] = [
  {
    name: 'a private key',
    looks: '`-----BEGIN … PRIVATE KEY-----`, of any kind, or a PuTTY key file',
    hint: /PRIVATE KEY|PuTTY-User-Key-File-/,
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d/g,
  },
  {
    name: 'an age private key',
    looks: '`AGE-SECRET-KEY-1` and 58 capitals or digits',
    hint: /AGE-SECRET-KEY-1/,
    pattern: /AGE-SECRET-KEY-1[A-Z0-9]{58}/g,
  },
  {
    name: 'a JSON Web Token',
    looks: 'three base64url parts joined by dots, the first of which is JSON with `alg`',
    hint: /e(?:yJ|yA|wo|w0)/,
    pattern: /(?<![\w-])e[wy][\w-]{10,}(?=\.[\w-]{2,}\.)/g,
    confirm: isTokenHeader,
  },
  {
    name: 'an authorization header',
    looks:
      '`Authorization:`, a scheme such as `Bearer`, and at least 16 characters that are no variable',
    hint: /uthorization:|UTHORIZATION:/,
    pattern: /(?:[Aa]uthorization|AUTHORIZATION): {0,9}[A-Za-z]{5,9} {1,9}[\w.+/~-]{16}/g,
  },
  {
    name: 'a password in a URL',
    looks: '`scheme://user:password@host`, where the password is no variable or placeholder',
    hint: /:\/\//,
    pattern: /:\/\/[^\s:/?#@]*:[^\s/?#@]+@(?=[^\s/?#@])/g,
    confirm: (match) => isLiteral(match.slice(match.indexOf(':', '://'.length) + 1, -1)),
  },
];

function isTokenHeader(part: string): boolean {
  try {
    const header: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof header === 'object' && header !== null && 'alg' in header;
  } catch {
    return false;
  }
}
