import { hash as digest } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { Head, NewEvent, Position, Provenance, SealedEvent, StoredEvent } from './events.js';

/**
 * Gives the events of one append their place in the stream and the hash that binds each to everything before it there.
 * @throws TypeError when an event holds what JSON cannot carry without loss.
 */
export function seal(
  stream: string,
  expected: Head | undefined,
  events: readonly NewEvent[],
  provenance: Provenance,
): SealedEvent[] {
  let { revision, hash } = expected ?? { revision: -1, hash: '' };
  return events.map((event) => {
    try {
      const sealed = sealOne(event, provenance, stream, ++revision, hash);
      ({ hash } = sealed);
      return sealed;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new TypeError(`event ${event.type} ${event.id}: ${error.message}`, { cause: error });
    }
  });
}

/** The hash that an event must have behind the event with `previousHash` (`''` for the first of its stream). */
export const hashOf = (event: Content, previousHash: string): string =>
  chained(previousHash, contentOf(event, canonicalJson(event.data)));

/**
 * Binds an event to its position and to every event before it, over all streams. Kept by stores that give positions
 * themselves: the hashes of a stream show neither that its last event was removed nor that streams were moved against each
 * other.
 */
export const orderSealOf = (previousSeal: string, position: Position, hash: string): string =>
  digest('sha256', `${previousSeal}${position}:${hash}`);

/** Everything that an event says, without where it lies in the store. */
type Content = Omit<StoredEvent, 'position' | 'hash'>;

/** Member by member, because copying two objects into a third takes longer than all the rest. */
function sealOne(
  { id, type, schemaVersion, data }: NewEvent,
  { recordedAt, occurredAt, actor, role, commandId, correlationId, causationId }: Provenance,
  stream: string,
  revision: number,
  previousHash: string,
): SealedEvent {
  const sealed = {
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
    data,
    json: canonicalJson(data),
    sizeBytes: 0,
    hash: '',
  };
  const content = contentOf(sealed, sealed.json);
  sealed.sizeBytes = Buffer.byteLength(content);
  sealed.hash = chained(previousHash, content);
  return sealed;
}

/** Anybody can repeat it: `printf %s "$previousHash$content" | sha256sum`. */
const chained = (previousHash: string, content: string): string =>
  digest('sha256', previousHash + content);

/**
 * Canonical JSON of the event. `data` comes as the text that is stored, so that it is written once; the other members stand
 * before and behind it, where the order of their names puts them.
 */
function contentOf(event: Content, data: string): string {
  const { actor, causationId, commandId, correlationId } = event;
  const { id, occurredAt, recordedAt, revision, role, schemaVersion, stream, type } = event;
  const caused = { actor, causationId, commandId, correlationId };
  const before = canonicalJson(caused);
  const placed = { id, occurredAt, recordedAt, revision, role, schemaVersion, stream, type };
  const behind = canonicalJson(placed);
  // SQLite ends a text there: what would be stored is not what was sealed.
  if (before.includes('\\u0000') || behind.includes('\\u0000')) {
    throw new TypeError('the character U+0000 stands outside its data');
  }
  return `${before.slice(0, -1)},"data":${data},${behind.slice(1)}`;
}
