import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Decisions } from '@roadbook/decisions';
import type { Outcome } from '@roadbook/decisions';
import { environmentAnswerDecider } from '../domain/environment-answers/decide.js';
import { answersStream } from '../domain/streams.js';
import {
  DecideEnvironmentAnswers,
  DecideRelease,
  DecideRoad,
  InvokeRollback,
  StartPromotion,
} from './commands.js';
import { Deciding } from './deciding.js';
import { PromotionProcess } from './promotion-process.js';
import { RollbackProcess } from './rollback-process.js';

/** One handler for each decider: the command itself says what is decided. */
@CommandHandler(DecideRelease)
export class DecideReleaseHandler implements ICommandHandler<DecideRelease> {
  constructor(private readonly deciding: Deciding) {}

  execute({ project, version, command, origin }: DecideRelease): Promise<Outcome> {
    return this.deciding.onRelease({ project, version }, command, origin);
  }
}

@CommandHandler(DecideRoad)
export class DecideRoadHandler implements ICommandHandler<DecideRoad> {
  constructor(private readonly deciding: Deciding) {}

  execute({ project, command, origin }: DecideRoad): Promise<Outcome> {
    return this.deciding.onRoad(project, command, origin);
  }
}

@CommandHandler(DecideEnvironmentAnswers)
export class DecideEnvironmentAnswersHandler implements ICommandHandler<DecideEnvironmentAnswers> {
  constructor(private readonly decisions: Decisions) {}

  execute({ project, command, origin }: DecideEnvironmentAnswers): Promise<Outcome> {
    const question = { command, origin, surroundings: undefined };
    return this.decisions.decide(environmentAnswerDecider, answersStream(project), question);
  }
}

@CommandHandler(StartPromotion)
export class StartPromotionHandler implements ICommandHandler<StartPromotion> {
  constructor(private readonly process: PromotionProcess) {}

  execute({ project, version, environment, origin }: StartPromotion): Promise<Outcome> {
    return this.process.start({ project, version }, environment, origin);
  }
}

@CommandHandler(InvokeRollback)
export class InvokeRollbackHandler implements ICommandHandler<InvokeRollback> {
  constructor(private readonly process: RollbackProcess) {}

  execute({ project, version, why, origin }: InvokeRollback): Promise<Outcome> {
    return this.process.start({ project, version }, why, origin);
  }
}

export const commandHandlers = [
  DecideReleaseHandler,
  DecideRoadHandler,
  DecideEnvironmentAnswersHandler,
  StartPromotionHandler,
  InvokeRollbackHandler,
];
