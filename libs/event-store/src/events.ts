/** Any value that JSON can carry without loss. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * Place in the order of everything, over all streams. Grows with every event and never shows a gap that fills later; it is not
 * dense. Positions of one store compare by `<`; positions of two stores say nothing about each other.
 */
export type Position = number;

/** Before the first event. */
export const start: Position = -1;

/** Who did it, when, and what it followed from: the same for all events of one append. */
export interface Provenance {
  /** This service's clock, ISO 8601 in UTC with milliseconds. */
  readonly recordedAt: string;
  /** The reporter's time, where one was given. */
  readonly occurredAt?: string;
  /** Derived with a key from issuer and subject; never a name or an address. */
  readonly actor: string;
  /** The role acted in. */
  readonly role: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
}

/** An event that is about to be appended. */
export interface NewEvent {
  /** UUID. The same id at the same place is the same event, and appending it again changes nothing. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
}

/** An event as it is stored, for good. */
export interface StoredEvent extends NewEvent, Provenance {
  readonly stream: string;
  /** Place in its stream, from 0 without a gap. */
  readonly revision: number;
  readonly position: Position;
  /** SHA-256 (hex) over the hash of the event before it in its stream (`''` for the first) and the event's canonical content. */
  readonly hash: string;
}

/** An event with everything but its position: what an adapter is given to store. */
export interface SealedEvent extends Omit<StoredEvent, 'position'> {
  /** Canonical JSON of `data`: the text to store. */
  readonly json: string;
  /** UTF-8 bytes of the canonical content: what the limits count. */
  readonly sizeBytes: number;
}

/** The last event of a stream, as far as the appender knows; `undefined` for a stream that must not exist yet. */
export interface Head {
  readonly revision: number;
  readonly hash: string;
}
