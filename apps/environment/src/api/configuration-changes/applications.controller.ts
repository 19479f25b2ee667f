import { Body, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandDto, TakenFrom, Topic } from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { CommandRoute } from '../answering/command-route.js';
import { decideEnvironments } from '../asking/decide.js';
import {
  ApplicationPath,
  changesPath,
  ConfigurationChangePath,
  ConfigurationReasonDto,
  ReportApplicationDto,
  ReportReversalDto,
} from './requests.dto.js';

@Topic('configuration-changes', `${changesPath}/:change`)
export class ConfigurationApplicationsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('applications/:environment')
  @CommandRoute('ApplyConfigurationChange', {
    summary: 'Order a configuration change applied in an environment',
    description:
      'Upwards, each environment after the one before was applied and observed; production with its authorization, inside its window. An order out of turn is a violation of rule 1.',
    bodiless: true,
  })
  apply(@Param() path: ApplicationPath, @Body() body: CommandDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideEnvironments('ApplyConfigurationChange', path, body, taken));
  }

  @Post('applications/:environment/report')
  @CommandRoute('ReportConfigurationApplication', {
    summary: 'Report whether a configuration change was applied in an environment',
    description:
      'The environment is unknown from the order on, until its configuration is reported.',
  })
  report(
    @Param() path: ApplicationPath,
    @Body() body: ReportApplicationDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(
      decideEnvironments('ReportConfigurationApplication', path, body, taken),
    );
  }

  @Post('reversal')
  @CommandRoute('RevertConfigurationChange', {
    summary: 'Order a configuration change reverted wherever it was ordered',
    description: 'Downwards; nothing stops it, no authorization and no window.',
  })
  revert(
    @Param() path: ConfigurationChangePath,
    @Body() body: ConfigurationReasonDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(
      decideEnvironments('RevertConfigurationChange', path, body, taken),
    );
  }

  @Post('reversal/:environment/report')
  @CommandRoute('ReportConfigurationReversal', {
    summary: 'Report whether a configuration change was reverted in an environment',
  })
  reportReversal(
    @Param() path: ApplicationPath,
    @Body() body: ReportReversalDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(
      decideEnvironments('ReportConfigurationReversal', path, body, taken),
    );
  }
}
