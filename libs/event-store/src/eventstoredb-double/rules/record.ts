/** What somebody asks to append. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as the log holds it, for good. */
export interface Written extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  /** Offset in the log. */
  readonly position: number;
  /** 100 ns ticks since 1970. */
  readonly createdTicks: bigint;
}

/** The revision of the event that ends a stream for good. */
export const tombstoneRevision = 9_223_372_036_854_775_807n;

/** The stream in which the metadata of a stream stands. */
export const metastreamOf = (stream: string): string => `$$${stream}`;

export const json = (value: object): Uint8Array => Buffer.from(JSON.stringify(value));
