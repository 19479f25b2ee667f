import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Outcome } from '@roadbook/decisions';
import { DecideRelease, DecideRoad, InvokeRollback, StartPromotion } from './commands.js';
import { Deciding } from './deciding.js';
import { PromotionProcess } from './promotion-process.js';
import { RollbackProcess } from './rollback-process.js';
import { Settled } from './settled.js';
import type { Started } from './started.js';

/** One handler for each decider: the command itself says what is decided. */
@CommandHandler(DecideRelease)
export class DecideReleaseHandler implements ICommandHandler<DecideRelease> {
  constructor(
    private readonly deciding: Deciding,
    private readonly reactions: Settled,
  ) {}

  /** What a check of production leads to depends on what stands there: the road has to know of every rollback that is over. */
  async execute({ project, version, command, origin, expected }: DecideRelease): Promise<Outcome> {
    if (command.type === 'ReportChecks') await this.reactions.settled();
    return this.deciding.onRelease({ project, version }, command, origin, expected);
  }
}

@CommandHandler(DecideRoad)
export class DecideRoadHandler implements ICommandHandler<DecideRoad> {
  constructor(private readonly deciding: Deciding) {}

  execute({ project, command, origin, expected }: DecideRoad): Promise<Outcome> {
    return this.deciding.onRoad(project, command, origin, expected);
  }
}

@CommandHandler(StartPromotion)
export class StartPromotionHandler implements ICommandHandler<StartPromotion> {
  constructor(private readonly process: PromotionProcess) {}

  execute(asked: StartPromotion): Promise<Started<'deployment'>> {
    const { project, version, environment, origin, expected } = asked;
    return this.process.start({ project, version }, environment, origin, expected);
  }
}

@CommandHandler(InvokeRollback)
export class InvokeRollbackHandler implements ICommandHandler<InvokeRollback> {
  constructor(private readonly process: RollbackProcess) {}

  execute({
    project,
    version,
    why,
    origin,
    expected,
  }: InvokeRollback): Promise<Started<'rollback'>> {
    return this.process.start({ project, version }, why, origin, expected);
  }
}

export const commandHandlers = [
  DecideReleaseHandler,
  DecideRoadHandler,
  StartPromotionHandler,
  InvokeRollbackHandler,
];
