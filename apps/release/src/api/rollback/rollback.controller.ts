import { Body, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RollbackAcceptedDto } from '../answering/accepted.dto.js';
import { addressOfRollback } from '../answering/address.js';
import { CommandRoute } from '../answering/command-route.js';
import { decideRelease, invokeRollback } from '../asking/decide.js';
import { ReleasePath, RollbackPath, releasePath } from '../asking/paths.dto.js';
import { TakenFrom, Topic } from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { ReportChecksDto } from '../deployments/deployments.dto.js';
import { ReportStepsDto } from '../rehearsals/rehearsals.dto.js';
import { NoteDto } from '../window/window.dto.js';
import { InvokeRollbackDto, ScheduleRollbackReviewDto } from './rollback.dto.js';

@Topic('rollback', releasePath)
export class RollbackController {
  constructor(private readonly commands: CommandBus) {}

  @Post('rollback')
  @CommandRoute('StartRollback', {
    summary: 'Roll back what stands in production',
    answer: RollbackAcceptedDto,
    address: addressOfRollback,
  })
  invoke(@Param() path: ReleasePath, @Body() body: InvokeRollbackDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(invokeRollback(path, body, taken));
  }

  @Post('rollback/:rollback/steps')
  @CommandRoute('ReportRollbackSteps', { summary: 'Report steps of a rollback' })
  reportSteps(
    @Param() path: RollbackPath,
    @Body() body: ReportStepsDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('ReportRollbackSteps', path, body, taken));
  }

  @Post('rollback/:rollback/checks')
  @CommandRoute('ReportRollbackChecks', { summary: 'Report checks after a rollback' })
  reportChecks(
    @Param() path: RollbackPath,
    @Body() body: ReportChecksDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('ReportRollbackChecks', path, body, taken));
  }

  @Post('rollback/client-communication')
  @CommandRoute('AcknowledgeRollbackCommunication', {
    summary: 'Acknowledge that users were told of the rollback',
  })
  acknowledge(@Param() path: ReleasePath, @Body() body: NoteDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(
      decideRelease('AcknowledgeRollbackCommunication', path, body, taken),
    );
  }

  @Put('rollback/review')
  @CommandRoute('ScheduleRollbackReview', { summary: 'Schedule the review of the rollback' })
  scheduleReview(
    @Param() path: ReleasePath,
    @Body() body: ScheduleRollbackReviewDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('ScheduleRollbackReview', path, body, taken));
  }
}
