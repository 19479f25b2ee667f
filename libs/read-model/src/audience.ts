import type { StoredEvent } from '@roadbook/event-store';
import type { Projection } from './projection.js';

/** Sorts out which of the given may want an event, by its type: there are few types and many events. */
export function byType<T extends { readonly projection: Projection }>(
  all: readonly T[],
): (type: string) => readonly T[] {
  const known = new Map<string, readonly T[]>();
  return (type) => {
    let wanting = known.get(type);
    if (wanting === undefined) {
      wanting = all.filter(({ projection }) => projection.types?.includes(type) ?? true);
      known.set(type, wanting);
    }
    return wanting;
  };
}

export const wantsStream = ({ streamPrefixes }: Projection, { stream }: StoredEvent): boolean =>
  streamPrefixes?.some((prefix) => stream.startsWith(prefix)) ?? true;
