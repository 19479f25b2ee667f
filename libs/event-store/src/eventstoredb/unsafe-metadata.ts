import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import { start } from '../events.js';
import type { Connection } from './connection.js';
import { letGo } from './deadlines.js';
import { NoAnswer, unavailable } from './failures.js';
import type { Names } from './names.js';
import { UnsafeStore } from './unsafe-store.js';

/** What makes the server hide events and remove them later. */
const losing = ['$maxCount', '$maxAge', '$tb'];

/** What the metadata of streams of the service say, as far as they lose history. */
export class UnsafeMetadata {
  private readonly streams = new Map<string, string>();

  constructor(private readonly names: Names) {}

  /** The first stream that loses history, as a sentence. */
  get first(): string | undefined {
    for (const [stream, keys] of this.streams) {
      return `stream ${stream} has ${keys} in its metadata, by which the server removes events; take it out`;
    }
    return undefined;
  }

  /** Takes note of metadata that were written; of the last ones for each stream. */
  note({ streamId, data }: Pick<AllStreamRecordedEvent, 'streamId' | 'data'>): void {
    const stream = this.names.ofMetadata(streamId);
    if (stream === undefined) return;
    const keys = losing.filter((key) => Object.hasOwn(Object(data) as object, key));
    if (keys.length > 0) this.streams.set(stream, keys.join(' and '));
    else this.streams.delete(stream);
  }
}

/**
 * Looks through all metadata of the service's streams that were ever written. The server picks them out of everything, up to the event
 * that is the last of all now: that event's stream is asked for too, so that its coming says that nothing is left.
 * @throws UnsafeStore, StoreUnavailable
 */
export async function refuseUnsafeMetadata(
  connection: Connection,
  names: Names,
  metadata: UnsafeMetadata,
  silenceMs: number,
): Promise<void> {
  const [last] = await connection.readBack(1);
  if (!last?.event) return;
  const { streamId, position } = last.event;
  const timer = setTimeout(() => {
    letGo(subscription, new NoAnswer(silenceMs));
  }, silenceMs);
  const subscription = connection.subscribe(start, [names.metadataPrefix, streamId], () => {
    timer.refresh();
  });
  try {
    for await (const { event } of subscription) {
      if (!event) continue;
      metadata.note(event);
      timer.refresh();
      if (event.position.commit >= position.commit) break;
    }
  } catch (error) {
    throw unavailable(error);
  } finally {
    clearTimeout(timer);
    letGo(subscription, new Error('looked through'));
  }
  if (metadata.first !== undefined) throw new UnsafeStore(metadata.first);
}
