import type { Decider } from '../decider.js';
import { isRefusal } from '../decision.js';
import type { Decision, Unmet } from '../decision.js';
import { recordedBy } from '../event.js';
import type { DomainEvent } from '../event.js';
import type { Origin } from '../origin.js';

/**
 * Given what happened, when a command is given, then: events, nothing, or a refusal. For specs of deciders, which read as sentences:
 * `given(planned(), merged()).when(reportMerge()).thenNothing()`.
 */

/** An event that happened or a command that is given, with what its origin has of its own: who, when, in which role. */
export interface Act<What> {
  readonly what: What;
  readonly origin: Partial<Origin>;
}

/** Events in the order in which they happened, in as many nested lists as reads well. */
export type History<Event> = Act<Event> | readonly History<Event>[];

/** Throws when the two are not strictly equal: the test runner's own comparison, which shows where they differ. */
export type StrictEquality = (actual: unknown, expected: unknown) => void;

/** What is so in every spec that doesn't say otherwise. */
export interface Usual<Surroundings> {
  readonly origin: Origin;
  readonly surroundings: Surroundings;
}

/** Makes the `given` of a decider. */
export const specification =
  <Command, State, Event extends DomainEvent, Surroundings>(
    decider: Decider<Command, State, Event, Surroundings>,
    usual: Usual<Surroundings>,
    equal: StrictEquality,
  ) =>
  (...history: History<Event>[]): Given<Command, State, Event, Surroundings> =>
    new Given(decider, usual, equal, happened(decider, usual.origin, history));

class Given<Command, State, Event extends DomainEvent, Surroundings> {
  constructor(
    private readonly decider: Decider<Command, State, Event, Surroundings>,
    private readonly usual: Usual<Surroundings>,
    private readonly equal: StrictEquality,
    /** What the events led to. */
    readonly state: State,
  ) {}

  /** What is known from elsewhere while the command is decided, where it is not as usual. */
  amid(other: Partial<Surroundings>): Given<Command, State, Event, Surroundings> {
    const usual = { ...this.usual, surroundings: { ...this.usual.surroundings, ...other } };
    return new Given(this.decider, usual, this.equal, this.state);
  }

  when({ what, origin }: Act<Command>): Then<Event> {
    const { surroundings, origin: usual } = this.usual;
    const decision = this.decider.decide(what, this.state, { ...usual, ...origin }, surroundings);
    return new Then(decision, this.equal);
  }
}

/** Each of these ends a spec and returns `undefined`, so that it can be all of a test's body. */
class Then<Event extends DomainEvent> {
  constructor(
    /** What was decided, for what a spec has to look at more closely. */
    readonly decision: Decision<Event>,
    private readonly equal: StrictEquality,
  ) {}

  /** Exactly these events, in this order. */
  thenHappens(first: History<Event>, ...others: readonly History<Event>[]): undefined {
    const expected = acts([first, ...others]).map(({ what }) => what);
    this.equal(this.decision, expected);
  }

  /** Exactly these types of events, in this order: for specs about what follows from what, not about the data. */
  thenTypes(...types: readonly Event['type'][]): undefined {
    this.equal(isRefusal(this.decision) ? this.decision : this.decision.map(typeOf), types);
  }

  /** The command is accepted, and there was nothing to do. */
  thenNothing(): undefined {
    this.equal(this.decision, []);
  }

  /** Refused with exactly these sentences, in this order. */
  thenRefused(...sentences: readonly [string, ...string[]]): undefined {
    const found = this.refused().map(({ missing }) => missing);
    this.equal(isRefusal(this.decision) ? found : this.decision, sentences);
  }

  /** Refused by the condition with this id, with exactly this sentence, whatever else is missing too. */
  thenRefusedBy(id: string, sentence: string): undefined {
    const found = this.refused().filter((unmet) => unmet.id === id);
    const told = found.length > 0 ? found.map(({ missing }) => missing) : this.decision;
    this.equal(told, [sentence]);
  }

  private refused(): readonly Unmet[] {
    return isRefusal(this.decision) ? this.decision.refused : [];
  }
}

const typeOf = ({ type }: DomainEvent): string => type;

/** Ids are told apart by type, such as `GateReported#2` for the second of its type. */
function happened<State, Event extends DomainEvent>(
  { initial, evolve }: Pick<Decider<never, State, Event, never>, 'initial' | 'evolve'>,
  usual: Origin,
  history: History<Event>,
): State {
  const counts = new Map<string, number>();
  return acts(history).reduce((state, { what, origin }, revision) => {
    const count = (counts.get(what.type) ?? 0) + 1;
    counts.set(what.type, count);
    const id = `${what.type}#${String(count)}`;
    return evolve(state, recordedBy({ ...usual, ...origin }, what, { id, revision }));
  }, initial);
}

/** A history without its nesting. */
export const acts = <Event>(history: History<Event>): readonly Act<Event>[] =>
  'what' in history ? [history] : history.flatMap((part) => acts(part));

/** Changes what is special about the origin of an act, or of each act of a history. */
export const withOrigin = <What>(origin: Partial<Origin>, act: Act<What>): Act<What> => ({
  what: act.what,
  origin: { ...act.origin, ...origin },
});
