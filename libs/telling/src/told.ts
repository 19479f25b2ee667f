import type { InputOf, MessageType } from '@roadbook/contracts';

/** Something to say about an event, before it has an envelope. */
export interface Told {
  readonly of: MessageType;
  readonly data: InputOf<MessageType>;
  /** Tells apart what one event makes several messages of one type for. */
  readonly part?: string;
}

export const tell = <Of extends MessageType>(of: Of, data: InputOf<Of>, part?: string): Told => ({
  of,
  data,
  ...(part !== undefined && { part }),
});

export const nothing = (): readonly Told[] => [];
