import { hash } from 'node:crypto';
import { isUuid } from './uuid.js';

const namespaceBytes = 16;

/**
 * The same name in the same namespace always gives the same id: UUID version 5 (RFC 9562, section 5.5).
 * @param namespace a UUID
 */
export function derivedId(namespace: string, name: string): string {
  if (!isUuid(namespace)) throw new TypeError('the namespace of a derived id is a UUID');
  const hashed = Buffer.allocUnsafe(namespaceBytes + Buffer.byteLength(name));
  hashed.write(namespace.replaceAll('-', ''), 'hex');
  hashed.write(name, namespaceBytes);
  const hex = hash('sha1', hashed);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
