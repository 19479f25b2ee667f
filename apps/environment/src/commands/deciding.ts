import { isRefusal } from '@roadbook/decider';
import type { Origin, Refusal } from '@roadbook/decider';
import type { Decisions, ExpectedRevision, Loaded, Outcome } from '@roadbook/decisions';
import { derivedId } from '@roadbook/process';
import type { EnvironmentsCommand } from '../domain/environments/commands.js';
import { environmentsDecider } from '../domain/environments/decide.js';
import type { Environments } from '../domain/environments/state.js';
import type { PipelineCommand } from '../domain/pipeline/commands.js';
import { pipelineDecider } from '../domain/pipeline/decide.js';
import type { Pipeline } from '../domain/pipeline/state.js';
import { environmentsStream, pipelineStream, violationsStream } from '../domain/streams.js';
import type { ViolationRecorded } from '../domain/violations/events.js';
import { violationDecider, violationsOf } from '../domain/violations/violations.js';

const nothing = (): undefined => undefined;

/** A refusal by a hard rule that is on record as a violation. */
export interface RefusalOnRecord extends Refusal {
  readonly violation: true;
}

/** Decides on the environments and the pipeline of projects, and leaves a violation behind where a hard rule refuses. */
export class Deciding {
  constructor(private readonly decisions: Decisions) {}

  environments(project: string): Promise<Loaded<Environments>> {
    return this.decisions.load(environmentsDecider, environmentsStream(project));
  }

  pipeline(project: string): Promise<Loaded<Pipeline>> {
    return this.decisions.load(pipelineDecider, pipelineStream(project));
  }

  async onEnvironments(
    project: string,
    command: EnvironmentsCommand,
    origin: Origin,
    expected?: ExpectedRevision,
  ): Promise<Outcome> {
    const question = { command, origin, surroundings: nothing, expected };
    const stream = environmentsStream(project);
    const outcome = await this.decisions.decide(environmentsDecider, stream, question);
    return isRefusal(outcome) ? this.refused(project, command, origin, outcome) : outcome;
  }

  async onPipeline(
    project: string,
    command: PipelineCommand,
    origin: Origin,
    expected?: ExpectedRevision,
  ): Promise<Outcome> {
    const question = { command, origin, surroundings: nothing, expected };
    const stream = pipelineStream(project);
    const outcome = await this.decisions.decide(pipelineDecider, stream, question);
    return isRefusal(outcome) ? this.refused(project, command, origin, outcome) : outcome;
  }

  /** An attempt to break a hard rule is on record before its refusal is answered. */
  private async refused(
    project: string,
    command: EnvironmentsCommand | PipelineCommand,
    origin: Origin,
    refusal: Refusal,
  ): Promise<Refusal | RefusalOnRecord> {
    const violations = violationsOf(command, refusal);
    for (const violation of violations) await this.violated(project, violation, origin);
    return violations.length > 0 ? { ...refusal, violation: true } : refusal;
  }

  /** Puts an attempt to break a hard rule on record, once. */
  async violated(
    project: string,
    violation: ViolationRecorded['data'],
    origin: Origin,
  ): Promise<void> {
    const commandId = derivedId(origin.commandId, `violation/${String(violation.rule)}`);
    await this.decisions.decide(violationDecider, violationsStream(project), {
      command: { type: 'RecordViolation', data: violation },
      origin: { ...origin, commandId },
      surroundings: nothing,
    });
  }
}
