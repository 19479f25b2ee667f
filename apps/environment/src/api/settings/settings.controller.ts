import { Body, Get, Param, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  listed,
  listNamed,
  PageQuery,
  pageOf,
  ProjectPath,
  ReadRoute,
  TakenFrom,
  Topic,
} from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { ListSettings } from '../../queries/environments/list-settings.js';
import { CommandRoute } from '../answering/command-route.js';
import { decideEnvironments } from '../asking/decide.js';
import { SettingEverywhereDto } from './answers.dto.js';
import { DeclareScopeDto, SettingPath } from './requests.dto.js';

@Topic('settings', 'v1/projects/:project/settings')
export class SettingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ReadRoute({
    operationId: 'listSettings',
    summary: 'The settings of a project, each with what it has in every environment',
    answer: SettingEverywhereDto,
    list: true,
  })
  async list(@Param() { project }: ProjectPath, @Query() query: PageQuery) {
    const list = listNamed(`settings of ${project}`, query);
    return listed(list, await this.queries.execute(new ListSettings(project, pageOf(list, query))));
  }

  @Put(':setting/scope')
  @CommandRoute('DeclareScope', {
    summary: 'Declare the scope of a setting before it is first observed',
    description:
      'A setting that nobody declared affects behaviour. Once it was observed, its scope changes as a part of a configuration change.',
  })
  declareScope(
    @Param() path: SettingPath,
    @Body() body: DeclareScopeDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideEnvironments('DeclareScope', path, body, taken));
  }
}
