import { jsonEvent } from '@eventstore/db-client';
import type { AllStreamRecordedEvent, JSONEventType, RecordedEvent } from '@eventstore/db-client';
import { UnreadableEvent } from '../errors.js';
import type { JsonObject, SealedEvent, StoredEvent } from '../events.js';
import { positionOf } from './positions.js';

/** An event as it stands on the server. */
export interface Recorded {
  readonly event: StoredEvent;
  /** Which attempt to append it was the one that wrote it. */
  readonly attempt: string;
}

/** What stands beside the data. The server knows correlation and causation by these names. */
interface Metadata {
  readonly schemaVersion: number;
  readonly recordedAt: string;
  readonly occurredAt?: string;
  readonly actor: string;
  readonly role: string;
  readonly commandId: string;
  readonly $correlationId: string;
  readonly $causationId?: string;
  readonly hash: string;
  readonly attempt: string;
}

/**
 * The event as the client is given it: plain JSON, with data of its own that nobody can change any more, and nothing in it on which the
 * client could fail half-way.
 */
export function toServer(event: SealedEvent, attempt: string) {
  const { id, type, schemaVersion, recordedAt, occurredAt, actor, role, hash } = event;
  const { commandId, correlationId, causationId } = event;
  const metadata: Metadata = {
    schemaVersion,
    recordedAt,
    ...(occurredAt !== undefined && { occurredAt }),
    actor,
    role,
    commandId,
    $correlationId: correlationId,
    ...(causationId !== undefined && { $causationId: causationId }),
    hash,
    attempt,
  };
  return jsonEvent<JSONEventType>({
    id,
    type,
    data: JSON.parse(event.json) as JsonObject,
    metadata,
  });
}

/**
 * @param stream as the service knows it
 * @throws UnreadableEvent when it is none of ours
 */
export function fromServer(
  record: RecordedEvent | AllStreamRecordedEvent,
  stream: string,
): Recorded {
  const { id, type } = record;
  const revision = Number(record.revision);
  const position = record.position ? positionOf(record.position.commit) : Number.NaN;
  const metadata = record.metadata as Metadata | undefined;
  if (!record.isJson || typeof record.data !== 'object' || typeof metadata?.hash !== 'string') {
    throw new UnreadableEvent(position, stream, revision, id);
  }
  const { occurredAt, $correlationId, $causationId } = metadata;
  const { schemaVersion, recordedAt, actor, role, commandId, hash, attempt } = metadata;
  const event = {
    position,
    stream,
    revision,
    id,
    type,
    schemaVersion,
    recordedAt,
    ...(occurredAt !== undefined && { occurredAt }),
    actor,
    role,
    commandId,
    correlationId: $correlationId,
    ...($causationId !== undefined && { causationId: $causationId }),
    hash,
    data: record.data as JsonObject,
  };
  return { event, attempt };
}
