import { isRefusal, refuseAtFirst } from '@roadbook/decider';
import type { Origin, Refusal } from '@roadbook/decider';
import type { Decisions, ExpectedRevision, Loaded, Outcome } from '@roadbook/decisions';
import { derivedId } from '@roadbook/process';
import { noParityAnswer, noPipelineAnswer } from '../domain/environment-answers/answers.js';
import { environmentAnswerDecider } from '../domain/environment-answers/decide.js';
import type { EnvironmentAnswerCommand } from '../domain/environment-answers/commands.js';
import type { Deadlines, Surroundings } from '../domain/hard-rules/standpoint.js';
import type { ReleaseCommand } from '../domain/release/commands.js';
import { releaseDecider } from '../domain/release/decide.js';
import type { Release } from '../domain/release/state.js';
import { projectIsRegistered } from '../domain/road/conditions.js';
import type { RoadCommand } from '../domain/road/commands.js';
import { roadDecider } from '../domain/road/decide.js';
import type { Road } from '../domain/road/road.js';
import { answersStream, releaseStream, roadStream, violationsStream } from '../domain/streams.js';
import { violationDecider, violationsOf } from '../domain/violations/violations.js';
import type { Violation } from '../domain/violations/violations.js';
import type { EnvironmentAnswersSource } from './environment-answers-source.js';
import type { RefusalOnRecord } from './on-record.js';
import { startOf } from './started.js';
import type { Started } from './started.js';

/** One release, by its natural key. */
export interface Key {
  readonly project: string;
  readonly version: string;
}

/** The commands that are decided with an answer of the environment context. */
const asksTheEnvironment: ReadonlySet<ReleaseCommand['type']> = new Set<ReleaseCommand['type']>([
  'CheckParity',
  'RequestAuthorization',
  'Authorize',
  'RequestDeployment',
  'ClaimDeployment',
]);

const nothing = (): undefined => undefined;

/** Decides on releases and their road, and leaves a violation behind where a hard rule refuses. */
export class Deciding {
  constructor(
    private readonly decisions: Decisions,
    private readonly answers: EnvironmentAnswersSource,
    private readonly deadlines: Deadlines,
  ) {}

  release({ project, version }: Key): Promise<Loaded<Release>> {
    return this.decisions.load(releaseDecider, releaseStream(project, version));
  }

  road(project: string): Promise<Loaded<Road>> {
    return this.decisions.load(roadDecider, roadStream(project));
  }

  async surroundings(project: string, command: ReleaseCommand, at: string): Promise<Surroundings> {
    const { state: road } = await this.road(project);
    const { parity, pipeline } = asksTheEnvironment.has(command.type)
      ? await this.answers.ask(project, at)
      : { parity: noParityAnswer, pipeline: noPipelineAnswer };
    return { road, parity, pipeline, deadlines: this.deadlines };
  }

  async onRelease(
    key: Key,
    command: ReleaseCommand,
    origin: Origin,
    expected?: ExpectedRevision,
  ): Promise<Outcome> {
    const stream = releaseStream(key.project, key.version);
    const outcome = await this.decisions.decide(releaseDecider, stream, {
      command,
      origin,
      surroundings: () => this.surroundings(key.project, command, origin.at),
      expected,
    });
    return isRefusal(outcome) ? this.refused(key, command, origin, outcome) : outcome;
  }

  /** What was claimed may have been released since, and claimed again: the road itself tells a repeat. */
  onRoad(
    project: string,
    command: RoadCommand,
    origin: Origin,
    expected?: ExpectedRevision,
  ): Promise<Outcome> {
    const repeatable = command.type !== 'RegisterProject';
    const question = { command, origin, surroundings: nothing, repeatable, expected };
    return this.decisions.decide(roadDecider, roadStream(project), question);
  }

  /** What a deployer reports of a registered project: a typo in its name makes none. */
  async onAnswers(
    project: string,
    command: EnvironmentAnswerCommand,
    origin: Origin,
    expected?: ExpectedRevision,
  ): Promise<Outcome> {
    const unknown = await this.unknown(project);
    if (unknown) return unknown;
    const question = { command, origin, surroundings: nothing, expected };
    return this.decisions.decide(environmentAnswerDecider, answersStream(project), question);
  }

  /** With the id of what was started. Where this command started nothing, it is `otherwise`. */
  async started<Name extends keyof typeof startOf>(
    name: Name,
    key: Key,
    outcome: Outcome,
    otherwise = '',
  ): Promise<Started<Name>> {
    if (isRefusal(outcome)) return outcome;
    const stream = releaseStream(key.project, key.version);
    const start = outcome.events.find(({ type }) => type === startOf[name]);
    const event = start && (await this.decisions.recorded(stream, start.revision));
    const id = event?.data[name] ?? otherwise;
    return { ...outcome, [name]: id } as Started<Name>;
  }

  /** Told before anything that such a project lacks: it has no release either. */
  async unknown(project: string): Promise<Refusal | undefined> {
    return refuseAtFirst([projectIsRegistered], { road: (await this.road(project)).state });
  }

  /** An attempt to break a hard rule is on record before its refusal is answered. */
  async refused(
    key: Key,
    command: Pick<ReleaseCommand, 'type'>,
    origin: Origin,
    refusal: Refusal,
  ): Promise<Refusal | RefusalOnRecord> {
    const { state } = await this.release(key);
    if (state.situation === 'unplanned') return (await this.unknown(key.project)) ?? refusal;
    const of = { version: key.version, candidate: state.candidate?.commit ?? null };
    const violations = violationsOf(command, of, refusal);
    for (const violation of violations) await this.record(key.project, violation, origin);
    return violations.length > 0 ? { ...refusal, violation: true } : refusal;
  }

  async record(project: string, violation: Violation, origin: Origin): Promise<void> {
    await this.decisions.decide(violationDecider, violationsStream(project), {
      command: { type: 'RecordViolation', data: violation },
      origin: {
        ...origin,
        commandId: derivedId(origin.commandId, `violation/${String(violation.rule)}`),
      },
      surroundings: nothing,
    });
  }
}
