import { Command } from '@nestjs/cqrs';
import type { Origin } from '@roadbook/decider';
import type { ExpectedRevision, Outcome } from '@roadbook/decisions';
import type { EnvironmentsCommand } from '../domain/environments/commands.js';
import type { PipelineCommand } from '../domain/pipeline/commands.js';

/** What is asked of the environments of a project. Their decider answers. */
export class DecideEnvironments extends Command<Outcome> {
  constructor(
    readonly project: string,
    readonly command: EnvironmentsCommand,
    readonly origin: Origin,
    readonly expected?: ExpectedRevision,
  ) {
    super();
  }
}

/** What is asked of the pipeline of a project. Its decider answers. */
export class DecidePipeline extends Command<Outcome> {
  constructor(
    readonly project: string,
    readonly command: PipelineCommand,
    readonly origin: Origin,
    readonly expected?: ExpectedRevision,
  ) {
    super();
  }
}
