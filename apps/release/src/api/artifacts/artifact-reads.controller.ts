import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetRollbackPlan } from '../../queries/releases/get-rollback-plan.js';
import { ReleasePath, releasePath } from '../asking/paths.dto.js';
import { pointOf, ReadRoute, Topic, PointQuery } from '@roadbook/api';
import { StandingPlanDto } from './answers.dto.js';

@Topic('artifacts', releasePath)
export class ArtifactReadsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('rollback-plan')
  @ReadRoute({
    operationId: 'getRollbackPlan',
    summary: 'The rollback plan with its digest, its review and its rehearsal, now or as it was',
    answer: StandingPlanDto,
    revised: true,
  })
  plan(@Param() { project, version }: ReleasePath, @Query() query: PointQuery) {
    return this.queries.execute(new GetRollbackPlan(project, version, pointOf(query)));
  }
}
