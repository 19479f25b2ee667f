import { UnreadableEvent } from '../errors.js';
import type { JsonObject, StoredEvent } from '../events.js';

/** What is read of an event, in the order of `Row`. */
export const columns = `position, stream, revision, id, type, schema_version, recorded_at, occurred_at,
  actor, role, command_id, correlation_id, causation_id, hash, data`;

/** Rows come as arrays: the driver needs half the time for them that it needs for objects. */
export type Row = readonly [
  position: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  schemaVersion: number,
  recordedAt: string,
  occurredAt: string | null,
  actor: string,
  role: string,
  commandId: string,
  correlationId: string,
  causationId: string | null,
  hash: string,
  data: string,
];

/** @throws UnreadableEvent when the data is no JSON. */
export function eventOf(row: Row): StoredEvent {
  const [
    position,
    stream,
    revision,
    id,
    type,
    schemaVersion,
    recordedAt,
    occurredAt,
    actor,
    role,
    commandId,
    correlationId,
    causationId,
    hash,
    json,
  ] = row;
  return {
    position,
    stream,
    revision,
    id,
    type,
    schemaVersion,
    recordedAt,
    ...(occurredAt !== null && { occurredAt }),
    actor,
    role,
    commandId,
    correlationId,
    ...(causationId !== null && { causationId }),
    hash,
    data: parsed(json, row),
  };
}

/** Characters of JSON that a row brings along. */
export const sizeOf = (row: Row): number => row[14].length;

function parsed(json: string, [position, stream, revision, id]: Row): JsonObject {
  try {
    return JSON.parse(json) as JsonObject;
  } catch (error) {
    throw new UnreadableEvent(position, stream, revision, id, { cause: error });
  }
}
