import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetEligibility } from '../../queries/releases/get-eligibility.js';
import { GetHistory } from '../../queries/releases/get-history.js';
import { GetRelease } from '../../queries/releases/get-release.js';
import { ListReleases } from '../../queries/releases/list-releases.js';
import { ListWaiting } from '../../queries/releases/list-waiting.js';
import { ReleasePath } from '../asking/paths.dto.js';
import {
  listed,
  listNamed,
  pageOf,
  periodOf,
  pointOf,
  ReadRoute,
  ProjectPath,
  Topic,
  PageQuery,
  PointQuery,
} from '@roadbook/api';
import { EligibilityQuery, ReleasesQuery } from '../reading/questions.dto.js';
import {
  EligibilityDto,
  HistoryLineDto,
  ListedReleaseDto,
  WaitingReleaseDto,
} from './answers.dto.js';
import { ReleaseDto } from './overview.dto.js';

@Topic('releases', 'v1/projects/:project')
export class ReleasesController {
  constructor(private readonly queries: QueryBus) {}

  @Get('releases')
  @ReadRoute({
    operationId: 'listReleases',
    summary: 'The releases of a project, the one planned last first',
    answer: ListedReleaseDto,
    list: true,
  })
  async list(@Param() { project }: ProjectPath, @Query() query: ReleasesQuery) {
    const list = listNamed(`releases of ${project}`, query);
    const { state, kind, from, to, liveFrom, liveTo } = query;
    const live = periodOf(liveFrom, liveTo, 'liveTo');
    const filter = { state, kind, planned: periodOf(from, to), live };
    return listed(
      list,
      await this.queries.execute(new ListReleases(project, filter, pageOf(list, query))),
    );
  }

  @Get('releases/:version')
  @ReadRoute({
    operationId: 'getRelease',
    summary: 'A release, now or as it was',
    answer: ReleaseDto,
    revised: true,
  })
  get(@Param() { project, version }: ReleasePath, @Query() query: PointQuery) {
    return this.queries.execute(new GetRelease(project, version, pointOf(query)));
  }

  @Get('releases/:version/eligibility')
  @ReadRoute({
    operationId: 'getEligibility',
    summary:
      'May it be deployed there? Every condition, what shows it, what is missing, and from whom',
    description:
      'Asked of the events themselves, as the command would be, and with the same sentences.',
    answer: EligibilityDto,
  })
  eligibility(@Param() { project, version }: ReleasePath, @Query() query: EligibilityQuery) {
    const { environment } = query;
    return this.queries.execute(new GetEligibility(project, version, environment, pointOf(query)));
  }

  @Get('releases/:version/history')
  @ReadRoute({
    operationId: 'getHistory',
    summary: 'What happened to a release, in plain sentences',
    answer: HistoryLineDto,
    list: true,
  })
  async history(@Param() { project, version }: ReleasePath, @Query() query: PageQuery) {
    const list = `history of ${project} ${version}`;
    const page = pageOf(list, query);
    return listed(list, await this.queries.execute(new GetHistory(project, version, page)));
  }

  @Get('waiting')
  @ReadRoute({
    operationId: 'listWaiting',
    summary: 'Where each release waits, and for whom',
    answer: WaitingReleaseDto,
    list: true,
  })
  async waiting(@Param() { project }: ProjectPath, @Query() query: PageQuery) {
    const list = `waiting in ${project}`;
    return listed(list, await this.queries.execute(new ListWaiting(project, pageOf(list, query))));
  }
}
