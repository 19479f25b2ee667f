import { publisherHeaders } from '@roadbook/contracts';
import { isRole } from '@roadbook/decider';
import type { ActorId, Role } from '@roadbook/decider';
import { Poison } from '@roadbook/messaging';
import type { Message } from '@roadbook/messaging';

/** Who published a message, and in which role. */
export interface Publisher {
  readonly actor: ActorId;
  readonly role: Role;
}

/** What is done with a message that came by a broker, which never says who published it. */
export interface BusTrust {
  readonly trusted: boolean;
  /** The id under which whoever sends as this source is recorded. */
  readonly actorOf: (source: string) => ActorId;
}

/**
 * Who published the message. Of a broker that is trusted, it is whoever sends as its source, in the role whose matter it is.
 * @throws Poison where nobody knows who did
 */
export function publisherOf(
  { headers }: Pick<Message, 'headers'>,
  { source, owner }: { readonly source: string; readonly owner: Role },
  bus: BusTrust,
): Publisher {
  const { [publisherHeaders.actor]: actor, [publisherHeaders.role]: role } = headers;
  if (actor !== undefined && isRole(role)) return { actor, role };
  if (bus.trusted) return { actor: bus.actorOf(source), role: owner };
  throw new Poison(
    'nobody knows who published this: it did not come by POST /v1/messages, and what comes by a broker is taken only with ROADBOOK_TRUST_BUS=true',
  );
}
