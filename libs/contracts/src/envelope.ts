/** The attributes of a CloudEvent and what it says, as it comes out of a message, whatever mode it was sent in. */
export interface Envelope {
  readonly id: string;
  /** Who says it: `urn:roadbook:release`. */
  readonly source: string;
  readonly type: string;
  /** What it is about: `shop/1.4.0`, or `shop`. */
  readonly subject?: string;
  readonly time: string;
  readonly datacontenttype: string;
  readonly dataschema?: string;
  /** Everything that follows from one request carries the same correlation. */
  readonly correlationid?: string;
  /** The event or message that led to this one. */
  readonly causationid?: string;
  /** The revision of the event that is told of: tells an older message from a newer one. */
  readonly streamrevision?: number;
  readonly data: unknown;
}
