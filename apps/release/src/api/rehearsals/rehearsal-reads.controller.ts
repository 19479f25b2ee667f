import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetRehearsal } from '../../queries/releases/get-rehearsal.js';
import { RehearsalDto } from '../artifacts/answers.dto.js';
import { RehearsalPath, releasePath } from '../asking/paths.dto.js';
import { ReadRoute, Topic } from '@roadbook/api';

@Topic('rehearsals', releasePath)
export class RehearsalReadsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('rehearsals/:rehearsal')
  @ReadRoute({
    operationId: 'getRehearsal',
    summary: 'A rehearsal, step by step, and how it ended',
    answer: RehearsalDto,
  })
  get(@Param() { project, version, rehearsal }: RehearsalPath) {
    return this.queries.execute(new GetRehearsal(project, version, rehearsal));
  }
}
