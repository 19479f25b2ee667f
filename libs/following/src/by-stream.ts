import type { StoredEvent } from '@roadbook/event-store';

/**
 * Works on the events of each stream one after the other, and on streams side by side, so that what they have to wait for is waited for once.
 * What fails keeps the later events of its stream back; it is thrown when everything else that could be done is done.
 */
export async function byStream(
  events: readonly StoredEvent[],
  work: (event: StoredEvent) => Promise<void>,
): Promise<void> {
  const lines = new Map<string, Promise<void>>();
  for (const event of events) {
    const before = lines.get(event.stream) ?? Promise.resolve();
    lines.set(
      event.stream,
      before.then(() => work(event)),
    );
  }
  const ended = await Promise.allSettled(lines.values());
  for (const line of ended) if (line.status === 'rejected') throw line.reason;
}
