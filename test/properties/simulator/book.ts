import { recordedBy } from '@roadbook/decider';
import type { Decider, Origin, Recorded, Violations } from '@roadbook/decider';
import { environmentsDecider } from '../../../apps/release/src/domain/environment-answers/environments.fixture.js';
import type { Environments } from '../../../apps/release/src/domain/environment-answers/environments.fixture.js';
import { releaseDecider } from '../../../apps/release/src/domain/release/decide.js';
import type { Release } from '../../../apps/release/src/domain/release/state.js';
import { roadDecider } from '../../../apps/release/src/domain/road/decide.js';
import type { Road } from '../../../apps/release/src/domain/road/road.js';
import type { AnyEvent, Fact } from '../fact.js';
import { violationDecider } from '../../../apps/release/src/domain/violations/violations.js';

/** One stream as it stood when it was read. */
export interface Seen<State> {
  readonly state: State;
  /** Of its last event; -1 for a stream that does not exist. */
  readonly revision: number;
  readonly recordedAt: string;
}

/** A kind of stream: its decider knows how to fold it. */
export interface Shelf<Command, State, Event extends AnyEvent, Surroundings> {
  readonly stream: string;
  readonly decider: Decider<Command, State, Event, Surroundings>;
}

export const road = { stream: 'road', decider: roadDecider };
export const answers = { stream: 'answers', decider: environmentsDecider };
export const violations = { stream: 'violations', decider: violationDecider };
export const releaseOf = (version: string) => ({
  stream: `release@${version}`,
  decider: releaseDecider,
});

/** The event store in memory: streams that are appended to by whoever knows their last revision. */
export class Book {
  private constructor(
    readonly facts: Fact[],
    private readonly streams: Map<string, Seen<unknown>>,
    private readonly done: Set<string>,
  ) {}

  static empty(): Book {
    return new Book([], new Map(), new Set());
  }

  copy(): Book {
    return new Book([...this.facts], new Map(this.streams), new Set(this.done));
  }

  /** Whether the command left something in the stream already. */
  isDone({ stream }: { readonly stream: string }, commandId: string): boolean {
    return this.done.has(`${stream} ${commandId}`);
  }

  road(): Road {
    return this.read(road).state;
  }

  answers(): Environments {
    return this.read(answers).state;
  }

  violations(): Violations {
    return this.read(violations).state;
  }

  release(version: string): Release {
    return this.read(releaseOf(version)).state;
  }

  read<Command, State, Event extends AnyEvent, Surroundings>({
    stream,
    decider,
  }: Shelf<Command, State, Event, Surroundings>): Seen<State> {
    const seen = this.streams.get(stream) as Seen<State> | undefined;
    return seen ?? { state: decider.initial, revision: -1, recordedAt: '' };
  }

  /** Refused, with `undefined`, when the stream has moved on from what was seen. */
  append<Command, State, Event extends AnyEvent, Surroundings>(
    shelf: Shelf<Command, State, Event, Surroundings>,
    seen: Seen<State>,
    events: readonly Event[],
    origin: Origin,
  ): readonly Fact[] | undefined {
    const { stream, decider } = shelf;
    const { at, commandId } = origin;
    if (this.read(shelf).revision !== seen.revision) return undefined;
    const from = this.facts.length;
    let { state, revision } = seen;
    for (const event of events) {
      revision += 1;
      const id = `${stream}#${String(revision)}`;
      const recorded = recordedBy(origin, event, { id, revision });
      const fact = {
        ...recorded,
        stream,
        position: this.facts.length,
      } as unknown as Recorded<Event> & Fact;
      state = decider.evolve(state, fact);
      this.facts.push(fact);
    }
    this.streams.set(stream, { state, revision, recordedAt: at });
    this.done.add(`${stream} ${commandId}`);
    return this.facts.slice(from);
  }
}
