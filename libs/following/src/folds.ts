import { pageEventsMax } from '@roadbook/event-store';
import type { EventStore, StoredEvent } from '@roadbook/event-store';

/** How a stream becomes a state. */
export interface Fold<State> {
  readonly initial: State;
  evolve(state: State, event: StoredEvent): State;
}

interface Known<State> {
  readonly revision: number;
  readonly state: State;
}

const streamsKeptMax = 256;

/**
 * Streams as they stood at the event that is followed, so that a repeat finds what the first time did. Those that were followed lately are
 * kept and read on from where they were left: whoever follows every event of a stream reads none of it again.
 */
export class Folds<State> {
  private readonly kept = new Map<string, Known<State>>();

  constructor(
    private readonly store: EventStore,
    private readonly fold: Fold<State>,
  ) {}

  /** The event's stream, folded up to it and including it. */
  async upTo(event: StoredEvent): Promise<State> {
    const { stream, revision } = event;
    const known = await this.readUpTo(stream, revision - 1);
    const state = this.fold.evolve(known.state, event);
    this.keep(stream, { revision, state });
    return state;
  }

  private async readUpTo(stream: string, revision: number): Promise<Known<State>> {
    const kept = this.kept.get(stream);
    let known = kept && kept.revision <= revision ? kept : this.nothing;
    while (known.revision < revision) {
      const limit = Math.min(revision - known.revision, pageEventsMax);
      const events = await this.store.readStream(stream, { from: known.revision + 1, limit });
      const last = events.at(-1);
      if (!last) throw new Error(`${stream} ends before revision ${String(revision)}`);
      const state = events.reduce((so, event) => this.fold.evolve(so, event), known.state);
      known = { revision: last.revision, state };
    }
    return known;
  }

  private get nothing(): Known<State> {
    return { revision: -1, state: this.fold.initial };
  }

  /** The one that was followed longest ago gives way. */
  private keep(stream: string, known: Known<State>): void {
    this.kept.delete(stream);
    this.kept.set(stream, known);
    const [oldest] = this.kept.keys();
    if (this.kept.size > streamsKeptMax && oldest !== undefined) this.kept.delete(oldest);
  }
}
