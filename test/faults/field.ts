import type { StoredEvent } from '@roadbook/event-store';

/** A field of what was recorded, as text: ids as they are, anything else as JSON. */
export function field({ data }: StoredEvent, name: string): string {
  const value = data[name] ?? null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
