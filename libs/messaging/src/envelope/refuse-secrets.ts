import { findSecret } from '@roadbook/secret-shapes';
import type { Message } from '../messaging.js';
import { Poison } from '../poison.js';
import type { Envelope } from './envelope.js';

/**
 * Before anything else looks at what was sent, logs it or stores it.
 * @throws Poison that names the field and the shape, never the value
 */
export function refuseSecrets(
  { key, headers }: Partial<Pick<Message, 'key'>> & Pick<Message, 'headers'>,
  envelope: Envelope,
): void {
  const found = findSecret({ ...envelope, key }) ?? findSecret(headers, 'headers');
  if (found)
    throw new Poison(
      `${found.field} holds ${found.shape}: take it out, consider it disclosed, and send it anew`,
    );
}
