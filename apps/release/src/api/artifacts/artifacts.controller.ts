import { Body, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { PlanAcceptedDto } from '../answering/accepted.dto.js';
import { CommandRoute } from '../answering/command-route.js';
import { CommandDto, TakenFrom, Topic } from '@roadbook/api';
import { decideRelease } from '../asking/decide.js';
import { ReleasePath, releasePath } from '../asking/paths.dto.js';
import type { Taken } from '@roadbook/api';
import { AboutCandidateDto } from '../candidate/candidate.dto.js';
import { CompileNotesDto } from './notes.dto.js';
import { planDigestOf } from './plan-digest.js';
import { ReviewRollbackPlanDto, WriteRollbackPlanDto } from './plan.dto.js';

@Topic('artifacts', releasePath)
export class ArtifactsController {
  constructor(private readonly commands: CommandBus) {}

  @Put('notes')
  @CommandRoute('CompileNotes', { summary: 'Compile the release notes' })
  compileNotes(
    @Param() path: ReleasePath,
    @Body() body: CompileNotesDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('CompileNotes', path, body, taken));
  }

  @Put('rollback-plan')
  @CommandRoute('WriteRollbackPlan', {
    summary: 'Write the rollback plan',
    answer: PlanAcceptedDto,
  })
  async writePlan(
    @Param() path: ReleasePath,
    @Body() body: WriteRollbackPlanDto,
    @TakenFrom() taken: Taken,
  ) {
    const plan = planDigestOf(body);
    const command = decideRelease(
      'WriteRollbackPlan',
      path,
      Object.assign({ digest: plan }, body),
      taken,
    );
    return { ...(await this.commands.execute(command)), plan };
  }

  @Post('rollback-plan/review')
  @CommandRoute('ReviewRollbackPlan', {
    summary: 'Review the rollback plan that somebody else wrote',
  })
  reviewPlan(
    @Param() path: ReleasePath,
    @Body() body: ReviewRollbackPlanDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('ReviewRollbackPlan', path, body, taken));
  }

  @Post('tag')
  @CommandRoute('TagVersion', { summary: 'Tag the version on the candidate' })
  tag(@Param() path: ReleasePath, @Body() body: AboutCandidateDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('TagVersion', path, body, taken));
  }

  @Post('deployment-log')
  @CommandRoute('PrepareDeploymentLog', { summary: 'Prepare the deployment log', bodiless: true })
  prepareLog(@Param() path: ReleasePath, @Body() body: CommandDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('PrepareDeploymentLog', path, body, taken));
  }
}
