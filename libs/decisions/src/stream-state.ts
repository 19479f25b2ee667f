import type { Position, Head, StoredEvent } from '@roadbook/event-store';

/** What a command left in its stream. */
export interface Deed {
  readonly revision: number;
  readonly position: Position;
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly revision: number;
  }[];
}

/** A stream as it stood at one moment. */
export interface Loaded<State> {
  readonly state: State;
  /** Of its last event; -1 for a stream that does not exist. */
  readonly revision: number;
  readonly position: Position;
  /** What the command left in the stream, if it came through before. */
  deedOf(commandId: string): Deed | undefined;
}

/** How many commands of a stream are remembered, so that a repeat is known. A client repeats soon or never. */
const commandsMax = 1000;

/** A stream folded up to its last known event. Kept and read on from there: a stream is append-only. */
export class StreamState<State> {
  head: Head | undefined;
  /** Position of the last event; below all positions while there is none. */
  position: Position = -1;
  recordedAt = '';
  private readonly deeds = new Map<string, Deed>();

  constructor(public state: State) {}

  /** What the command left here, if it came through before. */
  deedOf(commandId: string): Deed | undefined {
    return this.deeds.get(commandId);
  }

  follow(event: StoredEvent, state: State): void {
    const { id, type, revision, position, hash, recordedAt, commandId } = event;
    const events = [...(this.deeds.get(commandId)?.events ?? []), { id, type, revision }];
    this.deeds.set(commandId, { revision, position, events });
    if (this.deeds.size > commandsMax) this.forgetOldest();
    this.state = state;
    this.head = { revision, hash };
    this.position = position;
    this.recordedAt = recordedAt;
  }

  loaded(): Loaded<State> {
    const { state, position, head } = this;
    return {
      state,
      position,
      revision: head?.revision ?? -1,
      deedOf: (commandId) => this.deedOf(commandId),
    };
  }

  private forgetOldest(): void {
    for (const commandId of this.deeds.keys()) {
      this.deeds.delete(commandId);
      return;
    }
  }
}
