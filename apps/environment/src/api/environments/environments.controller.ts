import { Body, Get, Param, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  listed,
  PageQuery,
  pageOf,
  pointOf,
  PointQuery,
  ProjectPath,
  ReadRoute,
  TakenFrom,
  Topic,
} from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { environmentsStream } from '../../domain/streams.js';
import { GetConfiguration } from '../../queries/environments/get-configuration.js';
import { GetEnvironments } from '../../queries/environments/get-environments.js';
import { GetHistory } from '../../queries/recorded/get-history.js';
import { CommandRoute } from '../answering/command-route.js';
import { decideEnvironments } from '../asking/decide.js';
import { EnvironmentHistoryLineDto } from '../pipeline/answers.dto.js';
import { settingOf } from '../settings/requests.dto.js';
import { TakesSecrets } from '../settings/takes-secrets.js';
import { ConfigurationDto, EnvironmentsDto } from './answers.dto.js';
import { DescribeValidationDto, EnvironmentPath, ReportConfigurationDto } from './requests.dto.js';

@Topic('environments', 'v1/projects/:project/environments')
export class EnvironmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ReadRoute({
    operationId: 'getEnvironments',
    summary: 'The environments of a project, now or as they were',
    answer: EnvironmentsDto,
    revised: true,
  })
  environments(@Param() { project }: ProjectPath, @Query() query: PointQuery) {
    return this.queries.execute(new GetEnvironments(project, pointOf(query)));
  }

  @Get('history')
  @ReadRoute({
    operationId: 'getEnvironmentsHistory',
    summary: 'What happened to the environments, in plain sentences',
    answer: EnvironmentHistoryLineDto,
    list: true,
  })
  async history(@Param() { project }: ProjectPath, @Query() query: PageQuery) {
    const list = `history of the environments of ${project}`;
    const asked = new GetHistory(project, environmentsStream, pageOf(list, query));
    return listed(list, await this.queries.execute(asked));
  }

  @Put(':environment/validation')
  @CommandRoute('DescribeValidation', {
    summary: 'Describe what an environment validates that the one before does not',
  })
  describe(
    @Param() path: EnvironmentPath,
    @Body() body: DescribeValidationDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideEnvironments('DescribeValidation', path, body, taken));
  }

  @Get(':environment/configuration')
  @ReadRoute({
    operationId: 'getConfiguration',
    summary: 'How an environment is configured, as declared and as observed; now or as it was',
    answer: ConfigurationDto,
    revised: true,
  })
  configuration(@Param() { project, environment }: EnvironmentPath, @Query() query: PointQuery) {
    return this.queries.execute(new GetConfiguration(project, environment, pointOf(query)));
  }

  @Put(':environment/configuration')
  @TakesSecrets()
  @CommandRoute('ReportConfiguration', {
    summary: 'Report the whole configuration of an environment as it was observed',
    description:
      'What the report shows is on record with it: drift that is there or gone, and configuration changes that have arrived. A `secret` is replaced by a digest before anything is logged, stored or queued.',
  })
  report(
    @Param() path: EnvironmentPath,
    @Body() { occurredAt, settings }: ReportConfigurationDto,
    @TakenFrom() taken: Taken,
  ) {
    const said = { occurredAt, settings: settings.map(settingOf) };
    return this.commands.execute(decideEnvironments('ReportConfiguration', path, said, taken));
  }
}
