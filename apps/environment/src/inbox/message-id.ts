import { Poison } from '@roadbook/messaging';
import { isUuid } from '@roadbook/process';

/**
 * Ids of commands are derived from that of the message.
 * @throws Poison where nothing can be derived from it
 */
export function derivableId({ id }: { readonly id: string }): string {
  if (!isUuid(id)) throw new Poison('the id of this message must be a UUID');
  return id;
}
