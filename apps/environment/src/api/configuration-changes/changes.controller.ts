import { Body, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandDto, ProjectPath, TakenFrom, Topic } from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { derivedId } from '@roadbook/process';
import { ConfigurationChangeAcceptedDto } from '../answering/accepted.dto.js';
import { addressOfConfigurationChange } from '../answering/address.js';
import { CommandRoute } from '../answering/command-route.js';
import { decideEnvironments } from '../asking/decide.js';
import { TakesSecrets } from '../settings/takes-secrets.js';
import { changedSettingOf } from './changed-setting.dto.js';
import {
  changesPath,
  ConfigurationChangePath,
  ConfigurationReasonDto,
  ProposeConfigurationChangeDto,
  ReviewConfigurationChangeDto,
} from './requests.dto.js';

@Topic('configuration-changes', changesPath)
export class ConfigurationChangesController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @TakesSecrets()
  @CommandRoute('ProposeConfigurationChange', {
    summary: 'Propose a change to settings, before it is made',
    description:
      'The diff, and parity before and after, are computed from what was observed. A `secret` is replaced by a digest before anything is logged, stored or queued.',
    answer: ConfigurationChangeAcceptedDto,
    address: addressOfConfigurationChange,
  })
  async propose(
    @Param() path: ProjectPath,
    @Body() body: ProposeConfigurationChangeDto,
    @TakenFrom() taken: Taken,
  ) {
    const change = derivedId(taken.origin.commandId, 'configuration-change');
    const { settings: changed, ...what } = body;
    const settings = changed.map((one) => changedSettingOf(one, body.environments));
    const said = { ...what, settings, change };
    const asked = decideEnvironments('ProposeConfigurationChange', path, said, taken);
    return { ...(await this.commands.execute(asked)), change };
  }

  @Post(':change/confirmation')
  @CommandRoute('ConfirmConfigurationChange', {
    summary: 'Confirm a configuration change that another cio proposed',
    bodiless: true,
  })
  confirm(
    @Param() path: ConfigurationChangePath,
    @Body() body: CommandDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(
      decideEnvironments('ConfirmConfigurationChange', path, body, taken),
    );
  }

  @Post(':change/review')
  @CommandRoute('ReviewConfigurationChange', {
    summary: 'Review a configuration change for its architectural impact',
    description: 'Author, confirming cio and reviewing cto are three identities.',
  })
  review(
    @Param() path: ConfigurationChangePath,
    @Body() body: ReviewConfigurationChangeDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(
      decideEnvironments('ReviewConfigurationChange', path, body, taken),
    );
  }

  @Post(':change/withdrawal')
  @CommandRoute('WithdrawConfigurationChange', {
    summary: 'Withdraw a configuration change',
    description: 'Where it was applied already it stays, and what differs there is drift.',
  })
  withdraw(
    @Param() path: ConfigurationChangePath,
    @Body() body: ConfigurationReasonDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(
      decideEnvironments('WithdrawConfigurationChange', path, body, taken),
    );
  }
}
