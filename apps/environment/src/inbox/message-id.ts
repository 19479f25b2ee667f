import { Poison } from '@roadbook/messaging';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Ids of commands are derived from that of the message.
 * @throws Poison where nothing can be derived from it
 */
export function derivableId({ id }: { readonly id: string }): string {
  if (!uuid.test(id)) throw new Poison('the id of this message must be a UUID');
  return id;
}
