import { Body, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '../answering/command-route.js';
import { decideAnswers } from '../asking/decide.js';
import { TakenFrom, ProjectPath, Topic } from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { ReportParityDto, ReportPipelineDto } from './environment-answers.dto.js';

@Topic('environments', 'v1/projects/:project')
export class EnvironmentAnswersController {
  constructor(private readonly commands: CommandBus) {}

  @Post('parity-reports')
  @CommandRoute('ReportParity', { summary: 'Report whether staging and qa mirror production' })
  reportParity(
    @Param() path: ProjectPath,
    @Body() body: ReportParityDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideAnswers('ReportParity', path, body, taken));
  }

  @Post('pipeline-reports')
  @CommandRoute('ReportPipeline', { summary: 'Report whether every pipeline change was confirmed' })
  reportPipeline(
    @Param() path: ProjectPath,
    @Body() body: ReportPipelineDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideAnswers('ReportPipeline', path, body, taken));
  }
}
