import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  CommandDto,
  listed,
  listNamed,
  pageOf,
  pointOf,
  PointQuery,
  ProjectPath,
  ReadRoute,
  TakenFrom,
  Topic,
} from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { GetParity } from '../../queries/parity/get-parity.js';
import { ListDrifts } from '../../queries/parity/list-drifts.js';
import { ListParityChecks } from '../../queries/parity/list-parity-checks.js';
import { CommandRoute } from '../answering/command-route.js';
import { decideEnvironments } from '../asking/decide.js';
import { ParityCheckDto, ParityDto, StandingDriftDto } from './answers.dto.js';
import { DriftQuery, ParityHistoryQuery } from './queries.dto.js';

@Topic('parity', 'v1/projects/:project')
export class ParityController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('parity')
  @ReadRoute({
    operationId: 'getParity',
    summary: 'Whether staging and qa mirror production, now or as it was',
    description: 'Asking leaves nothing behind: a check of parity is a command.',
    answer: ParityDto,
    revised: true,
  })
  parity(@Param() { project }: ProjectPath, @Query() query: PointQuery) {
    return this.queries.execute(new GetParity(project, pointOf(query)));
  }

  @Get('parity/history')
  @ReadRoute({
    operationId: 'listParityChecks',
    summary: 'The checks of parity that ran, whatever they found; the last first',
    answer: ParityCheckDto,
    list: true,
  })
  async history(@Param() { project }: ProjectPath, @Query() query: ParityHistoryQuery) {
    const list = listNamed(`parity checks of ${project}`, query);
    const { purpose } = query;
    const asked = new ListParityChecks(project, { purpose }, pageOf(list, query));
    return listed(list, await this.queries.execute(asked));
  }

  @Get('parity/drift')
  @ReadRoute({
    operationId: 'listDrift',
    summary: 'The drift of a project, and when it stood; what was found last first',
    answer: StandingDriftDto,
    list: true,
  })
  async drift(@Param() { project }: ProjectPath, @Query() query: DriftQuery) {
    const list = listNamed(`drift of ${project}`, query);
    const { standing, environment } = query;
    const filter = {
      environment,
      ...(standing !== undefined && { standing: standing === 'true' }),
    };
    const asked = new ListDrifts(project, filter, pageOf(list, query));
    return listed(list, await this.queries.execute(asked));
  }

  @Post('parity-checks')
  @CommandRoute('CheckParity', {
    summary: 'Check parity, and put on record what was found',
    bodiless: true,
  })
  check(@Param() path: ProjectPath, @Body() body: CommandDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideEnvironments('CheckParity', path, body, taken));
  }
}
