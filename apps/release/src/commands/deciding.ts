import { isRefusal, refuseAtFirst } from '@roadbook/decider';
import type { Origin, Refusal } from '@roadbook/decider';
import { refuseUnexpected } from '@roadbook/decisions';
import type { Decisions, ExpectedRevision, Loaded, Outcome } from '@roadbook/decisions';
import type { StoredEvent } from '@roadbook/event-store';
import { ViolationsOnRecord } from '@roadbook/violations';
import type { RefusalOnRecord } from '@roadbook/violations';
import { noParityAnswer, noPipelineAnswer } from '../domain/environment-answers/answers.js';
import type { KnownIssuesAnswer, KnownIssuesSource } from '../domain/known-issues/source.js';
import type { Deadlines, Surroundings } from '../domain/hard-rules/standpoint.js';
import type { ReleaseCommand } from '../domain/release/commands.js';
import { releaseDecider } from '../domain/release/decide.js';
import type { Release } from '../domain/release/state.js';
import { projectIsRegistered } from '../domain/road/conditions.js';
import type { RoadCommand } from '../domain/road/commands.js';
import { roadDecider } from '../domain/road/decide.js';
import type { Road } from '../domain/road/road.js';
import { releaseStream, roadStream, violationsStream } from '../domain/streams.js';
import { environmentOf } from '../domain/violations/environment-of.js';
import type { OfRelease } from '../domain/violations/events.js';
import { violationDecider, violationsOf } from '../domain/violations/violations.js';
import type {
  EnvironmentAnswers,
  EnvironmentAnswersSource,
} from '../domain/environment-answers/source.js';
import type { Key } from './key.js';
import { questionOf } from './question-of.js';
import { startOf } from './started.js';
import type { Started } from './started.js';

const nothing = (): undefined => undefined;

/** Decides on releases and their road, and leaves a violation behind where a hard rule refuses. */
export class Deciding {
  private readonly violations: ViolationsOnRecord<OfRelease>;

  constructor(
    private readonly decisions: Decisions,
    private readonly answers: EnvironmentAnswersSource,
    private readonly knowledge: KnownIssuesSource,
    private readonly deadlines: Deadlines,
  ) {
    this.violations = new ViolationsOnRecord(decisions, violationDecider);
  }

  release({ project, version }: Key): Promise<Loaded<Release>> {
    return this.decisions.load(releaseDecider, releaseStream(project, version));
  }

  road(project: string): Promise<Loaded<Road>> {
    return this.decisions.load(roadDecider, roadStream(project));
  }

  /** What is around a release when the command is decided. `rehearsed` leaves nothing behind where it is asked. */
  async surroundings(
    key: Key,
    command: ReleaseCommand,
    origin: Origin,
    release: Release,
    { rehearsed = false } = {},
  ): Promise<Surroundings> {
    const { state: road } = await this.road(key.project);
    const question = questionOf(key, command, release, origin);
    const answers = question
      ? await this.answers.ask(
          rehearsed ? { ...question, purpose: 'eligibility' } : question,
          'command',
        )
      : { parity: noParityAnswer, pipeline: noPipelineAnswer };
    const known = await this.known(key, command, origin, release);
    return { road, ...answers, known, deadlines: this.deadlines };
  }

  /** Nobody but who compiles notes asks the knowledge base. */
  private async known(
    { project, version }: Key,
    { type, data }: ReleaseCommand,
    origin: Origin,
    { situation }: Release,
  ): Promise<KnownIssuesAnswer | undefined> {
    const asks = type === 'CompileNotes' && data.fromKnowledgeBase && situation === 'planned';
    return asks ? this.knowledge.ask({ project, version, origin }) : undefined;
  }

  async onRelease(
    key: Key,
    command: ReleaseCommand,
    origin: Origin,
    expected?: ExpectedRevision,
  ): Promise<Outcome> {
    const stream = releaseStream(key.project, key.version);
    let around: Surroundings | undefined;
    const outcome = await this.decisions.decide(releaseDecider, stream, {
      command,
      origin,
      surroundings: async (release) =>
        (around = await this.surroundings(key, command, origin, release)),
      expected,
    });
    return isRefusal(outcome) ? this.refused(key, command, origin, outcome, around) : outcome;
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

  /** One event of a release, as it was recorded. */
  recorded({ project, version }: Key, revision: number): Promise<StoredEvent | undefined> {
    return this.decisions.recorded(releaseStream(project, version), revision);
  }

  /** The answer to a start that was carried out before, or is expected elsewhere; `undefined` for one that is to be decided on. */
  async answered<Name extends keyof typeof startOf>(
    name: Name,
    key: Key,
    known: Loaded<Release>,
    origin: Origin,
    expected: ExpectedRevision | undefined,
  ): Promise<Started<Name> | undefined> {
    const deed = known.deedOf(origin.commandId);
    if (deed) return this.started(name, key, { ...deed, repeated: true });
    return refuseUnexpected(expected, known.revision);
  }

  /** With the id of what was started; empty where this command started nothing. */
  async started<Name extends keyof typeof startOf>(
    name: Name,
    key: Key,
    outcome: Outcome,
  ): Promise<Started<Name>> {
    if (isRefusal(outcome)) return outcome;
    const start = outcome.events.find(({ type }) => type === startOf[name]);
    const event = start && (await this.recorded(key, start.revision));
    const id = event?.data[name] ?? '';
    return { ...outcome, [name]: id } as Started<Name>;
  }

  /** Told before anything that such a project lacks: it has no release either. */
  async unknown(project: string): Promise<Refusal | undefined> {
    return refuseAtFirst([projectIsRegistered], { road: (await this.road(project)).state });
  }

  /** An attempt to break a hard rule is on record before its refusal is answered, with the answers that it was decided with. */
  async refused(
    key: Key,
    command: ReleaseCommand,
    origin: Origin,
    refusal: Refusal,
    around?: EnvironmentAnswers,
  ): Promise<Refusal | RefusalOnRecord> {
    const { state } = await this.release(key);
    if (state.situation === 'unplanned') return (await this.unknown(key.project)) ?? refusal;
    const of = {
      version: key.version,
      candidate: state.candidate?.commit ?? null,
      environment: environmentOf(command, state),
    };
    const violations = violationsOf(command, of, refusal, around);
    return this.violations.refused(violationsStream(key.project), refusal, violations, origin);
  }
}
