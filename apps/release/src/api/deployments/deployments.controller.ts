import { Body, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeploymentAcceptedDto } from '../answering/accepted.dto.js';
import { addressOfDeployment } from '../answering/address.js';
import { CommandRoute } from '../answering/command-route.js';
import { CommandDto, TakenFrom, Topic } from '@roadbook/api';
import { decideRelease, startPromotion } from '../asking/decide.js';
import { DeploymentPath, ReleasePath, releasePath } from '../asking/paths.dto.js';
import type { Taken } from '@roadbook/api';
import {
  DiagnoseFailureDto,
  ReportChecksDto,
  ReportDeploymentDto,
  StartPromotionDto,
} from './deployments.dto.js';

@Topic('deployments', releasePath)
export class DeploymentsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('deployments')
  @CommandRoute('RequestDeployment', {
    summary: 'Start the promotion to an environment',
    answer: DeploymentAcceptedDto,
    address: addressOfDeployment,
  })
  start(@Param() path: ReleasePath, @Body() body: StartPromotionDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(startPromotion(path, body, taken));
  }

  @Post('deployments/:deployment/claim')
  @CommandRoute('ClaimDeployment', { summary: 'Claim a requested deployment', bodiless: true })
  claim(@Param() path: DeploymentPath, @Body() body: CommandDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('ClaimDeployment', path, body, taken));
  }

  @Post('deployments/:deployment/report')
  @CommandRoute('ReportDeployment', { summary: 'Report how a deployment ended' })
  report(
    @Param() path: DeploymentPath,
    @Body() body: ReportDeploymentDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('ReportDeployment', path, body, taken));
  }

  @Post('deployments/:deployment/checks')
  @CommandRoute('ReportChecks', { summary: 'Report checks after a deployment' })
  reportChecks(
    @Param() path: DeploymentPath,
    @Body() body: ReportChecksDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('ReportChecks', path, body, taken));
  }

  @Post('deployments/:deployment/diagnosis')
  @CommandRoute('DiagnoseFailure', { summary: 'Record why a deployment failed, and what was done' })
  diagnose(
    @Param() path: DeploymentPath,
    @Body() body: DiagnoseFailureDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('DiagnoseFailure', path, body, taken));
  }
}
