import { isRefusal } from '@roadbook/decider';
import type { Decider, DomainEvent, Origin } from '@roadbook/decider';
import type { Decisions, ExpectedRevision, Outcome, Question } from '@roadbook/decisions';
import { ViolationsOnRecord } from '@roadbook/violations';
import type { EnvironmentsCommand } from '../domain/environments/commands.js';
import { environmentsDecider } from '../domain/environments/decide.js';
import type { PipelineCommand } from '../domain/pipeline/commands.js';
import { pipelineDecider } from '../domain/pipeline/decide.js';
import { environmentsStream, pipelineStream, violationsStream } from '../domain/streams.js';
import type { OfEnvironments, ViolationRecorded } from '../domain/violations/events.js';
import { violationDecider, violationsOf } from '../domain/violations/violations.js';
import type { WatchedCommand } from '../domain/violations/violations.js';

const nothing = (): undefined => undefined;

/** Decides on the environments and the pipeline of projects, and leaves a violation behind where a hard rule refuses. */
export class Deciding {
  private readonly violations: ViolationsOnRecord<OfEnvironments>;

  constructor(private readonly decisions: Decisions) {
    this.violations = new ViolationsOnRecord(decisions, violationDecider);
  }

  onEnvironments(
    project: string,
    command: EnvironmentsCommand,
    origin: Origin,
    expected?: ExpectedRevision,
  ): Promise<Outcome> {
    const question = { command, origin, surroundings: nothing, expected };
    return this.watched(project, environmentsDecider, environmentsStream(project), question);
  }

  onPipeline(
    project: string,
    command: PipelineCommand,
    origin: Origin,
    expected?: ExpectedRevision,
  ): Promise<Outcome> {
    const question = { command, origin, surroundings: nothing, expected };
    return this.watched(project, pipelineDecider, pipelineStream(project), question);
  }

  /** Puts an attempt to break a hard rule on record, once. */
  violated(project: string, violation: ViolationRecorded['data'], origin: Origin): Promise<void> {
    return this.violations.record(violationsStream(project), violation, origin);
  }

  /** An attempt to break a hard rule is on record before its refusal is answered. */
  private async watched<Command extends WatchedCommand, State, Event extends DomainEvent>(
    project: string,
    decider: Decider<Command, State, Event>,
    stream: string,
    question: Question<Command, State, void>,
  ): Promise<Outcome> {
    const outcome = await this.decisions.decide(decider, stream, question);
    if (!isRefusal(outcome)) return outcome;
    const violations = violationsOf(question.command, outcome);
    const { origin } = question;
    return this.violations.refused(violationsStream(project), outcome, violations, origin);
  }
}
