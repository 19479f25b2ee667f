import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Outcome } from '@roadbook/decisions';
import { DecideEnvironments, DecidePipeline } from './commands.js';
import { Deciding } from './deciding.js';

/** One handler for each decider: the command itself says what is decided. */
@CommandHandler(DecideEnvironments)
export class DecideEnvironmentsHandler implements ICommandHandler<DecideEnvironments> {
  constructor(private readonly deciding: Deciding) {}

  execute({ project, command, origin, expected }: DecideEnvironments): Promise<Outcome> {
    return this.deciding.onEnvironments(project, command, origin, expected);
  }
}

@CommandHandler(DecidePipeline)
export class DecidePipelineHandler implements ICommandHandler<DecidePipeline> {
  constructor(private readonly deciding: Deciding) {}

  execute({ project, command, origin, expected }: DecidePipeline): Promise<Outcome> {
    return this.deciding.onPipeline(project, command, origin, expected);
  }
}

export const commandHandlers = [DecideEnvironmentsHandler, DecidePipelineHandler];
