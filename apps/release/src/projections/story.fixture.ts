import { isRefusal } from '@roadbook/decider';
import type { Decider, DomainEvent, Origin, Recorded, Role } from '@roadbook/decider';
import type { EventStore, Head, NewEvent, StoredEvent } from '@roadbook/event-store';
import {
  answeredAt,
  environmentsDecider,
  servedBy,
} from '../domain/environment-answers/environments.fixture.js';
import type {
  EnvironmentChange,
  EnvironmentFact,
} from '../domain/environment-answers/environments.fixture.js';
import type { ReleaseCommand } from '../domain/release/commands.js';
import { releaseDecider } from '../domain/release/decide.js';
import type { PlannedRelease, Release } from '../domain/release/state.js';
import type { RoadCommand } from '../domain/road/commands.js';
import { roadDecider } from '../domain/road/decide.js';
import type { Road } from '../domain/road/road.js';
import { emptyRoad } from '../domain/road/road.js';
import { releaseStream, roadStream, violationsStream } from '../domain/streams.js';
import type { ViolationRecorded } from '../domain/violations/events.js';
import { violationDecider } from '../domain/violations/violations.js';

/** One second passes between two commands. */
const tickMs = 1_000;

interface Told {
  state: unknown;
  revision: number;
}

/** What may be said of a command: who gives it, by default somebody named after the role, and when it happened. */
export interface Said {
  readonly actor?: string;
  readonly occurredAt?: string;
}

/**
 * The history of a project, told by the deciders themselves: a refusal is an error of the story. Nothing is stored; `log` has what a
 * store would have.
 */
export class Story {
  readonly log: StoredEvent[] = [];
  private readonly streams = new Map<string, Told>();
  private ticks = 0;
  /** What the environment service answers. */
  answers = environmentsDecider.initial;

  constructor(
    readonly project = 'web',
    private readonly begins = '2026-03-02T08:00:00.000Z',
  ) {}

  /** Recorded time of the next command. */
  get now(): string {
    return new Date(Date.parse(this.begins) + this.ticks * tickMs).toISOString();
  }

  wait(seconds: number): void {
    this.ticks += seconds;
  }

  road(command: RoadCommand, role: Role, said?: Said): void {
    this.tell(roadStream(this.project), roadDecider, command, role, undefined, said);
  }

  /** Something happens in the environments: from now on it is what the environment service answers. */
  environments(change: EnvironmentChange): void {
    const { now: recordedAt } = this;
    this.ticks += 1;
    const id = `answer-${String(this.ticks)}`;
    const by = { actor: 'deployer', role: 'deployer', commandId: id } as const;
    for (const fact of environmentsDecider.decide(
      change,
      this.answers,
      undefined as never,
    ) as EnvironmentFact[])
      this.answers = environmentsDecider.evolve(this.answers, {
        ...fact,
        id,
        revision: 0,
        recordedAt,
        ...by,
      });
  }

  violation(data: ViolationRecorded['data'], role: Role, said?: Said): void {
    const command = { type: 'RecordViolation', data } as const;
    const stream = violationsStream(this.project);
    this.tell(stream, violationDecider, command, role, undefined, said);
  }

  release(version: string, command: ReleaseCommand, role: Role, said?: Said): void {
    const surroundings = {
      road: this.roadState,
      ...answeredAt(this.answers, this.now, servedBy(command)),
      deadlines: { deploymentMs: 3_600_000, verificationMs: 900_000 },
    };
    const stream = releaseStream(this.project, version);
    this.tell(stream, releaseDecider, command, role, surroundings, said);
  }

  /** The release as its decider knows it. */
  planned(version: string): PlannedRelease {
    const told = this.streams.get(releaseStream(this.project, version));
    const release = told?.state as Release | undefined;
    if (release?.situation !== 'planned') throw new Error(`${version} is not planned`);
    return release;
  }

  get roadState(): Road {
    return (this.streams.get(roadStream(this.project))?.state as Road | undefined) ?? emptyRoad;
  }

  private tell<Command, State, Event extends DomainEvent, Surroundings>(
    stream: string,
    decider: Decider<Command, State, Event, Surroundings>,
    command: Command,
    role: Role,
    surroundings: Surroundings,
    { actor = role, occurredAt }: Said = {},
  ): void {
    const at = this.now;
    this.ticks += 1;
    const commandId = `command-${String(this.ticks)}`;
    const origin: Origin = { actor, role, at, commandId, correlationId: commandId, occurredAt };
    const told = this.streams.get(stream) ?? { state: decider.initial, revision: -1 };
    const decision = decider.decide(command, told.state as State, origin, surroundings);
    if (isRefusal(decision)) throw new Error(JSON.stringify({ command, ...decision }, null, 2));
    for (const { type, data } of decision) {
      told.revision += 1;
      const event = this.stored(
        stream,
        told.revision,
        { type, data: data as NewEvent['data'] },
        origin,
      );
      told.state = decider.evolve(told.state as State, event as unknown as Recorded<Event>);
      this.log.push(event);
    }
    this.streams.set(stream, told);
  }

  private stored(
    stream: string,
    revision: number,
    event: Pick<NewEvent, 'type' | 'data'>,
    { at, ...origin }: Origin,
  ): StoredEvent {
    const position = this.log.length;
    const id = `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`;
    const place = { id, stream, revision, position, schemaVersion: 1, hash: id };
    return { ...event, ...place, ...origin, recordedAt: at };
  }
}

/** Appends the events to a store, in their order and each as it was recorded. */
export async function tellTo(store: EventStore, log: readonly StoredEvent[]): Promise<void> {
  const heads = new Map<string, Head>();
  for (const { stream, id, type, schemaVersion, data, ...provenance } of log) {
    const event = { id, type, schemaVersion, data };
    const { head } = await store.append(stream, heads.get(stream), [event], provenance);
    heads.set(stream, head);
  }
}
