import { Body, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandDto, TakenFrom, Topic } from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { CommandRoute } from '../answering/command-route.js';
import { decideEnvironments } from '../asking/decide.js';
import { changesPath, ConfigurationChangePath, ConfigurationReasonDto } from './requests.dto.js';
import { ConfigurationWindowDto } from './window.dto.js';

/** "Just a config update" is no exception: the way into production is authorized, and has a window. */
@Topic('configuration-changes', `${changesPath}/:change`)
export class ConfigurationProductionController {
  constructor(private readonly commands: CommandBus) {}

  @Post('authorization/request')
  @CommandRoute('RequestConfigurationAuthorization', {
    summary: 'Request the authorization of a configuration change for production',
    bodiless: true,
  })
  request(
    @Param() path: ConfigurationChangePath,
    @Body() body: CommandDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(
      decideEnvironments('RequestConfigurationAuthorization', path, body, taken),
    );
  }

  @Post('authorization/grant')
  @CommandRoute('AuthorizeConfigurationChange', {
    summary: 'Authorize a configuration change for production',
    bodiless: true,
  })
  authorize(
    @Param() path: ConfigurationChangePath,
    @Body() body: CommandDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(
      decideEnvironments('AuthorizeConfigurationChange', path, body, taken),
    );
  }

  @Post('authorization/denial')
  @CommandRoute('DenyConfigurationChange', {
    summary: 'Deny a configuration change production, or take a yes back',
  })
  deny(
    @Param() path: ConfigurationChangePath,
    @Body() body: ConfigurationReasonDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideEnvironments('DenyConfigurationChange', path, body, taken));
  }

  @Put('window')
  @CommandRoute('ProposeConfigurationWindow', {
    summary: 'Propose a window for a configuration change in production',
  })
  proposeWindow(
    @Param() path: ConfigurationChangePath,
    @Body() body: ConfigurationWindowDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(
      decideEnvironments('ProposeConfigurationWindow', path, body, taken),
    );
  }

  @Post('window/confirmation')
  @CommandRoute('ConfirmConfigurationWindow', {
    summary: 'Confirm the window that somebody else proposed for a configuration change',
  })
  confirmWindow(
    @Param() path: ConfigurationChangePath,
    @Body() body: ConfigurationWindowDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(
      decideEnvironments('ConfirmConfigurationWindow', path, body, taken),
    );
  }
}
