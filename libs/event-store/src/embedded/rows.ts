import { UnreadableEvent } from '../errors.js';
import type { JsonObject, StoredEvent } from '../events.js';

/**
 * What is read of an event, in the order of `Row`. The driver takes longer for each value than SQLite and JSON.parse take
 * for all of them together, so everything between position and data comes as one text.
 */
export const columns = `position, json_array(stream, revision, id, type, schema_version, recorded_at, occurred_at,
  actor, role, command_id, correlation_id, causation_id, hash), data`;

/** Rows come as arrays: the driver needs half the time for them that it needs for objects. */
export type Row = readonly [position: number, envelope: string, data: string];

type Envelope = readonly [
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
];

/** @throws UnreadableEvent when the data is no JSON. */
export function eventOf([position, envelope, json]: Row): StoredEvent {
  const [
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
  ] = JSON.parse(envelope) as Envelope;
  const event = {
    position,
    stream,
    revision,
    id,
    type,
    schemaVersion,
    recordedAt,
    actor,
    role,
    commandId,
    correlationId,
    hash,
    data: parsed(json, position, stream, revision, id),
  };
  // Most events have neither. Spreading nothing into every one of them takes longer than parsing it.
  const timed = occurredAt === null ? event : { ...event, occurredAt };
  return causationId === null ? timed : { ...timed, causationId };
}

/** Characters of JSON that a row brings along. */
export const sizeOf = ([, , data]: Row): number => data.length;

function parsed(
  json: string,
  ...[position, stream, revision, id]: readonly [number, string, number, string]
): JsonObject {
  try {
    return JSON.parse(json) as JsonObject;
  } catch (error) {
    throw new UnreadableEvent(position, stream, revision, id, { cause: error });
  }
}
