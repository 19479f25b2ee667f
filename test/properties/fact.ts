import type { Recorded } from '@roadbook/decider';
import type { EnvironmentFact } from '../../apps/release/src/domain/environment-answers/environments.fixture.js';
import type { ReleaseEvent } from '../../apps/release/src/domain/release/events.js';
import type { RoadEvent } from '../../apps/release/src/domain/road/events.js';
import type { ViolationRecorded } from '../../apps/release/src/domain/violations/events.js';

export type AnyEvent = ReleaseEvent | RoadEvent | EnvironmentFact | ViolationRecorded;

/** An event as it stands in the book: its stream, and its place in the order of everything. */
export type Fact = Recorded<AnyEvent> & { readonly stream: string; readonly position: number };

export type FactOf<Type extends AnyEvent['type']> = Extract<Fact, { type: Type }>;
