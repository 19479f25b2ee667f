/**
 * A CloudEvent 1.0, whatever mode it was sent in. Read and written by hand: the `cloudevents` package (10.0.0) makes up an id or a time where
 * one is missing or is none, takes the second of two ids and any specversion, throws SyntaxError at bodies, and brings 43 packages with it.
 */
export interface Envelope {
  readonly id: string;
  /** Who says it: `urn:roadbook:release`. */
  readonly source: string;
  /** What it says, with its version: `roadbook.gate-reported.v1`. */
  readonly type: string;
  /** What it is about: `shop/1.4.0`, or `shop`. */
  readonly subject?: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly time: string;
  readonly datacontenttype: string;
  /** The schema that the data fits. */
  readonly dataschema?: string;
  /** Everything that follows from one request carries the same correlation. */
  readonly correlationid?: string;
  /** The event or message that led to this one. */
  readonly causationid?: string;
  /** The revision of the event that is told of: tells an older message from a newer one. */
  readonly streamrevision?: number;
  readonly data: unknown;
}

/** An envelope and the key under which it is published. */
export interface Addressed {
  /** Messages with the same key stay in order. */
  readonly key: string;
  readonly envelope: Envelope;
}
