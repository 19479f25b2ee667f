import { isRefusal } from '@roadbook/decider';
import type { Decider, DomainEvent, Origin, Recorded, Refusal } from '@roadbook/decider';
import { OutcomeUnknown, pageEventsMax, WrongExpectedHead } from '@roadbook/event-store';
import type { EventStore, NewEvent, Provenance, StoredEvent } from '@roadbook/event-store';
import { derivedId, Lines } from '@roadbook/process';
import { refuseUnexpected } from './expected-revision.js';
import type { ExpectedRevision } from './expected-revision.js';
import { StreamState } from './stream-state.js';
import type { Deed, Loaded } from './stream-state.js';

/** How often a command is decided anew because its stream moved on meanwhile, or because the answer of the store got lost. */
const attemptsMax = 8;
const streamsKeptMax = 256;

/** Version of the shape of an event's data. A new meaning is a new type, so this moves only with a compatible addition. */
const schemaVersion = 1;

/** The command was carried out, now or, for a repeat, before. No events mean that there was nothing to do. */
export interface Accepted extends Deed {
  readonly repeated: boolean;
}

export type Outcome = Accepted | Refusal;

/** Everything that a decision needs besides the state of its stream. */
export interface Question<Command, State, Surroundings> {
  readonly command: Command;
  readonly origin: Origin;
  /** What is known from elsewhere, asked anew for each decision, after its stream was read: told how that stands. */
  readonly surroundings: (state: State) => Surroundings | Promise<Surroundings>;
  /** True where the decider itself tells a repeat, and what the command left in the stream before may have been undone since. */
  readonly repeatable?: boolean;
  /** Where the stream has to be for the command to be decided on; absent, it may be anywhere. */
  readonly expected?: ExpectedRevision;
}

/**
 * Load, decide, append: written once for every decider. Streams that were decided on lately are kept in memory and read on from where
 * they were left; the store decides whether what was known is still the end of the stream.
 */
export class Decisions {
  private readonly lines = new Lines();
  private readonly kept = new Map<string, StreamState<unknown>>();

  constructor(private readonly store: EventStore) {}

  /** The stream as it stands now, folded by the decider. */
  async load<Command, State, Event extends DomainEvent, Surroundings>(
    decider: Decider<Command, State, Event, Surroundings>,
    stream: string,
  ): Promise<Loaded<State>> {
    return this.lines.inLine(stream, async () => (await this.readOn(decider, stream)).loaded());
  }

  /** One event of a stream, as it was recorded. */
  async recorded(stream: string, revision: number): Promise<StoredEvent | undefined> {
    const [event] = await this.store.readStream(stream, { from: revision, limit: 1 });
    return event;
  }

  /**
   * Decides on the command and appends what was decided. A command whose id stands in the stream already is answered from there.
   * @throws StoreUnavailable, EventTooLarge, and OutcomeUnknown when the store doesn't come to an answer; all can be repeated.
   */
  async decide<Command, State, Event extends DomainEvent, Surroundings>(
    decider: Decider<Command, State, Event, Surroundings>,
    stream: string,
    question: Question<Command, State, Surroundings>,
  ): Promise<Outcome> {
    return this.lines.inLine(stream, async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.attempt(decider, stream, question);
        } catch (error) {
          if (attempt === attemptsMax || !canBeDecidedAnew(error)) throw error;
        }
      }
    });
  }

  private async attempt<Command, State, Event extends DomainEvent, Surroundings>(
    decider: Decider<Command, State, Event, Surroundings>,
    stream: string,
    { command, origin, surroundings, repeatable, expected }: Question<Command, State, Surroundings>,
  ): Promise<Outcome> {
    const known = await this.readOn(decider, stream);
    const deed = known.deedOf(origin.commandId);
    if (deed && !repeatable) return { ...deed, repeated: true };
    const unexpected = refuseUnexpected(expected, known.head?.revision ?? -1);
    if (unexpected) return unexpected;
    const at = origin.at > known.recordedAt ? origin.at : known.recordedAt;
    const around = await surroundings(known.state);
    const decision = decider.decide(command, known.state, { ...origin, at }, around);
    if (isRefusal(decision)) return decision;
    const events = newEvents(stream, (known.head?.revision ?? -1) + 1, decision, origin.commandId);
    const [first, ...rest] = events;
    if (!first) return nothingNew(known);
    await this.store.append(stream, known.head, [first, ...rest], provenance(origin, at));
    const after = await this.readOn(decider, stream);
    const done = after.deedOf(origin.commandId);
    if (!done) throw new OutcomeUnknown(`${stream} does not show what was appended to it`);
    return { ...done, repeated: false };
  }

  private async readOn<Command, State, Event extends DomainEvent, Surroundings>(
    decider: Decider<Command, State, Event, Surroundings>,
    stream: string,
  ): Promise<StreamState<State>> {
    const known = this.keep(stream, decider.initial);
    for (;;) {
      const from = (known.head?.revision ?? -1) + 1;
      const page = await this.store.readStream(stream, { from, limit: pageEventsMax });
      for (const event of page)
        known.follow(event, decider.evolve(known.state, recorded<Event>(event)));
      if (page.length < pageEventsMax) return known;
    }
  }

  private keep<State>(stream: string, initial: State): StreamState<State> {
    const known =
      (this.kept.get(stream) as StreamState<State> | undefined) ?? new StreamState(initial);
    this.kept.delete(stream);
    this.kept.set(stream, known);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= streamsKeptMax) break;
      this.kept.delete(oldest);
    }
    return known;
  }
}

/** A stored event carries all that a recorded one has; its data were written by the same decider. */
const recorded = <Event extends DomainEvent>(event: StoredEvent): Recorded<Event> =>
  event as unknown as Recorded<Event>;

const canBeDecidedAnew = (error: unknown): boolean =>
  error instanceof WrongExpectedHead || error instanceof OutcomeUnknown;

const nothingNew = ({ head, position }: StreamState<unknown>): Accepted => ({
  revision: head?.revision ?? -1,
  position,
  events: [],
  repeated: false,
});

/** Ids are derived, so that an append whose answer got lost can be repeated as the very same one. */
const newEvents = (
  stream: string,
  from: number,
  decided: readonly DomainEvent[],
  commandId: string,
): NewEvent[] =>
  decided.map(({ type, data }, index) => ({
    id: derivedId(commandId, `${stream}/${String(from + index)}`),
    type,
    schemaVersion,
    data: data as NewEvent['data'],
  }));

const provenance = (
  { actor, role, commandId, correlationId, causationId, occurredAt }: Origin,
  recordedAt: string,
): Provenance => ({
  recordedAt,
  occurredAt,
  actor,
  role,
  commandId,
  correlationId,
  causationId,
});
