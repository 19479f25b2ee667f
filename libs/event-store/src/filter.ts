import type { Filter, Page } from './event-store.js';
import type { Position, StoredEvent } from './events.js';

type Filtered = Pick<StoredEvent, 'stream' | 'type' | 'position'>;

export const passes = ({ streamPrefixes, types }: Filter, { stream, type }: Filtered): boolean =>
  (streamPrefixes?.some((prefix) => stream.startsWith(prefix)) ?? true) &&
  (types?.includes(type) ?? true);

/** The page behind `after` of a log that is at hand: `behind` is all that lies there. */
export function pageOf<Event extends Filtered>(
  behind: readonly Event[],
  { after, filter, limit }: { after: Position; filter?: Filter; limit: number },
): Omit<Page, 'events'> & { readonly events: readonly Event[] } {
  const wanted = filter ? behind.filter((event) => passes(filter, event)) : behind;
  const events = wanted.length > limit ? wanted.slice(0, limit) : wanted;
  const end = behind.at(-1)?.position ?? after;
  const position = events.length === wanted.length ? end : (events.at(-1)?.position ?? after);
  return { events, position, atEnd: position === end };
}
