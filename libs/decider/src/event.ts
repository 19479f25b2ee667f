import type { ActorId, Origin, Role } from './origin.js';

/** What a decider decides: a type in the past tense and flat JSON data. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** One type of event of a domain, with what it says. */
export interface Event<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
}

/** An event as it stands in its stream: what happened, when, and who did it in which role. */
export type Recorded<Event extends DomainEvent> = Event & {
  readonly id: string;
  /** Place in the stream, from 0 without a gap. */
  readonly revision: number;
  readonly recordedAt: string;
  readonly occurredAt?: string;
  readonly actor: ActorId;
  readonly role: Role;
  readonly commandId: string;
};

/**
 * The event as it is recorded by a command of this origin. Member by member, in one order: an object that is spread into another one is slow to
 * make, and there is one for each event that anything is decided by.
 */
export const recordedBy = <Event extends DomainEvent>(
  { actor, role, at, occurredAt, commandId }: Origin,
  { type, data }: Event,
  { id, revision }: Pick<Recorded<DomainEvent>, 'id' | 'revision'>,
): Recorded<Event> =>
  ({
    type,
    data,
    id,
    revision,
    recordedAt: at,
    occurredAt,
    actor,
    role,
    commandId,
  }) as unknown as Recorded<Event>;

/** The reporter's time where one was given, else the recorded time. Only verdicts are ordered by it. */
export const reportedTime = (event: { recordedAt: string; occurredAt?: string }): string =>
  event.occurredAt ?? event.recordedAt;
