import { isRefusal, hourMs, minuteMs } from '@roadbook/decider';
import type { Origin, Refusal } from '@roadbook/decider';
import {
  answeredAt,
  servedBy,
} from '../../../apps/release/src/domain/environment-answers/environments.fixture.js';
import type {
  EnvironmentChange,
  Environments,
} from '../../../apps/release/src/domain/environment-answers/environments.fixture.js';
import type { RoadCommand } from '../../../apps/release/src/domain/road/commands.js';
import type { Surroundings } from '../../../apps/release/src/domain/hard-rules/standpoint.js';
import type { ReleaseCommand } from '../../../apps/release/src/domain/release/commands.js';
import { violationsOf } from '../../../apps/release/src/domain/violations/violations.js';
import type { Counts } from '../counts.js';
import type { AnyEvent, Fact } from '../fact.js';
import { answers, Book, releaseOf, road, violations } from './book.js';
import type { Shelf } from './book.js';

/** What somebody does in the service, a step at a time: whoever else is busy may come between two steps, or the process may end. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** What a command led to: the events that it appended, none for a repeat, or why it was refused. */
export type Outcome = readonly Fact[] | Refusal;

export const deadlines = { deploymentMs: hourMs, verificationMs: 15 * minuteMs };

/** What is known besides the release: its project's road, and how the environments are. */
export const surroundingsIn = (book: Book): Surroundings => ({
  road: book.road(),
  ...book.answers(),
  deadlines,
});

const nothing = (): undefined => undefined;

/** Load, decide, append, as the service does it (docs/decisions/0002), over a store in memory. */
export class Service {
  constructor(
    readonly book: Book,
    private readonly counts: Counts,
    /** Told of what was appended, so that what follows by itself can be done later. */
    private readonly happened: (facts: readonly Fact[]) => void,
    /** What comes of an answer on its way: it may come late, or be somebody else's. */
    private readonly delivered: (answers: Environments) => Environments = (answers) => answers,
  ) {}

  /** Reads, and decides on what it read, until the append finds the stream as it was read. */
  *decide<Command extends { readonly type: string }, State, Event extends AnyEvent, Around>(
    shelf: Shelf<Command, State, Event, Around>,
    command: Command,
    origin: Origin,
    around: () => Around,
  ): Steps<Outcome> {
    const repeatable = shelf.stream === 'road' && command.type !== 'RegisterProject';
    for (;;) {
      if (!repeatable && this.book.isDone(shelf, origin.commandId)) return [];
      const seen = this.book.read(shelf);
      yield;
      const at = origin.at > seen.recordedAt ? origin.at : seen.recordedAt;
      const own = { ...origin, at };
      const decision = shelf.decider.decide(command, seen.state, own, around());
      if (isRefusal(decision)) return this.counts.refused(command.type, decision);
      if (decision.length === 0) return this.counts.silent();
      yield;
      const appended = this.book.append(shelf, seen, decision, own);
      if (!appended) {
        this.counts.conflict();
        continue;
      }
      this.counts.accepted(command.type);
      this.happened(appended);
      return appended;
    }
  }

  surroundings(at: string, command?: ReleaseCommand): Surroundings {
    const { parity, pipeline, ...around } = surroundingsIn(this.book);
    const serves = command ? servedBy(command) : null;
    return { ...around, ...this.delivered(answeredAt({ parity, pipeline }, at, serves)) };
  }

  *onRelease(version: string, command: ReleaseCommand, origin: Origin): Steps<Outcome> {
    const outcome = yield* this.decide(releaseOf(version), command, origin, () =>
      this.surroundings(origin.at, command),
    );
    return isRefusal(outcome)
      ? yield* this.refused(version, command.type, origin, outcome)
      : outcome;
  }

  onRoad(command: RoadCommand, origin: Origin): Steps<Outcome> {
    return this.decide(road, command, origin, nothing);
  }

  onAnswers(command: EnvironmentChange, origin: Origin): Steps<Outcome> {
    return this.decide(answers, command, origin, nothing);
  }

  /** Refused before anything was claimed. */
  foreseen(
    version: string,
    command: ReleaseCommand['type'],
    origin: Origin,
    refusal: Refusal,
  ): Steps<Refusal> {
    return this.refused(version, command, origin, this.counts.refused(command, refusal));
  }

  /** A refusal by a hard rule is on record before it is answered. */
  *refused(
    version: string,
    command: ReleaseCommand['type'],
    origin: Origin,
    refusal: Refusal,
  ): Steps<Refusal> {
    const release = this.book.release(version);
    if (release.situation === 'unplanned') return refusal;
    const of = { version, candidate: release.candidate?.commit ?? null };
    for (const violation of violationsOf({ type: command }, of, refusal)) {
      const commandId = `${origin.commandId}/violation/${String(violation.rule)}`;
      yield* this.decide(
        violations,
        { type: 'RecordViolation', data: violation },
        { ...origin, commandId },
        nothing,
      );
    }
    return refusal;
  }
}
