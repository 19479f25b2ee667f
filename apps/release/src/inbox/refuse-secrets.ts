import { Poison } from '@roadbook/messaging';
import type { Message } from '@roadbook/messaging';
import type { Envelope } from '@roadbook/messaging/envelope';
import { findSecret } from '@roadbook/secret-shapes';

/**
 * Before anything else looks at what was sent, logs it or stores it.
 * @throws Poison that names the field and the shape, never the value
 */
export function refuseSecrets({ key, headers }: Message, envelope: Envelope): void {
  const found = findSecret({ ...envelope, key }) ?? findSecret(headers, 'headers');
  if (found)
    throw new Poison(
      `${found.field} holds ${found.shape}: take it out, consider it disclosed, and send it anew`,
    );
}
